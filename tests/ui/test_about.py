"""What the window tells of the program: its version, its licence, and what it stands on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.about import AboutDialog
from app.window import Window
from core import __version__, licences
from tests.ui.hands import click, press

_PATIENCE = 30_000
"""For the records of all packages to be read beside other tests."""


def opened_about(window: Window, qtbot: QtBot) -> AboutDialog:
    """Opened as a person does: the menu behind the wheel, its last entry."""
    window.workspace.header.preferences_wanted.emit()
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible() and menu.actions())
    QTest.mouseClick(
        menu,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        menu.actionGeometry(last(menu)).center(),
    )
    (dialog,) = window.findChildren(AboutDialog)
    qtbot.waitUntil(lambda: bool(dialog.packages), timeout=_PATIENCE)
    return dialog


def last(menu: QMenu) -> QAction:
    return menu.actions()[-1]


def test_it_names_version_and_licence_and_shows_the_licence_first(window: Window, qtbot: QtBot) -> None:
    dialog = opened_about(window, qtbot)
    assert dialog.isVisible()
    assert dialog.version.text() == f"Version {__version__} · license GPL-3.0-or-later"
    assert dialog.names.currentItem().text() == "Squeeze Studio"
    assert "GNU GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()


def test_a_package_is_chosen_with_keys_and_shows_its_own_licence(window: Window, qtbot: QtBot) -> None:
    dialog = opened_about(window, qtbot)
    dialog.names.setFocus()
    press(dialog.names, Qt.Key.Key_N)
    while not dialog.names.currentItem().text().startswith("numpy"):
        press(dialog.names, Qt.Key.Key_Down)
    assert dialog.licence.text().startswith("numpy 2.")
    assert "NumPy Developers" in dialog.text.toPlainText()


def test_an_installed_program_shows_what_its_installer_wrote(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [{"name": "bundled", "version": "1", "licence": "MIT", "text": "Do what you like."}]
    (tmp_path / licences.LICENCES_FILE).write_text(json.dumps(written), encoding="utf-8")
    monkeypatch.setattr(licences, "resources_folder", lambda: tmp_path)
    dialog = opened_about(window, qtbot)
    dialog.names.setFocus()
    press(dialog.names, Qt.Key.Key_End)
    assert dialog.licence.text() == "bundled 1 · MIT"
    assert dialog.text.toPlainText() == "Do what you like."


def test_a_damaged_list_leaves_the_programs_own_licence_and_says_what_is_wrong(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / licences.LICENCES_FILE).write_text("[", encoding="utf-8")
    monkeypatch.setattr(licences, "resources_folder", lambda: tmp_path)
    dialog = opened_about(window, qtbot)
    assert dialog.names.count() == 1
    assert "JSON" in dialog.text.toPlainText() or "truncated" in dialog.text.toPlainText()


def test_close_closes_it(window: Window, qtbot: QtBot) -> None:
    dialog = opened_about(window, qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        click(dialog.close_button)
    assert not window.findChildren(AboutDialog)
