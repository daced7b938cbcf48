"""What the curves of a run are worth at a place of their timeline, in words."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.bands import Band, band_at
from app.charts.curves import Metric, RunCurves, TestMark
from app.step import step
from app.texts import translate
from app.wording import percent


def values_at(
    place: float, bands: Sequence[Band], curves: RunCurves, metric: Metric, reach: float
) -> list[str]:
    """Lines of text: the stage, then its values; none where there are no values.

    A stage's test is told of within `reach` of its mark, both of them in units of the timeline.
    """
    band = band_at(bands, place)
    if band is None:
        return []
    own, epoch, title = curves[band.stage], band.epoch(place), step(band.stage).title
    values = []
    for text, curve in (
        (translate("Readout", "validation {value}"), own.validation(metric)),
        (translate("Readout", "training {value}"), own.training(metric) or own.steps(metric)),
    ):
        nearest = curve.nearest(epoch)
        if nearest is not None:
            values.append(text.format(value=_figure(nearest, metric)))
    if values:
        title = translate("Readout", "{stage}, epoch {epoch} of {epochs}").format(
            stage=title, epoch=max(1, round(epoch)), epochs=band.epochs
        )
    if own.mark is not None and (not band.epochs or abs(band.mark_place - place) <= reach):
        values.append(_test_words(own.mark, metric))
    return [title, *values] if values else []


def _test_words(mark: TestMark, metric: Metric) -> str:
    if metric == "loss":
        return translate("Readout", "test {value}").format(value=_figure(mark.loss, metric))
    low, high = mark.interval
    return translate("Readout", "test {value} ({low} to {high})").format(
        value=_figure(mark.accuracy, metric), low=_figure(low, metric), high=_figure(high, metric)
    )


def _figure(value: float, metric: Metric) -> str:
    return percent(value) if metric == "accuracy" else f"{value:.3f}"
