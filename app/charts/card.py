"""What is around a chart: its title and figure, a menu to save it, a way to see it large."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QMessageBox, QWidget

from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, column, icon_button, label, row
from app.widgets.dialogs import ask_where_to_save, pop_up_below
from app.wording import error_words
from core.errors import SqueezeError
from core.files import write_whole
from core.outputs import csv_table

SHARPNESS = 2
_SVG_RESOLUTION = 96
_SAVED_SIZE = QSize(960, 560)
_LARGE_SIZE = QSize(1000, 640)


def save_image(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as PNG, with `SHARPNESS` times its pixels.

    Raises disk-full or write-permission.
    """
    image = QPixmap(widget.size() * SHARPNESS)
    image.setDevicePixelRatio(SHARPNESS)
    widget.render(image, QPoint())
    buffer = _opened_buffer()
    image.save(buffer, "PNG")
    write_whole(path, bytes(buffer.data().data()))


def save_drawing(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as SVG. Raises disk-full or write-permission."""
    buffer = _opened_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_RESOLUTION)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setTitle(widget.accessibleName())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    write_whole(path, bytes(buffer.data().data()))


def save_table(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write figures as CSV; None is an empty cell. Raises disk-full or write-permission."""
    write_whole(path, csv_table(columns, rows))


def _opened_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


class ChartCard(QFrame):
    """A card with a chart. What is saved is a large copy of it, without buttons.

    `is_copy`: it is to be looked at only.
    """

    def __init__(self, title: str, is_copy: bool = False, is_large: bool = False) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self.is_large = is_large or is_copy
        self.body = column(self, Space.SMALL, Space.LARGE if self.is_large else Space.MEDIUM)
        if not self.is_large:
            self.body.setContentsMargins(Space.SMALL, Space.SMALL, Space.SMALL, Space.MEDIUM)
        self.header = row(space=0)
        self.title = ElidedLabel(title, "heading")
        self.header.addWidget(self.title, 1)
        self.header.addSpacing(Space.HAIR)
        self.figure = label("", "heading" if self.is_large else "body")
        self.header.addWidget(self.figure)
        self.body.addLayout(self.header)
        if not is_copy:
            self.header.addSpacing(Space.SMALL if self.is_large else 0)
            self.menu_button = icon_button("more", self.tr("Save and more"), self.open_menu)
            self.menu_button.setProperty("kind", "small")
            self.header.addWidget(self.menu_button)
        if not self.is_large:
            self.enlarge_button = icon_button("zoom", self.tr("Enlarge"), self.enlarge)
            self.enlarge_button.setProperty("kind", "small")
            self.header.addWidget(self.enlarge_button)
        self.large: QDialog | None = None

    def copy(self, is_large: bool = False) -> ChartCard:
        """A card that shows the same, to be saved, or large and alive."""
        raise NotImplementedError

    def redraw(self, sharpness: float) -> None:
        """Draw as on screen, with so many times its pixels."""

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows of what is shown."""
        raise NotImplementedError

    def add_choices(self, menu: QMenu) -> None:
        """Put what else the chart can do at the head of its menu."""

    def open_menu(self) -> QMenu:
        """Show the menu below its button."""
        menu = QMenu(self)
        self.add_choices(menu)
        for text, name, save in (
            (self.tr("Save as image (PNG)…"), "png", self.save_image),
            (self.tr("Save as vector graphic (SVG)…"), "svg", self.save_drawing),
            (self.tr("Save data (CSV)…"), "csv", self.save_table),
        ):
            menu.addAction(text).triggered.connect(
                lambda _checked=False, name=name, save=save: self._ask_where(name, save)
            )
        pop_up_below(menu, self.menu_button)
        return menu

    def enlarge(self) -> QDialog:
        """Show it large, in a window of its own that stays up to date."""
        if self.large is None:
            self.large = QDialog(self.window())
            self.large.setWindowTitle(self.title.text())
            self.large.resize(_LARGE_SIZE)
            column(self.large, 0, Space.LARGE).addWidget(self.copy(is_large=True))
        self.large.show()
        self.large.raise_()
        self.large.activateWindow()
        return self.large

    def save_image(self, path: Path) -> None:
        """Raises disk-full or write-permission."""
        save_image(self._to_be_saved(SHARPNESS), path)

    def save_drawing(self, path: Path) -> None:
        """Raises disk-full or write-permission."""
        save_drawing(self._to_be_saved(1.0), path)

    def save_table(self, path: Path) -> None:
        """Raises disk-full or write-permission."""
        save_table(*self.table(), path)

    def _to_be_saved(self, sharpness: float) -> QWidget:
        copied = self.copy()
        copied.resize(_SAVED_SIZE)
        # What is drawn depends on the room that there is, which only drawing gives.
        copied.grab()
        copied.redraw(sharpness)
        return copied

    def _ask_where(self, ending: str, save: Callable[[Path], None]) -> None:
        proposed, filters = f"{self.title.text().lower()}.{ending}", [f"{ending.upper()} (*.{ending})"]
        take = partial(self._save, save)
        ask_where_to_save(self, self.tr("Save"), take, proposed, ending, filters)

    def _save(self, save: Callable[[Path], None], path: Path) -> None:
        try:
            save(path)
        except SqueezeError as error:
            happened, remedy = error_words(error)
            box = QMessageBox(QMessageBox.Icon.Warning, self.windowTitle(), happened, parent=self)
            box.setInformativeText(remedy)
            box.finished.connect(box.deleteLater)
            box.open()
