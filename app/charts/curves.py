"""From what a run reports to the curves of its stages, and the values that they span. Knows nothing of Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.events import AnyEvent, ClassifierFitted, EpochDone, StageFinished, StageStarted, StepDone
from core.settings import STAGES, Stage

MOST_POINTS = 1200
Metric = Literal["accuracy", "loss"]
Points = NDArray[np.float64]
_RANGE_STEP = 0.1
HIGHEST_ACCURACY = 1.02
"""The top of the axis: a line at 100 % is drawn whole."""


class ThinnedCurve:
    """Points (x, values) in the order of x; neighbors become their mean when there are too many.

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


@dataclass(frozen=True, eq=False)
class Curve:
    """Values over epochs of a stage: 1.5 is the middle of its second epoch. Both have shape (N,)."""

    epochs: Points
    values: Points

    def __len__(self) -> int:
        return len(self.epochs)

    def nearest(self, epoch: float) -> float | None:
        """The value of the point nearest to `epoch`; None when there are no points."""
        return float(self.values[np.abs(self.epochs - epoch).argmin()]) if len(self) else None

    def averaged(self, most: int) -> Curve:
        """The same with at most `most` points, each the mean of neighbors."""
        each = -(-len(self) // max(most, 1))
        if each <= 1:
            return self
        starts = np.arange(0, len(self), each)
        counts = np.diff(starts, append=len(self))
        return Curve(
            np.add.reduceat(self.epochs, starts) / counts, np.add.reduceat(self.values, starts) / counts
        )


@dataclass(frozen=True)
class TestMark:
    """What a finished stage's file scored on the test images; `interval` is of the accuracy, at 95 %."""

    accuracy: float
    interval: tuple[float, float]
    loss: float

    def value(self, metric: Metric) -> float:
        """The accuracy (0 to 1) or the loss."""
        return self.accuracy if metric == "accuracy" else self.loss


class StageCurves:
    """The curves of one stage, which grow."""

    def __init__(self) -> None:
        self.epochs = 0
        """How many the stage will have, as far as it has said; 0 while it has not."""
        self.version = 0
        """Another one after each change."""
        self.started = False
        self.mark: TestMark | None = None
        self._steps = ThinnedCurve(2)
        self._epochs = ThinnedCurve(4)

    def start(self, resumed_epoch: int) -> None:
        """The stage has begun, or goes on behind `resumed_epoch`: what was later does not count."""
        self.started, self.mark = True, None
        self.epochs = self.epochs if resumed_epoch else 0
        for points in (self._steps, self._epochs):
            if resumed_epoch:
                points.cut(resumed_epoch)
            else:
                points.clear()

    def first_accuracy(self, event: ClassifierFitted) -> None:
        """Take in what a classifier came to before the first epoch."""
        self._epochs.add(0.0, math.nan, math.nan, math.nan, event.validation_accuracy)

    def step(self, event: StepDone) -> None:
        """Take in a step."""
        if math.isfinite(event.loss):
            self._steps.add(event.epoch - 1 + event.step / max(event.steps, 1), event.loss, event.accuracy)

    def epoch(self, event: EpochDone) -> None:
        """Take in an epoch."""
        self.epochs = event.epochs
        self._epochs.add(
            event.epoch, event.loss, event.accuracy, event.validation_loss, event.validation_accuracy
        )

    def steps(self, metric: Metric) -> Curve:
        """Training, step by step (thinned)."""
        return _curve(self._steps, 0 if metric == "loss" else 1)

    def training(self, metric: Metric) -> Curve:
        """Training, epoch by epoch."""
        return _curve(self._epochs, 0 if metric == "loss" else 1)

    def validation(self, metric: Metric) -> Curve:
        """Validation, epoch by epoch."""
        return _curve(self._epochs, 2 if metric == "loss" else 3)


class RunCurves:
    """The curves of all stages of a run: the same whether its events come at once or one by one."""

    def __init__(self, events: Iterable[AnyEvent] = ()) -> None:
        self._stages: dict[Stage, StageCurves] = {stage: StageCurves() for stage in STAGES}
        self.last_time = 0.0
        """That of the last event."""
        self.add(events)

    def __getitem__(self, stage: Stage) -> StageCurves:
        return self._stages[stage]

    @property
    def latest(self) -> Stage | None:
        """The last stage that has begun."""
        return next((name for name in reversed(STAGES) if self._stages[name].started), None)

    def add(self, events: Iterable[AnyEvent]) -> set[Stage]:
        """Take in events; the stages that look different now."""
        changed: set[Stage] = set()
        for event in events:
            self.last_time = event.time or self.last_time
            if isinstance(event, ClassifierFitted):
                self._stages["train"].first_accuracy(event)
                self._stages["train"].version += 1
                changed.add("train")
            elif isinstance(event, StepDone | EpochDone | StageStarted | StageFinished):
                changed |= self._take(event)
        return changed

    def _take(self, event: StepDone | EpochDone | StageStarted | StageFinished) -> set[Stage]:
        stage = next((name for name in STAGES if name == event.stage), None)
        if stage is None:
            return set()
        curves = self._stages[stage]
        match event:
            case StepDone():
                curves.step(event)
            case EpochDone():
                curves.epoch(event)
            case StageStarted():
                curves.start(event.resumed_epoch)
                return {stage, *self._forget_after(stage)}
            case StageFinished():
                curves.mark = _mark(event.figures)
        curves.version += 1
        return {stage}

    def _forget_after(self, stage: Stage) -> tuple[Stage, ...]:
        """What is done again makes what came of it void."""
        later = STAGES[STAGES.index(stage) + 1 :]
        self._stages.update({name: StageCurves() for name in later})
        return later


def _curve(points: ThinnedCurve, column: int) -> Curve:
    epochs, values = points.points()
    kept = np.isfinite(values[:, column])
    return Curve(epochs[kept], values[kept, column])


def _mark(figures: Mapping[str, object]) -> TestMark | None:
    """The test figures in a stage's entry of summary.json; None where there are none."""
    accuracy, interval, loss = (figures.get(name) for name in ("accuracy", "accuracy_interval", "loss"))
    if not isinstance(accuracy, float | int) or not isinstance(loss, float | int):
        return None
    low, high = interval if isinstance(interval, list | tuple) else (accuracy, accuracy)
    return TestMark(float(accuracy), (float(low), float(high)), float(loss))


def value_range(stages: Sequence[StageCurves], metric: Metric) -> tuple[float, float]:
    """From the lowest to the highest value worth showing, with some room.

    Epochs and tests count; single steps jump about and count only while there is nothing else. The accuracy
    of a step may leave the range at the bottom, not at the top: steps at 100 % are drawn whole.
    """
    steps = list(_steps(stages, metric))
    values = list(_settled(stages, metric)) or steps
    if metric == "loss":
        return 0.0, max(values, default=1.0) * 1.05 or 1.0
    low = math.floor(min(values, default=0.0) / _RANGE_STEP - 0.2) * _RANGE_STEP
    high = max(max(values, default=1.0) + _RANGE_STEP / 2, max(steps, default=0.0) + HIGHEST_ACCURACY - 1.0)
    return max(low, 0.0), min(high, HIGHEST_ACCURACY)


def _settled(stages: Sequence[StageCurves], metric: Metric) -> Iterable[float]:
    for stage in stages:
        yield from stage.training(metric).values
        yield from stage.validation(metric).values
        if stage.mark is not None:
            yield stage.mark.value(metric)
            yield from stage.mark.interval if metric == "accuracy" else ()


def _steps(stages: Sequence[StageCurves], metric: Metric) -> Iterable[float]:
    for stage in stages:
        yield from stage.steps(metric).values
