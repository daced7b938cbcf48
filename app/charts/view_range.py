"""Which values a chart should have room for. Knows nothing of Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from app.charts.curves import Metric, StageCurves

_STEP = 0.1


def value_range(stages: Sequence[StageCurves], metric: Metric) -> tuple[float, float]:
    """From the lowest to the highest value worth showing, with some room.

    Epochs and tests count; single steps jump about and count only while there is nothing else.
    """
    values = list(_settled(stages, metric)) or list(_steps(stages, metric))
    if metric == "loss":
        return 0.0, max(values, default=1.0) * 1.05 or 1.0
    low = math.floor(min(values, default=0.0) / _STEP - 0.2) * _STEP
    return max(low, 0.0), min(max(values, default=1.0) + _STEP / 2, 1.0)


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
