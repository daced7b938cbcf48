"""Codewords as one string of bits, and back.

The string is read most significant bit first from big-endian 32-bit words. Its last word is the last one
that the decoder looks into when it reads the last symbols: it takes up bits for a whole table, then puts
back what it did not need.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.compression.huffman.code import SYMBOLS, Lengths
from core.compression.huffman.table import (
    COUNT_MASK,
    COUNT_SHIFT,
    DECODE_TYPE_HUFFMAN,
    FOUND,
    HEADER_BYTES,
    VALUE_MASK,
    VERSION,
    CodeTable,
)

WORD_BYTES = 4
_WORD_BITS = 32
_DOUBLE_WORD_BITS = 64
_WINDOW_BITS = 57
_STRIDE = 16
_BLOCK_BYTES = 1 << 14
"""Bytes of codewords that are decoded at a time: for each of their bits about 70 bytes are needed."""
_LOOK_BYTES = 8
"""How far beyond a block its last codewords may reach."""

_Words = NDArray[np.uint64]


class Undecodable(ValueError):
    """The bits lead out of the table or out of the string."""


def encode(codes: NDArray[np.int8], table: CodeTable) -> bytes:
    """`codes` (any shape, in memory order) as a string of bits, padded to whole words.

    Every symbol must have a codeword in `table`; KeyError names one that has none. The codewords of two
    symbols are looked up together, then neighbors are joined as long as they fit into 64 bits.
    """
    symbols = np.ascontiguousarray(codes).reshape(-1).view(np.uint8)
    if len(symbols) == 0:
        return b""
    words, sizes = _words_of_pairs(symbols, table)
    if not sizes.all():
        missing = np.setdiff1d(symbols, np.flatnonzero(table.lengths))
        raise KeyError(f"symbol {int(missing[0])} has no codeword")
    longest = 2 * int(table.lengths.max())
    while 2 * longest <= _DOUBLE_WORD_BITS and len(words) > 1:
        words, sizes = _joined(words, sizes)
        longest *= 2
    bits = int(sizes.sum(dtype=np.int64))
    return _packed(words, sizes, _words_looked_into(symbols, table, bits))


def _words_of_pairs(symbols: NDArray[np.uint8], table: CodeTable) -> tuple[_Words, NDArray[np.uint8]]:
    """The joined codewords of each two symbols and their lengths, 0 where a symbol has no codeword."""
    has_codeword = table.lengths > 0
    first, second = table.lengths[None, :], table.lengths[:, None]
    codes = (table.codes[None, :] << second.astype(np.uint64)) | table.codes[:, None]
    lengths = (first + second) * (has_codeword[None, :] & has_codeword[:, None])
    even = len(symbols) & ~1
    pairs = symbols[:even].view("<u2")
    words, sizes = codes.reshape(-1)[pairs], lengths.reshape(-1)[pairs]
    if even == len(symbols):
        return words, sizes
    return np.append(words, table.codes[symbols[-1]]), np.append(sizes, table.lengths[symbols[-1]])


def _joined(words: _Words, sizes: NDArray[np.uint8]) -> tuple[_Words, NDArray[np.uint8]]:
    """Each two neighbors as one word; an odd last one is joined with nothing."""
    if len(words) % 2:
        words, sizes = np.append(words, np.uint64(0)), np.append(sizes, np.uint8(0))
    return (words[::2] << sizes[1::2].astype(np.uint64)) | words[1::2], sizes[::2] + sizes[1::2]


def _words_looked_into(symbols: NDArray[np.uint8], table: CodeTable, bits: int) -> int:
    """How many words of 32 bits the decoder looks into. Only the last symbols can reach the furthest."""
    tail = symbols[-int(table.bits_read.max()) :]
    lengths = table.lengths[tail].astype(np.int64)
    starts = bits - np.cumsum(lengths[::-1])[::-1]
    return int((starts + table.bits_read[tail]).max() + _WORD_BITS - 1) // _WORD_BITS


def _packed(words: _Words, sizes: NDArray[np.uint8], count: int) -> bytes:
    """`words` of `sizes` bits (up to 64), one after the other, in `count` words of 32 bits.

    At least one begins in each double word, and no two share a bit: adding up what falls into a double word
    joins it.
    """
    ends = np.cumsum(sizes, dtype=np.int64)
    place = (ends - sizes) >> 6
    beyond = ends - ((place + 1) << 6)
    left, right = np.maximum(-beyond, 0).astype(np.uint64), np.maximum(beyond, 0).astype(np.uint64)
    firsts = np.flatnonzero(np.diff(place, prepend=-1))
    doubles = np.zeros((count + 1) // 2 + 1, np.uint64)
    doubles[: len(firsts)] = np.add.reduceat((words << left) >> right, firsts)
    split = np.flatnonzero(right)
    doubles[place[split] + 1] |= words[split] << (_DOUBLE_WORD_BITS - right[split])
    return doubles.astype(">u8").tobytes()[: count * WORD_BYTES]


def decode(payload: bytes, count: int, ancillary: bytes) -> NDArray[np.int8]:
    """The first `count` symbols of `payload` by the table in `ancillary`, as TFLM_DECODE finds them.

    This walks the emitted entries, not the codewords they were made from, and looks nowhere that is outside
    the table or the string: it proves both. It takes a byte for each symbol and a few MB besides. Raises
    `Undecodable` when the header is another one, when the bits lead outside, or when there are fewer bits
    than symbols.
    """
    entries, first_width = _parsed(ancillary)
    if count > 8 * len(payload):
        # Nothing is set aside for what a shape only claims.
        raise Undecodable(f"{count:,} symbols are more than {len(payload):,} bytes have bits")
    decoded = np.empty(count, np.int8)
    done = place = 0
    while done < count:
        block = place // 8
        part = payload[block : block + _BLOCK_BYTES + _LOOK_BYTES]
        symbols, lengths = _symbol_at_each_bit(part, entries, first_width)
        places = _places_visited(lengths, place - 8 * block, 8 * _BLOCK_BYTES)[: count - done]
        if not lengths[places].all():
            raise Undecodable("the bits lead out of the table or out of the string")
        decoded[done : done + len(places)] = symbols[places].view(np.int8)
        done += len(places)
        place = 8 * block + int(places[-1]) + int(lengths[places[-1]])
    return decoded


def codeword_lengths(ancillary: bytes) -> Lengths:
    """The lengths of the codewords that a table holds, found by walking its entries.

    Raises `Undecodable` for another header and for entries that lead outside the table or in a circle.
    """
    entries, first_width = _parsed(ancillary)
    lengths = np.zeros(SYMBOLS, np.uint8)
    levels = [(0, first_width, 0)]
    for base, width, depth in levels:
        if base + (1 << width) > len(entries) or depth + width > _WINDOW_BITS:
            raise Undecodable("the entries lead out of the table, or further than any codeword is long")
        for index in range(base, base + (1 << width)):
            entry = int(entries[index])
            count = (entry >> COUNT_SHIFT) & COUNT_MASK
            if entry & FOUND:
                lengths[entry & 0xFF] = depth + count
            elif len(levels) < len(entries):
                levels.append((index + (entry & VALUE_MASK), count + 1, depth + width))
            else:
                raise Undecodable("the entries name more tables than there can be")
    return lengths


def _places_visited(lengths: NDArray[np.uint8], first: int, end: int) -> NDArray[np.int32]:
    """Where codewords begin, from `first` to before `end`, when the one at bit i is `lengths[i]` bits long.

    Where each codeword begins follows from the one before. The steps are taken sixteen at a time, for each
    bit beforehand; then what lies between is filled in for all at once. A place of length 0 is the last one.
    """
    end = min(end, len(lengths) - 1)
    following = np.minimum(np.arange(end + 1, dtype=np.int32) + lengths[: end + 1], end)
    far = following
    for _ in range(_STRIDE.bit_length() - 1):
        far = far[far]
    strides: list[int] = far.tolist()
    anchors = [first]
    while strides[anchors[-1]] != anchors[-1]:
        anchors.append(strides[anchors[-1]])
    places = np.empty((len(anchors), _STRIDE), np.int32)
    places[:, 0] = anchors
    for step in range(1, _STRIDE):
        places[:, step] = following[places[:, step - 1]]
    visited = places.reshape(-1)
    visited = visited[np.diff(visited, prepend=-1) > 0]
    return visited[visited < end] if first < end else visited[:1]


def _parsed(ancillary: bytes) -> tuple[NDArray[np.uint16], int]:
    """Entries and width of the first level."""
    header = ancillary[:HEADER_BYTES]
    if (
        len(header) < HEADER_BYTES
        or header[:2] != bytes((DECODE_TYPE_HUFFMAN, VERSION))
        or header[4] != VERSION
    ):
        raise Undecodable("the ancillary tensor does not begin with the header of Huffman tables")
    if header[5] & 0x0F:
        raise Undecodable("only tables with 16-bit entries are read")
    entries = np.frombuffer(ancillary[HEADER_BYTES : len(ancillary) & ~1], "<u2")
    if len(entries) == 0:
        raise Undecodable("the ancillary tensor has no table")
    return entries, (header[5] >> 4) + 1


def _symbol_at_each_bit(
    payload: bytes, entries: NDArray[np.uint16], first_width: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """What a decoder that stands at each bit of `payload` finds: the symbol and the length of its codeword.

    The length is 0 where it finds none within the table, the string, or the 57 bits that are looked at, and
    at the end of the string, which has a place of its own.
    """
    windows = _windows(payload)
    bits = len(windows)
    symbols = np.zeros(bits + 1, np.uint8)
    lengths = np.zeros(bits + 1, np.uint8)
    at = np.arange(bits, dtype=np.int32)
    left = np.minimum(bits - at, _WINDOW_BITS)
    taken = np.zeros(bits, np.int32)
    base = np.zeros(bits, np.int32)
    width = np.full(bits, first_width, np.int32)
    while len(at):
        index = base + (windows >> (_DOUBLE_WORD_BITS - width).astype(np.uint64)).astype(np.int32)
        outside = (index >= len(entries)) | (taken + width > left)
        entry = entries[np.where(outside, 0, index)].astype(np.int32)
        count = (entry >> COUNT_SHIFT) & COUNT_MASK
        is_symbol = ((entry & FOUND) != 0) & ~outside
        symbols[at[is_symbol]] = (entry & 0xFF)[is_symbol]
        lengths[at[is_symbol]] = (taken + np.minimum(count, width))[is_symbol]
        on = np.flatnonzero(~is_symbol & ~outside)
        windows = windows[on] << width[on].astype(np.uint64)
        at, left = at[on], left[on]
        base = (index + (entry & VALUE_MASK))[on]
        taken = (taken + width)[on]
        width = count[on] + 1
    return symbols, lengths


def _windows(payload: bytes) -> NDArray[np.uint64]:
    """For each bit of `payload`, the 57 bits from it on at the top of 64; zeros follow the end."""
    padded = np.frombuffer(payload + bytes(8), np.uint8)
    eight = np.lib.stride_tricks.sliding_window_view(padded, 8)[: len(payload)]
    at_bytes = np.ascontiguousarray(eight).view(">u8").astype(np.uint64)
    return (at_bytes << np.arange(8, dtype=np.uint64)).reshape(-1)
