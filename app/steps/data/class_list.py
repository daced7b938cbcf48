"""The classes, each with its count as a bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import PaintedItems, sized
from core.datasets.catalogue import Group

_ROW = 40
_BAR = 4.0
_NAME = 22
_ROUNDING = 6.0


class ClassList(PaintedItems):
    """As high as it has classes; those in view are painted. `menu_wanted` asks what can be done with one."""

    menu_wanted = Signal(int, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._groups: tuple[Group, ...] = ()
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return self._groups

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other classes."""
        self._groups = tuple(groups)
        self._most = max((group.pictures for group in groups), default=1) or 1
        self.setFixedHeight(max(_ROW, _ROW * len(groups)))
        self.items_changed()

    def count(self) -> int:
        """How many items there are."""
        return len(self._groups)

    def rect_of(self, index: int) -> QRectF:
        """Where a row is."""
        return QRectF(0, index * _ROW, self.width(), _ROW)

    def words_of(self, index: int) -> str:
        """What a row says."""
        group = self._groups[index]
        if group.role != "used":
            return f"{group.name}: {self._role(group)}"
        return f"{group.name}: {group.pictures:,}"

    def choose(self, index: int) -> None:
        """Make a class the current one, and bring it into view."""
        super().choose(index)
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            rect = self.rect_of(self.current).toRect()
            area.ensureVisible(rect.left(), rect.center().y(), 0, _ROW)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: as high as its rows are."""
        return QSize(176, self.height())

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """The rows in view."""
        first = max(0, int(exposed.top()) // _ROW)
        last = min(len(self._groups), int(exposed.bottom()) // _ROW + 1)
        for index in range(first, last):
            self._paint_row(painter, index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Qt: the menu is asked for, by the other button of the mouse or the key for it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(self.rect_of(self.current).center().toPoint())
            self.menu_wanted.emit(self.current, place)
        elif (index := self.item_at(event.pos())) >= 0:
            self.menu_wanted.emit(index, event.globalPos())
        event.accept()

    def _paint_row(self, painter: QPainter, index: int) -> None:
        theme, group, row = the_theme(), self._groups[index], self.rect_of(index)
        painter.setPen(Qt.PenStyle.NoPen)
        if index == self.shown_item:
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(row, _ROUNDING, _ROUNDING)
        row = row.adjusted(Space.SMALL, Space.HAIR, -Space.SMALL, -Space.HAIR)
        is_used = group.role == "used"
        words = QRectF(row.left(), row.top(), row.width(), _NAME)
        figure = f"{group.pictures:,}" if is_used else self._role(group)
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.colour("soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, right, figure)
        room = int(words.width()) - painter.fontMetrics().horizontalAdvance(figure) - Space.SMALL
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.colour("ink" if is_used else "soft_ink"))
        name = painter.fontMetrics().elidedText(group.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if is_used:
            self._paint_bar(painter, QRectF(row.left(), row.bottom() - _BAR, row.width(), _BAR), group)

    def _paint_bar(self, painter: QPainter, place: QRectF, group: Group) -> None:
        theme = the_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
        place.setWidth(place.width() * group.pictures / self._most)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)

    def _role(self, group: Group) -> str:
        return self.tr("set aside") if group.role == "set-aside" else self.tr("left out")
