"""A board that is not in the list, described on the page of the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.program import Program
from app.session import Session
from app.steps.board import places
from app.steps.board.own_board import OwnBoardDialog
from core.boards.own_boards import remove_board
from core.boards.profiles import board_profiles, forget_own_boards, own_boards_file, shipped_profiles
from tests.ui.board_desk import Desk, Ports, desk_with_run
from tests.ui.hands import click
from tests.ui.looks import SIZES, lasting_faults


@pytest.fixture
def desk_with_board(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Desk:
    """With something on a port that may be a board; in the language that a test is given."""
    program.set_language(getattr(request, "param", "en"))
    ports = Ports()
    monkeypatch.setattr(places, "serial_ports", ports)
    desk = desk_with_run(program.window, qtbot, tmp_path / "run", ports)
    ports.plug_in("/dev/ttyUSB7")
    desk.look_at_ports()
    return desk


@pytest.fixture
def own_boards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The person's own boards are kept in a folder of the test's own, also by workers."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    forget_own_boards()
    yield
    forget_own_boards()


@pytest.mark.usefixtures("own_boards")
def test_a_board_that_is_not_in_the_list_is_described_and_becomes_the_target(
    desk_with_board: Desk, session: Session
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    dialog = choose.ask_for_own_board()
    dialog.name.setText("Garden camera")
    dialog.chip.setCurrentIndex(dialog.chip.findData("esp32s3"))
    dialog.psram.setCurrentIndex(dialog.psram.findData("octal"))
    assert dialog.pins.isHidden()
    dialog.camera.setCurrentIndex(dialog.camera.findData("pins"))
    dialog.pins.setText("clock=15 sda=4 scl=5 d7=16 d6=17 d5=18 d4=12 d3=10 d2=8 d1=9 d0=11 href=7 vsync=33")
    click(dialog.save)
    assert "no pins for pixel_clock" in dialog.problem.text()
    dialog.pins.setText(f"{dialog.pins.text()} pixel_clock=13")
    click(dialog.save)
    assert "GPIO 33 cannot be the camera vsync of Garden camera" in dialog.problem.text()
    dialog.camera.setCurrentIndex(dialog.camera.findData("esp32s3-eye"))
    click(dialog.save)
    assert session.board == choose.board == "garden-camera"
    header = desk.window.workspace.header
    desk.until(lambda: header.boards.currentText() == "Garden camera")
    desk.until(lambda: "Garden camera: ESP32S3" in desk.texts())


@pytest.mark.usefixtures("own_boards")
def test_the_description_of_a_board_offers_only_what_its_chip_can_have(desk_with_board: Desk) -> None:
    dialog = desk_with_board.page.choose.ask_for_own_board()
    dialog.chip.setCurrentIndex(dialog.chip.findData("esp32c3"))
    assert [dialog.psram.itemData(index) for index in range(dialog.psram.count())] == ["none"]
    assert dialog.camera.count() == 2
    dialog.chip.setCurrentIndex(dialog.chip.findData("esp32"))
    assert dialog.usb.count() == 1
    assert dialog.camera.findData("m5stack-timer-camera") >= 0
    dialog.reject()


def describe(desk: Desk, name: str) -> None:
    dialog = desk.page.choose.ask_for_own_board()
    dialog.name.setText(name)
    dialog.chip.setCurrentIndex(dialog.chip.findData("esp32s3"))
    dialog.psram.setCurrentIndex(dialog.psram.findData("octal"))
    dialog.camera.setCurrentIndex(dialog.camera.findData("esp32s3-eye"))
    click(dialog.save)
    desk.until(lambda: f"{name}: ESP32S3" in desk.texts())


@pytest.mark.usefixtures("own_boards")
def test_a_board_of_ones_own_can_be_changed_and_others_cannot(
    desk_with_board: Desk, session: Session
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    session.choose_board("esp32-cam")
    desk.until(lambda: choose.board == "esp32-cam")
    assert not choose.change_board.isVisible()
    assert not choose.remove_board.isVisible()
    describe(desk, "Garden camera")
    click(choose.change_board)
    (dialog,) = choose.findChildren(OwnBoardDialog)
    assert (dialog.name.text(), dialog.flash.currentData(), dialog.psram.currentData()) == (
        "Garden camera",
        4,
        "octal",
    )
    assert (dialog.chip.currentData(), dialog.camera.currentData()) == ("esp32s3", "esp32s3-eye")
    assert "Save changes" in dialog.save.text()
    dialog.name.setText("Bird house")
    dialog.flash.setCurrentIndex(dialog.flash.findData(16))
    click(dialog.save)
    # The run is still for the same board.
    assert session.board == choose.board == "garden-camera"
    header = desk.window.workspace.header
    desk.until(lambda: header.boards.currentText() == "Bird house")
    desk.until(lambda: "Bird house: ESP32S3 with 16 MB of flash" in desk.texts())


@pytest.mark.usefixtures("own_boards")
def test_a_removed_board_is_gone_everywhere_and_can_be_brought_back(
    desk_with_board: Desk, session: Session
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    describe(desk, "Garden camera")
    before = own_boards_file().read_bytes()
    header = desk.window.workspace.header
    desk.until(lambda: bool(header.time.text()))
    click(choose.remove_board)
    assert board_profiles() == shipped_profiles()
    assert choose.boards.findData("garden-camera") == -1
    assert choose.board == ""
    assert not choose.remove_board.isVisible()
    desk.until(lambda: header.boards.currentIndex() == -1)
    desk.until(lambda: not header.time.text())
    assert session.preferences.board == "virtual-esp32"
    said = "This run was made for the board garden-camera, which is not in the list any more."
    assert said in desk.texts()
    assert not desk.page.primary.isEnabled()
    (undo,) = (one for one in desk.page.banner.findChildren(QPushButton) if one.text() == "Undo")
    click(undo)
    assert own_boards_file().read_bytes() == before
    assert session.board == choose.board == "garden-camera"
    desk.until(lambda: "Garden camera: ESP32S3" in desk.texts())
    assert header.boards.currentText() == "Garden camera"


@pytest.mark.usefixtures("own_boards")
def test_a_board_that_cannot_be_removed_stays_and_why_is_said(
    desk_with_board: Desk, session: Session
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    describe(desk, "Garden camera")
    text = own_boards_file().read_text()
    own_boards_file().write_text(text + "\n[[boards")
    click(choose.remove_board)
    assert "cannot be understood" in desk.page.banner.happened
    assert session.board == choose.board == "garden-camera"
    assert own_boards_file().read_text() == text + "\n[[boards"


@pytest.mark.usefixtures("own_boards")
def test_a_run_whose_board_was_removed_elsewhere_opens_with_no_board_chosen(
    desk_with_board: Desk, session: Session
) -> None:
    desk = desk_with_board
    describe(desk, "Garden camera")
    remove_board("garden-camera")
    session.open(desk.run)
    session.boards_changed.emit()
    header = desk.window.workspace.header
    desk.until(lambda: header.boards.currentIndex() == -1)
    assert session.board == "garden-camera"
    assert session.known_board == ""
    session.choose_board("esp32s3-eye")
    desk.until(lambda: header.boards.currentData() == "esp32s3-eye")
    desk.until(lambda: "ESP32S3 with" in desk.texts())


@pytest.mark.parametrize("desk_with_board", ["en", "de", "ko"], indirect=True)
@pytest.mark.usefixtures("own_boards")
def test_what_can_be_done_with_a_board_of_ones_own_is_not_cut_in_a_small_window(
    desk_with_board: Desk, session: Session
) -> None:
    desk = desk_with_board
    describe(desk, "Garden camera")
    desk.window.resize(SIZES[0])
    assert desk.page.choose.change_board.isVisible()
    assert lasting_faults(desk.window) == []
    click(desk.page.choose.remove_board)
    assert desk.page.banner.isVisible()
    assert lasting_faults(desk.window) == []
    assert session.known_board == ""
