"""The images that a run's files name, so that they can be shown.

Nothing here needs TensorFlow, and it may be asked from any thread.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.datasets.images import UnreadableImage, network_view, upright_image
from core.datasets.listing import image_folder
from core.datasets.photo_folder import PhotoFolder
from core.errors import DataError, SqueezeError
from core.files import content_of
from core.paths import cache_folder
from core.runs.data import read_data_record
from core.runs.finished_model import finished_model, samples_of
from core.runs.folder import RunFolder
from core.sample_scenes import draw_numbered
from core.settings import SAMPLE_SCENES, RunSettings
from core.task import Task


@dataclass(frozen=True)
class RunImages:
    """Images by their names in data.json and in details."""

    _source: Callable[[str], Path | NDArray[np.uint8]]

    def thumbnail(self, name: str, side: int) -> NDArray[np.uint8]:
        """The middle of an image as (side, side, 3).

        Raises data-not-found, data-permission or picture-unreadable.
        """
        return self.square(name, side, gray=False)

    def square(self, name: str, side: int, *, gray: bool) -> NDArray[np.uint8]:
        """What a network is shown of an image. Raises what `thumbnail` raises."""
        return network_view(self._source(name), side, gray=gray)

    def whole(self, name: str, most: int) -> bytes:
        """All of an image in colors, upright, at most `most` pixels wide and high, as PNG.

        Raises data-not-found, data-permission or picture-unreadable.
        """
        source, file = self._source(name), io.BytesIO()
        if isinstance(source, Path):
            try:
                image = upright_image(content_of(source), most)
            except (UnreadableImage, OSError) as error:
                raise DataError("picture-unreadable", detail=str(error), path=source) from error
        else:
            image = Image.fromarray(source)
        image.save(file, "PNG")
        return file.getvalue()


@dataclass(frozen=True)
class SampleOriginal:
    """The photo that a kept test image was cut out of, as a file, or `why_not`.

    `unknown`: the run does not say which one it was. `gone`: it is no longer where it was. `changed`: what is
    there now is another image.
    """

    name: str = ""
    image: bytes = b""
    why_not: Literal["", "unknown", "gone", "changed"] = ""


def images_of(settings: RunSettings, task: Task) -> RunImages:
    """The images of a run with these settings. What is packed is unpacked, unless it has been.

    Raises what unpacking raises.
    """
    if settings.data.source == SAMPLE_SCENES:
        size, seed = settings.data.image_size, settings.seed
        return RunImages(lambda name: _scene(name, size, seed))
    folder = image_folder(Path(settings.data.source), cache_folder(), task)
    return RunImages(lambda name: folder / name)


def sample_original(folder: RunFolder, number: int, most: int, task: Task) -> SampleOriginal:
    """The photo of a finished run's kept test image (from 0), at most `most` pixels wide and high.

    It is the same photo if it still gives the very square that the run has kept. Raises what reading the run
    raises, and `Cancelled`.
    """
    finished = finished_model(folder, "Comparing with the board")
    samples, settings = samples_of(folder, finished), finished.record.settings
    names = read_data_record(folder.data).splits.get("test", ())
    place = -1 if samples.numbers is None else int(samples.numbers[number])
    if not 0 <= place < len(names):
        return SampleOriginal(why_not="unknown")
    try:
        images = images_of(settings, task)
        square = images.square(names[place], settings.data.image_size, gray=settings.data.gray)
        if not np.array_equal(square, samples.images[number]):
            return SampleOriginal(names[place], why_not="changed")
        return SampleOriginal(names[place], images.whole(names[place], most))
    except DataError as error:
        is_gone = error.code in ("data-not-found", "data-permission")
        return SampleOriginal(names[place], why_not="gone" if is_gone else "changed")


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
