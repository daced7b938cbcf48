"""How large each model is, beside AlexNet: bars on a log scale, in their card."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from app.charts.card import ChartCard
from app.charts.feed import ExpectedSize
from app.session import Session
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import label
from app.widgets.painted import PaintedItems, sized
from app.wording import about_size, decimal, significant, size
from core.runs.references import ALEXNET_PUBLISHED_BYTES
from core.runs.summary import Summary
from core.settings import STAGES, Stage

SizeKey = Literal["alexnet", "alexnet-same-classes"] | Stage
Basis = Literal["published", "calculated", "measured", "expected"]
_LEAST_BYTES = 10_000
SIZE_COLUMNS = ("model", "bytes", "gzip_bytes", "times_smaller_than_alexnet", "basis")
_LEAST_ROW, _USUAL_ROW, _MOST_ROW = 30, 36, 80
_LARGE_FROM = 48
_BAR, _LARGE_BAR = 8, 16
_SCALE_HEIGHT = 22
_WIDTH = 220
_ROUNDING = 3.0
_TIMES = "\N{MULTIPLICATION SIGN}"
_WITH_PACKED: tuple[SizeKey, ...] = ("train", "prune")
"""Zeros do not make these files shorter: what they are worth shows only when the files are packed."""


@dataclass(frozen=True)
class SizeRow:
    """A model's size; None while it is not known. `packed` is the file's size once more packed with gzip."""

    key: SizeKey
    bytes: int | None
    packed: int | None
    basis: Basis

    @property
    def factor(self) -> float | None:
        """How many times AlexNet is larger."""
        return None if self.bytes is None else ALEXNET_PUBLISHED_BYTES / self.bytes


def size_rows(summary: Summary | None, expected: int | None = None) -> tuple[SizeRow, ...]:
    """AlexNet and each stage of a run; `expected` is about what the last file will have."""
    references = summary.references if summary else None
    alexnet = references.alexnet_bytes if references else ALEXNET_PUBLISHED_BYTES
    same_classes = references.alexnet_same_classes_bytes if references else None
    rows = [
        SizeRow("alexnet", alexnet, None, "published"),
        SizeRow("alexnet-same-classes", same_classes, None, "calculated"),
    ]
    for stage in STAGES:
        figures = summary.of(stage) if summary else None
        if figures is not None:
            rows.append(SizeRow(stage, figures.bytes, figures.gzip_bytes, "measured"))
        else:
            rows.append(SizeRow(stage, expected if stage == STAGES[-1] else None, None, "expected"))
    return tuple(rows)


@dataclass(frozen=True)
class LogScale:
    """Bytes as shares of a bar's length: equal factors are equal lengths."""

    least: float
    most: float

    @classmethod
    def of(cls, rows: Sequence[SizeRow]) -> LogScale:
        """One with room for all rows."""
        sizes = [size for row in rows for size in (row.bytes, row.packed) if size]
        least = min([_LEAST_BYTES, *(size / 2 for size in sizes)])
        return cls(least, max([ALEXNET_PUBLISHED_BYTES, *sizes]))

    def share(self, size: float) -> float:
        """From 0 to 1."""
        return math.log(max(size, self.least) / self.least) / math.log(self.most / self.least)

    def decades(self) -> tuple[int, ...]:
        """The powers of ten in it."""
        first, last = math.ceil(math.log10(self.least)), math.floor(math.log10(self.most))
        return tuple(10**power for power in range(first, last + 1))


class SizeBars(PaintedItems):
    """A row for each model: name and size, below them a bar and how many times smaller than AlexNet it is.

    The paler part of a bar is what gzip would save, where that matters. A dashed bar is expected, not
    measured. `shown` tells that other rows are.
    """

    shown = Signal(tuple, int)

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Sizes"))
        self._rows = size_rows(None)
        self._classes = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.items_changed()

    @property
    def rows(self) -> tuple[SizeRow, ...]:
        """What is shown."""
        return self._rows

    @property
    def classes(self) -> int:
        """How many classes the run tells apart; 0 for not known."""
        return self._classes

    def show_rows(self, rows: tuple[SizeRow, ...], classes: int) -> None:
        """Show these; the run tells `classes` classes apart, 0 for not known."""
        if (rows, classes) != (self._rows, self._classes):
            self._rows, self._classes = rows, classes
            self.items_changed()
            self.shown.emit(rows, classes)

    def count(self) -> int:
        """How many items there are."""
        return len(self._rows)

    def rect_of(self, index: int) -> QRectF:
        """Where a row is."""
        height = self._row_height
        return QRectF(0, index * height, self.width(), height)

    def words_of(self, index: int) -> str:
        """All that is known of a row."""
        row = self._rows[index]
        words = [f"{self._name(row.key)}: {self._figure(row)}"]
        if row.factor is not None and row.key != "alexnet":
            words.append(self.tr("{factor} times smaller than AlexNet").format(factor=_rounded(row.factor)))
        if row.packed is not None:
            words.append(self.tr("{size} with gzip").format(size=size(row.packed)))
        words.append(self._basis(row))
        return "\n".join(words)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(_WIDTH, len(self._rows) * _USUAL_ROW + _SCALE_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return QSize(_WIDTH, len(self._rows) * _LEAST_ROW + _SCALE_HEIGHT)

    def paint(self, painter: QPainter, _exposed: QRectF) -> None:
        """All rows, behind them a line for each power of ten."""
        scale = LogScale.of(self._rows)
        painter.setFont(self._text_font)
        self._paint_scale(painter, scale)
        for number, row in enumerate(self._rows):
            place = self.rect_of(number)
            if number == self.shown_item:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(the_theme().color("raised"))
                painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
            self._paint_words(painter, place, row)
            self._paint_bars(painter, self._bar_area(place), row, scale)

    @property
    def _is_large(self) -> bool:
        return self._row_height >= _LARGE_FROM

    @property
    def _text_font(self) -> QFont:
        return sized(self.font(), Type.BODY if self._is_large else Type.CAPTION)

    @property
    def _row_height(self) -> float:
        return min((self.height() - _SCALE_HEIGHT) / max(len(self._rows), 1), _MOST_ROW)

    def _bar_area(self, place: QRectF) -> QRectF:
        """Where a bar of full length is: beside it the factor finds room."""
        metrics = QFontMetricsF(self._text_font)
        factor = metrics.horizontalAdvance(f"{_TIMES} 00,000") + Space.HAIR
        height = _LARGE_BAR if self._is_large else _BAR
        top = place.center().y() + (metrics.height() - height) / 2
        return QRectF(Space.HAIR, top, place.width() - factor - 2 * Space.HAIR, height)

    def _paint_scale(self, painter: QPainter, scale: LogScale) -> None:
        theme, area = the_theme(), self._bar_area(self.rect_of(0))
        bottom, metrics = len(self._rows) * self._row_height, QFontMetricsF(painter.font())
        decades = scale.decades()[::-1]
        widest = max(metrics.horizontalAdvance(_round_size(decade)) for decade in decades) + Space.SMALL
        each = 1 if widest * len(decades) <= area.width() else 2
        for number, decade in enumerate(decades):
            x = area.left() + area.width() * scale.share(decade)
            painter.setPen(QPen(theme.color("raised"), 1))
            painter.drawLine(QPointF(x, 2), QPointF(x, bottom))
            if number % each == 0:
                text = _round_size(decade)
                left = max(x - metrics.horizontalAdvance(text) / 2, 0)
                painter.setPen(theme.color("soft_ink"))
                painter.drawText(QPointF(left, bottom + metrics.ascent() + 4), text)

    def _paint_words(self, painter: QPainter, place: QRectF, row: SizeRow) -> None:
        theme, area = the_theme(), self._bar_area(place)
        words = QRectF(Space.HAIR, place.top(), place.width() - 2 * Space.HAIR, area.top() - place.top() - 2)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.setPen(theme.color("soft_ink" if row.bytes is None else "ink"))
        metrics, figure = QFontMetricsF(painter.font()), self._figure(row)
        if self._is_large and row.packed is not None and row.key in _WITH_PACKED:
            figure = self.tr("{size}, with gzip {packed}").format(size=figure, packed=size(row.packed))
        room = words.width() - metrics.horizontalAdvance(figure) - Space.SMALL
        name = metrics.elidedText(self._name(row.key), Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | bottom, name)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | bottom, figure)
        if row.factor is not None and row.key != "alexnet":
            painter.setPen(theme.color("soft_ink"))
            beside = QRectF(area.right(), area.top() - 8, words.right() - area.right(), area.height() + 16)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, right, f"{_TIMES} {_rounded(row.factor)}")

    def _paint_bars(self, painter: QPainter, area: QRectF, row: SizeRow, scale: LogScale) -> None:
        theme = the_theme()
        is_reference = row.key in ("alexnet", "alexnet-same-classes")
        color = QColor(theme.colors.series[3] if is_reference else theme.colors.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_bar(painter, area, 1.0, theme.color("raised"))
        if row.bytes is None:
            return
        if row.basis == "expected":
            painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
            inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
            _paint_bar(painter, inside, scale.share(row.bytes), theme.color("accent_soft"))
            return
        if row.packed is not None and row.packed < row.bytes and row.key in _WITH_PACKED:
            pale = QColor(color)
            pale.setAlphaF(0.4)
            _paint_bar(painter, area, scale.share(row.bytes), pale)
            _paint_bar(painter, area, scale.share(row.packed), color)
        else:
            _paint_bar(painter, area, scale.share(row.bytes), color)

    def _name(self, key: SizeKey) -> str:
        if key == "alexnet-same-classes" and self._classes:
            return self.tr("AlexNet, %Ln class(es)", None, self._classes)
        return {
            "alexnet": self.tr("AlexNet, 1,000 classes"),
            "alexnet-same-classes": self.tr("AlexNet, same classes"),
            "train": self.tr("Trained"),
            "prune": self.tr("Pruned"),
            "quantize": self.tr("Quantized (int8)"),
            "huffman": self.tr("Huffman-coded"),
        }[key]

    def _figure(self, row: SizeRow) -> str:
        if row.bytes is None:
            return "-"
        if row.basis == "expected":
            return self.tr("about {size}").format(size=about_size(row.bytes))
        return size(row.bytes)

    def _basis(self, row: SizeRow) -> str:
        if row.bytes is None:
            return self.tr("Not available yet.")
        return {
            "published": self.tr("The published model."),
            "calculated": self.tr("Calculated for the classes of this run."),
            "measured": self.tr("Measured: the file size."),
            "expected": self.tr("Estimated from the settings."),
        }[row.basis]


def _paint_bar(painter: QPainter, area: QRectF, share: float, color: QColor) -> None:
    place = QRectF(area)
    place.setWidth(max(area.width() * share, _ROUNDING))
    painter.setBrush(color)
    painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)


def _rounded(factor: float) -> str:
    return decimal(factor, 0) if factor >= 10 else significant(factor, 2)


def _round_size(count: int) -> str:
    return re.sub(r"[.,]0+ ", " ", size(count))


def size_table(rows: Iterable[SizeRow]) -> Iterator[tuple[object, ...]]:
    """Rows of `SIZE_COLUMNS`, without models that have no size yet."""
    for row in rows:
        if row.bytes is not None:
            factor = None if row.factor is None else round(row.factor, 1)
            yield row.key, row.bytes, row.packed, factor, row.basis


class SizesCard(ChartCard):
    """How large each model is; `bars` shows it."""

    def __init__(self, is_copy: bool = False, is_large: bool = False) -> None:
        super().__init__("", is_copy, is_large)
        self.title.setText(self.tr("Size"))
        self.setAccessibleName(self.tr("Size"))
        self.bars = SizeBars()
        self.body.addWidget(self.bars, 1)
        if self.is_large:
            words = self.tr(
                "Logarithmic scale: each line is ten times the one before. Beside each bar: how many "
                "times smaller than AlexNet. The pale part is what gzip would save."
            )
            self.body.addWidget(label(words, "caption", wrap=True))

    @classmethod
    def of(cls, session: Session) -> SizesCard:
        """A card that shows the open run, and what its settings lead to."""
        made = cls()
        _RunSizes(session, made)
        return made

    def copy(self, is_large: bool = False) -> SizesCard:
        """A card with the same bars."""
        copied = SizesCard(not is_large, is_large)
        copied.bars.show_rows(self.bars.rows, self.bars.classes)
        self.bars.shown.connect(copied.bars.show_rows)
        return copied

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows of what is shown."""
        return SIZE_COLUMNS, size_table(self.bars.rows)


class _RunSizes(QObject):
    """Keeps a card true to the open run."""

    def __init__(self, session: Session, card: SizesCard) -> None:
        super().__init__(card)
        self._session, self._bars = session, card.bars
        self._expected = ExpectedSize(session, self)
        self._expected.changed.connect(self._show)
        for signal in (session.opened, session.changed):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        session = self._session
        self._bars.show_rows(size_rows(session.summary, self._expected.bytes), len(session.classes))
