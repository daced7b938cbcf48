"""What is encoded decodes to the same, by the emitted tables, looking at nothing outside."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.compression.huffman.bitstream import Undecodable, codeword_lengths, decode, encode
from core.compression.huffman.code import count_symbols, limited_lengths, optimal_lengths
from core.compression.huffman.table import CodeTable, make_table
from tests.builders.tflite_models import skewed_codes
from tests.unit.compression.huffman.test_code import counts_of, fibonacci_counts

Codes = NDArray[np.int8]


def table_for(codes: Codes, limit: int = 24, price: float = 1 / 200) -> CodeTable:
    counts = count_symbols(codes)
    return make_table(limited_lengths(counts, limit), counts, price)


def some_codes() -> st.SearchStrategy[Codes]:
    few = st.lists(st.sampled_from([0, 0, 0, 0, 1, -1, 2, -128]), min_size=1, max_size=300)
    any_value = st.lists(st.integers(-128, 127), min_size=1, max_size=600)
    return st.one_of(few, any_value).map(lambda values: np.array(values, np.int8))


@given(some_codes(), st.integers(8, 24), st.sampled_from([0.0, 1 / 200, 10.0]))
def test_codes_survive(codes: Codes, limit: int, price: float) -> None:
    table = table_for(codes, limit, price)
    payload = encode(codes, table)
    assert len(payload) % 4 == 0
    assert (decode(payload, len(codes), table.ancillary) == codes).all()


@pytest.mark.parametrize("count", [16_383, 16_384, 16_385, 147_456])
def test_large_tensors_survive_in_pairs_and_with_one_left_over(count: int) -> None:
    codes = skewed_codes((count,), seed=count)
    table = table_for(codes)
    assert (decode(encode(codes, table), count, table.ancillary) == codes).all()


def test_bits_are_the_codewords_most_significant_first_in_big_endian_words() -> None:
    codes = np.array([3, 0, 0, 5, 3, 0, 5, 0, 0, 0, 3, 5] * 9, np.int8)
    table = table_for(codes)
    words = [format(int(table.codes[code]), f"0{int(table.lengths[code])}b") for code in codes.view(np.uint8)]
    bits = "".join(words)
    payload = encode(codes, table)
    written = "".join(format(byte, "08b") for byte in payload)
    assert written.startswith(bits)
    assert not written[len(bits) :].strip("0")


def test_long_codewords_survive() -> None:
    counts = fibonacci_counts(25)
    table = make_table(limited_lengths(counts, 24), counts)
    chance = np.random.default_rng(0)
    codes = chance.integers(0, 25, 40_001).astype(np.int8)
    assert (decode(encode(codes, table), len(codes), table.ancillary) == codes).all()


@given(some_codes(), st.sampled_from([1 / 200, 10.0]))
def test_one_word_less_and_the_decoder_would_look_beyond_the_end(codes: Codes, price: float) -> None:
    table = table_for(codes, price=price)
    payload = encode(codes, table)
    with pytest.raises(Undecodable):
        decode(payload[:-4], len(codes), table.ancillary)


def test_a_last_word_that_is_only_looked_into_is_there() -> None:
    """32 symbols of one bit fill a word; a table of several bits looks further for the last of them."""
    counts = counts_of({0: 10_000, 1: 300, 2: 200, 3: 100})
    table = make_table(limited_lengths(counts, 8), counts, 1000.0)
    codes = np.zeros(32, np.int8)
    payload = encode(codes, table)
    assert table.first_width == 3
    assert len(payload) == 8
    assert (decode(payload, 32, table.ancillary) == codes).all()
    with pytest.raises(Undecodable):
        decode(payload[:4], 32, table.ancillary)


def test_every_shape_is_taken_in_memory_order() -> None:
    codes = skewed_codes((5, 3, 3, 4))
    table = table_for(codes)
    assert encode(codes, table) == encode(codes.reshape(-1), table)
    turned = codes.transpose(3, 1, 2, 0)
    assert encode(turned, table) == encode(np.ascontiguousarray(turned), table)


def test_nothing_encodes_to_nothing() -> None:
    table = table_for(skewed_codes((50,)))
    assert encode(np.zeros(0, np.int8), table) == b""
    assert len(decode(b"", 0, table.ancillary)) == 0


def test_one_symbol_takes_one_bit() -> None:
    codes = np.full(320, -7, np.int8)
    table = table_for(codes)
    payload = encode(codes, table)
    assert len(payload) == 40
    assert (decode(payload, 320, table.ancillary) == codes).all()


def test_a_symbol_without_codeword_is_told() -> None:
    with pytest.raises(KeyError, match="symbol 9 "):
        encode(np.array([0, 9], np.int8), table_for(np.array([0, 1], np.int8)))


def test_a_table_that_misses_a_symbol_does_not_decode_another_in_its_place() -> None:
    """An incomplete code: the bits 11 lead to no entry, and the decoder does not go on."""
    lengths = np.zeros(256, np.uint8)
    lengths[[1, 2, 3]] = 2
    table = make_table(lengths, counts_of({1: 1, 2: 1, 3: 1}))
    assert decode(bytes([0b00011000, 0, 0, 0]), 3, table.ancillary).tolist() == [1, 2, 3]
    with pytest.raises(Undecodable):
        decode(b"\xff" * 4, 3, table.ancillary)


def test_foreign_or_damaged_tables_are_refused() -> None:
    table = table_for(skewed_codes((50,)))
    payload = encode(skewed_codes((50,)), table)
    for place, value in ((0, 0), (1, 2), (4, 0), (5, table.ancillary[5] | 1)):
        damaged = bytearray(table.ancillary)
        damaged[place] = value
        with pytest.raises(Undecodable):
            decode(payload, 50, bytes(damaged))
    for length in (0, 15, 16, 18):
        with pytest.raises(Undecodable):
            decode(payload, 50, table.ancillary[:length])


def test_random_tables_are_decoded_or_refused() -> None:
    chance = np.random.default_rng(5)
    header = table_for(skewed_codes((50,))).ancillary[:16]
    for _ in range(300):
        ancillary = header + chance.bytes(2 * int(chance.integers(1, 40)))
        try:
            decoded = decode(chance.bytes(64), 40, ancillary)
        except Undecodable:
            continue
        assert len(decoded) == 40


def test_lengths_from_dahuffman_and_from_the_limit_encode_alike() -> None:
    codes = skewed_codes((5000,))
    counts = count_symbols(codes)
    unlimited = make_table(optimal_lengths(counts), counts)
    assert encode(codes, unlimited) == encode(codes, table_for(codes))


def test_the_lengths_of_codewords_are_found_in_the_emitted_table() -> None:
    chance = np.random.default_rng(4)
    counts = np.zeros(256, np.int64)
    counts[:120] = np.sort(chance.geometric(0.01, 120))
    lengths = optimal_lengths(counts)
    table = make_table(lengths, counts)
    assert np.array_equal(codeword_lengths(table.ancillary), lengths)


@pytest.mark.parametrize("entry", [0x0000, 0x0001, 0x07FF, 0x7800])
def test_a_table_that_leads_outside_or_in_a_circle_has_no_codewords(entry: int) -> None:
    counts = np.zeros(256, np.int64)
    counts[:4] = (5, 3, 2, 1)
    ancillary = make_table(optimal_lengths(counts), counts).ancillary
    damaged = ancillary[:16] + entry.to_bytes(2, "little") * ((len(ancillary) - 16) // 2)
    with pytest.raises(Undecodable):
        codeword_lengths(damaged)


def test_more_symbols_than_bits_are_refused_before_memory_is_set_aside() -> None:
    table = table_for(skewed_codes((50,)))
    with pytest.raises(Undecodable, match="bits"):
        decode(bytes(16), 1 << 50, table.ancillary)


def test_decoding_takes_little_more_than_a_byte_for_each_weight() -> None:
    codes = skewed_codes((1_000_000,))
    table = table_for(codes)
    payload = encode(codes, table)
    tracemalloc.start()
    try:
        decoded = decode(payload, len(codes), table.ancillary)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (decoded == codes).all()
    assert peak < len(codes) + 10_000_000
