"""What can be done to a board's flash. Each of these is one job in a process of its own, at a time."""

from __future__ import annotations

from pathlib import Path

from core.boards.board_block import Chip
from core.boards.flasher.child_process import do_in_child
from core.boards.flasher.jobs import (
    FASTEST_BAUD,
    BackupJob,
    EraseJob,
    FlashResult,
    IdentifyJob,
    RestoreJob,
    WriteJob,
)
from core.boards.virtual.chips import ROM_BAUD
from core.task import Task


def identify(port: str, task: Task, button_seconds: float = 0.0) -> FlashResult:
    """Which chip is on a port, and how much flash it has. Resets the board. Raises the flasher's errors."""
    # The loader in ROM is enough for that, and is there at once.
    job = IdentifyJob(port=port, baud=ROM_BAUD, use_stub=False, button_seconds=button_seconds)
    return do_in_child(job, task)


def flash(job: WriteJob, task: Task) -> FlashResult:
    """Write to a board what `job` says (see `core.boards.flasher.planning`), and start it.

    Every part is compared by its hash in the chip. Cancelled at any moment, or with the cable pulled, the
    board can be flashed again. Raises `Cancelled` and the flasher's errors: PORT_NOT_FOUND,
    PORT_UNREACHABLE, PORT_BUSY, PORT_PERMISSION, PORT_VANISHED, BOARD_NO_DATA,
    BOARD_WRONG_BOOT_MODE, BOARD_NOISE, STUB_FAILED, FLASH_MISMATCH, FLASH_TOO_SMALL,
    BOARD_WRONG_CHIP, BOARD_LOCKED, FLASHING_FAILED.
    """
    return do_in_child(job, task)


def back_up(port: str, path: Path, task: Task, baud: int = FASTEST_BAUD) -> FlashResult:
    """Copy a board's whole flash to a file, which is there whole or not at all. Raises as `flash`."""
    return do_in_child(BackupJob(port=port, path=str(path.absolute()), baud=baud), task)


def restore(port: str, path: Path, task: Task, chip: Chip | None = None) -> FlashResult:
    """Write a file made by `back_up` back. Raises BACKUP_UNUSABLE, and as `flash`."""
    return do_in_child(RestoreJob(port=port, path=str(path.absolute()), chip=chip), task)


def erase(port: str, task: Task) -> FlashResult:
    """Erase a board's whole flash. Raises as `flash`."""
    return do_in_child(EraseJob(port=port), task)
