"""Blocks come out of a pipe as they went in, or not at all."""

from __future__ import annotations

import io

import pytest

from core.blocks import read_block, write_block


def test_blocks_come_out_as_they_went_in() -> None:
    stream = io.BytesIO()
    for block in (b"", b"one", bytes(70_000)):
        write_block(stream, block)
    stream.seek(0)
    assert [read_block(stream) for _ in range(4)] == [b"", b"one", bytes(70_000), None]


@pytest.mark.parametrize("sent", [b"", b"\x01", b"\x05\x00\x00\x00half"])
def test_what_was_cut_off_is_no_block(sent: bytes) -> None:
    assert read_block(io.BytesIO(sent)) is None
