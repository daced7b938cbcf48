"""Mountains: peaks and ridges of rock and snow, over valleys, lakes and woods."""

from __future__ import annotations

from core.sample_scenes.canvas import mix, scaled
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import paint_mirror, paint_sky
from core.sample_scenes.terrain import boulder, draw_peaks, hill, level_ground, massif, ridge_line
from core.sample_scenes.vegetation import conifer, grass, needles, tree_line


def paint_mountain(easel: Easel) -> None:
    """Paint one to three ranges, one behind the other, and what lies before them."""
    dice, conditions = easel.dice, easel.conditions
    foot = dice.uniform(0.55, 0.95)
    paint_sky(easel, foot * 0.75)
    ranges = dice.choices((1, 2, 3), (35, 40, 25))[0]
    whiteness = dice.uniform(0.3, 0.9) if conditions.snowy else dice.choice((0.0, dice.uniform(0.1, 0.6)))
    for place in range(ranges):
        depth = (ranges - place - 0.4) / ranges * dice.uniform(0.6, 0.9)
        base = foot - 0.12 * (ranges - 1 - place)
        height = dice.uniform(0.3, 0.68) * (1.0 - 0.2 * place) * foot / 0.75
        peaks = draw_peaks(dice, dice.randint(1, 3), height)
        line = ridge_line(dice, peaks, base, dice.uniform(0.06, 0.12))
        massif(easel, line, base, depth, whiteness)
    dice.choice((_meadow, _lake, _forest_floor, _scree))(easel, foot)


def _meadow(easel: Easel, foot: float) -> None:
    dice, conditions = easel.dice, easel.conditions
    edge = hill(easel, foot, dice.uniform(0.02, 0.08), conditions.meadow(dice), 0.35)
    if dice.random() < 0.6:
        tree_line(easel, edge, dice.uniform(0.04, 0.1), 0.3, dice.random() < 0.7)
    color = conditions.meadow(dice)
    near = foot + dice.uniform(0.08, 0.2)
    hill(easel, near, dice.uniform(0.02, 0.06), color, 0.05)
    grass(easel, near, color, dice.randint(0, 30))


def _lake(easel: Easel, foot: float) -> None:
    canvas, dice, conditions = easel
    shore = min(0.86, foot + 0.02)
    paint_mirror(easel, shore, dice.uniform(0.1, 0.5))
    tree_line(easel, [(0.0, shore), (1.0, shore)], dice.uniform(0.03, 0.08), 0.3, dice.random() < 0.7)
    for _ in range(dice.randint(0, 6)):
        boulder(easel, dice.random(), dice.uniform(0.9, 1.02), dice.uniform(0.02, 0.08))
    canvas.line(((0, shore), (1, shore)), conditions.lit((70, 72, 60), 0.3), 0.008)


def _forest_floor(easel: Easel, foot: float) -> None:
    dice, conditions = easel.dice, easel.conditions
    hill(easel, foot, 0.05, scaled(needles(dice), 0.9), 0.4)
    for row in range(3):
        base = foot + 0.05 + 0.09 * row
        size = 0.1 + 0.05 * row
        for _ in range(9 - 2 * row):
            x = dice.uniform(-0.05, 1.05)
            conifer(
                easel,
                x,
                base + dice.uniform(-0.02, 0.06),
                size * dice.uniform(0.7, 1.2),
                needles(dice),
                0.3 - 0.1 * row,
            )
        if row < 2:
            hill(easel, base + 0.05, 0.03, scaled(conditions.meadow(dice), 0.8), 0.3)


def _scree(easel: Easel, foot: float) -> None:
    dice, conditions = easel.dice, easel.conditions
    ground = mix(conditions.meadow(dice), (120, 112, 104), 0.5)
    level_ground(easel, foot, ground, 0.5)
    places = sorted(dice.uniform(foot + 0.03, 1.05) for _ in range(dice.randint(5, 18)))
    for base in places:
        boulder(easel, dice.random(), base, 0.01 + 0.12 * (base - foot))
