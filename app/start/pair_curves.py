"""How the accuracy of two runs went, epoch by epoch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.start.found_runs import Epochs
from app.start.pairs import colour_of, paint_mark
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import sized
from app.wording import percent

_HEIGHT = 160
_AXIS = 56
_FOOT = 20


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
            pen = QPen(colour_of(number), 2)
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
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("soft_ink"))
            painter.drawText(QRectF(0, y - 10, _AXIS - Space.SMALL, 20), right, percent(value))
        epochs = self.tr("epochs: {count}").format(count=max(len(line) for line in self._lines))
        below = QRectF(place.left(), place.bottom(), place.width(), _FOOT)
        painter.drawText(below, right, epochs)
