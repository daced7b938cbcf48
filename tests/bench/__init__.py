"""Small benchmarks with the promises they keep. `python3 dev.py bench` runs them all.

Each module `bench_*.py` here has a function `run() -> list[Row]`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measured figure.

    A figure that is compared with another, measured in the same run, is a ratio: its `unit` is "x" and
    `against` names the other. `at_least` and `at_most` are the promise, where there is one.
    """

    name: str
    value: float
    unit: str
    against: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the promise is kept; true where there is none."""
        above = self.at_least is None or self.value >= self.at_least
        below = self.at_most is None or self.value <= self.at_most
        return above and below
