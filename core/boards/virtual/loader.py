"""What the serial loader in ROM and the stub that esptool uploads have in common: frames, requests, replies.

Espressif, "Serial Protocol" (esptool documentation, advanced topics); error codes as in esptool/util.py.
All numbers are little endian, except that a status is read as two bytes in order.

    request   00, command, length of data (16), checksum (32), data
    reply     01, command, length of what follows the value (16), value (32), data, status

Their framing is SLIP (RFC 1055): a frame stands between two bytes C0.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import reduce
from operator import xor
from typing import Protocol

from core.boards.virtual.chips import Registers

CHECKSUM_SEED = 0xEF
SYNC_DATA = b"\x07\x07\x12\x20" + b"\x55" * 32
GREETING = b"OHAI"
"""What a stub says, unasked, when it runs."""

_HEADER = struct.Struct("<BBHI")
_BLOCK_HEADER = struct.Struct("<IIII")
_END = b"\xc0"
_ESCAPE = b"\xdb"
_ESCAPED_END = b"\xdb\xdc"
_ESCAPED_ESCAPE = b"\xdb\xdd"
_LONGEST_FRAME = 0x10000
"""More than any loader command takes; what is longer is noise."""
_WRITES = struct.Struct("<IIII")


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


def slip_encode(frame: bytes) -> bytes:
    """A frame as it goes over the line, in SLIP."""
    return _END + frame.replace(_ESCAPE, _ESCAPED_ESCAPE).replace(_END, _ESCAPED_END) + _END


class SlipReader:
    """Takes bytes as they come and gives the frames in them. Bytes outside frames and damaged frames go."""

    def __init__(self) -> None:
        self._partial: bytearray | None = None

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that these bytes complete."""
        frames = []
        first, *others = data.split(_END)
        self._extend(first)
        for part in others:
            frame = self._finished()
            if frame:
                frames.append(frame)
            self._partial = bytearray(part)
        return frames

    def _extend(self, part: bytes) -> None:
        if self._partial is not None:
            self._partial += part
            if len(self._partial) > _LONGEST_FRAME:
                self._partial = None

    def _finished(self) -> bytes | None:
        """The frame that ends here; None when there was none, or a damaged one."""
        if self._partial is None:
            return None
        raw = bytes(self._partial)
        if raw.count(_ESCAPE) != raw.count(_ESCAPED_END) + raw.count(_ESCAPED_ESCAPE):
            return None
        return raw.replace(_ESCAPED_END, _END).replace(_ESCAPED_ESCAPE, _ESCAPE)


class Next(Enum):
    """What runs after a reply."""

    SAME = "same"
    STUB = "stub"
    FLASH = "flash"


@dataclass(frozen=True)
class Answer:
    """What a loader does with a frame.

    `frames` are sent in order; then the rate becomes `baud` unless that is None; then `then` runs.
    """

    frames: tuple[bytes, ...] = ()
    baud: int | None = None
    then: Next = Next.SAME


class Loader(Protocol):
    """Something that answers the frames of the serial loader's protocol."""

    def answer(self, frame: bytes, baud: int) -> Answer:
        """Carry out the request in a frame that came at `baud`."""


@dataclass(frozen=True)
class Result:
    """What carrying out a request gave: the reply's value and data, and what happens after it."""

    value: int = 0
    data: bytes = b""
    baud: int | None = None
    then: Next = Next.SAME


Handlers = Mapping[Command, Callable[[Request], Result]]


def read_register(request: Request, registers: Registers, baud: int, wrong_length: int) -> Result:
    """READ_REG. Raises `Refused`."""
    (address,) = request.numbers(1, wrong_length=wrong_length)
    return Result(value=registers.read(address, baud))


def write_registers(request: Request, registers: Registers, wrong_length: int) -> Result:
    """WRITE_REG: any number of (address, value, mask, microseconds to wait before). Raises `Refused`."""
    if not request.data or len(request.data) % _WRITES.size:
        raise Refused(wrong_length)
    for address, value, mask, _ in _WRITES.iter_unpack(request.data):
        registers.write(address, value, mask)
    return Result()


class MemoryLoading:
    """Carries out MEM_BEGIN, MEM_DATA and MEM_END, and knows which addresses hold a program.

    The instructions themselves are not kept: what runs in place of any stub is our own.
    """

    def __init__(self, wrong_length: int, wrong_checksum: int, out_of_turn: int) -> None:
        self._wrong_length = wrong_length
        self._wrong_checksum = wrong_checksum
        self._out_of_turn = out_of_turn
        self._loaded: list[range] = []
        self._next = 0
        self._stop = 0

    def begin(self, request: Request) -> Result:
        """MEM_BEGIN. Raises `Refused`."""
        size, _, _, offset = request.numbers(4, wrong_length=self._wrong_length)
        self._next, self._stop = offset, offset + size
        return Result()

    def take(self, request: Request) -> Result:
        """MEM_DATA. Raises `Refused`."""
        block = request.block(self._wrong_length, self._wrong_checksum)
        if self._next + len(block) > self._stop:
            raise Refused(self._out_of_turn)
        self._loaded.append(range(self._next, self._next + len(block)))
        self._next += len(block)
        return Result()

    def end(self, request: Request) -> Result:
        """MEM_END: a stub runs next if something was loaded at the address named. Raises `Refused`."""
        stay, entry = request.numbers(2, wrong_length=self._wrong_length)
        starts = not stay and any(entry in block for block in self._loaded)
        return Result(then=Next.STUB if starts else Next.SAME)
