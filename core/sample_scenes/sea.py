"""The sea: open water, beaches with surf, cliffs, islands."""

from __future__ import annotations

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled, varied
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import FOAM, paint_boat, paint_sky, paint_swell
from core.sample_scenes.terrain import ROCK, boulder, closed, rough_line, skyline
from core.sample_scenes.textures import Tile, cut
from core.sample_scenes.vegetation import tree

_SANDS: tuple[Color, ...] = (
    (222, 200, 156),
    (204, 184, 150),
    (176, 160, 140),
    (128, 122, 116),
    (232, 220, 196),
)


def paint_sea(easel: Easel) -> None:
    """Paint water up to the horizon, with land far off or at hand."""
    dice = easel.dice
    horizon = dice.uniform(0.22, 0.7)
    paint_sky(easel, horizon)
    if dice.random() < 0.4:
        _far_land(easel, horizon)
    swell = dice.random()
    water = paint_swell(easel, horizon, swell)
    _boats(easel, horizon)
    view = dice.random()
    if view < 0.38:
        _beach(easel, horizon, water)
    elif view < 0.6:
        _cliff(easel, horizon)
    elif view < 0.78:
        _breaker(easel, horizon, water)
    if dice.random() < 0.3:
        _rocks(easel, horizon)
    if dice.random() < 0.35:
        _gulls(easel, horizon)


def _far_land(easel: Easel, horizon: float) -> None:
    canvas, dice, conditions = easel
    height = dice.uniform(0.02, 0.1)
    color = mix(conditions.meadow(dice), dice.choice(ROCK), 0.5)
    lit = conditions.seen(color, 0.5, dice.uniform(0.7, 1.0))
    start, end = sorted((dice.uniform(-0.5, 0.7), dice.uniform(0.3, 1.5)))
    line = [
        (start + (end - start) * x, y + abs(x - 0.5) * 2 * height)
        for x, y in skyline([abs(level) for level in rough_line(dice, height)], horizon)
    ]
    canvas.polygon(closed(line, horizon + height), lit)


def _boats(easel: Easel, horizon: float) -> None:
    dice = easel.dice
    for _ in range(dice.choice((0, 0, 1, 1, 2, 3))):
        near = dice.uniform(0.02, 0.3)
        x, foot = dice.uniform(0.1, 0.9), horizon + (1 - horizon) * near
        paint_boat(easel, x, foot, 0.04 + 0.35 * near * dice.uniform(0.6, 1.1), 0.5 - near)


def _beach(easel: Easel, horizon: float, water: Color) -> None:
    """Sand from one lower corner or along the lower edge, and the surf before it."""
    canvas, dice, conditions = easel
    sand = mix(dice.choice(_SANDS), SNOW, 0.85) if conditions.snowy else varied(dice, dice.choice(_SANDS), 12)
    left = horizon + (1 - horizon) * dice.uniform(0.3, 1.1)
    right = horizon + (1 - horizon) * dice.uniform(0.3, 1.1)
    waviness = rough_line(dice, 0.03, 0.5)
    last = len(waviness) - 1

    def shoreline(offset: float) -> list[Point]:
        line = []
        for place, level in enumerate(waviness):
            x = place / last
            y = left + (right - left) * x
            line.append((x, y + level + offset * (y - horizon) / (1 - horizon)))
        return line

    foam = conditions.lit(FOAM, 0.75)
    shallows = mix(water, conditions.lit(sand, 0.5), 0.35)
    canvas.polygon(closed(shoreline(-0.16)), shallows, 0.6)
    for offset in (-0.3, -0.19, -0.1):
        shift = offset + dice.uniform(-0.02, 0.02)
        thick = 0.03 * dice.uniform(0.4, 1.2)
        canvas.polygon([*shoreline(shift), *reversed(shoreline(shift + thick))], foam, 0.85)
    area = closed(shoreline(0.0))
    dark = conditions.lit(scaled(sand, 0.82), 0.5)
    grain = cut(Tile.GRAIN, dice, canvas.pixels, 0.6, 0.6)
    canvas.tone(
        grain, (dark, conditions.lit(sand, 0.6), conditions.lit(scaled(sand, 1.06), 0.7)), canvas.mask(area)
    )
    canvas.polygon([*shoreline(-0.01), *reversed(shoreline(0.05))], scaled(dark, 0.8), 0.6)
    canvas.polygon([*shoreline(-0.035), *reversed(shoreline(0.008))], foam)


def _cliff(easel: Easel, horizon: float) -> None:
    """A headland that comes in from one side."""
    canvas, dice, conditions = easel
    color = dice.choice(ROCK)
    reach = dice.uniform(0.3, 0.6)
    top = horizon - dice.uniform(0.1, 0.3)
    foot = horizon + (1 - horizon) * dice.uniform(0.1, 0.4)
    crest = rough_line(dice, 0.03)
    steps = 16
    line = [(-0.02, top - 0.06)]
    for step in range(steps):
        share = step / (steps - 1)
        line.append((reach * share, top + (foot - top) * share**3 + crest[step * 4] * (1 - share)))
    outline = [*line, (reach * 0.7, foot + 0.05), (-0.02, foot + 0.12)]
    relief = cut(Tile.RELIEF, dice, canvas.pixels, 0.5, 0.15)
    facing = 0.8 if conditions.side > 0 else 0.25
    canvas.tone(
        relief,
        (conditions.lit(scaled(color, 0.5), 0.0), conditions.lit(color, facing)),
        canvas.mask(outline),
    )
    turf = [(x, y - 0.012) for x, y in line[:11]] + [(x, y + 0.03) for x, y in reversed(line[:11])]
    canvas.polygon(turf, conditions.lit(conditions.meadow(dice), 0.6))
    foam = conditions.lit(FOAM, 0.7)
    canvas.line(((-0.02, foot + 0.12), (reach * 0.7, foot + 0.05), (reach, foot)), foam, 0.014)
    if dice.random() < 0.4:
        tree(easel, reach * 0.3, line[5][1], dice.uniform(0.08, 0.2), 0.1)


def _breaker(easel: Easel, horizon: float, water: Color) -> None:
    """One or two large waves that break towards the viewer."""
    canvas, dice, conditions = easel
    foam = conditions.lit(FOAM, 0.8)
    spray = (mix(water, foam, 0.55), foam, foam)
    billow = cut(Tile.LEAVES, dice, canvas.pixels, 0.5, 0.8)
    streaks = cut(Tile.BILLOW, dice, canvas.pixels, 0.9, 0.15)
    glassy = mix(water, (90, 170, 170), 0.3)
    for near in sorted(dice.uniform(0.25, 0.85) for _ in range(dice.randint(1, 2))):
        y = horizon + (1 - horizon) * near
        tall = 0.05 + 0.12 * near
        crest = [tall * 0.8 + abs(level) for level in rough_line(dice, tall * 0.4, 0.5)]
        canvas.stipple(
            closed(skyline(crest, y), y), streaks, (scaled(glassy, 0.7), glassy, mix(glassy, foam, 0.3))
        )
        start = dice.uniform(-0.3, 0.5)
        curl = [
            (place / 64, y - level * (1.15 if place / 64 > start else 0.95), level)
            for place, level in enumerate(crest)
        ]
        lip = [
            (x, upper + level * (0.65 if x > start else 0.12) * dice.uniform(0.6, 1.1))
            for x, upper, level in curl
        ]
        canvas.stipple([*((x, upper) for x, upper, _ in curl), *reversed(lip)], billow, spray, 0.12)
        froth = [abs(level) for level in rough_line(dice, tall * 0.4)]
        canvas.stipple(
            [*skyline(froth, y), *skyline([-level for level in froth], y)[::-1]], billow, spray, 0.2
        )


def _rocks(easel: Easel, horizon: float) -> None:
    canvas, dice, conditions = easel
    for _ in range(dice.randint(1, 5)):
        near = dice.uniform(0.1, 0.9)
        x, foot, size = dice.random(), horizon + (1 - horizon) * near, 0.02 + 0.07 * near
        boulder(easel, x, foot, size)
        canvas.ellipse(x, foot, size * 1.1, size * 0.15, conditions.lit(FOAM, 0.6), 0.8)


def _gulls(easel: Easel, horizon: float) -> None:
    canvas, dice, conditions = easel
    color = conditions.lit(dice.choice(((240, 240, 240), (70, 70, 76))), 0.5)
    for _ in range(dice.randint(2, 7)):
        x, y, span = dice.random(), dice.uniform(0.05, horizon), dice.uniform(0.01, 0.03)
        wings = (
            (x - span, y - span * 0.4),
            (x - span * 0.4, y - span * 0.6),
            (x, y),
            (x + span * 0.4, y - span * 0.6),
            (x + span, y - span * 0.4),
        )
        canvas.line(wings, color, 0.006)
