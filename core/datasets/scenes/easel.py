"""What every painting function is handed."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from core.datasets.scenes.canvas import Canvas
from core.datasets.scenes.conditions import Conditions


class Easel(NamedTuple):
    """The canvas of one picture, its source of chance, and its season, hour and weather.

    `depth`, which many painting functions take besides, is how far away a thing is: 0 at hand, 1 at the
    horizon. Colours that they take are unlit, as the thing is in white light.
    """

    canvas: Canvas
    dice: Random
    conditions: Conditions
