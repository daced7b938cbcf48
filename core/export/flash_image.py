"""Boot loader, partition table, application and model as one file, to be written to a board at 0x0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.boards.firmware_bundles.building import LICENCES_FOLDER
from core.boards.firmware_bundles.bundle import Bundle
from core.boards.flasher.jobs import FlashContent, plan_for_board
from core.boards.partition_table import unpack_table
from core.boards.profiles import BoardProfile
from core.errors import FlashError
from core.export.exported_model import ExportedModel
from core.export.texts import filled

IMAGE_FILE = "flash.bin"
_ERASED = b"\xff"
_MEGABYTE = 1 << 20


def flash_image(contents: Sequence[FlashContent], flash_bytes: int) -> bytes:
    """The flash from 0x0 to the end of the last part; what lies between the parts is as if erased.

    Raises flash-too-small when that is more than `flash_bytes`.
    """
    image = bytearray()
    for one in sorted(contents, key=lambda content: content.part.offset):
        image += _ERASED * (one.part.offset - len(image))
        image += one.data
    if len(image) > flash_bytes:
        raise FlashError(
            "flash-too-small",
            name="The flash image",
            needed=f"{len(image) / _MEGABYTE:.3g} MB",
            available=f"{flash_bytes / _MEGABYTE:.3g} MB",
        )
    return bytes(image)


def flash_contents(image: bytes, bundle: Bundle) -> tuple[FlashContent, ...]:
    """What a real board's flash holds, by the bundle's own offsets. Raises flash-too-small."""
    return plan_for_board("", image, bundle).parts


def flash_image_files(
    model: ExportedModel, image: bytes, bundle: Bundle, profile: BoardProfile
) -> dict[str, bytes]:
    """By name: the file for 0x0, what is in it and how it is written, and the firmware's licenses.

    `image` is the model image for the board of `profile`. Raises flash-too-small.
    """
    contents = flash_contents(image, bundle)
    merged = flash_image(contents, profile.flash_bytes)
    readme = filled(
        "flash-image.md",
        model,
        board=profile.name,
        chip=profile.chip,
        file=IMAGE_FILE,
        file_bytes=f"{len(merged):,}",
        firmware=bundle.version,
        table="\n".join(_rows(contents, bundle)),
    )
    return {IMAGE_FILE: merged, "README.md": readme, **licence_files(bundle)}


def licence_files(bundle: Bundle) -> dict[str, bytes]:
    """The licenses of a bundle's firmware, by name in a folder of their own."""
    return {f"{LICENCES_FOLDER}/{name.rpartition('/')[2]}": text for name, text in bundle.licences.items()}


def _rows(contents: Sequence[FlashContent], bundle: Bundle) -> Iterator[str]:
    """A row for each stretch of the flash that has a purpose, in the order of the offsets."""
    partitions = {one.offset: one for one in unpack_table(bundle.parts["partition table"])}
    written = {one.part.offset: one.part for one in contents}
    for offset in sorted({*partitions, *written}):
        part, partition = written.get(offset), partitions.get(offset)
        room = f"{partition.size:,}" if partition else ""
        label = f"`{partition.label}`" if partition else ""
        content = f"{part.name}, {part.bytes:,} bytes" if part else "empty (0xFF)"
        yield f"| {offset:#x} | {label} | {room} | {content} |"
