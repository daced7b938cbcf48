"""Images for which one model answers otherwise than another."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.figures import Count, Fraction

MOST_IMAGES = 48
_MOST_ANSWERS = 5


class ClassProbability(msgspec.Struct, frozen=True):
    """A class and the probability that a model gives it."""

    name: str
    probability: Fraction


class ChangedAnswer(msgspec.Struct, frozen=True):
    """An image, its class, and the likeliest answers of both models; the first of each is its answer."""

    image: str = msgspec.field(name="picture")
    is_class: str
    before: tuple[ClassProbability, ...]
    after: tuple[ClassProbability, ...]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """How many answers changed, how many of them to the right one and away from it, and some of the images.

    `images` are at most 48, those that the first model was surest of first.
    """

    count: Count
    became_right: Count
    became_wrong: Count
    images: tuple[ChangedAnswer, ...] = msgspec.field(name="pictures")


def changed_answers(
    before: NDArray[np.floating],
    after: NDArray[np.floating],
    labels: NDArray[np.int64],
    images: Sequence[str],
    classes: Sequence[str],
) -> Changes:
    """Where probabilities `before` and `after`, both (N, classes), have another highest class."""
    first, second = before.argmax(axis=1), after.argmax(axis=1)
    changed = np.flatnonzero(first != second)
    surest = changed[np.argsort(-before[changed, first[changed]], kind="stable")][:MOST_IMAGES]
    return Changes(
        count=len(changed),
        became_right=int((second[changed] == labels[changed]).sum()),
        became_wrong=int((first[changed] == labels[changed]).sum()),
        images=tuple(
            ChangedAnswer(
                images[number],
                classes[labels[number]],
                _likeliest(before[number], classes),
                _likeliest(after[number], classes),
            )
            for number in surest.tolist()
        ),
    )


def _likeliest(probabilities: NDArray[np.floating], classes: Sequence[str]) -> tuple[ClassProbability, ...]:
    order = np.argsort(-probabilities, kind="stable")[:_MOST_ANSWERS]
    return tuple(ClassProbability(classes[index], float(probabilities[index])) for index in order.tolist())
