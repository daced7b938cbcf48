"""Which contents of a model can be coded: constant int8 tensors that only operators read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ai_edge_litert import schema_py_generated as schema

from core.tflite.int4 import expandable_tensors
from core.tflite.model_file import constant

OPERATOR_BYTES = 48
"""What one decoder with one output takes in the file: its table, the two vectors of tensors, an offset."""
ENCODED_TENSOR_BYTES = 28
"""What the tensor of codewords takes beside them: its table, its shape, an offset."""
OUTPUT_TENSOR_BYTES = 24
"""What the output for each further reader takes."""


@dataclass(frozen=True)
class Place:
    """A tensor of a model: the numbers of its subgraph and of the tensor in it."""

    subgraph: int
    tensor: int


@dataclass(frozen=True)
class CompressibleBuffer:
    """Contents that may be coded: the buffer, the tensors that have it, and how many operators read each."""

    buffer: int
    tensors: tuple[Place, ...]
    readers: tuple[int, ...]

    @property
    def parts_bytes(self) -> int:
        """What decoders and tensors for it take in the file."""
        operators = sum(self.readers)
        further = operators - len(self.readers)
        return (
            operators * OPERATOR_BYTES
            + len(self.tensors) * ENCODED_TENSOR_BYTES
            + further * OUTPUT_TENSOR_BYTES
        )


def tensor_at(model: schema.ModelT, place: Place) -> schema.TensorT:
    """The tensor at a place."""
    return model.subgraphs[place.subgraph].tensors[place.tensor]


def compressible_buffers(model: schema.ModelT) -> list[CompressibleBuffer]:
    """The buffers of constant int8 (or expandable INT4) tensors that operators read, and nothing else.

    A tensor that is given to or taken from a subgraph, that is a variable, or that shares its contents with
    one of these, is not among them.
    """
    expandable = {id(tensor) for tensor in expandable_tensors(model)}
    places: dict[int, list[Place]] = defaultdict(list)
    readers: dict[Place, int] = {}
    fixed: set[int] = set()
    for number, subgraph in enumerate(model.subgraphs):
        counts = _reader_counts(subgraph)
        kept = {int(index) for index in (*subgraph.inputs, *subgraph.outputs)}
        for index, tensor in enumerate(subgraph.tensors):
            if constant(model, tensor) is None:
                continue
            place = Place(number, index)
            places[tensor.buffer].append(place)
            readers[place] = counts[index]
            if index in kept or not counts[index] or not (_plain_int8(tensor) or id(tensor) in expandable):
                fixed.add(tensor.buffer)
    return [
        CompressibleBuffer(buffer, tuple(tensors), tuple(readers[place] for place in tensors))
        for buffer, tensors in sorted(places.items())
        if buffer not in fixed and len({tensor_at(model, place).type for place in tensors}) == 1
    ]


def _plain_int8(tensor: schema.TensorT) -> bool:
    return bool(tensor.type == schema.TensorType.INT8 and tensor.sparsity is None and not tensor.isVariable)


def _reader_counts(subgraph: schema.SubGraphT) -> dict[int, int]:
    """How many operators read each tensor."""
    counts: dict[int, int] = defaultdict(int)
    for operator in subgraph.operators:
        for index in {int(index) for index in operator.inputs}:
            counts[index] += 1
    return counts
