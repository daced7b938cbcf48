"""A board that is not in the list, described on the page of the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.board import places
from app.window import Window
from core.boards.profiles import forget_own_boards
from tests.ui.board_desk import Desk, Ports, desk_with_run
from tests.ui.hands import click


@pytest.fixture
def desk_with_board(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """With something on a port that may be a board."""
    ports = Ports()
    monkeypatch.setattr(places, "serial_ports", ports)
    desk = desk_with_run(window, qtbot, tmp_path / "run", ports)
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
