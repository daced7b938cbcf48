"""The Train stage: a network from its first weights to `float.keras`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.backend import keras, make_deterministic
from core.files import appearing_whole
from core.networks.architecture import Architecture, NetworkShape, architecture
from core.networks.building import built
from core.networks.folding import fold_into
from core.networks.measure import multiply_accumulates, parameter_count
from core.settings import RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData
from core.training.fit import FitPlan, Fitted, fit

WEIGHT_DECAY = 1e-4


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

    Goes on from the epochs in `checkpoints`. Raises what `core.training.fit.fit` raises.
    """
    make_deterministic(settings.seed)
    network = training_network(settings, data)
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
        ),
        data.training,
        data.validation,
        Checkpoint(checkpoints, "train"),
        task,
    )
    folded = fold_into(plain_network(settings, data), network)
    save_model(folded, float_model)
    return Trained(fitted, folded, parameter_count(folded), multiply_accumulates(folded))


def training_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is trained: with batch normalization."""
    return built(_architecture(settings, data), batch_norm=True)


def plain_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is kept: convolutions, pooling and softmax only."""
    return built(_architecture(settings, data))


def _architecture(settings: RunSettings, data: TrainingData) -> Architecture:
    return architecture(NetworkShape(settings.network, data.image_size, data.channels, data.classes))


def save_model(model: keras.Model, path: Path) -> None:
    """Write a Keras model whole or not at all. Raises what `appearing_whole` raises."""
    with appearing_whole(path) as temporary:
        model.save(temporary)
