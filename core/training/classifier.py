"""A linear classifier on the features of a network that itself stays as it is.

It is fitted in a second and needs few images: multinomial logistic regression with a penalty on large weights
(Kornblith et al., "Do better ImageNet models transfer better?", arXiv:1805.08974). How strong the penalty is,
and how good the classifier will be on other images, is found by cross-validation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Doubles = NDArray[np.float64]
Labels = NDArray[np.int64]

PENALTIES = (0.03, 0.1, 0.3, 1.0, 3.0)
"""Strengths that are tried, from weak to strong."""
_FOLDS = 5
_MOST_ITERATIONS = 300
_SMALLEST_DEVIATION = 1e-3
"""A feature that hardly varies counts as if it varied by this fraction of the mean deviation."""


@dataclass(frozen=True, eq=False)
class LinearClassifier:
    """Scores are `features @ kernel + bias`: kernel (features, classes), bias (classes,)."""

    kernel: Doubles
    bias: Doubles

    def scores(self, features: NDArray[np.floating]) -> Doubles:
        """Scores (N, classes) of features (N, features)."""
        scores: Doubles = features @ self.kernel + self.bias
        return scores


def fitted_classifier(
    features: NDArray[np.floating], labels: Labels, classes: int, penalty: float
) -> LinearClassifier:
    """The classifier for features (N, features) and labels (N,); each class counts the same.

    `penalty` is for features of unit variance, and for a mean over all images and features.
    """
    values = features.astype(np.float64)
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    scale = (deviation + _SMALLEST_DEVIATION * deviation.mean() + 1e-12) * np.sqrt(values.shape[1])
    inputs = (values - mean) / scale
    counts = np.bincount(labels, minlength=classes)
    weights = (1.0 / np.maximum(counts, 1))[labels]
    weights /= weights.sum()
    wanted = np.eye(classes)[labels]
    decay = penalty / values.shape[1]

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        kernel, bias = flat[:-classes].reshape(-1, classes), flat[-classes:]
        logits = inputs @ kernel + bias
        logits -= logits.max(axis=1, keepdims=True)
        logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        difference = (np.exp(logs) - wanted) * weights[:, None]
        gradient = np.concatenate([(inputs.T @ difference + decay * kernel).ravel(), difference.sum(axis=0)])
        value = -(weights @ (logs * wanted).sum(axis=1)) + 0.5 * decay * (kernel**2).sum()
        return float(value), gradient

    start = np.zeros((values.shape[1] + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_ITERATIONS}).x
    kernel = found[:-classes].reshape(-1, classes) / scale[:, None]
    return LinearClassifier(kernel, found[-classes:] - mean @ kernel)


def out_of_fold_scores(
    features: NDArray[np.floating],
    labels: Labels,
    groups: Labels,
    classes: int,
    penalty: float,
    seed: int,
) -> Doubles:
    """Scores (N, classes) of each image by a classifier that saw neither it nor any of its group.

    `groups` (N,) are numbers that near copies have in common. Folds hold about as many images of each class.
    """
    folds = _folds(labels, groups, seed)
    scores = np.zeros((len(labels), classes))
    for fold in range(int(folds.max()) + 1):
        apart = folds == fold
        classifier = fitted_classifier(features[~apart], labels[~apart], classes, penalty)
        scores[apart] = classifier.scores(features[apart])
    return scores


def best_penalty(
    features: NDArray[np.floating], labels: Labels, groups: Labels, classes: int, seed: int
) -> float:
    """The penalty whose classifiers are right most often about images that they did not see.

    Of several that are within half a standard error of the best, the strongest.
    """
    accuracies = [
        float(
            (out_of_fold_scores(features, labels, groups, classes, penalty, seed).argmax(1) == labels).mean()
        )
        for penalty in PENALTIES
    ]
    best = max(accuracies)
    margin = 0.5 * np.sqrt(best * (1.0 - best) / len(labels))
    return max(
        penalty for penalty, accuracy in zip(PENALTIES, accuracies, strict=True) if accuracy >= best - margin
    )


def _folds(labels: Labels, groups: Labels, seed: int) -> Labels:
    """The fold of each image: whole groups, dealt class by class to the fold that has fewest of the class."""
    chance = np.random.default_rng(seed)
    numbers, firsts, places = np.unique(groups, return_index=True, return_inverse=True)
    count = min(_FOLDS, len(numbers))
    held = np.zeros((count, int(labels.max()) + 1), np.int64)
    fold_of = np.zeros(len(numbers), np.int64)
    sizes = np.bincount(places)
    for group in sorted(chance.permutation(len(numbers)).tolist(), key=lambda one: -sizes[one]):
        label = labels[firsts[group]]
        lowest = np.lexsort((chance.random(count), held.sum(axis=1), held[:, label]))[0]
        fold_of[group] = lowest
        held[lowest] += np.bincount(labels[places == group], minlength=held.shape[1])
    return fold_of[places]
