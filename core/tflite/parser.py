"""Where each part of a model file lies, with every offset checked on the way.

A .tflite file is a FlatBuffer (schema: tensorflow/compiler/mlir/lite/schema/schema.fbs): tables of optional
fields that point forward to other tables and vectors. The runtimes follow these offsets without looking, so
a damaged file could make them crash; here each one is followed once and must stay inside the file. What comes
out says what each byte is for, which is how the sizes of a file can be accounted for exactly.

Operators' options are tables of some hundred kinds; of most only the outer bounds are checked here.

Many parts may point to the same one. Whoever takes the model in as objects has such a part as often as it is
pointed to: a few thousand bytes could stand for billions. So parts count as often as they are reached.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast

IDENTIFIER = b"TFL3"
_ROOT_AND_IDENTIFIER_BYTES = 8

_MOST_PARTS = 1 << 18
"""Tables and indices that a model may come to as objects: many times those of the largest networks."""
_COPIES = 8
_FREE_COPIED_BYTES = 1 << 26
"""Bytes of vectors that a model may come to: so many times those of its file, and these besides."""

Kind = Literal["scalar", "vector", "indices", "string", "table", "tables", "options"]


class _Field(NamedTuple):
    kind: Kind
    size: int = 1
    table: str = ""


def _scalar(size: int) -> _Field:
    return _Field("scalar", size)


def _vector(element_size: int) -> _Field:
    return _Field("vector", element_size)


def _indices() -> _Field:
    """A vector whose numbers are looked at one by one."""
    return _Field("indices", 4)


def _table(name: str) -> _Field:
    return _Field("table", 4, name)


def _tables(name: str) -> _Field:
    return _Field("tables", 4, name)


_STRING = _Field("string")
_OPAQUE = "any"
_OPTIONS = _Field("options", 4)
"""A table whose kind is the byte in the field before."""
_OPTIONS_WITH_TEXT = {(4, 111): "var handle", (12, 5): "custom call", (12, 21): "composite"}
"""The options that hold more than numbers, by the slot they are in and by their kind."""

_SCHEMA: dict[str, dict[int, _Field]] = {
    "model": {
        0: _scalar(4),
        1: _tables("operator code"),
        2: _tables("subgraph"),
        3: _STRING,
        4: _tables("buffer"),
        5: _vector(4),
        6: _tables("metadata"),
        7: _tables("signature"),
        8: _tables("external group"),
        9: _tables("external buffer"),
    },
    "operator code": {0: _scalar(1), 1: _STRING, 2: _scalar(4), 3: _scalar(4)},
    "subgraph": {0: _tables("tensor"), 1: _indices(), 2: _indices(), 3: _tables("operator"), 4: _STRING},
    "tensor": {
        0: _indices(),
        1: _scalar(1),
        2: _scalar(4),
        3: _STRING,
        4: _table("quantization"),
        5: _scalar(1),
        6: _table("sparsity"),
        7: _indices(),
        8: _scalar(1),
        9: _tables("variant"),
        10: _scalar(4),
    },
    "sparsity": {0: _indices(), 1: _indices(), 2: _tables("dimension")},
    "dimension": {
        0: _scalar(1),
        1: _scalar(4),
        2: _scalar(1),
        3: _table(_OPAQUE),
        4: _scalar(1),
        5: _table(_OPAQUE),
    },
    "variant": {0: _indices(), 1: _scalar(1), 2: _scalar(1)},
    "quantization": {
        0: _vector(4),
        1: _vector(4),
        2: _vector(4),
        3: _vector(8),
        4: _scalar(1),
        5: _table(_OPAQUE),
        6: _scalar(4),
    },
    "operator": {
        0: _scalar(4),
        1: _indices(),
        2: _indices(),
        3: _scalar(1),
        4: _OPTIONS,
        5: _vector(1),
        6: _scalar(1),
        7: _vector(1),
        8: _indices(),
        9: _scalar(8),
        10: _scalar(8),
        11: _scalar(1),
        12: _OPTIONS,
    },
    "var handle": {0: _STRING, 1: _STRING},
    "custom call": {0: _STRING, 2: _STRING},
    "composite": {0: _STRING},
    "buffer": {0: _vector(1), 1: _scalar(8), 2: _scalar(8)},
    "metadata": {0: _STRING, 1: _scalar(4)},
    "signature": {0: _tables("tensor name"), 1: _tables("tensor name"), 2: _STRING, 4: _scalar(4)},
    "tensor name": {0: _STRING, 1: _scalar(4)},
    "external group": {0: _STRING},
    "external buffer": {0: _scalar(4), 1: _scalar(4), 2: _scalar(8), 3: _scalar(8), 4: _STRING},
    _OPAQUE: {},
}


class Damaged(ValueError):
    """An offset that leads out of the file."""


class Span(NamedTuple):
    """`size` bytes of the file from `start` on."""

    start: int
    size: int


class Held(NamedTuple):
    """What a part comes to where it is taken in with all below it, and what is shared as often as it is
    pointed to: tables and indices, and the bytes of vectors.
    """

    parts: int
    bytes: int

    def with_more(self, other: Held) -> Held:
        return Held(self.parts + other.parts, self.bytes + other.bytes)


@dataclass(frozen=True)
class Part:
    """A table of the file: its own bytes (without what it points to), and its fields by slot.

    A field that points to a vector or string is a `Span` that includes the length before the elements; one
    that points to a table is a `Part`; a vector of tables stands in `lists`, with the span of the offsets.
    """

    span: Span
    spans: Mapping[int, Span] = field(default_factory=dict)
    parts: Mapping[int, Part] = field(default_factory=dict)
    lists: Mapping[int, tuple[Span, tuple[Part, ...]]] = field(default_factory=dict)
    held: Held = field(default=Held(1, 0))

    def listed(self, slot: int) -> tuple[Part, ...]:
        """The tables of a vector of tables; none where the field is absent."""
        return self.lists[slot][1] if slot in self.lists else ()


def parse_tables(data: bytes) -> Part:
    """The parsed of a model file, from its model table down.

    Raises `Damaged` when `data` is not a model file or an offset in it leads outside.
    """
    if len(data) < _ROOT_AND_IDENTIFIER_BYTES or data[4:8] != IDENTIFIER:
        raise Damaged("no model identifier")
    walk = _Walk(data)
    return walk.table(walk.unsigned(0), "model")


class _Walk:
    """One walk through a file.

    Shared parts are walked once. Where parts overlap they could still add up to more than the file can hold
    side by side, at four bytes or more for each: a budget ends such a walk.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tables: dict[tuple[int, str], Part] = {}
        self._lists: dict[tuple[int, str], tuple[Span, tuple[Part, ...]]] = {}
        self._held_by_lists: dict[tuple[int, str], Held] = {}
        self._budget = min(len(data) // 4, _MOST_PARTS)
        self._most_bytes = _COPIES * len(data) + _FREE_COPIED_BYTES

    def unsigned(self, at: int, size: int = 4) -> int:
        if at < 0 or at + size > len(self._data):
            raise Damaged(f"offset {at} leads out of the file")
        return int.from_bytes(self._data[at : at + size], "little")

    def table(self, at: int, name: str) -> Part:
        key = (at, name)
        if key not in self._tables:
            self._spend(1)
            self._tables[key] = self._new_table(at, name)
        return self._tables[key]

    def _new_table(self, at: int, name: str) -> Part:
        self._aligned(at)
        slots, size = self._slots(at)
        spans: dict[int, Span] = {}
        parts: dict[int, Part] = {}
        lists: dict[int, tuple[Span, tuple[Part, ...]]] = {}
        held = Held(1, 0)
        for slot, field_ in _SCHEMA[name].items():
            offset = slots[slot] if slot < len(slots) else 0
            if offset == 0:
                continue
            if field_.kind == "scalar":
                if offset + field_.size > size:
                    raise Damaged(f"a field leads out of the table at {at}")
                continue
            target = at + offset + self.unsigned(at + offset)
            if field_.kind in ("table", "options"):
                parts[slot] = self.table(target, field_.table or self._options(at, slots, slot))
                held = held.with_more(parts[slot].held)
            elif field_.kind == "tables":
                lists[slot] = self._list(target, field_.table)
                held = held.with_more(self._held_by_lists[target, field_.table])
            else:
                spans[slot] = self._vector(target, field_)
                indices = spans[slot].size // 4 if field_.kind == "indices" else 0
                held = held.with_more(Held(indices, spans[slot].size))
        return Part(Span(at, size), spans, parts, lists, self._bearable(held))

    def _bearable(self, held: Held) -> Held:
        if held.parts > _MOST_PARTS or held.bytes > self._most_bytes:
            raise Damaged("the file points to the same parts more often than any model does")
        return held

    def _options(self, at: int, slots: tuple[int, ...], slot: int) -> str:
        """What is known of an operator's options."""
        kind = self.unsigned(at + slots[slot - 1], 1) if slots[slot - 1] else 0
        return _OPTIONS_WITH_TEXT.get((slot, kind), _OPAQUE)

    def _slots(self, at: int) -> tuple[tuple[int, ...], int]:
        """The offsets of a table's fields within it, and its size."""
        self.unsigned(at)
        vtable = at - cast(int, struct.unpack_from("<i", self._data, at)[0])
        length, size = self.unsigned(vtable, 2), self.unsigned(vtable + 2, 2)
        if length < 4 or length % 2 or vtable + length > len(self._data):
            raise Damaged(f"the table at {at} has no sound list of fields")
        if size < 4 or at + size > len(self._data):
            raise Damaged(f"the table at {at} leads out of the file")
        slots = struct.unpack_from(f"<{length // 2 - 2}H", self._data, vtable + 4)
        if any(offset + 1 > size for offset in slots):
            raise Damaged(f"a field leads out of the table at {at}")
        return slots, size

    def _vector(self, at: int, field_: _Field) -> Span:
        self._aligned(at)
        terminator = 1 if field_.kind == "string" else 0
        size = 4 + self.unsigned(at) * field_.size + terminator
        if at + size > len(self._data):
            raise Damaged(f"the vector at {at} leads out of the file")
        return Span(at, size)

    def _list(self, at: int, name: str) -> tuple[Span, tuple[Part, ...]]:
        key = (at, name)
        if key not in self._lists:
            self._lists[key] = self._new_list(at, name)
        return self._lists[key]

    def _new_list(self, at: int, name: str) -> tuple[Span, tuple[Part, ...]]:
        span = self._vector(at, _tables(name))
        count = span.size // 4 - 1
        self._spend(count)
        places = range(at + 4, at + 4 + 4 * count, 4)
        members = tuple(self.table(place + self.unsigned(place), name) for place in places)
        parts, size = (sum(member.held[i] for member in members) for i in range(2))
        self._held_by_lists[at, name] = self._bearable(Held(parts, size))
        return span, members

    def _aligned(self, at: int) -> None:
        if at % 4:
            raise Damaged(f"offset {at} is not a multiple of four")

    def _spend(self, count: int) -> None:
        self._budget -= count
        if self._budget < 0:
            raise Damaged("the file points to more parts than it can hold")
