"""Chips as they are seen from their serial port: what tells one from another, registers, and flash.

Addresses and bits are those that esptool 5.6 uses (esptool/targets/esp32.py, esp32s3.py); boot texts are
those that the chips' ROMs print at 115200 baud.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.boards.board_block import Chip
from core.boards.partition_table import SECTOR_BYTES
from core.errors import BoardError, FileError
from core.files import writing
from core.outputs import write_output

ROM_BAUD = 115200

MAC = bytes.fromhex("025153000001")
"""A locally administered address: the first byte says that no manufacturer gave it."""
_MANUFACTURER = 0xEF
_MEMORY_TYPE = 0x40
_WORD = 0xFFFFFFFF
_USER_COMMAND = 1 << 18
_READ_IDENTITY = 0x9F
_READ_SFDP = 0x5A
_CRYSTAL_HZ = 40_000_000
_SFDP = b"SFDP" + bytes([6, 1, 0, 0xFF, 0, 6, 1, 16, 0x80, 0, 0, 0xFF])
"""Header of the discoverable parameters (JEDEC JESD216): the signature and one parameter table."""


@dataclass(frozen=True)
class SpiRegisters:
    """Where the registers of the flash controller lie; `address_shift` is applied to a 24-bit address."""

    command: int
    address: int
    command_value: int
    data: int
    address_shift: int


@dataclass(frozen=True)
class VirtualChip:
    """One kind of chip. `registers` are those that read as something other than zero.

    `security_info` is what GET_SECURITY_INFO answers; None where the ROM does not know it.
    `boot_download` and `boot_flash` are printed after a reset. `entry` follows when a program is started;
    `no_program` when there is none. In them {reason} is the reset's reason.
    """

    chip: Chip
    name: str
    spi: SpiRegisters
    registers: Mapping[int, int]
    uart_divider: int
    security_info: bytes | None
    boot_download: str
    boot_flash: str
    entry: str


def _esp32() -> VirtualChip:
    spi, efuse = 0x3FF42000, 0x3FF5A000
    return VirtualChip(
        chip=Chip.ESP32,
        name="ESP32",
        spi=SpiRegisters(spi, spi + 0x04, spi + 0x24, spi + 0x80, address_shift=8),
        registers={
            0x40001000: 0x00F01D83,
            efuse + 0x04: int.from_bytes(MAC[2:], "big"),
            efuse + 0x08: int.from_bytes(MAC[:2], "big"),
            # An ESP32-D0WD-V3 for 240 MHz, revision 3.1.
            efuse + 0x0C: 1 << 9 | 1 << 13 | 1 << 15,
            efuse + 0x14: 1 << 20 | 1 << 24,
            0x3FF6607C: 1 << 31,
            # The ROM's measure of its crystal, 40 MHz: 800 x 15,625 x 128 / 40.
            efuse + 0x10: 128,
            0x3FF5F06C: 800 << 7,
        },
        uart_divider=0x3FF40014,
        security_info=None,
        boot_download=(
            "ets Jul 29 2019 12:21:46\r\n\r\n"
            "rst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2))\r\n"
            "waiting for download\r\n"
        ),
        boot_flash=(
            "ets Jul 29 2019 12:21:46\r\n\r\n"
            "rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n"
            "configsip: 0, SPIWP:0xee\r\n"
            "clk_drv:0x00,q_drv:0x00,d_drv:0x00,cs0_drv:0x00,hd_drv:0x00,wp_drv:0x00\r\n"
            "mode:DIO, clock div:2\r\n"
        ),
        entry="entry 0x400805e4\r\n",
    )


def _esp32s3() -> VirtualChip:
    spi, efuse = 0x60002000, 0x60007000
    return VirtualChip(
        chip=Chip.ESP32S3,
        name="ESP32-S3",
        spi=SpiRegisters(spi, spi + 0x04, spi + 0x20, spi + 0x58, address_shift=0),
        registers={
            0x40001000: 9,
            efuse + 0x44: int.from_bytes(MAC[2:], "big"),
            efuse + 0x48: int.from_bytes(MAC[:2], "big"),
            # Revision 0.2.
            efuse + 0x50: 2 << 18,
            # Started by its boot pins: bit 3 is the one that esptool asks for.
            0x60004038: 1 << 3,
        },
        uart_divider=0x60000014,
        security_info=struct.pack("<I8xII", 0, int(Chip.ESP32S3), 0),
        boot_download=(
            "ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\n"
            "rst:0x1 (POWERON),boot:0x0 (DOWNLOAD(USB/UART0))\r\n"
            "waiting for download\r\n"
        ),
        boot_flash=(
            "ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\n"
            "rst:0x1 (POWERON),boot:0x8 (SPI_FAST_FLASH_BOOT)\r\n"
            "SPIWP:0xee\r\nmode:DIO, clock div:1\r\n"
        ),
        entry="entry 0x403c98d0\r\n",
    )


CHIPS: Mapping[Chip, VirtualChip] = {one.chip: one for one in (_esp32(), _esp32s3())}


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

    Raises flash-file-size when the file is of another chip, not-replaceable, disk-full or write-permission.
    """
    with _mapped(path, size) as content:
        yield Flash(content)


def _mapped(path: Path, size: int) -> mmap.mmap:
    if not path.exists():
        write_output(path, b"\xff" * size, replace=False)
    if not path.is_file():
        raise FileError("not-replaceable", path=path)
    with writing(path), path.open("r+b") as file:
        file_bytes = path.stat().st_size
        if file_bytes != size:
            raise BoardError("flash-file-size", path=path, found=file_bytes, size=size)
        return mmap.mmap(file.fileno(), size)


class Registers:
    """32-bit registers. What was never written reads as the chip has it from reset, mostly 0.

    Setting the user bit of the flash controller's command register carries out the flash command that the
    other registers describe, at once: the bit reads as 0 again, and the answer is in the first data word.
    """

    def __init__(self, chip: VirtualChip, flash: Flash) -> None:
        self._chip = chip
        self._flash = flash
        self._values = dict(chip.registers)

    def read(self, address: int, baud: int) -> int:
        """The register's value; `baud` is the rate at which the chip is being talked to."""
        if address == self._chip.uart_divider:
            return _CRYSTAL_HZ // baud
        return self._values.get(address, 0)

    def write(self, address: int, value: int, mask: int) -> None:
        """Set the bits of `mask` to those of `value`."""
        merged = (self._values.get(address, 0) & ~mask | value & mask) & _WORD
        spi = self._chip.spi
        if address == spi.command and merged & _USER_COMMAND:
            self._values[spi.data] = self._answer(self._values.get(spi.command_value, 0) & 0xFF)
            merged &= ~_USER_COMMAND
        self._values[address] = merged

    def _answer(self, flash_command: int) -> int:
        """The first four bytes that the flash answers, the first one lowest; nothing driven reads as 0."""
        if flash_command == _READ_IDENTITY:
            return self._flash.identity
        if flash_command == _READ_SFDP:
            spi = self._chip.spi
            at = self._values.get(spi.address, 0) >> spi.address_shift
            return int.from_bytes(_SFDP[at : at + 4].ljust(4, b"\xff"), "little")
        return 0
