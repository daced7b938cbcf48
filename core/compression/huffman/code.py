"""Huffman codes over the 256 values of a byte: lengths from counts, and the codewords that follow from them.

Symbols are byte values: an int8 weight w is symbol w & 0xFF. A code is held as 256 lengths in bits, 0 for a
symbol that does not occur; the codewords are canonical (shorter first, then by symbol), so that lengths are
all there is to know.
"""

from __future__ import annotations

from collections.abc import Sequence

import dahuffman
import numpy as np
from numpy.typing import NDArray

SYMBOLS = 256
LONGEST = 24
"""Codewords are no longer than this, so that a codeword and its offset in a word fit into 64 bits."""

Counts = NDArray[np.int64]
Lengths = NDArray[np.uint8]
_Package = tuple[int, tuple[int, ...]]


def count_symbols(codes: NDArray[np.int8]) -> Counts:
    """How often each byte value occurs in `codes` (any shape): 256 numbers."""
    return np.bincount(codes.reshape(-1).view(np.uint8), minlength=SYMBOLS)


def entropy_bits(counts: Counts) -> float:
    """Bits that no code of single symbols can go below for data with these counts."""
    present = counts[counts > 0].astype(np.float64)
    total = present.sum()
    return float(-(present * np.log2(present / total)).sum()) if len(present) else 0.0


def payload_bits(counts: Counts, lengths: Lengths) -> int:
    """Bits that data with these counts takes in the code of these lengths."""
    return int((counts * lengths.astype(np.int64)).sum())


def optimal_bits(counts: Counts) -> int:
    """`payload_bits` of an optimal code without limit, quicker than making the code.

    One symbol alone takes one bit each, as in `optimal_lengths`. Two queues, smallest first (van Leeuwen).
    """
    leaves: list[int] = np.sort(counts[counts > 0]).tolist()
    if len(leaves) < 2:
        return sum(leaves)
    nodes: list[int] = []
    total = leaf = node = 0
    for _ in range(len(leaves) - 1):
        weight = 0
        for _ in range(2):
            if node == len(nodes) or (leaf < len(leaves) and leaves[leaf] <= nodes[node]):
                weight += leaves[leaf]
                leaf += 1
            else:
                weight += nodes[node]
                node += 1
        nodes.append(weight)
        total += weight
    return total


def optimal_lengths(counts: Counts) -> Lengths:
    """Lengths of an optimal code without limit, by dahuffman. A symbol that is alone has one bit."""
    frequencies = {int(symbol): int(counts[symbol]) for symbol in np.flatnonzero(counts)}
    lengths = np.zeros(SYMBOLS, np.uint8)
    if not frequencies:
        return lengths
    # An end-of-file symbol that occurs already keeps dahuffman from adding one of its own.
    codec = dahuffman.HuffmanCodec.from_frequencies(frequencies, eof=next(iter(frequencies)))
    for symbol, (length, _) in codec.get_code_table().items():
        lengths[symbol] = max(length, 1)
    return lengths


def limited_lengths(counts: Counts, limit: int) -> Lengths:
    """Lengths of a code that is optimal among those with no codeword longer than `limit`.

    Package-merge (Larmore and Hirschberg, 1990). Raises ValueError when `limit` bits are too few for the
    number of symbols.
    """
    symbols = np.flatnonzero(counts)
    if len(symbols) > 1 << limit:
        raise ValueError(f"{len(symbols)} symbols do not fit into codewords of {limit} bits")
    if len(symbols) < 2:
        return optimal_lengths(counts)
    coins: list[_Package] = sorted((int(counts[symbol]), (int(symbol),)) for symbol in symbols)
    packages = coins
    for _ in range(limit - 1):
        packages = sorted(coins + _pairs(packages))
    lengths = np.zeros(SYMBOLS, np.uint8)
    for _, members in packages[: 2 * len(symbols) - 2]:
        np.add.at(lengths, list(members), 1)
    return lengths


def _pairs(packages: Sequence[_Package]) -> list[_Package]:
    """Each two neighbors as one package; an odd one out is dropped."""
    return [
        (first[0] + second[0], first[1] + second[1])
        for first, second in zip(packages[::2], packages[1::2], strict=False)
    ]


def canonical_order(lengths: Lengths) -> NDArray[np.intp]:
    """The symbols that have a codeword, in the order of their codewords."""
    symbols = np.flatnonzero(lengths)
    return symbols[np.argsort(lengths[symbols], kind="stable")]


def canonical_codes(lengths: Lengths) -> NDArray[np.uint64]:
    """The codeword of each symbol, right-aligned; 0 where a symbol has none."""
    codes = np.zeros(SYMBOLS, np.uint64)
    code = previous = 0
    for symbol in canonical_order(lengths):
        length = int(lengths[symbol])
        code <<= length - previous
        codes[symbol] = code
        code += 1
        previous = length
    return codes
