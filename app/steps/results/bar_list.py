"""Bars under one another, each with a name before it and a figure behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import PaintedItems, sized

ROW_HEIGHT = 28
_BAR_HEIGHT = 10
_MOST_NAME = 0.34
_ROUNDING = 5.0
_NAME_AT_MOST = 200


@dataclass(frozen=True)
class Bar:
    """One bar: its length is `share` (0 to 1) of the whole; `before` marks a length to compare with.

    `words` say it in a sentence; without them name and figure do.
    """

    name: str
    share: float
    figure: str
    words: str = ""
    before: float | None = None


class BarList(PaintedItems):
    """As high as it has rows; only those in view are painted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: tuple[Bar, ...] = ()
        self._names = self._figures = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        metrics = QFontMetrics(sized(self.font(), Type.BODY))
        self._names = max((metrics.horizontalAdvance(bar.name) for bar in bars), default=0)
        self._figures = max((metrics.horizontalAdvance(bar.figure) for bar in bars), default=0)
        self.items_changed()

    def count(self) -> int:
        """How many items there are."""
        return len(self._bars)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: as high as its rows are."""
        return QSize(4 * _NAME_AT_MOST, ROW_HEIGHT * len(self._bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: names may be cut, rows not."""
        return QSize(_NAME_AT_MOST, ROW_HEIGHT * len(self._bars))

    def rect_of(self, index: int) -> QRectF:
        """Where a row is."""
        return QRectF(0, index * ROW_HEIGHT, self.width(), ROW_HEIGHT)

    def words_of(self, index: int) -> str:
        """What a row says."""
        bar = self._bars[index]
        return bar.words or f"{bar.name}: {bar.figure}"

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """The rows in view."""
        first = max(0, int(exposed.top()) // ROW_HEIGHT)
        last = min(len(self._bars), int(exposed.bottom()) // ROW_HEIGHT + 1)
        for index in range(first, last):
            self._paint_row(painter, index)

    def _paint_row(self, painter: QPainter, index: int) -> None:
        theme, bar, row = the_theme(), self._bars[index], self.rect_of(index)
        if index == self.shown_item:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(row, _ROUNDING, _ROUNDING)
        row = row.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        names = min(self._names, _NAME_AT_MOST, int(row.width() * _MOST_NAME))
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.colour("ink"))
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideMiddle, names)
        centred = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, centred | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(row, centred | Qt.AlignmentFlag.AlignRight, bar.figure)
        ends = (names + Space.MEDIUM, -(self._figures + Space.MEDIUM))
        ground = theme.colour("line" if index == self.shown_item else "raised")
        _paint_bar(painter, bar, row.adjusted(ends[0], 0, ends[1], 0), ground)


def _paint_bar(painter: QPainter, bar: Bar, place: QRectF, ground_colour: QColor) -> None:
    theme = the_theme()
    ground = QRectF(place.left(), place.center().y() - _BAR_HEIGHT / 2, place.width(), _BAR_HEIGHT)
    if ground.width() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground_colour)
    painter.drawRoundedRect(ground, _ROUNDING, _ROUNDING)
    full = QRectF(ground)
    full.setWidth(ground.width() * max(0.0, min(1.0, bar.share)))
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(full, min(_ROUNDING, full.width() / 2), _ROUNDING)
    if bar.before is not None:
        at = ground.left() + ground.width() * max(0.0, min(1.0, bar.before))
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawLine(round(at), round(ground.top() - 3), round(at), round(ground.bottom() + 3))
