"""Images are decoded into memory or onto the disk, and come out the same."""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.datasets.dataset import Split
from core.datasets.images import read_image
from core.datasets.store import LoadedSplit, load_split
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from core.task import Task
from tests.builders.images import encoded, noise
from tests.recording import RecordingTask

SIZE = 48
IN_MEMORY, ON_DISK = 1 << 30, 1000


@pytest.fixture
def split(tmp_path: Path) -> Split:
    """40 images of different sizes in files."""
    folder = tmp_path / "data"
    folder.mkdir()
    paths = tuple(folder / f"{number}.png" for number in range(40))
    for number, path in enumerate(paths):
        path.write_bytes(encoded(noise(number, 40 + number, 60)))
    return Split(tuple(path.name for path in paths), np.arange(40) % 2, paths)


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """As near to a full disk as a test without privileges comes: the system refuses to make a file longer."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def loaded(split: Split, cache_folder: Path, limit: int = IN_MEMORY, **options: Any) -> LoadedSplit:
    options = {"image_size": SIZE, "gray": False, "task": Task(), **options}
    return load_split(split, memory_limit_bytes=limit, cache_folder=cache_folder, **options)


@pytest.mark.parametrize(("gray", "channels"), [(False, 3), (True, 1)])
@pytest.mark.parametrize("limit", [IN_MEMORY, ON_DISK])
def test_every_image_stands_at_its_place(
    split: Split, tmp_path: Path, gray: bool, channels: int, limit: int
) -> None:
    store = loaded(split, tmp_path / "cache", limit, gray=gray)
    assert store.images.shape == (40, SIZE, SIZE, channels)
    assert store.images.dtype == np.uint8
    assert isinstance(store.images, np.memmap) == (limit == ON_DISK)
    assert store.names == split.names
    np.testing.assert_array_equal(store.labels, split.labels)
    for image, path in zip(store.images, split.images, strict=True):
        np.testing.assert_array_equal(image, read_image(Path(str(path)), SIZE, gray=gray))


def test_the_limit_is_of_pixels(split: Split, tmp_path: Path) -> None:
    exact = 40 * SIZE * SIZE * 3
    assert not isinstance(loaded(split, tmp_path, exact).images, np.memmap)
    assert isinstance(loaded(split, tmp_path, exact - 1).images, np.memmap)


@pytest.mark.parametrize("limit", [IN_MEMORY, ON_DISK])
def test_images_cannot_be_changed_by_accident(split: Split, tmp_path: Path, limit: int) -> None:
    store = loaded(split, tmp_path, limit)
    with pytest.raises(ValueError, match="read-only"):
        store.images[0] = 0


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use keeps its name there")
def test_the_file_has_no_name_to_be_left_behind(split: Split, tmp_path: Path) -> None:
    store = loaded(split, tmp_path / "cache", ON_DISK)
    assert list((tmp_path / "cache").iterdir()) == []
    assert store.images.any()


def test_an_empty_split_is_an_empty_array(tmp_path: Path) -> None:
    assert loaded(Split((), np.zeros(0, np.int64), ()), tmp_path).images.shape == (0, SIZE, SIZE, 3)


def test_progress_counts_images(split: Split, tmp_path: Path) -> None:
    task = RecordingTask()
    loaded(split, tmp_path, task=task)
    last = task.of(Progress)[-1]
    assert (last.done, last.total, last.unit) == (40, 40, "pictures")


@pytest.mark.parametrize("limit", [IN_MEMORY, ON_DISK])
def test_loading_stops_when_asked(split: Split, tmp_path: Path, limit: int) -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        loaded(split, tmp_path / "cache", limit, task=task)
    assert not list(tmp_path.glob("cache/*"))


def test_a_full_disk_is_told(split: Split, tmp_path: Path) -> None:
    with files_limited_to(50_000), pytest.raises(SqueezeError) as error:
        loaded(split, tmp_path / "cache", ON_DISK)
    assert error.value.code == "disk-full"
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_disk_with_too_little_room_is_not_filled(
    split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    task = RecordingTask()
    with pytest.raises(SqueezeError) as error:
        loaded(split, tmp_path, ON_DISK, task=task)
    assert error.value.code == "disk-full"
    assert isinstance(error.value.__cause__, OSError)
    assert error.value.__cause__.errno == errno.ENOSPC
    assert "276,480 bytes" in error.value.detail
    assert not task.of(Progress)


def test_an_image_that_changed_since_it_was_checked_is_named(split: Split, tmp_path: Path) -> None:
    path = Path(str(split.images[13]))
    path.write_text("no image any more")
    with pytest.raises(SqueezeError, match=r"13\.png") as error:
        loaded(split, tmp_path)
    assert error.value.code == "picture-unreadable"
    path.unlink()
    with pytest.raises(SqueezeError, match=r"13\.png") as error:
        loaded(split, tmp_path)
    assert error.value.code == "data-not-found"
