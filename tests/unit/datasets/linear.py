"""A linear classifier for tests: multinomial logistic regression, its regularization tuned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

_PENALTIES = (3.0, 1.0, 0.3, 0.1)
_STEPS = 60


@dataclass(frozen=True)
class Split:
    """Rows of features and their labels, in three parts."""

    train: tuple[Floats, Labels]
    validation: tuple[Floats, Labels]
    test: tuple[Floats, Labels]


def tuned_accuracy(split: Split) -> float:
    """Share of right answers on the test part, with the penalty that does best on the validation part."""
    plain = _compact(_centred(split))
    _, weights = max(_scored_fit(plain, penalty) for penalty in _PENALTIES)
    return _score(np.asarray(weights), *plain.test)


def _scored_fit(split: Split, penalty: float) -> tuple[float, list[list[float]]]:
    weights = _fit(*split.train, penalty)
    return _score(weights, *split.validation), weights.tolist()


def _score(weights: Floats, features: Floats, labels: Labels) -> float:
    return float(((features @ weights).argmax(axis=1) == labels).mean())


def _centred(split: Split) -> Split:
    """Features around 0, of size 1 together, and a constant one that takes the part of the bias."""
    rows = split.train[0]
    centre, size = rows.mean(axis=0), np.sqrt(rows.var(axis=0).sum())
    parts = [
        (np.column_stack([(features - centre) / size, np.ones(len(features))]), labels)
        for features, labels in (split.train, split.validation, split.test)
    ]
    return Split(*parts)


def _compact(split: Split) -> Split:
    """The same problem with no more columns than training rows.

    A quadratic penalty keeps the weights within the space that the training rows span, so the triangular
    root of their inner products stands for thousands of pixels without loss.
    """
    rows = split.train[0]
    if rows.shape[1] <= len(rows):
        return split
    products = rows @ rows.T
    root = np.linalg.cholesky(products + np.eye(len(rows)) * np.trace(products) * 1e-10)
    parts = [
        (np.linalg.solve(root, rows @ features.T).T, labels)
        for features, labels in (split.train, split.validation, split.test)
    ]
    return Split(*parts)


def _fit(features: Floats, labels: Labels, penalty: float) -> Floats:
    """Weights, (columns, classes), of the least penalized cross-entropy.

    Each step minimizes a quadratic bound of the loss (Boehning 1992, Multinomial logistic regression
    algorithm), with momentum.
    """
    rows, columns = features.shape
    targets = np.eye(int(labels.max()) + 1)[labels]
    strength = penalty / rows
    step = np.linalg.inv(features.T @ features / (2 * rows) + strength * np.eye(columns))
    weights = before = np.zeros((columns, targets.shape[1]))
    for turn in range(_STEPS):
        ahead = weights + (weights - before) * (turn / (turn + 3))
        scores = features @ ahead
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = features.T @ (chances - targets) / rows + strength * ahead
        before, weights = weights, ahead - step @ slope
    return weights
