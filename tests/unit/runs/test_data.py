"""The images of a run are the same ones whenever it goes on."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.datasets.images import read_image
from core.errors import SqueezeError
from core.events import Status
from core.runs.data import all_images_of, check_unchanged, dataset_of, load, read_data_record, record_of
from core.runs.folder import RunFolder
from core.settings import DataSettings
from tests.recording import RecordingTask

SCENES = DataSettings(image_size=32, scenes_per_class=10)


def test_scenes_are_split_by_the_shares_in_every_class() -> None:
    dataset = dataset_of(SCENES, 1, RecordingTask())
    for split, count in ((dataset.train, 7), (dataset.validation, 1), (dataset.test, 2)):
        assert np.bincount(split.labels).tolist() == [count] * 6


def test_no_scene_is_in_two_splits() -> None:
    dataset = dataset_of(SCENES, 1, RecordingTask())
    names = [name for split in dataset.splits.values() for name in split.names]
    assert len(set(names)) == len(names) == 60
    paths = [path for split in dataset.splits.values() for path in split.images]
    images = np.stack([read_image(path, 32, gray=False) for path in paths])
    assert len(np.unique(images.reshape(60, -1), axis=0)) == 60


def test_a_scene_keeps_its_class_in_its_name() -> None:
    dataset = dataset_of(SCENES, 1, RecordingTask())
    for name, label in zip(dataset.train.names, dataset.train.labels, strict=True):
        assert name.startswith(f"{dataset.classes[label]}/")


def test_the_seed_decides_what_is_drawn() -> None:
    same, again, other = (dataset_of(SCENES, seed, RecordingTask()).fingerprint for seed in (1, 1, 2))
    assert same == again != other


def test_scenes_are_known_by_the_fingerprint_of_the_first_runs_with_them() -> None:
    dataset = dataset_of(DataSettings(image_size=32, scenes_per_class=20), 1, RecordingTask())
    assert dataset.fingerprint == "ae51584363e1ad705677c1bd62e5268b"
    assert dataset.train.names[:7] == (*(f"{name}/0007" for name in dataset.classes), "buildings/0008")
    assert dataset.test.names[-1] == "street/0004"


def test_scenes_are_drawn_once_for_all_stages() -> None:
    settings, first, second = (
        DataSettings(image_size=32, scenes_per_class=11),
        RecordingTask(),
        RecordingTask(),
    )
    for task in (first, second):
        dataset_of(settings, 1, task)
    drawing = "Drawing the sample scenes"
    assert drawing in [status.text for status in first.of(Status)]
    assert drawing not in [status.text for status in second.of(Status)]


def test_images_are_loaded_as_the_settings_say() -> None:
    settings = DataSettings(image_size=32, scenes_per_class=10, gray=True)
    task = RecordingTask()
    data = load(dataset_of(settings, 1, task), settings, Path(), task)
    assert data.train.images.shape == (42, 32, 32, 1)
    assert data.train.images.dtype == np.uint8
    assert data.classes == ("buildings", "forest", "glacier", "mountain", "sea", "street")


def test_the_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = record_of(dataset_of(SCENES, 1, RecordingTask()))
    folder = RunFolder(tmp_path)
    folder.write_json(folder.data, record)
    assert read_data_record(folder.data) == record
    check_unchanged(read_data_record(folder.data), record, "scenes")


@pytest.mark.parametrize("leave_out", [(), ("sea",), ("street/0005",)])
def test_a_record_that_asks_for_other_scenes_is_refused_before_any_is_drawn(
    leave_out: tuple[str, ...],
) -> None:
    small = msgspec.structs.replace(SCENES, leave_out=leave_out)
    before = record_of(dataset_of(small, 1, RecordingTask()))
    assert dataset_of(small, 1, RecordingTask(), before).fingerprint == before.fingerprint
    task = RecordingTask()
    with pytest.raises(SqueezeError) as caught:
        dataset_of(msgspec.structs.replace(small, scenes_per_class=20_000), 1, task, before)
    assert caught.value.code == "data-changed"
    assert "are new" in caught.value.happened
    assert not task.events


def write_images(folder: Path, count: int) -> None:
    from PIL import Image

    for name in ("cat", "dog"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            color = (number * 20, 100 if name == "cat" else 200, 50)
            Image.new("RGB", (32, 32), color).save(folder / name / f"{number}.png")


def changed(folder: Path) -> str:
    """What data-changed says about a folder that held seven images a class."""
    settings = DataSettings(source=str(folder), image_size=32)
    before = RunFolder(folder.parent)
    with pytest.raises(SqueezeError) as caught:
        check_unchanged(
            read_data_record(before.data), record_of(dataset_of(settings, 1, RecordingTask())), str(folder)
        )
    assert caught.value.code == "data-changed"
    return caught.value.happened


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "pets"
    write_images(folder, 7)
    settings = DataSettings(source=str(folder), image_size=32)
    run = RunFolder(tmp_path)
    run.write_json(run.data, record_of(dataset_of(settings, 1, RecordingTask())))
    return folder


def test_an_image_that_is_gone_is_named(images: Path) -> None:
    (images / "cat" / "3.png").unlink()
    assert "1 is gone (cat/3.png)" in changed(images)


def test_images_that_are_new_are_counted(images: Path) -> None:
    write_images(images, 8)
    assert "2 are new (cat/7.png)" in changed(images)


def test_an_image_with_another_content_is_noticed(images: Path) -> None:
    (images / "cat" / "3.png").write_bytes((images / "cat" / "3.png").read_bytes() + b"\0")
    assert "the content of some is another" in changed(images)


def test_all_sample_scenes_are_those_of_their_splits() -> None:
    classes, images = all_images_of(SCENES, RecordingTask())
    splits = dataset_of(SCENES, 0, RecordingTask()).splits
    assert len(classes) == 6
    assert sorted(images.names) == sorted(name for split in splits.values() for name in split.names)
    assert np.bincount(images.labels).tolist() == [10] * 6
