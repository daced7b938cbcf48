"""Which labels of a data set are likely wrong, and a plane on which images lie that look alike.

Every image is judged by linear classifiers on frozen features that saw neither it nor its near copies. A low
probability of its own label speaks against the label; how low is too low, each class decides for itself:
Northcutt et al., "Confident learning: estimating uncertainty in dataset labels", arXiv:1911.00068.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.estimate import kept_apart, one_group_classes
from core.task import Task

Doubles = NDArray[np.float64]
Labels = NDArray[np.int64]

_REPEATS = 3
_USUAL_PENALTY = 0.3
_MOST_WORK = 2e8
"""Images times features times classes that take a few seconds; with more the usual penalty is taken, once."""


@dataclass(frozen=True, eq=False)
class LabelCheck:
    """`probabilities` are (N, classes). `order` (N,) has the places of the images, likely wrong ones first.

    `is_suspect` (N,): the classifiers are surer of another class than they usually are of images with that
    label.
    """

    probabilities: Doubles
    is_suspect: NDArray[np.bool_]
    order: Labels


def check_labels(
    features: NDArray[np.floating], labels: Labels, groups: Labels, classes: int, seed: int, task: Task
) -> LabelCheck:
    """Judge labels (N,) by features (N, features); near copies have a number in common in `groups` (N,).

    Raises `Cancelled`.
    """
    # Only whoever checks needs what fits the classifier.
    from core.training.classifier import PENALTIES, best_penalty, out_of_fold_scores

    is_much = features.size * classes > _MOST_WORK
    repeats = 1 if is_much else _REPEATS
    # A class of near copies alone would be unknown to the classifiers that judge it.
    apart = kept_apart(groups, np.isin(labels, one_group_classes(labels, groups, classes)))
    # Looking for the penalty judges all images once for each that is tried.
    meter = task.progress(repeats + (0 if is_much else len(PENALTIES)))
    task.check_cancelled()
    penalty = _USUAL_PENALTY
    if not is_much:
        penalty = best_penalty(features, labels, apart, classes, seed)
        meter.advance(len(PENALTIES))
    total = np.zeros((len(labels), classes))
    for repeat in range(repeats):
        task.check_cancelled()
        total += _softmax(out_of_fold_scores(features, labels, apart, classes, penalty, seed + repeat))
        meter.advance()
    probabilities = total / repeats
    return LabelCheck(
        probabilities, suspects(probabilities, labels), likely_wrong_first(probabilities, labels, groups)
    )


def suspects(probabilities: Doubles, labels: Labels) -> NDArray[np.bool_]:
    """Which labels (N,) are likely wrong, by the probabilities (N, classes) of classifiers that saw neither.

    A class is a candidate where its probability is no less than the mean of those images that have its label.
    Of the candidates the likeliest is taken; where that is another class than the label, that is suspect.
    """
    own = probabilities[np.arange(len(labels)), labels]
    counts = np.bincount(labels, minlength=probabilities.shape[1])
    means = np.bincount(labels, own, minlength=probabilities.shape[1]) / np.maximum(counts, 1)
    # A class of one image is unknown to whoever judges that image: it has no mean, and no judge.
    candidates = np.where((probabilities >= means) & (counts > 1), probabilities, -1.0)
    likeliest = candidates.argmax(axis=1)
    is_judged = counts[labels] > 1
    suspect: NDArray[np.bool_] = (candidates.max(axis=1) >= 0) & (likeliest != labels) & is_judged
    return suspect


def likely_wrong_first(probabilities: Doubles, labels: Labels, groups: Labels) -> Labels:
    """The places of images (N,): those with the least probability of their own label first.

    Near copies follow one another, where the least probable of them would be.
    """
    own = probabilities[np.arange(len(labels)), labels]
    places = np.unique(groups, return_inverse=True)[1]
    least = np.full(int(places.max(initial=-1)) + 1, np.inf)
    np.minimum.at(least, places, own)
    order: Labels = np.lexsort((own, places, least[places]))
    return order


def plane(features: NDArray[np.floating]) -> Doubles:
    """Features (N, features) on the plane in which they differ most: their first two principal components.

    Each feature counts alike. The axes point to where the largest weight is positive, so that equal features
    give an equal plane.
    """
    values = features.astype(np.float64)
    values -= values.mean(axis=0)
    deviation = values.std(axis=0)
    values /= np.where(deviation > 0, deviation, 1.0)
    axes = np.linalg.eigh(values.T @ values)[1].T[:-3:-1]
    axes = axes * np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    flat = np.zeros((len(values), 2))
    flat[:, : len(axes)] = values @ axes.T
    return flat


def _softmax(scores: Doubles) -> Doubles:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Doubles = powers / powers.sum(axis=1, keepdims=True)
    return probabilities
