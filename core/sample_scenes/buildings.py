"""Buildings: fronts, corners, towers, skylines and houses."""

from __future__ import annotations

from core.sample_scenes.canvas import mix
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import paint_sky
from core.sample_scenes.terrain import level_ground
from core.sample_scenes.town import (
    ROOFS,
    Face,
    draw_facade,
    flat,
    paint_block,
    paint_car_beside,
    paint_house,
    paint_lamp,
    paint_person,
    paint_roof,
    paint_wall,
)
from core.sample_scenes.vegetation import foliage, tree


def paint_buildings(easel: Easel) -> None:
    """Paint one of several views of buildings, with what stands before them."""
    dice = easel.dice
    paint_sky(easel, dice.uniform(0.5, 0.9))
    views = (_front, _corner, _looking_up, _towers, _houses)
    dice.choices(views, (27, 29, 16, 18, 10))[0](easel)


def _front(easel: Easel) -> None:
    """One large front, cut off at the sides or with lower neighbors."""
    dice = easel.dice
    foot = dice.uniform(0.82, 1.15)
    _ground(easel, min(foot, 0.98) - 0.04)
    left, right = dice.uniform(-0.25, 0.25), dice.uniform(0.75, 1.25)
    top = dice.uniform(-0.1, 0.3)
    for edge_left, edge_right in ((-0.4, left), (right, 1.4)):
        neighbor = draw_facade(dice, dice.randint(2, 5), dice.randint(2, 4))
        paint_wall(
            easel, flat(edge_left, dice.uniform(0.2, 0.6), edge_right, foot), neighbor, dice.random(), 0.1
        )
    storeys = dice.randint(3, 7)
    facade = draw_facade(dice, storeys, dice.randint(3, 8), dice.random() < 0.4)
    keystone = dice.uniform(-0.05, 0.08)
    face = Face(
        (left, foot),
        (right, foot + dice.uniform(-0.05, 0.05)),
        (right - keystone, top),
        (left + keystone, top),
    )
    paint_wall(easel, face, facade, dice.uniform(0.3, 1.0), 0.0)
    if top > 0.12 and dice.random() < 0.5:
        rise = dice.uniform(0.06, 0.16)
        outline = ((left, top), (left + rise, top - rise), (right - rise, top - rise), (right, top))
        paint_roof(easel, outline, dice.choice(ROOFS), 0.7, 0.0)
    _clutter(easel, foot)


def _corner(easel: Easel) -> None:
    """A block whose corner points at the viewer."""
    dice = easel.dice
    foot, top = dice.uniform(0.85, 1.1), dice.uniform(-0.1, 0.25)
    eye = dice.uniform(0.6, 0.85)
    _ground(easel, eye + 0.06)
    edge = dice.uniform(0.3, 0.7)
    left, right = edge - dice.uniform(0.35, 0.75), edge + dice.uniform(0.35, 0.75)
    shrink = (dice.uniform(0.45, 0.8), dice.uniform(0.45, 0.8))

    def far(x: float, share: float, near_y: float) -> tuple[float, float]:
        return (x, eye + (near_y - eye) * share)

    facade = draw_facade(dice, dice.randint(3, 8), dice.randint(3, 7), dice.random() < 0.3)
    left_face = Face(far(left, shrink[0], foot), (edge, foot), (edge, top), far(left, shrink[0], top))
    right_face = Face((edge, foot), far(right, shrink[1], foot), far(right, shrink[1], top), (edge, top))
    _row_behind(easel, eye + 0.08, 0.25)
    paint_block(easel, left_face, right_face, facade, dice.randint(3, 7), 0.0)
    _clutter(easel, max(foot, eye + 0.15))


def _looking_up(easel: Easel) -> None:
    """Towers from their feet: all edges lean together towards the top."""
    dice = easel.dice
    vanish = (dice.uniform(0.3, 0.7), dice.uniform(-1.6, -0.6))

    def raised(x: float, share: float) -> tuple[float, float]:
        return (x + (vanish[0] - x) * share, 1.05 + (vanish[1] - 1.05) * share)

    for depth in (0.3, 0.1, 0.0):
        edge = dice.uniform(0.0, 0.9) if depth > 0.0 else dice.uniform(0.05, 0.4)
        width, share = dice.uniform(0.4, 0.7), dice.uniform(0.3, 0.55) * (1.0 - depth * 0.5)
        facade = draw_facade(dice, dice.randint(7, 12), dice.randint(3, 6))
        split = edge + width * dice.uniform(0.35, 0.65)
        left_face = Face(raised(edge, 0), raised(split, 0), raised(split, share), raised(edge, share * 0.95))
        right_face = Face(
            raised(split, 0),
            raised(edge + width, 0),
            raised(edge + width, share * 0.95),
            raised(split, share),
        )
        paint_block(easel, left_face, right_face, facade, dice.randint(2, 4), depth)


def _towers(easel: Easel) -> None:
    """A skyline: towers in rows, the far ones pale, over water, a park or a road."""
    dice = easel.dice
    foot = dice.uniform(0.75, 0.98)
    _ground(easel, foot - 0.02)
    for depth in (0.7, 0.4, 0.12):
        x = dice.uniform(-0.15, 0.0)
        while x < 1.0:
            width = dice.uniform(0.1, 0.24)
            height = dice.uniform(0.2, 0.78) * (0.9 if depth > 0.5 else 1.0)
            rows = max(3, int(height * (14 if depth < 0.2 else 18)))
            facade = draw_facade(dice, rows, max(2, int(width * 22)))
            paint_wall(easel, flat(x, foot - height, x + width, foot), facade, dice.uniform(0.1, 1.0), depth)
            x += width + dice.uniform(0.0, 0.5 if depth < 0.2 else 0.12)
    _clutter(easel, foot + 0.02)


def _houses(easel: Easel) -> None:
    """One to three houses with gardens."""
    dice = easel.dice
    horizon = dice.uniform(0.5, 0.7)
    _ground(easel, horizon)
    for _ in range(dice.randint(0, 4)):
        tree(easel, dice.random(), horizon + 0.04, dice.uniform(0.2, 0.45), 0.4)
    count = dice.randint(1, 3)
    for place in range(count):
        width = dice.uniform(0.36, 0.5) * (1.3 if count == 1 else 0.95)
        x = (place + 0.5) / count + dice.uniform(-0.1, 0.1)
        paint_house(easel, x, dice.uniform(0.78, 0.92), width, 0.05, dice.randint(2, 3))
    _clutter(easel, 0.95)


def _row_behind(easel: Easel, foot: float, depth: float) -> None:
    dice = easel.dice
    x = -0.1
    while x < 1.0:
        width, height = dice.uniform(0.2, 0.4), dice.uniform(0.15, 0.5)
        facade = draw_facade(dice, max(3, int(height * 12)), max(2, int(width * 12)))
        paint_wall(easel, flat(x, foot - height, x + width, foot), facade, dice.random(), depth)
        x += width


def _ground(easel: Easel, horizon: float) -> None:
    dice, conditions = easel.dice, easel.conditions
    color = conditions.meadow(dice)
    if not conditions.snowy and dice.random() < 0.6:
        color = mix(color, (128, 126, 122), 0.9)
    level_ground(easel, horizon, color, 0.25)


def _clutter(easel: Easel, foot: float) -> None:
    """Trees, bushes, cars, people and lamps before the walls."""
    dice, conditions = easel.dice, easel.conditions
    for _ in range(dice.choice((0, 0, 1, 2, 3))):
        tree(easel, dice.random(), foot + 0.03, dice.uniform(0.2, 0.55), 0.0)
    for _ in range(dice.choice((0, 0, 2, 5))):
        size = dice.uniform(0.03, 0.09)
        foliage(easel, (dice.random(), foot - size * 0.3), (size * 1.3, size), conditions.foliage(dice), 0.0)
    if foot < 1.02:
        for _ in range(dice.choice((0, 0, 1, 2))):
            paint_car_beside(easel, dice.random(), foot + 0.03, dice.uniform(0.16, 0.26), 0.0)
        for _ in range(dice.choice((0, 0, 1, 4))):
            paint_person(easel, dice.random(), foot + 0.04, dice.uniform(0.06, 0.14), 0.0)
    if dice.random() < 0.25:
        paint_lamp(easel, dice.random(), foot + 0.04, dice.uniform(0.3, 0.5), dice.choice((-0.06, 0.06)), 0.0)
