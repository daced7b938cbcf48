"""What the lines of the timeline stand for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.charts.timeline import TEST, TRAINING, VALIDATION, series_pen
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import label, row

_SWATCH = QSize(16, 16)
_HALF = 4.5


class Legend(QWidget):
    """A sample and a word for each series; what the word means, on pointing at it."""

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, Space.HAIR)
        for number, (name, word, meaning) in enumerate(self._entries()):
            if number:
                layout.addSpacing(Space.HAIR)
            layout.addWidget(_Swatch(name))
            text = label(word, "caption")
            text.setToolTip(meaning)
            layout.addWidget(text)
        layout.addStretch(1)

    def _entries(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                VALIDATION,
                self.tr("validation"),
                self.tr("On pictures that guide training but are not learned."),
            ),
            (TRAINING, self.tr("training"), self.tr("On the pictures that are learned.")),
            (TEST, self.tr("test"), self.tr("On pictures kept apart to the end, with the range of chance.")),
        )


class _Swatch(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(_SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self._name == TEST:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(the_theme().colours.series[1])
            corners = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
            return
        painter.setPen(series_pen(self._name, self.devicePixelRatioF()))
        painter.drawLine(QPointF(1, centre.y()), QPointF(self.width() - 1, centre.y()))
