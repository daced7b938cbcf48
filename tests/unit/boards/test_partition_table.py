"""The flash layout, and the table that ESP-IDF's bootloader and our virtual board read from flash."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

import pytest

from core.boards.partition_table import (
    MODEL_SUBTYPE,
    SECTOR_BYTES,
    TABLE_BYTES,
    TABLE_OFFSET,
    DamagedTable,
    application_partition,
    layout,
    model_partition,
    pack_table,
    unpack_table,
)
from tests.builders.bundles import partitions_csv
from tests.builders.virtual_boards import MEGABYTE


def test_a_4_mb_flash_gives_the_application_one_and_a_half_megabytes_and_the_model_the_rest() -> None:
    assert (application_partition().offset, application_partition().size) == (0x10000, 0x180000)
    model = model_partition(4 * MEGABYTE)
    assert (model.offset, model.end) == (0x190000, 0x400000)
    assert (model.type, model.subtype) == (1, MODEL_SUBTYPE)


@pytest.mark.parametrize("megabytes", [2, 4, 8, 16])
def test_partitions_fill_the_flash_without_overlap_and_start_where_flash_can_be_erased(
    megabytes: int,
) -> None:
    partitions = layout(megabytes * MEGABYTE)
    assert partitions[0].offset >= TABLE_OFFSET + TABLE_BYTES
    for before, after in itertools.pairwise(partitions):
        assert before.end == after.offset
        assert after.offset % SECTOR_BYTES == 0
    assert partitions[-1].end == megabytes * MEGABYTE


def test_a_flash_too_small_for_a_model_has_no_layout() -> None:
    with pytest.raises(ValueError, match="no room"):
        layout(MEGABYTE)


def test_an_entry_has_the_bytes_that_esp_idf_writes() -> None:
    table = pack_table(layout(4 * MEGABYTE))
    assert len(table) == TABLE_BYTES
    model = bytes.fromhex("aa50 0140 00001900 00002700") + b"model".ljust(16, b"\0") + bytes(4)
    assert table[96:128] == model
    assert table[128:160] == b"\xeb\xeb" + b"\xff" * 14 + hashlib.md5(table[:128]).digest()
    assert set(table[160:]) == {0xFF}


def test_a_table_comes_back_as_it_was() -> None:
    partitions = layout(8 * MEGABYTE)
    assert unpack_table(pack_table(partitions)) == partitions


@pytest.mark.parametrize("at", range(0, 160, 7))
def test_any_changed_byte_is_noticed(at: int) -> None:
    table = bytearray(pack_table(layout(4 * MEGABYTE)))
    table[at] ^= 0x10
    with pytest.raises(DamagedTable):
        unpack_table(bytes(table))


@pytest.mark.parametrize("data", [b"", b"\xff" * TABLE_BYTES, bytes(TABLE_BYTES), b"\xaa\x50" * 8])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedTable):
        unpack_table(data)


def test_a_table_without_its_end_is_refused() -> None:
    with pytest.raises(DamagedTable, match="no end"):
        unpack_table(pack_table(layout(4 * MEGABYTE))[:128])


def test_the_documentation_has_the_same_layout() -> None:
    page = (Path(__file__).parents[3] / "docs" / "firmware-bundle.md").read_text(encoding="utf-8")
    rows = [", ".join(cell.strip() for cell in line.strip("|").split("|")) for line in page.splitlines()]
    text = partitions_csv(layout(4 * MEGABYTE)).splitlines()
    assert len(text) == 5
    assert set(text[1:]) <= set(rows)
