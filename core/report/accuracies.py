"""The accuracies of a run's files, each with the interval in which the true one lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.report.plotting import Scale, Tick, nice_step, steps_between
from core.report.sizes import STAGE_TITLES
from core.runs.summary import StageFigures

_WIDTH, _LABELS, _VALUES = 760, 150, 190
_TOP, _PITCH = 10, 38
_MOST_TICKS = 8


@dataclass(frozen=True)
class Whisker:
    """A stage's accuracy at `at`, its interval from `low` to `high`, all on the line at `y`."""

    title: str
    stage: StageFigures
    low: float
    at: float
    high: float
    y: float


@dataclass(frozen=True)
class AccuracyChart:
    """Whiskers on a scale that holds all their intervals."""

    width: int
    height: int
    bottom: float
    whiskers: tuple[Whisker, ...]
    ticks: tuple[Tick, ...]


def accuracy_chart(stages: Sequence[StageFigures], alexnet: StageFigures | None = None) -> AccuracyChart:
    """The accuracies of `stages`, from the top down, below that of `alexnet` where it was trained."""
    named = [(STAGE_TITLES[stage.name], stage) for stage in stages]
    if alexnet is not None:
        named.insert(0, ("AlexNet", alexnet))
    stages = [stage for _, stage in named]
    low = min(stage.accuracy_interval[0] for stage in stages)
    high = max(stage.accuracy_interval[1] for stage in stages)
    step = nice_step(max(high - low, 0.02), _MOST_TICKS)
    low, high = math.floor(low / step) * step, min(math.ceil(high / step) * step, 1.0)
    scale = Scale(low, high, _LABELS, _WIDTH - _VALUES)
    bottom = _TOP + len(stages) * _PITCH
    decimals = 0 if step >= 0.01 else 1
    ticks = tuple(
        Tick(scale.at(value), value, f"{value * 100:.{decimals}f} %")
        for value in steps_between(low, high, step)
    )
    whiskers = tuple(
        Whisker(
            title,
            stage,
            scale.at(stage.accuracy_interval[0]),
            scale.at(stage.accuracy),
            scale.at(stage.accuracy_interval[1]),
            _TOP + (index + 0.5) * _PITCH,
        )
        for index, (title, stage) in enumerate(named)
    )
    return AccuracyChart(_WIDTH, round(bottom + 26), bottom, whiskers, ticks)
