"""Everything that goes wrong with a board ends in an error of its own, or is got over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from struct import pack
from typing import cast

import msgspec
import pytest

from core.boards.board_block import Chip
from core.boards.flasher.process import do_in_child, identify
from core.boards.link.codes import DeviceCode
from core.boards.virtual.cable import NO_FAULTS, Faults
from core.boards.virtual.chips import CHIPS, VirtualChip
from core.boards.virtual.serving import RunningBoard, running_board
from core.errors import TABLE, SqueezeError
from core.events import ButtonNeeded, Event, Log, Status
from core.task import Task
from tests.builders.virtual_boards import ESP32_S3, board_settings
from tests.device.flashing_boards import flashed, hello_of, link_to, plan
from tests.recording import RecordingTask


@pytest.fixture(scope="module")
def board() -> Iterator[RunningBoard]:
    """A board with reset lines and a cable that can be pulled."""
    with running_board(board_settings()) as running:
        yield running


@pytest.mark.parametrize(
    ("faults", "code"),
    [
        (Faults(silent=True), "board-no-data"),
        (Faults(boot_pin_stuck=True), "board-wrong-boot-mode"),
        (Faults(noisy_above=0), "board-noise"),
        (Faults(corrupt_writes=1000), "flash-mismatch"),
        (Faults(cut_at=30), "port-vanished"),
        (Faults(cut_at=400), "port-vanished"),
        (Faults(cut_at=8000), "port-vanished"),
    ],
    ids=["silent", "boot pin", "noise", "corrupt writes", "cut at 30", "cut at 400", "cut at 8000"],
)
def test_what_cannot_be_got_over_is_named_and_the_board_can_be_flashed_afterwards(
    board: RunningBoard, faults: Faults, code: str
) -> None:
    board.board.set_faults(faults)
    with pytest.raises(SqueezeError) as caught:
        do_in_child(plan(board, everything=True), Task())
    assert caught.value.code == code
    assert caught.value.detail
    assert caught.value.values
    # With its values, and its row of the table, it can be told in another language.
    assert caught.value.code in TABLE
    assert caught.value.row.happened.format(**caught.value.values) == caught.value.happened
    board.board.set_faults(NO_FAULTS)
    assert flashed(board).written
    assert hello_of(board).status == DeviceCode.READY


def test_what_each_attempt_came_to_stands_in_the_detail(board: RunningBoard) -> None:
    board.board.set_faults(Faults(corrupt_writes=1000))
    task = RecordingTask()
    with pytest.raises(SqueezeError) as caught:
        do_in_child(plan(board, everything=True), task)
    board.board.set_faults(NO_FAULTS)
    attempts = ("460800 baud, with the stub", "115200 baud, with the stub")
    assert all(attempt in caught.value.detail for attempt in attempts)
    assert caught.value.detail.count("MD5 of file does not match") == 3
    told = [event.text for event in task.of(Log) if event.level == "info"]
    assert all(text.startswith(attempt) for text, attempt in zip(told, attempts, strict=True))


def test_a_chip_with_a_number_that_nobody_knows_is_another_chip(monkeypatch: pytest.MonkeyPatch) -> None:
    known = CHIPS[Chip.ESP32S3]
    registers = {**known.registers, 0x40001000: 77}
    other = replace(known, registers=registers, security_info=pack("<I8xII", 0, 77, 0))
    monkeypatch.setitem(cast(dict[Chip, VirtualChip], CHIPS), Chip.ESP32S3, other)
    with running_board(board_settings(ESP32_S3)) as running, pytest.raises(SqueezeError) as caught:
        identify(running.address, Task())
    assert caught.value.code == "board-wrong-chip"
    assert "77" in caught.value.detail


def test_a_button_that_is_pressed_in_time_is_enough(board: RunningBoard) -> None:
    """Its BOOT button brings a board to its loader that does not go there by itself."""
    board.board.set_faults(Faults(boot_pin_stuck=True))

    def press(event: Event) -> bool:
        if isinstance(event, ButtonNeeded):
            board.board.set_faults(NO_FAULTS)
        return False

    task = RecordingTask(press)
    job = msgspec.structs.replace(plan(board, everything=True), button_seconds=20.0)
    assert do_in_child(job, task).written
    (needed,) = task.of(ButtonNeeded)
    assert needed.seconds == 20
    assert hello_of(board).status == DeviceCode.READY


def test_a_button_that_nobody_presses_is_waited_for_no_longer_than_said(board: RunningBoard) -> None:
    board.board.set_faults(Faults(silent=True))
    task = RecordingTask()
    job = msgspec.structs.replace(plan(board, everything=True), button_seconds=1.0)
    with pytest.raises(SqueezeError) as caught:
        do_in_child(job, task)
    assert caught.value.code == "board-no-data"
    assert len(task.of(ButtonNeeded)) == 1
    board.board.set_faults(NO_FAULTS)


def test_a_board_on_the_net_is_used_by_one_program_at_a_time(board: RunningBoard) -> None:
    assert flashed(board).written
    with link_to(board) as link:
        with pytest.raises(SqueezeError) as caught:
            link_to(board)
        assert caught.value.code == "port-busy"
        # Nothing of that reached the first.
        assert link.connect().status == DeviceCode.READY
    assert hello_of(board).status == DeviceCode.READY


@pytest.mark.parametrize(
    ("faults", "baud", "with_stub"),
    [
        (Faults(noisy_above=115200), 115200, True),
        (Faults(corrupt_writes=1), 115200, True),
        (Faults(stub_crashes=True), 115200, False),
    ],
    ids=["noise", "corrupt write", "no stub"],
)
def test_what_a_slower_way_gets_over_is_got_over(
    board: RunningBoard, faults: Faults, baud: int, with_stub: bool
) -> None:
    board.board.set_faults(faults)
    task = RecordingTask()
    result = do_in_child(plan(board, everything=True), task)
    assert (result.baud, result.with_stub) == (baud, with_stub)
    assert any("Trying again" in event.text for event in task.of(Status))
    board.board.set_faults(NO_FAULTS)
    assert hello_of(board).status == DeviceCode.READY
