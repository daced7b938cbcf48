"""The images that the last file was most wrong about, as small JPEGs in the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import SqueezeError
from core.evaluation.confusion import Mistake
from core.report.answers import data_uri
from core.report.contents import RunContents
from core.runs.run_images import images_of
from core.task import Task

_SIDE = 144
_QUALITY = 82

Thumbnail = Callable[[str, int], NDArray[np.uint8]]


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
    try:
        thumbnail = images_of(contents.record.settings, task).thumbnail
    except SqueezeError as error:
        return Mistakes(tuple(ShownMistake(mistake, "") for mistake in details.mistakes), error.happened)
    missing: list[str] = []
    shown = []
    for mistake in details.mistakes:
        task.check_cancelled()
        shown.append(ShownMistake(mistake, _image(mistake.image, thumbnail, missing)))
    return Mistakes(tuple(shown), missing[0] if missing else "")


def _image(name: str, thumbnail: Thumbnail, missing: list[str]) -> str:
    try:
        return data_uri(Image.fromarray(thumbnail(name, _SIDE)), "JPEG", quality=_QUALITY)
    except (SqueezeError, OSError, ValueError) as error:
        missing.append(error.happened if isinstance(error, SqueezeError) else str(error))
        return ""
