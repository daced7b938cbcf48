"""A linear classifier for tests: multinomial logistic regression, its regularization tuned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

_PENALTIES = (1.0, 0.3, 0.1, 0.03, 0.01, 0.003)


@dataclass(frozen=True)
class Split:
    """Rows of features and their labels, in three parts."""

    train: tuple[Floats, Labels]
    validation: tuple[Floats, Labels]
    test: tuple[Floats, Labels]


def tuned_accuracy(split: Split) -> float:
    """Share of right answers on the test part, with the penalty that does best on the validation part."""
    compact = _rotated(split)
    best = max((_fit_and_score(compact, penalty) for penalty in _PENALTIES), key=lambda scores: scores[0])
    return best[1]


def _rotated(split: Split) -> Split:
    """The same problem in the space that the training rows span.

    A quadratic penalty keeps the weights within that space, so nothing is lost, and thousands of pixels
    become as many columns as there are pictures.
    """
    rows = split.train[0]
    centre, scale = rows.mean(axis=0), rows.std()
    centred = (rows - centre) / scale
    strengths, directions = np.linalg.eigh(centred @ centred.T)
    kept = strengths > strengths[-1] * 1e-7
    basis = centred.T @ (directions[:, kept] / np.sqrt(strengths[kept]))
    train, validation, test = (
        ((features - centre) / scale @ basis, labels)
        for features, labels in (split.train, split.validation, split.test)
    )
    return Split(train, validation, test)


def _fit_and_score(split: Split, penalty: float) -> tuple[float, float]:
    features, labels = split.train
    weights = _fit(features, labels, penalty)
    return _score(weights, *split.validation), _score(weights, *split.test)


def _score(weights: Floats, features: Floats, labels: Labels) -> float:
    answers = (features @ weights[:-1] + weights[-1]).argmax(axis=1)
    return float((answers == labels).mean())


def _fit(features: Floats, labels: Labels, penalty: float) -> Floats:
    """Weights, (columns + 1, classes), the last row the bias, of the least penalized cross-entropy."""
    rows, columns = features.shape
    targets = np.eye(int(labels.max()) + 1)[labels]

    def loss_and_slope(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(columns + 1, -1)
        scores = features @ weights[:-1] + weights[-1]
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        surplus = (np.exp(logs) - targets) / rows
        loss = -(targets * logs).sum() / rows + penalty / 2 * (weights[:-1] ** 2).sum()
        slope = np.concatenate([features.T @ surplus + penalty * weights[:-1], surplus.sum(axis=0)[None]])
        return float(loss), slope.ravel()

    start = np.zeros((columns + 1) * targets.shape[1])
    found = minimize(loss_and_slope, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    weights: Floats = found.x.reshape(columns + 1, -1)
    return weights
