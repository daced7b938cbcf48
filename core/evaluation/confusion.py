"""Which classes a model takes for which, and where it was most wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray


class ClassScore(msgspec.Struct, frozen=True):
    """Right answers among the pictures of one class; accuracy is None without a picture."""

    name: str
    pictures: int
    right: int
    accuracy: float | None


class Mistake(msgspec.Struct, frozen=True):
    """A picture taken for another class. Probabilities are those the model gave."""

    picture: str
    is_class: str
    taken_for: str
    probability: float
    probability_of_right: float


def confusion_matrix(
    answers: NDArray[np.int64], labels: NDArray[np.int64], classes: int
) -> NDArray[np.int64]:
    """Counts (classes, classes): row the picture's class, column the answer."""
    counts = np.bincount(labels * classes + answers, minlength=classes * classes)
    return counts.reshape(classes, classes).astype(np.int64)


def class_scores(confusion: NDArray[np.int64], classes: Sequence[str]) -> tuple[ClassScore, ...]:
    """The score of each class, from its row of the confusion matrix."""
    scores = []
    for index, name in enumerate(classes):
        pictures, right = int(confusion[index].sum()), int(confusion[index, index])
        scores.append(ClassScore(name, pictures, right, right / pictures if pictures else None))
    return tuple(scores)


def worst_mistakes(
    probabilities: NDArray[np.floating],
    labels: NDArray[np.int64],
    pictures: Sequence[str],
    classes: Sequence[str],
    most: int = 24,
) -> tuple[Mistake, ...]:
    """The mistakes that the model was surest of, at most `most`, the surest first."""
    answers = probabilities.argmax(axis=1)
    wrong = np.flatnonzero(answers != labels)
    surest = wrong[np.argsort(-probabilities[wrong, answers[wrong]], kind="stable")][:most]
    return tuple(
        Mistake(
            picture=pictures[index],
            is_class=classes[labels[index]],
            taken_for=classes[answers[index]],
            probability=float(probabilities[index, answers[index]]),
            probability_of_right=float(probabilities[index, labels[index]]),
        )
        for index in surest
    )
