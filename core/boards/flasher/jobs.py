"""What the flasher's process can be told to do: one tagged value, in MessagePack, on its standard input."""

from __future__ import annotations

import msgspec

from core.boards.board_block import Chip

FASTEST_BAUD = 460800


class FlashPart(msgspec.Struct, frozen=True):
    """Bytes that belong at `offset` in flash. `name` is for a person."""

    name: str
    offset: int
    data: bytes

    @property
    def end(self) -> int:
        return self.offset + len(self.data)


class Job(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Base of all jobs. `chip` None takes any; `baud` is the highest speed to try.

    Without `use_stub` the loader in the chip's ROM does all: slower, and with some boards surer. A board
    that does not enter its loader is tried for `button_seconds` more, for somebody to hold its button down.
    """

    port: str
    chip: Chip | None = None
    baud: int = FASTEST_BAUD
    use_stub: bool = True
    button_seconds: float = 0.0


class IdentifyJob(Job, frozen=True, kw_only=True):
    """Find out which chip there is and how much flash it has."""


class WriteJob(Job, frozen=True, kw_only=True):
    """Write parts, the model's last.

    Where the board answers on the link with `firmware` for `variant`, or is a virtual one, and its partition
    table is the one of these parts, only the last part is written; unless `everything`. `needed_bytes` is
    the flash that the layout takes. `backup` names a file that the whole flash is copied to first.
    """

    parts: tuple[FlashPart, ...]
    needed_bytes: int
    firmware: str = ""
    variant: str = ""
    everything: bool = False
    backup: str | None = None


class BackupJob(Job, frozen=True, kw_only=True):
    """Copy the whole flash into a file; one that is there already is refused without `replace`."""

    path: str
    replace: bool = False


class RestoreJob(Job, frozen=True, kw_only=True):
    """Write a copy of the whole flash back."""

    path: str


class EraseJob(Job, frozen=True, kw_only=True):
    """Erase the whole flash."""


AnyJob = IdentifyJob | WriteJob | BackupJob | RestoreJob | EraseJob


class FlashResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was found and done. `written` names the parts; `with_stub` is False for the slower way."""

    chip: Chip
    chip_text: str
    mac: str
    flash_bytes: int
    written: tuple[str, ...] = ()
    written_bytes: int = 0
    baud: int = 115200
    with_stub: bool = True
    seconds: float = 0.0
