"""A curve that stays short however many values it is given."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST_POINTS = 1200


class ThinnedCurve:
    """Points (x, values) in the order of x; neighbours become their mean when there are too many.

    What comes of it depends on the points and their order alone, not on when they came. `columns` is how many
    values a point has.
    """

    def __init__(self, columns: int, most: int = MOST_POINTS) -> None:
        self._columns, self._most = columns, most
        self.clear()

    def __len__(self) -> int:
        return len(self._x)

    def clear(self) -> None:
        """Forget all points."""
        self._x: list[float] = []
        self._values: list[tuple[float, ...]] = []
        self._last = -np.inf
        self._each = 1
        self._collected: list[tuple[float, ...]] = []

    def add(self, x: float, *values: float) -> None:
        """Append a point. One that does not lie behind all others takes the place of those from there on."""
        if x <= self._last:
            self._cut(x)
        self._last = x
        self._collected.append(values)
        if len(self._collected) < self._each:
            return
        self._x.append(x)
        self._values.append(_mean(self._collected))
        self._collected = []
        if len(self._x) >= self._most:
            self._halve()

    def cut(self, x: float) -> None:
        """Forget the points behind `x`."""
        if x < self._last:
            self._cut(float(np.nextafter(x, np.inf)))

    def points(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The x of all points (N,) and their values (N, columns)."""
        values = np.array(self._values, np.float64).reshape(len(self._x), self._columns)
        return np.array(self._x, np.float64), values

    def _cut(self, x: float) -> None:
        kept = int(np.searchsorted(self._x, x, side="left"))
        del self._x[kept:], self._values[kept:]
        self._collected = []
        self._last = self._x[-1] if self._x else -np.inf

    def _halve(self) -> None:
        even = len(self._x) // 2 * 2
        rest_x, rest = self._x[even:], self._values[even:]
        self._values = [
            _mean([first, second])
            for first, second in zip(self._values[:even:2], self._values[1:even:2], strict=True)
        ]
        self._x = self._x[1:even:2]
        self._x += rest_x
        self._values += rest
        self._each *= 2


def _mean(points: list[tuple[float, ...]]) -> tuple[float, ...]:
    if len(points) == 1:
        return points[0]
    return tuple(sum(column) / len(points) for column in zip(*points, strict=True))
