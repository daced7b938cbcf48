"""Glaciers: ice tongues between mountains, ice fronts over water, crevassed fields, icebergs."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled, varied
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import paint_mirror, paint_sky
from core.sample_scenes.terrain import (
    ROCK,
    boulder,
    draw_peaks,
    level_ground,
    massif,
    ridge_line,
    rough_line,
)
from core.sample_scenes.textures import Tile, cut, receding

_ICE: tuple[Color, ...] = (
    (206, 226, 238),
    (186, 214, 230),
    (224, 232, 236),
    (196, 206, 212),
    (170, 204, 226),
)
_BLUE: Color = (66, 128, 176)


def paint_glacier(easel: Easel) -> None:
    """Paint one of several views of a glacier."""
    views = (_tongue, _front, _field, _bergs)
    easel.dice.choices(views, (30, 32, 24, 14))[0](easel)


Ice = tuple[Color, Color, Color]


def _ice(easel: Easel) -> Ice:
    """Shadow, body and light of the ice of one glacier: clean and blue, or gray with dust."""
    dice, conditions = easel.dice, easel.conditions
    body = varied(dice, dice.choice(_ICE), 8)
    deep = mix(_BLUE, dice.choice(((96, 104, 110), (40, 90, 140), (70, 120, 130))), dice.random())
    return conditions.lit(deep, 0.25), conditions.lit(scaled(body, 0.92), 0.6), conditions.lit(body, 1.0)


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
    _flanks(easel, head)
    source, bend = dice.uniform(0.3, 0.7), dice.uniform(-0.35, 0.35)
    mouth, width = dice.uniform(0.25, 0.75), dice.uniform(0.7, 1.5)
    narrow = dice.uniform(0.03, 0.12)

    def bank(down: float, across: float) -> Point:
        """A point on the ice, `down` from its head (0) to the viewer (1), `across` from -1 to 1."""
        middle = source + (mouth - source) * down + bend * math.sin(math.pi * down) * (1 - down * 0.5)
        half = narrow + (width / 2 - narrow) * max(0.0, down) ** 1.3
        return (middle + half * across, head + (1.08 - head) * down)

    steps = [step / 12 for step in range(13)]
    outline = [bank(down, -1.0) for down in steps] + [bank(down, 1.0) for down in reversed(steps)]
    surface = receding(Tile.RELIEF, dice, canvas.pixels, head - 0.05, 0.5, 0.25)
    canvas.tone(surface, (mix(shadow, body, 0.6), body, light, light), canvas.mask(outline))
    for across in dice.choice(((), (-0.4,), (0.35,), (-0.5, 0.2), (-0.6, 0.0, 0.55))):
        half = dice.uniform(0.02, 0.05)
        dirt = conditions.lit((98, 90, 84), 0.5)
        stripe = [bank(down, across - half) for down in steps] + [
            bank(down, across + half) for down in reversed(steps)
        ]
        canvas.polygon(stripe, dirt, 0.75)
    arch = dice.uniform(-0.12, 0.16)
    for _ in range(60):
        _crevasse_across(easel, bank, dice.random() ** 0.8, arch, (shadow, light))
    for side in (-1.0, 1.0):
        for down in steps[2:]:
            x, y = bank(down, side * dice.uniform(0.98, 1.1))
            boulder(easel, x, y, 0.01 + 0.05 * down * dice.random())


def _flanks(easel: Easel, head: float) -> None:
    """The slopes of rock on both sides of a valley that ends at height `head`."""
    canvas, dice, conditions = easel
    for side in (-1.0, 1.0):
        rise = dice.uniform(-0.05, 0.3)
        line = [abs(level) for level in rough_line(dice, 0.04)]
        reach = dice.uniform(0.4, 0.6)
        edge = []
        for place, level in enumerate(line):
            share = place / (len(line) - 1)
            edge.append((0.5 + side * (0.52 - reach * share), head + 0.1 - rise * (1 - share) - level))
        outline = [*edge, (0.5 + side * 0.1, 1.02), (0.5 + side * 0.52, 1.02)]
        rock = dice.choice(ROCK)
        sunny = conditions.side * side < 0
        dark = conditions.lit(scaled(rock, 0.55), 0.05)
        lit = conditions.lit(rock, 0.9 if sunny else 0.3)
        relief = cut(Tile.RELIEF, dice, canvas.pixels, 0.5, 0.4)
        snow = conditions.lit(SNOW, 0.8 if sunny else 0.3)
        ramp = (dark, lit, mix(lit, snow, 0.8)) if conditions.snowy else (dark, mix(dark, lit, 0.6), lit)
        canvas.tone(relief, ramp, canvas.mask(outline))


def _crevasse_across(
    easel: Easel,
    bank: Callable[[float, float], Point],
    down: float,
    arch: float,
    shades: tuple[Color, Color],
) -> None:
    """One crevasse: a bowed gash across the flow, its far edge in the light."""
    canvas, dice = easel.canvas, easel.dice
    shadow, light = shades
    middle, half = dice.uniform(-0.95, 0.95), dice.uniform(0.05, 0.28)
    gape = (0.004 + 0.026 * down) * dice.uniform(0.4, 1.2)
    upper, lower = [], []
    for step in range(5):
        across = min(1.0, max(-1.0, middle + half * (step - 2) / 2))
        x, y = bank(down + arch * (1 - across * across), across)
        open_here = gape * (1 - ((step - 2) / 2) ** 2) + 0.001
        wobble = dice.uniform(-0.3, 0.3) * gape
        upper.append((x, y + wobble - open_here * 0.4))
        lower.append((x, y + wobble + open_here * 0.6))
    canvas.polygon([*upper, *reversed(lower)], shadow)
    canvas.line(upper, light, gape * 0.35)


def _front(easel: Easel) -> None:
    """The end of a glacier: a wall of cracked ice over water, floes or gravel."""
    canvas, dice = easel.canvas, easel.dice
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
        paint_mirror(easel, foot - 0.01, dice.uniform(0.2, 0.7))
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


def _ice_wall(easel: Easel, span: tuple[float, float], rise: tuple[float, float], ice: Ice) -> None:
    """A cliff of ice: a ragged crest, fluted faces turned to and from the sun, blue clefts between them."""
    canvas, dice = easel.canvas, easel.dice
    shadow, body, light = ice
    top, foot = rise
    tall = foot - top
    crest = _crest(easel, span, top, tall)
    outline = [*crest, (span[1], foot), (span[0], foot)]
    flutes = cut(Tile.RELIEF, dice, canvas.pixels, dice.uniform(0.4, 0.8), dice.uniform(0.1, 0.25))
    canvas.stipple(outline, flutes, (mix(shadow, body, 0.45), body, light))
    place = 0
    while place < len(crest) - 1:
        width = dice.randint(1, 3)
        turned = crest[place : place + width + 1]
        drop = [
            (x + dice.uniform(-0.012, 0.012), foot - tall * dice.choice((0.0, 0.0, 0.3, 0.5)))
            for x, _ in turned
        ]
        tint = dice.choice((light, light, mix(shadow, body, 0.35), mix(shadow, body, 0.6)))
        canvas.polygon([*turned, *reversed(drop)], tint, 0.55)
        if dice.random() < 0.7:
            _cleft(easel, turned[-1], tall * dice.uniform(0.3, 1.0), shadow)
        place += width
    for _ in range(dice.randint(0, 2)):
        x, half = dice.uniform(*span), dice.uniform(0.02, 0.06)
        arch = (
            (x - half, foot),
            (x - half * 0.6, foot - half * 1.3),
            (x + half * 0.4, foot - half * 1.5),
            (x + half, foot),
        )
        canvas.polygon(arch, scaled(shadow, 0.6))
    canvas.line(((span[0], foot), (span[1], foot)), scaled(shadow, 0.6), 0.01)


def _crest(easel: Easel, span: tuple[float, float], top: float, tall: float) -> list[Point]:
    """The upper edge of an ice cliff: towers and notches."""
    dice = easel.dice
    crest = []
    x, level = span[0], top
    while x < span[1]:
        level += dice.uniform(-0.16, 0.16) * tall
        level = min(top + 0.3 * tall, max(top - 0.15 * tall, level))
        crest.append((x, level + dice.uniform(-0.05, 0.05) * tall))
        x += dice.uniform(0.008, 0.05)
    return [*crest, (span[1], level)]


def _cleft(easel: Easel, start: Point, depth: float, shadow: Color) -> None:
    """A crack that runs down from the crest, narrowing."""
    canvas, dice = easel.canvas, easel.dice
    x, y = start
    half = dice.uniform(0.004, 0.012)
    one, other = [(x - half, y)], [(x + half, y)]
    for step in range(1, 4):
        x += dice.uniform(-0.014, 0.014)
        narrow = half * (1 - step / 4)
        one.append((x - narrow, y + depth * step / 3))
        other.append((x + narrow, y + depth * step / 3))
    canvas.polygon([*one, *reversed(other)], shadow)


def _floe(easel: Easel, x: float, foot: float, size: float, ice: Ice) -> None:
    """A piece of ice that floats or lies about."""
    canvas, dice, conditions = easel
    shadow, body, light = ice
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
    canvas, dice = easel.canvas, easel.dice
    horizon = dice.uniform(0.25, 0.55)
    _backdrop(easel, horizon + 0.06, dice.uniform(0.15, 0.4))
    ice = _ice(easel)
    shadow, body, light = ice
    area = canvas.mask([*_jagged(easel, horizon, 0.015), (1, 1), (0, 1)])
    surface = receding(Tile.RELIEF, dice, canvas.pixels, horizon - 0.06, 0.4, 0.25)
    canvas.tone(surface, (mix(shadow, body, 0.6), body, light, light), area)
    slant = dice.uniform(-0.5, 0.5)
    towers = dice.uniform(0.15, 0.6)
    for near in sorted(dice.random() ** 1.3 for _ in range(32)):
        y = horizon + 0.02 + (1.05 - horizon) * near
        half = (0.05 + 0.3 * near) * dice.uniform(0.5, 1.3)
        gape = (0.008 + 0.06 * near) * dice.uniform(0.3, 1.3)
        x = dice.uniform(-0.1, 1.1)
        tip = slant * half * 0.5
        bow = dice.uniform(-0.5, 0.5) * half * 0.3
        gash = ((x - half, y - tip), (x + bow, y - gape * 0.5), (x + half, y + tip), (x + bow, y + gape))
        canvas.polygon(gash, shadow)
        canvas.polygon((*gash[:3], (x + bow, y + gape * 0.15)), mix(shadow, body, 0.6))
        canvas.line(gash[:3], light, gape * 0.3)
        if dice.random() < towers:
            size = (0.03 + 0.11 * near) * dice.uniform(0.6, 1.4)
            _serac(easel, dice.random(), y, size, ice)


def _serac(easel: Easel, x: float, foot: float, size: float, ice: Ice) -> None:
    """A tower of ice: a lit face, a blue face and a broken top."""
    canvas, dice, conditions = easel
    shadow, body, light = ice
    left, right = x - size * dice.uniform(0.4, 0.7), x + size * dice.uniform(0.4, 0.7)
    top = foot - size * dice.uniform(0.8, 1.6)
    lean = size * dice.uniform(-0.25, 0.25)
    edge = x + size * dice.uniform(-0.25, 0.25)
    brow = top + size * dice.uniform(0.1, 0.3)
    faces = (
        ((left, foot), (left + lean, brow), (edge + lean, top), (edge, foot + size * 0.08)),
        ((edge, foot + size * 0.08), (edge + lean, top), (right + lean, brow), (right, foot)),
    )
    sunny = 0 if conditions.side < 0 else 1
    canvas.polygon(faces[sunny], light)
    canvas.polygon(faces[1 - sunny], mix(shadow, body, 0.35))


def _bergs(easel: Easel) -> None:
    """Icebergs and floes on still water before the mountains."""
    dice = easel.dice
    shore = dice.uniform(0.4, 0.6)
    _backdrop(easel, shore + 0.02, dice.uniform(0.15, 0.35))
    ice = _ice(easel)
    _ice_wall(easel, (0.0, 1.0), (shore - dice.uniform(0.05, 0.12), shore), ice)
    paint_mirror(easel, shore, dice.uniform(0.3, 0.7))
    for base in sorted(dice.uniform(shore + 0.06, 1.0) for _ in range(dice.randint(4, 9))):
        width = (0.08 + 0.4 * (base - shore)) * dice.uniform(0.6, 1.2)
        left = dice.uniform(-0.1, 0.9)
        if dice.random() < 0.5:
            _ice_wall(easel, (left, left + width), (base - width * dice.uniform(0.3, 0.7), base), ice)
        else:
            _floe(easel, left, base, width * 0.5, ice)
