"""Confusion and mistakes of a handful of answers."""

from __future__ import annotations

import numpy as np

from core.evaluation.confusion import (
    class_scores,
    confusion_matrix,
    mean_class_accuracy,
    right_in_top,
    worst_mistakes,
)

CLASSES = ("cat", "dog", "fish")
IMAGES = ("a", "b", "c", "d")
LABELS = np.array([0, 0, 1, 1])
PROBABILITIES = np.array([[0.9, 0.1, 0.0], [0.2, 0.7, 0.1], [0.1, 0.2, 0.7], [0.05, 0.05, 0.9]])


def test_rows_are_the_images_class_and_columns_the_answer() -> None:
    confusion = confusion_matrix(PROBABILITIES.argmax(axis=1), LABELS, len(CLASSES))
    assert confusion.tolist() == [[1, 1, 0], [0, 0, 2], [0, 0, 0]]


def test_each_class_is_scored_and_one_without_images_has_no_accuracy() -> None:
    confusion = confusion_matrix(PROBABILITIES.argmax(axis=1), LABELS, len(CLASSES))
    scores = class_scores(confusion, CLASSES)
    assert [(one.name, one.right, one.images) for one in scores] == [
        ("cat", 1, 2),
        ("dog", 0, 2),
        ("fish", 0, 0),
    ]
    assert [one.accuracy for one in scores] == [0.5, 0.0, None]


def test_the_worst_mistakes_are_those_the_model_was_surest_of() -> None:
    mistakes = worst_mistakes(PROBABILITIES, LABELS, IMAGES, CLASSES, most=2)
    assert [(m.image, m.is_class, m.taken_for, m.probability) for m in mistakes] == [
        ("d", "dog", "fish", 0.9),
        ("b", "cat", "dog", 0.7),
    ]
    assert mistakes[0].probability_of_right == 0.05


def test_right_answers_are_no_mistakes() -> None:
    assert worst_mistakes(PROBABILITIES[:1], LABELS[:1], IMAGES[:1], CLASSES) == ()


def test_the_mean_of_the_classes_counts_each_class_once() -> None:
    confusion = np.array([[90, 10, 0], [1, 1, 0], [0, 0, 0]])
    assert mean_class_accuracy(class_scores(confusion, CLASSES)) == (0.9 + 0.5) / 2


def test_below_ten_classes_there_is_no_top_five() -> None:
    assert right_in_top(np.full((3, 9), 1 / 9), np.array([0, 1, 2])) is None


def test_the_five_likeliest_are_counted_by_class() -> None:
    ranks = np.arange(10, 0, -1) / 55
    probabilities = np.stack([ranks, ranks, np.roll(ranks, 3), np.roll(ranks, -1)])
    in_top = right_in_top(probabilities, np.array([4, 5, 7, 0]))
    assert in_top is not None
    assert in_top.tolist() == [1, 0, 0, 0, 1, 0, 0, 1, 0, 0]
    confusion = confusion_matrix(probabilities.argmax(axis=1), np.array([4, 5, 7, 0]), 10)
    scores = class_scores(confusion, [str(number) for number in range(10)], in_top)
    found = [(one.name, one.right, one.right_in_5) for one in scores if one.right_in_5]
    assert found == [("0", 0, 1), ("4", 0, 1), ("7", 0, 1)]


def test_of_equal_probabilities_the_first_classes_are_the_likeliest() -> None:
    """An int8 model has few levels: most of many classes are at the lowest."""
    probabilities = np.zeros((10, 10))
    in_top = right_in_top(probabilities, np.arange(10))
    assert in_top is not None
    assert in_top.tolist() == [1] * 5 + [0] * 5
