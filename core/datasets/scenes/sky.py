"""The sky: its gradient, clouds, sun, moon and stars."""

from __future__ import annotations

from core.datasets.scenes.colours import Colour, mix, scaled
from core.datasets.scenes.easel import Easel
from core.datasets.scenes.textures import Tile, cut, threshold, upright

_COVER = {"clear": 0.08, "fair": 0.4, "overcast": 0.85, "fog": 0.3, "rain": 0.9, "snowfall": 0.8}


def paint_sky(easel: Easel, horizon: float) -> None:
    """Fill the whole canvas with sky that is palest at `horizon`."""
    canvas, dice, conditions = easel
    low = max(horizon, 0.25)
    ramp = (conditions.sky_low, mix(conditions.sky_low, conditions.sky_top, 0.65), conditions.sky_top)
    canvas.tone(upright(canvas.pixels, 0.0, low), ramp)
    if conditions.hour == "night":
        _stars(easel, low)
    if conditions.weather in ("clear", "fair") and dice.random() < 0.6:
        _sun(easel, low)
    _clouds(easel)


def _stars(easel: Easel, low: float) -> None:
    canvas = easel.canvas
    dice = easel.dice
    for _ in range(dice.randint(8, 30)):
        size = dice.uniform(0.001, 0.0035)
        canvas.ellipse(dice.random(), dice.uniform(0.0, low), size, size, (226, 230, 242), 0.7)


def _sun(easel: Easel, low: float) -> None:
    canvas, dice, conditions = easel
    x = 0.5 + 0.45 * conditions.side
    y = low * (dice.uniform(0.55, 0.95) if conditions.hour == "sunset" else dice.uniform(0.05, 0.6))
    size = dice.uniform(0.02, 0.045)
    colour: Colour = (250, 246, 226) if conditions.hour != "sunset" else (255, 224, 150)
    if conditions.hour != "night":
        for ring in (5.0, 3.2, 2.0):
            canvas.ellipse(x, y, size * ring, size * ring, colour, 0.16)
    canvas.ellipse(x, y, size, size, colour, 0.95)


def _clouds(easel: Easel) -> None:
    canvas, dice, conditions = easel
    cover = _COVER[conditions.weather] * dice.uniform(0.5, 1.2)
    if cover < 0.06:
        return
    across = dice.uniform(0.2, 0.6)
    billow = cut(Tile.BILLOW, dice, canvas.pixels, across, min(1.0, across * dice.uniform(1.2, 3.0)))
    bright = conditions.lit((255, 252, 248), 0.75)
    if conditions.hour in ("sunset", "dusk"):
        bright = mix(bright, scaled(conditions.sky_low, 1.05), 0.5)
    mask = threshold(billow, 1.0 - cover, 0.28).point([int(level * 0.85) for level in range(256)])
    shaded = mix(bright, conditions.sky_top, 0.45)
    canvas.tone(billow, (shaded, mix(shaded, bright, 0.4), bright, bright), mask)


def paint_precipitation(easel: Easel) -> None:
    """Let it rain or snow before everything else, if that is the weather."""
    canvas, dice, conditions = easel
    if conditions.weather == "snowfall":
        for _ in range(dice.randint(40, 120)):
            size = dice.uniform(0.002, 0.007)
            canvas.ellipse(dice.random(), dice.random(), size, size, (250, 250, 252), 0.85)
    elif conditions.weather == "rain":
        slant = dice.uniform(-0.03, 0.03)
        for _ in range(dice.randint(40, 90)):
            x, y, length = dice.random(), dice.random(), dice.uniform(0.03, 0.09)
            canvas.line(((x, y), (x + slant, y + length)), conditions.sky_low, 0.003, 0.35)
