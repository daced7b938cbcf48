"""Blocks come out of a pipe as they went in, or not at all."""

from __future__ import annotations

import errno
import io

import pytest

from core.processes.streams import is_closed_pipe, read_block, write_block


def test_blocks_come_out_as_they_went_in() -> None:
    stream = io.BytesIO()
    for block in (b"", b"one", bytes(70_000)):
        write_block(stream, block)
    stream.seek(0)
    assert [read_block(stream) for _ in range(4)] == [b"", b"one", bytes(70_000), None]


@pytest.mark.parametrize("sent", [b"", b"\x01", b"\x05\x00\x00\x00half"])
def test_what_was_cut_off_is_no_block(sent: bytes) -> None:
    assert read_block(io.BytesIO(sent)) is None


@pytest.mark.parametrize(
    ("system", "error", "closed"),
    [
        ("linux", OSError(errno.EPIPE, "Broken pipe"), True),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), False),
        ("linux", OSError(errno.ENOSPC, "No space left on device"), False),
        ("win32", OSError(errno.EPIPE, "Broken pipe"), True),
        ("win32", OSError(errno.EINVAL, "Ungültiges Argument"), True),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a?b.jpg"), False),
    ],
)
def test_a_pipe_without_a_reader_is_known_by_its_number(
    system: str, error: OSError, closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert is_closed_pipe(error) is closed
