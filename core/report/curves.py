"""The curves of training: accuracy and loss of each epoch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.events import EpochDone
from core.report.history import History
from core.report.plotting import Line, Scale, Tick, apart, nice_range, nice_step, steps_between
from core.report.sizes import STAGE_TITLES
from core.settings import STAGES

_WIDTH, _HEIGHT = 372, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 74, 14, 34
_MOST_MARKED = 40
_NAME_HEIGHT = 14


@dataclass(frozen=True)
class CurveChart:
    """One figure of a stage's epochs, on the images learned from and on those that guide training."""

    title: str
    width: int
    height: int
    left: float
    right: float
    bottom: float
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    marked: bool


@dataclass(frozen=True)
class StageCurves:
    """The charts of a stage, and its last epoch."""

    stage: str
    title: str
    charts: tuple[CurveChart, ...]
    epochs: tuple[EpochDone, ...]


def stage_curves(history: History) -> tuple[StageCurves, ...]:
    """The curves of each stage that has epochs."""
    return tuple(
        StageCurves(
            stage,
            STAGE_TITLES[stage],
            (
                _chart("Accuracy", epochs, _accuracies, "{:.0f}\u00a0%"),
                _chart("Loss", epochs, _losses, "{:g}"),
            ),
            epochs,
        )
        for stage in STAGES
        if (epochs := history.epochs.get(stage, ()))
    )


def _accuracies(epoch: EpochDone) -> tuple[float, float]:
    return epoch.accuracy, epoch.validation_accuracy


def _losses(epoch: EpochDone) -> tuple[float, float]:
    return epoch.loss, epoch.validation_loss


def _chart(
    title: str,
    epochs: Sequence[EpochDone],
    values: Callable[[EpochDone], tuple[float, float]],
    label: str,
) -> CurveChart:
    pairs = [values(epoch) for epoch in epochs]
    low, high, step = nice_range([value for pair in pairs for value in pair], 5)
    upward = Scale(low, high, _HEIGHT - _BOTTOM, _TOP)
    first, last = epochs[0].epoch, max(epochs[-1].epochs, epochs[-1].epoch)
    along = Scale(first, max(last, first + 1), _LEFT, _WIDTH - _RIGHT)
    ends = apart([upward.at(value) for value in pairs[-1]], _NAME_HEIGHT)
    lines = tuple(
        Line(
            name,
            tuple(
                (along.at(one.epoch), upward.at(pair[index])) for one, pair in zip(epochs, pairs, strict=True)
            ),
            ends[index],
        )
        for index, name in enumerate(("training", "validation"))
    )
    every = max(1, round(nice_step(max(last - first, 1), 6)))
    marks = [
        epoch for epoch in range(first, last + 1) if epoch % every == 0 or (epoch == first and every != 2)
    ]
    return CurveChart(
        title=title,
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        bottom=_HEIGHT - _BOTTOM,
        lines=lines,
        across=tuple(Tick(along.at(epoch), epoch, str(epoch)) for epoch in marks),
        up=tuple(
            Tick(upward.at(value), value, label.format(round(value * (100 if title == "Accuracy" else 1), 6)))
            for value in steps_between(low, high, step)
        ),
        marked=len(epochs) <= _MOST_MARKED,
    )
