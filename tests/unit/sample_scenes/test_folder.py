"""The folder of sample scenes in the cache: drawn once, whole, and mended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import Cancelled, SqueezeError
from core.events import Progress, Status
from core.paths import cache_folder
from core.sample_scenes import SCENE_CLASSES, draw_numbered, scenes_folder
from core.sample_scenes.folder import FOLDER
from core.task import Task
from tests.recording import RecordingTask

COUNT, SIDE, SEED = 2, 32, 5
_LIMIT = 120
PROGRAM = """
from core.sample_scenes import scenes_folder
from core.task import Task
scenes_folder(10, 96, 5, Task())
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return cache_folder() / FOLDER


def drawn(task: Task | None = None) -> Path:
    return scenes_folder(COUNT, SIDE, SEED, task or Task())


def pixels(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.asarray(image)


def files_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def total(task: RecordingTask) -> int:
    """How many scenes were drawn."""
    assert [status.text for status in task.of(Status)] == ["Drawing the sample scenes"]
    last = task.of(Progress)[-1]
    assert last.done == last.total
    return int(last.total)


def test_every_class_has_a_folder_of_its_scenes(cache: Path) -> None:
    task = RecordingTask()
    folder = drawn(task)
    assert files_below(folder) == [f"{name}/000{number}" for name in SCENE_CLASSES for number in (1, 2)]
    assert total(task) == 12
    for name in SCENE_CLASSES:
        assert np.array_equal(pixels(folder / name / "0002"), draw_numbered(name, 1, SIDE, SEED))
    assert [path.name for path in cache.iterdir()] == [folder.parent.name]


def test_they_are_drawn_once() -> None:
    folder = drawn()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    task = RecordingTask()
    assert drawn(task) == folder
    assert task.events == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("other", [(COUNT + 1, SIDE, SEED), (COUNT, 48, SEED), (COUNT, SIDE, SEED + 1)])
def test_others_have_a_folder_of_their_own(other: tuple[int, int, int]) -> None:
    folder = scenes_folder(*other, Task())
    assert folder != drawn()
    assert len(files_below(folder)) == 6 * other[0]
    assert pixels(folder / "sea" / "0001").shape == (other[1], other[1], 3)


def _another_side(path: Path) -> None:
    Image.new("RGB", (SIDE, SIDE + 1)).save(path, "PNG")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-20]),
    "a bit turned": lambda path: path.write_bytes(path.read_bytes()[:200] + b"!" + path.read_bytes()[201:]),
    "no image": lambda path: path.write_text("sea"),
    "another side": _another_side,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_drawn_again(damage: str) -> None:
    folder = drawn()
    path, other = folder / "sea" / "0001", folder / "sea" / "0002"
    before = other.stat().st_mtime_ns
    DAMAGES[damage](path)
    task = RecordingTask()
    drawn(task)
    assert total(task) == 1
    assert np.array_equal(pixels(path), draw_numbered("sea", 0, SIDE, SEED))
    assert other.stat().st_mtime_ns == before
    assert len(files_below(folder)) == 12


def test_classes_that_were_deleted_are_drawn_again() -> None:
    folder = drawn()
    for path in (folder / "sea").iterdir():
        path.unlink()
    (folder / "sea").rmdir()
    task = RecordingTask()
    drawn(task)
    assert total(task) == COUNT


def test_what_was_drawn_before_it_was_stopped_is_not_drawn_again(cache: Path) -> None:
    stopping = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        drawn(stopping)
    assert [path.suffix for path in cache.iterdir()] == [".part"]
    begun = len(files_below(cache))
    assert 0 < begun < 12
    task = RecordingTask()
    folder = drawn(task)
    assert total(task) == 12 - begun
    assert [path.name for path in cache.iterdir()] == [folder.parent.name]


def test_what_a_killed_process_left_is_gone_on_with(cache: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM]) as process:
        limit = time.monotonic() + _LIMIT
        while not any(cache.glob("*/scenes/sea/0*")) and time.monotonic() < limit:
            time.sleep(0.01)
        process.kill()
    task = RecordingTask()
    folder = scenes_folder(10, 96, 5, task)
    assert total(task) < 60
    assert len([name for name in files_below(folder) if not Path(name).name.startswith(".")]) == 60
    assert [path.name for path in cache.iterdir()] == [folder.parent.name]


def test_several_processes_may_draw_the_same_at_once(cache: Path) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", PROGRAM]) for _ in range(3)]
    assert [process.wait(_LIMIT) for process in processes] == [0, 0, 0]
    task = RecordingTask()
    folder = scenes_folder(10, 96, 5, task)
    assert task.events == []
    assert [path.name for path in cache.iterdir()] == [folder.parent.name]


def test_what_nobody_has_asked_for_in_a_month_goes(cache: Path) -> None:
    old, used = scenes_folder(1, SIDE, 1, Task()).parent, scenes_folder(1, SIDE, 2, Task()).parent
    for folder in (old, used):
        os.utime(folder, (0, 0))
    scenes_folder(1, SIDE, 2, Task())
    new = scenes_folder(1, SIDE, 3, Task()).parent
    assert set(cache.iterdir()) == {used, new}


def test_a_cache_that_cannot_be_written_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/sys")
    with pytest.raises(SqueezeError) as caught:
        drawn()
    assert caught.value.code == "write-permission"


def test_a_file_in_the_folder_s_place_is_told_of(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("in the way")
    with pytest.raises(SqueezeError) as caught:
        drawn()
    assert caught.value.code == "not-a-folder"
