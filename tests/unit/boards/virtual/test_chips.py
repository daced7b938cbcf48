"""The virtual flash chip behaves as NOR flash does."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from core.boards.virtual.chips import OutOfFlash, blank_flash, flash_in_file
from core.errors import SqueezeError
from tests.builders.virtual_boards import MEGABYTE


def test_a_new_chip_is_all_ones() -> None:
    assert blank_flash(2 * MEGABYTE).read(MEGABYTE, 4) == b"\xff" * 4


def test_programming_only_clears_bits() -> None:
    flash = blank_flash(2 * MEGABYTE)
    flash.program(5, b"\xf0\x0f")
    flash.program(5, b"\xcc\xff")
    assert flash.read(4, 4) == b"\xff\xc0\x0f\xff"


def test_erasing_takes_whole_sectors() -> None:
    flash = blank_flash(2 * MEGABYTE)
    flash.program(0, bytes(0x4000))
    flash.erase(0x1FFF, 2)
    assert flash.read(0, 0x4000) == bytes(0x1000) + b"\xff" * 0x2000 + bytes(0x1000)


def test_it_computes_hashes() -> None:
    flash = blank_flash(2 * MEGABYTE)
    flash.program(100, b"abc")
    assert flash.md5(100, 3) == hashlib.md5(b"abc").digest()


@pytest.mark.parametrize(("offset", "size"), [(2 * MEGABYTE, 1), (2 * MEGABYTE - 2, 3), (-1, 1)])
def test_there_is_nothing_beyond_its_end(offset: int, size: int) -> None:
    with pytest.raises(OutOfFlash):
        blank_flash(2 * MEGABYTE).read(offset, size)


@pytest.mark.parametrize(("megabytes", "identity"), [(4, 0x1640EF), (8, 0x1740EF), (16, 0x1840EF)])
def test_its_identity_tells_its_size(megabytes: int, identity: int) -> None:
    assert blank_flash(megabytes * MEGABYTE).identity == identity


def test_a_corrupt_write_changes_one_bit_and_later_ones_none() -> None:
    flash = blank_flash(2 * MEGABYTE)
    flash.corrupt_writes = 1
    flash.program(0, b"\x0f\x0f")
    flash.program(8, b"\x0f\x0f")
    assert flash.read(0, 2) == b"\x0e\x0f"
    assert flash.read(8, 2) == b"\x0f\x0f"


def test_a_file_keeps_the_content(tmp_path: Path) -> None:
    path = tmp_path / "new" / "flash.bin"
    with flash_in_file(path, 2 * MEGABYTE) as flash:
        flash.program(1000, b"kept")
    assert path.stat().st_size == 2 * MEGABYTE
    with flash_in_file(path, 2 * MEGABYTE) as flash:
        assert flash.read(999, 6) == b"\xffkept\xff"


def test_a_file_of_another_size_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"dear")
    with pytest.raises(SqueezeError, match=r"letter\.txt has 4 bytes"), flash_in_file(path, 2 * MEGABYTE):
        pass
    assert path.read_bytes() == b"dear"
