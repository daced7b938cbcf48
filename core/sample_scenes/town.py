"""Walls with windows, the houses made of them, and what stands about in towns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled, varied
from core.sample_scenes.conditions import Easel

WALLS: tuple[Color, ...] = (
    (196, 178, 150),
    (168, 96, 76),
    (214, 206, 192),
    (150, 146, 142),
    (204, 170, 112),
    (176, 186, 190),
    (120, 98, 84),
    (222, 190, 170),
    (128, 142, 152),
    (98, 102, 108),
)
ROOFS: tuple[Color, ...] = ((150, 78, 58), (92, 84, 84), (118, 96, 78), (76, 88, 98), (168, 104, 66))
_LAMPLIGHT: Color = (255, 214, 138)
KINDS = ("plain", "framed", "shutters", "bands", "curtain", "balconies")


@dataclass(frozen=True)
class Face:
    """A flat rectangle (a wall) somewhere in space, by its four corners in the image."""

    left_foot: Point
    right_foot: Point
    right_top: Point
    left_top: Point

    def grid(self) -> Grid:
        """The projective map from wall to image (Heckbert 1989, Fundamentals of Texture Mapping, 2.2.3)."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.corners
        dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
        dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
        area = dx1 * dy2 - dx2 * dy1 or 1e-9
        g = (sx * dy2 - dx2 * sy) / area
        h = (dx1 * sy - sx * dy1) / area
        along = (x1 - x0 + g * x1, y1 - y0 + g * y1, g)
        up = (x3 - x0 + h * x3, y3 - y0 + h * y3, h)
        return Grid((x0, y0), along, up)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """In the order in which the wall is walked around."""
        return (self.left_foot, self.right_foot, self.right_top, self.left_top)


@dataclass(frozen=True)
class Grid:
    """Where the points of a wall are seen: `along` it and `up` it, both from 0 to 1."""

    origin: Point
    along: tuple[float, float, float]
    up: tuple[float, float, float]

    def at(self, along: float, up: float) -> Point:
        """The image point of one point of the wall."""
        weight = 1.0 + self.along[2] * along + self.up[2] * up
        return (
            (self.origin[0] + self.along[0] * along + self.up[0] * up) / weight,
            (self.origin[1] + self.along[1] * along + self.up[1] * up) / weight,
        )

    def patch(self, left: float, right: float, low: float, high: float) -> tuple[Point, Point, Point, Point]:
        """The image corners of an upright rectangle on the wall."""
        return (self.at(left, low), self.at(right, low), self.at(right, high), self.at(left, high))


def flat(left: float, top: float, right: float, foot: float) -> Face:
    """A wall that faces the viewer."""
    return Face((left, foot), (right, foot), (right, top), (left, top))


@dataclass(frozen=True)
class Facade:
    """How a wall is built. `shop` is whether the ground floor is a shop; widths are shares of a bay."""

    kind: str
    storeys: int
    bays: int
    wall: Color
    glass: Color
    trim: Color
    width: float
    height: float
    shop: bool


def draw_facade(dice: Random, storeys: int, bays: int, shop: bool = False) -> Facade:
    """A facade by chance, with so many rows and columns of windows."""
    wall = varied(dice, dice.choice(WALLS), 16)
    return Facade(
        kind=dice.choice(KINDS),
        storeys=storeys,
        bays=bays,
        wall=wall,
        glass=varied(dice, dice.choice(((52, 62, 76), (84, 108, 130), (40, 42, 48), (120, 146, 164))), 10),
        trim=dice.choice(((236, 232, 224), scaled(wall, 0.7), scaled(wall, 1.25), (90, 84, 78))),
        width=dice.uniform(0.42, 0.62),
        height=dice.uniform(0.5, 0.68),
        shop=shop,
    )


def paint_wall(easel: Easel, face: Face, facade: Facade, facing: float, depth: float) -> None:
    """Paint a wall with its windows; `facing` is how squarely the sun meets it (0 to 1)."""
    canvas, dice, conditions = easel
    grid = face.grid()
    canvas.polygon(face.corners, conditions.seen(facade.wall, facing, depth))
    look = _look(easel, facade, facing, depth)
    _courses(easel, grid, facade, look)
    glow = dice.uniform(0.25, 0.7) if conditions.lamps_lit else dice.choice((0.0, 0.0, 0.06))
    for storey in range(1 if facade.shop else 0, facade.storeys):
        for bay in range(facade.bays):
            pane = look.lamp if dice.random() < glow else look.glass[(bay * 7 + storey * 5) % 3]
            _paint_window(easel, grid, facade, look, (bay, storey), pane)
    if facade.shop:
        _paint_shop(easel, grid, facade, look)


@dataclass(frozen=True)
class _Look:
    """A facade's colors as they are seen."""

    glass: tuple[Color, Color, Color]
    trim: Color
    shade: Color
    lamp: Color


def _look(easel: Easel, facade: Facade, facing: float, depth: float) -> _Look:
    conditions = easel.conditions
    reflection = mix(facade.glass, conditions.sky_low, 0.3)
    lamp = _LAMPLIGHT if conditions.lamps_lit else conditions.lit(_LAMPLIGHT, 0.5)
    return _Look(
        glass=(
            conditions.seen(facade.glass, facing * 0.6, depth),
            conditions.seen(scaled(facade.glass, 0.75), facing * 0.6, depth),
            conditions.seen(reflection, facing * 0.6, depth),
        ),
        trim=conditions.seen(facade.trim, facing, depth),
        shade=conditions.seen(scaled(facade.wall, 0.62), facing, depth),
        lamp=conditions.distant(lamp, depth),
    )


def _courses(easel: Easel, grid: Grid, facade: Facade, look: _Look) -> None:
    """The horizontal lines of a wall: floors, cornice."""
    canvas = easel.canvas
    storeys = facade.storeys
    if facade.kind in ("bands", "balconies", "framed"):
        for storey in range(1, storeys):
            level = storey / storeys
            canvas.polygon(grid.patch(0, 1, level - 0.06 / storeys, level + 0.06 / storeys), look.shade)
    canvas.polygon(grid.patch(0, 1, 1 - 0.12 / storeys, 1), look.trim)


def _paint_window(
    easel: Easel, grid: Grid, facade: Facade, look: _Look, place: tuple[int, int], pane: Color
) -> None:
    canvas = easel.canvas
    bay, storey = place
    middle = (bay + 0.5) / facade.bays
    half = facade.width / 2 / facade.bays
    if facade.kind in ("curtain", "bands"):
        half = 0.46 / facade.bays
    low = (storey + 0.55 - facade.height / 2) / facade.storeys
    high = low + facade.height / facade.storeys
    border = 0.07 / facade.bays
    if facade.kind == "framed":
        rim = 0.05 / facade.storeys
        canvas.polygon(
            grid.patch(middle - half - border, middle + half + border, low - rim, high + rim), look.trim
        )
    if facade.kind == "shutters":
        canvas.polygon(grid.patch(middle - half * 1.75, middle + half * 1.75, low, high), look.trim)
    canvas.polygon(grid.patch(middle - half, middle + half, low, high), pane)
    if facade.kind in ("framed", "plain"):
        canvas.polygon(grid.patch(middle - border / 3, middle + border / 3, low, high), look.trim)
    if facade.kind == "balconies" and bay % 2 == 0:
        edge = low + 0.28 / facade.storeys
        canvas.polygon(
            grid.patch(middle - half * 1.5, middle + half * 1.5, low - 0.08 / facade.storeys, edge), look.trim
        )


def _paint_shop(easel: Easel, grid: Grid, facade: Facade, look: _Look) -> None:
    canvas, dice, conditions = easel
    top = 0.9 / facade.storeys
    pane = look.lamp if conditions.lamps_lit and dice.random() < 0.7 else look.glass[1]
    shops = max(1, facade.bays // 2)
    for shop in range(shops):
        left, right = (shop + 0.08) / shops, (shop + 0.92) / shops
        canvas.polygon(grid.patch(left, right, 0.0, top * 0.74), pane)
        canvas.polygon(grid.patch(right - 0.25 / shops, right - 0.04 / shops, 0.0, top * 0.7), look.shade)
        awning = conditions.lit(
            varied(dice, dice.choice(((190, 60, 50), (60, 110, 80), (60, 80, 140), (220, 200, 150))), 20)
        )
        canvas.polygon(grid.patch(left, right, top * 0.72, top), awning)


def paint_block(easel: Easel, left: Face, right: Face, facade: Facade, right_bays: int, depth: float) -> None:
    """Paint two walls that meet in a corner, one towards the sun, one away from it."""
    sunny = easel.conditions.side < 0
    paint_wall(easel, left, facade, 0.9 if sunny else 0.15, depth)
    paint_wall(easel, right, replace(facade, bays=right_bays), 0.15 if sunny else 0.9, depth)


def paint_roof(easel: Easel, outline: tuple[Point, ...], color: Color, facing: float, depth: float) -> None:
    """Paint one slope of a roof, under snow if it lies."""
    canvas, _, conditions = easel
    seen = mix(color, SNOW, 0.85) if conditions.snowy else color
    canvas.polygon(outline, conditions.seen(seen, facing, depth))


def paint_house(easel: Easel, x: float, foot: float, width: float, depth: float, storeys: int = 2) -> None:
    """Paint a house with a gable roof whose front, around `x`, faces the viewer and whose flank recedes."""
    canvas, dice, conditions = easel
    height = width * dice.uniform(0.35, 0.5) * storeys / 2
    turn = dice.choice((-1.0, 1.0))
    run = turn * width * dice.uniform(0.4, 0.9)
    left, right, top = x - width / 2, x + width / 2, foot - height
    near = right if turn > 0 else left
    shrink = height * 0.12
    kind = dice.choice(("framed", "shutters", "plain"))
    facade = replace(draw_facade(dice, storeys, dice.randint(2, 4)), kind=kind)
    facing = 0.9 if conditions.side * turn > 0 else 0.15

    nearby = ((near, foot), (near, top))
    far = ((near + run, foot - shrink * 0.4), (near + run, top + shrink))
    one, other = (nearby, far) if turn > 0 else (far, nearby)
    flank = Face(one[0], other[0], other[1], one[1])
    paint_wall(easel, flank, replace(facade, bays=dice.randint(2, 4)), facing, depth)
    paint_wall(easel, flat(left, top, right, foot), facade, 0.6, depth)

    ridge = (x, top - width * dice.uniform(0.3, 0.5))
    canvas.polygon(((left, top), (right, top), ridge), conditions.seen(facade.wall, 0.6, depth))
    roof = varied(dice, dice.choice(ROOFS), 14)
    eaves = ((near + turn * 0.02, top + 0.01), (near + run + turn * 0.01, top + shrink + 0.01))
    far_ridge = (x + run, ridge[1] + shrink)
    paint_roof(easel, (eaves[0], ridge, far_ridge, eaves[1]), roof, facing, depth)
    trim = conditions.lit(scaled(roof, 0.7), 0.5)
    canvas.line(((left - 0.01, top + 0.012), ridge, (right + 0.01, top + 0.012)), trim, width * 0.03)


_PAINT: tuple[Color, ...] = (
    (190, 40, 40),
    (40, 70, 150),
    (226, 226, 226),
    (40, 42, 46),
    (150, 154, 160),
    (226, 190, 70),
    (60, 110, 90),
)
_CLOTHES: tuple[Color, ...] = ((60, 62, 80), (170, 60, 60), (80, 110, 150), (200, 190, 170), (50, 50, 50))
_SKIN: Color = (206, 166, 140)


def paint_car_behind(easel: Easel, x: float, foot: float, width: float, depth: float) -> None:
    """Paint a car seen from its end, `width` wide, standing at `foot`."""
    canvas, dice, conditions = easel
    paint = varied(dice, dice.choice(_PAINT), 12)
    body = conditions.seen(paint, 0.6, depth)
    dark = conditions.seen((26, 28, 32), 0.4, depth)
    glass = conditions.seen((70, 86, 100), 0.5, depth)
    half, height = width / 2, width * dice.uniform(0.72, 0.9)
    top, waist = foot - height, foot - height * 0.55
    canvas.box(x - half * 1.05, foot - height * 0.06, x + half * 1.05, foot + height * 0.05, dark, 0.6)
    for side in (-0.72, 0.72):
        canvas.box(x + half * (side - 0.2), foot - height * 0.2, x + half * (side + 0.2), foot, dark)
    canvas.polygon(
        ((x - half, waist), (x - half * 0.72, top), (x + half * 0.72, top), (x + half, waist)), body
    )
    canvas.polygon(
        (
            (x - half * 0.8, waist),
            (x - half * 0.6, top + height * 0.08),
            (x + half * 0.6, top + height * 0.08),
            (x + half * 0.8, waist),
        ),
        glass,
    )
    canvas.box(x - half, waist, x + half, foot - height * 0.13, body)
    lamp: Color = (255, 236, 180) if conditions.lamps_lit else dice.choice(((220, 40, 30), (240, 236, 220)))
    for side in (-0.8, 0.8):
        canvas.ellipse(x + half * side, waist + height * 0.16, half * 0.16, height * 0.07, lamp)


def paint_car_beside(easel: Easel, x: float, foot: float, length: float, depth: float) -> None:
    """Paint a car seen from its side, `length` long, standing at `foot`."""
    canvas, dice, conditions = easel
    paint = varied(dice, dice.choice(_PAINT), 12)
    body = conditions.seen(paint, 0.6, depth)
    dark = conditions.seen((26, 28, 32), 0.4, depth)
    glass = conditions.seen((70, 86, 100), 0.5, depth)
    half, height = length / 2, length * 0.34
    waist, top = foot - height * 0.6, foot - height
    canvas.polygon(
        ((x - half * 0.6, waist), (x - half * 0.35, top), (x + half * 0.35, top), (x + half * 0.7, waist)),
        body,
    )
    canvas.polygon(
        (
            (x - half * 0.48, waist),
            (x - half * 0.3, top + height * 0.08),
            (x + half * 0.3, top + height * 0.08),
            (x + half * 0.55, waist),
        ),
        glass,
    )
    canvas.box(x - half, waist, x + half, foot - height * 0.16, body)
    for side in (-0.6, 0.6):
        canvas.ellipse(x + half * side, foot - height * 0.18, height * 0.2, height * 0.2, dark)


def paint_person(easel: Easel, x: float, foot: float, height: float, depth: float) -> None:
    """Paint somebody standing or walking at `foot`."""
    canvas, dice, conditions = easel
    coat = conditions.seen(varied(dice, dice.choice(_CLOTHES), 16), 0.5, depth)
    legs = conditions.seen(scaled(dice.choice(_CLOTHES), 0.6), 0.4, depth)
    skin = conditions.seen(_SKIN, 0.6, depth)
    half, stride = height * 0.13, height * dice.uniform(0.03, 0.12)
    hip, neck = foot - height * 0.46, foot - height * 0.84
    for side in (-1.0, 1.0):
        canvas.polygon(
            (
                (x - half * 0.7, hip),
                (x + half * 0.7, hip),
                (x + side * stride + half * 0.3, foot),
                (x + side * stride - half * 0.3, foot),
            ),
            legs,
        )
    canvas.polygon(
        (
            (x - half * 0.8, hip),
            (x - half, neck + height * 0.06),
            (x, neck),
            (x + half, neck + height * 0.06),
            (x + half * 0.8, hip),
        ),
        coat,
    )
    canvas.ellipse(x, foot - height * 0.91, height * 0.07, height * 0.09, skin)


def paint_lamp(easel: Easel, x: float, foot: float, height: float, reach: float, depth: float) -> None:
    """Paint a street lamp whose arm reaches out by `reach` (negative: to the left)."""
    canvas, _, conditions = easel
    post = conditions.seen((62, 66, 70), 0.4, depth)
    top = foot - height
    canvas.line(((x, foot), (x, top), (x + reach, top - height * 0.04)), post, height * 0.025)
    light: Color = (255, 232, 170) if conditions.lamps_lit else conditions.distant((206, 206, 200), depth)
    if conditions.lamps_lit:
        canvas.ellipse(x + reach, top, height * 0.12, height * 0.12, light, 0.35)
    canvas.ellipse(x + reach, top - height * 0.02, height * 0.05, height * 0.03, light)
