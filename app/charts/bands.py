"""The one timeline: where each stage lies on it, and what is at a place of it. Knows nothing of widgets."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.charts.curves import Metric, RunCurves, TestMark
from app.step import step
from app.wording import decimal, percent, translate
from core.settings import Stage

_LEAST_BAND = 0.17
"""The share of the timeline that even a stage without epochs has, so that its name can be read."""
_INSET = 0.06
"""The share of a band that stays free on either side of its curves."""
_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True)
class Band:
    """A stage's part of a timeline from 0 to 1. Its `epochs` are spread evenly; it may have none."""

    stage: Stage
    start: float
    end: float
    epochs: int

    @property
    def width(self) -> float:
        """Its share of the timeline."""
        return self.end - self.start

    def place(self, epoch: float) -> float:
        """Where an epoch (0 is the beginning of the first) is on the timeline."""
        inset = _INSET * self.width
        return self.start + inset + (self.width - 2 * inset) * epoch / max(self.epochs, 1)

    def place_all(self, epochs: NDArray[np.float64]) -> NDArray[np.float64]:
        """`place` of each of (N,)."""
        return self.place(0) + epochs * (self.place(1) - self.place(0))

    @property
    def mark_place(self) -> float:
        """Where what was measured after the stage is: behind its last epoch, or in the middle."""
        return self.place(self.epochs) if self.epochs else (self.start + self.end) / 2

    def epoch(self, place: float) -> float:
        """The epoch at a place of the timeline, from 0 to `epochs`."""
        inset = _INSET * self.width
        share = (place - self.start - inset) / (self.width - 2 * inset)
        return min(max(share, 0.0), 1.0) * self.epochs

    def ticks(self, most: int) -> tuple[int, ...]:
        """Round epochs to write below the band, at most `most` of them."""
        if most < 1 or not self.epochs:
            return ()
        step = next((step for step in _TICKS if self.epochs / step <= most), math.inf)
        return () if step is math.inf else tuple(range(int(step), self.epochs + 1, int(step)))


def bands(epochs: Mapping[Stage, int]) -> tuple[Band, ...]:
    """A band for each stage, as wide as it has epochs, but none too narrow for its name."""
    shares = _shares(list(epochs.values()))
    made, start = [], 0.0
    for (stage, count), share in zip(epochs.items(), shares, strict=True):
        made.append(Band(stage, start, start + share, count))
        start += share
    return tuple(made)


def band_at(all_bands: Sequence[Band], place: float) -> Band | None:
    """The band at a place of the timeline."""
    return next((band for band in all_bands if band.start <= place <= band.end), None)


def _shares(counts: Sequence[int]) -> list[float]:
    """Shares that add up to 1, each at least `_LEAST_BAND` (or an equal part), the rest by `counts`."""
    least = min(_LEAST_BAND, 1 / max(len(counts), 1))
    total, free = sum(counts), 1 - least * len(counts)
    if not total:
        return [1 / len(counts) for _ in counts]
    return [least + free * count / total for count in counts]


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
            values.append(text.format(value=_figure_words(nearest, metric)))
    if values:
        title = translate("Readout", "{stage}, epoch {epoch} of {epochs}").format(
            stage=title, epoch=max(1, round(epoch)), epochs=band.epochs
        )
    if own.mark is not None and (not band.epochs or abs(band.mark_place - place) <= reach):
        values.append(_test_words(own.mark, metric))
    return [title, *values] if values else []


def _test_words(mark: TestMark, metric: Metric) -> str:
    if metric == "loss":
        return translate("Readout", "test {value}").format(value=_figure_words(mark.loss, metric))
    low, high = mark.interval
    return translate("Readout", "test {value} ({low} to {high})").format(
        value=_figure_words(mark.accuracy, metric),
        low=_figure_words(low, metric),
        high=_figure_words(high, metric),
    )


def _figure_words(value: float, metric: Metric) -> str:
    return percent(value) if metric == "accuracy" else decimal(value, 3)
