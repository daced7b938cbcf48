"""Answers that changed are counted and shown."""

from __future__ import annotations

import numpy as np

from core.evaluation.changes import MOST_IMAGES, changed_answers

CLASSES = ("cat", "dog", "cow")


def test_answers_that_changed_are_told_with_what_both_models_thought() -> None:
    before = np.array([[0.9, 0.1, 0.0], [0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.1, 0.2, 0.7]])
    after = np.array([[0.8, 0.2, 0.0], [0.5, 0.4, 0.1], [0.1, 0.3, 0.6], [0.1, 0.6, 0.3]])
    changes = changed_answers(before, after, np.array([0, 0, 0, 0]), ("a", "b", "c", "d"), CLASSES)
    assert (changes.count, changes.became_right, changes.became_wrong) == (3, 1, 1)
    assert [one.image for one in changes.images] == ["d", "c", "b"]
    last = changes.images[-1]
    assert last.is_class == "cat"
    assert [(one.name, one.probability) for one in last.before] == [("dog", 0.5), ("cow", 0.3), ("cat", 0.2)]
    assert [one.name for one in last.after] == ["cat", "dog", "cow"]


def test_a_tie_goes_to_the_first_class_as_in_the_accuracy() -> None:
    before, after = np.array([[0.5, 0.5, 0.0]]), np.array([[0.6, 0.4, 0.0]])
    assert changed_answers(before, after, np.array([0]), ("a",), CLASSES).count == 0


def test_of_many_changes_only_some_are_listed_and_of_many_classes_only_the_likeliest() -> None:
    count, classes = 100, 20
    before = np.tile(np.eye(classes)[0] * 0.5 + 0.025, (count, 1))
    after = np.tile(np.eye(classes)[1] * 0.5 + 0.025, (count, 1))
    names = tuple(str(number) for number in range(count))
    changes = changed_answers(before, after, np.zeros(count, np.int64), names, names[:classes])
    assert changes.count == changes.became_wrong == count
    assert len(changes.images) == MOST_IMAGES
    assert {len(one.before) for one in changes.images} == {5}
