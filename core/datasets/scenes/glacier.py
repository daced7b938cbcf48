"""Glaciers: ice tongues between mountains, ice fronts over water, crevassed fields, icebergs."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.datasets.scenes.canvas import Point
from core.datasets.scenes.colours import SNOW, Colour, mix, scaled, varied
from core.datasets.scenes.easel import Easel
from core.datasets.scenes.mountain import mirror
from core.datasets.scenes.sky import paint_sky
from core.datasets.scenes.terrain import boulder, draw_peaks, level_ground, massif, ridge_line
from core.datasets.scenes.textures import Tile, cut, receding

_ICE: tuple[Colour, ...] = (
    (206, 226, 238),
    (186, 214, 230),
    (224, 232, 236),
    (196, 206, 212),
    (170, 204, 226),
)
_BLUE: Colour = (66, 128, 176)


def paint_glacier(easel: Easel) -> None:
    """Paint one of several views of a glacier."""
    views = (_tongue, _front, _field, _bergs)
    easel.dice.choices(views, (30, 32, 24, 14))[0](easel)


def _ice(easel: Easel) -> tuple[Colour, Colour, Colour]:
    """Shadow, body and light of the ice of one glacier: clean and blue, or grey with dust."""
    dice, conditions = easel.dice, easel.conditions
    body = varied(dice, dice.choice(_ICE), 8)
    deep = mix(_BLUE, dice.choice(((96, 104, 110), (40, 90, 140), (70, 120, 130))), dice.random())
    return conditions.lit(deep, 0.25), conditions.lit(scaled(body, 0.85), 0.5), conditions.lit(body, 1.0)


def _backdrop(easel: Easel, foot: float, height: float) -> None:
    dice, conditions = easel.dice, easel.conditions
    paint_sky(easel, foot * 0.8)
    for depth in dice.choice(((0.7,), (0.85, 0.5))):
        peaks = draw_peaks(dice, dice.randint(1, 3), height * dice.uniform(0.6, 1.0))
        massif(
            easel,
            ridge_line(dice, peaks, foot, 0.1),
            foot,
            depth,
            dice.uniform(0.1, 0.8) + 0.2 * conditions.snowy,
        )


def _tongue(easel: Easel) -> None:
    """A river of ice that winds down a valley towards the viewer, with crevasses and moraines."""
    canvas, dice, conditions = easel
    head = dice.uniform(0.3, 0.5)
    _backdrop(easel, head + 0.12, dice.uniform(0.3, 0.5))
    ground = mix((112, 104, 98), SNOW, 0.7 if conditions.snowy else 0.0)
    level_ground(easel, head + 0.1, varied(dice, ground, 10), 0.5)
    shadow, body, light = _ice(easel)
    source, bend = dice.uniform(0.3, 0.7), dice.uniform(-0.35, 0.35)
    mouth, width = dice.uniform(0.25, 0.75), dice.uniform(0.7, 1.5)
    narrow = dice.uniform(0.06, 0.16)

    def bank(down: float, across: float) -> Point:
        """A point on the ice, `down` from its head (0) to the viewer (1), `across` from -1 to 1."""
        middle = source + (mouth - source) * down + bend * math.sin(math.pi * down) * (1 - down * 0.5)
        half = narrow + (width / 2 - narrow) * max(0.0, down) ** 1.3
        return (middle + half * across, head + (1.08 - head) * down)

    steps = [step / 12 for step in range(13)]
    outline = [bank(down, -1.0) for down in steps] + [bank(down, 1.0) for down in reversed(steps)]
    surface = receding(Tile.RELIEF, dice, canvas.pixels, head - 0.05, 0.5, 0.25)
    canvas.tone(surface, (mix(shadow, body, 0.5), body, light), canvas.mask(outline))
    for across in dice.choice(((), (-0.4,), (0.35,), (-0.5, 0.2), (-0.6, 0.0, 0.55))):
        half = dice.uniform(0.02, 0.05)
        dirt = conditions.lit((98, 90, 84), 0.5)
        stripe = [bank(down, across - half) for down in steps] + [
            bank(down, across + half) for down in reversed(steps)
        ]
        canvas.polygon(stripe, dirt, 0.75)
    arch = dice.uniform(-0.12, 0.12)
    for _ in range(70):
        _crevasse_across(easel, bank, dice.random() ** 0.8, arch, (shadow, light))
    for side in (-1.0, 1.0):
        for down in steps[2:]:
            x, y = bank(down, side * dice.uniform(0.98, 1.1))
            boulder(easel, x, y, 0.01 + 0.05 * down * dice.random())


def _crevasse_across(
    easel: Easel,
    bank: Callable[[float, float], Point],
    down: float,
    arch: float,
    shades: tuple[Colour, Colour],
) -> None:
    """One crevasse: a dark gash across the flow, its far edge in the light."""
    canvas, dice = easel.canvas, easel.dice
    shadow, light = shades
    middle, half = dice.uniform(-0.85, 0.85), dice.uniform(0.06, 0.3)
    gape = (0.006 + 0.03 * down) * dice.uniform(0.5, 1.2)
    ends = (bank(down, middle - half), bank(down, middle + half))
    x, y = bank(down + arch * (1 - middle * middle) * 0.3, middle)
    canvas.polygon((ends[0], (x, y - gape * 0.6), ends[1], (x, y + gape)), shadow)
    canvas.line((ends[0], (x, y - gape * 0.7), ends[1]), light, gape * 0.4)


def _front(easel: Easel) -> None:
    """The end of a glacier: a wall of cracked ice over water, floes or gravel."""
    canvas, dice, _conditions = easel
    foot = dice.uniform(0.58, 0.92)
    top = foot - dice.uniform(0.22, 0.5)
    _backdrop(easel, top + 0.12, dice.uniform(0.15, 0.4))
    shadow, body, light = _ice(easel)
    if dice.random() < 0.65:
        upper = _jagged(easel, top - dice.uniform(0.05, 0.12), 0.03)
        surface = cut(Tile.RELIEF, dice, canvas.pixels, 0.8, 0.8)
        canvas.tone(
            surface, (mix(shadow, body, 0.6), body, light), canvas.mask([*upper, (1, foot), (0, foot)])
        )
    if dice.random() < 0.3:
        level_ground(easel, foot - 0.02, (118, 112, 106), 0.5)
    else:
        mirror(easel, foot - 0.01, dice.uniform(0.2, 0.7))
    _ice_wall(easel, (0.0, 1.0), (top, foot), (shadow, body, light))
    if dice.random() < 0.7:
        for base in sorted(dice.uniform(foot + 0.02, 1.0) for _ in range(dice.randint(2, 12))):
            _floe(
                easel,
                dice.random(),
                base,
                0.02 + 0.12 * (base - foot) + 0.03 * dice.random(),
                (shadow, body, light),
            )


def _jagged(easel: Easel, base: float, height: float) -> list[Point]:
    dice = easel.dice
    line = []
    x = -0.02
    while x < 1.03:
        line.append((x, base + dice.uniform(-height, height)))
        x += dice.uniform(0.015, 0.05)
    return line


def _ice_wall(
    easel: Easel, span: tuple[float, float], rise: tuple[float, float], shades: tuple[Colour, Colour, Colour]
) -> None:
    """Columns of ice side by side, each with a lit and a dark face, split by blue cracks."""
    canvas, dice, conditions = easel
    shadow, body, light = shades
    left, right = span
    top, foot = rise
    x = left - 0.03
    level = top
    while x < right:
        width = dice.uniform(0.025, 0.08)
        level = min(foot - 0.08, max(top - 0.06, level + dice.uniform(-0.05, 0.05)))
        crest = level + dice.uniform(-0.02, 0.02)
        edge = x + width * dice.uniform(0.3, 0.7)
        lean = dice.uniform(-0.01, 0.01)
        base = foot + dice.uniform(-0.01, 0.015)
        canvas.polygon(
            (
                (x, base),
                (x + lean, crest + 0.015),
                (edge, crest - 0.015),
                (x + width, crest + 0.02),
                (x + width + 0.005, base),
            ),
            body,
        )
        sunny = ((x, base), (x + lean, crest + 0.015), (edge, crest - 0.015), (edge + lean, base))
        shady = ((edge + lean, base), (edge, crest - 0.015), (x + width, crest + 0.02), (x + width, base))
        canvas.polygon(sunny if conditions.side < 0 else shady, light)
        canvas.polygon(shady if conditions.side < 0 else sunny, mix(shadow, body, dice.uniform(0.2, 0.6)))
        _cracks(easel, (x, width), (crest, base), shadow)
        x += width
    canvas.line(((left, foot + 0.005), (right, foot + 0.005)), scaled(shadow, 0.6), 0.012)


def _cracks(easel: Easel, across: tuple[float, float], rise: tuple[float, float], shadow: Colour) -> None:
    canvas, dice = easel.canvas, easel.dice
    x, width = across
    crest, base = rise
    canvas.polygon(
        ((x - 0.004, crest + 0.02), (x + 0.004, crest + 0.02), (x + dice.uniform(-0.008, 0.008), base)),
        shadow,
    )
    for _ in range(2):
        y = crest + (base - crest) * dice.uniform(0.15, 0.9)
        end = (x + width * dice.uniform(0.4, 1.0), y + dice.uniform(-0.04, 0.04))
        canvas.line(((x, y), end), shadow, 0.006, 0.8)


def _floe(easel: Easel, x: float, foot: float, size: float, shades: tuple[Colour, Colour, Colour]) -> None:
    """A piece of ice that floats or lies about."""
    canvas, dice, conditions = easel
    shadow, body, light = shades
    top = foot - size * dice.uniform(0.3, 0.9)
    edge = x + size * dice.uniform(-0.4, 0.4)
    left, right = x - size * dice.uniform(0.8, 1.4), x + size * dice.uniform(0.8, 1.4)
    canvas.polygon(
        ((left, foot), (left * 0.7 + edge * 0.3, top + size * 0.2), (edge, top), (right, foot)),
        light if conditions.side < 0 else body,
    )
    canvas.polygon(
        (
            (edge, top),
            (right * 0.6 + edge * 0.4, top + size * 0.25),
            (right, foot),
            (edge + size * 0.1, foot),
        ),
        mix(shadow, body, 0.4) if conditions.side < 0 else light,
    )
    canvas.box(left, foot, right, foot + size * 0.1, shadow, 0.7)


def _field(easel: Easel) -> None:
    """A plain of ice, torn by crevasses, with towers of ice standing in it."""
    canvas, dice, _conditions = easel
    horizon = dice.uniform(0.25, 0.55)
    _backdrop(easel, horizon + 0.06, dice.uniform(0.15, 0.4))
    shadow, body, light = _ice(easel)
    area = canvas.mask([*_jagged(easel, horizon, 0.015), (1, 1), (0, 1)])
    surface = receding(Tile.RELIEF, dice, canvas.pixels, horizon - 0.06, 0.4, 0.25)
    canvas.tone(surface, (mix(shadow, body, 0.6), body, light), area)
    slant = dice.uniform(-0.5, 0.5)
    for near in sorted(dice.random() ** 1.3 for _ in range(38)):
        y = horizon + 0.02 + (1.05 - horizon) * near
        half, gape = (
            (0.05 + 0.3 * near) * dice.uniform(0.5, 1.3),
            (0.008 + 0.05 * near) * dice.uniform(0.5, 1.2),
        )
        x = dice.uniform(-0.1, 1.1)
        tip = slant * half * 0.5
        bow = dice.uniform(-0.5, 0.5) * half * 0.3
        gash = ((x - half, y - tip), (x + bow, y - gape * 0.5), (x + half, y + tip), (x + bow, y + gape))
        canvas.polygon(gash, shadow)
        canvas.polygon((gash[0], gash[1], gash[2], (x + bow, y - gape * 0.05)), light)
        if dice.random() < 0.3:
            _floe(
                easel, dice.random(), y, (0.02 + 0.09 * near) * dice.uniform(0.6, 1.4), (shadow, body, light)
            )


def _bergs(easel: Easel) -> None:
    """Icebergs and floes on still water before the mountains."""
    dice = easel.dice
    shore = dice.uniform(0.4, 0.6)
    _backdrop(easel, shore + 0.02, dice.uniform(0.15, 0.35))
    shades = _ice(easel)
    _ice_wall(easel, (0.0, 1.0), (shore - dice.uniform(0.05, 0.12), shore), shades)
    mirror(easel, shore, dice.uniform(0.3, 0.7))
    for base in sorted(dice.uniform(shore + 0.06, 1.0) for _ in range(dice.randint(4, 9))):
        width = (0.08 + 0.4 * (base - shore)) * dice.uniform(0.6, 1.2)
        left = dice.uniform(-0.1, 0.9)
        if dice.random() < 0.5:
            _ice_wall(easel, (left, left + width), (base - width * dice.uniform(0.3, 0.7), base), shades)
        else:
            _floe(easel, left, base, width * 0.5, shades)
