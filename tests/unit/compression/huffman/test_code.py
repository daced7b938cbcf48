"""Code lengths are optimal, within their limit, and make prefix codes."""

from __future__ import annotations

import heapq
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.compression.huffman.code import (
    Counts,
    canonical_codes,
    count_symbols,
    entropy_bits,
    limited_lengths,
    optimal_bits,
    optimal_lengths,
    payload_bits,
)


def counts_of(occurrences: dict[int, int]) -> Counts:
    counts = np.zeros(256, np.int64)
    for symbol, count in occurrences.items():
        counts[symbol] = count
    return counts


def fibonacci_counts(symbols: int) -> Counts:
    """The counts with the longest codewords for their sum."""
    values = [1, 1]
    while len(values) < symbols:
        values.append(values[-1] + values[-2])
    return counts_of(dict(enumerate(values[:symbols])))


def some_counts(least: int = 1) -> st.SearchStrategy[Counts]:
    """Counts of up to 256 symbols: even, skewed and very skewed ones."""
    count = st.one_of(st.integers(1, 9), st.integers(1, 100_000), st.integers(0, 30).map(lambda n: 1 << n))
    return st.dictionaries(st.integers(0, 255), count, min_size=least).map(counts_of)


def kraft_sum(lengths: NDArray[np.uint8]) -> float:
    return float(sum(2.0 ** -int(length) for length in lengths if length))


def test_symbols_are_counted_as_byte_values() -> None:
    counts = count_symbols(np.array([[0, -1, 127], [-128, -1, 0]], np.int8))
    assert {int(i): int(counts[i]) for i in np.flatnonzero(counts)} == {0: 2, 127: 1, 128: 1, 255: 2}


def test_entropy_of_even_and_of_certain_symbols() -> None:
    assert entropy_bits(counts_of({1: 5, 2: 5, 3: 5, 4: 5})) == pytest.approx(40)
    assert entropy_bits(counts_of({7: 100})) == 0
    assert entropy_bits(counts_of({})) == 0


@given(some_counts())
def test_optimal_lengths_take_the_least_bits_of_a_prefix_code(counts: Counts) -> None:
    """Against Huffman's own algorithm, which adds up the weights of the nodes that it makes."""
    heap = [int(count) for count in counts if count]
    heapq.heapify(heap)
    total = heap[0] if len(heap) == 1 else 0
    while len(heap) > 1:
        weight = heapq.heappop(heap) + heapq.heappop(heap)
        total += weight
        heapq.heappush(heap, weight)
    lengths = optimal_lengths(counts)
    assert payload_bits(counts, lengths) == optimal_bits(counts) == total
    assert entropy_bits(counts) <= total + 1e-6
    assert ((lengths > 0) == (counts > 0)).all()


@given(some_counts(least=2), st.integers(8, 30))
def test_limited_lengths_keep_to_the_limit_and_fill_the_code(counts: Counts, limit: int) -> None:
    lengths = limited_lengths(counts, limit)
    assert lengths.max() <= limit
    assert ((lengths > 0) == (counts > 0)).all()
    assert kraft_sum(lengths) == 1


@given(some_counts(least=2))
def test_a_limit_that_does_not_bind_costs_nothing(counts: Counts) -> None:
    limit = int(optimal_lengths(counts).max())
    assert payload_bits(counts, limited_lengths(counts, limit)) == optimal_bits(counts)


def test_limited_lengths_are_the_best_within_the_limit() -> None:
    """Every complete code of five symbols with at most three bits, tried out."""
    counts = counts_of({0: 100, 1: 20, 2: 5, 3: 2, 4: 1})
    tried = [
        payload_bits(counts, np.array([*lengths, *[0] * 251], np.uint8))
        for lengths in np.ndindex(4, 4, 4, 4, 4)
        if min(lengths) > 0 and sum(2.0**-length for length in lengths) <= 1
    ]
    assert payload_bits(counts, limited_lengths(counts, 3)) == min(tried)


def test_fibonacci_counts_are_held_to_the_limit() -> None:
    counts = fibonacci_counts(40)
    assert optimal_lengths(counts).max() == 39
    lengths = limited_lengths(counts, 12)
    assert lengths.max() == 12
    assert payload_bits(counts, lengths) < 1.01 * optimal_bits(counts)


def test_too_few_bits_for_the_symbols_are_refused() -> None:
    with pytest.raises(ValueError, match="5 symbols"):
        limited_lengths(counts_of(dict.fromkeys(range(5), 1)), 2)


def test_no_symbols_have_no_lengths() -> None:
    assert not optimal_lengths(counts_of({})).any()
    assert optimal_bits(counts_of({})) == 0


def test_one_symbol_alone_has_one_bit() -> None:
    for lengths in (optimal_lengths(counts_of({9: 50})), limited_lengths(counts_of({9: 50}), 5)):
        assert lengths[9] == 1
        assert lengths.sum() == 1


@given(some_counts(least=2))
def test_no_codeword_begins_another_and_shorter_ones_come_first(counts: Counts) -> None:
    lengths = limited_lengths(counts, 20)
    codes = canonical_codes(lengths)
    words = {int(s): format(int(codes[s]), f"0{int(lengths[s])}b") for s in np.flatnonzero(lengths)}
    in_order = sorted(words.values())
    assert all(not b.startswith(a) for a, b in pairwise(in_order))
    assert sorted(words, key=lambda s: words[s]) == sorted(words, key=lambda s: (len(words[s]), s))
