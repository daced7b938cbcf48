"""The images that a run's files name."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from core.datasets.images import read_image
from core.datasets.photo_folder import _CONTENT, MARK
from core.errors import SqueezeError
from core.runs.data import DataRecord, dataset_of
from core.runs.folder import RunFolder
from core.runs.run_images import SampleOriginal, are_others, images_of, sample_original
from core.runs.samples import read_samples
from core.settings import DataSettings, RunSettings
from core.task import Task
from tests.builders.finished_runs import CLASSES, add_photos, finished_run
from tests.builders.images import contents_of, write_classes, write_zip

SIDE = 24


@pytest.mark.parametrize("packed", [False, True])
def test_images_of_a_folder_or_an_archive_are_found_by_their_names(tmp_path: Path, packed: bool) -> None:
    folder = tmp_path / "pets"
    write_classes(folder, {"cat": 1, "Eichhörnchen": 1})
    source = write_zip(tmp_path / "pets.zip", contents_of(folder)) if packed else folder
    images = images_of(RunSettings(data=DataSettings(source=str(source))), Task())
    for name in ("cat/000.jpg", "Eichhörnchen/000.jpg"):
        assert np.array_equal(images.thumbnail(name, SIDE), read_image(folder / name, SIDE, gray=False))
    with pytest.raises(SqueezeError) as raised:
        images.thumbnail("cat/gone.jpg", SIDE)
    assert raised.value.code == "data-not-found"


def test_a_sample_scene_is_drawn_again_as_it_was() -> None:
    settings = RunSettings(seed=3, data=DataSettings(image_size=32, scenes_per_class=10))
    drawn = dataset_of(settings.data, settings.seed, Task()).test
    images = images_of(settings, Task())
    for name, path in zip(drawn.names[:6], drawn.images[:6], strict=True):
        assert np.array_equal(images.thumbnail(name, 32), read_image(path, 32, gray=False))


def test_images_that_are_gone_as_a_whole_are_told_of() -> None:
    with pytest.raises(SqueezeError) as raised:
        images_of(RunSettings(data=DataSettings(source="/nowhere/pets")), Task())
    assert raised.value.code == "data-not-found"


def made_of(folder: Path, path: Path) -> tuple[RunFolder, RunSettings]:
    """What a run keeps that was made of the photos in a folder a minute ago."""
    (folder / MARK).write_bytes(_CONTENT)
    settings = RunSettings(data=DataSettings(source=str(folder), leave_out=("dog/000.jpg", "frog")))
    run = RunFolder(path)
    run.path.mkdir()
    names = tuple(f"{group}/{number:03}.jpg" for group in ("cat", "dog") for number in range(3))
    record = DataRecord(
        name="pets", classes=("cat", "dog"), fingerprint="", splits={"train": names[:3] + names[4:]}
    )
    run.data.write_bytes(msgspec.json.encode(record))
    return run, settings


def test_photos_that_came_since_a_run_are_noticed_and_those_never_used_are_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "pets"
    write_classes(folder, {"cat": 4, "dog": 3, "frog": 1})
    run, settings = made_of(folder, tmp_path / "run")
    # cat/003.jpg was there and is not used: it is a copy, say.
    later = run.data.stat().st_mtime + 60
    os.utime(run.data, (later, later))
    assert not are_others(run, settings)
    os.utime(run.data, (later - 120, later - 120))
    assert are_others(run, settings)
    (folder / "cat" / "003.jpg").unlink()
    assert not are_others(run, settings)
    (folder / "bird").mkdir()
    (folder / "bird" / "000.jpg").write_bytes((folder / "cat" / "000.jpg").read_bytes())
    assert are_others(run, settings)
    (folder / "bird" / "000.jpg").unlink()
    (folder / "cat" / "000.jpg").unlink()
    assert are_others(run, settings)
    (folder / MARK).unlink()
    assert not are_others(run, settings)


def test_a_kept_test_image_leads_back_to_its_photo(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")
    photos = add_photos(run, tmp_path / "photos")
    found = sample_original(run, 3, 640, Task())
    assert (found.name, found.why_not) == (f"test/{photos[3].name}", "")
    with Image.open(io.BytesIO(found.image)) as whole, Image.open(photos[3]) as photo:
        assert np.array_equal(np.asarray(whole), np.asarray(photo))
    Image.new("RGB", (48, 32), "red").save(photos[3])
    assert sample_original(run, 3, 640, Task()).why_not == "changed"
    photos[3].unlink()
    assert sample_original(run, 3, 640, Task()) == SampleOriginal(found.name, why_not="gone")
    shutil.rmtree(tmp_path / "photos")
    assert sample_original(run, 4, 640, Task()).why_not == "gone"


def test_a_run_that_does_not_say_which_photos_its_test_images_were_is_told_of(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")
    add_photos(run, tmp_path / "photos")
    kept = read_samples(run.samples, (32, 32, 3), len(CLASSES))
    np.savez_compressed(run.samples, pictures=kept.images, labels=kept.labels)
    assert sample_original(run, 0, 640, Task()).why_not == "unknown"
