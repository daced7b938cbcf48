"""What stands about in towns: cars, people, lamps."""

from __future__ import annotations

from core.datasets.scenes.colours import Colour, scaled, varied
from core.datasets.scenes.easel import Easel

_PAINT: tuple[Colour, ...] = (
    (190, 40, 40),
    (40, 70, 150),
    (226, 226, 226),
    (40, 42, 46),
    (150, 154, 160),
    (226, 190, 70),
    (60, 110, 90),
)
_CLOTHES: tuple[Colour, ...] = ((60, 62, 80), (170, 60, 60), (80, 110, 150), (200, 190, 170), (50, 50, 50))
_SKIN: Colour = (206, 166, 140)


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
    lamp: Colour = (255, 236, 180) if conditions.lamps_lit else dice.choice(((220, 40, 30), (240, 236, 220)))
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
    light: Colour = (255, 232, 170) if conditions.lamps_lit else conditions.distant((206, 206, 200), depth)
    if conditions.lamps_lit:
        canvas.ellipse(x + reach, top, height * 0.12, height * 0.12, light, 0.35)
    canvas.ellipse(x + reach, top - height * 0.02, height * 0.05, height * 0.03, light)
