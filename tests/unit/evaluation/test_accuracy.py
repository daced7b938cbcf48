"""Scores against figures worked out by hand and by another method."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.evaluation.accuracy import LEAST_PROBABILITY, score, wilson_interval


def test_accuracy_and_loss_are_those_of_the_definition() -> None:
    probabilities = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4]])
    result = score(probabilities, np.array([0, 1, 0]))
    assert (result.count, result.right, result.accuracy) == (3, 2, 2 / 3)
    assert result.loss == pytest.approx(-(math.log(0.7) + math.log(0.8) + math.log(0.3)) / 3)


def test_of_equal_probabilities_the_first_class_is_the_answer() -> None:
    assert score(np.array([[0.5, 0.5]]), np.array([0])).right == 1
    assert score(np.array([[0.5, 0.5]]), np.array([1])).right == 0


def test_a_probability_of_zero_costs_no_more_than_the_least() -> None:
    certain_and_wrong = np.array([[1.0, 0.0]])
    assert score(certain_and_wrong, np.array([1])).loss == pytest.approx(-math.log(LEAST_PROBABILITY))
    assert score(certain_and_wrong, np.array([1]), 1 / 512).loss == pytest.approx(math.log(512))


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    # Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998).
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(right: int, count: int, low: float, high: float) -> None:
    interval = wilson_interval(right, count)
    assert interval.low == pytest.approx(low, abs=5e-5)
    assert interval.high == pytest.approx(high, abs=5e-5)


def test_the_interval_is_that_of_the_complement_mirrored() -> None:
    some, others = wilson_interval(17, 60), wilson_interval(43, 60)
    assert some.low == pytest.approx(1 - others.high)
    assert some.high == pytest.approx(1 - others.low)
