"""A model file from its parts: equal tables and vectors are written once, and packed tightly.

The generated object API writes a model by calling a FlatBuffers builder. `NodeRecorder` answers those calls
but keeps what is written as nodes instead of bytes, and gives equal nodes the same handle: ten thousand zero
points that are all zero are one vector, however many tensors have them. `pack_nodes` turns them into bytes.

FlatBuffers leaves the order of parts open, except that offsets point forward. The contents of buffers must
be at multiples of 16 and take most of the file; small tables and vectors, which only need multiples of 4,
fill the gaps before them. Equal nodes get equal bytes: the same model gives the same file.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.tflite.parser import IDENTIFIER

BUFFER_ALIGNMENT = 16
_OFFSET_BYTES = 4
_FILLERS_TRIED = 64
_FORMATS = {
    "Bool": "<?",
    "Int8": "<b",
    "Uint8": "<B",
    "Uint16": "<H",
    "Int32": "<i",
    "Uint32": "<I",
    "Int64": "<q",
    "Uint64": "<Q",
    "Float32": "<f",
    "Float64": "<d",
}

Handle = int


@dataclass(frozen=True)
class Vector:
    """`count` scalars of `element_size` bytes. A string is a vector of bytes with a zero after it."""

    count: int
    element_size: int
    data: bytes


@dataclass(frozen=True)
class References:
    """A vector of tables or strings."""

    targets: tuple[Handle, ...]


@dataclass(frozen=True)
class Table:
    """Fields by slot: the bytes of a scalar, or the handle of what the field points to."""

    fields: tuple[tuple[int, bytes | Handle], ...]


Node = Vector | References | Table


class NodeRecorder:
    """Stands in for `flatbuffers.Builder` where a model is packed.

    It has the builder's methods that generated code calls, under the builder's names; the handles that it
    gives out are indices into `nodes` plus 1, for generated code takes 0 as 'absent'.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._handles: dict[Node, Handle] = {}
        self._fields: list[tuple[int, bytes | Handle]] = []
        self._elements: list[bytes] = []
        self._targets: list[Handle] = []
        self._element_size = 0
        self._answer_to_builder_names()

    def node(self, handle: Handle) -> Node:
        """What a handle stands for."""
        return self.nodes[handle - 1]

    def _answer_to_builder_names(self) -> None:
        calls: dict[str, Any] = {
            "StartObject": self._start_table,
            "EndObject": self._end_table,
            "StartVector": self._start_vector,
            "EndVector": self._end_vector,
            "CreateString": self._string,
            "CreateNumpyVector": self._array,
            "PrependUOffsetTRelative": self._targets_prepend,
            "PrependUOffsetTRelativeSlot": self._reference,
        }
        for name, layout in _FORMATS.items():
            calls[f"Prepend{name}"] = partial(self._element, layout)
            calls[f"Prepend{name}Slot"] = partial(self._scalar, layout)
        for name, call in calls.items():
            setattr(self, name, call)

    def _handle(self, node: Node) -> Handle:
        if node not in self._handles:
            self.nodes.append(node)
            self._handles[node] = len(self.nodes)
        return self._handles[node]

    def _start_table(self, slots: int) -> None:  # noqa: ARG002  (the builder's signature)
        self._fields = []

    def _scalar(self, layout: str, slot: int, value: float, default: float) -> None:
        if value != default:
            self._fields.append((slot, struct.pack(layout, value)))

    def _reference(self, slot: int, target: Handle, absent: int) -> None:
        if target != absent:
            self._fields.append((slot, target))

    def _end_table(self) -> Handle:
        return self._handle(Table(tuple(sorted(self._fields, key=lambda slot_and_value: slot_and_value[0]))))

    def _start_vector(self, element_size: int, count: int, alignment: int) -> None:  # noqa: ARG002  (as above)
        self._element_size = element_size
        self._elements = []
        self._targets = []

    def _element(self, layout: str, value: float) -> None:
        self._elements.append(struct.pack(layout, value))

    def _targets_prepend(self, target: Handle) -> None:
        self._targets.append(target)

    def _end_vector(self) -> Handle:
        if self._targets:
            return self._handle(References(tuple(reversed(self._targets))))
        elements = b"".join(reversed(self._elements))
        return self._handle(Vector(len(self._elements), self._element_size, elements))

    def _string(self, text: str | bytes) -> Handle:
        data = text.encode() if isinstance(text, str) else text
        return self._handle(Vector(len(data), 1, data + b"\0"))

    def _array(self, array: NDArray[Any]) -> Handle:
        little = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False)
        return self._handle(Vector(array.size, array.itemsize, little.tobytes()))


@dataclass(frozen=True)
class _Shape:
    """How a node lies in the file: its bytes, and the alignment of what follows its first four bytes."""

    size: int
    alignment: int


@dataclass(frozen=True)
class _TableShape:
    """Where the fields of a table lie within it, and the vtable that says so."""

    places: tuple[int, ...]
    size: int
    alignment: int
    vtable: bytes


def pack_nodes(nodes: Sequence[Node], root: Handle, buffers: frozenset[Handle]) -> bytes:
    """The file of the nodes that `root` leads to.

    `buffers` are the vectors that hold the contents of buffers.
    """
    tables = {i + 1: _table_shape(node) for i, node in enumerate(nodes) if isinstance(node, Table)}
    head = bytearray(_OFFSET_BYTES) + IDENTIFIER
    vtables: dict[bytes, int] = {}
    for shape in tables.values():
        if shape.vtable not in vtables:
            vtables[shape.vtable] = len(head)
            head += shape.vtable
    shapes = {i + 1: _shape(node, i + 1, tables, buffers) for i, node in enumerate(nodes)}
    places = _Placing(nodes, shapes, len(head)).places(root)
    data = bytearray(max(place + shapes[handle].size for handle, place in places.items()))
    data[: len(head)] = head
    struct.pack_into("<I", data, 0, places[root])
    for handle, place in places.items():
        node = nodes[handle - 1]
        if isinstance(node, Table):
            _put_table(data, place, node, tables[handle], vtables, places)
        elif isinstance(node, References):
            _put_references(data, place, node, places)
        else:
            struct.pack_into("<I", data, place, node.count)
            data[place + _OFFSET_BYTES : place + _OFFSET_BYTES + len(node.data)] = node.data
    return bytes(data)


def _table_shape(table: Table) -> _TableShape:
    """Largest fields first, so that nothing is lost between them."""
    sizes = [len(value) if isinstance(value, bytes) else _OFFSET_BYTES for _, value in table.fields]
    places = [0] * len(sizes)
    end = _OFFSET_BYTES
    for i in sorted(range(len(sizes)), key=lambda i: -sizes[i]):
        places[i] = end
        end += sizes[i]
    slots = [0] * (table.fields[-1][0] + 1 if table.fields else 0)
    for (slot, _), place in zip(table.fields, places, strict=True):
        slots[slot] = place
    vtable = struct.pack(f"<{len(slots) + 2}H", 2 * len(slots) + 4, end, *slots)
    return _TableShape(tuple(places), end, max(sizes, default=1), vtable)


def _shape(
    node: Node, handle: Handle, tables: dict[Handle, _TableShape], buffers: frozenset[Handle]
) -> _Shape:
    if isinstance(node, Table):
        return _Shape(tables[handle].size, tables[handle].alignment)
    if isinstance(node, References):
        return _Shape(_OFFSET_BYTES * (1 + len(node.targets)), _OFFSET_BYTES)
    alignment = BUFFER_ALIGNMENT if handle in buffers else node.element_size
    return _Shape(_OFFSET_BYTES + len(node.data), alignment)


def _targets(node: Node) -> tuple[Handle, ...]:
    if isinstance(node, Table):
        return tuple(value for _, value in node.fields if isinstance(value, Handle))
    return node.targets if isinstance(node, References) else ()


class _Placing:
    """Gives each node its place: after all nodes that point to it, with as few gaps as come easily.

    Nodes that are ready to be placed wait in one queue for each alignment.
    """

    def __init__(self, nodes: Sequence[Node], shapes: dict[Handle, _Shape], start: int) -> None:
        self._nodes = nodes
        self._shapes = shapes
        self._end = start
        self._places: dict[Handle, int] = {}
        self._waiting: dict[int, deque[Handle]] = {4: deque(), 8: deque(), BUFFER_ALIGNMENT: deque()}

    def places(self, root: Handle) -> dict[Handle, int]:
        parents = self._count_parents(root)
        self._queue(root)
        while any(self._waiting.values()):
            handle = self._next()
            self._place(handle)
            for target in _targets(self._nodes[handle - 1]):
                parents[target] -= 1
                if parents[target] == 0:
                    self._queue(target)
        return self._places

    def _count_parents(self, root: Handle) -> dict[Handle, int]:
        """How often each node that `root` leads to is pointed to."""
        parents: dict[Handle, int] = {root: 0}
        unseen = [root]
        while unseen:
            for target in _targets(self._nodes[unseen.pop() - 1]):
                if target not in parents:
                    parents[target] = 0
                    unseen.append(target)
                parents[target] += 1
        return parents

    def _queue(self, handle: Handle) -> None:
        self._waiting[max(4, self._shapes[handle].alignment)].append(handle)

    def _gap(self, alignment: int) -> int:
        """Bytes to leave so that what follows the next four bytes lies at a multiple of `alignment`."""
        return -(self._end + _OFFSET_BYTES) % alignment

    def _next(self) -> Handle:
        """The node to place next: one that fits without a gap if there is one, the strictest first."""
        for alignment in (BUFFER_ALIGNMENT, 8):
            if self._waiting[alignment] and self._gap(alignment) == self._gap(4):
                return self._waiting[alignment].popleft()
        if self._waiting[4]:
            return self._filler()
        return self._waiting[8 if self._waiting[8] else BUFFER_ALIGNMENT].popleft()

    def _filler(self) -> Handle:
        """A small node, if possible one after which a buffer fits without a gap."""
        small = self._waiting[4]
        if self._waiting[BUFFER_ALIGNMENT]:
            gap = self._gap(BUFFER_ALIGNMENT) - self._gap(4)
            for i in range(min(len(small), _FILLERS_TRIED)):
                rounded = -(-self._shapes[small[i]].size // 4) * 4
                if (gap - rounded) % BUFFER_ALIGNMENT == 0:
                    handle = small[i]
                    del small[i]
                    return handle
        return small.popleft()

    def _place(self, handle: Handle) -> None:
        shape = self._shapes[handle]
        place = self._end + self._gap(max(4, shape.alignment))
        self._places[handle] = place
        self._end = place + shape.size


def _put_table(
    data: bytearray,
    place: int,
    table: Table,
    shape: _TableShape,
    vtables: dict[bytes, int],
    places: dict[Handle, int],
) -> None:
    struct.pack_into("<i", data, place, place - vtables[shape.vtable])
    for (_, value), inside in zip(table.fields, shape.places, strict=True):
        at = place + inside
        if isinstance(value, bytes):
            data[at : at + len(value)] = value
        else:
            struct.pack_into("<I", data, at, places[value] - at)


def _put_references(data: bytearray, place: int, node: References, places: dict[Handle, int]) -> None:
    struct.pack_into("<I", data, place, len(node.targets))
    for i, target in enumerate(node.targets, start=1):
        at = place + _OFFSET_BYTES * i
        struct.pack_into("<I", data, at, places[target] - at)
