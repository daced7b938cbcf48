"""The virtual board as one on a desk: cable, reset, speeds, and what can go wrong with them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from core.boards.board_block import Chip
from core.boards.virtual.board import Port, Program, VirtualBoard
from core.boards.virtual.cable import Faults, wire_seconds
from core.boards.virtual.chips import CHIPS, ROM_BAUD, Flash, blank_flash
from core.boards.virtual.loader import SYNC_DATA, Command, SlipReader, slip_encode
from tests.builders.virtual_boards import MEGABYTE
from tests.unit.boards.virtual.loader_client import request

SYNC = slip_encode(request(Command.SYNC, SYNC_DATA))


class Computer:
    """An endpoint that keeps what it is given."""

    def __init__(self, board: VirtualBoard, has_reset_lines: bool = True) -> None:
        self.board = board
        self.has_reset_lines = has_reset_lines
        self.heard = b""
        self.was_hung_up = False

    def deliver(self, data: bytes) -> None:
        self.heard += data

    def hang_up(self) -> None:
        self.was_hung_up = True

    def send(self, data: bytes) -> bytes:
        """What the board says to `data`."""
        before = len(self.heard)
        self.board.host_sends(self, data)
        self.board.wait_until_idle()
        return self.heard[before:]

    def reset(self, into_loader: bool) -> bytes:
        """What the board says after a reset."""
        before = len(self.heard)
        for dtr, rts in ((False, True), (into_loader, False), (False, False)):
            self.board.host_sets_lines(self, dtr, rts)
        self.board.wait_until_idle()
        return self.heard[before:]


class Echo:
    """A program that says what it hears, in capitals."""

    def __init__(self, port: Port) -> None:
        self._port = port
        port.transmit(b"hello")

    def receive(self, data: bytes) -> None:
        self._port.transmit(data.upper())

    def idle(self) -> None:
        """Nothing is ever due."""


def boot(_flash: Flash, port: Port) -> Program:
    return Echo(port)


@pytest.fixture
def board() -> Iterator[VirtualBoard]:
    with VirtualBoard(CHIPS[Chip.ESP32], blank_flash(2 * MEGABYTE), boot) as one:
        yield one


@pytest.fixture
def computer(board: VirtualBoard) -> Computer:
    return plugged_in(board)


def plugged_in(board: VirtualBoard, has_reset_lines: bool = True) -> Computer:
    one = Computer(board, has_reset_lines)
    board.plug_in(one, ROM_BAUD)
    board.wait_until_idle()
    return one


def test_it_runs_its_program_from_the_start(computer: Computer) -> None:
    assert computer.send(b"abc") == b"ABC"


def test_opening_the_port_does_not_reset_it(board: VirtualBoard, computer: Computer) -> None:
    assert computer.heard == b""
    board.unplug(computer)
    assert plugged_in(board).heard == b""


def test_dtr_and_rts_choose_between_loader_and_program(computer: Computer) -> None:
    assert b"boot:0x3 (DOWNLOAD_BOOT" in computer.reset(into_loader=True)
    assert len(SlipReader().feed(computer.send(SYNC))) == 8
    said = computer.reset(into_loader=False)
    assert b"boot:0x13 (SPI_FAST_FLASH_BOOT)" in said
    assert said.endswith(b"hello")


def test_a_board_without_reset_lines_enters_its_loader_when_it_is_asked(board: VirtualBoard) -> None:
    terminal = plugged_in(board, has_reset_lines=False)
    assert terminal.send(b"abc") == b"ABC"
    assert b"waiting for download" in terminal.send(SYNC)
    board.unplug(terminal)
    assert plugged_in(board, has_reset_lines=False).heard.endswith(b"hello")


def test_the_rom_takes_the_speed_of_what_it_hears_first(board: VirtualBoard, computer: Computer) -> None:
    computer.reset(into_loader=True)
    board.host_sets_baud(computer, 230400)
    assert len(SlipReader().feed(computer.send(SYNC))) == 8
    board.host_sets_baud(computer, 115200)
    assert SlipReader().feed(computer.send(SYNC)) == []


def test_only_the_last_one_who_opened_the_port_is_heard(board: VirtualBoard, computer: Computer) -> None:
    newer = plugged_in(board)
    assert computer.send(b"abc") == b""
    assert newer.send(b"abc") == b"ABC"


def test_a_cable_that_is_pulled_cuts_at_the_byte_and_takes_the_power(
    board: VirtualBoard, computer: Computer
) -> None:
    board.set_faults(Faults(cut_at=5))
    assert computer.send(b"abc") == b"ABC"
    assert computer.send(b"defg") == b"DE"
    assert computer.was_hung_up
    assert computer.send(b"hij") == b""
    again = plugged_in(board)
    assert again.heard.endswith(b"hello")
    assert again.send(b"a" * 100) == b"A" * 100


def test_a_silent_board_says_nothing(board: VirtualBoard, computer: Computer) -> None:
    board.set_faults(Faults(silent=True))
    assert computer.reset(into_loader=True) == b""
    assert computer.send(SYNC) == b""


def test_a_stuck_boot_pin_starts_the_program(board: VirtualBoard, computer: Computer) -> None:
    board.set_faults(Faults(boot_pin_stuck=True))
    assert b"boot:0x13" in computer.reset(into_loader=True)


def test_a_slow_line_takes_its_time(board: VirtualBoard, computer: Computer) -> None:
    board.set_faults(Faults(slow=True))
    started = time.monotonic()
    computer.send(b"a" * 1500)
    assert time.monotonic() - started >= wire_seconds(3000, ROM_BAUD)
