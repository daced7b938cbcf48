"""A model as a graph of tables and vectors in which equal ones are one.

The generated object API writes a model by calling a FlatBuffers builder. `NodeRecorder` answers those calls
but keeps what is written as nodes instead of bytes, and gives equal nodes the same handle: ten thousand zero
points that are all zero are one vector, however many tensors have them. `core.tflite.layout` turns the nodes
into bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
