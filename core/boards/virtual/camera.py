"""A camera that looks at the pictures of a folder, one after the other."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.boards.link.codes import DeviceCode, DeviceFailure
from core.datasets.pictures import read_picture
from core.errors import DATA_NO_PICTURES, DATA_NOT_FOUND, SqueezeError

SECONDS_A_PICTURE = 0.5
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp"})


class Shot(NamedTuple):
    """One picture: `pixels` uint8 (size, size, 3 or 1) for the model, and the same as JPEG for a person."""

    number: int
    pixels: NDArray[np.uint8]
    jpeg: bytes


class Camera:
    """Shows the pictures in `folder` and the folders below it, in the order of their names, over and over.

    Raises DATA_NOT_FOUND when there is no such folder, and DATA_NO_PICTURES.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise SqueezeError(DATA_NOT_FOUND, path=folder)
        pictures = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
        if not pictures:
            raise SqueezeError(DATA_NO_PICTURES, path=folder)
        self._next: Iterator[tuple[int, Path]] = enumerate(itertools.cycle(pictures))

    def shoot(self, size: int, channels: int) -> Shot:
        """The next picture as a square of `size`. Raises `DeviceFailure` when it cannot be read."""
        number, path = next(self._next)
        try:
            pixels = read_picture(path, size, gray=channels == 1)
        except SqueezeError as error:
            raise DeviceFailure(DeviceCode.CAMERA_FAILED, str(error)) from error
        file = io.BytesIO()
        Image.fromarray(pixels[..., 0] if channels == 1 else pixels).save(file, "JPEG", quality=90)
        return Shot(number, pixels, file.getvalue())
