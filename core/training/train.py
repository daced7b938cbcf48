"""The Train stage: a network from its first weights to `float.keras`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from core.backend import keras, make_deterministic
from core.events import ClassifierFitted, Log
from core.files import make_folder, write_whole
from core.networks.architecture import Architecture, NetworkShape, architecture
from core.networks.building import built
from core.networks.folding import fold_into
from core.networks.keras_file import save_network
from core.networks.measure import multiply_accumulates, parameter_count
from core.networks.start_weights import starts_elsewhere
from core.reading import read_json
from core.settings import START_SHIPPED, RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData
from core.training.fit import FitPlan, Fitted, fit, predictions
from core.training.start import fit_last_layer, start

WEIGHT_DECAY = 1e-4
_START_SHARE = 0.25
"""What the weights before training count for after it, where images are few (docs/experiments.md)."""


@dataclass(frozen=True)
class Trained:
    """Result of the Train stage; `model` is what was written. `macs` are multiplications for one image."""

    fitted: Fitted
    model: keras.Model
    parameters: int
    macs: int


def train(
    settings: RunSettings,
    data: TrainingData,
    float_model: Path,
    checkpoints: Path,
    task: Task,
    kept_as: str = "train",
) -> Trained:
    """Train the network of `settings` and write it, batch normalization folded, to `float_model`.

    Goes on from the epochs in `checkpoints`, in files whose names begin with `kept_as`; where there are none,
    start weights are read. Raises what
    `core.training.fit.fit` and `core.networks.imported.imported_weights` raise.
    """
    make_deterministic(settings.seed)
    network = training_network(settings, data)
    checkpoint = Checkpoint(checkpoints, kept_as, settings.train.keep_checkpoints)
    first = _FirstAccuracy(checkpoints / f"{kept_as}-first.json")
    keeps = settings.train.keep_normalization and starts_elsewhere(settings)
    if checkpoint.load() is None:
        first.keep(_begin(settings, data, network, task))
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
            head_epochs=_head_epochs(settings),
            keeps_normalization=keeps,
            start_share=_START_SHARE if keeps else 0.0,
            steps=settings.train.steps,
            validation_steps=settings.train.validation_steps,
            checkpoint_steps=settings.train.checkpoint_steps,
            summary_steps=settings.train.summary_steps,
        ),
        data.training,
        data.validation,
        checkpoint,
        task,
    )
    first.compare(fitted.validation_accuracy, task)
    folded = fold_into(plain_network(settings, data), network)
    save_network(folded, float_model)
    return Trained(fitted, folded, parameter_count(folded), multiply_accumulates(folded))


def _begin(settings: RunSettings, data: TrainingData, network: keras.Model, task: Task) -> float | None:
    """Start from the weights that the settings name, with a last layer that is fitted to the images.

    Returns the accuracy that this has on the validation images, a fraction; None when no layer was fitted.
    """
    if not starts_elsewhere(settings):
        if settings.train.start_weights == START_SHIPPED:
            text = "The starting network has other layers than this network, which is trained from scratch."
            task.report(Log(level="warning", text=text))
        return None
    drawn = _architecture(settings, data)
    task.status("Loading the starting network")
    with task.span("start weights"):
        complete = start(settings, drawn, network, data)
    if complete:
        return None
    task.status("Training a classifier on the network's features")
    with task.span("fit the classifier"):
        fit_last_layer(network, drawn, data.training, data.classes, settings.seed)
        predicted = predictions(network, data.validation.images).argmax(axis=1)
    accuracy = float(np.mean(predicted == data.validation.labels))
    task.report(ClassifierFitted(validation_accuracy=accuracy))
    return accuracy


@dataclass(frozen=True)
class _FirstAccuracy:
    """The accuracy before the first epoch, kept in a file for when training goes on after a break."""

    path: Path

    def keep(self, accuracy: float | None) -> None:
        if accuracy is not None:
            make_folder(self.path.parent)
            write_whole(self.path, msgspec.json.encode(accuracy))

    def compare(self, accuracy: float, task: Task) -> None:
        """Say so when training ended below it."""
        try:
            first = read_json(self.path, float)
        except (OSError, msgspec.DecodeError):
            return
        if accuracy < first:
            text = (
                f"Validation accuracy is {accuracy:.1%} after training, but a linear classifier on the "
                f"starting network had {first:.1%}. Try fewer epochs or a lower learning rate."
            )
            task.report(Log(level="warning", text=text))


def training_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is trained: with batch normalization."""
    return built(_architecture(settings, data), batch_norm=True)


def plain_network(settings: RunSettings, data: TrainingData) -> keras.Model:
    """The network as it is kept: convolutions, pooling and softmax only."""
    return built(_architecture(settings, data))


def _head_epochs(settings: RunSettings) -> int:
    """Epochs in which only the last convolution learns; the last epoch is never one of them."""
    own = settings.train
    return min(own.freeze_epochs, own.epochs - 1) if starts_elsewhere(settings) else 0


def _architecture(settings: RunSettings, data: TrainingData) -> Architecture:
    return architecture(NetworkShape(settings.network, data.image_size, data.channels, data.classes))
