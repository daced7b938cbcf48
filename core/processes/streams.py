"""The two pipes between one of our processes and the one that started it, and blocks of bytes in them."""

from __future__ import annotations

import errno
import io
import os
import struct
import sys
from typing import IO, Any, BinaryIO

_LENGTH = struct.Struct("<I")


class _Printed(io.FileIO):
    """A file for what is printed, which is not worth failing for."""

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError:
            return len(data)


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output of this process, from now on for the caller alone.

    Nothing that it starts or imports can touch them: standard input is empty for others, and what is printed,
    from C as well, goes to standard error. On a full disk it is lost, and nothing is raised for it.
    """
    sys.stdout = sys.stderr = io.TextIOWrapper(
        _Printed(2, "wb", closefd=False),
        "utf-8",
        "backslashreplace",
        write_through=True,
    )
    stdin, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return stdin, answers


def write_block(stream: IO[bytes], block: bytes) -> None:
    """Write a block of less than 4 GiB, behind its length, at once. Raises `OSError` when nobody reads."""
    stream.write(framed(block))
    stream.flush()


def framed(block: bytes) -> bytes:
    """A block of less than 4 GiB behind its length in four bytes, little endian."""
    return _LENGTH.pack(len(block)) + block


def read_block(stream: IO[bytes]) -> bytes | None:
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
