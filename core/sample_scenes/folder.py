"""The scenes as an ordinary class folder in the cache: drawn once, and mended where something is amiss."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from core.files import make_folder, retry_while_open, writing
from core.paths import cache_folder
from core.sample_scenes.drawing import SCENE_CLASSES, draw_numbered
from core.task import Task

FOLDER = "sample-scenes"
VERSION = 1
"""To be counted up when a scene is drawn otherwise: folders have it in their names."""
_UNFINISHED = ".part"
_UNUSED_SECONDS = 30 * 24 * 3600
_FAST = 1
"""Of zlib's levels: the usual one takes up to four times as long, for files a tenth smaller."""


def scenes_folder(count: int, size: int, seed: int, task: Task) -> Path:
    """The folder 'scenes' in the cache with `count` PNG files of each class, as in `sea/0001`.

    Images are (size, size, 3), that of `draw_numbered`; their names count from 1. They are drawn where they
    are missing or damaged. The folder appears whole: what a stopped or killed process has drawn is kept
    beside it and gone on with, also by several processes at once.

    Raises disk-full, write-permission, not-a-folder; `Cancelled`.
    """
    folder = cache_folder() / FOLDER / f"{VERSION}-{size}px-{count}-seed{seed}"
    unfinished = folder.with_name(folder.name + _UNFINISHED)
    while not folder.is_dir():
        _remove_unused(folder.parent)
        # Another process may give the folder its name meanwhile: then the rest of the work is done in that.
        with contextlib.suppress(FileNotFoundError):
            _complete(unfinished, count, size, seed, task)
            _put_in_place(unfinished, folder)
    _complete(folder, count, size, seed, task)
    with contextlib.suppress(OSError):
        os.utime(folder)
    return _scenes_in(folder)


def scene_name(scene: str, number: int) -> str:
    """The name of an image in the data set, as in `sea/0001`; numbers count from 0."""
    # Without an ending: runs have always known the scenes by these names.
    return f"{scene}/{number + 1:04}"


def _scenes_in(folder: Path) -> Path:
    # A data set is called as its folder.
    return folder / "scenes"


def _complete(folder: Path, count: int, size: int, seed: int, task: Task) -> None:
    """Draw what is missing or damaged. Raises `FileNotFoundError` when the folder gets another name."""
    missing = []
    for scene, number in _numbered(count):
        task.check_cancelled()
        if not _is_whole(_file(folder, scene, number), size):
            missing.append((scene, number))
    if not missing:
        return
    task.status("Drawing the sample scenes")
    for scene in SCENE_CLASSES:
        make_folder(_scenes_in(folder) / scene)
    for scene, number in task.track(missing, len(missing), "pictures"):
        _draw(_file(folder, scene, number), scene, number, size, seed)


def _numbered(count: int) -> Iterator[tuple[str, int]]:
    return ((scene, number) for number in range(count) for scene in SCENE_CLASSES)


def _file(folder: Path, scene: str, number: int) -> Path:
    return _scenes_in(folder) / scene_name(scene, number)


def _is_whole(path: Path, size: int) -> bool:
    """Whether there is a PNG file of this size whose checksums are right."""
    try:
        with Image.open(path, formats=("PNG",)) as image:
            image.verify()
            return image.size == (size, size)
    except MemoryError:
        raise
    except Exception:
        # Of damaged bytes Pillow raises errors of many kinds.
        return False


def _draw(path: Path, scene: str, number: int, size: int, seed: int) -> None:
    temporary = path.with_name(f".{path.name}-{os.getpid()}.tmp")
    image = Image.fromarray(draw_numbered(scene, number, size, seed))
    with writing(path):
        try:
            # Not forced to the disk, which takes longer than to draw again what a power failure has cost.
            image.save(temporary, "PNG", compress_level=_FAST)
            retry_while_open(lambda: temporary.replace(path))
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def _put_in_place(unfinished: Path, folder: Path) -> None:
    with writing(folder):
        try:
            retry_while_open(lambda: unfinished.rename(folder))
        except OSError:
            if not folder.is_dir():
                raise
            # Another process was first.
            shutil.rmtree(unfinished, ignore_errors=True)


def _remove_unused(parent: Path) -> None:
    """Remove what nobody has asked for in a month: other seeds, sizes and versions."""
    with contextlib.suppress(OSError):
        for folder in parent.iterdir():
            if time.time() - folder.stat().st_mtime > _UNUSED_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)
