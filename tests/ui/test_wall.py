"""Several images of the wall at once: selected by clicks and keys, and what is done with all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.program import Program
from app.steps.data.images_panel import ImagesPanel
from app.steps.data.wall import Wall
from core.datasets.catalog import Contents, Entry, Group, open_catalog, write_catalog
from tests.builders.images import write_classes
from tests.ui.hands import click

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(program: Program, qtbot: QtBot, tmp_path: Path) -> Iterator[ImagesPanel]:
    """The images of two classes, six each, in a folder that this program made."""
    del program
    write_classes(tmp_path / "photos", {"cup": 6, "phone": 6})
    groups = []
    for name in ("cup", "phone"):
        files = sorted((tmp_path / "photos" / name).iterdir())
        entries = [Entry(f"{name}/{file.name}", name, 40, 40) for file in files]
        groups.append((Group(name=name, listed=6, images=6), entries))
    path = write_catalog(Contents(tmp_path / "photos", groups), tmp_path)
    made = ImagesPanel()
    qtbot.addWidget(made)
    made.classes_to_move_to = ("cup", "phone", "spoon")
    made.resize(640, 480)
    with open_catalog(path) as catalog:
        made.show_catalog(catalog, [group for group, _ in groups])
        made.show()
        yield made
        made.wall.thumbnails.close()
        made.hide()


def click_on(wall: Wall, number: int, keys: Qt.KeyboardModifier = _NONE) -> None:
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, keys, wall.rect_of(number).center())


def menu_at(wall: Wall, number: int) -> dict[str, QMenu | None]:
    """What the menu offers for the image with this number: the titles, with the menus below them."""
    place = wall.rect_of(number).center()
    asking = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, wall.viewport().mapToGlobal(place), _NONE
    )
    QApplication.sendEvent(wall.viewport(), asking)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {one.text(): one.menu() for one in menu.actions()}
    menu.close()
    return offered  # type: ignore[return-value]


def test_clicks_with_shift_and_ctrl_select_images(panel: ImagesPanel) -> None:
    wall = panel.wall
    click_on(wall, 1)
    assert wall.selected == {1}
    assert not panel.selection_menu.isVisible()
    click_on(wall, 4, _SHIFT)
    assert wall.selected == {1, 2, 3, 4}
    click_on(wall, 3, _CONTROL)
    click_on(wall, 7, _CONTROL)
    assert wall.selected == {1, 2, 4, 7}
    assert panel.selection_words.text() == "4 images selected"
    names = [entry.name for entry in wall.selected_entries()]
    assert [name.partition("/")[0] for name in names] == ["cup", "cup", "cup", "phone"]
    offered = menu_at(wall, 2)
    assert next(iter(offered)) == "4 images selected"
    move = offered["Move to"]
    assert move is not None
    assert [one.text() for one in move.actions()] == ["cup", "phone", "spoon"]
    moved: list[tuple[list[str], str]] = []
    panel.move_wanted.connect(lambda which, to: moved.append((which, to)))
    move.actions()[0].trigger()
    assert moved == [(names[3:], "cup")]
    entry = wall.entry(0)
    assert entry is not None
    assert next(iter(menu_at(wall, 0))) == entry.name
    click_on(wall, 0)
    assert wall.selected == {0}


def test_keys_select_images_and_a_screen_reader_hears_how_many(panel: ImagesPanel) -> None:
    wall = panel.wall
    wall.setFocus()
    QTest.keyClick(wall, Qt.Key.Key_Home)
    assert wall.accessibleDescription().endswith("40 x 40 pixels")
    for _ in range(2):
        QTest.keyClick(wall, Qt.Key.Key_Right, _SHIFT)
    assert (set(wall.selected), wall.current) == ({0, 1, 2}, 2)
    assert wall.accessibleDescription().endswith("selected. 3 images selected")
    QTest.keyClick(wall, Qt.Key.Key_Left, _SHIFT)
    assert wall.selected == {0, 1}
    QTest.keyClick(wall, Qt.Key.Key_End, _CONTROL)
    assert (set(wall.selected), wall.current) == ({0, 1}, 11)
    assert "not selected. 2 images selected" in wall.accessibleDescription()
    QTest.keyClick(wall, Qt.Key.Key_Space, _CONTROL)
    assert wall.selected == {0, 1, 11}
    before = wall.grab().toImage()
    QTest.keyClick(wall, Qt.Key.Key_A, _CONTROL)
    assert wall.selected == set(range(12))
    assert wall.grab().toImage() != before
    removed: list[list[str]] = []
    panel.delete_wanted.connect(removed.append)
    QTest.keyClick(wall, Qt.Key.Key_Delete)
    assert [len(names) for names in removed] == [12]
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert len(wall.selected) == 1


def test_a_button_opens_the_menu_of_what_is_selected(panel: ImagesPanel) -> None:
    panel.wall.select_all()
    excluded: list[list[str]] = []
    panel.leave_out_wanted.connect(excluded.append)
    click(panel.selection_menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == "Exclude").trigger()
    menu.close()
    assert len(excluded[0]) == 12
