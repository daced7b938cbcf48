"""How accurate a model will be on new images, where few are there to measure that on.

A tenth or a fifth of thirty images says little, and less where they are of the same burst. So every image is
judged, by linear classifiers on frozen features that saw neither it nor its near copies: cross-validation,
stratified by class and repeated with other folds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.accuracy import Interval, wilson_interval

FEW_IMAGES_PER_CLASS = 100
"""A class with fewer is worth an estimate."""
_REPEATS = 5
_MOST_IMAGES = 10_000
"""Of more, hundreds are in the test split, and to look at all of them again would take long."""
_MOST_WORK = 3e8
"""Images times features times classes times repeats that take about ten seconds; with more there are fewer
repeats, and where even one takes longer there are enough images in all to do without an estimate."""

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class EstimatedAccuracy:
    """An accuracy with its 95 % interval, estimated from `images` in `groups` of near copies.

    `one_group` are the labels of classes whose images are all near copies of one another: of these, images
    were judged by classifiers that had seen near copies.
    """

    accuracy: float
    interval: Interval
    images: int
    groups: int
    repeats: int
    one_group: tuple[int, ...] = ()


def estimated_accuracy(
    features: NDArray[np.floating],
    labels: Labels,
    groups: Labels,
    classes: int,
    penalty: float,
    seed: int,
) -> EstimatedAccuracy | None:
    """The accuracy of a linear classifier with this penalty on images like these that it has not seen.

    Features are (N, features), labels and groups (N,); near copies have a number in common in `groups`. The
    interval is Wilson's for as many images as there are independent ones: a group counts as one, and less
    where the repeats differ. None where it is not `is_worth_estimating`.
    """
    # Only whoever estimates needs what fits the classifier.
    from core.training.classifier import out_of_fold_scores

    if not is_worth_estimating(labels, features.shape[1], classes):
        return None
    repeats = _repeats(features.size, classes)
    one_group = one_group_classes(labels, groups, classes)
    apart = kept_apart(groups, np.isin(labels, one_group))
    right = np.empty((repeats, len(labels)), bool)
    for repeat in range(repeats):
        scores = out_of_fold_scores(features, labels, apart, classes, penalty, seed + repeat)
        right[repeat] = scores.argmax(axis=1) == labels
    sizes = np.unique(groups, return_counts=True)[1]
    accuracy = float(right.mean())
    count = _independent(sizes, accuracy, right.mean(axis=1))
    return EstimatedAccuracy(
        accuracy=accuracy,
        interval=wilson_interval(accuracy * count, count),
        images=len(labels),
        groups=len(sizes),
        repeats=repeats,
        one_group=tuple(one_group),
    )


def is_worth_estimating(labels: Labels, features: int, classes: int) -> bool:
    """Whether a class has fewer than `FEW_IMAGES_PER_CLASS`, and so many `features` take little time."""
    few = np.bincount(labels, minlength=classes).min() < FEW_IMAGES_PER_CLASS
    return bool(few) and len(labels) <= _MOST_IMAGES and _repeats(len(labels) * features, classes) > 0


def one_group_classes(labels: Labels, groups: Labels, classes: int) -> list[int]:
    """The labels of classes whose images are all near copies of one another."""
    return [label for label in range(classes) if len(np.unique(groups[labels == label])) == 1]


def _repeats(values: int, classes: int) -> int:
    return min(_REPEATS, int(_MOST_WORK / (values * classes)))


def kept_apart(groups: Labels, broken: NDArray[np.bool_]) -> Labels:
    """The groups (N,), but with each of the `broken` images (N,) in one of its own."""
    own = groups.max() + 1 + np.arange(len(groups))
    return np.where(broken, own, groups)


def _independent(sizes: NDArray[np.int64], accuracy: float, repeated: NDArray[np.float64]) -> float:
    """How many independent images tell as much as these (Kish's effective sample size, as in surveys).

    `sizes` are those of the groups, `repeated` the accuracies of the repeats.
    """
    count = float(sizes.sum() ** 2 / (sizes**2).sum())
    chance = accuracy * (1.0 - accuracy)
    if chance <= 0.0 or len(repeated) < 2:
        return count
    return 1.0 / (1.0 / count + float(repeated.var(ddof=1)) / chance)
