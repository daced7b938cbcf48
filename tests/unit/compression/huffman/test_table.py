"""Code tables have the format that TFLM reads, and the size and width that pay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compression.huffman.code import Counts, canonical_codes, limited_lengths, optimal_lengths
from core.compression.huffman.table import MOST_ENTRIES, CodeTable, make_table
from tests.unit.compression.huffman.test_code import counts_of, fibonacci_counts, some_counts

SKEWED = counts_of({0: 8000, 1: 500, 255: 500, 2: 120, 254: 110, 3: 40, 253: 30, 4: 6, 252: 5, 5: 1})


def looked_up(table: CodeTable, word: str) -> tuple[int, int, int]:
    """What TFLM's loop finds for the bits of `word`: the symbol, its length, and the tables looked at.

    Written after the format's description, one step at a time.
    """
    entries = np.frombuffer(table.ancillary[16:], "<u2")
    width = (table.ancillary[5] >> 4) + 1
    bits = word + "0" * 64
    index = int(bits[:width], 2)
    taken, looks = width, 1
    while not entries[index] & 0x8000:
        entry = int(entries[index])
        width = ((entry >> 11) & 0xF) + 1
        index = index + (entry & 0x7FF) + int(bits[taken : taken + width], 2)
        taken += width
        looks += 1
    entry = int(entries[index])
    return entry & 0xFF, taken - width + ((entry >> 11) & 0xF), looks


def words(table: CodeTable) -> dict[int, str]:
    return {
        int(symbol): format(int(table.codes[symbol]), f"0{int(table.lengths[symbol])}b")
        for symbol in np.flatnonzero(table.lengths)
    }


def test_the_header_says_huffman_version_one_sixteen_bit_entries_and_the_first_width() -> None:
    table = make_table(optimal_lengths(SKEWED), SKEWED)
    header = table.ancillary[:16]
    assert header[:5] == bytes((1, 1, 0, 0, 1))
    assert header[5] == (table.first_width - 1) << 4
    assert header[6:] == bytes(10)
    assert len(table.ancillary) == table.bytes == 16 + 2 * len(table.entries)


@given(some_counts(least=2), st.integers(8, 24), st.sampled_from([0.0, 1 / 200, 1.0, 1000.0]))
def test_every_codeword_leads_to_its_symbol_at_any_price_of_a_look(
    counts: Counts, limit: int, price: float
) -> None:
    table = make_table(limited_lengths(counts, limit), counts, price)
    for symbol, word in words(table).items():
        assert looked_up(table, word)[:2] == (symbol, len(word))
        assert looked_up(table, word + "1" * 40)[:2] == (symbol, len(word))


def test_canonical_codewords_are_those_of_the_lengths() -> None:
    lengths = optimal_lengths(SKEWED)
    assert (make_table(lengths, SKEWED).codes == canonical_codes(lengths)).all()


def test_without_a_price_of_looks_a_table_is_as_small_as_its_tree_allows() -> None:
    """Two entries for each inner node, or fewer where the tree is full."""
    table = make_table(optimal_lengths(SKEWED), SKEWED, 0.0)
    assert len(table.entries) <= 2 * (np.count_nonzero(SKEWED) - 1)
    even = counts_of(dict.fromkeys(range(16), 10))
    assert len(make_table(optimal_lengths(even), even, 0.0).entries) == 16


def test_the_table_of_the_format_page() -> None:
    """docs/decode-format.md: codewords 0, 10, 110 and 111 for 0, 1, 2 and -1."""
    counts = counts_of({0: 1000, 1: 500, 2: 4, 255: 4})
    table = make_table(optimal_lengths(counts), counts)
    assert words(table) == {0: "0", 1: "10", 2: "110", 255: "111"}
    assert table.first_width == 2
    assert table.entries.tolist() == [0x8800, 0x8800, 0x9001, 0x0001, 0x8802, 0x88FF]


def test_dear_looks_give_one_table_for_all_that_is_frequent() -> None:
    counts = SKEWED * 1000
    wide = make_table(optimal_lengths(counts), counts, 1.0)
    narrow = make_table(optimal_lengths(counts), counts, 0.0)
    assert wide.first_width > narrow.first_width
    assert wide.bytes > narrow.bytes
    looks = [
        sum(int(counts[symbol]) * looked_up(table, word)[2] for symbol, word in words(table).items())
        for table in (wide, narrow)
    ]
    assert looks[0] < looks[1]


def test_a_weight_of_a_large_tensor_takes_hardly_more_than_one_look() -> None:
    counts = SKEWED * 15
    table = make_table(optimal_lengths(counts), counts)
    looks = sum(int(counts[symbol]) * looked_up(table, word)[2] for symbol, word in words(table).items())
    assert looks < 1.05 * counts.sum()
    assert table.bytes < 16 + 2 * 40


def test_no_table_outgrows_the_reach_of_a_distance() -> None:
    """256 symbols of which some have 24 bits: wide tables at any price would have thousands of entries."""
    counts = counts_of({i: 1 << max(0, 30 - i // 4) for i in range(256)})
    table = make_table(limited_lengths(counts, 24), counts, 1e9)
    assert len(table.entries) <= MOST_ENTRIES
    for symbol, word in words(table).items():
        assert looked_up(table, word)[:2] == (symbol, len(word))


def test_codewords_beyond_one_level_are_found() -> None:
    counts = fibonacci_counts(25)
    table = make_table(limited_lengths(counts, 24), counts)
    symbol, length, looks = looked_up(table, words(table)[0])
    assert (symbol, length) == (0, 24)
    assert looks > 1


def test_bits_read_are_those_that_the_decoder_takes_up() -> None:
    table = make_table(optimal_lengths(SKEWED), SKEWED)
    for symbol, length in enumerate(table.lengths):
        if length:
            assert length <= table.bits_read[symbol] <= 24
    assert table.bits_read[0] == table.first_width


def test_one_symbol_has_a_table_of_one_bit() -> None:
    counts = counts_of({200: 12})
    table = make_table(optimal_lengths(counts), counts)
    assert table.first_width == 1
    assert [looked_up(table, bit)[:2] for bit in "01"] == [(200, 1), (200, 1)]


def test_a_code_without_symbols_has_no_table() -> None:
    with pytest.raises(ValueError, match="at least one symbol"):
        make_table(np.zeros(256, np.uint8), counts_of({}))
