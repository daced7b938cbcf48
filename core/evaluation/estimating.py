"""The accuracy to expect of new images, by what a network knew before it learned from those of a run."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.errors import SqueezeError
from core.evaluation.estimate import EstimatedAccuracy, estimated_accuracy, is_worth_estimating
from core.events import Log
from core.networks.architecture import Convolution, NetworkShape, architecture
from core.networks.building import built
from core.networks.start_weights import starts_elsewhere
from core.settings import START_SHIPPED, NetworkSettings, RunSettings, TrainSettings
from core.task import Task
from core.training.classifier import best_penalty
from core.training.feed import LabeledImages, TrainingData
from core.training.start import frozen_features, start


def estimate(
    settings: RunSettings,
    splits: Sequence[LabeledImages],
    groups: Sequence[NDArray[np.int64]],
    classes: int,
    task: Task,
) -> EstimatedAccuracy | None:
    """The accuracy of a linear classifier on frozen features, for the images of all `splits`, train first.

    The features are those that the run starts from; of a run from scratch, those of the starting network that
    comes with the program. `groups` has numbers (N,) for each split that near copies share. None where there
    are enough images to do without; and where the weights cannot be read any more, which a warning tells.
    Raises `Cancelled`.
    """
    labels = np.concatenate([split.labels for split in splits])
    own = settings if starts_elsewhere(settings) else _from_the_shipped_start(settings)
    data = TrainingData(splits[0], splits[1], classes)
    drawn = architecture(NetworkShape(own.network, data.image_size, data.channels, classes))
    assert isinstance(drawn.last, Convolution)
    features_each = drawn.outputs[drawn.last.source].channels
    if not is_worth_estimating(labels, features_each, classes):
        return None
    task.status("Estimating the accuracy on new images")
    network = built(drawn, batch_norm=True)
    try:
        start(own, drawn, network, data)
    except SqueezeError as error:
        text = f"The accuracy on new images cannot be estimated: {error}"
        task.report(Log(level="warning", text=text))
        return None
    features = frozen_features(network, *(split.images for split in splits))
    numbers = np.concatenate(groups)
    task.check_cancelled()
    penalty = best_penalty(features, labels, numbers, classes, settings.seed)
    task.check_cancelled()
    return estimated_accuracy(features, labels, numbers, classes, penalty, settings.seed)


def _from_the_shipped_start(settings: RunSettings) -> RunSettings:
    return msgspec.structs.replace(
        settings, network=NetworkSettings(), train=TrainSettings(start_weights=START_SHIPPED)
    )
