"""A bar for each layer, those of one module side by side; they fill while a stage works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import PaintedItems, sized

_HEIGHT, _FOOT = 132, 22
_GAP, _GROUP_GAP = 2, 8
_LEAST_BAR, _WIDEST_BAR, _FINER = 4.0, 26.0, 0.5
_MILLISECONDS = 250


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
    def drawn_shares(self) -> list[float]:
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
        return QSize(round(self._width_with(_WIDEST_BAR)), _HEIGHT + _FOOT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: bars may be thin, not gone; names of groups may be left out."""
        return QSize(round(len(self._bars) * (_LEAST_BAR + _GAP)), _HEIGHT + _FOOT)

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
            painter.setBrush(theme.colour("line" if index == self.shown_item else "raised"))
            painter.drawRoundedRect(rect, rounding, rounding)
            full = QRectF(rect)
            full.setTop(rect.bottom() - rect.height() * max(0.0, min(1.0, share)))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(full, min(rounding, full.height() / 2), min(rounding, full.height() / 2))
        self._paint_groups(painter)

    def _paint_groups(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().colour("soft_ink"))
        metrics, right = painter.fontMetrics(), 0.0
        for group in self._groups:
            bars = self.rect_of(group.first).united(self.rect_of(group.first + group.count - 1))
            width = metrics.horizontalAdvance(group.name) + 1
            left = max(0.0, min(bars.center().x() - width / 2, self.width() - width))
            if left >= right:
                place = QRectF(left, _HEIGHT + 2, width, _FOOT - 2)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, group.name)
                right = left + width + Space.HAIR

    def _move(self, progress: float) -> None:
        # Rounding would leave bars beside where they end.
        self._shown = [
            bar.share if progress >= 1.0 else start + (bar.share - start) * progress
            for start, bar in zip(self._from, self._bars, strict=True)
        ]
        self.update()

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
                self._places.append(QRectF(start + number * (bar + _GAP), 0, bar, _HEIGHT))
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
        return self.count * bar + (self.count - 1) * _GAP

    def width_with(self, bar: float) -> float:
        return max(self.label, self.bars_with(bar))


def _grouped(bars: Sequence[LayerBar], font: QFont) -> list[_Group]:
    metrics = QFontMetrics(sized(font, Type.CAPTION))
    groups = []
    for name, members in groupby(enumerate(bars), key=lambda item: item[1].group or item[1].name):
        places = [place for place, _ in members]
        groups.append(_Group(name, places[0], len(places), metrics.horizontalAdvance(name)))
    return groups
