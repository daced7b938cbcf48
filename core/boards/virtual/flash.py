"""NOR flash: erasing sets bits, programming clears them, and what lies there stays."""

from __future__ import annotations

import contextlib
import hashlib
import mmap
from collections.abc import Iterator
from pathlib import Path

from core.boards.partition_table import SECTOR_BYTES
from core.errors import FLASH_FILE_SIZE, NOT_REPLACEABLE, SqueezeError
from core.files import writing
from core.outputs import write_output

MEGABYTE = 1 << 20
_MANUFACTURER = 0xEF
_MEMORY_TYPE = 0x40


class OutOfFlash(ValueError):
    """An address beyond the end of the chip."""


class Flash:
    """A flash chip, whose size in bytes is a power of 2. Everything is 0xFF where nothing was written.

    The next `corrupt_writes` blocks that are programmed come out with one bit wrong.
    """

    def __init__(self, content: bytearray | mmap.mmap) -> None:
        self._content = content
        self.corrupt_writes = 0

    @property
    def size(self) -> int:
        return len(self._content)

    @property
    def identity(self) -> int:
        """What the chip answers to RDID (0x9F): manufacturer, type and capacity, the first byte lowest."""
        capacity = self.size.bit_length() - 1
        return _MANUFACTURER | _MEMORY_TYPE << 8 | capacity << 16

    def read(self, offset: int, size: int) -> bytes:
        """Raises `OutOfFlash`."""
        self._require(offset, size)
        return bytes(self._content[offset : offset + size])

    def program(self, offset: int, data: bytes) -> None:
        """Clear the bits that are 0 in `data`. Raises `OutOfFlash`."""
        self._require(offset, len(data))
        if self.corrupt_writes and data:
            self.corrupt_writes -= 1
            data = bytes([data[0] ^ 0x01]) + data[1:]
        old = int.from_bytes(self._content[offset : offset + len(data)], "little")
        new = (old & int.from_bytes(data, "little")).to_bytes(len(data), "little")
        self._content[offset : offset + len(data)] = new

    def erase(self, offset: int, size: int) -> None:
        """Erase every sector that has a byte in the range. Raises `OutOfFlash`."""
        start = offset - offset % SECTOR_BYTES
        end = offset + size + -(offset + size) % SECTOR_BYTES
        self._require(start, end - start)
        self._content[start:end] = b"\xff" * (end - start)

    def erase_all(self) -> None:
        self.erase(0, self.size)

    def md5(self, offset: int, size: int) -> bytes:
        """Raises `OutOfFlash`."""
        return hashlib.md5(self.read(offset, size), usedforsecurity=False).digest()

    def _require(self, offset: int, size: int) -> None:
        if offset < 0 or size < 0 or offset + size > self.size:
            raise OutOfFlash(f"{size} bytes at {offset:#x} are not in {self.size} bytes of flash")


def blank_flash(size: int) -> Flash:
    """A new chip of `size` bytes, forgotten when the program ends."""
    return Flash(bytearray(b"\xff" * size))


@contextlib.contextmanager
def flash_in_file(path: Path, size: int) -> Iterator[Flash]:
    """A chip whose content is kept in a file, made blank when it is not there.

    Raises FLASH_FILE_SIZE when the file is of another chip, NOT_REPLACEABLE, DISK_FULL or WRITE_PERMISSION.
    """
    with _mapped(path, size) as content:
        yield Flash(content)


def _mapped(path: Path, size: int) -> mmap.mmap:
    if not path.exists():
        write_output(path, b"\xff" * size, replace=False)
    if not path.is_file():
        raise SqueezeError(NOT_REPLACEABLE, path=path)
    with writing(path), path.open("r+b") as file:
        found = path.stat().st_size
        if found != size:
            raise SqueezeError(FLASH_FILE_SIZE, path=path, found=found, size=size)
        return mmap.mmap(file.fileno(), size)
