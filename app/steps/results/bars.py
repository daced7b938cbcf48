"""Bars: under one another with names and figures, or side by side for the layers of a network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import column, label
from app.widgets.painted import PaintedItems, sized
from app.wording import percent, translate, whole
from core.evaluation.confusion import ClassScore

ROW_HEIGHT = 28
_BAR_HEIGHT = 10
_MOST_NAME = 0.34
_BAR_ROUNDING = 5.0
_NAME_AT_MOST = 200
_LAYERS_HEIGHT, _FOOT = 132, 22
_LAYER_GAP, _GROUP_GAP = 2, 8
_LEAST_BAR, _WIDEST_BAR, _FINER = 4.0, 26.0, 0.5
_MILLISECONDS = 250


@dataclass(frozen=True)
class Bar:
    """One bar: its length is `share` (0 to 1) of the whole; `before` marks a length to compare with.

    `words` say it in a sentence; without them name and figure do.
    """

    name: str
    share: float
    figure: str
    words: str = ""
    before: float | None = None


class BarList(PaintedItems):
    """As high as it has rows; only those in view are painted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: tuple[Bar, ...] = ()
        self._names = self._figures = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        font = sized(self.font(), Type.BODY)
        self._names = _widest([bar.name for bar in bars], font)
        self._figures = _widest([bar.figure for bar in bars], font)
        self.items_changed()

    def count(self) -> int:
        """How many items there are."""
        return len(self._bars)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: as high as its rows are."""
        return QSize(4 * _NAME_AT_MOST, ROW_HEIGHT * len(self._bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: names may be cut, rows not."""
        return QSize(_NAME_AT_MOST, ROW_HEIGHT * len(self._bars))

    def rect_of(self, index: int) -> QRectF:
        """Where a row is."""
        return QRectF(0, index * ROW_HEIGHT, self.width(), ROW_HEIGHT)

    def words_of(self, index: int) -> str:
        """What a row says."""
        bar = self._bars[index]
        return bar.words or f"{bar.name}: {bar.figure}"

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """The rows in view."""
        first = max(0, int(exposed.top()) // ROW_HEIGHT)
        last = min(len(self._bars), int(exposed.bottom()) // ROW_HEIGHT + 1)
        for index in range(first, last):
            self._paint_row(painter, index)

    def _paint_row(self, painter: QPainter, index: int) -> None:
        theme, bar, row = the_theme(), self._bars[index], self.rect_of(index)
        if index == self.shown_item:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(row, _BAR_ROUNDING, _BAR_ROUNDING)
        row = row.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        names = min(self._names, _NAME_AT_MOST, int(row.width() * _MOST_NAME))
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.color("ink"))
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideMiddle, names)
        centered = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, centered | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(row, centered | Qt.AlignmentFlag.AlignRight, bar.figure)
        ends = (names + Space.MEDIUM, -(self._figures + Space.MEDIUM))
        ground = theme.color("line" if index == self.shown_item else "raised")
        _paint_bar(painter, bar, row.adjusted(ends[0], 0, ends[1], 0), ground)


def _widest(texts: Iterable[str], font: QFont) -> int:
    """Pixels that hold each of the texts whole. A rounded width would be up to half a pixel too narrow."""
    metrics = QFontMetricsF(font)
    return math.ceil(max((metrics.horizontalAdvance(text) for text in texts), default=0.0))


def _paint_bar(painter: QPainter, bar: Bar, place: QRectF, ground_color: QColor) -> None:
    theme = the_theme()
    ground = QRectF(place.left(), place.center().y() - _BAR_HEIGHT / 2, place.width(), _BAR_HEIGHT)
    if ground.width() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground_color)
    painter.drawRoundedRect(ground, _BAR_ROUNDING, _BAR_ROUNDING)
    full = QRectF(ground)
    full.setWidth(ground.width() * max(0.0, min(1.0, bar.share)))
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(full, min(_BAR_ROUNDING, full.width() / 2), _BAR_ROUNDING)
    if bar.before is not None:
        at = ground.left() + ground.width() * max(0.0, min(1.0, bar.before))
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawLine(round(at), round(ground.top() - 3), round(at), round(ground.bottom() + 3))


class ClassBars(BarList):
    """A bar for each class, the weakest first; classes without a test image are last."""

    def __init__(self) -> None:
        super().__init__(translate("ClassBars", "Accuracy by class, lowest first"))

    def show_scores(self, scores: Sequence[ClassScore], before: Sequence[ClassScore] = ()) -> None:
        """Show scores; those `before` are marked on the bars of the same classes."""
        earlier = {score.name: score.accuracy for score in before}
        ordered = sorted(scores, key=lambda score: (score.accuracy is None, score.accuracy or 0.0))
        self.show_bars([_bar(score, earlier.get(score.name)) for score in ordered])


def _bar(score: ClassScore, before: float | None) -> Bar:
    if score.accuracy is None:
        return Bar(score.name, 0.0, translate("ClassBars", "no test images"))
    words = translate("ClassBars", "{name}: {right} of {images} test images correct.").format(
        name=score.name, right=whole(score.right), images=whole(score.images)
    )
    if before is not None:
        words += " " + translate("ClassBars", "Before: {share}.").format(share=percent(before))
    return Bar(score.name, score.accuracy, percent(score.accuracy), words, before)


@dataclass(frozen=True)
class LayerBar:
    """`share` (0 to 1) is how full the bar is; `words` say it. `group` is written below, once for each."""

    name: str
    share: float
    words: str
    group: str = ""


def group_of(layer: str) -> str:
    """The module that a layer is of: 'fire2' for 'fire2_squeeze1x1'."""
    return layer.partition("_")[0]


class LayerBars(PaintedItems):
    """Bars that stand in groups. They grow and shrink smoothly when their shares change."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: tuple[LayerBar, ...] = ()
        self._groups: list[_Group] = []
        self._places: list[QRectF] = []
        self._placed_for = -1
        self._shown: list[float] = []
        self._from: list[float] = []
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[LayerBar, ...]:
        """What is shown, or being moved to."""
        return self._bars

    @property
    def drawn_fractions(self) -> list[float]:
        """How full the bars are drawn at this moment."""
        return list(self._shown)

    def show_bars(self, bars: Sequence[LayerBar]) -> None:
        """Show other bars; those of the same layers move to where they are now."""
        bars = tuple(bars)
        if bars == self._bars:
            return
        known = [bar.name for bar in bars] == [bar.name for bar in self._bars]
        self._from = list(self._shown) if known else [0.0] * len(bars)
        self._shown = list(self._from)
        self._bars = bars
        if not known:
            self._groups, self._placed_for = _grouped(bars, self.font()), -1
            self.items_changed()
        if self.isVisible():
            self._animation.stop()
            self._animation.start()
        else:
            self._move(1.0)

    def count(self) -> int:
        """How many items there are."""
        return len(self._bars)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: room for bars that can be told apart."""
        return QSize(round(self._width_with(_WIDEST_BAR)), _LAYERS_HEIGHT + _FOOT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: bars may be thin, not gone; names of groups may be left out."""
        return QSize(round(len(self._bars) * (_LEAST_BAR + _LAYER_GAP)), _LAYERS_HEIGHT + _FOOT)

    def rect_of(self, index: int) -> QRectF:
        """Where a bar is, with all of its height."""
        if self._placed_for != self.width():
            self._place()
        return self._places[index]

    def words_of(self, index: int) -> str:
        """What a bar says."""
        return self._bars[index].words

    def paint(self, painter: QPainter, _exposed: QRectF) -> None:
        """All bars, and below them the names of their groups."""
        theme = the_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        for index, share in enumerate(self._shown):
            rect = self.rect_of(index).adjusted(0, 3, 0, -3)
            rounding = min(4.0, rect.width() / 3)
            painter.setBrush(theme.color("line" if index == self.shown_item else "raised"))
            painter.drawRoundedRect(rect, rounding, rounding)
            full = QRectF(rect)
            full.setTop(rect.bottom() - rect.height() * max(0.0, min(1.0, share)))
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(full, min(rounding, full.height() / 2), min(rounding, full.height() / 2))
        self._paint_groups(painter)

    def _paint_groups(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().color("soft_ink"))
        metrics, right = painter.fontMetrics(), 0.0
        for group in self._groups:
            bars = self.rect_of(group.first).united(self.rect_of(group.first + group.count - 1))
            width = metrics.horizontalAdvance(group.name) + 1
            left = max(0.0, min(bars.center().x() - width / 2, self.width() - width))
            if left >= right:
                place = QRectF(left, _LAYERS_HEIGHT + 2, width, _FOOT - 2)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, group.name)
                right = left + width + Space.HAIR

    def _move(self, progress: float) -> None:
        # Rounding would leave bars beside where they end.
        self._shown = [
            bar.share if progress >= 1.0 else start + (bar.share - start) * progress
            for start, bar in zip(self._from, self._bars, strict=True)
        ]
        self.paint_again()

    def _place(self) -> None:
        """Give every group the room that its bars or its name need, with bars as wide as will fit."""
        bar = _WIDEST_BAR
        while bar > _LEAST_BAR and self._width_with(bar) > self.width():
            bar -= _FINER
        self._places, left = [], 0.0
        for group in self._groups:
            room = group.width_with(bar)
            start = left + (room - group.bars_with(bar)) / 2
            for number in range(group.count):
                self._places.append(QRectF(start + number * (bar + _LAYER_GAP), 0, bar, _LAYERS_HEIGHT))
            left += room + _GROUP_GAP
        self._placed_for = self.width()

    def _width_with(self, bar: float) -> float:
        """The width of all groups when a bar has that of `bar`."""
        rooms = sum(group.width_with(bar) for group in self._groups)
        return rooms + _GROUP_GAP * max(0, len(self._groups) - 1)


@dataclass(frozen=True)
class _Group:
    """Bars that stand together; `label` is the width of their name."""

    name: str
    first: int
    count: int
    label: float

    def bars_with(self, bar: float) -> float:
        return self.count * bar + (self.count - 1) * _LAYER_GAP

    def width_with(self, bar: float) -> float:
        return max(self.label, self.bars_with(bar))


def _grouped(bars: Sequence[LayerBar], font: QFont) -> list[_Group]:
    metrics = QFontMetrics(sized(font, Type.CAPTION))
    groups = []
    for name, members in groupby(enumerate(bars), key=lambda item: item[1].group or item[1].name):
        places = [place for place, _ in members]
        groups.append(_Group(name, places[0], len(places), metrics.horizontalAdvance(name)))
    return groups


class LayerPanel(QFrame):
    """`sentence` says what the bars mean, as long as none of them is pointed at."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(title, "heading", wrap=True))
        self.bars = LayerBars(title)
        layout.addWidget(self.bars)
        self._sentence = sentence
        self.said = label(sentence, "caption", wrap=True)
        layout.addWidget(self.said)
        self.bars.pointed.connect(self._say)

    def show_bars(self, bars: Sequence[LayerBar]) -> None:
        """Show other bars."""
        self.bars.show_bars(bars)
        self._say(self.bars.shown_item)

    def _say(self, index: int) -> None:
        self.said.setText(self.bars.words_of(index) if index >= 0 else self._sentence)
