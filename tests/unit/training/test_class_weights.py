"""Rare classes count for more, where that is wanted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.backend import keras
from core.settings import ClassWeighting
from core.training.checkpoint import Checkpoint
from core.training.class_weights import class_weights
from core.training.feed import LabeledImages
from core.training.fit import FitPlan, fit, predictions
from tests.builders.stripes import striped
from tests.recording import RecordingTask


def labels(*counts: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.repeat(np.arange(len(counts)), counts)


def test_weights_make_classes_count_alike_and_the_mean_image_as_before() -> None:
    weights = class_weights(labels(100, 25, 50), 3, "auto")
    assert weights is not None
    assert weights * [100, 25, 50] == pytest.approx([175 / 3] * 3)
    assert weights.dtype == np.float32


def test_classes_of_about_the_same_size_are_left_alone_unless_asked_for() -> None:
    assert class_weights(labels(100, 30), 2, "auto") is None
    assert class_weights(labels(100, 30), 2, "on") is not None
    assert class_weights(labels(100, 1), 2, "off") is None


def test_no_image_counts_for_much_more_than_ten() -> None:
    weights = class_weights(labels(10_000, 10_000, 2), 3, "auto")
    assert weights is not None
    assert weights.max() < 16
    assert weights @ [10_000, 10_000, 2] == pytest.approx(20_002)


def test_a_class_without_images_has_no_weight() -> None:
    weights = class_weights(labels(40, 10), 3, "on")
    assert weights is not None
    assert weights[2] == 0


def rare_class_accuracy(weighting: ClassWeighting, folder: Path) -> float:
    """Of 20 images in training to 400, how many of the rare class a small network gets right."""
    pool = striped(1200, classes=2, seed=1)
    frequent, rare = (np.flatnonzero(pool.labels == label) for label in (0, 1))
    chosen = np.concatenate([frequent[:400], rare[:20]])
    training = LabeledImages(pool.images[chosen], pool.labels[chosen])
    keras.utils.set_random_seed(3)
    model = keras.Sequential(
        [
            keras.layers.Conv2D(8, 3, strides=2, activation="relu", input_shape=(32, 32, 3)),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(2, activation="softmax"),
        ]
    )
    plan = FitPlan("train", 6, 32, 1e-2, 1, augment=False, class_weights=weighting)
    checkpoint = Checkpoint(folder / weighting, "train")
    fit(model, plan, training, striped(40, classes=2, seed=2), checkpoint, RecordingTask())
    answers = predictions(model, pool.images[rare[20:220]]).argmax(axis=1)
    return float(np.mean(answers == 1))


def test_a_rare_class_is_learned_better_with_weights(tmp_path: Path) -> None:
    without, with_weights = (rare_class_accuracy(weighting, tmp_path) for weighting in ("off", "auto"))
    assert with_weights > without + 0.2
