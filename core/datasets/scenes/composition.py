"""One picture from first to last: conditions, scene, camera, film."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray

from core.datasets.scenes.buildings import paint_buildings
from core.datasets.scenes.canvas import Canvas
from core.datasets.scenes.conditions import Conditions, draw_conditions
from core.datasets.scenes.easel import Easel
from core.datasets.scenes.film import develop, frame
from core.datasets.scenes.forest import paint_forest
from core.datasets.scenes.glacier import paint_glacier
from core.datasets.scenes.mountain import paint_mountain
from core.datasets.scenes.sea import paint_sea
from core.datasets.scenes.sky import paint_precipitation
from core.datasets.scenes.street import paint_street

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


def draw_scene(scene: str, seed: int, size: int) -> NDArray[np.uint8]:
    """One picture of class `scene`: (size, size, 3), red, green and blue from 0 to 255.

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


def scene_conditions(scene: str, seed: int) -> Conditions:
    """The conditions of the picture that `draw_scene` draws."""
    return draw_conditions(_dice(scene, seed))


def _dice(scene: str, seed: int) -> Random:
    return Random(f"{scene}/{seed}")
