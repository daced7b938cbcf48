"""The images that a run's files name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.datasets.images import read_image
from core.errors import SqueezeError
from core.runs.data import dataset_of
from core.runs.run_images import images_of
from core.settings import DataSettings, RunSettings
from core.task import Task
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
