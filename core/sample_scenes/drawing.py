"""One image from first to last: conditions, scene, camera, film.

Films differ so much (tinted, faded, black and white, too dark, too light) that the colors of an image say
little about what is on it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.sample_scenes.buildings import paint_buildings
from core.sample_scenes.canvas import Canvas
from core.sample_scenes.conditions import Conditions, Easel, draw_conditions
from core.sample_scenes.forest import paint_forest
from core.sample_scenes.glacier import paint_glacier
from core.sample_scenes.mountain import paint_mountain
from core.sample_scenes.sea import paint_sea
from core.sample_scenes.sky_and_water import paint_precipitation
from core.sample_scenes.street import paint_street
from core.sample_scenes.textures import Tile, cut

_PAINTERS: dict[str, Callable[[Easel], None]] = {
    "buildings": paint_buildings,
    "forest": paint_forest,
    "glacier": paint_glacier,
    "mountain": paint_mountain,
    "sea": paint_sea,
    "street": paint_street,
}
SCENE_CLASSES: tuple[str, ...] = tuple(sorted(_PAINTERS))

_FINEST = 128
_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)


def draw_scene(scene: str, seed: int, size: int) -> NDArray[np.uint8]:
    """One image of class `scene`: (size, size, 3), red, green and blue from 0 to 255.

    The same class, seed and size give the same bytes; another size shows the same scene. Raises `KeyError`
    when `scene` is none of `SCENE_CLASSES`.
    """
    paint = _PAINTERS[scene]
    dice = _dice(scene, seed)
    fineness = max(2, -(-_FINEST // size))
    easel = Easel(Canvas(size * fineness), dice, draw_conditions(dice))
    paint(easel)
    paint_precipitation(easel)
    return develop(frame(easel.canvas.image, dice).reduce(fineness), dice)


def draw_numbered(scene: str, number: int, size: int, seed: int) -> NDArray[np.uint8]:
    """The image with this number, from 0, of the class `scene` among those of a seed.

    No two seeds share an image. Raises `KeyError` as `draw_scene` does.
    """
    return draw_scene(scene, (seed << 32) + number, size)


def scene_conditions(scene: str, seed: int) -> Conditions:
    """The conditions of the image that `draw_scene` draws."""
    return draw_conditions(_dice(scene, seed))


def _dice(scene: str, seed: int) -> Random:
    return Random(f"{scene}/{seed}")


def frame(image: Image.Image, dice: Random) -> Image.Image:
    """The image as a camera held a little askew sees it: perhaps mirrored, tilted, moved and closer."""
    side = image.width
    angle = math.radians(dice.uniform(-4.0, 4.0))
    cosine, sine = math.cos(angle), math.sin(angle)
    fitting = cosine + abs(sine)
    zoom = fitting * dice.uniform(1.0, 1.3)
    slack = side / 2 * (1.0 - fitting / zoom)
    x = side / 2 + dice.uniform(-slack, slack)
    y = side / 2 + dice.uniform(-slack, slack)
    flip = dice.choice((-1.0, 1.0))
    a, b, d, e = flip * cosine / zoom, sine / zoom, -flip * sine / zoom, cosine / zoom
    half = side / 2
    affine = (a, b, x - (a + b) * half, d, e, y - (d + e) * half)
    return image.transform(image.size, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)


def develop(image: Image.Image, dice: Random) -> NDArray[np.uint8]:
    """The image's pixels, (side, side, 3), after exposure, tint, contrast, vignette and grain."""
    light = np.asarray(image, dtype=np.float32) / np.float32(255.0)
    side = image.width
    gray = light @ _LUMA
    mean = float(gray.mean())
    saturation = dice.choices((0.0, dice.uniform(0.3, 0.8), dice.uniform(0.85, 1.45)), (5, 22, 73))[0]
    light = gray[..., None] + (light - gray[..., None]) * np.float32(saturation)
    light *= _tint(dice)
    contrast = np.float32(dice.uniform(0.85, 1.3))
    light = (light - np.float32(mean)) * contrast + np.float32(mean)
    light *= np.float32(_exposure(dice, mean)) * _vignette(dice, side)
    grain = np.asarray(cut(Tile.GRAIN, dice, side, 0.25, 0.25), dtype=np.float32) / np.float32(255.0)
    light += (grain[..., None] - np.float32(0.5)) * np.float32(dice.choice((0.0, 0.015, 0.04)))
    np.clip(light, 0.0, 1.0, out=light)
    return (light * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)


def _exposure(dice: Random, mean: float) -> float:
    """The factor by which a camera that measures a `mean` brightness (0 to 1) lets in more or less light."""
    wanted = dice.uniform(0.36, 0.6)
    return math.pow(wanted / max(mean, 0.05), dice.uniform(0.35, 0.8))


def _tint(dice: Random) -> NDArray[np.float32]:
    """Factors for red, green and blue that leave the brightness alone."""
    strength = dice.choices((0.05, 0.14, 0.3), (55, 32, 13))[0]
    warm = dice.uniform(-strength, strength)
    green = dice.uniform(-strength, strength) * 0.6
    factors = np.array([1.0 + warm, 1.0 + green, 1.0 - warm], dtype=np.float32)
    return factors / np.float32(factors @ _LUMA)


def _vignette(dice: Random, side: int) -> NDArray[np.float32]:
    place = (np.arange(side, dtype=np.float32) + np.float32(0.5)) / np.float32(side) - np.float32(0.5)
    squares = place * place * np.float32(dice.choice((0.0, 0.4, 0.9)))
    shade: NDArray[np.float32] = np.float32(1.0) - squares[:, None] - squares[None, :]
    return shade[..., None]
