"""Weights of 4-bit codes, two in a byte, as int8 tensors with the same codes and scales.

They mean the same: a scale belongs to a code, however many bits hold it. TFLM and LiteRT's reference kernels
give the same output bytes for both. The fast kernels of boards take int8, and Huffman coding makes both
equally small.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.tflite.model_file import constant, parse, serialize
from core.tflite.verifier import element_count

_TAKE_INT8 = (
    schema.BuiltinOperator.CONV_2D,
    schema.BuiltinOperator.DEPTHWISE_CONV_2D,
    schema.BuiltinOperator.FULLY_CONNECTED,
)
_WEIGHTS = 1


def expand_int4(model: bytes) -> bytes:
    """The model with every INT4 weight tensor as int8 tensor of the same codes and scales.

    Its other parts are as they were. Raises model-unreadable.
    """
    parsed = parse(model)
    buffers: dict[int, int] = {}
    for tensor in expandable_tensors(parsed):
        if tensor.buffer not in buffers:
            buffers[tensor.buffer] = len(parsed.buffers)
            contents = schema.BufferT()
            contents.data = weight_codes(parsed, tensor).view(np.uint8)
            parsed.buffers.append(contents)
        tensor.buffer = buffers[tensor.buffer]
        tensor.type = schema.TensorType.INT8
    for old in buffers:
        if not any(tensor.buffer == old for subgraph in parsed.subgraphs for tensor in subgraph.tensors):
            parsed.buffers[old].data = None
    return serialize(parsed)


def expandable_tensors(model: schema.ModelT) -> Iterator[schema.TensorT]:
    """The constant INT4 tensors that only weigh what operators with int8 weights read."""
    for subgraph in model.subgraphs:
        elsewhere = {int(index) for index in (*subgraph.inputs, *subgraph.outputs)}
        read: set[int] = set()
        for operator in subgraph.operators:
            kind = model.operatorCodes[operator.opcodeIndex].builtinCode
            for position, index in enumerate(operator.inputs):
                weighs = position == _WEIGHTS and kind in _TAKE_INT8
                (read if weighs else elsewhere).add(int(index))
        for index in sorted(read - elsewhere):
            tensor = subgraph.tensors[index]
            if tensor.type == schema.TensorType.INT4 and constant(model, tensor) is not None:
                yield tensor


def weight_codes(model: schema.ModelT, tensor: schema.TensorT) -> NDArray[np.int8]:
    """The codes of a constant INT8 or INT4 tensor, one int8 each, in one dimension."""
    data = constant(model, tensor)
    assert data is not None
    if tensor.type == schema.TensorType.INT4:
        return unpack_int4(data, element_count(tensor))
    return data.view(np.int8)


def unpack_int4(data: NDArray[np.uint8], count: int) -> NDArray[np.int8]:
    """`count` codes of 4 bits, the first of two in the low half of a byte, as int8."""
    halves = np.empty((len(data), 2), np.int8)
    halves[:, 0] = data << 4
    halves[:, 1] = data & 0xF0
    return (halves >> 4).reshape(-1)[:count]
