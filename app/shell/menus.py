"""The menu of preferences: language, colours, where runs are kept, and what the program is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QFileDialog, QMenu

from app.application import LANGUAGES
from app.texts import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window import Window


def preferences_menu(window: Window) -> QMenu:
    """Show the menu at the pointer."""
    menu, preferences = QMenu(window), window.preferences
    menu.setToolTipsVisible(True)
    _choices(
        menu.addMenu(translate("Preferences", "Language")),
        {"system": translate("Preferences", "As the system"), **LANGUAGES},
        preferences.language,
        window.language_chosen.emit,
    )
    _choices(
        menu.addMenu(translate("Preferences", "Colours")),
        {
            "system": translate("Preferences", "As the system"),
            "light": translate("Preferences", "Light"),
            "dark": translate("Preferences", "Dark"),
        },
        preferences.scheme,
        window.scheme_chosen.emit,
    )
    menu.addSeparator()
    traces = menu.addAction(translate("Preferences", "Record where time goes"))
    traces.setToolTip(
        translate(
            "Preferences", "Each step leaves a profile for chrome://tracing in the folder logs of its run."
        )
    )
    traces.setCheckable(True)
    traces.setChecked(preferences.records_traces)
    traces.toggled.connect(lambda wanted: setattr(preferences, "records_traces", wanted))
    folder = menu.addAction(translate("Preferences", "Folder for runs…"))
    folder.setToolTip(str(preferences.runs_folder))
    folder.triggered.connect(lambda: _choose_folder(window))
    menu.addSeparator()
    about = menu.addAction(translate("Preferences", "About Squeeze Studio…"))
    about.setToolTip(translate("Preferences", "Version, and the licences of all that is in the program"))
    about.triggered.connect(lambda: _open_about(window))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(QCursor.pos())
    return menu


def _choices(menu: QMenu, choices: dict[str, str], chosen: str, choose: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    for value, text in choices.items():
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)


def _open_about(window: Window) -> None:
    from app.about.dialog import open_about

    open_about(window)


def _choose_folder(window: Window) -> None:
    folder = QFileDialog.getExistingDirectory(
        window, translate("Preferences", "Folder for runs"), str(window.preferences.runs_folder)
    )
    if folder:
        window.preferences.runs_folder = Path(folder)
