"""Variations of images, as training shows them: mirrored, turned, moved, zoomed and tinted by chance.

What chance decides is drawn here for training and for a preview alike. Training applies it with TensorFlow
(`core.training.feed.augmented`), `varied` with numpy: a test holds the two to the same values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_MAX_ROTATION = 0.1
_ZOOM = (0.75, 1.0)
_STRETCH = 0.15
_SHIFT = 0.08
_BRIGHTNESS = 0.15
_CONTRAST = (0.8, 1.25)
_SATURATION = (0.7, 1.3)
_CHANCES = 9


@dataclass(frozen=True, eq=False)
class Variations:
    """One variation for each of N images.

    `transforms` (N, 8) lead from a place in the new image to one in the old, as TensorFlow's
    ImageProjectiveTransformV3 has it: x' = a0 x + a1 y + a2, y' = a3 x + a4 y + a5; the last two are 0.
    `tints` (N, 3) are what is added to values of 0..255, the factor on contrast and that on saturation.
    """

    transforms: Floats
    tints: Floats


def draw_variations(count: int, image_size: int, seed: Sequence[int]) -> Variations:
    """Variations for `count` images of `image_size` pixels: always the same ones from the same seed."""
    chance = np.random.default_rng(seed).random((_CHANCES, count), np.float32)
    mirror = np.where(chance[0] < 0.5, -1.0, 1.0)
    angle = (chance[1] * 2 - 1) * _MAX_ROTATION
    zoom = np.sqrt(_ZOOM[0] + chance[2] * (_ZOOM[1] - _ZOOM[0]))
    stretch = np.exp((chance[3] * 2 - 1) * _STRETCH)
    zoom_x, zoom_y = zoom * stretch, zoom / stretch
    move_x, move_y = (chance[4] * 2 - 1) * _SHIFT * image_size, (chance[5] * 2 - 1) * _SHIFT * image_size
    cosine, sine = np.cos(angle), np.sin(angle)
    center = (image_size - 1) / 2
    # Rows of the transform about the center.
    a, b = mirror * zoom_x * cosine, -zoom_x * sine
    c, d = mirror * zoom_y * sine, zoom_y * cosine
    zero = np.zeros(count)
    to_x = (a, b, center - a * center - b * center + move_x)
    to_y = (c, d, center - c * center - d * center + move_y)
    brightness = (chance[6] * 2 - 1) * _BRIGHTNESS * 255
    contrast = _CONTRAST[0] + chance[7] * (_CONTRAST[1] - _CONTRAST[0])
    saturation = _SATURATION[0] + chance[8] * (_SATURATION[1] - _SATURATION[0])
    return Variations(
        np.stack([*to_x, *to_y, zero, zero], axis=1).astype(np.float32),
        np.stack([brightness, contrast, saturation], axis=1).astype(np.float32),
    )


def varied(images: Floats, variations: Variations) -> Floats:
    """Images float32 (N, size, size, 1 or 3) with values 0..255, each in its variation."""
    return _recolored(_moved(images, variations.transforms), variations.tints)


def augmented_previews(image: NDArray[np.uint8], seed: int, count: int) -> NDArray[np.uint8]:
    """`count` variations uint8 (count, size, size, channels) of an image (size, size, channels).

    They are such as training shows the network; other seeds give others.
    """
    variations = draw_variations(count, image.shape[0], [seed])
    repeated = np.broadcast_to(image.astype(np.float32), (count, *image.shape))
    return np.rint(varied(repeated, variations)).astype(np.uint8)


def _moved(images: Floats, transforms: Floats) -> Floats:
    """Bilinear samples; beyond its edge an image is continued as in a mirror."""
    count, size = images.shape[:2]
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    parts = transforms[:, :6].reshape(count, 6, 1, 1)
    from_x = _reflected(parts[:, 0] * x + parts[:, 1] * y + parts[:, 2], size)
    from_y = _reflected(parts[:, 3] * x + parts[:, 4] * y + parts[:, 5], size)
    left, top = from_x.astype(np.int64), from_y.astype(np.int64)
    right, bottom = np.minimum(left + 1, size - 1), np.minimum(top + 1, size - 1)
    share_x, share_y = (from_x - left)[..., np.newaxis], (from_y - top)[..., np.newaxis]
    which = np.arange(count)[:, np.newaxis, np.newaxis]
    above = images[which, top, left] * (1 - share_x) + images[which, top, right] * share_x
    below = images[which, bottom, left] * (1 - share_x) + images[which, bottom, right] * share_x
    moved: Floats = above * (1 - share_y) + below * share_y
    return moved


def _reflected(places: Floats, size: int) -> Floats:
    """Coordinates brought into 0..size - 1, where the image continues as [dcba|abcd|dcba]."""
    around = np.mod(places, 2 * size)
    inside = np.where(around >= size, 2 * size - 1 - around, around)
    return np.clip(inside, 0, size - 1).astype(np.float32)


def _recolored(images: Floats, tints: Floats) -> Floats:
    brightness, contrast, saturation = tints.T.reshape(3, len(tints), 1, 1, 1)
    mean = images.mean(axis=(1, 2, 3), keepdims=True)
    changed = (images - mean) * contrast + mean + brightness
    if images.shape[-1] == 3:
        gray = changed.mean(axis=-1, keepdims=True)
        changed = (changed - gray) * saturation + gray
    tinted: Floats = np.clip(changed, 0, 255)
    return tinted
