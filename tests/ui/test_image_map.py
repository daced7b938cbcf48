"""The map of the images in the window: seen, pointed at, and wrong labels moved or excluded from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.data.map_dialog import LabelDialog, MapDialog
from app.steps.data.page import DataPage
from app.window import Window
from core.datasets.photo_folder import MARK, PhotoFolder
from tests.builders.images import write_colors
from tests.processes import is_running
from tests.ui.hands import click, click_at
from tests.ui.looks import faults

_PATIENCE = 180_000
_MARKED = b"Photos in this folder were taken with Squeeze Studio.\n"


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three classes of colors, of which one image of 'a' is in 'b'."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_colors(tmp_path / "Photos", 16)
    return tmp_path / "Photos"


def opened(window: Window, session: Session, photos: Path, qtbot: QtBot) -> MapDialog:
    """The dialog, with the finished map."""
    session.preferences.runs_folder = photos.parent / "runs"
    session.begin(str(photos), "photos")
    window.workspace.show_page("data")
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    qtbot.waitUntil(page.map_button.isVisible, timeout=_PATIENCE)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_PATIENCE)
    click(page.map_button)
    dialog = window.findChild(MapDialog)
    assert dialog is not None
    assert dialog.start_button.text() == "Stop"
    qtbot.waitUntil(lambda: not dialog.task.is_busy, timeout=_PATIENCE)
    assert dialog.banner.severity is None
    return dialog


def shown(dialog: MapDialog) -> LabelDialog:
    found = [one for one in dialog.findChildren(LabelDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_wrong_label_is_seen_and_excluded_in_a_folder_of_the_persons_own(
    window: Window, session: Session, photos: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, session, photos, qtbot)
    plot, wall = dialog.plot, dialog.wall
    assert len(plot.points) == 48
    assert wall.tiles[0].image == "b/0-1.png"
    assert "likely wrong" in dialog.heading.text()
    qtbot.waitUntil(lambda: faults(dialog) == [])
    wrong = plot.points[0]
    place = plot.plot.mapFromScene(plot.plot.getViewBox().mapViewToScene(QPointF(wrong.x, wrong.y)))
    QTest.mouseMove(plot.plot.viewport(), place)
    plot.choose(plot.place_near(QPointF(plot.plot.mapToScene(place))))
    assert wrong.image in dialog.seen_words.text()
    assert wrong.image in plot.accessibleDescription()
    qtbot.waitUntil(lambda: wrong.image in dialog._seen)
    QTest.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(LabelDialog)))
    one = shown(dialog)
    assert (one.predicted.text().split(" (")[0], one.true_class.text().split(" (")[0]) == (
        "Likeliest class: a",
        "Label: b",
    )
    assert not one.move_button.isVisible()
    click(one.exclude_button)
    assert one.state.text() == "Excluded. The file stays where it is."
    one.accept()
    assert session.settings.data.leave_out == (wrong.image,)
    assert wrong.image in plot.gone
    qtbot.waitUntil(lambda: len(dialog.plot.points) == 47, timeout=_PATIENCE)
    assert (photos / wrong.image).is_file()
    assert wrong.image not in {point.image for point in plot.points}
    qtbot.waitUntil(lambda: not dialog.task.is_busy and not session.is_busy, timeout=_PATIENCE)


def test_a_wrong_label_is_moved_where_the_program_made_the_folder(
    window: Window, session: Session, photos: Path, qtbot: QtBot
) -> None:
    (photos / MARK).write_bytes(_MARKED)
    assert PhotoFolder(photos).is_own
    dialog = opened(window, session, photos, qtbot)
    wrong = dialog.plot.points[0].image
    # By keys alone: the likeliest wrong one is the first, in the list as on the map.
    dialog.plot.setFocus()
    QTest.keyClick(dialog.plot, Qt.Key.Key_Right)
    assert dialog.plot.current == 0
    QTest.keyClick(dialog.plot, Qt.Key.Key_Return)
    shown(dialog).reject()
    dialog.wall.setFocus()
    QTest.keyClick(dialog.wall, Qt.Key.Key_Home)
    QTest.keyClick(dialog.wall, Qt.Key.Key_Return)
    one = shown(dialog)
    assert one.name.text() == wrong
    click(one.move_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [action] = [each for each in menu.actions() if each.text() == "a"]
    click_at(menu, menu.actionGeometry(action).center())
    assert one.state.text() == "Moved to 'a'."
    assert not (photos / wrong).exists()
    one.accept()
    moved = f"a/{Path(wrong).name}"
    qtbot.waitUntil(lambda: moved in {point.image for point in dialog.plot.points}, timeout=_PATIENCE)
    assert not next(point for point in dialog.plot.points if point.image == moved).is_suspect
    qtbot.waitUntil(lambda: not dialog.task.is_busy and not session.is_busy, timeout=_PATIENCE)
    # What is listed only because the list begins with the least certain is not marked as wrong.
    assert dialog.map is not None
    assert dialog.map.suspects == ()
    assert dialog.heading.text().startswith("No label is likely wrong.")
    assert not any("✗" in name for tile in dialog.wall.tiles for name in tile.names)


def test_stopping_says_so_and_closing_stops(
    window: Window, session: Session, photos: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, session, photos, qtbot)
    click(dialog.start_button)
    assert dialog.task.is_busy
    click(dialog.start_button)
    qtbot.waitUntil(lambda: not dialog.task.is_busy, timeout=_PATIENCE)
    assert dialog.status.text() == "Stopped. The map is not finished."
    # What was shown before stays.
    assert len(dialog.plot.points) == 48
    click(dialog.start_button)
    pid = dialog.task.pid
    assert pid is not None
    dialog.reject()
    qtbot.waitUntil(lambda: not is_running(pid), timeout=_PATIENCE)
