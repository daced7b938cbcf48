"""The Train stage: a network from its first weights to `float.keras`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.backend import keras, make_deterministic
from core.networks.architecture import Architecture, NetworkShape, architecture
from core.networks.building import built
from core.networks.folding import fold_into
from core.networks.imported import imported_weights
from core.networks.keras_file import save_network
from core.networks.measure import multiply_accumulates, parameter_count
from core.settings import RunSettings, TrainSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData
from core.training.fit import FitPlan, Fitted, fit
from core.training.start import start_from

WEIGHT_DECAY = 1e-4
_START_PICTURES = 256


@dataclass(frozen=True)
class Trained:
    """Result of the Train stage; `model` is what was written. `macs` are multiplications for one picture."""

    fitted: Fitted
    model: keras.Model
    parameters: int
    macs: int


def train(
    settings: RunSettings, data: TrainingData, float_model: Path, checkpoints: Path, task: Task
) -> Trained:
    """Train the network of `settings` and write it, batch normalization folded, to `float_model`.

    Goes on from the epochs in `checkpoints`; where there are none, start weights are read. Raises what
    `core.training.fit.fit` and `core.networks.imported.imported_weights` raise.
    """
    make_deterministic(settings.seed)
    network = training_network(settings, data)
    checkpoint = Checkpoint(checkpoints, "train")
    if settings.train.start_weights is not None and checkpoint.load() is None:
        task.status("Reading the start weights")
        path = Path(settings.train.start_weights)
        weights = imported_weights(path, settings.network, _architecture(settings, data))
        start_from(network, weights, data.training.sample(_START_PICTURES))
    fitted = fit(
        network,
        FitPlan(
            stage="train",
            epochs=settings.train.epochs,
            batch_size=settings.train.batch_size,
            learning_rate=settings.train.learning_rate,
            seed=settings.seed,
            augment=settings.data.augment,
            weight_decay=WEIGHT_DECAY,
            class_weights=settings.train.class_weights,
            head_epochs=_head_epochs(settings.train),
        ),
        data.training,
        data.validation,
        checkpoint,
        task,
    )
    folded = fold_into(plain_network(settings, data), network)
    save_network(folded, float_model)
    return Trained(fitted, folded, parameter_count(folded), multiply_accumulates(folded))


def training_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is trained: with batch normalization."""
    return built(_architecture(settings, data), batch_norm=True)


def plain_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is kept: convolutions, pooling and softmax only."""
    return built(_architecture(settings, data))


def _head_epochs(settings: TrainSettings) -> int:
    """Epochs in which only the last convolution learns; the last epoch is never one of them."""
    return 0 if settings.start_weights is None else min(settings.freeze_epochs, settings.epochs - 1)


def _architecture(settings: RunSettings, data: TrainingData) -> Architecture:
    return architecture(NetworkShape(settings.network, data.image_size, data.channels, data.classes))
