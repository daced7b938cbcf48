"""Wrong labels and bad photos: in the program's own folders moved and deleted, in others left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.data.page import DataPage
from app.steps.making.page import ResultPage
from app.steps.page import StagePage
from app.steps.results.mistake_dialog import MistakeDialog
from app.window import Window
from core.datasets.photo_changes import BIN
from core.datasets.photo_folder import MARK, PhotoFolder
from core.events import Succeeded
from core.runs.data import read_data_record
from core.runs.folder import RunFolder
from core.runs.record import with_images_at
from tests.builders.images import encoded, noise
from tests.limits import largest_file
from tests.ui.hands import button_named, click, click_at, press

_WORK_LIMIT = 120_000
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MARKED = b"Photos in this folder were taken with Squeeze Studio.\n"


@pytest.fixture
def photos(own_run: RunFolder, tmp_path: Path) -> Path:
    """A folder of photos that the program took, of which the finished run was made."""
    record = own_run.read_record()
    folder = tmp_path / "Photos"
    with zipfile.ZipFile(record.settings.data.source) as packed:
        packed.extractall(folder)
    (folder / MARK).write_bytes(_MARKED)
    assert PhotoFolder(folder).is_own
    own_run.write_record(with_images_at(record, str(folder)))
    return folder


@pytest.fixture
def page(window: Window, session: Session, own_run: RunFolder, photos: Path, qtbot: QtBot) -> ResultPage:
    """The page of the result of that run."""
    del photos
    session.open(own_run.path)
    window.workspace.show_page("result")
    shown = window.workspace.pages["result"]
    assert isinstance(shown, ResultPage)
    qtbot.waitUntil(lambda: bool(shown.mistakes.tiles))
    return shown


def enlarged(page: ResultPage, number: int = 0) -> MistakeDialog:
    """Click on a mistake."""
    wall = page.mistakes
    page.area.ensureWidgetVisible(wall)
    QApplication.processEvents()
    click_at(wall.viewport(), wall.rect_of(number).center().toPoint())
    dialog = page.window().findChild(MistakeDialog)
    assert isinstance(dialog, MistakeDialog)
    assert dialog.isVisible()
    return dialog


def choose(text: str) -> None:
    """Choose a line of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions: list[QAction] = [one for one in menu.actions() if one.text() == text]
    assert len(actions) == 1, [one.text() for one in menu.actions()]
    press(menu, Qt.Key.Key_Down)
    click_at(menu, menu.actionGeometry(actions[0]).center())


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in a class, with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.*"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def test_a_mistake_is_enlarged_relabelled_and_that_taken_back(
    page: ResultPage, photos: Path, session: Session, qtbot: QtBot
) -> None:
    before = files_in(photos)
    dialog = enlarged(page)
    mistake = dialog.mistake
    assert mistake.taken_for in dialog.predicted.text()
    assert mistake.is_class in dialog.true_class.text()
    qtbot.waitUntil(lambda: not dialog.picture._image.isNull())
    click(dialog.move_button)
    choose(mistake.taken_for)
    after = files_in(photos)
    (moved,) = after.keys() - before.keys()
    assert moved.startswith(f"{mistake.taken_for}/")
    assert after == {name: content for name, content in before.items() if name != mistake.image} | {
        moved: before[mistake.image]
    }
    assert f"Moved to '{mistake.taken_for}'" in dialog.state.text()
    qtbot.waitUntil(lambda: page.primary.text() == "Make it again")
    assert page.note.text() == "The images of this run changed. Repeats Train, Prune, Quantize, Huffman."
    click(dialog.undo_button)
    assert files_in(photos) == before
    assert dialog.state.text() == ""
    qtbot.waitUntil(lambda: page.primary.text() == "Next: Board")
    assert session.settings.data.leave_out == ()
    dialog.accept()


def test_in_a_folder_of_the_persons_own_a_mistake_is_only_left_out(
    page: ResultPage, photos: Path, session: Session
) -> None:
    (photos / MARK).unlink()
    before = files_in(photos)
    dialog = enlarged(page)
    assert not dialog.move_button.isVisible()
    click(dialog.exclude_button)
    assert session.settings.data.leave_out == (dialog.mistake.image,)
    assert "Excluded" in dialog.state.text()
    assert page.primary.text() == "Make it again"
    assert page.note.text().startswith("The images of this run changed. Repeats Train")
    click(dialog.on)
    assert dialog.mistake.image not in session.settings.data.leave_out
    click(dialog.exclude_button)
    assert len(session.settings.data.leave_out) == 2
    click(dialog.undo_button)
    click(dialog.back)
    click(dialog.undo_button)
    assert session.settings.data.leave_out == ()
    assert page.primary.text() == "Next: Board"
    assert files_in(photos) == before
    click(button_named(dialog, "Close"))


def test_photos_that_are_added_to_a_finished_run_make_it_say_that_its_images_changed(
    page: ResultPage, window: Window, session: Session, photos: Path, qtbot: QtBot
) -> None:
    assert page.primary.text() == "Next: Board"
    PhotoFolder(photos).add("cat", encoded(noise(5), "JPEG"))
    window.workspace.show_page("data")
    qtbot.waitUntil(lambda: session.has_other_images)
    shown = window.workspace.pages["data"]
    assert isinstance(shown, DataPage)
    wait_for_look(shown, qtbot)
    words = "The images of this run changed. Repeats Train, Prune, Quantize, Huffman."
    assert shown.summary.text().endswith(words)
    assert shown.primary.text() == "Make it again"
    window.workspace.show_page("huffman")
    stage = window.workspace.pages["huffman"]
    assert isinstance(stage, StagePage)
    assert stage.note.text() == "Also repeats Train, Prune, Quantize: the images of this run changed."


@pytest.fixture
def playing(request: pytest.FixtureRequest, finished_run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stages are played; before the window is there."""
    from tests.ui.conftest import play_stages

    del request
    play_stages(monkeypatch, finished_run)


@pytest.mark.usefixtures("playing")
def test_the_run_still_says_so_when_it_is_opened_again_and_is_made_of_the_new_images(
    window: Window, session: Session, own_run: RunFolder, photos: Path, qtbot: QtBot
) -> None:
    name = read_data_record(own_run.data).splits["train"][0]
    old, other = name.partition("/")[0], next(n for n in ("cat", "dog") if not name.startswith(n))
    (photos / name).rename(photos / other / "relabelled.jpg")
    session.open(own_run.path)
    window.workspace.show_page("result")
    page = window.workspace.pages["result"]
    assert isinstance(page, ResultPage)
    qtbot.waitUntil(lambda: page.primary.text() == "Make it again")
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(page.primary)
    assert isinstance(ended.args[0], Succeeded), ended.args[0]
    names = {n for split in read_data_record(own_run.data).splits.values() for n in split}
    assert f"{other}/relabelled.jpg" in names
    assert name not in names, old
    qtbot.waitUntil(lambda: page.primary.text() == "Next: Board")


@pytest.fixture
def photos_page(window: Window, session: Session, photos: Path, qtbot: QtBot) -> DataPage:
    """The page of photos with those."""
    session.begin(str(photos), "Photos")
    window.workspace.show_page("data")
    shown = window.workspace.pages["data"]
    assert isinstance(shown, DataPage)
    wait_for_look(shown, qtbot)
    return shown


def wait_for_look(page: DataPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: page.scan.state == "done" and not page.session.is_busy and page.images.wall.count > 0,
        timeout=_WORK_LIMIT,
    )


def test_a_photo_is_deleted_in_the_wall_and_comes_back_after_a_restart(
    photos_page: DataPage, window: Window, session: Session, photos: Path, qtbot: QtBot
) -> None:
    before, wall = files_in(photos), photos_page.images.wall
    count = wall.count
    wall.choose(2)
    entry = wall.entry(2)
    assert entry is not None
    press(wall, Qt.Key.Key_Delete)
    assert files_in(photos).keys() == before.keys() - {entry.name}
    assert photos_page.images.change_words.text() == f"Deleted: {entry.name}"
    qtbot.waitUntil(lambda: wall.count == count - 1, timeout=_WORK_LIMIT)
    assert wall.current == 2
    assert session.settings.data.leave_out == ()
    # As another session would have it.
    wait_for_look(photos_page, qtbot)
    session.close()
    session.begin(str(photos), "Photos")
    photos_page.refresh()
    wait_for_look(photos_page, qtbot)
    assert photos_page.images.change_words.text() == f"Deleted: {entry.name}"
    click(photos_page.images.undo_button)
    assert files_in(photos) == before
    qtbot.waitUntil(lambda: wall.count == count, timeout=_WORK_LIMIT)
    assert not photos_page.images.undo_button.isVisible()
    wait_for_look(photos_page, qtbot)
    assert window.workspace.shown_page == "data"


def test_on_a_full_disk_no_photo_is_deleted_and_that_is_said(
    photos_page: DataPage, photos: Path, qtbot: QtBot
) -> None:
    before, wall = files_in(photos), photos_page.images.wall
    count = wall.count
    wall.choose(2)
    with largest_file(10):
        press(wall, Qt.Key.Key_Delete)
    assert "disk is full" in photos_page.banner.happened
    assert files_in(photos) == before
    assert not (photos / BIN).exists()
    assert wall.count == count
    press(wall, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: wall.count == count - 1, timeout=_WORK_LIMIT)
    wait_for_look(photos_page, qtbot)


def test_a_photo_is_moved_in_the_wall_by_its_menu(photos_page: DataPage, photos: Path, qtbot: QtBot) -> None:
    before, wall = files_in(photos), photos_page.images.wall
    wall.choose(0)
    entry = wall.entry(0)
    assert entry is not None
    press(wall, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [one.text() for one in menu.actions()]
    assert {"Move to", "Delete", "Exclude"} <= set(names)
    move = next(one for one in menu.actions() if one.text() == "Move to").menu()
    assert isinstance(move, QMenu)
    to = move.actions()[0]
    target = to.text()
    to.trigger()
    menu.close()
    assert entry.name not in files_in(photos)
    assert sum(name.startswith(f"{target}/") for name in files_in(photos)) == (
        sum(name.startswith(f"{target}/") for name in before) + 1
    )
    assert photos_page.images.change_words.text() == f"Moved to '{target}': {entry.name}"
    wait_for_look(photos_page, qtbot)
    click(photos_page.images.undo_button)
    assert files_in(photos) == before
    wait_for_look(photos_page, qtbot)


def test_in_a_folder_of_the_persons_own_the_wall_leaves_out(
    photos_page: DataPage, session: Session, photos: Path, qtbot: QtBot
) -> None:
    (photos / MARK).unlink()
    before, wall = files_in(photos), photos_page.images.wall
    photos_page.refresh()
    wait_for_look(photos_page, qtbot)
    wall.choose(1)
    entry = wall.entry(1)
    assert entry is not None
    press(wall, Qt.Key.Key_Delete)
    assert session.settings.data.leave_out == (entry.name,)
    assert files_in(photos) == before
    assert photos_page.images.change_words.text() == f"Excluded: {entry.name}"
    wait_for_look(photos_page, qtbot)
    assert wall.current == 1
    click(photos_page.images.undo_button)
    assert not session.settings.data.leave_out
    assert not photos_page.images.undo_button.isVisible()
    wait_for_look(photos_page, qtbot)


def test_several_photos_are_deleted_moved_and_excluded_together_and_come_back_together(
    photos_page: DataPage, session: Session, photos: Path, qtbot: QtBot
) -> None:
    page, before, images = photos_page, files_in(photos), photos_page.images
    wall, names = images.wall, sorted(files_in(photos))[:3]
    wall.select_all()
    entries = {entry.name: number for number, entry in enumerate(wall.selected_entries())}
    first, last = entries[names[0]], entries[names[2]]
    wall.choose(first)
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, _SHIFT, wall.rect_of(last).center())
    press(wall, Qt.Key.Key_Delete)
    assert files_in(photos).keys() == before.keys() - set(names)
    assert images.change_words.text() == "Deleted: 3 photos"
    press(wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert files_in(photos) == before
    press(wall, Qt.Key.Key_Delete)
    click(images.undo_button)
    assert files_in(photos) == before
    other = next(one for one in page.edits.classes if one != names[0].partition("/")[0])
    images.move_wanted.emit(names, other)
    assert images.change_words.text() == f"Moved to '{other}': 3 photos"
    assert set(names).isdisjoint(files_in(photos))
    click(images.undo_button)
    assert files_in(photos) == before
    images.leave_out_wanted.emit(names)
    assert images.change_words.text() == "Excluded: 3 photos"
    assert set(session.settings.data.leave_out) == set(names)
    click(images.undo_button)
    assert not session.settings.data.leave_out
    images.leave_out_wanted.emit(names)
    images.use_again_wanted.emit(names[:2])
    assert session.settings.data.leave_out == (names[2],)
    assert not images.undo_button.isVisible()
    wait_for_look(page, qtbot)
