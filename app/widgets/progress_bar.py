"""How far something is, with round ends also while nobody knows how far."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar

from app.theme.theme import the_theme

_HEIGHT = 8
_ROUND = _HEIGHT / 2
_PIECE = 0.25
"""The moving piece's share of the bar."""
_SECONDS = 1.6
"""What the piece takes from one end to the other."""
_FRAME = 33
"""Milliseconds from one picture of the movement to the next."""


class ProgressBar(QProgressBar):
    """Qt's own bar, whose moving piece has square ends, painted anew. A range of 0 to 0: nobody knows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self._movement = QTimer(self)
        self._movement.setInterval(_FRAME)
        self._movement.timeout.connect(self.update)

    def setRange(self, least: int, most: int) -> None:  # noqa: N802
        """Qt: from where to where it goes."""
        super().setRange(least, most)
        self._move()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: it comes on screen."""
        super().showEvent(event)
        self._move()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: it goes from the screen."""
        super().hideEvent(event)
        self._movement.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: paint the groove, and what is done or the moving piece."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(the_theme().colour("line"))
        painter.drawRoundedRect(groove, _ROUND, _ROUND)
        painter.setBrush(the_theme().colour("accent"))
        left, width = self._done()
        if width > 0:
            length = max(width * groove.width(), _HEIGHT)
            done = QRectF(left * groove.width(), groove.top(), length, _HEIGHT)
            painter.drawRoundedRect(done, _ROUND, _ROUND)
        painter.end()

    def _done(self) -> tuple[float, float]:
        """Where the filled part begins and how wide it is, as shares of the bar."""
        if self.maximum() > self.minimum():
            return 0.0, (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        way = time.monotonic() / _SECONDS % 2
        return (way if way <= 1 else 2 - way) * (1 - _PIECE), _PIECE

    def _move(self) -> None:
        is_unknown = self.maximum() <= self.minimum()
        if is_unknown and self.isVisible():
            self._movement.start()
        else:
            self._movement.stop()
