"""Trees, bushes and what else grows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled, varied
from core.sample_scenes.conditions import Easel
from core.sample_scenes.textures import Tile, whole

BARK: tuple[Color, ...] = ((96, 76, 60), (78, 66, 58), (118, 98, 80), (70, 54, 44), (108, 104, 98))
BIRCH: Color = (222, 218, 208)
_NEEDLES: tuple[Color, ...] = ((44, 78, 54), (58, 92, 60), (38, 70, 66), (74, 98, 58), (60, 84, 84))
_BLOB = [(math.cos(2 * math.pi * step / 14), math.sin(2 * math.pi * step / 14)) for step in range(14)]


_LEAFY = 0.07
"""Half the width from which a crown is drawn with single clumps of leaves."""


def blob(dice: Random, x: float, y: float, across: float, down: float) -> list[Point]:
    """The outline of a lumpy round thing: a crown, a bush, a puff of smoke."""
    outline = []
    for cosine, sine in _BLOB:
        reach = 0.84 + 0.28 * dice.random()
        outline.append((x + across * reach * cosine, y + down * reach * sine))
    return outline


def needles(dice: Random) -> Color:
    """The unlit color of one conifer."""
    return varied(dice, dice.choice(_NEEDLES), 12)


def conifer(
    easel: Easel,
    x: float,
    base: float,
    height: float,
    color: Color,
    depth: float,
) -> None:
    """Draw a spruce whose foot is at (x, base)."""
    canvas, dice, conditions = easel
    half = height * dice.uniform(0.17, 0.26)
    tiers = dice.randint(4, 6)
    side = -1.0 if conditions.side < 0 else 1.0
    dark = conditions.seen(scaled(color, 0.7), 0.05, depth)
    light = conditions.seen(scaled(color, 1.15), 0.9, depth)
    stem = conditions.seen(BARK[1], 0.3, depth)
    top = base - height
    crown = height * 0.92
    canvas.box(x - height * 0.02, base - height * 0.1, x + height * 0.02, base, stem)
    one, other = [], []
    for tier in range(1, tiers + 1):
        y = top + crown * tier / tiers
        reach = half * tier / tiers * dice.uniform(0.85, 1.15)
        one += [(x - reach, y), (x - reach * 0.5, y - height * 0.02)]
        other += [(x + reach, y), (x + reach * 0.5, y - height * 0.02)]
    canvas.polygon([(x, top), *one, *reversed(other)], dark)
    canvas.polygon([(x, top), *(one if side < 0 else other), (x, top + crown)], light)
    if conditions.snowy and height > 0.08:
        snow = conditions.seen(SNOW, 0.6, depth)
        for point, inner in zip(one[0::2], one[1::2], strict=True):
            canvas.line(
                (point, (x, inner[1] - height * 0.05), (2 * x - point[0], point[1])), snow, height * 0.03
            )


def broadleaf(
    easel: Easel,
    x: float,
    base: float,
    height: float,
    color: Color,
    depth: float,
) -> None:
    """Draw a tree with a round crown whose foot is at (x, base)."""
    canvas, dice, conditions = easel
    bark = conditions.seen(dice.choice(BARK), 0.35, depth)
    width = height * dice.uniform(0.03, 0.05)
    middle = base - height * 0.62
    canvas.polygon(
        ((x - width, base), (x - width * 0.5, middle), (x + width * 0.5, middle), (x + width, base)), bark
    )
    foliage(easel, (x, middle), (height * dice.uniform(0.26, 0.36), height * 0.38), color, depth)


def foliage(
    easel: Easel,
    center: Point,
    reach: Point,
    color: Color,
    depth: float,
) -> None:
    """Draw one mass of leaves around `center`: dark below, clumps of light on the sun's side."""
    canvas, dice, conditions = easel
    x, y = center
    across, down = reach
    dark = conditions.seen(scaled(color, 0.62), 0.1, depth)
    middle = conditions.seen(scaled(color, 0.88), 0.4, depth)
    light = conditions.seen(scaled(color, 1.12), 0.95, depth)
    if conditions.snowy:
        light = mix(light, conditions.seen(SNOW, 0.6, depth), 0.7)
    leaves = whole(Tile.LEAVES, canvas.pixels)
    if across > _LEAFY:
        canvas.stipple(blob(dice, x, y, across, down), leaves, (scaled(dark, 0.8), dark, middle), 0.06)
    else:
        canvas.polygon(blob(dice, x, y, across, down), dark)
    shift = across * 0.22 * conditions.side
    sunny = blob(dice, x + shift, y - down * 0.14, across * 0.76, down * 0.74)
    if across > _LEAFY:
        canvas.stipple(sunny, leaves, (dark, middle, light), 0.2)
        return
    canvas.polygon(sunny, middle)
    for _ in range(3):
        place = (x + shift * 1.6 + across * dice.uniform(-0.55, 0.45), y - down * dice.uniform(-0.15, 0.65))
        canvas.polygon(blob(dice, *place, across * 0.26, down * 0.2), light)


def bare_tree(easel: Easel, x: float, base: float, height: float, depth: float) -> None:
    """Draw a leafless tree whose foot is at (x, base)."""
    canvas, dice, conditions = easel
    bark = conditions.seen(dice.choice(BARK), 0.35, depth)
    fork = (x + dice.uniform(-0.04, 0.04) * height, base - height * dice.uniform(0.26, 0.36))
    canvas.line(((x, base), fork), bark, height * 0.045)
    _branches(easel, fork, (-math.pi / 2, height * 0.3), 3, bark)


def _branches(easel: Easel, start: Point, course: tuple[float, float], levels: int, bark: Color) -> None:
    canvas = easel.canvas
    dice = easel.dice
    angle, length = course
    for turn in (-0.45, 0.05, 0.5):
        aim = angle + turn + dice.uniform(-0.2, 0.2)
        end = (start[0] + math.cos(aim) * length, start[1] + math.sin(aim) * length)
        canvas.line((start, end), bark, length * 0.07)
        if levels > 1:
            _branches(easel, end, (aim, length * dice.uniform(0.5, 0.75)), levels - 1, bark)


def tree(
    easel: Easel,
    x: float,
    base: float,
    height: float,
    depth: float,
) -> None:
    """Draw any tree that suits the season, its foot at (x, base)."""
    dice = easel.dice
    conditions = easel.conditions
    if dice.random() < 0.3:
        conifer(easel, x, base, height, needles(dice), depth)
    elif conditions.season == "winter" and dice.random() < 0.7:
        bare_tree(easel, x, base, height, depth)
    else:
        broadleaf(easel, x, base, height, conditions.foliage(dice), depth)


def tree_line(
    easel: Easel,
    edge: Sequence[Point],
    height: float,
    depth: float,
    conifers: bool,
) -> None:
    """Plant trees of `height` or so along `edge`, as the far side of a field or the flank of a hill."""
    dice = easel.dice
    conditions = easel.conditions
    spacing = height * 0.42
    x = dice.uniform(-spacing, 0.0)
    last = len(edge) - 1
    while x < 1.0 + spacing:
        place = min(last, max(0, int(x * last)))
        size = height * dice.uniform(0.6, 1.15)
        base = edge[place][1] + size * 0.2
        if conifers:
            conifer(easel, x, base, size, needles(dice), depth)
        else:
            color = conditions.foliage(dice)
            foliage(easel, (x, base - size * 0.4), (size * 0.4, size * 0.5), color, depth)
        x += spacing * dice.uniform(0.7, 1.4)


def grass(easel: Easel, top: float, color: Color, count: int) -> None:
    """Draw `count` tufts of an unlit `color` between `top` and the lower edge, larger towards the viewer."""
    canvas, dice, conditions = easel
    for _ in range(count):
        near = dice.random()
        x, y = dice.random(), top + (1.02 - top) * near
        size = 0.015 + 0.05 * near
        shade = conditions.lit(scaled(color, dice.uniform(0.65, 1.2)), 0.6)
        outline = []
        for blade in (-0.6, -0.2, 0.25, 0.6):
            outline += [(x + blade * size * 0.4, y), (x + blade * size, y - size * dice.uniform(0.6, 1.2))]
        canvas.polygon([*outline, (x + size * 0.4, y)], shade)
