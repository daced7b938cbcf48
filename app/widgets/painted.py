"""Widgets that paint themselves: many small things to point at, and how far something is."""

from __future__ import annotations

import time

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QProgressBar,
    QToolTip,
    QWidget,
)

from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space, Type
from app.widgets.basics import plain_tip

FOCUS_WIDTH = 2.0
_ROUNDING = 4.0
_BAR_HEIGHT = 8
_ROUND = _BAR_HEIGHT / 2
_PIECE = 0.25
"""The moving piece's share of the bar."""
_PIECE_SECONDS = 1.6
"""What the piece takes from one end to the other."""
_FRAME_MILLISECONDS = 33
"""Milliseconds from one image of the movement to the next."""


class _Items(QAbstractListModel):
    """What a screen reader hears of the items: a row for each, with the words of the view."""

    def __init__(self, view: PaintedItems) -> None:
        super().__init__(view)
        self._view = view
        self._count = 0

    def show_items(self, count: int) -> None:
        """There are other items now."""
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        """Qt: how many items there are."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Qt: what is known of an item."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._view.words_of(index.row()) if index.row() < self._view.count() else None


class PaintedItems(QListView):
    """Items numbered from 0, of which one is the current one while the widget has the focus.

    It is a list view for the sake of screen readers, which see each item with its place and its words.
    `pointed` tells the number of the item that is pointed at, -1 for none; `item_activated` that one was
    clicked or that Enter was pressed on it. Whoever inherits from this says how many items there are, where
    each is, what is said of it, and paints them; it calls `items_changed` when there are others.
    """

    pointed = Signal(int)
    item_activated = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("painted", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.current = 0
        self._under_mouse = -1
        self._items = _Items(self)
        self.setModel(self._items)
        the_theme().changed.connect(self.paint_again)

    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def rect_of(self, index: int) -> QRectF:
        """Where an item is."""
        raise NotImplementedError

    def words_of(self, index: int) -> str:
        """What is said of an item to who points at it, or listens."""
        raise NotImplementedError

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what is in `exposed`."""
        raise NotImplementedError

    def item_at(self, place: QPoint) -> int:
        """The item at a place, or -1."""
        return next((index for index in range(self.count()) if self.rect_of(index).contains(place)), -1)

    def step(self, key: int) -> int:
        """By how much a key moves the current item; 0 for keys that do not."""
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
        return -1 if key in back else int(key in on)

    def ring(self, index: int) -> QRectF:
        """Where the ring is drawn that shows the current item."""
        return self.rect_of(index)

    def choose(self, index: int) -> None:
        """Make an item the current one."""
        self.current = max(0, min(index, self.count() - 1))
        self.setCurrentIndex(self._items.index(self.current))
        self._tell(self.current if self.count() else -1)
        self.paint_again()

    def items_changed(self) -> None:
        """There are other items now."""
        self.current = max(0, min(self.current, self.count() - 1))
        self._under_mouse = -1
        self._items.show_items(self.count())
        self.updateGeometry()
        self.paint_again()

    def paint_again(self) -> None:
        """The items look different now."""
        self.viewport().update()

    @property
    def shown_item(self) -> int:
        """The item that is pointed at, or else the current one while there is focus; -1 for none."""
        if self._under_mouse >= 0:
            return self._under_mouse
        return self.current if self.hasFocus() and self.count() else -1

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:  # noqa: N802
        """Qt: where an item is."""
        known = index.isValid() and index.row() < self.count()
        return self.rect_of(index.row()).toAlignedRect() if known else QRect()

    def indexAt(self, place: QPoint) -> QModelIndex:  # noqa: N802
        """Qt: the item at a place."""
        return self._items.index(self.item_at(place))

    def scrollTo(  # noqa: N802
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Qt: an item is to be seen. All are: what is around the widget scrolls."""

    def doItemsLayout(self) -> None:  # noqa: N802
        """Qt: lay out the items. `rect_of` does that."""

    def updateGeometries(self) -> None:  # noqa: N802
        """Qt: place the scroll bars. There are none."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: paint."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(event.rect()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(the_theme().color("accent"), FOCUS_WIDTH))
            inset = FOCUS_WIDTH / 2
            rect = self.ring(self.current) if self.count() else QRectF(self.rect())
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _ROUNDING, _ROUNDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: arrows move, Home and End go to the ends, Enter and Space activate."""
        key, last = event.key(), self.count() - 1
        if last < 0:
            event.ignore()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.item_activated.emit(self.current)
        elif step := self.step(key):
            if 0 <= self.current + step <= last:
                self.choose(self.current + step)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: the mouse has moved."""
        self._point(self.item_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: a button was pressed."""
        index = self.item_at(event.position().toPoint())
        if index >= 0:
            self.choose(index)
            self.item_activated.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: the second press of two."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: a button was let go."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt: the wheel was turned; what is around the widget scrolls."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys come here now."""
        super().focusInEvent(event)
        self._tell(self.shown_item)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys go elsewhere now."""
        super().focusOutEvent(event)
        self._tell(self.shown_item)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Qt: anything; a tooltip is asked for that way, and the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point(-1)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.item_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self.words_of(index)) if index >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def _point(self, index: int) -> None:
        if index != self._under_mouse:
            self._under_mouse = index
            self._tell(self.shown_item)
            self.paint_again()

    def _tell(self, index: int) -> None:
        self.setAccessibleDescription(self.words_of(index) if index >= 0 else "")
        self.pointed.emit(index)


def sized(font: QFont, size: Type, *, bold: bool = False) -> QFont:
    """A font in one of the program's sizes."""
    made = QFont(font)
    made.setPixelSize(int(size))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def square_in(widget: QWidget, *, at_top: bool = False) -> QRectF:
    """The largest square in a widget, in the middle of its width, and of its height unless `at_top`."""
    side = min(widget.width(), widget.height())
    top = 0.0 if at_top else (widget.height() - side) / 2
    return QRectF((widget.width() - side) / 2, top, side, side)


def paint_image(painter: QPainter, place: QRectF, image: QImage, words: str = "") -> None:
    """Draw an image into a rounded square, or words where it is null; later drawing is clipped to it."""
    theme, clip = the_theme(), QPainterPath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip.addRoundedRect(place, RADIUS, RADIUS)
    painter.setClipPath(clip)
    painter.fillRect(place, theme.color("raised"))
    if image.isNull():
        painter.setPen(theme.color("soft_ink"))
        painter.setFont(sized(painter.font(), Type.BODY))
        inner = place.adjusted(Space.LARGE, Space.LARGE, -Space.LARGE, -Space.LARGE)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    else:
        painter.drawImage(place, image)


class ProgressBar(QProgressBar):
    """Qt's own bar, whose moving piece has square ends, painted anew. A range of 0 to 0: nobody knows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self._movement = QTimer(self)
        self._movement.setInterval(_FRAME_MILLISECONDS)
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
        groove = QRectF(0, (self.height() - _BAR_HEIGHT) / 2, self.width(), _BAR_HEIGHT)
        painter.setBrush(the_theme().color("line"))
        painter.drawRoundedRect(groove, _ROUND, _ROUND)
        painter.setBrush(the_theme().color("accent"))
        left, width = self._done()
        if width > 0:
            length = max(width * groove.width(), _BAR_HEIGHT)
            done = QRectF(left * groove.width(), groove.top(), length, _BAR_HEIGHT)
            painter.drawRoundedRect(done, _ROUND, _ROUND)
        painter.end()

    def _done(self) -> tuple[float, float]:
        """Where the filled part begins and how wide it is, as shares of the bar."""
        if self.maximum() > self.minimum():
            return 0.0, (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        way = time.monotonic() / _PIECE_SECONDS % 2
        return (way if way <= 1 else 2 - way) * (1 - _PIECE), _PIECE

    def _move(self) -> None:
        is_unknown = self.maximum() <= self.minimum()
        if is_unknown and self.isVisible():
            self._movement.start()
        else:
            self._movement.stop()
