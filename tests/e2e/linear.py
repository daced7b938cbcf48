"""A linear classifier for tests: multinomial logistic regression, its regularization tuned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Labels = NDArray[np.int64]

_PENALTIES = (3.0, 1.0, 0.3)
_STEPS = 60


@dataclass(frozen=True)
class Split:
    """Rows of features and their labels, in three parts."""

    train: tuple[Floats, Labels]
    validation: tuple[Floats, Labels]
    test: tuple[Floats, Labels]


def tuned_accuracy(split: Split) -> float:
    """Share of right answers on the test part, with the penalty that does best on the validation part."""
    compact = _compact(_centered(split))
    fits = [_fit(*compact.train, penalty) for penalty in _PENALTIES]
    best = max(fits, key=lambda weights: _score(weights, *compact.validation))
    return _score(best, *compact.test)


def _score(weights: Floats, features: Floats, labels: Labels) -> float:
    return float(((features @ weights).argmax(axis=1) == labels).mean())


def _centered(split: Split) -> Split:
    """Features around 0, of size 1 together, and a constant one that takes the part of the bias."""
    rows = split.train[0]
    center, size = rows.mean(axis=0), np.sqrt(rows.var(axis=0).sum())

    def centered(part: tuple[Floats, Labels]) -> tuple[Floats, Labels]:
        features, labels = part
        extended = np.ones((len(features), features.shape[1] + 1), dtype=np.float32)
        extended[:, :-1] = (features - center) / size
        return extended, labels

    return Split(centered(split.train), centered(split.validation), centered(split.test))


def _compact(split: Split) -> Split:
    """The same problem with no more columns than training rows.

    A quadratic penalty keeps the weights within the space that the training rows span, so the triangular
    root of their inner products stands for thousands of pixels without loss.
    """
    rows = split.train[0]
    if rows.shape[1] <= len(rows):
        return split
    products = rows @ rows.T
    rounding = np.eye(len(rows), dtype=np.float32) * (products.trace() * 1e-6)
    root = np.linalg.cholesky(products + rounding).astype(np.float32)
    unroot = np.linalg.inv(root).astype(np.float32)
    validation, test = (
        ((features @ rows.T) @ unroot.T, labels) for features, labels in (split.validation, split.test)
    )
    return Split((root, split.train[1]), validation, test)


def _fit(features: Floats, labels: Labels, penalty: float) -> Floats:
    """Weights, (columns, classes), of the least penalized cross-entropy.

    Each step minimizes a quadratic bound of the loss (Boehning 1992, Multinomial logistic regression
    algorithm), with momentum.
    """
    rows, columns = features.shape
    targets = np.eye(int(labels.max()) + 1, dtype=np.float32)[labels]
    strength = penalty / rows
    bound = features.T @ features / (2 * rows) + strength * np.eye(columns, dtype=np.float32)
    step = np.linalg.inv(bound)
    weights = before = np.zeros((columns, targets.shape[1]), dtype=np.float32)
    for turn in range(_STEPS):
        ahead = weights + (weights - before) * (turn / (turn + 3))
        scores = features @ ahead
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = features.T @ (chances - targets) / rows + strength * ahead
        before, weights = weights, ahead - step @ slope
    return weights
