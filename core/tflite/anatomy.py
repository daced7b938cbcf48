"""Where each part of a model file lies, with every offset checked on the way.

A .tflite file is a FlatBuffer (schema: tensorflow/compiler/mlir/lite/schema/schema.fbs): tables of optional
fields that point forward to other tables and vectors. The runtimes follow these offsets without looking, so
a damaged file could make them crash; here each one is followed once and must stay inside the file. What comes
out says what each byte is for, which is how the sizes of a file can be accounted for exactly.

Operators' options are tables of some hundred kinds; of those only the outer bounds are checked here.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast

IDENTIFIER = b"TFL3"
_ROOT_AND_IDENTIFIER_BYTES = 8

Kind = Literal["scalar", "vector", "string", "table", "tables"]


class _Field(NamedTuple):
    kind: Kind
    size: int = 1
    table: str = ""


def _scalar(size: int) -> _Field:
    return _Field("scalar", size)


def _vector(element_size: int) -> _Field:
    return _Field("vector", element_size)


def _table(name: str) -> _Field:
    return _Field("table", 4, name)


def _tables(name: str) -> _Field:
    return _Field("tables", 4, name)


_STRING = _Field("string")
_OPAQUE = "any"

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
    },
    "operator code": {0: _scalar(1), 1: _STRING, 2: _scalar(4), 3: _scalar(4)},
    "subgraph": {0: _tables("tensor"), 1: _vector(4), 2: _vector(4), 3: _tables("operator"), 4: _STRING},
    "tensor": {
        0: _vector(4),
        1: _scalar(1),
        2: _scalar(4),
        3: _STRING,
        4: _table("quantization"),
        5: _scalar(1),
        6: _table(_OPAQUE),
        7: _vector(4),
        8: _scalar(1),
        9: _tables(_OPAQUE),
    },
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
        1: _vector(4),
        2: _vector(4),
        3: _scalar(1),
        4: _table(_OPAQUE),
        5: _vector(1),
        6: _scalar(1),
        7: _vector(1),
        8: _vector(4),
        9: _scalar(8),
        10: _scalar(8),
        11: _scalar(1),
        12: _table(_OPAQUE),
    },
    "buffer": {0: _vector(1), 1: _scalar(8), 2: _scalar(8)},
    "metadata": {0: _STRING, 1: _scalar(4)},
    "signature": {0: _tables("tensor name"), 1: _tables("tensor name"), 2: _STRING, 4: _scalar(4)},
    "tensor name": {0: _STRING, 1: _scalar(4)},
    _OPAQUE: {},
}


class Damaged(ValueError):
    """An offset that leads out of the file."""


class Span(NamedTuple):
    """`size` bytes of the file from `start` on."""

    start: int
    size: int


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

    def listed(self, slot: int) -> tuple[Part, ...]:
        """The tables of a vector of tables; none where the field is absent."""
        return self.lists[slot][1] if slot in self.lists else ()


def dissect(data: bytes) -> Part:
    """The anatomy of a model file, from its model table down.

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
        self._budget = len(data) // 4

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
        for slot, field_ in _SCHEMA[name].items():
            offset = slots[slot] if slot < len(slots) else 0
            if offset == 0:
                continue
            if offset + field_.size > size and field_.kind == "scalar":
                raise Damaged(f"a field leads out of the table at {at}")
            if field_.kind == "scalar":
                continue
            target = at + offset + self.unsigned(at + offset)
            if field_.kind == "table":
                parts[slot] = self.table(target, field_.table)
            elif field_.kind == "tables":
                lists[slot] = self._list(target, field_.table)
            else:
                spans[slot] = self._vector(target, field_)
        return Part(Span(at, size), spans, parts, lists)

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
        return span, tuple(self.table(place + self.unsigned(place), name) for place in places)

    def _aligned(self, at: int) -> None:
        if at % 4:
            raise Damaged(f"offset {at} is not a multiple of four")

    def _spend(self, count: int) -> None:
        self._budget -= count
        if self._budget < 0:
            raise Damaged("the file points to more parts than it can hold")
