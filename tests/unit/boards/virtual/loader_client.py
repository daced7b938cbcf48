"""The computer's side of the serial loader, for tests of one request at a time."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from core.boards.virtual.chips import ROM_BAUD
from core.boards.virtual.loader import Answer, Command, Loader, checksum


@dataclass(frozen=True)
class Reply:
    """A reply taken apart. `body` is what follows the value: data and status."""

    command: int
    value: int
    body: bytes


def request(command: int, data: bytes = b"", check: int = 0) -> bytes:
    return struct.pack("<BBHI", 0, command, len(data), check) + data


def asked(loader: Loader, command: Command, *numbers: int) -> tuple[Reply, Answer]:
    """The reply to a request whose data are 32-bit numbers, and the whole answer."""
    return sent(loader, request(command, struct.pack(f"<{len(numbers)}I", *numbers)))


def sent(loader: Loader, frame: bytes) -> tuple[Reply, Answer]:
    answer = loader.answer(frame, ROM_BAUD)
    _, command, _, value = struct.unpack_from("<BBHI", answer.frames[0])
    return Reply(command, value, answer.frames[0][8:]), answer


def data_block(command: Command, block: bytes, sequence: int = 0, damage: int = 0) -> bytes:
    """A request that carries a block; `damage` falsifies its checksum."""
    head = struct.pack("<IIII", len(block), sequence, 0, 0)
    return request(command, head + block, checksum(block) ^ damage)
