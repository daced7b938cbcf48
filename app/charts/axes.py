"""The timeline's axes: names of the stages above, epochs of each stage below, shares at the side."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.charts.bands import Band
from app.charts.curves import Metric
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import Type
from app.widgets.painted_items import sized

_NAME_HEIGHT = 24
_TICK_WIDTH = 26
_ICON = 16
_VALUES_WIDTH = 44


class StageNames(pg.AxisItem):  # type: ignore[misc]
    """Above the curves: each stage's name, or its icon where the name finds no room."""

    def __init__(self) -> None:
        super().__init__("top")
        self._bands: Sequence[Band] = ()
        self._current: str | None = None
        self.setHeight(_NAME_HEIGHT)

    def set_bands(self, bands: Sequence[Band], current: str | None) -> None:
        """Name these stages; `current` is the one that stands out."""
        if (bands, current) != (self._bands, self._current):
            self._bands, self._current = bands, current
            self.picture = None
            self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Qt: draw the names into the part of each band that is in view."""
        left, right = self.linkedView().viewRange()[0]
        width, theme = self.size().width(), the_theme()
        for band in self._bands:
            start = max(band.start, left)
            end = min(band.end, right)
            if end <= start:
                continue
            scale = width / (right - left)
            place = QRectF((start - left) * scale, 0, (end - start) * scale, _NAME_HEIGHT - 4)
            _draw_name(painter, place, band.stage, theme.colour(self._ink(band)), self._ink(band))

    def _ink(self, band: Band) -> str:
        return "ink" if band.stage == self._current else "soft_ink"


def _draw_name(painter: QPainter, place: QRectF, stage: str, colour: QColor, ink: str) -> None:
    font = sized(QFont(), Type.CAPTION, bold=ink == "ink")
    title = step(stage).title  # type: ignore[arg-type]
    if QFontMetricsF(font).horizontalAdvance(title) <= place.width() - 4:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, title)
    elif place.width() >= _ICON:
        icon = the_theme().icon(stage, ink)
        centre = place.center()
        corner = QRectF(centre.x() - _ICON / 2, centre.y() - _ICON / 2, _ICON, _ICON)
        icon.paint(painter, corner.toRect())


class EpochAxis(pg.AxisItem):  # type: ignore[misc]
    """Below the curves: epochs, counted anew in each stage."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._bands: Sequence[Band] = ()
        self.setStyle(tickLength=0, tickTextOffset=4)

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Count the epochs of these stages."""
        if bands != self._bands:
            self._bands = bands
            self.picture = None
            self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802
        """pyqtgraph: where ticks are."""
        return [(1.0, [band.place(epoch) for band, epoch in self._ticks(low, high, size)])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:  # noqa: N802
        """pyqtgraph: what is written at them."""
        texts = []
        for value in values:
            band = next(band for band in self._bands if band.start <= value <= band.end)
            texts.append(str(round(band.epoch(value))))
        return texts

    def _ticks(self, low: float, high: float, size: float) -> list[tuple[Band, int]]:
        found = []
        for band in self._bands:
            pixels = size * band.width / max(high - low, 1e-9)
            ticks = band.ticks(int(pixels // _TICK_WIDTH))
            found += [(band, epoch) for epoch in ticks if low <= band.place(epoch) <= high]
        return found


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """At the side: accuracy as a share of a hundred, or the loss."""

    def __init__(self) -> None:
        super().__init__("left")
        # As wide whatever is written: curves that come must not move those that are there.
        self.setWidth(_VALUES_WIDTH)
        self.metric: Metric = "accuracy"
        self.setStyle(tickLength=0, tickTextOffset=4)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """pyqtgraph: what is written at the ticks."""
        if self.metric == "accuracy":
            digits = 0 if spacing >= 0.01 else 1
            return [f"{value * 100:.{digits}f} %" for value in values]
        texts: list[str] = super().tickStrings(values, scale, spacing)
        return texts
