"""Photos taken in the window: a camera, classes with names, a button to hold, and an ordinary folder."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QPoint, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app import camera as camera_module
from app.camera import ComputerCamera, jpeg_of, middle_square, why_no_camera
from app.preferences import Preferences
from app.program import Program
from app.session import Session
from app.steps.data.capture import ENOUGH, CapturePanel
from app.steps.data.page import DataPage
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.window import SMALLEST, Window
from core.datasets.photo_folder import MARK, PhotoFolder
from tests.builders.images import write_classes
from tests.limits import largest_file
from tests.ui.cameras import Camera, Device, Devices, connect_camera, frame
from tests.ui.dropping import drop, files
from tests.ui.hands import button_named, click, press
from tests.ui.looks import faults

_LOOK = 30_000
_ROOM = (Space.LARGE, Space.LARGE, -Space.LARGE, -Space.LARGE)


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> list[Device]:
    """A computer with one camera; the list is of those that are connected."""
    return connect_camera(monkeypatch)


@pytest.fixture
def reasons(qapp: object) -> tuple[ComputerCamera, list[str]]:
    """A camera and what it says when it has failed."""
    del qapp
    owner, told = QObject(), list[str]()
    camera = ComputerCamera(owner)
    camera.setParent(None)
    camera.failed.connect(told.append)
    return camera, told


@pytest.fixture(autouse=True)
def own_folders(preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is taken or looked at leaves nothing in the account's own folders."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    preferences.photos_folder = tmp_path / "Images" / "Squeeze Studio"


@pytest.fixture
def page(window: Window, cameras: list[Device]) -> DataPage:
    """The page on which photos are taken, opened from the start page."""
    del cameras
    click(window.workspace.start.photos_button)
    shown = window.workspace.page("data")
    assert isinstance(shown, DataPage)
    return shown


def name_classes(page: DataPage, *names: str) -> None:
    for row, name in zip(page.capture.rows, names, strict=True):
        row.edit.setFocus()
        QTest.keyClicks(row.edit, name)


def hold(panel: CapturePanel, number: int, count: int, qtbot: QtBot) -> None:
    """Hold a class's button until so many photos were taken."""
    button = panel.rows[number].hold
    before = panel.rows[number].count

    def has_taken() -> bool:
        frame(1000 * number + panel.rows[number].count)
        return panel.rows[number].count >= before + count

    frame(1000 * number + before)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(has_taken)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint())


def test_photos_are_taken_into_an_ordinary_folder_and_become_the_data_set(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = page.capture
    assert Camera.running
    assert page.primary.text() == "Use these photos"
    assert not page.primary.isEnabled()
    assert not panel.rows[0].hold.isEnabled()
    assert "Name the things" in panel.advice_label.text()
    name_classes(page, "cup", "phone")
    frame()
    assert panel.view.image.width() == 320
    for number in (0, 1):
        hold(panel, number, 5, qtbot)
    folder = panel.folder.path
    assert folder.parent == tmp_path / "Images" / "Squeeze Studio"
    taken = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("photo-*"))
    assert taken[:2] == ["cup/photo-0001.jpg", "cup/photo-0002.jpg"]
    with Image.open(folder / "phone" / "photo-0001.jpg") as image:
        assert image.size == (320, 320)
    assert f"{ENOUGH} photos per class" in panel.advice_label.text()
    click(page.primary)
    assert not Camera.running
    assert session.settings.data.source == str(folder)
    qtbot.waitUntil(lambda: page.scan.report is not None, timeout=_LOOK)
    assert [group.name for group in page.scan.report.classes] == ["cup", "phone"]


def test_photos_go_to_the_pictures_and_not_to_where_images_were_opened_last(
    preferences: Preferences, window: Window, cameras: list[Device], tmp_path: Path
) -> None:
    del cameras
    home = preferences.photos_folder
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    empty = Preferences(QSettings(str(tmp_path / "empty.ini"), QSettings.Format.IniFormat))
    assert empty.photos_folder == Path(pictures) / "Squeeze Studio"
    preferences.images_folder = tmp_path / "stick"
    click(window.workspace.start.photos_button)
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    panel = page.capture
    assert panel.folder.path.parent == home
    window.resize(SMALLEST)
    QApplication.processEvents()
    # Where there is little room, the name at the end of the path is still there.
    assert panel.folder_label.shown.startswith("Folder: ")
    assert panel.folder_label.shown.endswith(panel.folder.path.name[-5:])
    chosen = tmp_path / "mine" / "cups"
    chosen.mkdir(parents=True)
    click(panel.change_folder)
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(chosen))
    dialog.close()
    assert panel.folder.path == chosen
    assert preferences.photos_folder == chosen.parent


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_nothing_is_cut_off_in_a_small_window(
    program: Program, cameras: list[Device], language: str, qtbot: QtBot
) -> None:
    cameras.append(Device("Desk"))
    if language != "en":
        program.set_language(language)
    window = program.window
    qtbot.waitUntil(lambda: window.is_ready and window.workspace.start.photos_button.isVisible())
    window.resize(SMALLEST)
    click(window.workspace.start.photos_button)
    QApplication.processEvents()
    assert faults(window) == []
    # Without the camera its place has words, which are not those of a label.
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    unplugged(cameras)
    view = page.capture.view
    assert view.words
    QApplication.processEvents()
    shown = view.grab().toImage()
    inner = view.rect().adjusted(*_ROOM)
    needed = QFontMetrics(view.font()).boundingRect(inner, Qt.TextFlag.TextWordWrap, view.words)
    assert inner.contains(needed)
    # All of the widget is ground for them.
    assert shown.pixelColor(shown.width() // 2, 2) == the_theme().color("raised")


def test_nothing_is_written_before_the_first_photo_and_the_name_then_stays(
    page: DataPage, tmp_path: Path, qtbot: QtBot
) -> None:
    name_classes(page, "cup", "phone")
    assert not (tmp_path / "Images").exists()
    hold(page.capture, 0, 1, qtbot)
    assert page.capture.rows[0].edit.isReadOnly()
    assert not page.capture.rows[1].edit.isReadOnly()
    assert not page.capture.change_folder.isEnabled()


def test_the_space_bar_takes_photos_while_it_is_held(page: DataPage, qtbot: QtBot) -> None:
    name_classes(page, "cup", "phone")
    frame()
    button = page.capture.rows[0].hold
    button.setFocus()
    QTest.keyPress(button, Qt.Key.Key_Space)

    def has_two() -> bool:
        frame(page.capture.rows[0].count)
        return page.capture.rows[0].count >= 2

    qtbot.waitUntil(has_two)
    QTest.keyRelease(button, Qt.Key.Key_Space)
    count = page.capture.rows[0].count
    qtbot.wait(600)
    assert page.capture.rows[0].count == count


def test_a_frame_becomes_one_photo_however_long_the_button_is_held(page: DataPage, qtbot: QtBot) -> None:
    name_classes(page, "cup", "phone")
    row = page.capture.rows[0]
    frame(1)
    QTest.mousePress(row.hold, Qt.MouseButton.LeftButton)
    qtbot.wait(1000)
    assert row.count == 1
    frame(2)
    qtbot.waitUntil(lambda: row.count == 2)
    QTest.mouseRelease(row.hold, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint())


def test_two_classes_of_one_name_take_no_photos(page: DataPage) -> None:
    name_classes(page, "cup", "Cup")
    frame()
    assert not any(row.hold.isEnabled() for row in page.capture.rows)
    press(page.capture.rows[1].edit, Qt.Key.Key_2)
    assert all(row.hold.isEnabled() for row in page.capture.rows)


def test_files_and_folders_are_dropped_on_a_class(page: DataPage, tmp_path: Path, qtbot: QtBot) -> None:
    write_classes(tmp_path / "mine", {"cat": 3, "dog": 2})
    (tmp_path / "notes.txt").write_text("no image")
    name_classes(page, "cat", "dog")
    cat, dog = page.capture.rows
    drop(cat, files([tmp_path / "mine" / "cat"]))
    qtbot.waitUntil(lambda: cat.count == 3)
    drop(dog, files([*sorted((tmp_path / "mine" / "dog").iterdir()), tmp_path / "notes.txt"]))
    qtbot.waitUntil(lambda: dog.count == 2)
    qtbot.waitUntil(lambda: "notes.txt" in page.banner.happened)
    assert len(list((tmp_path / "mine" / "cat").iterdir())) == 3


def test_on_a_full_disk_a_photo_is_refused_and_taking_ends(page: DataPage, qtbot: QtBot) -> None:
    name_classes(page, "cup", "phone")
    row = page.capture.rows[0]
    frame(1)
    with largest_file(100):
        QTest.mousePress(row.hold, Qt.MouseButton.LeftButton)
        assert "disk is full" in page.banner.happened
        assert "Free some space" in page.banner.remedy
        told = page.banner.happened
        page.banner.hide()
        frame(2)
        qtbot.wait(600)
        assert not page.banner.isVisible(), told
    QTest.mouseRelease(row.hold, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint())
    assert row.count == 0
    assert [path.name for path in page.capture.folder.path.iterdir()] == [MARK]
    hold(page.capture, 0, 2, qtbot)
    assert len(page.capture.folder.photos("cup")) == 2


def test_files_that_a_full_disk_does_not_take_are_told_before_those_that_are_no_images(
    page: DataPage, tmp_path: Path, qtbot: QtBot
) -> None:
    write_classes(tmp_path / "mine", {"cat": 3})
    (tmp_path / "mine" / "cat" / "!notes.txt").write_text("no image")
    name_classes(page, "cat", "dog")
    with largest_file(100):
        drop(page.capture.rows[0], files([tmp_path / "mine" / "cat"]))
        qtbot.waitUntil(lambda: bool(page.banner.happened))
    assert "disk is full" in page.banner.happened
    assert page.capture.rows[0].count == 0
    assert len(list((tmp_path / "mine" / "cat").iterdir())) == 4


def test_more_photos_are_taken_of_a_data_set_that_was_taken_here(
    page: DataPage, session: Session, qtbot: QtBot
) -> None:
    name_classes(page, "cup", "phone")
    for number in (0, 1):
        hold(page.capture, number, 5, qtbot)
    click(page.primary)
    qtbot.waitUntil(lambda: page.scan.report is not None, timeout=_LOOK)
    page.take_photos(PhotoFolder(Path(session.settings.data.source)))
    assert [(row.name, row.count) for row in page.capture.rows] == [
        (name, len(page.capture.folder.photos(name))) for name in ("cup", "phone")
    ]
    hold(page.capture, 1, 2, qtbot)
    more = page.capture.rows[1].count
    click(page.primary)
    expected = page.capture.rows[0].count + more
    qtbot.waitUntil(
        lambda: page.scan.report is not None and page.scan.report.images == expected, timeout=_LOOK
    )


def test_photos_are_looked_at_once_and_again_where_more_come_meanwhile(
    page: DataPage, session: Session, qtbot: QtBot
) -> None:
    looks: list[object] = []
    session.task_started.connect(lambda: looks.append(session.request))
    name_classes(page, "cup", "phone")
    for number in (0, 1):
        hold(page.capture, number, 5, qtbot)
    click(page.primary)
    assert page.scan.state == "looking"
    page.take_photos(PhotoFolder(Path(session.settings.data.source)))
    hold(page.capture, 1, 1, qtbot)
    page.scan.again()
    page.stop_taking()
    expected = sum(row.count for row in page.capture.rows)
    qtbot.waitUntil(lambda: page.scan.state == "done" and not session.is_busy, timeout=_LOOK)
    assert page.scan.report is not None
    assert page.scan.report.images == expected
    assert len(looks) == 2


def test_only_an_empty_folder_or_one_made_here_is_taken(page: DataPage, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    page.capture._take_folder(tmp_path / "full")
    assert "not empty" in page.banner.happened
    assert sorted(path.name for path in (tmp_path / "full").iterdir()) == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    page.capture._take_folder(tmp_path / "empty")
    assert page.capture.folder.path == tmp_path / "empty"
    assert (tmp_path / "empty" / MARK).is_file()


def test_the_camera_is_given_back_when_the_page_is_left_and_taken_again(
    page: DataPage, window: Window
) -> None:
    window.workspace.show_page("start")
    assert not Camera.running
    click(window.workspace.start.photos_button)
    assert Camera.running
    assert page.isVisible()


def unplugged(cameras: list[Device]) -> None:
    cameras.clear()
    Devices.watchers[-1].videoInputsChanged.emit()


def in_use(cameras: list[Device]) -> None:
    del cameras
    Camera.latest.errorOccurred.emit(1, "Device is busy.")


@pytest.mark.parametrize(
    ("break_it", "says"), [(unplugged, "was unplugged"), (in_use, "Device is busy. Another program")]
)
def test_a_camera_that_goes_says_what_to_do_and_files_can_be_added(
    page: DataPage, cameras: list[Device], break_it: Callable[[list[Device]], None], says: str
) -> None:
    name_classes(page, "cup", "phone")
    frame()
    QTest.mousePress(page.capture.rows[0].hold, Qt.MouseButton.LeftButton)
    break_it(cameras)
    assert says in page.capture.view.words
    assert "add files" in page.capture.view.words
    assert not page.capture.rows[0].hold.isEnabled()
    assert page.capture.rows[0].files.isEnabled()
    cameras[:] = [Device("Front")]
    click(button_named(page, "Try the camera again"))
    assert Camera.running
    assert page.capture.rows[0].hold.isEnabled()


def test_another_camera_can_be_chosen(window: Window, cameras: list[Device]) -> None:
    cameras.append(Device("Desk"))
    click(window.workspace.start.photos_button)
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    assert page.capture.camera.cameras.isVisible()
    assert Camera.latest.name == "Front"
    page.capture.camera.cameras.setFocus()
    press(page.capture.camera.cameras, Qt.Key.Key_Down)
    page.capture.camera.cameras.activated.emit(page.capture.camera.cameras.currentIndex())
    assert Camera.latest.name == "Desk"
    assert page.capture.camera.cameras.currentText() == "Desk"


def test_without_qts_multimedia_part_the_camera_is_not_to_be_had(
    reasons: tuple[ComputerCamera, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera_module, "_MODULE", "PySide6.QtNoSuchPart")
    monkeypatch.setattr(camera_module, "_multimedia", lambda: None)
    assert "cannot be loaded" in why_no_camera()
    camera, told = reasons
    camera.start()
    assert not camera.is_on
    assert told == [why_no_camera()]
    assert camera.names() == ()


def test_without_a_camera_that_is_said(
    reasons: tuple[ComputerCamera, list[str]], cameras: list[Device]
) -> None:
    cameras.clear()
    camera, told = reasons
    camera.start()
    assert told == ["This computer has no camera. Connect one, and try again."]


def test_a_camera_that_the_system_refuses_says_where_to_allow_it(
    reasons: tuple[ComputerCamera, list[str]], cameras: list[Device]
) -> None:
    del cameras
    camera, told = reasons
    camera._answered(SimpleNamespace(status=lambda: Qt.PermissionStatus.Denied), "")
    assert "privacy settings" in told[0]
    assert not camera.is_on


def test_a_frame_is_given_for_each_that_is_wanted(
    reasons: tuple[ComputerCamera, list[str]], cameras: list[Device]
) -> None:
    del cameras
    camera, _ = reasons
    frames: list[QImage] = []
    camera.frame.connect(frames.append)
    camera.start()
    assert Camera.running
    for _ in range(3):
        frame()
    assert len(frames) == 1
    camera.want()
    frame()
    assert len(frames) == 2
    camera.stop()
    assert not Camera.running
    assert not camera.is_on


def test_a_frame_is_cut_to_its_middle_square() -> None:
    wide = QImage(640, 480, QImage.Format.Format_RGB32)
    wide.fill(Qt.GlobalColor.blue)
    image = Image.open(io.BytesIO(jpeg_of(middle_square(wide))))
    assert image.size == (320, 320)
    assert image.getpixel((160, 160))[2] > 240  # type: ignore[index]
