"""What a network knew of a run's images before it learned from them, and the accuracy to expect by that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.errors import SqueezeError
from core.evaluation.estimate import EstimatedAccuracy, estimated_accuracy, is_worth_estimating
from core.events import Log
from core.networks.architecture import Architecture, Convolution, NetworkShape, architecture
from core.networks.building import built
from core.networks.start_weights import starting_network_path, starts_elsewhere
from core.paths import cache_folder
from core.settings import START_SHIPPED, NetworkSettings, RunSettings, TrainSettings
from core.task import Task
from core.training.classifier import best_penalty
from core.training.feature_cache import FeatureCache
from core.training.feed import LabeledImages, TrainingData, evaluation_batch
from core.training.start import features_of_batches, start


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
    own = settings if starts_elsewhere(settings) else from_the_shipped_start(settings)
    drawn = _drawn(own, splits, classes)
    assert isinstance(drawn.last, Convolution)
    features_each = drawn.outputs[drawn.last.source].channels
    if not is_worth_estimating(labels, features_each, classes):
        return None
    task.status("Estimating the accuracy on new images")
    try:
        features = starting_features(own, splits, classes)
    except SqueezeError as error:
        text = f"The accuracy on new images cannot be estimated: {error}"
        task.report(Log(level="warning", text=text))
        return None
    numbers = np.concatenate(groups)
    task.check_cancelled()
    penalty = best_penalty(features, labels, numbers, classes, settings.seed)
    task.check_cancelled()
    return estimated_accuracy(features, labels, numbers, classes, penalty, settings.seed)


def starting_features(
    settings: RunSettings, splits: Sequence[LabeledImages], classes: int, task: Task | None = None
) -> NDArray[np.float32]:
    """What the last convolution of the network that a run starts from reads, (N, features), train first.

    Those of the starting network that comes with the program are kept in the cache: images that are known
    from there do not go through the network again. `task` is told the progress. Raises what
    `core.training.start.start` raises; `Cancelled`.
    """
    images = [split.images for split in splits]
    drawn = _drawn(settings, splits, classes)

    def compute(places: NDArray[np.int64]) -> NDArray[np.float32]:
        network = built(drawn, batch_norm=True)
        start(settings, drawn, network, TrainingData(splits[0], splits[1], classes))
        size = evaluation_batch(images[0].shape[1])
        batches = _batches(images, places, size)
        tracked = batches if task is None else task.track(batches, -(-len(places) // size))
        return features_of_batches(network, tracked)

    return _cache_of(settings, drawn).features(images, compute)


def from_the_shipped_start(settings: RunSettings) -> RunSettings:
    """The settings, with the starting network that comes with the program as it is."""
    return msgspec.structs.replace(
        settings, network=NetworkSettings(), train=TrainSettings(start_weights=START_SHIPPED)
    )


def _drawn(settings: RunSettings, splits: Sequence[LabeledImages], classes: int) -> Architecture:
    data = TrainingData(splits[0], splits[1], classes)
    return architecture(NetworkShape(settings.network, data.image_size, data.channels, classes))


def _cache_of(settings: RunSettings, drawn: Architecture) -> FeatureCache:
    """The cache of features that depend on nothing but the starting network and the image itself.

    The last layer does not count: it has a filter for each class, and reads the features.
    """
    if settings.network != NetworkSettings() or settings.train.start_weights != START_SHIPPED:
        return FeatureCache(None)
    content = starting_network_path().read_bytes()
    return FeatureCache.of(cache_folder(), "means", hashlib.sha256(content).hexdigest(), drawn.layers[:-1])


def _batches(
    images: Sequence[NDArray[np.uint8]], places: NDArray[np.int64], size: int
) -> Iterator[NDArray[np.uint8]]:
    """The images at these places among all, some at a time."""
    ends = np.cumsum([len(part) for part in images])
    for at in range(0, len(places), size):
        some = places[at : at + size]
        parts = np.searchsorted(ends, some, side="right")
        yield np.stack(
            [
                images[part][place - (ends[part] - len(images[part]))]
                for part, place in zip(parts.tolist(), some.tolist(), strict=True)
            ]
        )
