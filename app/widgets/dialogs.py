"""What asks in a window of its own, and goes when it is done: dialogs for files, and menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QWidget

Value = TypeVar("Value")


def ask_for_file(
    parent: QWidget,
    title: str,
    take: Callable[[Path], object],
    filters: Sequence[str] = (),
    home: Path | str = "",
) -> QFileDialog:
    """Ask for a file that is there; `take` gets it. `filters` are Qt's, such as 'Weights (*.pth)'."""
    dialog = _made(parent, title, QFileDialog.FileMode.ExistingFile, filters, home)
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    dialog.open()
    return dialog


def ask_for_files(
    parent: QWidget,
    title: str,
    take: Callable[[list[Path]], object],
    filters: Sequence[str] = (),
    home: Path | str = "",
) -> QFileDialog:
    """Ask for files that are there; `take` gets all of them."""
    dialog = _made(parent, title, QFileDialog.FileMode.ExistingFiles, filters, home)
    dialog.filesSelected.connect(lambda chosen: take([Path(path) for path in chosen]))
    dialog.open()
    return dialog


def ask_for_folder(
    parent: QWidget, title: str, take: Callable[[Path], object], home: Path | str = ""
) -> QFileDialog:
    """Ask for a folder that is there; `take` gets it."""
    dialog = _made(parent, title, QFileDialog.FileMode.Directory, (), home)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    dialog.open()
    return dialog


def ask_where_to_save(
    parent: QWidget,
    title: str,
    take: Callable[[Path], object],
    proposed: Path | str,
    ending: str = "",
    filters: Sequence[str] = (),
) -> QFileDialog:
    """Ask for a name, and whether what has it may be replaced: the ending is added before that."""
    dialog = _made(parent, title, QFileDialog.FileMode.AnyFile, filters, proposed)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(Path(proposed).name)
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    dialog.open()
    return dialog


def ask_for_text(
    parent: QWidget, title: str, question: str, take: Callable[[str], object], proposed: str
) -> QInputDialog:
    """Ask for a line of text; `take` gets it without spaces around it, unless nothing is left."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(proposed)
    dialog.textValueSelected.connect(lambda text: take(text.strip()) if text.strip() else None)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_before(
    parent: QWidget, title: str, question: str, consequence: str, action: str, do: Callable[[], object]
) -> QMessageBox:
    """Ask whether to `do` what cannot be undone; not doing it is what Enter and Escape choose."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(question)
    box.setInformativeText(consequence)
    box.addButton(action, QMessageBox.ButtonRole.AcceptRole).clicked.connect(do)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show a menu at a place on screen."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def pop_up_below(menu: QMenu, button: QWidget) -> None:
    """Show a menu below the button that asked for it."""
    pop_up(menu, button.mapToGlobal(button.rect().bottomLeft()))


def add_choices(
    menu: QMenu, choices: Mapping[Value, str], chosen: Value, choose: Callable[[Value], object]
) -> None:
    """Put choices into a menu, of which one is marked: texts by their values."""
    group = QActionGroup(menu)
    for value, text in choices.items():
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)


def _made(
    parent: QWidget,
    title: str,
    mode: QFileDialog.FileMode,
    filters: Sequence[str] = (),
    home: Path | str = "",
) -> QFileDialog:
    if home and mode is not QFileDialog.FileMode.AnyFile:
        # Qt proposes a folder that is not there as if it could be chosen.
        home = next((path for path in (Path(home), *Path(home).parents) if path.exists()), "")
    dialog = QFileDialog(parent, title, str(home))
    dialog.setFileMode(mode)
    if filters:
        dialog.setNameFilters(list(filters))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
