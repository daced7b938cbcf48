"""Confusion and mistakes of a handful of answers."""

from __future__ import annotations

import numpy as np

from core.evaluation.confusion import class_scores, confusion_matrix, worst_mistakes

CLASSES = ("cat", "dog", "fish")
PICTURES = ("a", "b", "c", "d")
LABELS = np.array([0, 0, 1, 1])
PROBABILITIES = np.array([[0.9, 0.1, 0.0], [0.2, 0.7, 0.1], [0.1, 0.2, 0.7], [0.05, 0.05, 0.9]])


def test_rows_are_the_pictures_class_and_columns_the_answer() -> None:
    confusion = confusion_matrix(PROBABILITIES.argmax(axis=1), LABELS, len(CLASSES))
    assert confusion.tolist() == [[1, 1, 0], [0, 0, 2], [0, 0, 0]]


def test_each_class_is_scored_and_one_without_pictures_has_no_accuracy() -> None:
    confusion = confusion_matrix(PROBABILITIES.argmax(axis=1), LABELS, len(CLASSES))
    scores = class_scores(confusion, CLASSES)
    assert [(one.name, one.right, one.pictures) for one in scores] == [
        ("cat", 1, 2),
        ("dog", 0, 2),
        ("fish", 0, 0),
    ]
    assert [one.accuracy for one in scores] == [0.5, 0.0, None]


def test_the_worst_mistakes_are_those_the_model_was_surest_of() -> None:
    mistakes = worst_mistakes(PROBABILITIES, LABELS, PICTURES, CLASSES, most=2)
    assert [(m.picture, m.is_class, m.taken_for, m.probability) for m in mistakes] == [
        ("d", "dog", "fish", 0.9),
        ("b", "cat", "dog", 0.7),
    ]
    assert mistakes[0].probability_of_right == 0.05


def test_right_answers_are_no_mistakes() -> None:
    assert worst_mistakes(PROBABILITIES[:1], LABELS[:1], PICTURES[:1], CLASSES) == ()
