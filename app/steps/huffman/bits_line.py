"""Bits a number on a line from none to eight: what theory allows, what this code takes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Type
from app.widgets.painted_items import sized

_PLAIN_BITS = 8
_BAR, _HEIGHT = 12, 44


class BitsLine(QWidget):
    """The bar is what a number takes, the line across it the entropy, the whole what it takes uncoded."""

    def __init__(self) -> None:
        super().__init__()
        self._entropy = self._mean = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Entropy is the least that numbers of these frequencies can take, in bits."))
        the_theme().changed.connect(self.update)

    def show_bits(self, entropy: float, mean: float) -> None:
        """Show the least bits a number, and those it takes."""
        self._entropy, self._mean = entropy, mean
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        theme, painter = the_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 4, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        bar = QRectF(track)
        bar.setWidth(max(track.width() * self._mean / _PLAIN_BITS, _BAR))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        x = track.width() * self._entropy / _PLAIN_BITS
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, _BAR + 8))
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.colour("soft_ink"))
        below = QRectF(0, _BAR + 8, self.width(), _HEIGHT - _BAR - 8)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)

    @property
    def _words(self) -> str:
        words = self.tr(
            "{mean} bits a number with this code; entropy, the least there is: {entropy}; uncoded: 8"
        )
        return words.format(mean=f"{self._mean:.2f}", entropy=f"{self._entropy:.2f}")
