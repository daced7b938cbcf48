"""Share of right answers and how sure it is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Z_95 = 1.959963984540054
LEAST_PROBABILITY = 1e-7
"""A probability counts as at least this in the loss, as in Keras (backend epsilon)."""


@dataclass(frozen=True)
class Interval:
    """Bounds of a share, both between 0 and 1."""

    low: float
    high: float


@dataclass(frozen=True)
class Score:
    """Accuracy over `count` images with its 95 % interval, and the mean cross-entropy in nats."""

    count: int
    right: int
    interval: Interval
    loss: float

    @property
    def accuracy(self) -> float:
        return self.right / self.count


def score(
    probabilities: NDArray[np.floating],
    labels: NDArray[np.int64],
    least_probability: float = LEAST_PROBABILITY,
) -> Score:
    """Score probabilities (N, classes) against labels (N,); N is at least 1.

    The answer is the first class of the highest probability. A probability below `least_probability`
    counts as that in the loss: an int8 model's output has steps, and its 0 means less than half of one.
    """
    count = len(labels)
    right = int(np.count_nonzero(probabilities.argmax(axis=1) == labels))
    of_label = probabilities[np.arange(count), labels].astype(np.float64)
    loss = float(-np.log(np.clip(of_label, least_probability, 1.0)).mean())
    return Score(count, right, wilson_interval(right, count), loss)


def wilson_interval(right: float, count: float) -> Interval:
    """The 95 % score interval of a share of `right` in `count`, which need not be whole numbers.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    """
    share = right / count
    z2 = _Z_95**2
    center = share + z2 / (2 * count)
    reach = _Z_95 * math.sqrt(share * (1 - share) / count + z2 / (4 * count**2))
    scale = 1 + z2 / count
    # Of none or all, rounding would leave the share itself just outside.
    low, high = max(0.0, (center - reach) / scale), min(1.0, (center + reach) / scale)
    return Interval(min(low, share), max(high, share))
