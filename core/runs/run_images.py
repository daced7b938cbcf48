"""The images that a run's files name, so that they can be shown.

Nothing here needs TensorFlow, and it may be asked from any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets.images import network_view
from core.datasets.listing import image_folder
from core.datasets.photo_folder import PhotoFolder
from core.errors import SqueezeError
from core.paths import cache_folder
from core.runs.data import read_data_record
from core.runs.folder import RunFolder
from core.sample_scenes import draw_numbered
from core.settings import SAMPLE_SCENES, RunSettings
from core.task import Task


@dataclass(frozen=True)
class RunImages:
    """Images by their names in data.json and in details."""

    _view: Callable[[str, int], NDArray[np.uint8]]

    def thumbnail(self, name: str, side: int) -> NDArray[np.uint8]:
        """The middle of an image as (side, side, 3).

        Raises data-not-found, data-permission or picture-unreadable.
        """
        return self._view(name, side)


def images_of(settings: RunSettings, task: Task) -> RunImages:
    """The images of a run with these settings. What is packed is unpacked, unless it has been.

    Raises what unpacking raises.
    """
    if settings.data.source == SAMPLE_SCENES:
        size, seed = settings.data.image_size, settings.seed
        return RunImages(lambda name, side: network_view(_scene(name, size, seed), side, gray=False))
    folder = image_folder(Path(settings.data.source), cache_folder(), task)
    return RunImages(lambda name, side: network_view(folder / name, side, gray=False))


def are_others(folder: RunFolder, settings: RunSettings) -> bool:
    """Whether photos came, were moved or deleted since a run, in a folder that this program made.

    In any other folder nothing is looked for: there the program changes nothing itself.
    """
    photos = PhotoFolder(Path(settings.data.source))
    if settings.data.source == SAMPLE_SCENES or not photos.is_own:
        return False
    try:
        record, before = read_data_record(folder.data), folder.data.stat().st_mtime
    except (OSError, SqueezeError):
        return False
    used = {name for names in record.splits.values() for name in names}
    if not all((photos.path / name).is_file() for name in used):
        return True
    unused = {*settings.data.leave_out, *(settings.data.set_aside or ()), *record.set_aside}
    return any(_has_come(photo, before) for photo in _photos_without(photos, used | unused))


def _photos_without(photos: PhotoFolder, names: set[str]) -> Iterator[Path]:
    """The photos that are named neither themselves nor by their class."""
    for group in photos.classes:
        if group not in names:
            yield from (photo for photo in photos.photos(group) if f"{group}/{photo.name}" not in names)


def _has_come(photo: Path, before: float) -> bool:
    """Whether a file was written or put there later; one that was there may be unused, such as a copy."""
    try:
        seen = photo.stat()
    except OSError:
        return False
    return max(seen.st_mtime, seen.st_ctime) > before


def _scene(name: str, image_size: int, seed: int) -> NDArray[np.uint8]:
    scene, _, number = name.partition("/")
    return draw_numbered(scene, int(number) - 1, image_size, seed)
