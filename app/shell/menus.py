"""The menu of preferences: language, colours, where runs are kept, and what the program is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.application import LANGUAGES
from app.preferences import Preferences
from app.texts import translate


def preferences_menu(
    parent: QWidget,
    preferences: Preferences,
    set_language: Callable[[str], None],
    set_color_scheme: Callable[[str], None],
) -> QMenu:
    """Show the menu at the pointer. What is chosen is given to the functions by its code."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    _choices(
        menu.addMenu(translate("Preferences", "Language")),
        {"system": translate("Preferences", "As the system"), **LANGUAGES},
        preferences.language,
        set_language,
    )
    _choices(
        menu.addMenu(translate("Preferences", "Colours")),
        {
            "system": translate("Preferences", "As the system"),
            "light": translate("Preferences", "Light"),
            "dark": translate("Preferences", "Dark"),
        },
        preferences.scheme,
        set_color_scheme,
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
    folder.triggered.connect(lambda: _choose_folder(parent, preferences))
    menu.addSeparator()
    about = menu.addAction(translate("Preferences", "About Squeeze Studio…"))
    about.setToolTip(translate("Preferences", "Version, and the licences of all that is in the program"))
    about.triggered.connect(lambda: _open_about(parent))
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


def _open_about(parent: QWidget) -> None:
    from app.about.dialog import open_about

    open_about(parent)


def _choose_folder(parent: QWidget, preferences: Preferences) -> None:
    folder = QFileDialog.getExistingDirectory(
        parent, translate("Preferences", "Folder for runs"), str(preferences.runs_folder)
    )
    if folder:
        preferences.runs_folder = Path(folder)
