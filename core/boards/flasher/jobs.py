"""What the flasher's process can be told to do: one tagged value, in MessagePack, on its standard input.

What has to be written to a board so that it runs a model is worked out here, too.
"""

from __future__ import annotations

import msgspec

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import PART_NAMES, Bundle
from core.boards.partition_table import (
    FIRMWARE_FLASH_BYTES,
    SECTOR_BYTES,
    TABLE_OFFSET,
    Partition,
    layout,
    model_partition,
    pack_table,
)
from core.errors import FlashError
from core.events import FlashPart

FASTEST_BAUD = 460800
_MODEL = "model"


class FlashContent(msgspec.Struct, frozen=True):
    """A part of the flash, and the bytes that belong there."""

    part: FlashPart
    data: bytes


def flash_content(name: str, offset: int, data: bytes) -> FlashContent:
    """Bytes that belong at `offset` in flash. `name` is for a person."""
    return FlashContent(FlashPart(name=name, offset=offset, bytes=len(data)), data)


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
    table is the one of these parts, only the last part is written; unless `everything`. With `only_model`
    anything else is refused: these parts have no firmware. `needed_bytes` is the flash that the layout takes.
    """

    parts: tuple[FlashContent, ...]
    needed_bytes: int
    firmware: str = ""
    variant: str = ""
    everything: bool = False
    only_model: bool = False


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


def plan_for_board(
    port: str,
    image: bytes,
    bundle: Bundle,
    baud: int = FASTEST_BAUD,
    everything: bool = False,
) -> WriteJob:
    """Firmware and model image for a real board. Raises flash-too-small when the image has no room."""
    firmware = tuple(flash_content(name, bundle.offsets[name], bundle.parts[name]) for name in PART_NAMES)
    return WriteJob(
        port=port,
        chip=bundle.chip,
        baud=baud,
        parts=(*firmware, _model(image, bundle.model_partition)),
        needed_bytes=bundle.model_partition.end,
        firmware=bundle.version,
        variant=bundle.variant,
        everything=everything,
    )


def plan_for_same_firmware(
    port: str, image: bytes, chip: Chip, variant: str, firmware: str, baud: int = FASTEST_BAUD
) -> WriteJob:
    """The model alone, for a board with this very firmware, none of which is on this computer.

    Raises flash-too-small when the image has no room.
    """
    table = flash_content("partition table", TABLE_OFFSET, pack_table(layout(FIRMWARE_FLASH_BYTES)))
    place = model_partition(FIRMWARE_FLASH_BYTES)
    return WriteJob(
        port=port,
        chip=chip,
        baud=baud,
        parts=(table, _model(image, place)),
        needed_bytes=place.end,
        firmware=firmware,
        variant=variant,
        only_model=True,
    )


def plan_for_virtual_board(
    port: str, image: bytes, chip: Chip, flash_bytes: int, everything: bool = False
) -> WriteJob:
    """Partition table and model image for a virtual board, which needs no firmware.

    Raises flash-too-small when the image has no room.
    """
    table = flash_content("partition table", TABLE_OFFSET, pack_table(layout(flash_bytes)))
    return WriteJob(
        port=port,
        chip=chip,
        parts=(table, _model(image, model_partition(flash_bytes))),
        needed_bytes=flash_bytes,
        everything=everything,
    )


def _model(image: bytes, place: Partition) -> FlashContent:
    if len(image) > place.size:
        raise FlashError(
            "flash-too-small",
            name="The model",
            needed=f"{-(-len(image) // SECTOR_BYTES) * SECTOR_BYTES / 1024:.0f} KB",
            available=f"{place.size / 1024:.0f} KB",
        )
    return flash_content(_MODEL, place.offset, image)
