"""A model is put on the board that was meant, or on none."""

from __future__ import annotations

import pytest

from core.boards.board_block import Chip
from core.boards.link.client import LinkClient
from core.boards.target import FoundBoard, found_at, own_target, target_at
from core.errors import SqueezeError
from core.task import Task
from tests.builders.boards import MemoryLine, SmallDevice

PORT = "/dev/ttyUSB0"
REAL = FoundBoard(chip=Chip.ESP32, chip_text="ESP32-D0WD-V3", is_virtual=False)
VIRTUAL = FoundBoard(chip=Chip.ESP32, chip_text="ESP32-D0WD-V3", is_virtual=True)
VIRTUAL_S3 = FoundBoard(chip=Chip.ESP32S3, chip_text="ESP32-S3", is_virtual=True)


@pytest.mark.parametrize(
    ("found", "named", "board", "is_virtual"),
    [
        (REAL, "esp32-cam", "esp32-cam", False),
        (VIRTUAL, "virtual-esp32", "virtual-esp32", True),
        (VIRTUAL, None, "virtual-esp32", True),
        # A virtual board can play a real one.
        (VIRTUAL, "esp32-cam", "esp32-cam", True),
        (VIRTUAL_S3, "esp32s3-eye", "esp32s3-eye", True),
    ],
)
def test_a_board_is_what_it_is_named(
    found: FoundBoard, named: str | None, board: str, is_virtual: bool
) -> None:
    target = target_at(PORT, found, named)
    assert (target.profile.id, target.is_virtual) == (board, is_virtual)


def test_without_a_name_a_board_is_what_it_was_flashed_as() -> None:
    found = FoundBoard(chip=Chip.ESP32, chip_text="ESP32", is_virtual=False, profile="esp32-wrover")
    assert target_at(PORT, found, None).profile.id == "esp32-wrover"


@pytest.mark.parametrize(
    ("found", "named", "code"),
    [
        (REAL, None, "board-not-named"),
        (VIRTUAL_S3, None, "board-not-named"),
        (REAL, "virtual-esp32", "board-not-virtual"),
        (REAL, "esp32s3-eye", "board-wrong-chip"),
        (VIRTUAL_S3, "virtual-esp32", "board-wrong-chip"),
        (REAL, "arduino", "board-unknown"),
    ],
)
def test_another_board_than_the_one_meant_is_refused(found: FoundBoard, named: str | None, code: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        target_at(PORT, found, named)
    assert caught.value.code == code


def test_a_refusal_names_the_boards_with_that_chip() -> None:
    with pytest.raises(SqueezeError) as caught:
        target_at(PORT, VIRTUAL_S3, None)
    assert "esp32s3-eye" in caught.value.remedy
    assert "esp32-cam" not in caught.value.remedy


def test_a_chip_that_nobody_knows_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    line = MemoryLine(SmallDevice(chip=77))
    monkeypatch.setattr(
        "core.boards.target.open_link", lambda port, task: LinkClient(line, task, clock=line.clock)
    )
    with pytest.raises(SqueezeError) as caught:
        found_at(PORT, Task())
    assert caught.value.code == "board-wrong-chip"
    assert "77" in caught.value.happened


def test_a_board_of_ones_own_is_any_that_is_named() -> None:
    assert own_target(None).profile.id == "virtual-esp32"
    assert own_target("esp32s3-eye").is_virtual
