"""Figures and curves of two runs, drawn side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.start.found_runs import Epochs
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted import PaintedItems, sized
from app.wording import percent

ROW = 48
_LANE = 20
_NAME = 132
_FIGURE = 76
_POINT = 5.0
_BAR = 8.0
_ROUNDING = 6.0
_HEIGHT = 160
_AXIS = 56
_FOOT = 20


@dataclass(frozen=True)
class Figure:
    """One run's figure: a value, where it may lie, and how it is written."""

    value: float
    text: str
    interval: tuple[float, float] | None = None


@dataclass(frozen=True)
class Pair:
    """A row: its name, and each run's figure, None where a run has none."""

    name: str
    figures: tuple[Figure | None, Figure | None]


class Pairs(PaintedItems):
    """Rows on one scale. Figures with an interval are points, others are bars; `log` is for sizes."""

    def __init__(self, name: str, runs: tuple[str, str], pairs: Sequence[Pair], *, log: bool = False) -> None:
        super().__init__(name)
        self._runs, self._pairs, self._log = runs, tuple(pairs), log
        values = [value for pair in pairs for figure in pair.figures if figure for value in _values(figure)]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        if log:
            low, high = low / 2, high
        elif not any(figure and figure.interval for pair in pairs for figure in pair.figures):
            low = 0.0
        self._low, self._high = self._scaled(low), self._scaled(high)
        self.setFixedHeight(ROW * len(self._pairs))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.items_changed()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What is shown."""
        return self._pairs

    def count(self) -> int:
        """How many items there are."""
        return len(self._pairs)

    def rect_of(self, index: int) -> QRectF:
        """Where a row is."""
        return QRectF(0, index * ROW, self.width(), ROW)

    def words_of(self, index: int) -> str:
        """What a row says."""
        pair = self._pairs[index]
        said = [
            f"{run}: {figure.text}" for run, figure in zip(self._runs, pair.figures, strict=True) if figure
        ]
        return f"{pair.name}. {', '.join(said)}"

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(560, self.height())

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """The rows in view."""
        for index, pair in enumerate(self._pairs):
            row = self.rect_of(index)
            if row.intersects(exposed):
                self._paint_row(painter, row, pair, index == self.shown_item)

    def _paint_row(self, painter: QPainter, row: QRectF, pair: Pair, is_shown: bool) -> None:
        theme = the_theme()
        if is_shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(row, _ROUNDING, _ROUNDING)
        row = row.adjusted(Space.SMALL, Space.HAIR, -Space.SMALL, -Space.HAIR)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.color("ink"))
        name = painter.fontMetrics().elidedText(pair.name, Qt.TextElideMode.ElideRight, _NAME - Space.SMALL)
        painter.drawText(QRectF(row.left(), row.top(), _NAME, row.height()), left, name)
        for number, figure in enumerate(pair.figures):
            lane = QRectF(row.left() + _NAME, row.top() + number * _LANE, row.width() - _NAME, _LANE)
            if figure is not None:
                self._paint_figure(painter, lane, figure, number)

    def _paint_figure(self, painter: QPainter, lane: QRectF, figure: Figure, number: int) -> None:
        theme = the_theme()
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.color("ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(lane, right, figure.text)
        place = lane.adjusted(_POINT, 0, -_FIGURE - _POINT, 0)
        color = color_of(number)
        if figure.interval is None:
            bar = QRectF(place.left(), place.center().y() - _BAR / 2, 0, _BAR)
            bar.setRight(max(self._x(place, figure.value), place.left() + 2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(QRectF(place.left(), bar.top(), place.width(), _BAR), 4, 4)
            painter.setBrush(color)
            painter.drawRoundedRect(bar, 4, 4)
            return
        low, high = (self._x(place, value) for value in figure.interval)
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(low, place.center().y()), QPointF(high, place.center().y()))
        paint_mark(painter, QPointF(self._x(place, figure.value), place.center().y()), number)

    def _scaled(self, value: float) -> float:
        return math.log(max(value, 1e-9)) if self._log else value

    def _x(self, place: QRectF, value: float) -> float:
        share = (self._scaled(value) - self._low) / max(self._high - self._low, 1e-9)
        return place.left() + place.width() * max(0.0, min(1.0, share))


def color_of(number: int) -> QColor:
    """The color of the first run, 0, or the second, 1."""
    return QColor(the_theme().colors.series[number])


def paint_mark(painter: QPainter, at: QPointF, number: int) -> None:
    """The mark of the first run, a disc, or of the second, a diamond: told apart without color."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color_of(number))
    if number == 0:
        painter.drawEllipse(at, _POINT, _POINT)
        return
    size = _POINT * 1.25
    around = [(0.0, -size), (size, 0.0), (0.0, size), (-size, 0.0)]
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in around]))


def _values(figure: Figure) -> tuple[float, ...]:
    return (figure.value, *(figure.interval or ()))


class PairCurves(QWidget):
    """Both lines on one scale, over all stages; the second is dashed."""

    def __init__(self, name: str, runs: tuple[Sequence[Epochs], Sequence[Epochs]]) -> None:
        super().__init__()
        self._lines = tuple([value for own in epochs for value in own.accuracies] for epochs in runs)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        ends = ", ".join(percent(line[-1]) for line in self._lines if line)
        self.setAccessibleDescription(ends)
        the_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(560, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw axes and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(_AXIS, Space.SMALL, -Space.SMALL, -_FOOT)
        values = [value for line in self._lines for value in line]
        if not values:
            return
        low, high = min(values), max(values)
        self._paint_axes(painter, place, low, high)
        longest = max(len(line) for line in self._lines)
        for number, line in enumerate(self._lines):
            points = [
                QPointF(
                    place.left() + place.width() * index / max(longest - 1, 1),
                    place.bottom() - place.height() * (value - low) / max(high - low, 1e-9),
                )
                for index, value in enumerate(line)
            ]
            pen = QPen(color_of(number), 2)
            pen.setStyle(Qt.PenStyle.DashLine if number else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            if points:
                paint_mark(painter, points[-1], number)

    def _paint_axes(self, painter: QPainter, place: QRectF, low: float, high: float) -> None:
        theme = the_theme()
        painter.setFont(sized(self.font(), Type.CAPTION))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, y in ((high, place.top()), (low, place.bottom())):
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.color("soft_ink"))
            painter.drawText(QRectF(0, y - 10, _AXIS - Space.SMALL, 20), right, percent(value))
        epochs = self.tr("epochs: {count}").format(count=max(len(line) for line in self._lines))
        below = QRectF(place.left(), place.bottom(), place.width(), _FOOT)
        painter.drawText(below, right, epochs)
