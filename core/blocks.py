"""Blocks of bytes over a pipe between two of our processes, each behind its length in four, little endian."""

from __future__ import annotations

import errno
import struct
import sys
from typing import BinaryIO

_LENGTH = struct.Struct("<I")


def write_block(stream: BinaryIO, block: bytes) -> None:
    """Write a block of less than 4 GiB at once. Raises `OSError` when nobody reads."""
    stream.write(_LENGTH.pack(len(block)))
    stream.write(block)
    stream.flush()


def read_block(stream: BinaryIO) -> bytes | None:
    """The next block; None when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    block = stream.read(size)
    return block if len(block) == size else None


def is_closed_pipe(error: OSError) -> bool:
    """Whether writing to a pipe failed because its reader is gone.

    Windows reports EINVAL there, as it does for a file name that cannot be one.
    """
    if sys.platform == "win32" and error.errno == errno.EINVAL:
        return error.filename is None
    return isinstance(error, BrokenPipeError)
