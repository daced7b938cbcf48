"""The sky with its weather, the surface of the sea and of still water, and boats."""

from __future__ import annotations

from PIL import Image

from core.sample_scenes.canvas import Color, mix, scaled, varied
from core.sample_scenes.conditions import Easel
from core.sample_scenes.textures import Tile, cut, receding, threshold, upright

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
    color: Color = (250, 246, 226) if conditions.hour != "sunset" else (255, 224, 150)
    if conditions.hour != "night":
        for ring in (5.0, 3.2, 2.0):
            canvas.ellipse(x, y, size * ring, size * ring, color, 0.16)
    canvas.ellipse(x, y, size, size, color, 0.95)


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


FOAM: Color = (238, 244, 246)
_DEEPS: tuple[Color, ...] = ((28, 84, 128), (34, 110, 128), (58, 98, 110), (24, 66, 96), (64, 128, 140))
_HULLS: tuple[Color, ...] = ((236, 236, 232), (150, 60, 50), (50, 70, 100), (90, 70, 56))


def paint_swell(easel: Easel, horizon: float, swell: float) -> Color:
    """Cover everything below `horizon` with waves; `swell` (0 to 1) is from nearly smooth to white-capped.

    Returns the lit color of deep water.
    """
    canvas, dice, conditions = easel
    deep = conditions.lit(varied(dice, dice.choice(_DEEPS), 14), 0.45)
    shine = mix(deep, conditions.sky_low, 0.6)
    dark = scaled(deep, 0.6)
    area = canvas.mask(((0, horizon), (1, horizon), (1, 1), (0, 1)))
    waves = receding(
        Tile.BILLOW, dice, canvas.pixels, horizon, dice.uniform(0.12, 0.25), dice.uniform(0.3, 0.6)
    )
    canvas.tone(waves, (dark, deep, mix(deep, shine, 0.5), shine), area)
    _crests(easel, horizon, swell, (dark, shine))
    if swell > 0.4:
        caps = receding(Tile.LEAVES, dice, canvas.pixels, horizon, 0.12, 0.5)
        canvas.wash(conditions.lit(FOAM, 0.6), threshold(caps, 1.0 - 0.06 * swell, 0.05))
    if conditions.weather in ("clear", "fair") and dice.random() < 0.5:
        _glitter(easel, horizon)
    far = mix(deep, conditions.haze, 0.35)
    canvas.box(0, horizon - 0.002, 1, horizon + 0.008, far)
    return deep


def _crests(easel: Easel, horizon: float, swell: float, shades: tuple[Color, Color]) -> None:
    """Single waves, drawn as bright backs over dark hollows, smaller towards the horizon."""
    canvas, dice = easel.canvas, easel.dice
    dark, shine = shades
    reach = 1.0 - horizon
    for _ in range(46):
        near = dice.uniform(0.03, 1.05) ** 1.4
        x, y = dice.uniform(-0.1, 1.1), horizon + reach * near
        half = (0.04 + 0.16 * near) * dice.uniform(0.5, 1.5)
        tall = (0.006 + (0.02 + 0.04 * swell) * near) * dice.uniform(0.6, 1.3)
        lean = dice.uniform(-0.4, 0.4) * half
        ends = ((x - half, y), (x + half, y))
        canvas.polygon((ends[0], (x + lean, y + tall * 1.2), ends[1], (x + lean, y)), dark, 0.6)
        canvas.polygon((ends[0], (x + lean, y - tall), ends[1], (x + lean, y - tall * 0.3)), shine, 0.75)


def _glitter(easel: Easel, horizon: float) -> None:
    """The path of sunlight over the water."""
    canvas, dice, conditions = easel
    bright = mix(conditions.sky_low, (255, 252, 236), 0.6)
    x = 0.5 + 0.45 * conditions.side
    for _ in range(36):
        near = dice.random()
        half = 0.01 + 0.04 * near * dice.random()
        place = x + dice.gauss(0.0, 0.02 + 0.07 * near)
        y = horizon + (1 - horizon) * near
        canvas.box(place - half, y, place + half, y + 0.003 + 0.006 * near, bright, 0.8)


def paint_mirror(easel: Easel, shore: float, dulling: float) -> None:
    """Lay still water below `shore` that mirrors what stands above it."""
    canvas, dice, conditions = easel
    pixels = canvas.pixels
    row = int(shore * pixels)
    depth = min(row, pixels - row)
    if depth <= 0:
        return
    copy = canvas.image.crop((0, row - depth, pixels, row)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = mix(scaled(conditions.sky_top, 0.6), (40, 80, 90), 0.3)
    canvas.box(0, shore, 1, 1.01, water)
    glassy = Image.blend(copy, Image.new("RGB", copy.size, canvas.image.getpixel((0, pixels - 1))), dulling)
    canvas.image.paste(glassy, (0, row))
    ripples = receding(Tile.LEAVES, dice, pixels, shore - 0.02, 0.1, 0.3)
    canvas.roughen(ripples, 0.3, canvas.mask(((0, shore), (1, shore), (1, 1), (0, 1))))


def paint_boat(easel: Easel, x: float, foot: float, length: float, depth: float) -> None:
    """Paint a sailing boat, or a small ship, floating at `foot`."""
    canvas, dice, conditions = easel
    hull = conditions.seen(dice.choice(_HULLS), 0.5, depth)
    half, height = length / 2, length * 0.2
    deck = (
        (x - half, foot - height),
        (x + half, foot - height),
        (x + half * 0.7, foot),
        (x - half * 0.75, foot),
    )
    canvas.polygon(deck, hull)
    white = conditions.seen((244, 242, 234), 0.8, depth)
    gray = conditions.seen((214, 208, 200), 0.5, depth)
    if dice.random() < 0.65:
        top = foot - length * dice.uniform(1.1, 1.5)
        canvas.polygon(((x, top), (x, foot - height * 1.3), (x + half * 0.95, foot - height * 1.3)), white)
        canvas.polygon(
            (
                (x - half * 0.08, top),
                (x - half * 0.08, foot - height * 1.3),
                (x - half * 0.8, foot - height * 1.2),
            ),
            gray,
        )
    else:
        canvas.box(x - half * 0.5, foot - height * 2.2, x + half * 0.3, foot - height, white)
        canvas.box(x - half * 0.1, foot - height * 3.2, x + half * 0.1, foot - height * 2.2, gray)
