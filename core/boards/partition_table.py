"""Where what lies in a board's flash, and the table in flash that says so.

The format is that of ESP-IDF (components/partition_table/gen_esp32part.py): entries of 32 bytes, little
endian, in a block of 0xC00 bytes filled up with 0xFF.

    offset  size  field
    0       2     AA 50
    2       1     type: 0 application, 1 data
    3       1     subtype
    4       4     offset in flash
    8       4     size in bytes
    12      16    label, zero-terminated where shorter
    28      4     flags: bit 0 encrypted, bit 1 read-only

After the last entry stands one that begins with EB EB and 14 bytes of FF; its last 16 bytes are the MD5 of
all entries before it.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import cast

SECTOR_BYTES = 0x1000
"""The least that flash erases at once."""

TABLE_OFFSET = 0x8000
TABLE_BYTES = 0xC00
APPLICATION_TYPE = 0
DATA_TYPE = 1
MODEL_LABEL = "model"
MODEL_SUBTYPE = 0x40
"""The first subtype that ESP-IDF leaves to applications."""

FIRMWARE_FLASH_BYTES = 4 << 20
"""One firmware serves all boards of a variant, so its layout is that of the smallest flash."""

_ENTRY = struct.Struct("<2sBBLL16sL")
_ENTRY_MAGIC = b"\xaa\x50"
_CHECKSUM_MAGIC = b"\xeb\xeb" + b"\xff" * 14
_PAGE_BYTES = 0x10000
"""Flash is mapped into memory in pages of this size: the model starts at one, as applications must."""


class DamagedTable(ValueError):
    """The bytes are not a partition table, or not the one that was written."""


@dataclass(frozen=True)
class Partition:
    """A stretch of flash: `size` bytes from `offset` on."""

    label: str
    type: int
    subtype: int
    offset: int
    size: int
    flags: int = 0

    @property
    def end(self) -> int:
        return self.offset + self.size


_FIXED = (
    Partition("nvs", DATA_TYPE, 0x02, 0x9000, 0x6000),
    Partition("phy_init", DATA_TYPE, 0x01, 0xF000, 0x1000),
    Partition("factory", APPLICATION_TYPE, 0x00, 0x10000, 0x180000),
)


def layout(flash_bytes: int) -> tuple[Partition, ...]:
    """The partitions of a flash of `flash_bytes`: the application's 1.5 MB, and the model all the rest.

    Raises `ValueError` when nothing would be left for the model.
    """
    start = _FIXED[-1].end
    if flash_bytes < start + _PAGE_BYTES:
        raise ValueError(f"{flash_bytes} bytes of flash leave no room for a model")
    return (*_FIXED, Partition(MODEL_LABEL, DATA_TYPE, MODEL_SUBTYPE, start, flash_bytes - start))


def application_partition() -> Partition:
    """Where the application lies, whatever the size of the flash."""
    return _FIXED[-1]


def model_partition(flash_bytes: int) -> Partition:
    """Where the model image lies in a flash of `flash_bytes`. Raises `ValueError` when there is no room."""
    return layout(flash_bytes)[-1]


def pack_table(partitions: tuple[Partition, ...]) -> bytes:
    """The block of `TABLE_BYTES` that is written to flash at `TABLE_OFFSET`."""
    entries = b"".join(
        _ENTRY.pack(_ENTRY_MAGIC, one.type, one.subtype, one.offset, one.size, one.label.encode(), one.flags)
        for one in partitions
    )
    checksum = _CHECKSUM_MAGIC + hashlib.md5(entries, usedforsecurity=False).digest()
    return (entries + checksum).ljust(TABLE_BYTES, b"\xff")


def unpack_table(data: bytes) -> tuple[Partition, ...]:
    """The partitions in a table read from flash. Raises `DamagedTable`."""
    partitions: list[Partition] = []
    for at in range(0, min(len(data), TABLE_BYTES) - _ENTRY.size + 1, _ENTRY.size):
        entry = data[at : at + _ENTRY.size]
        if entry.startswith(_CHECKSUM_MAGIC):
            _require_checksum(data[:at], entry)
            return tuple(partitions)
        partitions.append(_unpacked(entry, at))
    raise DamagedTable("the table has no end")


def _require_checksum(entries: bytes, end: bytes) -> None:
    if hashlib.md5(entries, usedforsecurity=False).digest() != end[len(_CHECKSUM_MAGIC) :]:
        raise DamagedTable("the table's checksum does not match")


def _unpacked(entry: bytes, at: int) -> Partition:
    magic, kind, subtype, offset, size, label, flags = cast(
        "tuple[bytes, int, int, int, int, bytes, int]", _ENTRY.unpack(entry)
    )
    if magic != _ENTRY_MAGIC:
        raise DamagedTable(f"no entry at {at:#x} but {magic.hex()}")
    try:
        name = label.rstrip(b"\0").decode()
    except UnicodeDecodeError as error:
        raise DamagedTable(f"the label at {at:#x} is not text") from error
    return Partition(name, kind, subtype, offset, size, flags)
