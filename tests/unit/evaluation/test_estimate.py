"""An accuracy that is estimated from few images holds for new ones, and says how surely."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.evaluation.estimate import (
    FEW_IMAGES_PER_CLASS,
    EstimatedAccuracy,
    estimated_accuracy,
    is_worth_estimating,
)
from core.training.classifier import fitted_classifier

CLASSES, FEATURES = 3, 24
PENALTY = 0.3


def bursts(
    count: int, shots: int, seed: int, spread: float = 3.0
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """`count` bursts of so many shots around the centers of the classes: features, labels, groups."""
    chance = np.random.default_rng(seed)
    centers = np.random.default_rng(7).normal(size=(CLASSES, FEATURES))
    labels = np.arange(count) % CLASSES
    scenes = centers[labels] + spread * chance.normal(size=(count, FEATURES))
    groups = np.repeat(np.arange(count), shots)
    return (
        scenes[groups] + 0.05 * chance.normal(size=(len(groups), FEATURES)),
        labels[groups],
        groups,
    )


def estimated(count: int, shots: int, seed: int, *, apart: bool = True) -> EstimatedAccuracy:
    features, labels, groups = bursts(count, shots, seed)
    numbers = groups if apart else np.arange(len(groups))
    found = estimated_accuracy(features, labels, numbers, CLASSES, PENALTY, seed)
    assert found is not None
    return found


def true_accuracy(count: int, shots: int, seed: int) -> float:
    """Of a classifier on all of the bursts, for images of other ones."""
    features, labels, _ = bursts(count, shots, seed)
    others, truth, _ = bursts(3000, 1, seed + 1000)
    return float(
        (fitted_classifier(features, labels, CLASSES, PENALTY).scores(others).argmax(1) == truth).mean()
    )


def test_the_interval_holds_the_accuracy_on_new_images_nearly_always() -> None:
    found = [(estimated(45, 2, seed), true_accuracy(45, 2, seed)) for seed in range(20)]
    assert sum(one.interval.low <= truth <= one.interval.high for one, truth in found) >= 17
    # Each classifier of a fold saw four fifths of the images: it is a little worse, never much better.
    assert -0.12 < float(np.mean([one.accuracy - truth for one, truth in found])) < 0.03


def test_near_copies_that_are_not_kept_apart_would_promise_too_much() -> None:
    assert estimated(30, 6, 1).accuracy < estimated(30, 6, 1, apart=False).accuracy - 0.15


def test_near_copies_count_once_in_the_interval() -> None:
    burst, single = estimated(30, 6, 1), estimated(180, 1, 1)
    assert (burst.images, burst.groups, single.images, single.groups) == (180, 30, 180, 180)
    width = burst.interval.high - burst.interval.low
    assert width > 2 * (single.interval.high - single.interval.low)


def test_even_a_perfect_estimate_has_an_interval() -> None:
    features, labels, groups = bursts(30, 1, 1, spread=0.01)
    found = estimated_accuracy(features, labels, groups, CLASSES, PENALTY, 1)
    assert found is not None
    assert (found.accuracy, found.interval.high) == (1.0, 1.0)
    # Wilson's: 30 of 30.
    assert found.interval.low == pytest.approx(0.886, abs=1e-3)


def test_the_same_images_give_the_same_estimate() -> None:
    assert estimated(30, 2, 3) == estimated(30, 2, 3)


def test_of_a_class_of_one_burst_nothing_is_kept_apart_and_that_is_said() -> None:
    features, labels, groups = bursts(30, 3, 1)
    groups = np.where(labels == 1, 10_000, groups)
    found = estimated_accuracy(features, labels, groups, CLASSES, PENALTY, 1)
    assert found is not None
    assert found.one_group == (1,)
    assert found.groups == 21


@pytest.mark.parametrize("each", [1, 2])
def test_hardly_any_images_give_an_estimate_or_none_but_no_fault(each: int) -> None:
    features, labels, groups = bursts(CLASSES * each, 1, 1)
    found = estimated_accuracy(features, labels, groups, CLASSES, PENALTY, 1)
    assert found is not None
    assert 0.0 <= found.interval.low <= found.accuracy <= found.interval.high <= 1.0
    assert found.interval.high - found.interval.low > 0.4


def test_classes_with_images_enough_need_no_estimate() -> None:
    labels = np.arange(CLASSES * FEW_IMAGES_PER_CLASS) % CLASSES
    assert not is_worth_estimating(labels, FEATURES, CLASSES)
    assert is_worth_estimating(labels[1:], FEATURES, CLASSES)
    features = np.zeros((len(labels), FEATURES))
    assert estimated_accuracy(features, labels, np.arange(len(labels)), CLASSES, PENALTY, 1) is None


def test_what_would_take_minutes_is_not_estimated() -> None:
    many = np.repeat(np.arange(1000), 50)
    assert not is_worth_estimating(many, 512, 1000)
    assert not is_worth_estimating(np.r_[np.zeros(10_000, np.int64), 1], 512, 2)
    hundred = np.repeat(np.arange(100), 50)
    assert is_worth_estimating(hundred, 512, 100)
