"""The figures of a chart as rows of a table. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.charts.curves import Curve, RunCurves
from app.charts.size_rows import SizeRow
from core.settings import Stage

CURVE_COLUMNS = ("stage", "series", "epoch", "accuracy", "loss", "accuracy_low", "accuracy_high")
SIZE_COLUMNS = ("model", "bytes", "gzip_bytes", "times_smaller_than_alexnet", "basis")


def curve_table(curves: RunCurves, stages: Sequence[Stage]) -> Iterator[tuple[object, ...]]:
    """Rows of `CURVE_COLUMNS`: the points that are drawn, then what the stage's file scored on the test."""
    for stage in stages:
        one = curves[stage]
        for name, accuracy, loss in (
            ("training step", one.steps("accuracy"), one.steps("loss")),
            ("training", one.training("accuracy"), one.training("loss")),
            ("validation", one.validation("accuracy"), one.validation("loss")),
        ):
            yield from _points(stage, name, accuracy, loss)
        if one.mark is not None:
            yield stage, "test", None, one.mark.accuracy, one.mark.loss, *one.mark.interval


def size_table(rows: Iterable[SizeRow]) -> Iterator[tuple[object, ...]]:
    """Rows of `SIZE_COLUMNS`, without models that have no size yet."""
    for row in rows:
        if row.bytes is not None:
            factor = None if row.factor is None else round(row.factor, 1)
            yield row.key, row.bytes, row.packed, factor, row.basis


def _points(stage: Stage, name: str, accuracy: Curve, loss: Curve) -> Iterator[tuple[object, ...]]:
    losses = dict(zip(loss.epochs.tolist(), loss.values.tolist(), strict=True))
    for epoch, value in zip(accuracy.epochs.tolist(), accuracy.values.tolist(), strict=True):
        yield stage, name, round(epoch, 4), value, losses.get(epoch), None, None
