"""A linear classifier learns from few images, and says honestly how good it is."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.training.classifier import PENALTIES, best_penalty, fitted_classifier, out_of_fold_scores

CLASSES, FEATURES = 3, 24


def clouds(
    count: int, spread: float, seed: int = 1
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """Features (N, features) around a center for each class, labels (N,), and the centers."""
    chance = np.random.default_rng(seed)
    centers = np.random.default_rng(7).normal(size=(CLASSES, FEATURES))
    labels = np.arange(count) % CLASSES
    return centers[labels] + spread * chance.normal(size=(count, FEATURES)), labels, centers


def test_classes_that_are_apart_are_told_apart() -> None:
    features, labels, _ = clouds(60, 0.3)
    others, truth, _ = clouds(300, 0.3, seed=2)
    classifier = fitted_classifier(features, labels, CLASSES, 0.3)
    assert (classifier.scores(others).argmax(axis=1) == truth).mean() > 0.98


def test_features_of_any_unit_give_the_same_scores() -> None:
    features, labels, _ = clouds(60, 1.5)
    plain = fitted_classifier(features, labels, CLASSES, 0.3).scores(features)
    scaled = fitted_classifier(features * 500 + 5, labels, CLASSES, 0.3).scores(features * 500 + 5)
    assert scaled == pytest.approx(plain, abs=1e-2)


def test_a_feature_that_never_varies_does_no_harm() -> None:
    features, labels, _ = clouds(30, 0.3)
    features[:, 0] = 4.0
    scores = fitted_classifier(features, labels, CLASSES, 0.3).scores(features)
    assert np.isfinite(scores).all()
    assert (scores.argmax(axis=1) == labels).all()


def test_a_rare_class_counts_as_much_as_the_others() -> None:
    features, labels, centers = clouds(90, 2.0)
    rare = np.concatenate([np.flatnonzero(labels != 2), np.flatnonzero(labels == 2)[:4]])
    classifier = fitted_classifier(features[rare], labels[rare], CLASSES, 1.0)
    assert (classifier.scores(centers).argmax(axis=1) == np.arange(CLASSES)).all()


def test_out_of_fold_scores_do_not_know_copies_of_their_images() -> None:
    chance = np.random.default_rng(3)
    # Noise: what is right about it can only be remembered.
    bursts = chance.normal(size=(20, FEATURES)).repeat(6, axis=0)
    labels = chance.permutation(np.arange(20) % CLASSES).repeat(6)
    groups = np.arange(20).repeat(6)
    apart = out_of_fold_scores(bursts, labels, groups, CLASSES, 0.1, seed=1).argmax(axis=1)
    mixed = out_of_fold_scores(bursts, labels, np.arange(120), CLASSES, 0.1, seed=1).argmax(axis=1)
    assert (mixed == labels).mean() > 0.95
    assert (apart == labels).mean() < 0.65


def test_each_fold_has_images_of_each_class() -> None:
    features, labels, _ = clouds(45, 0.3)
    scores = out_of_fold_scores(features, labels, np.arange(45), CLASSES, 0.3, seed=1)
    assert (scores.argmax(axis=1) == labels).mean() > 0.9


def test_of_penalties_that_are_as_good_the_strongest_is_taken() -> None:
    features, labels, _ = clouds(90, 0.2)
    assert best_penalty(features, labels, np.arange(90), CLASSES, 1) == max(PENALTIES)
