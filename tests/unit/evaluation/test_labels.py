"""Likely wrong labels come first, near copies together, and what looks alike lies together."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Cancelled
from core.evaluation.labels import check_labels, likely_wrong_first, plane, suspects
from tests.recording import RecordingTask

_CLASSES, _EACH, _FEATURES = 3, 40, 12


def clusters(seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features of three classes around three points, labels of which four are another's, and their places."""
    chance = np.random.default_rng(seed)
    labels = np.repeat(np.arange(_CLASSES), _EACH)
    centers = 3 * chance.normal(size=(_CLASSES, _FEATURES))
    features = centers[labels] + chance.normal(size=(len(labels), _FEATURES))
    wrong = chance.choice(len(labels), 4, replace=False)
    labels[wrong] = (labels[wrong] + 1) % _CLASSES
    return features.astype(np.float32), labels, wrong


@pytest.mark.parametrize("seed", range(3))
def test_swapped_labels_come_first_and_are_suspect(seed: int) -> None:
    features, labels, wrong = clusters(seed)
    check = check_labels(features, labels, np.arange(len(labels)), _CLASSES, 1, RecordingTask())
    assert set(check.order[:4].tolist()) == set(wrong.tolist())
    # A suspect is as likely of the other class as images of that usually are: about half of the wrong ones.
    assert check.is_suspect[wrong].any()
    assert check.is_suspect[check.order[12:]].sum() == 0
    assert np.allclose(check.probabilities.sum(axis=1), 1.0)
    assert sorted(check.order.tolist()) == list(range(len(labels)))


def test_near_copies_do_not_vouch_for_each_other() -> None:
    features, labels, wrong = clusters()
    # Three copies of an image with a wrong label: alone in a fold they would confirm one another.
    copies = np.repeat(features[wrong[:1]], 3, axis=0)
    features = np.concatenate([features, copies])
    labels = np.concatenate([labels, np.repeat(labels[wrong[:1]], 3)])
    groups = np.concatenate([np.arange(_CLASSES * _EACH), np.repeat(wrong[:1], 3)])
    check = check_labels(features, labels, groups, _CLASSES, 1, RecordingTask())
    ours = [wrong[0], *range(_CLASSES * _EACH, len(labels))]
    assert check.is_suspect[ours].all()
    places = np.sort(np.flatnonzero(np.isin(check.order, ours)))
    assert places.tolist() == list(range(places[0], places[0] + 4))


def test_a_class_of_one_burst_is_not_suspect_as_a_whole() -> None:
    features, labels, _ = clusters()
    groups = np.arange(len(labels))
    groups[labels == 2] = 1000
    check = check_labels(features, labels, groups, _CLASSES, 1, RecordingTask())
    assert check.is_suspect[labels == 2].mean() < 0.2


def test_a_suspect_is_surer_of_another_class_than_that_usually_is() -> None:
    probabilities = np.array([[0.9, 0.1], [0.7, 0.3], [0.2, 0.8], [0.3, 0.7], [0.55, 0.45]])
    labels = np.array([0, 0, 0, 1, 1])
    # Class 0 usually has 0.6, class 1 has 0.575: the third is sure enough of 1, the last not of 0.
    assert suspects(probabilities, labels).tolist() == [False, False, True, False, False]


def test_the_only_image_of_a_class_is_not_judged() -> None:
    probabilities = np.array([[0.9, 0.1], [0.8, 0.2], [0.95, 0.05]])
    assert suspects(probabilities, np.array([0, 0, 1])).tolist() == [False, False, False]


def test_groups_stand_where_their_least_probable_image_does() -> None:
    probabilities = np.array([[0.5, 0.5], [0.9, 0.1], [0.2, 0.8], [0.4, 0.6]])
    order = likely_wrong_first(probabilities, np.zeros(4, np.int64), np.array([0, 5, 5, 1]))
    assert order.tolist() == [2, 1, 3, 0]


def test_what_looks_alike_lies_together() -> None:
    features, labels, _ = clusters()
    flat = plane(features)
    assert flat.shape == (len(labels), 2)
    assert np.array_equal(flat, plane(features.copy()))
    assert abs(flat.mean(axis=0)).max() < 1e-6
    # The first component has most of the variance.
    assert flat[:, 0].var() > flat[:, 1].var() > 0
    truth = np.repeat(np.arange(_CLASSES), _EACH)
    centers = np.array([flat[truth == label].mean(axis=0) for label in range(_CLASSES)])
    nearest = np.linalg.norm(flat[:, None] - centers, axis=2).argmin(axis=1)
    assert (nearest == truth).mean() > 0.9


def test_features_that_are_all_alike_make_a_point() -> None:
    assert np.array_equal(plane(np.ones((5, 3), np.float32)), np.zeros((5, 2)))
    assert plane(np.arange(4, dtype=np.float32)[:, None]).shape == (4, 2)


def test_checking_stops_when_asked() -> None:
    features, labels, _ = clusters()
    with pytest.raises(Cancelled):
        check_labels(features, labels, labels, _CLASSES, 1, RecordingTask(cancel_when=lambda _: True))
