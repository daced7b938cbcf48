"""The idea in one look: frequent numbers get short codes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import sized

_EXAMPLE = (("0", 13, "0"), ("1", 4, "10"), ("-1", 2, "110"), ("7", 1, "111"))
"""Numbers, how often they occur, and their codes in a complete code."""
_ROW, _TILE, _BIT = 34, 26, 20
_WIDTH, _CODES_AT = 360, 0.66


class CodeIdea(QWidget):
    """Numbers as often as they occur on the left, their codes on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Frequent numbers get short codes, rare ones long codes."))
        self.setToolTip(self.tr("As in Morse code, where the frequent letter E is a single dot."))
        the_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(_WIDTH, _ROW * (len(_EXAMPLE) + 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), 2 * _WIDTH)
        self._paint_heads(painter, width)
        for number, (name, count, code) in enumerate(_EXAMPLE, 1):
            top = number * _ROW
            end = self._paint_numbers(painter, name, count, top, width)
            self._paint_arrow(painter, end, _CODES_AT * width, top)
            self._paint_code(painter, code, _CODES_AT * width, top)

    def _paint_heads(self, painter: QPainter, width: float) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().colour("soft_ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, _CODES_AT * width, _ROW), left, self.tr("how often it occurs"))
        painter.drawText(QRectF(_CODES_AT * width, 0, width, _ROW), left, self.tr("its code"))

    def _paint_numbers(self, painter: QPainter, name: str, count: int, top: float, width: float) -> float:
        """A tile with the number and a dot for each time that it occurs; where the last dot ends."""
        theme = the_theme()
        tile = QRectF(0, top + (_ROW - _TILE) / 2, _TILE + Space.SMALL, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(tile, 4, 4)
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, name)
        start = tile.right() + Space.SMALL
        step = (_CODES_AT * width - start - Space.HUGE) / _EXAMPLE[0][1]
        size = min(step - 3, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for place in range(count):
            painter.drawRoundedRect(QRectF(start + place * step, top + (_ROW - size) / 2, size, size), 3, 3)
        return start + count * step

    def _paint_arrow(self, painter: QPainter, start: float, end: float, top: float) -> None:
        middle = top + _ROW / 2
        painter.setPen(QPen(the_theme().colour("line"), 1.5))
        painter.drawLine(QPointF(start + Space.HAIR, middle), QPointF(end - Space.SMALL, middle))
        for rise in (-4, 4):
            painter.drawLine(
                QPointF(end - Space.SMALL, middle), QPointF(end - Space.MEDIUM - 1, middle + rise)
            )

    def _paint_code(self, painter: QPainter, code: str, left: float, top: float) -> None:
        theme = the_theme()
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        for place, bit in enumerate(code):
            box = QRectF(left + place * (_BIT + 3), top + (_ROW - _BIT) / 2, _BIT, _BIT)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(theme.colour("accent" if bit == "1" else "card"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(theme.colour("accent_ink" if bit == "1" else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bit)
