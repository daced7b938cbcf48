"""One image: from the bytes of a file to a square array of uint8.

What a file is, its content says, not its name. The image is turned upright (EXIF), see-through parts become
white, 16 bits are scaled to 8. Of an image that is not square the centered square is kept, as the boards'
firmware keeps it of what the camera sees; it is scaled with an antialiased bilinear filter. Colors are taken
as sRGB: embedded profiles are not applied.
"""

from __future__ import annotations

import io
import re
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from core.errors import DataError
from core.files import content_of

SMALLEST_SIDE = 8
"""An image with a shorter side shows nothing that could be learned."""
MOST_PIXELS = 80_000_000
"""Larger images are refused: a small file can claim any size, and a decoder takes the memory at once."""
MOST_SCANS = 200
"""A progressive JPEG has about ten. Each goes over the whole image, and 36 bytes are enough for one."""
THUMBNAIL_SIDE = 16
"""Pixels by which near copies are known."""
HEAD_BYTES = 32
"""How much of a file `image_format` needs."""

_SIGNATURES = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    # 'BM' alone would begin many a text; only a few header lengths exist.
    ("BMP", re.compile(rb"BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)),
)
_JPEG_SCAN = b"\xff\xda"
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""From the EXIF orientation (Exif 2.32, tag 0x0112) to what undoes it."""
_REDUCING_GAP = 2.0
"""Cheap whole-number shrinking stops at twice the wanted size; the filter does the rest."""


class Problem(StrEnum):
    """Why a file cannot be used as an image."""

    NOT_AN_IMAGE = "not-a-picture"
    DAMAGED = "damaged"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    MISSING = "missing"

    @property
    def explanation(self) -> str:
        """The end of a sentence: 'the file ...'."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Problem.NOT_AN_IMAGE: "is not a JPEG, PNG, BMP, GIF or WebP image",
    Problem.DAMAGED: "is damaged or incomplete",
    Problem.TOO_SMALL: f"is less than {SMALLEST_SIDE} pixels wide or high",
    Problem.TOO_LARGE: f"has more than {MOST_PIXELS // 1_000_000} million pixels",
    Problem.MISSING: "is missing or a broken link",
}


class UnreadableImage(Exception):
    """The bytes are not a usable image. `detail` is the decoder's own words."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        self.problem = problem
        self.detail = detail
        super().__init__(f"{problem.explanation} ({detail})" if detail else problem.explanation)


def image_format(head: bytes) -> str | None:
    """The name of the image format that a file's first `HEAD_BYTES` bytes belong to, or None."""
    return next((name for name, signature in _SIGNATURES if signature.match(head)), None)


def size_and_thumbnail(data: bytes) -> tuple[tuple[int, int], bytes]:
    """Width and height in pixels, as stored, of an image whose bytes were all decoded once; its thumbnail.

    The thumbnail is the image as `square_image` gives it at `THUMBNAIL_SIDE` pixels in gray, row by row.
    Raises `UnreadableImage`.
    """
    image = _opened(data)
    size = image.size
    # Every coded byte of a JPEG is read at any scale; at a small one that is quick.
    return size, _upright_square(image, THUMBNAIL_SIDE, "L").tobytes()


def square_image(data: bytes, image_size: int, *, gray: bool) -> NDArray[np.uint8]:
    """The image as (image_size, image_size, 3), or 1 channel if `gray` (ITU-R 601 luma).

    Raises `UnreadableImage`.
    """
    return _as_array(_upright_square(_opened(data), image_size, "L" if gray else "RGB"))


def upright_image(data: bytes, most: int) -> Image.Image:
    """The whole image in colors, upright, at most `most` pixels wide and high. Raises `UnreadableImage`."""
    image = _opened(data)
    image.draft("RGB", (most, most))
    try:
        flat = _flat(image, "RGB")
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableImage(Problem.DAMAGED, str(error)) from error
    flat.thumbnail((most, most))
    turn = _UPRIGHT.get(_orientation(image))
    return flat if turn is None else flat.transpose(turn)


def resized(pixels: NDArray[np.uint8], image_size: int, *, gray: bool) -> NDArray[np.uint8]:
    """An image array (height, width, 1 or 3) as `square_image` would give it."""
    image = Image.fromarray(pixels[..., 0] if pixels.shape[-1] == 1 else pixels)
    return _as_array(_center_square(_flat(image, "L" if gray else "RGB"), image_size))


def read_image(path: Path, image_size: int, *, gray: bool) -> NDArray[np.uint8]:
    """The image in a file, as `square_image` gives it.

    Raises `SqueezeError`: data-not-found, data-permission, not-a-file, picture-unreadable.
    """
    try:
        return square_image(content_of(path), image_size, gray=gray)
    except FileNotFoundError as error:
        raise DataError("data-not-found", path=path) from error
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    except (UnreadableImage, OSError) as error:
        raise DataError("picture-unreadable", detail=str(error), path=path) from error


def network_view(
    image: Path | bytes | NDArray[np.uint8], image_size: int, *, gray: bool
) -> NDArray[np.uint8]:
    """What the network is shown of an image: uint8 (image_size, image_size, 3), or 1 channel if `gray`.

    `image` is a file, the bytes of one, or an array (height, width, 1 or 3). Raises what `read_image`
    raises, and `UnreadableImage` for bytes.
    """
    if isinstance(image, Path):
        return read_image(image, image_size, gray=gray)
    if isinstance(image, bytes):
        return square_image(image, image_size, gray=gray)
    return resized(image, image_size, gray=gray)


def _opened(data: bytes) -> Image.Image:
    """The image with its header read, its size within the limits."""
    name = image_format(data[:HEAD_BYTES])
    if name is None:
        raise UnreadableImage(Problem.NOT_AN_IMAGE)
    try:
        image = Image.open(io.BytesIO(data), formats=(name,))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableImage(Problem.TOO_LARGE, str(error)) from error
    except MemoryError:
        raise
    except Exception as error:
        # Decoders meet damaged bytes with errors of every kind, from SyntaxError to struct.error.
        raise UnreadableImage(Problem.DAMAGED, str(error)) from error
    if image.width * image.height > MOST_PIXELS:
        raise UnreadableImage(Problem.TOO_LARGE, f"{image.width} x {image.height}")
    if min(image.size) < SMALLEST_SIDE:
        raise UnreadableImage(Problem.TOO_SMALL, f"{image.width} x {image.height}")
    if name == "JPEG" and (scans := data.count(_JPEG_SCAN)) > MOST_SCANS:
        raise UnreadableImage(Problem.DAMAGED, f"{scans:,} scans of one image")
    return image


def _upright_square(image: Image.Image, side: int, mode: str) -> Image.Image:
    """The middle of an opened image, decoded and turned upright."""
    wanted = round(side * _REDUCING_GAP)
    image.draft(mode, (wanted, wanted))
    try:
        image.load()
        square = _center_square(_flat(image, mode), side)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableImage(Problem.DAMAGED, str(error)) from error
    turn = _UPRIGHT.get(_orientation(image))
    return square if turn is None else square.transpose(turn)


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:
        # An image whose EXIF is damaged is still an image.
        return 1


def _flat(image: Image.Image, mode: str) -> Image.Image:
    """The image in `mode`, 'RGB' or 'L', with white where it was see-through."""
    if image.mode.startswith("I"):
        image = _from_16_bits(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    return image if image.mode == mode else image.convert(mode)


def _from_16_bits(image: Image.Image) -> Image.Image:
    """0..65535 scaled to 0..255; Pillow's own conversion to 8 bits clips."""
    levels = np.asarray(image).clip(0, 65535).astype(np.uint32)
    scaled = ((levels * 255 + 32767) // 65535).astype(np.uint8)
    scaled[levels == image.info.get("transparency", -1)] = 255
    return Image.fromarray(scaled)


def _center_square(image: Image.Image, image_size: int) -> Image.Image:
    # The box may begin at half a pixel: so the square is the same whichever way the image is turned.
    side = min(image.size)
    left, top = (image.width - side) / 2, (image.height - side) / 2
    return image.resize(
        (image_size, image_size),
        Image.Resampling.BILINEAR,
        box=(left, top, left + side, top + side),
        reducing_gap=_REDUCING_GAP,
    )


def _as_array(image: Image.Image) -> NDArray[np.uint8]:
    array = np.asarray(image, dtype=np.uint8)
    return array if array.ndim == 3 else array[..., np.newaxis]
