"""The images that the last file was most wrong about, as small JPEGs in the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from core.errors import SqueezeError
from core.evaluation.confusion import Mistake
from core.report.answers import data_uri
from core.report.contents import RunContents
from core.runs.run_images import RunImages, images_of
from core.settings import RunSettings
from core.task import Task

IMAGE_SIDE = 144
_QUALITY = 82


@dataclass(frozen=True)
class ShownMistake:
    """A mistake and its image as a data URI, empty where there is none."""

    mistake: Mistake
    image: str


@dataclass(frozen=True)
class Mistakes:
    """The worst mistakes; `missing` says why images are missing, and is empty when none is."""

    shown: tuple[ShownMistake, ...]
    missing: str


def mistakes_of(contents: RunContents, task: Task) -> Mistakes:
    """The mistakes of the last finished stage's file, with their images from where the run has its own."""
    details = contents.last_details
    if details is None or not details.mistakes:
        return Mistakes((), "")
    images, missing = mistake_images(details.mistakes, contents.record.settings, task)
    shown = [
        ShownMistake(mistake, data_uri(image, "jpeg") if image else "")
        for mistake, image in zip(details.mistakes, images, strict=True)
    ]
    return Mistakes(tuple(shown), missing)


def mistake_images(
    mistakes: Sequence[Mistake], settings: RunSettings, task: Task
) -> tuple[tuple[bytes, ...], str]:
    """A JPEG of `IMAGE_SIDE` pixels for each mistake, empty where its image is gone, and why, if any is.

    Raises `Cancelled`.
    """
    try:
        images = images_of(settings, task)
    except SqueezeError as error:
        return (b"",) * len(mistakes), error.happened
    missing: list[str] = []
    made = []
    for mistake in mistakes:
        task.check_cancelled()
        made.append(_jpeg(mistake.image, images, missing))
    return tuple(made), missing[0] if missing else ""


def _jpeg(name: str, images: RunImages, missing: list[str]) -> bytes:
    try:
        file = io.BytesIO()
        shown = Image.fromarray(images.thumbnail(name, IMAGE_SIDE))
        shown.save(file, "JPEG", optimize=True, quality=_QUALITY)
        return file.getvalue()
    except (SqueezeError, OSError, ValueError) as error:
        missing.append(error.happened if isinstance(error, SqueezeError) else str(error))
        return b""
