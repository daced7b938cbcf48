"""What the loader in ROM and the stub have in common."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from core.boards.virtual.loader_protocol import Command, Refused, Request
from core.boards.virtual.registers import Registers

_WRITES = struct.Struct("<IIII")


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
