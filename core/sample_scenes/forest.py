"""Forests: among the trunks, over the crowns, stands of spruce on a slope, paths between trees."""

from __future__ import annotations

from PIL import Image, ImageChops

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled, varied
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import paint_sky
from core.sample_scenes.terrain import boulder, hill, level_ground, rough_line, skyline
from core.sample_scenes.textures import Tile, cut, threshold, upright
from core.sample_scenes.vegetation import (
    BARK,
    BIRCH,
    bare_tree,
    blob,
    broadleaf,
    conifer,
    foliage,
    grass,
    needles,
)


def paint_forest(easel: Easel) -> None:
    """Paint one of several views of a forest."""
    views = (_among_trunks, _spruce_slope, _edge, _crowns)
    easel.dice.choices(views, (46, 22, 18, 14))[0](easel)


def _among_trunks(easel: Easel) -> None:
    """Inside: trunks before trunks, leaves above, the floor below, perhaps a path."""
    dice, conditions = easel.dice, easel.conditions
    floor = dice.uniform(0.55, 0.8)
    paint_sky(easel, floor)
    _thicket(easel, floor)
    ground = _litter(easel)
    level_ground(easel, floor, ground, 0.5)
    if dice.random() < 0.45:
        _path(easel, floor)
    birches = dice.random() < 0.22
    conifers = dice.random() < 0.4
    lean = dice.uniform(-0.05, 0.05)
    for row in range(4):
        depth = (0.95, 0.6, 0.3, 0.0)[row]
        foot = floor + (1.08 - floor) * (0.03, 0.14, 0.36, 0.8)[row]
        for _ in range((11, 7, 4, dice.randint(0, 2))[row]):
            width = (0.022, 0.036, 0.06, 0.11)[row] * dice.uniform(0.7, 1.3)
            bark = BIRCH if birches else dice.choice(BARK)
            _trunk(
                easel, (dice.uniform(-0.05, 1.05), foot + dice.uniform(-0.02, 0.03)), width, lean, bark, depth
            )
        if row < 3:
            _undergrowth(easel, foot, 0.03 + 0.03 * row, depth, conifers)
    if dice.random() < 0.7:
        _canopy(easel, dice.uniform(0.08, 0.3))
    grass(easel, floor + 0.1, conditions.meadow(dice), dice.choice((0, 10, 25)))


def _litter(easel: Easel) -> Color:
    dice, conditions = easel.dice, easel.conditions
    if conditions.snowy:
        return varied(dice, SNOW, 8)
    return varied(dice, dice.choice(((120, 92, 62), (96, 104, 58), (150, 108, 60), (86, 84, 66))), 12)


def _thicket(easel: Easel, floor: float) -> None:
    """The leaves and twigs behind the last trunks, with sky in the gaps."""
    canvas, dice, conditions = easel
    leaves = cut(Tile.LEAVES, dice, canvas.pixels, dice.uniform(0.3, 0.6), dice.uniform(0.3, 0.6))
    color = needles(dice) if dice.random() < 0.4 else conditions.foliage(dice)
    ramp = (
        conditions.seen(scaled(color, 0.45), 0.1, 0.6),
        conditions.seen(color, 0.4, 0.75),
        conditions.seen(scaled(color, 1.25), 0.9, 0.85),
    )
    gaps = cut(Tile.LEAVES, dice, canvas.pixels, 0.3, 0.3)
    canvas.tone(leaves, ramp, threshold(gaps, dice.uniform(0.05, 0.45), 0.15))
    low = ((0, floor * 0.75), (1, floor * 0.75), (1, 1), (0, 1))
    canvas.tone(leaves, (ramp[0], scaled(ramp[1], 0.9)), canvas.mask(low).point([v // 2 for v in range(256)]))


def _trunk(easel: Easel, foot: Point, width: float, lean: float, bark: Color, depth: float) -> None:
    """One trunk from its foot through the upper edge: bark, dark side, roots, marks, a branch or two."""
    canvas, dice, conditions = easel
    x, y = foot
    half = width / 2
    drift = (lean + dice.uniform(-0.04, 0.04)) * y * 1.2
    top_x, top_y = x + drift, -0.05
    thin, root = half * dice.uniform(0.6, 0.85), half * 1.6
    dark = conditions.seen(scaled(bark, 0.55), 0.05, depth)
    one, other = (
        ((x + side * root, y), (x + side * half, y - width), (top_x + side * thin, top_y))
        for side in ((-1.0, 1.0) if conditions.side > 0 else (1.0, -1.0))
    )
    canvas.polygon((*one, *reversed(other)), conditions.seen(varied(dice, bark, 10), 0.75, depth))
    canvas.polygon((*one, (top_x, top_y), (x, y)), dark)
    marks = int(y / max(width, 0.03) * 0.8) if depth < 0.5 else 0
    for _ in range(marks):
        height = dice.random()
        middle = (x + drift * height, (y - width) * (1 - height))
        _bark_mark(easel, middle, width, bark, dark)
    for _ in range(dice.choice((0, 0, 1, 2))):
        height = dice.uniform(0.3, 0.9)
        start = (x + drift * height, y - (y - width) * height)
        reach = dice.choice((-1, 1)) * width * dice.uniform(1.5, 3.5)
        end = (start[0] + reach, start[1] - abs(reach) * dice.uniform(0.1, 0.9))
        canvas.line((start, end), dark, width * 0.2)


def _bark_mark(easel: Easel, middle: Point, width: float, bark: Color, dark: Color) -> None:
    """One dark dash across a birch, or one crack along any other trunk."""
    canvas, dice = easel.canvas, easel.dice
    x, y = middle
    if bark == BIRCH:
        reach = width * dice.uniform(0.15, 0.45)
        canvas.box(x - reach, y, x + reach * 0.3, y + width * 0.12, (52, 48, 46))
    else:
        offset = width * dice.uniform(-0.35, 0.35)
        canvas.line(((x + offset, y), (x + offset, y + width)), dark, width * 0.08)


def _undergrowth(easel: Easel, foot: float, size: float, depth: float, conifers: bool) -> None:
    dice, conditions = easel.dice, easel.conditions
    for _ in range(dice.randint(0, 5)):
        x = dice.uniform(-0.05, 1.05)
        if conifers and dice.random() < 0.5:
            conifer(easel, x, foot, size * dice.uniform(2.5, 5.0), needles(dice), depth)
        else:
            foliage(
                easel, (x, foot), (size * dice.uniform(0.8, 1.6), size * 0.8), conditions.foliage(dice), depth
            )


def _canopy(easel: Easel, low: float) -> None:
    """Leaves that hang into the image from above."""
    canvas, dice, conditions = easel
    leaves = cut(Tile.LEAVES, dice, canvas.pixels, 0.5, 0.5)
    billow = cut(Tile.BILLOW, dice, canvas.pixels, 0.5, 0.5)
    hanging = ImageChops.add(upright(canvas.pixels, 0.0, low * 2), Image.blend(leaves, billow, 0.5), 2.0)
    color = needles(dice) if dice.random() < 0.3 else conditions.foliage(dice)
    ramp = (
        conditions.lit(scaled(color, 0.4), 0.1),
        conditions.lit(scaled(color, 0.75), 0.3),
        conditions.lit(scaled(color, 1.15), 0.8),
    )
    canvas.tone(leaves, ramp, threshold(hanging, 0.58, 0.05))


def _path(easel: Easel, floor: float) -> None:
    canvas, dice, conditions = easel
    aim, near = dice.uniform(0.35, 0.65), dice.uniform(0.3, 0.7)
    width = dice.uniform(0.25, 0.6)
    bend = dice.uniform(-0.12, 0.12)
    earth = mix((150, 126, 96), SNOW, 0.8 if conditions.snowy else 0.0)
    left, right = [], []
    for step in range(7):
        share = (step / 6) ** 1.6
        x = aim + (near - aim) * share + bend * 4 * share * (1 - share)
        y = floor + (1.05 - floor) * share
        half = 0.01 + width / 2 * share
        left.append((x - half, y))
        right.append((x + half, y))
    canvas.polygon([*left, *reversed(right)], conditions.lit(earth, 0.6), 0.85)


def _spruce_slope(easel: Easel) -> None:
    """Rank behind rank of conifers up a slope."""
    dice, conditions = easel.dice, easel.conditions
    top = dice.uniform(-0.05, 0.4)
    paint_sky(easel, max(top, 0.25))
    rows = dice.randint(5, 7)
    tilt = dice.uniform(-0.15, 0.15)
    size = dice.uniform(0.2, 0.34)
    for row in range(rows):
        share = row / (rows - 1)
        depth = 0.85 * (1.0 - share)
        base = top + (1.1 - top) * share + 0.08
        height = size * (0.5 + 0.7 * share)
        ground = scaled(conditions.meadow(dice), 0.75)
        hill(easel, base - height * 0.35, 0.03, ground, depth)
        x = dice.uniform(-0.1, 0.0)
        while x < 1.05:
            foot = base + tilt * (x - 0.5) + dice.uniform(-0.03, 0.03)
            conifer(easel, x, foot, height * dice.uniform(0.75, 1.25), needles(dice), depth)
            x += height * dice.uniform(0.28, 0.5)


def _edge(easel: Easel) -> None:
    """Whole trees standing close, from a clearing before them."""
    dice, conditions = easel.dice, easel.conditions
    floor = dice.uniform(0.68, 0.9)
    paint_sky(easel, floor * 0.6)
    bare = conditions.season == "winter" and dice.random() < 0.6
    hill(easel, floor - 0.12, 0.04, scaled(needles(dice), 0.8), 0.5)
    level_ground(easel, floor - 0.08, conditions.meadow(dice), 0.3)
    for row in range(3):
        depth = (0.55, 0.3, 0.05)[row]
        height = dice.uniform(0.45, 0.8) * (0.8 + 0.2 * row)
        foot = floor - 0.06 + 0.06 * row
        for _ in range((10, 8, 4)[row]):
            x = dice.uniform(-0.1, 1.1)
            tall = height * dice.uniform(0.8, 1.2)
            if dice.random() < 0.35:
                conifer(easel, x, foot, tall, needles(dice), depth)
            elif bare:
                bare_tree(easel, x, foot, tall, depth)
            else:
                broadleaf(easel, x, foot, tall, conditions.foliage(dice), depth)
    for _ in range(dice.choice((0, 0, 2))):
        boulder(easel, dice.random(), dice.uniform(floor, 1.0), dice.uniform(0.03, 0.08))
    grass(easel, floor, conditions.meadow(dice), dice.choice((0, 12, 30)))


def _crowns(easel: Easel) -> None:
    """The roof of the forest from a hill: crowns like a sea of clouds, some spruce tips between."""
    canvas, dice, conditions = easel
    top = dice.uniform(-0.1, 0.35)
    paint_sky(easel, max(0.25, top))
    line = skyline(rough_line(dice, 0.05, 0.45), top + 0.05)
    far = conditions.seen(conditions.foliage(dice), 0.4, 0.8)
    canvas.polygon([*line, (1, 1), (0, 1)], far)
    y = top + 0.08
    while y < 1.12:
        share = (y - top) / (1.1 - top)
        size = 0.035 + 0.085 * share
        x = dice.uniform(-size, 0.0)
        while x < 1.05:
            place = (x, y + dice.uniform(-0.3, 0.3) * size)
            if dice.random() < 0.2:
                conifer(easel, x, y + size, size * 3, needles(dice), 0.7 * (1 - share))
            else:
                foliage(easel, place, (size * 1.15, size), conditions.foliage(dice), 0.7 * (1 - share))
            x += size * 1.5
        y += size * 0.9
    canvas.roughen(
        cut(Tile.LEAVES, dice, canvas.pixels, 0.6, 0.6), 0.3, canvas.mask(blob(dice, 0.5, 1.0, 1.2, 0.8))
    )
