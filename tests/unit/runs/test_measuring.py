"""From when on a model is sure, measured with real interpreters on images of colors and of nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.datasets.store import LoadedSplit
from core.evaluation.interpreters import open_interpreter
from core.runs.data import DataRecord, RunData
from core.runs.measuring import measured_threshold
from core.runs.predictors import TflitePredictor, answers_of
from core.runs.summary import Summary, Threshold
from core.runs.unrelated import unrelated_images
from core.sample_scenes import SCENE_CLASSES
from core.settings import SAMPLE_SCENES, DataSettings
from tests.builders.finished_runs import SIDE, finished_run
from tests.builders.images import write_classes
from tests.builders.tflite_models import color_model
from tests.recording import RecordingTask

SETTINGS = DataSettings(source=SAMPLE_SCENES, image_size=SIDE)
COLORS = ("red", "green", "blue")


def split_of(count: int, seed: int, classes: tuple[str, ...] = COLORS) -> LoadedSplit:
    """Noisy images of the three colors, some of them pale."""
    dice = np.random.default_rng(seed)
    labels = np.arange(count, dtype=np.int64) % 3
    color = 128 * np.eye(3)[labels] * dice.uniform(0.3, 1.0, (count, 1)) + 64
    noise = dice.normal(0, 20, (count, SIDE, SIDE, 3))
    images = np.clip(color[:, None, None, :] + noise, 0, 255).astype(np.uint8)
    names = tuple(f"{classes[label]}/{number}.png" for number, label in enumerate(labels))
    return LoadedSplit(images, labels, names)


def data_of(validation: LoadedSplit | None = None, classes: tuple[str, ...] = COLORS) -> RunData:
    record = DataRecord(name="colors", classes=classes, fingerprint="", splits={})
    train, test = split_of(30, 1, classes), split_of(60, 3, classes)
    return RunData(record, train, validation or split_of(50, 2, classes), test)


def predictor() -> TflitePredictor:
    return TflitePredictor(open_interpreter(color_model(SIDE)))


def measure(data: RunData, settings: DataSettings = SETTINGS) -> Threshold | None:
    model, task = predictor(), RecordingTask()
    return measured_threshold(model, answers_of(model, data.test.images, task), data, settings, task)


def highest_codes(images: NDArray[np.uint8]) -> NDArray[np.int8]:
    highest: NDArray[np.int8] = predictor().codes(images).max(axis=1)
    return highest


def test_a_threshold_is_that_of_the_scores_themselves() -> None:
    data = data_of()
    threshold = measure(data)
    assert threshold is not None
    assert threshold.score is not None
    assert threshold.probability == (threshold.score + 128) / 256
    codes = predictor().codes(data.validation.images)
    correct = codes.argmax(axis=1) == data.validation.labels
    assert threshold.correct_images == correct.sum() > 40
    assert threshold.passed == np.mean(codes.max(axis=1)[correct] >= threshold.score) >= 0.95
    assert threshold.test_sure == np.mean(highest_codes(data.test.images) >= threshold.score)
    assert threshold.test_accuracy is not None
    assert threshold.test_accuracy > 0.9


def test_of_few_validation_images_all_correct_answers_are_sure_and_the_threshold_is_a_score_below() -> None:
    few = split_of(9, 2)
    threshold = measure(data_of(few))
    assert threshold is not None
    assert threshold.score is not None
    assert threshold.probability == (threshold.score + 128) / 256
    lowest = int(highest_codes(few.images)[predictor().codes(few.images).argmax(axis=1) == few.labels].min())
    assert lowest - 12 <= threshold.score < lowest
    assert (threshold.correct_images, threshold.passed) == (9, 1.0)
    assert threshold.test_sure == np.mean(highest_codes(data_of().test.images) >= threshold.score)


def test_what_shows_nothing_that_it_knows_is_turned_away() -> None:
    threshold = measure(data_of())
    assert threshold is not None
    assert threshold.score is not None
    rejected = {figures.kind: figures for figures in threshold.unrelated}
    assert set(rejected) == {"sample-scenes", "noise"}
    # A wall of one color is a color; noise of every color is none.
    assert rejected["noise"].rejected > 0.5
    assert rejected["noise"].images == 30
    images = unrelated_images(SETTINGS, data_of(), RecordingTask())
    below = np.concatenate([highest_codes(part) < threshold.score for part in images.values()])
    assert threshold.unrelated_rejected == pytest.approx(below.mean())
    assert threshold.unrelated_images == len(below)


def test_a_model_that_is_right_about_nothing_has_no_threshold() -> None:
    validation = split_of(30, 2)
    wrong = LoadedSplit(validation.images, (validation.labels + 1) % 3, validation.names)
    assert measure(data_of(wrong)) is None


def test_scenes_that_are_learned_are_not_unrelated() -> None:
    settings = msgspec.structs.replace(SETTINGS, gray=True)
    some = data_of(classes=("Sea", "forest", "cup"))
    images = unrelated_images(settings, some, RecordingTask())
    assert images["sample-scenes"].shape == (4 * (len(SCENE_CLASSES) - 2), SIDE, SIDE, 1)
    assert images["noise"].shape == (30, SIDE, SIDE, 1)
    assert set(images) == {"sample-scenes", "noise"}


def test_photos_of_classes_that_are_not_used_are_unrelated(tmp_path: Path) -> None:
    write_classes(tmp_path, {"red": 4, "green": 4, "blue": 4, "dog": 70, "cat": 3})
    (tmp_path / "cat" / "broken.png").write_bytes(b"no image")
    Image.new("RGB", (40, 40), "white").save(tmp_path / "red" / "bad.png")
    settings = msgspec.structs.replace(
        SETTINGS, source=str(tmp_path), leave_out=("dog", "red/bad.png"), set_aside=("cat",)
    )
    others = unrelated_images(settings, data_of(), RecordingTask())["other-classes"]
    assert 58 <= len(others) <= 60
    none = msgspec.structs.replace(settings, leave_out=(), set_aside=())
    assert "other-classes" not in unrelated_images(none, data_of(), RecordingTask())


def test_a_summary_without_thresholds_is_read_and_one_with_them_comes_back(tmp_path: Path) -> None:
    old = finished_run(tmp_path / "old")
    assert b"threshold" not in old.summary.read_bytes()
    assert all(figures.threshold is None for figures in old.read_summary().stages)
    new = finished_run(tmp_path / "new", sure_score=20).read_summary()
    again = msgspec.json.decode(msgspec.json.encode(new), type=Summary)
    assert again == new
    figures = again.of("huffman")
    assert figures is not None
    assert figures.threshold is not None
    assert (figures.threshold.score, figures.threshold.probability) == (20, 148 / 256)
