"""The accuracy of a run, epoch by epoch, as one small line across its stages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.start.found_runs import Epochs
from app.theme.theme import the_theme

_HEIGHT = 44
_EDGE = 3.0
_LEAST_RANGE = 0.1


class Curve(QWidget):
    """Nothing to operate: what it shows stands beside it in words. Stages stand on bands of their own."""

    def __init__(self, epochs: Sequence[Epochs]) -> None:
        super().__init__()
        self._epochs = epochs
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the line."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        place = QRectF(self.rect())
        total = sum(len(own.accuracies) for own in self._epochs)
        at = 0
        for number, own in enumerate(self._epochs):
            left, right = (place.width() * n / max(total, 1) for n in (at, at + len(own.accuracies)))
            if number % 2 == 0:
                painter.setBrush(theme.colour("raised"))
                painter.drawRoundedRect(QRectF(left, 0, right - left, place.height()), 4, 4)
            at += len(own.accuracies)
        points = line_through([value for own in self._epochs for value in own.accuracies], place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline(points)
        if points.size():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(points.last(), _EDGE, _EDGE)


def line_through(values: Sequence[float], place: QRectF) -> QPolygonF:
    """The points of a line through values of one epoch each, from the left edge of `place` to the right."""
    if not values:
        return QPolygonF()
    low, high = min(values), max(values)
    middle, spread = (low + high) / 2, max(high - low, _LEAST_RANGE)
    inner = place.adjusted(_EDGE, 2 * _EDGE, -_EDGE - 1, -2 * _EDGE)
    return QPolygonF(
        [
            QPointF(
                inner.left() + inner.width() * (number + 0.5) / len(values),
                inner.center().y() - inner.height() * (value - middle) / spread,
            )
            for number, value in enumerate(values)
        ]
    )
