"""Requests and replies of the serial loader, in ROM and in the stub that esptool uploads.

Espressif, "Serial Protocol" (esptool documentation, advanced topics); error codes as in esptool/util.py.
All numbers are little endian, except that a status is read as two bytes in order.

    request   00, command, length of data (16), checksum (32), data
    reply     01, command, length of what follows the value (16), value (32), data, status
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import xor

CHECKSUM_SEED = 0xEF
SYNC_DATA = b"\x07\x07\x12\x20" + b"\x55" * 32
GREETING = b"OHAI"
"""What a stub says, unasked, when it runs."""

_HEADER = struct.Struct("<BBHI")
_BLOCK_HEADER = struct.Struct("<IIII")


class Command(IntEnum):
    """What a loader can be asked; from 0xD0 on only the stub can."""

    FLASH_BEGIN = 0x02
    FLASH_DATA = 0x03
    FLASH_END = 0x04
    MEM_BEGIN = 0x05
    MEM_END = 0x06
    MEM_DATA = 0x07
    SYNC = 0x08
    WRITE_REG = 0x09
    READ_REG = 0x0A
    SPI_SET_PARAMS = 0x0B
    SPI_ATTACH = 0x0D
    READ_FLASH_SLOW = 0x0E
    CHANGE_BAUDRATE = 0x0F
    FLASH_DEFL_BEGIN = 0x10
    FLASH_DEFL_DATA = 0x11
    FLASH_DEFL_END = 0x12
    SPI_FLASH_MD5 = 0x13
    GET_SECURITY_INFO = 0x14
    ERASE_FLASH = 0xD0
    ERASE_REGION = 0xD1
    READ_FLASH = 0xD2


class Refused(Exception):
    """A request that the loader answers with an error: two status bytes."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"{status:#06x}")


@dataclass(frozen=True)
class Request:
    """A command and its data; `command` is the bare number, for it may be unknown."""

    command: int
    checksum: int
    data: bytes

    def numbers(self, *counts: int, wrong_length: int) -> tuple[int, ...]:
        """The data as 32-bit numbers.

        Raises `Refused` with the status `wrong_length` when there are not exactly as many as one of `counts`.
        """
        if len(self.data) not in {4 * count for count in counts}:
            raise Refused(wrong_length)
        return struct.unpack(f"<{len(self.data) // 4}I", self.data)

    def block(self, wrong_length: int, wrong_checksum: int) -> bytes:
        """The bytes of a data block, without its header of 16 bytes. Raises `Refused`."""
        if len(self.data) < _BLOCK_HEADER.size:
            raise Refused(wrong_length)
        size = _BLOCK_HEADER.unpack_from(self.data)[0]
        block = self.data[_BLOCK_HEADER.size :]
        if len(block) != size:
            raise Refused(wrong_length)
        if checksum(block) != self.checksum:
            raise Refused(wrong_checksum)
        return block


def checksum(block: bytes) -> int:
    """The check on a data block: all bytes XORed, starting from `CHECKSUM_SEED`."""
    return reduce(xor, block, CHECKSUM_SEED)


def unpack_request(frame: bytes) -> Request | None:
    """The request in a frame, or None when it is none."""
    if len(frame) < _HEADER.size:
        return None
    direction, command, length, check = _HEADER.unpack_from(frame)
    data = frame[_HEADER.size :]
    if direction != 0 or length != len(data):
        return None
    return Request(command, check, data)


def pack_reply(command: int, status: bytes, value: int = 0, data: bytes = b"") -> bytes:
    """A reply's frame."""
    return _HEADER.pack(1, command, len(data) + len(status), value) + data + status
