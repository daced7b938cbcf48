"""Photos taken with the camera of a board: a virtual one, with firmware, a model and a folder to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.preferences import Preferences
from app.steps.board import places
from app.steps.data.camera_choice import Source
from app.steps.data.page import DataPage
from app.steps.desk import LiveLink, desk_of
from app.window import Window
from core.boards.virtual.chips import blank_flash
from core.boards.virtual.serving import running_board
from core.diagnosis import terminal_event
from core.errors import BoardError
from core.events import BoardMet
from core.worker_commands import UseCamera
from tests.builders.images import noise
from tests.builders.virtual_boards import FLASH_BYTES, board_image, board_settings, flash_parts
from tests.ui.board_desk import Ports
from tests.ui.cameras import Camera, connect_camera
from tests.ui.hands import click, press
from tests.ui.test_board_live import jpeg, met, seen

_LIMIT = 30_000
_PORT = "/dev/ttyUSB7"


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    """The serial ports that there seem to be."""
    made = Ports()
    monkeypatch.setattr(places, "serial_ports", made)
    return made


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """What a board's camera looks at."""
    folder = tmp_path / "scene"
    folder.mkdir()
    for number in range(40):
        Image.fromarray(noise(number)).save(folder / f"{number:02}.png")
    return folder


def flash_file(folder: Path) -> str:
    """What is in the flash of a board that has a model."""
    memory = blank_flash(FLASH_BYTES)
    for offset, content in flash_parts(board_image()):
        memory.program(offset, content)
    path = folder / "flash.bin"
    path.write_bytes(memory.read(0, FLASH_BYTES))
    return str(path)


@pytest.fixture
def page(
    window: Window,
    ports: Ports,
    preferences: Preferences,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> DataPage:
    """The page on which photos are taken, on a computer with one camera."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    preferences.photos_folder = tmp_path / "Images" / "Squeeze Studio"
    connect_camera(monkeypatch)
    del ports
    click(window.workspace.start.photos_button)
    shown = window.workspace.page("data")
    assert isinstance(shown, DataPage)
    return shown


def choose_board(page: DataPage, ports: Ports, address: str, qtbot: QtBot) -> None:
    """Plug a board in, and choose it among the cameras."""
    choice = page.capture.camera
    ports.plug_in(address)
    choice.watcher.look()
    qtbot.waitUntil(lambda: choice.cameras.count() == 2)
    assert choice.cameras.currentText() == "Front"
    assert choice.cameras.itemText(1) == f"Board: Board on {address}"
    choice.cameras.setFocus()
    press(choice.cameras, Qt.Key.Key_Down)
    choice.cameras.activated.emit(choice.cameras.currentIndex())
    assert choice.view.words == "Connecting to the board…"
    assert not Camera.running


def name_classes(page: DataPage) -> None:
    for row, name in zip(page.capture.rows, ("cup", "phone"), strict=True):
        row.edit.setText(name)


def test_photos_are_taken_with_the_camera_of_a_board_one_by_one_and_while_the_button_is_held(
    page: DataPage, ports: Ports, scene: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, (cup, phone) = page.capture, page.capture.rows
    name_classes(page)
    with running_board(board_settings(flash_file=flash_file(tmp_path), camera=str(scene))) as running:
        choose_board(page, ports, running.address, qtbot)
        qtbot.waitUntil(lambda: not panel.view.image.isNull(), timeout=_LIMIT)
        QTest.mouseClick(cup.hold, Qt.MouseButton.LeftButton)
        QTest.mouseClick(cup.hold, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: cup.count == 2, timeout=_LIMIT)
        QTest.mousePress(phone.hold, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: phone.count >= 2, timeout=_LIMIT)
        QTest.mouseRelease(phone.hold, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint())
        page.stop_taking()
        qtbot.waitUntil(lambda: desk_of(page.session).is_free, timeout=_LIMIT)
    photos = [photo.read_bytes() for photo in panel.folder.path.rglob("photo-*.jpg")]
    assert len(set(photos)) == len(photos) == cup.count + phone.count


def test_a_board_without_a_camera_and_one_that_is_gone_say_what_to_do(
    page: DataPage, ports: Ports, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = page.capture
    name_classes(page)
    with running_board(board_settings(flash_file=flash_file(tmp_path))) as running:
        choose_board(page, ports, running.address, qtbot)
        qtbot.waitUntil(lambda: "has no camera" in panel.view.words, timeout=_LIMIT)
        assert "choose another camera below, or add files" in panel.view.words
        assert not panel.rows[0].hold.isEnabled()
        qtbot.waitUntil(lambda: desk_of(page.session).is_free, timeout=_LIMIT)
    click(panel.camera.again)
    qtbot.waitUntil(lambda: "There is no board" in panel.view.words, timeout=_LIMIT)
    assert panel.camera.again.isVisible()
    assert panel.rows[0].files.isEnabled()


def told(page: DataPage, monkeypatch: pytest.MonkeyPatch, event: object) -> str:
    """What is said when the link to a board reports this first, or ends with it."""
    monkeypatch.setattr(LiveLink, "open", lambda link, request: None)
    choice, link = page.capture.camera, desk_of(page.session).camera
    choice.chosen = Source("Board", _PORT)
    choice.start()
    if isinstance(event, BoardMet):
        link.reported.emit([event])
    else:
        link.ended.emit(event)
    assert not choice.is_on
    return choice.view.words


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (BoardError("port-permission", port=_PORT, command="Run sudo usermod"), "Run sudo usermod"),
        (BoardError("port-busy", port=_PORT), "Close serial monitors"),
        (BoardError("board-disconnected"), "Check the cable"),
        (BoardError("board-silent", waited="8.0 s"), "flash it on the page Board"),
        (BoardError("link-version", found="2", known="1"), "flash it on the page Board"),
    ],
)
def test_a_board_that_cannot_be_used_says_what_to_do(
    page: DataPage, monkeypatch: pytest.MonkeyPatch, error: BoardError, says: str
) -> None:
    assert says in told(page, monkeypatch, terminal_event(error))


def test_a_board_without_a_model_is_to_be_flashed_first(
    page: DataPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = told(page, monkeypatch, met(problem="There is no model on it.", camera=False, labels=()))
    assert "Flash a finished model on the page Board" in words


def test_a_board_that_is_live_is_asked_over_its_own_link(
    page: DataPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, asked = desk_of(page.session).link, list[object]()
    monkeypatch.setattr(LiveLink, "is_open", True)
    monkeypatch.setattr(LiveLink, "ask", lambda link, command: asked.append(command))
    link.met = met(port=_PORT)
    choice = page.capture.camera
    choice.start()
    assert choice.cameras.itemText(1) == f"Board: {_PORT}"
    choice.cameras.activated.emit(1)
    link.reported.emit([seen(0.1, 0.7, 0.2, source="camera", jpeg=jpeg("blue", 64, 48))])
    assert (choice.latest.width(), choice.latest.height()) == (48, 48)
    assert not choice.view.is_mirror
    choice.stop()
    assert asked == [UseCamera(on=True), UseCamera(on=False)]
    link.met = None
