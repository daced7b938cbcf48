"""The surface of the sea and of still water, and boats."""

from __future__ import annotations

from PIL import Image

from core.datasets.scenes.colours import Colour, mix, scaled, varied
from core.datasets.scenes.easel import Easel
from core.datasets.scenes.textures import Tile, receding, threshold

FOAM: Colour = (238, 244, 246)
_DEEPS: tuple[Colour, ...] = ((28, 84, 128), (34, 110, 128), (58, 98, 110), (24, 66, 96), (64, 128, 140))
_HULLS: tuple[Colour, ...] = ((236, 236, 232), (150, 60, 50), (50, 70, 100), (90, 70, 56))


def paint_swell(easel: Easel, horizon: float, swell: float) -> Colour:
    """Cover everything below `horizon` with waves; `swell` (0 to 1) is from nearly smooth to white-capped.

    Returns the lit colour of deep water.
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


def _crests(easel: Easel, horizon: float, swell: float, shades: tuple[Colour, Colour]) -> None:
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
    grey = conditions.seen((214, 208, 200), 0.5, depth)
    if dice.random() < 0.65:
        top = foot - length * dice.uniform(1.1, 1.5)
        canvas.polygon(((x, top), (x, foot - height * 1.3), (x + half * 0.95, foot - height * 1.3)), white)
        canvas.polygon(
            (
                (x - half * 0.08, top),
                (x - half * 0.08, foot - height * 1.3),
                (x - half * 0.8, foot - height * 1.2),
            ),
            grey,
        )
    else:
        canvas.box(x - half * 0.5, foot - height * 2.2, x + half * 0.3, foot - height, white)
        canvas.box(x - half * 0.1, foot - height * 3.2, x + half * 0.1, foot - height * 2.2, grey)
