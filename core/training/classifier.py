"""A linear classifier on the features of a network that itself stays as it is.

It is fitted in a second and needs few images: multinomial logistic regression with a penalty on large weights
(Kornblith et al., "Do better ImageNet models transfer better?", arXiv:1805.08974). How strong the penalty is,
and how good the classifier will be on other images, is found by cross-validation.
"""

from __future__ import annotations

from collections.abc import Callable
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


@dataclass(frozen=True, eq=False)
class _Scaling:
    """What makes features comparable: each of mean 0, and all together of about unit length."""

    mean: Doubles
    scale: Doubles

    @classmethod
    def of(cls, features: NDArray[np.floating]) -> _Scaling:
        values = features.astype(np.float64)
        deviation = values.std(axis=0)
        smallest = _SMALLEST_DEVIATION * deviation.mean() + 1e-12
        return cls(values.mean(axis=0), (deviation + smallest) * np.sqrt(values.shape[1]))

    def scaled(self, features: NDArray[np.floating]) -> Doubles:
        return (features.astype(np.float64) - self.mean) / self.scale

    def restored(self, flat: Doubles, classes: int) -> LinearClassifier:
        """The classifier for features as they are, from the weights and biases for scaled ones."""
        kernel = flat[:-classes].reshape(-1, classes) / self.scale[:, None]
        return LinearClassifier(kernel, flat[-classes:] - self.mean @ kernel)


def _log_probabilities(logits: Doubles) -> Doubles:
    logits = logits - logits.max(axis=1, keepdims=True)
    logs: Doubles = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return logs


def _minimum(loss: Callable[[Doubles], tuple[float, Doubles]], start: Doubles) -> Doubles:
    minimum: Doubles = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_ITERATIONS}
    ).x
    return minimum


def fitted_classifier(
    features: NDArray[np.floating], labels: Labels, classes: int, penalty: float
) -> LinearClassifier:
    """The classifier for features (N, features) and labels (N,); each class counts the same.

    `penalty` is for features of unit variance, and for a mean over all images and features.
    """
    scaling = _Scaling.of(features)
    inputs = scaling.scaled(features)
    counts = np.bincount(labels, minlength=classes)
    weights = (1.0 / np.maximum(counts, 1))[labels]
    weights /= weights.sum()
    wanted = np.eye(classes)[labels]
    decay = penalty / inputs.shape[1]

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        kernel, bias = flat[:-classes].reshape(-1, classes), flat[-classes:]
        logs = _log_probabilities(inputs @ kernel + bias)
        difference = (np.exp(logs) - wanted) * weights[:, None]
        gradient = np.concatenate([(inputs.T @ difference + decay * kernel).ravel(), difference.sum(axis=0)])
        value = -(weights @ (logs * wanted).sum(axis=1)) + 0.5 * decay * (kernel**2).sum()
        return float(value), gradient

    return scaling.restored(_minimum(loss, np.zeros((inputs.shape[1] + 1) * classes)), classes)


def classifier_near(
    classifier: LinearClassifier,
    features: NDArray[np.floating],
    wanted: NDArray[np.floating],
    penalty: float,
) -> LinearClassifier:
    """The classifier that gives features (N, features) about the probabilities `wanted` (N, classes).

    It is held to `classifier` as strongly as `penalty` says, for features of unit variance; what is zero in
    its kernel stays zero.
    """
    scaling = _Scaling.of(features)
    inputs, classes = scaling.scaled(features), wanted.shape[1]
    targets = wanted.astype(np.float64) / len(inputs)
    decay = penalty / inputs.shape[1]
    held = classifier.kernel * scaling.scale[:, None]
    free = held != 0

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        kernel, bias = flat[:-classes].reshape(-1, classes), flat[-classes:]
        logs = _log_probabilities(inputs @ kernel + bias)
        difference = np.exp(logs) / len(inputs) - targets
        change = kernel - held
        gradient = (inputs.T @ difference + decay * change) * free
        value = -(targets * logs).sum() + 0.5 * decay * (change**2).sum()
        return float(value), np.concatenate([gradient.ravel(), difference.sum(axis=0)])

    bias = classifier.bias + scaling.mean @ classifier.kernel
    return scaling.restored(_minimum(loss, np.concatenate([held.ravel(), bias])), classes)


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
