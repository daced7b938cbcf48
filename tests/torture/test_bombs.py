"""Bombs are sound files: what refuses one does so for its size."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from tests.torture.bombs import PACKINGS, bombed_zip, zlib_zeros

_MEGABYTES = 100


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_zip_unpacks_to_zeros_with_the_checksum_that_it_claims(packing: int) -> None:
    bomb = bombed_zip("cat/bomb.jpg", packing, _MEGABYTES)
    size = 0
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive, archive.open("cat/bomb.jpg") as member:
        assert member.read(4) == b"\xff\xd8\xff\0"
        # zipfile compares the checksum when the last byte is read.
        while piece := member.read(1 << 20):
            assert not piece.strip(b"\0")
            size += len(piece)
        assert size + 4 == archive.getinfo("cat/bomb.jpg").file_size
    assert 0.7 * (_MEGABYTES << 20) < size <= _MEGABYTES << 20
    assert len(bomb) < 0.002 * size


def test_a_zlib_stream_unpacks_to_zeros() -> None:
    assert zlib.decompress(zlib_zeros(50)) == bytes(50 << 20)
