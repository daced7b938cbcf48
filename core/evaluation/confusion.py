"""Which classes a model takes for which, and where it was most wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.figures import Count, Fraction

TOP = 5
LEAST_CLASSES_FOR_TOP = 10
"""With fewer classes it says little that an image's class is among the five likeliest."""


class ClassScore(msgspec.Struct, frozen=True):
    """Right answers among the images of one class; accuracy is None without an image.

    `right_in_5` counts the images whose class is among the five likeliest, from ten classes up.
    """

    name: str
    images: Count = msgspec.field(name="pictures")
    right: Count
    accuracy: Fraction | None
    right_in_5: Count | None = None


class Mistake(msgspec.Struct, frozen=True):
    """An image taken for another class. Probabilities are those the model gave."""

    image: str = msgspec.field(name="picture")
    is_class: str
    taken_for: str
    probability: Fraction
    probability_of_right: Fraction


def confusion_matrix(
    answers: NDArray[np.int64], labels: NDArray[np.int64], classes: int
) -> NDArray[np.int64]:
    """Counts (classes, classes): row the image's class, column the answer."""
    counts = np.bincount(labels * classes + answers, minlength=classes * classes)
    return counts.reshape(classes, classes).astype(np.int64)


def class_scores(
    confusion: NDArray[np.int64], classes: Sequence[str], right_in_5: NDArray[np.int64] | None = None
) -> tuple[ClassScore, ...]:
    """The score of each class, from its row of the confusion matrix and its entry in `right_in_5`."""
    scores = []
    for index, name in enumerate(classes):
        images, right = int(confusion[index].sum()), int(confusion[index, index])
        in_5 = None if right_in_5 is None else int(right_in_5[index])
        scores.append(ClassScore(name, images, right, right / images if images else None, in_5))
    return tuple(scores)


def right_in_top(probabilities: NDArray[np.floating], labels: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """For each class how many of its images have it among the five likeliest; None below ten classes.

    Of equal probabilities the first class is the likelier, as it is for the answer itself.
    """
    classes = probabilities.shape[1]
    if classes < LEAST_CLASSES_FOR_TOP:
        return None
    likeliest = np.argsort(-probabilities, axis=1, kind="stable")[:, :TOP]
    hits = (likeliest == labels[:, np.newaxis]).any(axis=1)
    return np.bincount(labels[hits], minlength=classes).astype(np.int64)


def mean_class_accuracy(scores: Sequence[ClassScore]) -> float:
    """The mean accuracy of the classes that have images: a rare class counts as much as a frequent one."""
    return float(np.mean([score.accuracy for score in scores if score.accuracy is not None]))


def worst_mistakes(
    probabilities: NDArray[np.floating],
    labels: NDArray[np.int64],
    images: Sequence[str],
    classes: Sequence[str],
    most: int = 24,
) -> tuple[Mistake, ...]:
    """The mistakes that the model was surest of, at most `most`, the surest first."""
    answers = probabilities.argmax(axis=1)
    wrong = np.flatnonzero(answers != labels)
    surest = wrong[np.argsort(-probabilities[wrong, answers[wrong]], kind="stable")][:most]
    return tuple(
        Mistake(
            image=images[index],
            is_class=classes[labels[index]],
            taken_for=classes[answers[index]],
            probability=float(probabilities[index, answers[index]]),
            probability_of_right=float(probabilities[index, labels[index]]),
        )
        for index in surest
    )
