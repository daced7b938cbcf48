"""Virtual boards that are flashed by the program's own flasher, and asked afterwards."""

from __future__ import annotations

from typing import Any

from core.boards.flasher.jobs import FlashResult, WriteJob, plan_for_virtual_board
from core.boards.flasher.process import do_in_child
from core.boards.link.client import LinkClient
from core.boards.link.messages import Hello
from core.boards.port_opening import open_port
from core.boards.profiles import board_profile
from core.boards.virtual.chips import ROM_BAUD
from core.boards.virtual.serving import RunningBoard
from core.task import Task
from tests.builders.virtual_boards import ESP32, board_image
from tests.recording import RecordingTask


def plan(board: RunningBoard, image: bytes | None = None, **changes: Any) -> WriteJob:
    """What has to be written to a virtual ESP32, by default of `board_image`."""
    chip = board_profile(ESP32).chip_id
    return plan_for_virtual_board(board.address, image or board_image(), chip, board.flash.size, **changes)


def flashed(board: RunningBoard, image: bytes | None = None, task: Task | None = None) -> FlashResult:
    """The result of flashing an image to a virtual ESP32."""
    return do_in_child(plan(board, image), task or RecordingTask())


def link_to(board: RunningBoard) -> LinkClient:
    """The computer's end of a link to a board."""
    return LinkClient(open_port(board.address, ROM_BAUD))


def hello_of(board: RunningBoard) -> Hello:
    """What a board says of itself."""
    with link_to(board) as link:
        return link.connect()
