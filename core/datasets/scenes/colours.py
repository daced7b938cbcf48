"""Colours as three floats from 0 (dark) to 255, and how they mix."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np

Colour = tuple[float, float, float]

SNOW: Colour = (242.0, 246.0, 252.0)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with `share` (0 to 1) of it replaced by `second`."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def scaled(colour: Colour, factor: float) -> Colour:
    """`colour` made darker (below 1) or lighter (above 1), not yet clipped."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def varied(dice: Random, colour: Colour, spread: float) -> Colour:
    """`colour` with each part moved by up to `spread`, and its brightness with them."""
    common = dice.uniform(-spread, spread)
    return (
        colour[0] + common + dice.uniform(-spread, spread) * 0.5,
        colour[1] + common + dice.uniform(-spread, spread) * 0.5,
        colour[2] + common + dice.uniform(-spread, spread) * 0.5,
    )


def ink(colour: Colour) -> tuple[int, int, int]:
    """`colour` clipped to what a picture can hold."""
    red, green, blue = colour
    return (
        min(255, max(0, int(red))),
        min(255, max(0, int(green))),
        min(255, max(0, int(blue))),
    )


def palette(ramp: Sequence[Colour]) -> bytes:
    """768 bytes: 256 colours that run evenly through `ramp`, which has two or more of them."""
    stops = np.linspace(0.0, 255.0, len(ramp))
    levels = np.arange(256.0)
    parts = np.asarray(ramp)
    table = np.stack([np.interp(levels, stops, parts[:, part]) for part in range(3)], axis=1)
    return bytes(table.clip(0.0, 255.0).astype(np.uint8))
