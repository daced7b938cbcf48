"""Streets: a road that runs away from the viewer between two rows of fronts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from core.sample_scenes.canvas import Color, Point, mix, scaled
from core.sample_scenes.conditions import Easel
from core.sample_scenes.sky_and_water import paint_sky
from core.sample_scenes.terrain import level_ground
from core.sample_scenes.town import (
    ROOFS,
    Face,
    draw_facade,
    flat,
    paint_car_behind,
    paint_lamp,
    paint_person,
    paint_roof,
    paint_wall,
)
from core.sample_scenes.vegetation import tree

_FAR = 90.0


@dataclass(frozen=True)
class _Street:
    """The street's measures in metres, and how it is seen: vanishing point, height of the eye, lens."""

    vanish: Point
    eye: float
    lens: float
    road: float
    pavement: float

    def seen(self, x: float, height: float, away: float) -> Point:
        """Where a point is seen that is `x` right of the eye, `height` over the road, `away` in front."""
        return (
            self.vanish[0] + self.lens * x / away,
            self.vanish[1] + self.lens * (self.eye - height) / away,
        )

    def size(self, metres: float, away: float) -> float:
        """How large something looks from that far."""
        return self.lens * metres / away

    def depth(self, away: float) -> float:
        """How deep in the air it stands, 0 to 1."""
        return min(1.0, away / _FAR)

    @property
    def kerb(self) -> float:
        """How far to the side the road ends."""
        return self.road / 2

    @property
    def fronts(self) -> float:
        """How far to the side the houses stand."""
        return self.road / 2 + self.pavement


_Thing = Callable[[Easel, _Street, float, float], None]
"""Paints something that stands `x` to the right of the eye and so far away."""


def paint_street(easel: Easel) -> None:
    """Paint the street from its far end to the viewer."""
    dice = easel.dice
    street = _Street(
        vanish=(dice.uniform(0.32, 0.68), dice.uniform(0.4, 0.62)),
        eye=dice.choice((dice.uniform(1.5, 2.2), dice.uniform(2.2, 6.0))),
        lens=dice.uniform(0.7, 1.1),
        road=dice.uniform(4.0, 11.0),
        pavement=dice.uniform(1.5, 4.0),
    )
    paint_sky(easel, street.vanish[1])
    _far_end(easel, street)
    _paint_road(easel, street)
    for side in (-1, 1):
        _fronts(easel, street, side)
    _furniture(easel, street)
    if dice.random() < 0.3:
        _wires(easel, street)


def _far_end(easel: Easel, street: _Street) -> None:
    """What closes the view: a house, trees, or the sky."""
    dice = easel.dice
    x, y = street.vanish
    choice = dice.random()
    if choice < 0.35:
        width, height = street.size(street.fronts * 2.4, _FAR * 0.7), dice.uniform(0.06, 0.16)
        face = flat(x - width / 2, y - height, x + width / 2, y + 0.02)
        paint_wall(easel, face, draw_facade(dice, 4, 4), 0.5, 0.7)
    elif choice < 0.7:
        for _ in range(6):
            tree(easel, x + dice.uniform(-0.08, 0.08), y + 0.02, dice.uniform(0.05, 0.12), 0.7)


def _paint_road(easel: Easel, street: _Street) -> None:
    canvas, dice, conditions = easel
    near, far = 1.2, _FAR * 3
    stone = mix((146, 142, 136), conditions.meadow(dice), 0.95 if conditions.snowy else 0.1)
    level_ground(easel, street.vanish[1] + 0.01, stone, 0.2)
    asphalt: Color = dice.choice(((88, 88, 92), (112, 108, 104), (72, 74, 80), (134, 122, 110)))
    if conditions.snowy:
        asphalt = mix(asphalt, (226, 230, 236), dice.uniform(0.2, 0.8))
    kerb = street.kerb
    outline = [
        street.seen(-kerb, 0, near),
        street.seen(-kerb, 0, far),
        street.seen(kerb, 0, far),
        street.seen(kerb, 0, near),
    ]
    canvas.polygon(outline, conditions.lit(asphalt, 0.5), 0.92)
    edge = conditions.lit((190, 186, 178), 0.6)
    for side in (-kerb, kerb):
        _stripe(easel, street, side, (near, far), 0.16, edge)
    paint: Color = conditions.lit((236, 234, 226), 0.6)
    if dice.random() < 0.7:
        away = dice.uniform(2.0, 4.0)
        while away < 50.0:
            _stripe(easel, street, 0.0, (away, away + 2.5), 0.16, paint)
            away += 5.0
    if dice.random() < 0.35:
        _crossing(easel, street, dice.uniform(3.5, 9.0), paint)


def _stripe(
    easel: Easel, street: _Street, x: float, run: tuple[float, float], width: float, color: Color
) -> None:
    near, far = run
    half = width / 2
    outline = [
        street.seen(x - half, 0, near),
        street.seen(x - half, 0, far),
        street.seen(x + half, 0, far),
        street.seen(x + half, 0, near),
    ]
    easel.canvas.polygon(outline, color)


def _crossing(easel: Easel, street: _Street, away: float, paint: Color) -> None:
    x = -street.kerb + 0.5
    while x < street.kerb - 0.3:
        _stripe(easel, street, x, (away, away + 3.0), 0.5, paint)
        x += 1.0


def _fronts(easel: Easel, street: _Street, side: int) -> None:
    """One row of houses, the farthest first."""
    _canvas, dice, conditions = easel
    gap = dice.choice((0.0, 0.0, 0.0, 0.3))
    height = dice.uniform(6.0, 18.0)
    plots: list[tuple[float, float]] = []
    away = dice.uniform(2.0, 4.0)
    while away < _FAR:
        length = dice.uniform(6.0, 14.0) * (1.0 + away / 40.0)
        plots.append((away, away + length))
        away += length
    facing = 0.85 if conditions.side * side < 0 else 0.2
    for near, far in reversed(plots):
        middle = street.depth((near + far) / 2)
        if dice.random() < gap:
            x, foot = street.seen(side * street.fronts * 1.3, 0, far)
            tree(easel, x, foot, street.size(7, far), middle)
            continue
        tall = max(4.0, height * dice.uniform(0.7, 1.35))
        _house(easel, street, side, (near, far), tall, (facing, middle))


def _house(
    easel: Easel,
    street: _Street,
    side: int,
    run: tuple[float, float],
    tall: float,
    light: tuple[float, float],
) -> None:
    dice = easel.dice
    near, far = run
    x = side * street.fronts
    facing, depth = light
    storeys = max(2, round(tall / 3.2))
    bays = max(2, round((far - near) / 3.0))
    near_foot, far_foot = street.seen(x, 0, near), street.seen(x, 0, far)
    near_top, far_top = street.seen(x, tall, near), street.seen(x, tall, far)
    if dice.random() < 0.4:
        ridge = [street.seen(x * 1.35, tall + 3, near), street.seen(x * 1.35, tall + 3, far)]
        paint_roof(easel, (near_top, ridge[0], ridge[1], far_top), dice.choice(ROOFS), facing, depth)
    facade = draw_facade(dice, storeys, bays, dice.random() < 0.5)
    gable_foot, gable_top = street.seen(x + side * 8, 0, near), street.seen(x + side * 8, tall, near)
    easel.canvas.polygon(
        (near_foot, gable_foot, gable_top, near_top),
        easel.conditions.seen(scaled(facade.wall, 0.85), 0.4, depth),
    )
    if side < 0:
        face = Face(near_foot, far_foot, far_top, near_top)
    else:
        face = Face(far_foot, near_foot, near_top, far_top)
    paint_wall(easel, face, facade, facing, depth)


def _furniture(easel: Easel, street: _Street) -> None:
    """Lamps, trees, parked and moving cars and people, the farthest first."""
    dice = easel.dice
    things: list[tuple[float, _Thing, float]] = []
    parked, planted, lit = dice.random() < 0.65, dice.random() < 0.35, dice.random() < 0.6
    for side in (-1, 1):
        for place in range(8):
            away = 6.0 + place * 6.0 + dice.uniform(0.0, 2.5)
            if parked and dice.random() < 0.7:
                things.append((away, _car, side * (street.kerb - 1.0)))
            if planted:
                things.append((away + 2, _tree, side * (street.kerb + 0.8)))
            if lit and place % 2 == 0:
                things.append((away + 3, _lamp, side * (street.kerb + 0.3)))
    things.extend(
        (dice.uniform(6.0, 30.0), _car, dice.choice((-1, 1)) * street.road / 4)
        for _ in range(dice.choice((0, 0, 1, 2)))
    )
    things.extend(
        (dice.uniform(4.0, 25.0), _person, dice.uniform(-street.fronts, street.fronts))
        for _ in range(dice.choice((0, 2, 5, 9)))
    )
    for away, paint, x in sorted(things, key=lambda thing: -thing[0]):
        paint(easel, street, x, away)


def _car(easel: Easel, street: _Street, x: float, away: float) -> None:
    place, foot = street.seen(x, 0, away)
    paint_car_behind(easel, place, foot, street.size(1.8, away), street.depth(away))


def _tree(easel: Easel, street: _Street, x: float, away: float) -> None:
    place, foot = street.seen(x, 0, away)
    tree(easel, place, foot, street.size(6.0, away), street.depth(away))


def _lamp(easel: Easel, street: _Street, x: float, away: float) -> None:
    place, foot = street.seen(x, 0, away)
    reach = math.copysign(street.size(1.2, away), -x)
    paint_lamp(easel, place, foot, street.size(6.0, away), reach, street.depth(away))


def _person(easel: Easel, street: _Street, x: float, away: float) -> None:
    place, foot = street.seen(x, 0, away)
    paint_person(easel, place, foot, street.size(1.75, away), street.depth(away))


def _wires(easel: Easel, street: _Street) -> None:
    canvas, conditions = easel.canvas, easel.conditions
    wire = conditions.lit((50, 50, 54), 0.3)
    for away in (6.0, 11.0, 20.0, 36.0):
        left, right = street.seen(-street.fronts, 7.0, away), street.seen(street.fronts, 7.0, away)
        sag = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 + street.size(0.5, away))
        canvas.line((left, sag, right), wire, 0.004, 0.8)
