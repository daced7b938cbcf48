"""Classes on the left, their images beside them, and what can be done with either."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QWidget

from app.steps.data.sections import section_of_names, sections_of
from app.steps.data.wall import Wall
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import ScrollArea, button, column, icon_button, label, row
from app.widgets.dialogs import pop_up
from app.widgets.painted import PaintedItems, sized
from app.wording import whole
from core.datasets.catalog import Catalog, Entry, Group

_ROW = 40
_BAR = 4.0
_NAME = 22
_ROUNDING = 6.0
_CLASSES_WIDTH = 184


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
        self._most = max((group.images for group in groups), default=1) or 1
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
            return f"{group.name}: {self.tr('excluded')}"
        return f"{group.name}: {whole(group.images)}"

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
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(row, _ROUNDING, _ROUNDING)
        row = row.adjusted(Space.SMALL, Space.HAIR, -Space.SMALL, -Space.HAIR)
        is_used = group.role == "used"
        words = QRectF(row.left(), row.top(), row.width(), _NAME)
        figure = whole(group.images) if is_used else self.tr("excluded")
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.color("soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, right, figure)
        room = int(words.width()) - painter.fontMetrics().horizontalAdvance(figure) - Space.SMALL
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.color("ink" if is_used else "soft_ink"))
        name = painter.fontMetrics().elidedText(group.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if is_used:
            self._paint_bar(painter, QRectF(row.left(), row.bottom() - _BAR, row.width(), _BAR), group)

    def _paint_bar(self, painter: QPainter, place: QRectF, group: Group) -> None:
        theme = the_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
        place.setWidth(place.width() * group.images / self._most)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)


class ImagesPanel(QWidget):
    """Signals only: names of classes or images that are to be left out, merged, moved or deleted.

    The last two are offered where `classes_to_move_to` says so: in a folder that this program made.
    """

    move_wanted = Signal(list, str)
    delete_wanted = Signal(list)
    undo_wanted = Signal()
    leave_out_wanted = Signal(list)
    merge_wanted = Signal(str, str)
    use_again_wanted = Signal(list)
    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._catalog: Catalog | None = None
        self.classes_to_move_to: tuple[str, ...] = ()
        self._next = -1
        layout = row(self, Space.MEDIUM)
        layout.addWidget(self._class_side())
        right = column(space=Space.HAIR)
        self._chosen = row(space=Space.SMALL)
        self._chosen_words = label("", "soft")
        self._chosen.addWidget(self._chosen_words, 1)
        self.all_images = button(self.tr("Show all"), self.show_all, "link")
        self._chosen.addWidget(self.all_images)
        right.addLayout(self._chosen)
        self._selection = row(space=Space.SMALL)
        self.selection_words = label("", "soft")
        self._selection.addWidget(self.selection_words, 1)
        self.selection_menu = icon_button(
            "more", self.tr("Actions for the selected images"), self._ask_for_selection
        )
        self._selection.addWidget(self.selection_menu)
        right.addLayout(self._selection)
        self.wall = Wall()
        right.addWidget(self.wall, 1)
        right.addLayout(self._change_line())
        layout.addLayout(right, 1)
        self.wall.current_changed.connect(self.current_changed)
        self.wall.selection_changed.connect(self._show_selection)
        self.wall.menu_wanted.connect(self._show_image_menu)
        self.wall.remove_wanted.connect(self._remove)
        self._show_chosen("")
        self._show_selection()

    def show_catalog(self, catalog: Catalog, groups: Sequence[Group]) -> None:
        """Show another catalog."""
        self._catalog = catalog
        self.classes.show_groups(groups)
        self.wall.show_catalog(catalog)
        self.show_all()
        if self._next >= 0 and self.wall.count:
            self.wall.choose(min(self._next, self.wall.count - 1))
        self._next = -1

    def show_change(self, words: str) -> None:
        """Say what was done last and can be undone; '' for nothing."""
        self.change_words.setText(words)
        self.undo_button.setAccessibleName(f"{self.undo_button.text()}: {words}")
        for part in (self.change_words, self.undo_button):
            part.setVisible(bool(words))
        self._undo_key.setEnabled(bool(words))

    def take_away(self, names: Sequence[str]) -> None:
        """Show that images are elsewhere now, and go on to the one behind them."""
        wall = self.wall
        wall.show_gone(names)
        numbers = wall.selected or {wall.current}
        self._next = min(numbers)
        wall.choose(min(max(numbers) + 1, wall.count - 1))

    def stay_here(self) -> None:
        """Show the same images again when there is another catalog: these stay where they are."""
        self._next = self.wall.current

    def show_all(self) -> None:
        """Show all images, by class."""
        if self._catalog is not None:
            self._show_chosen("")
            self.wall.show_sections(sections_of(self._catalog))

    def show_names(self, title: str, names: Sequence[str]) -> None:
        """Show some images only."""
        self._show_chosen(self.tr("Filter"))
        self.wall.show_sections([section_of_names(title, names)])

    def _class_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_CLASSES_WIDTH)
        layout = column(side, Space.HAIR)
        head = row(space=Space.HAIR)
        head.addWidget(label(self.tr("Classes"), "soft"), 1)
        self.class_menu = icon_button("more", self.tr("Actions for this class"), self._ask_for_class)
        head.addWidget(self.class_menu)
        layout.addLayout(head)
        self.classes = ClassList(self.tr("Classes"))
        self.classes.item_activated.connect(self._go_to_class)
        self.classes.menu_wanted.connect(self._show_class_menu)
        layout.addWidget(ScrollArea(self.classes), 1)
        self.below_classes = column(space=Space.HAIR)
        layout.addLayout(self.below_classes)
        return side

    def _change_line(self) -> QHBoxLayout:
        line = row(space=Space.SMALL)
        self.change_words = label("", "soft", wrap=True)
        line.addWidget(self.change_words, 1)
        self.undo_button = button(self.tr("Undo"), self.undo_wanted.emit, "link")
        line.addWidget(self.undo_button)
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo_key.activated.connect(self.undo_wanted)
        self.show_change("")
        return line

    def _remove(self, entries: list[Entry]) -> None:
        """What the Delete key does: it deletes photos that this program took, and leaves out any others."""
        names = [entry.name for entry in entries]
        (self.delete_wanted if self.classes_to_move_to else self.leave_out_wanted).emit(names)

    def _show_selection(self) -> None:
        is_shown = len(self.wall.selected) > 1
        self.selection_words.setText(self.wall.words_of_selection() if is_shown else "")
        for part in (self.selection_words, self.selection_menu):
            part.setVisible(is_shown)

    def _ask_for_selection(self) -> None:
        place = self.selection_menu.mapToGlobal(self.selection_menu.rect().bottomLeft())
        self._show_image_menu(self.wall.selected_entries(), place)

    def _show_chosen(self, words: str) -> None:
        self._chosen_words.setText(words)
        self._chosen_words.setVisible(bool(words))
        self.all_images.setVisible(bool(words))

    def _go_to_class(self, index: int) -> None:
        if not self._chosen_words.isHidden():
            self.show_all()
        self.wall.go_to_section(self.classes.groups[index].name)

    def _ask_for_class(self) -> None:
        place = self.class_menu.mapToGlobal(self.class_menu.rect().bottomLeft())
        self._show_class_menu(self.classes.current, place)

    def _show_class_menu(self, index: int, place: QPoint) -> None:
        groups = self.classes.groups
        if not 0 <= index < len(groups):
            return
        menu, group = QMenu(self), groups[index]
        _add_title(menu, group.name)
        if group.role == "used":
            self._add_fixes(menu, [group.name])
            others = [other.name for other in groups if other.role == "used" and other.name != group.name]
            merge = menu.addMenu(self.tr("Merge into"))
            merge.setEnabled(bool(others))
            for other in others:
                merge.addAction(_shown(other)).triggered.connect(partial(self._merge, group.name, other))
        else:
            self._add_return(menu, [group.name])
        pop_up(menu, place)

    def _show_image_menu(self, entries: list[Entry], place: QPoint) -> None:
        if not entries:
            return
        menu, names = QMenu(self), [entry.name for entry in entries]
        _add_title(menu, names[0] if len(names) == 1 else self.wall.words_of_selection())
        self._add_changes(menu, names)
        used = [entry.name for entry in entries if entry.state == "used"]
        excluded = [entry.name for entry in entries if entry.state in ("left-out", "set-aside")]
        if used:
            self._add_fixes(menu, used)
        if excluded:
            self._add_return(menu, excluded)
        if self._catalog is not None:
            url = QUrl.fromLocalFile(str(self._catalog.path_of(entries[0]).parent))
            menu.addAction(self.tr("Show folder")).triggered.connect(
                lambda _checked=False: QDesktopServices.openUrl(url)
            )
        pop_up(menu, place)

    def _add_changes(self, menu: QMenu, names: list[str]) -> None:
        if not self.classes_to_move_to:
            return
        move = menu.addMenu(self.tr("Move to"))
        for other in self.classes_to_move_to:
            elsewhere = [name for name in names if name.partition("/")[0] != other]
            if elsewhere:
                move.addAction(_shown(other)).triggered.connect(partial(self._move, elsewhere, other))
        move.setEnabled(bool(move.actions()))
        delete = menu.addAction(self.tr("Delete"))
        delete.triggered.connect(lambda _checked=False: self.delete_wanted.emit(names))

    def _move(self, names: list[str], target: str, _checked: bool = False) -> None:
        self.move_wanted.emit(names, target)

    def _add_fixes(self, menu: QMenu, names: list[str]) -> None:
        leave_out = menu.addAction(self.tr("Exclude"))
        leave_out.triggered.connect(lambda _checked=False: self.leave_out_wanted.emit(names))

    def _add_return(self, menu: QMenu, names: list[str]) -> None:
        use = menu.addAction(self.tr("Include"))
        use.triggered.connect(lambda _checked=False: self.use_again_wanted.emit(names))

    def _merge(self, name: str, target: str, _checked: bool = False) -> None:
        self.merge_wanted.emit(name, target)


def _add_title(menu: QMenu, title: str) -> None:
    """Say in a menu's first line what it is about. Of a section many styles show a line only."""
    menu.addAction(_shown(title)).setEnabled(False)


def _shown(name: str) -> str:
    """A name in a menu: Qt takes a single & for the mark of a key."""
    return name.replace("&", "&&")
