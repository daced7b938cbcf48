"""Which tensors are coded with which code: the choice that makes the file smallest.

A code of its own fits a tensor best, but brings a table and a tensor to hold it. Tensors with like weights
lose little by sharing one. Starting from a code for each tensor, the two groups that save most bytes
together are merged, again and again, until no merger saves any; a group that would not pay for its table is
not coded at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.compression.huffman.code import (
    LONGEST,
    Counts,
    limited_lengths,
    optimal_bits,
    optimal_lengths,
    payload_bits,
)
from core.compression.huffman.table import ENTRY_BYTES, HEADER_BYTES, CodeTable, make_table

TABLE_PARTS_BYTES = 52
"""What a table costs beside its own bytes: a tensor, a buffer, their offsets, and a shape."""
_ENTRIES_A_SYMBOL = 1.3
"""For an estimate while groups are formed: tables have 1.1 to 1.5 entries for each symbol."""
_NEIGHBORS = 24
"""Only groups that are this close in bits a weight are tried together, so that many tensors take no longer
than their number."""


@dataclass(frozen=True)
class Compressible:
    """A tensor's contents as the choice sees it.

    `stored_bytes` is what it takes in the plain file, `parts_bytes` what DECODE operators and tensors for it
    take in the coded one, its own codewords and the table apart.
    """

    counts: Counts
    stored_bytes: int
    parts_bytes: int


@dataclass(frozen=True)
class SharedTable:
    """A code table and the numbers of the tensors that are coded with it."""

    table: CodeTable
    members: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class _Group:
    members: tuple[int, ...]
    counts: Counts
    spendable_bytes: int

    @cached_property
    def bits_a_weight(self) -> float:
        return optimal_bits(self.counts) / int(self.counts.sum())

    @cached_property
    def saved_bytes(self) -> float:
        """Bytes by which the file shrinks when this group is coded; 0 if it would not."""
        symbols = int((self.counts > 0).sum())
        table = HEADER_BYTES + ENTRY_BYTES * _ENTRIES_A_SYMBOL * symbols + TABLE_PARTS_BYTES
        return max(0.0, self.spendable_bytes - optimal_bits(self.counts) / 8 - table)

    def merged(self, other: _Group) -> _Group:
        return _Group(
            tuple(sorted(self.members + other.members)),
            self.counts + other.counts,
            self.spendable_bytes + other.spendable_bytes,
        )


def share_tables(tensors: Sequence[Compressible], share: bool = True) -> tuple[SharedTable, ...]:
    """Tables for `tensors`, named by their positions; one that is in none of them is better left as it is.

    With `share` False each tensor has a table of its own.
    """
    groups = [
        _Group((number,), tensor.counts, tensor.stored_bytes - tensor.parts_bytes)
        for number, tensor in enumerate(tensors)
        if _can_shrink(tensor)
    ]
    if share:
        groups = _merged(groups)
    shared = [_worthwhile(_cheapest_table(group.counts), group.members, tensors) for group in groups]
    return tuple(sorted(filter(None, shared), key=lambda entry: entry.members))


def _can_shrink(tensor: Compressible) -> bool:
    """Whether coding can make the file smaller at all, were there a table to be had for nothing."""
    return optimal_bits(tensor.counts) < 8 * (tensor.stored_bytes - tensor.parts_bytes)


def _worthwhile(
    table: CodeTable, members: tuple[int, ...], tensors: Sequence[Compressible]
) -> SharedTable | None:
    """The table with the members that shrink by it; None when these do not pay for it."""
    saved = {
        member: tensors[member].stored_bytes
        - tensors[member].parts_bytes
        - payload_bits(tensors[member].counts, table.lengths) // 8
        for member in members
    }
    shrinking = tuple(member for member in members if saved[member] > 0)
    if sum(saved[member] for member in shrinking) <= table.bytes + TABLE_PARTS_BYTES:
        return None
    return SharedTable(table, shrinking)


def _merged(groups: list[_Group]) -> list[_Group]:
    """Groups after all mergers that save bytes."""
    mergers: dict[tuple[tuple[int, ...], tuple[int, ...]], _Group] = {}
    while True:
        groups = sorted(groups, key=lambda group: (group.bits_a_weight, group.members))
        best_gain, best = 0.0, None
        for first, second in _neighbors(groups):
            key = (first.members, second.members)
            if key not in mergers:
                mergers[key] = first.merged(second)
            gain = mergers[key].saved_bytes - first.saved_bytes - second.saved_bytes
            if gain > best_gain:
                best_gain, best = gain, (first, second)
        if best is None:
            return groups
        groups = [group for group in groups if group not in best]
        groups.append(mergers[best[0].members, best[1].members])


def _neighbors(groups: list[_Group]) -> Iterator[tuple[_Group, _Group]]:
    for i, first in enumerate(groups):
        for second in groups[i + 1 : i + 1 + _NEIGHBORS]:
            yield first, second


def _cheapest_table(counts: Counts) -> CodeTable:
    """The table that takes the fewest bytes together with the codewords of data with `counts`.

    Codewords made shorter than is best for the payload can give a smaller table. Limits are lowered one by
    one until the payload alone grows by more than a table can shrink.
    """
    lengths = optimal_lengths(counts)
    if lengths.max() > LONGEST:
        lengths = limited_lengths(counts, LONGEST)
    best = make_table(lengths, counts)
    best_bytes = best.bytes + payload_bits(counts, lengths) / 8
    symbols = int((counts > 0).sum())
    smallest_table = HEADER_BYTES + ENTRY_BYTES * symbols
    for limit in range(int(lengths.max()) - 1, 0, -1):
        if symbols > 1 << limit:
            break
        lengths = limited_lengths(counts, limit)
        payload = payload_bits(counts, lengths) / 8
        if payload + smallest_table > best_bytes:
            break
        table = make_table(lengths, counts)
        if table.bytes + payload < best_bytes:
            best, best_bytes = table, table.bytes + payload
    return best
