"""The wall of images by class: of a hundred thousand only those in view are read and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from app.steps.data.decoding import Thumbnails
from app.steps.data.sections import Layout, Measures, Section
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import plain_tip
from app.widgets.painted import sized
from app.wording import whole
from core.datasets.catalog import Catalog, Entry, State
from core.errors import SqueezeError

TILE = 88
_GAP = int(Space.SMALL)
_HEAD = 36
_ROUNDING = 6.0
_DIM = 0.35
_FRAME, _TICK = 4.0, 20.0
"""Of a selected image: the width of its frame, the diameter of its tick."""


class Wall(QAbstractScrollArea):
    """Arrows, Page, Home and End move; `current_changed` brings the image that is chosen, or None.

    With Shift they select all on the way, with Ctrl they move alone, and Ctrl+Space selects, or no longer;
    clicks with these keys do the same, and Ctrl+A selects all. `selection_changed` tells of it.
    `menu_wanted` asks for what can be done with images, at a place on screen, `remove_wanted` that they go.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    menu_wanted = Signal(list, QPoint)
    remove_wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Images"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.thumbnails = Thumbnails(self)
        self.thumbnails.arrived.connect(self.viewport().update)
        self._sections: tuple[Section, ...] = ()
        self._gone: frozenset[str] = frozenset()
        self._layout = self._laid_out()
        self.current = -1
        self.selected: frozenset[int] = frozenset()
        self._anchor = -1
        self.verticalScrollBar().setSingleStep(TILE // 2)
        the_theme().changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many images there are."""
        return self._layout.count

    def show_catalog(self, catalog: Catalog | None) -> None:
        """Take images from another catalog."""
        self._gone = frozenset()
        self.thumbnails.show(catalog, round(TILE * self.devicePixelRatioF()))

    def show_gone(self, names: Iterable[str]) -> None:
        """Show images as not used that are elsewhere now, until another catalog is shown."""
        self._gone |= frozenset(names)
        self.viewport().update()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other images of the catalog."""
        self._sections = tuple(sections)
        self.current = -1
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.choose(0 if self.count else -1, scroll=False)

    def go_to_section(self, name: str) -> None:
        """Bring a section to the top."""
        for number, section in enumerate(self._sections):
            if section.name == name:
                self.verticalScrollBar().setValue(self._layout.top_of(number))
                self.choose(self._layout.number(number, 0), scroll=False)

    def entry(self, number: int) -> Entry | None:
        """The image with this number among all, or None where the catalog cannot be read."""
        if not 0 <= number < self.count:
            return None
        section, index = self._layout.place(number)
        entries = _fetched(self._sections[section], index, index + 1)
        return entries[0] if entries else None

    def choose(self, number: int, scroll: bool = True) -> None:
        """Make an image the current one, the only one that is selected, and tell of it."""
        self._anchor = number
        self._go_to(number, frozenset({number} if number >= 0 else ()), scroll)

    def select_all(self) -> None:
        """Select all images that are shown; the current one stays."""
        self._go_to(self.current, frozenset(range(self.count)), scroll=False)

    def selected_entries(self) -> list[Entry]:
        """The images that are selected, in their order, as far as the catalog can be read."""
        if len(self.selected) == self.count:
            return [entry for section in self._sections for entry in _fetched(section, 0, section.count)]
        return [entry for entry in map(self.entry, sorted(self.selected)) if entry is not None]

    def _go_to(self, number: int, selected: frozenset[int], scroll: bool = True) -> None:
        is_news = selected != self.selected
        self.current, self.selected = number, selected
        entry = self.entry(number)
        if scroll and entry is not None:
            self._show_tile(number)
        self.setAccessibleDescription("" if entry is None else self._spoken(entry))
        self.current_changed.emit(entry)
        if is_news:
            self.selection_changed.emit()
        self.viewport().update()

    def _toggle(self, number: int) -> None:
        """Select one more image, or one less."""
        self._anchor = number
        self._go_to(number, self.selected ^ {number}, scroll=False)

    def _extend(self, number: int, scroll: bool = True) -> None:
        """Select all from the one that was chosen last to this one."""
        first, last = sorted((max(0, self._anchor), number))
        self._go_to(number, frozenset(range(first, last + 1)), scroll)

    def rect_of(self, number: int) -> QRect:
        """Where a tile is in the viewport."""
        left, top = self._layout.corner(*self._layout.place(number))
        return QRect(left + _GAP, top - self.verticalScrollBar().value(), TILE, TILE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(5 * (TILE + _GAP), 4 * (TILE + _GAP))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(2 * (TILE + _GAP), _HEAD + TILE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw what is in view, and have made what is missing of it."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        missing: list[Entry] = []
        for section, first, last in self._layout.tiles_between(top, top + height):
            self._paint_head(painter, section, top)
            for index, entry in enumerate(_fetched(self._sections[section], first, last), first):
                left, y = self._layout.corner(section, index)
                place = QRectF(left + _GAP, y - top, TILE, TILE)
                if not self._paint_tile(painter, entry, place, self._layout.number(section, index)):
                    missing.append(entry)
        self.thumbnails.want(missing)
        if self.hasFocus() and not self.count:
            self._paint_ring(painter, QRectF(self.viewport().rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: there is more room, or less; the images at the top stay there."""
        super().resizeEvent(event)
        at = self._layout.tile_at(0, self.verticalScrollBar().value() + _HEAD)
        self._arrange()
        if at > 0:
            section, index = self._layout.place(at)
            self.verticalScrollBar().setValue(self._layout.corner(section, index)[1] - _HEAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key is pressed."""
        target, with_keys = self._target(event.key()), event.modifiers()
        has_shift = bool(with_keys & Qt.KeyboardModifier.ShiftModifier)
        has_control = bool(with_keys & Qt.KeyboardModifier.ControlModifier)
        if not self.count:
            event.ignore()
        elif target is not None:
            number = max(0, min(target, self.count - 1))
            if has_shift:
                self._extend(number)
            elif has_control:
                self._go_to(number, self.selected)
            else:
                self.choose(number)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Space and self.current >= 0:
            self._toggle(self.current)
        elif event.key() == Qt.Key.Key_Delete and (entries := self.selected_entries()):
            self.remove_wanted.emit(entries)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._ask_for_menu()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: a button of the mouse is pressed."""
        number = self._number_at(event.position().toPoint())
        keys, is_left = event.modifiers(), event.button() == Qt.MouseButton.LeftButton
        if number < 0 or (not is_left and number in self.selected):
            return
        if is_left and keys & Qt.KeyboardModifier.ShiftModifier:
            self._extend(number, scroll=False)
        elif is_left and keys & Qt.KeyboardModifier.ControlModifier:
            self._toggle(number)
        else:
            self.choose(number, scroll=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Qt: the menu is asked for, by the other button of the mouse or the key for it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        elif (entry := self.entry(number := self._number_at(event.pos()))) is not None:
            is_one_of_them = number in self.selected
            self.menu_wanted.emit(self.selected_entries() if is_one_of_them else [entry], event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys come here now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys go elsewhere now."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Qt: anything in the viewport; a tooltip is asked for that way."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.entry(self._number_at(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._words(entry)) if entry else "", self)
            return True
        return super().viewportEvent(event)

    def _laid_out(self) -> Layout:
        width = self.viewport().width() - 2 * _GAP
        return Layout(self._sections, Measures(TILE, _GAP, _HEAD, width))

    def _arrange(self) -> None:
        self._layout = self._laid_out()
        view = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - view))
        self.verticalScrollBar().setPageStep(view)
        self.viewport().update()

    def _target(self, key: int) -> int | None:
        """The number of the image that a key leads to."""
        columns = self._layout.measures.columns
        page = columns * max(1, self.viewport().height() // (TILE + _GAP))
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        if key in moves:
            return self.current + moves[Qt.Key(key)]
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        return ends.get(Qt.Key(key))

    def _ask_for_menu(self) -> None:
        entries = self.selected_entries()
        if entries and self.current >= 0:
            self._show_tile(self.current)
            self.menu_wanted.emit(entries, self.viewport().mapToGlobal(self.rect_of(self.current).center()))

    def _number_at(self, place: QPoint) -> int:
        return self._layout.tile_at(place.x() - _GAP, place.y() + self.verticalScrollBar().value())

    def _show_tile(self, number: int) -> None:
        section, index = self._layout.place(number)
        top, bar = self._layout.corner(section, index)[1], self.verticalScrollBar()
        # The first line comes with its head.
        least = top - (_HEAD if index < self._layout.measures.columns else 0)
        if least < bar.value():
            bar.setValue(least)
        elif top + TILE > bar.value() + self.viewport().height():
            bar.setValue(top + TILE + _GAP - self.viewport().height())

    def _paint_head(self, painter: QPainter, number: int, top: int) -> None:
        theme, section = the_theme(), self._sections[number]
        place = QRectF(_GAP, self._layout.top_of(number) - top, self.viewport().width() - 2 * _GAP, _HEAD)
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.setPen(theme.color("ink"))
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        name = metrics.elidedText(section.name, Qt.TextElideMode.ElideRight, int(place.width() * 0.6))
        painter.drawText(place, line, name)
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.color("soft_ink"))
        place.setLeft(place.left() + metrics.horizontalAdvance(name) + Space.MEDIUM)
        painter.drawText(place, line, self._counted(section))

    def _counted(self, section: Section) -> str:
        if section.role in ("left-out", "set-aside"):
            return self.tr("excluded")
        if section.used != section.count:
            return self.tr("{used} of {count} used").format(
                used=whole(section.used), count=whole(section.count)
            )
        return whole(section.count)

    def _paint_tile(self, painter: QPainter, entry: Entry, place: QRectF, number: int) -> bool:
        """Draw an image, or its place; whether the image was there."""
        theme = the_theme()
        image = self.thumbnails.image(entry)
        if image is None or image.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
            if image is not None:
                _paint_sign(painter, place, "bad")
        else:
            is_used = entry.state == "used" and entry.name not in self._gone
            painter.setOpacity(1.0 if is_used else _DIM)
            painter.drawImage(place, image)
            painter.setOpacity(1.0)
            if not is_used:
                _paint_sign(painter, place, "bad" if entry.state == "bad" else "close")
        if len(self.selected) > 1 and number in self.selected:
            _paint_selected(painter, place)
        if number == self.current:
            self._paint_ring(painter, place.adjusted(-2, -2, 2, 2))
        return image is not None

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        theme = the_theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "soft_ink"), 2))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), _ROUNDING, _ROUNDING)

    def _spoken(self, entry: Entry) -> str:
        """What a screen reader says: the current image, whether it is selected, and how many are."""
        words = self._words(entry)
        if len(self.selected) == 1 and self.current in self.selected:
            return words
        own = self.tr("selected") if self.current in self.selected else self.tr("not selected")
        return f"{words}, {own}. {self.words_of_selection()}"

    def words_of_selection(self) -> str:
        """How many images are selected."""
        return self.tr("%Ln image(s) selected", None, len(self.selected))

    def _words(self, entry: Entry) -> str:
        words = [entry.name]
        if entry.width:
            words.append(self.tr("{width} x {height} pixels").format(width=entry.width, height=entry.height))
        if entry.state != "used":
            words.append(self._state(entry.state))
        return ", ".join(words)

    def _state(self, state: State) -> str:
        return {
            "set-aside": self.tr("excluded"),
            "left-out": self.tr("excluded"),
            "bad": self.tr("not usable"),
            "in-two-classes": self.tr("excluded: the same image is in another class"),
            "in-two-splits": self.tr("excluded: the same image is in a later split"),
        }.get(state, "")


def _fetched(section: Section, first: int, last: int) -> Sequence[Entry]:
    try:
        return section.fetch(first, last)
    except (SqueezeError, ValueError):
        return ()


def _paint_selected(painter: QPainter, place: QRectF) -> None:
    """A frame and a tick: color alone does not say it to everybody."""
    theme = the_theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), _FRAME))
    inset = _FRAME / 2
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), _ROUNDING, _ROUNDING)
    sign = QRectF(place.right() - _TICK - _FRAME, place.top() + _FRAME, _TICK, _TICK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(sign)
    theme.icon("check", "accent_ink").paint(painter, sign.adjusted(3, 3, -3, -3).toRect())


def _paint_sign(painter: QPainter, place: QRectF, name: str) -> None:
    sign = QRect(0, 0, 24, 24)
    sign.moveCenter(place.center().toPoint())
    the_theme().icon(name, "bad" if name == "bad" else "soft_ink").paint(painter, sign)
