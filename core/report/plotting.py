"""Where the marks of a chart stand, in the units of its drawing; how they look is the template's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_FULL_CIRCLE = 1e-9


@dataclass(frozen=True)
class Tick:
    """A line of an axis at `at`, and the value that it stands for."""

    at: float
    value: float
    label: str


@dataclass(frozen=True)
class Bar:
    """A rectangle from `x`, `y` (its upper left corner), with what it stands for."""

    x: float
    y: float
    width: float
    height: float
    value: float
    label: str


@dataclass(frozen=True)
class Line:
    """A curve: the points of a polyline, and where its name may stand."""

    name: str
    points: tuple[tuple[float, float], ...]
    name_y: float

    @property
    def path(self) -> str:
        """The points as SVG has them."""
        return " ".join(f"{drawn(x)},{drawn(y)}" for x, y in self.points)


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` as places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; values beyond the scale stand at its ends."""
        span = max(self.high - self.low, _FULL_CIRCLE)
        share = min(max((value - self.low) / span, 0.0), 1.0)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True)
class LogScale:
    """Sizes as places: equal factors are equal lengths."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        linear = Scale(math.log(self.low), math.log(self.high), self.start, self.end)
        return linear.at(math.log(max(value, self.low)))

    def decades(self) -> tuple[int, ...]:
        """The powers of ten in it."""
        first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
        return tuple(10**power for power in range(first, last + 1))


def drawn(length: float) -> str:
    """A place or a length as the drawing has it: a tenth of its unit cannot be seen."""
    return f"{length:.1f}"


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that divides `span` into at most `most` parts."""
    rough = max(span, _FULL_CIRCLE) / most
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * (1 - _FULL_CIRCLE))


def nice_range(values: Sequence[float], most: int) -> tuple[float, float, float]:
    """A range around `values` that begins and ends with a multiple of a round step, and the step."""
    low, high = min(values), max(values)
    if high - low < _FULL_CIRCLE:
        low, high = low - 0.5, high + 0.5
    step = nice_step(high - low, most)
    return math.floor(low / step + _FULL_CIRCLE) * step, math.ceil(high / step - _FULL_CIRCLE) * step, step


def steps_between(low: float, high: float, step: float) -> tuple[float, ...]:
    """The multiples of a step from `low` to `high`."""
    return tuple(low + step * number for number in range(round((high - low) / step) + 1))


def apart(places: Sequence[float], least: float) -> tuple[float, ...]:
    """The places moved down, in their order, until each is `least` from the one above it."""
    moved: dict[int, float] = {}
    below = -math.inf
    for index in sorted(range(len(places)), key=lambda index: places[index]):
        below = max(places[index], below + least)
        moved[index] = below
    return tuple(moved[index] for index in range(len(places)))
