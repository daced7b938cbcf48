"""A short word in a rounded frame, in the colour of what it means."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import sized

Meaning = Literal["soft_ink", "good", "warning", "bad"]
_HEIGHT = 26


class Pill(QLabel):
    """Hidden until it says something."""

    def __init__(self) -> None:
        super().__init__()
        self.meaning: Meaning = "soft_ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        the_theme().changed.connect(self.update)
        self.hide()

    def say(self, text: str, meaning: Meaning) -> None:
        """Show a word."""
        self.meaning = meaning
        self.setText(text)
        self.setAccessibleName(text)
        self.update()
        self.show()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        self.ensurePolished()
        metrics = QFontMetrics(sized(self.font(), Type.BODY, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * Space.MEDIUM, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.colour(self.meaning)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(theme.colour("card"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.setPen(colour)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
