"""Textures: a few large tiles of noise, made once, from which every scene cuts its own pieces.

Cutting and stretching a piece costs far less than making noise for each image, and a piece is a place on
the tile, so it shows the same at every image size.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SIDE = 512

Floats = NDArray[np.float32]


class Tile(Enum):
    """The tiles. Each has all levels from 0 to 255 equally often, so a threshold is a share of the area."""

    BILLOW = "billow"
    """Soft clouds in all sizes."""
    RELIEF = "relief"
    """Ridges and gullies, lit from the left."""
    LEAVES = "leaves"
    """Clumps the size of foliage."""
    GRAIN = "grain"
    """Fine speckles: stone, plaster, sand."""


def cut(tile: Tile, dice: Random, pixels: int, across: float, down: float) -> Image.Image:
    """A piece of `tile` as a square of `pixels`; `across` and `down` are shares of its side, up to 1."""
    left = dice.uniform(0.0, _SIDE * (1.0 - across))
    top = dice.uniform(0.0, _SIDE * (1.0 - down))
    box = (left, top, left + _SIDE * across, top + _SIDE * down)
    return _image(tile).resize((pixels, pixels), Image.Resampling.BILINEAR, box=box)


@lru_cache(maxsize=8)
def whole(tile: Tile, pixels: int) -> Image.Image:
    """All of `tile` as a square of `pixels`. The image is shared: do not draw on it."""
    return _image(tile).resize((pixels, pixels), Image.Resampling.BILINEAR)


def receding(
    tile: Tile, dice: Random, pixels: int, horizon: float, across: float, away: float
) -> Image.Image:
    """`tile` laid on level ground that runs from the lower edge to `horizon` (0 to 1, from above).

    At the lower edge the image's width is `across` of the tile; `away` is how much of the tile's other
    direction goes by between the lower edge and half the way up. The texture fades to gray near the
    horizon, where it would flicker. Above the horizon all is gray.
    """
    rows = (np.arange(pixels, dtype=np.float32) + 0.5) / pixels
    below = rows > horizon
    reach = 1.0 - horizon
    distance = reach / np.maximum(rows[below] - horizon, 0.5 / pixels)
    place = (np.arange(pixels, dtype=np.float32) + 0.5) / pixels - 0.5
    down = (dice.randrange(_SIDE) + distance * (away * _SIDE)).astype(np.int64) % _SIDE
    side = (dice.randrange(_SIDE) + np.outer(distance, place * (across * _SIDE))).astype(np.int64) % _SIDE
    gray = np.full((pixels, pixels), 128.0, dtype=np.float32)
    clear = np.minimum(1.0, 5.0 / distance)[:, None]
    gray[below] += (_levels(tile)[down[:, None], side] - 128.0) * clear
    return Image.fromarray(gray.astype(np.uint8))


def upright(pixels: int, top: float, bottom: float) -> Image.Image:
    """Levels that fall from 255 at height `top` to 0 at height `bottom` of the image."""
    rows = (np.arange(pixels) + 0.5) / pixels
    levels = np.clip((bottom - rows) / (bottom - top), 0.0, 1.0) * 255.0
    return Image.fromarray(levels.astype(np.uint8)[:, None]).resize((pixels, pixels))


def threshold(texture: Image.Image, level: float, softness: float) -> Image.Image:
    """A mask: 255 where `texture` is above `level` (0 to 1), fading to 0 over `softness` below it."""
    low = (level - softness) * 255.0
    slope = 255.0 / max(1.0, softness * 255.0)
    return texture.point([int(min(255.0, max(0.0, (value - low) * slope))) for value in range(256)])


@cache
def _image(tile: Tile) -> Image.Image:
    return Image.fromarray(_levels(tile))


@cache
def _levels(tile: Tile) -> NDArray[np.uint8]:
    source = np.random.default_rng([ord(letter) for letter in tile.value])
    if tile is Tile.BILLOW:
        field = _fractal(source, (4, 8, 16, 32, 64, 128), 0.5)
    elif tile is Tile.RELIEF:
        ridged = 1.0 - np.abs(_fractal(source, (8, 16, 32, 64, 128), 0.55) - 0.5)
        field = np.roll(ridged, 2, axis=1) - ridged + 0.5 * (np.roll(ridged, -2, axis=0) - ridged)
    elif tile is Tile.LEAVES:
        field = _fractal(source, (32, 64, 128), 0.9)
    else:
        field = _fractal(source, (64, 128, 256), 1.2)
    return _equalized(field)


def _fractal(source: np.random.Generator, cells: tuple[int, ...], persistence: float) -> Floats:
    total = np.zeros((_SIDE, _SIDE), dtype=np.float32)
    weight = 1.0
    weights = 0.0
    for count in cells:
        total += weight * _octave(source, count)
        weights += weight
        weight *= persistence
    return total / np.float32(weights)


def _octave(source: np.random.Generator, count: int) -> Floats:
    """Smooth noise from 0 to 1 with `count` cells a side, whose opposite edges meet."""
    border = 2
    grid = np.pad(source.random((count, count), dtype=np.float32), border, mode="wrap")
    box = (border, border, border + count, border + count)
    smooth = Image.fromarray(grid).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC, box=box)
    return np.asarray(smooth)


def _equalized(field: Floats) -> NDArray[np.uint8]:
    ranks = np.empty(field.size, dtype=np.int64)
    ranks[np.argsort(field, axis=None, kind="stable")] = np.arange(field.size)
    return (ranks * 256 // field.size).astype(np.uint8).reshape(field.shape)
