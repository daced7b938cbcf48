"""Codes as images: the idea of them, those of a model, and what its bytes are for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.steps.results.bars import Bar
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import column, label
from app.widgets.controls import Choices
from app.widgets.painted import PaintedItems, sized
from app.wording import QT_TRANSLATE_NOOP, decimal, significant, size, translate
from core.compression.histograms import SymbolCount, TableHistogram

_EXAMPLE = (("0", 13, "0"), ("1", 4, "10"), ("-1", 2, "110"), ("7", 1, "111"))
"""Numbers, how often they occur, and their codes in a complete code."""
_ROW, _TILE, _BIT = 34, 26, 20
_IDEA_WIDTH, _CODES_AT = 360, 0.66
_BARS_HEIGHT, _HEAD, _FOOT = 200, 20, 22
_WIDEST, _GAP = 44.0, 2.0
_ROUNDING = 3.0
_PLAIN_BITS = 8
_LINE_BAR, _LINE_HEIGHT = 12, 44
_PURPOSES = {
    "payload_bytes": QT_TRANSLATE_NOOP("Bytes", "Coded weights"),
    "plain_weight_bytes": QT_TRANSLATE_NOOP("Bytes", "Uncompressed weights"),
    "table_bytes": QT_TRANSLATE_NOOP("Bytes", "Code tables"),
    "decoder_bytes": QT_TRANSLATE_NOOP("Bytes", "DECODE operators"),
    "bias_bytes": QT_TRANSLATE_NOOP("Bytes", "Biases"),
    "scale_bytes": QT_TRANSLATE_NOOP("Bytes", "Scales"),
    "other_constant_bytes": QT_TRANSLATE_NOOP("Bytes", "Other values"),
    "description_bytes": QT_TRANSLATE_NOOP("Bytes", "Names and metadata"),
    "structure_bytes": QT_TRANSLATE_NOOP("Bytes", "File structure"),
}


class CodeIdea(QWidget):
    """Numbers as often as they occur on the left, their codes on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Frequent values get short codes, rare values get long codes."))
        self.setToolTip(self.tr("Like Morse code, in which the frequent letter E is a single dot."))
        the_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(_IDEA_WIDTH, _ROW * (len(_EXAMPLE) + 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), 2 * _IDEA_WIDTH)
        self._paint_heads(painter, width)
        for number, (name, count, code) in enumerate(_EXAMPLE, 1):
            top = number * _ROW
            end = self._paint_numbers(painter, name, count, top, width)
            self._paint_arrow(painter, end, _CODES_AT * width, top)
            self._paint_code(painter, code, _CODES_AT * width, top)

    def _paint_heads(self, painter: QPainter, width: float) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().color("soft_ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, _CODES_AT * width, _ROW), left, self.tr("frequency"))
        painter.drawText(QRectF(_CODES_AT * width, 0, width, _ROW), left, self.tr("code"))

    def _paint_numbers(self, painter: QPainter, name: str, count: int, top: float, width: float) -> float:
        """A tile with the number and a dot for each time that it occurs; where the last dot ends."""
        theme = the_theme()
        tile = QRectF(0, top + (_ROW - _TILE) / 2, _TILE + Space.SMALL, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(tile, 4, 4)
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, name)
        start = tile.right() + Space.SMALL
        step = (_CODES_AT * width - start - Space.HUGE) / _EXAMPLE[0][1]
        size = min(step - 3, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        for place in range(count):
            painter.drawRoundedRect(QRectF(start + place * step, top + (_ROW - size) / 2, size, size), 3, 3)
        return start + count * step

    def _paint_arrow(self, painter: QPainter, start: float, end: float, top: float) -> None:
        middle = top + _ROW / 2
        painter.setPen(QPen(the_theme().color("line"), 1.5))
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
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(theme.color("accent" if bit == "1" else "card"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(theme.color("accent_ink" if bit == "1" else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bit)


class CodeHistogram(PaintedItems):
    """A bar for each code, as high as the logarithm of its count; on it the bits of its codeword.

    The shorter the codeword, the stronger the color.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Frequency of each value"))
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
        return QSize(480, _HEAD + _BARS_HEIGHT + _FOOT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: bars may be thin."""
        return QSize(256, _HEAD + _BARS_HEIGHT + _FOOT)

    def rect_of(self, index: int) -> QRectF:
        """Where a bar is, with all of its height."""
        step = self._step
        left = (self.width() - step * len(self._symbols)) / 2
        return QRectF(left + index * step, 0, step, _HEAD + _BARS_HEIGHT)

    def words_of(self, index: int) -> str:
        """What a bar says."""
        symbol = self._symbols[index]
        words = self.tr("{number}: {weights} ({share}), code length {bits}")
        weights = self.tr("%Ln weight(s)", None, symbol.count)
        share = f"{significant(symbol.count / self._weights * 100, 3)} %"
        bits = self.tr("%Ln bit(s)", None, symbol.bits)
        return words.format(number=symbol.symbol, weights=weights, share=share, bits=bits)

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
        bar.setTop(place.bottom() - max(_BARS_HEIGHT * share, 1.0))
        color = QColor(theme.color("accent"))
        color.setAlphaF(max(1.0 - 0.09 * (symbol.bits - 1), 0.35))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink") if index == self.shown_item else color)
        rounding = min(_ROUNDING, bar.width() / 3)
        painter.drawRoundedRect(bar, rounding, rounding)
        text = str(symbol.bits)
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        if QFontMetricsF(painter.font()).horizontalAdvance(text) <= place.width():
            painter.setPen(theme.color("ink"))
            above = QRectF(place.left(), bar.top() - _HEAD, place.width(), _HEAD)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_numbers(self, painter: QPainter) -> None:
        """The numbers below their bars, as many as find room; zero first, for it matters most."""
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().color("soft_ink"))
        metrics, taken = QFontMetricsF(painter.font()), list[QRectF]()
        places = range(len(self._symbols))
        ends = (0, len(self._symbols) - 1)
        order = sorted(places, key=lambda index: (self._symbols[index].symbol != 0, index not in ends, index))
        for index in order:
            text = str(self._symbols[index].symbol)
            width = metrics.horizontalAdvance(text)
            left = self.rect_of(index).center().x() - width / 2
            place = QRectF(
                min(max(left, 0), self.width() - width), _HEAD + _BARS_HEIGHT + 4, width, _FOOT - 4
            )
            if not any(place.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                taken.append(place)


class BitsLine(QWidget):
    """The bar is what a number takes, the line across it the entropy, the whole what it takes uncoded."""

    def __init__(self) -> None:
        super().__init__()
        self._entropy = self._mean = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "Entropy is the lower limit, in bits per value, for any code that encodes values one by one."
            )
        )
        the_theme().changed.connect(self.update)

    def show_bits(self, entropy: float, mean: float) -> None:
        """Show the least bits a number, and those it takes."""
        self._entropy, self._mean = entropy, mean
        self.setAccessibleName(self._words)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As high as its words are where they stand."""
        metrics = QFontMetrics(sized(self.font(), Type.CAPTION))
        room = QRect(0, 0, max(1, self.width()), _LINE_HEIGHT)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._words)
        self.setFixedHeight(max(_LINE_HEIGHT, _LINE_BAR + 8 + words.height() + 4))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(320, _LINE_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return QSize(200, _LINE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        theme, painter = the_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 4, self.width(), _LINE_BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(track, _LINE_BAR / 2, _LINE_BAR / 2)
        bar = QRectF(track)
        bar.setWidth(max(track.width() * self._mean / _PLAIN_BITS, _LINE_BAR))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(bar, _LINE_BAR / 2, _LINE_BAR / 2)
        x = track.width() * self._entropy / _PLAIN_BITS
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, _LINE_BAR + 8))
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.color("soft_ink"))
        below = QRectF(0, _LINE_BAR + 8, self.width(), self.height() - _LINE_BAR - 8)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, int(left) | int(Qt.TextFlag.TextWordWrap), self._words)

    @property
    def _words(self) -> str:
        words = self.tr("{mean} bits per value with this code. Lower limit (entropy): {entropy}. Uncoded: 8.")
        return words.format(mean=decimal(self._mean, 2), entropy=decimal(self._entropy, 2))


class CodesView(QWidget):
    """The table with the most weights first; others can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.MEDIUM)
        words = self.tr(
            "Each bar is one value of the quantized weights. The label is the length of its code in bits."
        )
        self._sentence = label(words, "caption", wrap=True)
        layout.addWidget(self._sentence)
        self.tables = Choices()
        self.tables.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToContents)
        self.tables.setAccessibleName(self.tr("Code table"))
        self.tables.setToolTip(
            self.tr("Layers with similar value frequencies share a code table when that saves bytes.")
        )
        self.tables.activated.connect(self._show)
        # Below the sentence: beside it, a long choice would leave it a narrow strip.
        layout.addWidget(self.tables, 0, Qt.AlignmentFlag.AlignLeft)
        self.histogram = CodeHistogram()
        layout.addWidget(self.histogram)
        self.bits = BitsLine()
        layout.addWidget(self.bits)
        self.note = label("", "caption", wrap=True)
        layout.addWidget(self.note)
        self._tables: tuple[TableHistogram, ...] = ()

    def show_tables(self, tables: Sequence[TableHistogram]) -> None:
        """Show the tables of a model."""
        self._tables = tuple(sorted(tables, key=lambda table: -table.weights))
        self.tables.clear()
        for number, table in enumerate(self._tables, 1):
            self.tables.addItem(self._name(number, table))
        self.tables.setVisible(len(self._tables) > 1)
        self._show(0)

    def _show(self, number: int) -> None:
        if not self._tables:
            return
        table = self._tables[number]
        self.histogram.show_table(table)
        self.bits.show_bits(table.entropy_bits, table.mean_bits)
        self.note.setText(self._note(table))

    def _name(self, number: int, table: TableHistogram) -> str:
        if table.number is None:
            words = self.tr("Not coded: {weights}")
        else:
            words = self.tr("Code {number}: {layers}, {weights}")
        layers = self.tr("%Ln layer(s)", None, len(table.layers))
        weights = self.tr("%Ln weight(s)", None, table.weights)
        return words.format(number=number, layers=layers, weights=weights)

    def _note(self, table: TableHistogram) -> str:
        if table.number is None:
            return self.tr("Too few weights: a code table would cost more bytes than it saves.")
        words = self.tr("{payload} of codes and {table} for the code table. Both are part of the file size.")
        return words.format(payload=size(table.payload_bytes), table=size(table.bytes))


def purpose_bars(plain: Mapping[str, int], coded: Mapping[str, int]) -> list[Bar]:
    """A bar for each purpose of the coded file's bytes; the line across it is the plain file's."""
    most = max([*(plain.get(key, 0) for key in _PURPOSES), *(coded.get(key, 0) for key in _PURPOSES), 1])
    words = translate("Bytes", "{purpose}: {after}, before {before}")
    bars = []
    for key, name in _PURPOSES.items():
        before, after = plain.get(key, 0), coded.get(key, 0)
        if before or after:
            purpose = translate("Bytes", name)
            said = words.format(purpose=purpose, after=size(after), before=size(before))
            bars.append(Bar(purpose, after / most, size(after), said, before / most))
    return bars


def layer_byte_bars(layers: Iterable[Mapping[str, object]]) -> list[Bar]:
    """A bar for each layer of details/huffman.json; the line across it is what it took before."""
    known = [(_name(layer), _count(layer, "plain_bytes"), _count(layer, "bytes")) for layer in layers]
    most = max((max(before, after) for _, before, after in known), default=0) or 1
    words = translate("Bytes", "{layer}: {after}, before {before}")
    return [
        Bar(
            name,
            after / most,
            size(after),
            words.format(layer=name, after=size(after), before=size(before)),
            before / most,
        )
        for name, before, after in known
    ]


def _name(layer: Mapping[str, object]) -> str:
    return str(layer.get("layer") or layer["name"])


def _count(layer: Mapping[str, object], key: str) -> int:
    value = layer.get(key)
    return value if isinstance(value, int) else 0
