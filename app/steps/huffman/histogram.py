"""How often each weight code occurs, and how long its codeword is."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Type
from app.widgets.painted_items import PaintedItems, sized
from core.compression.histograms import SymbolCount, TableHistogram

_HEIGHT, _HEAD, _FOOT = 200, 20, 22
_WIDEST, _GAP = 44.0, 2.0
_ROUNDING = 3.0


class CodeHistogram(PaintedItems):
    """A bar for each code, as high as the logarithm of its count; on it the bits of its codeword.

    The shorter the codeword, the stronger the colour.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("How often each number occurs"))
        self._symbols: tuple[SymbolCount, ...] = ()
        self._weights = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def symbols(self) -> tuple[SymbolCount, ...]:
        """What is shown."""
        return self._symbols

    def show_table(self, table: TableHistogram) -> None:
        """Show the codes of a table."""
        self._symbols, self._weights = table.symbols, max(table.weights, 1)
        self.items_changed()

    def count(self) -> int:
        """How many items there are."""
        return len(self._symbols)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(480, _HEAD + _HEIGHT + _FOOT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: bars may be thin."""
        return QSize(256, _HEAD + _HEIGHT + _FOOT)

    def rect_of(self, index: int) -> QRectF:
        """Where a bar is, with all of its height."""
        step = self._step
        left = (self.width() - step * len(self._symbols)) / 2
        return QRectF(left + index * step, 0, step, _HEAD + _HEIGHT)

    def words_of(self, index: int) -> str:
        """What a bar says."""
        symbol = self._symbols[index]
        words = self.tr("{number}: {count} times ({share}), {bits} bits each")
        share = f"{symbol.count / self._weights * 100:.3g} %"
        return words.format(number=symbol.symbol, count=f"{symbol.count:,}", share=share, bits=symbol.bits)

    def paint(self, painter: QPainter, _exposed: QRectF) -> None:
        """All bars."""
        if not self._symbols:
            return
        most = math.log1p(max(symbol.count for symbol in self._symbols))
        for index, symbol in enumerate(self._symbols):
            self._paint_bar(painter, index, symbol, math.log1p(symbol.count) / most)
        self._paint_numbers(painter)

    @property
    def _step(self) -> float:
        return min(self.width() / max(len(self._symbols), 1), _WIDEST)

    def _paint_bar(self, painter: QPainter, index: int, symbol: SymbolCount, share: float) -> None:
        theme, place = the_theme(), self.rect_of(index)
        gap = _GAP if place.width() > 3 * _GAP else 0.0
        bar = place.adjusted(gap / 2, 0, -gap / 2, 0)
        bar.setTop(place.bottom() - max(_HEIGHT * share, 1.0))
        colour = QColor(theme.colour("accent"))
        colour.setAlphaF(max(1.0 - 0.09 * (symbol.bits - 1), 0.35))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink") if index == self.shown_item else colour)
        rounding = min(_ROUNDING, bar.width() / 3)
        painter.drawRoundedRect(bar, rounding, rounding)
        text = str(symbol.bits)
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        if QFontMetricsF(painter.font()).horizontalAdvance(text) <= place.width():
            painter.setPen(theme.colour("ink"))
            above = QRectF(place.left(), bar.top() - _HEAD, place.width(), _HEAD)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_numbers(self, painter: QPainter) -> None:
        """The numbers below their bars, as many as find room; zero first, for it matters most."""
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().colour("soft_ink"))
        metrics, taken = QFontMetricsF(painter.font()), list[QRectF]()
        places = range(len(self._symbols))
        ends = (0, len(self._symbols) - 1)
        order = sorted(places, key=lambda index: (self._symbols[index].symbol != 0, index not in ends, index))
        for index in order:
            text = str(self._symbols[index].symbol)
            width = metrics.horizontalAdvance(text)
            left = self.rect_of(index).center().x() - width / 2
            place = QRectF(min(max(left, 0), self.width() - width), _HEAD + _HEIGHT + 4, width, _FOOT - 4)
            if not any(place.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                taken.append(place)
