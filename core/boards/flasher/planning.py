"""What has to be written to a board so that it runs a model."""

from __future__ import annotations

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import PART_NAMES, Bundle
from core.boards.firmware_bundles.sources import find_bundle
from core.boards.flasher.jobs import FASTEST_BAUD, FlashPart, WriteJob
from core.boards.partition_table import (
    SECTOR_BYTES,
    TABLE_OFFSET,
    Partition,
    layout,
    model_partition,
    pack_table,
)
from core.boards.profiles import BoardProfile
from core.errors import FLASH_TOO_SMALL, SqueezeError

_MODEL = "model"


def plan_flash(
    profile: BoardProfile,
    port: str,
    image: bytes,
    everything: bool = False,
    backup: str | None = None,
) -> WriteJob:
    """What to write so that the board of a profile runs a model image.

    Firmware comes from the first place that has some (`core.boards.firmware_bundles.sources`); a virtual
    board needs none. Raises FLASH_TOO_SMALL when the image has no room, FIRMWARE_MISSING, and what
    `read_bundle` raises.
    """
    if profile.is_virtual:
        return plan_for_virtual_board(port, image, profile.chip_id, profile.flash_bytes, everything)
    bundle = find_bundle(profile.variant)
    return plan_for_board(port, image, bundle, profile.flash_baud, everything, backup)


def plan_for_board(
    port: str,
    image: bytes,
    bundle: Bundle,
    baud: int = FASTEST_BAUD,
    everything: bool = False,
    backup: str | None = None,
) -> WriteJob:
    """Firmware and model image for a real board. Raises FLASH_TOO_SMALL when the image has no room."""
    firmware = tuple(FlashPart(name, bundle.offsets[name], bundle.parts[name]) for name in PART_NAMES)
    return WriteJob(
        port=port,
        chip=bundle.chip,
        baud=baud,
        parts=(*firmware, _model_part(image, bundle.model_partition)),
        needed_bytes=bundle.model_partition.end,
        firmware=bundle.version,
        variant=bundle.variant,
        everything=everything,
        backup=backup,
    )


def plan_for_virtual_board(
    port: str, image: bytes, chip: Chip, flash_bytes: int, everything: bool = False
) -> WriteJob:
    """Partition table and model image for a virtual board, which needs no firmware.

    Raises FLASH_TOO_SMALL when the image has no room.
    """
    table = FlashPart("partition table", TABLE_OFFSET, pack_table(layout(flash_bytes)))
    return WriteJob(
        port=port,
        chip=chip,
        parts=(table, _model_part(image, model_partition(flash_bytes))),
        needed_bytes=flash_bytes,
        everything=everything,
    )


def _model_part(image: bytes, place: Partition) -> FlashPart:
    if len(image) > place.size:
        raise SqueezeError(
            FLASH_TOO_SMALL,
            name="The model",
            needed=f"{-(-len(image) // SECTOR_BYTES) * SECTOR_BYTES / 1024:.0f} KB",
            available=f"{place.size / 1024:.0f} KB",
        )
    return FlashPart(_MODEL, place.offset, image)
