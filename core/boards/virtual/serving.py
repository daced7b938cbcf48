"""A whole virtual board at an address: put together from its settings, and kept until told to stop."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from core.boards.profiles import VIRTUAL_BOARD, board_profile
from core.boards.virtual.board import VirtualBoard
from core.boards.virtual.cable import NO_FAULTS, Faults
from core.boards.virtual.chips import CHIPS, Flash, blank_flash, flash_in_file
from core.boards.virtual.model_process import ModelProcess
from core.boards.virtual.port_servers import PseudoTerminal, Rfc2217Server
from core.boards.virtual.program import Booter, Camera
from core.errors import UsageError
from core.events import BoardOffered
from core.task import Task

_LOOK_SECONDS = 0.1


class VirtualBoardSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which board is played (the id of a profile with an ESP32 or ESP32-S3) and where it is offered.

    `flash_file` keeps the flash's content; None forgets it in the end. `camera` is a folder of images.
    `port` 0 takes a free one. `terminal` offers a pseudo terminal in place of the TCP address.
    """

    board: str = VIRTUAL_BOARD
    flash_file: str | None = None
    camera: str | None = None
    host: str = "127.0.0.1"
    port: int = 0
    terminal: bool = False
    faults: Faults = NO_FAULTS


class RunningBoard(msgspec.Struct, frozen=True):
    """A board that can be opened at `address` by esptool, pyserial and this program's link."""

    board: VirtualBoard
    flash: Flash
    address: str


@contextlib.contextmanager
def running_board(settings: VirtualBoardSettings) -> Iterator[RunningBoard]:
    """A virtual board that runs in threads of this process as long as the `with` block.

    Raises board-unknown, setting-invalid, listen-refused, flash-file-size, disk-full, write-permission,
    data-not-found and data-no-pictures.
    """
    profile = board_profile(settings.board)
    chip = CHIPS.get(profile.chip_id)
    if chip is None:
        names = " and ".join(one.name for one in CHIPS.values())
        raise UsageError("setting-invalid", reason=f"a virtual board can have {names}, not {profile.chip}")
    camera = Camera(Path(settings.camera)) if settings.camera else None
    with contextlib.ExitStack() as stack:
        flash = stack.enter_context(_flash(settings, profile.flash_bytes))
        process = stack.enter_context(ModelProcess())
        booter = Booter(profile, process, camera)
        board = stack.enter_context(VirtualBoard(chip, flash, booter, settings.faults))
        offer = PseudoTerminal(board) if settings.terminal else _server(board, settings)
        stack.enter_context(offer)
        yield RunningBoard(board, flash, offer.address)


def serve(settings: VirtualBoardSettings, task: Task) -> None:
    """Run a virtual board until the person asks to stop. Raises what `running_board` raises, and `Cancelled`.

    Reports `BoardOffered` before anything else.
    """
    with running_board(settings) as running:
        task.report(BoardOffered(address=running.address, board=settings.board))
        task.status(
            "{board}, simulated on this computer, listens at {address}",
            board=board_profile(settings.board).name,
            address=running.address,
        )
        while True:
            task.check_cancelled()
            time.sleep(_LOOK_SECONDS)


def _flash(settings: VirtualBoardSettings, size: int) -> contextlib.AbstractContextManager[Flash]:
    if settings.flash_file:
        return flash_in_file(Path(settings.flash_file), size)
    return contextlib.nullcontext(blank_flash(size))


def _server(board: VirtualBoard, settings: VirtualBoardSettings) -> Rfc2217Server:
    return Rfc2217Server(board, settings.host, settings.port)
