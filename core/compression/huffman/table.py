"""Code tables as TFLM_DECODE reads them: 16-bit entries, several levels.

The ancillary tensor is a header of 16 bytes and then the entries of all levels, little-endian (byte tables
in docs/decode-format.md; source: tensorflow/tflite-micro, kernels/decode_state_huffman.{h,cc}). A level is a
table of 2**width entries. The decoder reads `width` bits and looks at that entry: either a symbol was found,
and the entry says how many of the bits belong to its codeword, or the entry names a table further down.

Width is a bargain. A wide table finds most symbols at the first look; narrow tables have fewer entries. The
layout here is the best one for a price of a look in bytes, found over the tree of codewords from below.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.compression.huffman.code import SYMBOLS, Counts, Lengths, canonical_codes, canonical_order

HEADER_BYTES = 16
DECODE_TYPE_HUFFMAN = 1
VERSION = 1
ENTRY_BYTES = 2
WIDEST = 15
"""An entry has four bits for the length of a symbol's last part, so a symbol cannot use all of 16 bits."""
MOST_ENTRIES = 2048
"""Within so many entries every distance to a next table fits into its 11 bits."""

FOUND = 0x8000
COUNT_SHIFT = 11
COUNT_MASK = 0xF
VALUE_MASK = 0x7FF

LOOKUP_COST = 1 / 200
"""Bytes that one look at a table may cost (docs/decisions/0005-huffman-encoder.md)."""


@dataclass(frozen=True)
class CodeTable:
    """One code with its table, as it stands in the file.

    `lengths` are the lengths of the codewords of the 256 byte values, `codes` the codewords, `entries` the
    16-bit entries of all levels and `first_width` the bits that the first level reads. `bits_read[symbol]`
    is how many bits the decoder takes up to find a symbol, some of which it puts back.
    """

    lengths: Lengths
    codes: NDArray[np.uint64]
    entries: NDArray[np.uint16]
    first_width: int
    bits_read: NDArray[np.uint8]

    @property
    def ancillary(self) -> bytes:
        """The ancillary tensor: header and entries."""
        header = bytearray(HEADER_BYTES)
        header[0] = DECODE_TYPE_HUFFMAN
        header[1] = VERSION
        header[4] = VERSION
        header[5] = (self.first_width - 1) << 4
        return bytes(header) + self.entries.astype("<u2").tobytes()

    @property
    def bytes(self) -> int:
        """Length of the ancillary tensor."""
        return HEADER_BYTES + ENTRY_BYTES * len(self.entries)


@dataclass(frozen=True)
class _Node:
    """An inner node of the tree of codewords: symbols `first` to `last` (exclusive) of the canonical order
    share the `depth` bits that lead here, and occur `weight` times altogether.
    """

    first: int
    last: int
    depth: int
    weight: int


@dataclass(frozen=True)
class _Level:
    """The table chosen for a node: its width, and what it and all below it cost."""

    width: int
    cost: float
    below: tuple[_Node, ...]


class _Tree:
    """The tree of a canonical code, and the best tables for it."""

    def __init__(self, lengths: Lengths, counts: Counts, lookup_cost: float) -> None:
        order = canonical_order(lengths)
        self.symbols: list[int] = order.tolist()
        self.lengths: list[int] = lengths[order].tolist()
        aligned = canonical_codes(lengths)[order] << (64 - lengths[order].astype(np.uint64))
        self._aligned: list[int] = aligned.tolist()
        self._before: list[int] = [0, *np.cumsum(counts[order]).tolist()]
        self._price = lookup_cost
        self._levels: dict[_Node, _Level] = {}

    def root(self) -> _Node:
        return _Node(0, len(self.symbols), 0, self._before[-1])

    def level(self, node: _Node) -> _Level:
        """The cheapest table for `node`, where a look costs the price."""
        if node not in self._levels:
            self._levels[node] = min(self._choices(node), key=lambda level: (level.cost, level.width))
        return self._levels[node]

    def _choices(self, node: _Node) -> list[_Level]:
        """A table of each width that can be the cheapest, down to the deepest leaf."""
        height = max(self.lengths[node.first : node.last]) - node.depth
        choices: list[_Level] = []
        below = [node]
        for width in range(1, min(height, WIDEST) + 1):
            below = [child for parent in below for child in self._inner_children(parent)]
            own = ENTRY_BYTES * 2.0**width + self._price * node.weight
            if choices and own > min(level.cost for level in choices):
                break
            cost = own + sum(self.level(child).cost for child in below)
            choices.append(_Level(width, cost, tuple(below)))
        return choices

    def _inner_children(self, node: _Node) -> list[_Node]:
        bit = 1 << (63 - node.depth)
        depth = node.depth + 1
        middle = node.first
        while middle < node.last and not self._aligned[middle] & bit:
            middle += 1
        return [
            _Node(first, last, depth, self._before[last] - self._before[first])
            for first, last in ((node.first, middle), (middle, node.last))
            if last > first and self.lengths[first] > depth
        ]

    def index(self, node: _Node, symbol_index: int, width: int) -> int:
        """The `width` bits of a codeword that follow the bits that lead to `node`."""
        return (self._aligned[symbol_index] >> (64 - node.depth - width)) & ((1 << width) - 1)


def make_table(lengths: Lengths, counts: Counts, lookup_cost: float = LOOKUP_COST) -> CodeTable:
    """The table for the code of `lengths` on data with `counts`.

    `lookup_cost` is what one look at a table may cost in bytes; 0 gives the fewest bytes. Where the tables
    would grow beyond the reach of a distance, the fewest bytes are taken. Raises ValueError when no symbol
    has a codeword.
    """
    tree = _Tree(lengths, counts, lookup_cost)
    if not tree.symbols:
        raise ValueError("a code needs at least one symbol")
    if len(tree.symbols) == 1:
        return _single_symbol_table(lengths, tree.symbols[0])
    order = _tables_in_order(tree)
    if sum(1 << tree.level(node).width for node in order) > MOST_ENTRIES:
        return make_table(lengths, counts, 0.0)
    return _filled(tree, order, lengths)


def _single_symbol_table(lengths: Lengths, symbol: int) -> CodeTable:
    """One bit a symbol, whatever its value: the format has no example of codewords without bits."""
    entries = np.full(2, FOUND | 1 << COUNT_SHIFT | symbol, np.uint16)
    bits_read = np.zeros(SYMBOLS, np.uint8)
    bits_read[symbol] = 1
    return CodeTable(lengths, canonical_codes(lengths), entries, 1, bits_read)


def _tables_in_order(tree: _Tree) -> list[_Node]:
    """The nodes that have a table, parents before children."""
    order = [tree.root()]
    for node in order:
        order.extend(tree.level(node).below)
    return order


def _filled(tree: _Tree, order: list[_Node], lengths: Lengths) -> CodeTable:
    starts: dict[_Node, int] = {}
    size = 0
    for node in order:
        starts[node] = size
        size += 1 << tree.level(node).width
    entries = np.zeros(size, np.uint16)
    bits_read = np.zeros(SYMBOLS, np.uint8)
    for node in order:
        level = tree.level(node)
        reach = node.depth + level.width
        start = starts[node]
        for child in level.below:
            entry = start + tree.index(node, child.first, level.width)
            entries[entry] = (tree.level(child).width - 1) << COUNT_SHIFT | (starts[child] - entry)
        for i in range(node.first, node.last):
            used = tree.lengths[i] - node.depth
            if used <= level.width:
                entry = start + tree.index(node, i, level.width)
                span = 1 << (level.width - used)
                entries[entry : entry + span] = FOUND | used << COUNT_SHIFT | tree.symbols[i]
                bits_read[tree.symbols[i]] = reach
    return CodeTable(lengths, canonical_codes(lengths), entries, tree.level(order[0]).width, bits_read)
