"""Whether a parsed model holds together: what the runtimes take for granted and would crash on.

FlatBuffers' own structure says nothing about what indices mean; the interpreters look few of them up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from ai_edge_litert import schema_py_generated as schema

from core.tflite.parser import Damaged

SCHEMA_VERSION = 3
ABSENT = -1
"""Stands for an operand that is left out."""

_MOST_ELEMENTS = 2**31 - 1
_MOST_SIDES = 32
"""No operator takes a tensor of half as many dimensions."""

_BITS = {
    schema.TensorType.FLOAT32: 32,
    schema.TensorType.FLOAT16: 16,
    schema.TensorType.INT32: 32,
    schema.TensorType.UINT8: 8,
    schema.TensorType.INT64: 64,
    schema.TensorType.BOOL: 8,
    schema.TensorType.INT16: 16,
    schema.TensorType.COMPLEX64: 64,
    schema.TensorType.INT8: 8,
    schema.TensorType.FLOAT64: 64,
    schema.TensorType.COMPLEX128: 128,
    schema.TensorType.UINT64: 64,
    schema.TensorType.UINT32: 32,
    schema.TensorType.UINT16: 16,
    schema.TensorType.INT4: 4,
    schema.TensorType.INT2: 2,
}


def element_count(tensor: schema.TensorT) -> int:
    """How many elements a tensor has; 1 for a scalar."""
    return math.prod(int(side) for side in tensor.shape) if tensor.shape is not None else 1


def tensor_bytes(tensor: schema.TensorT) -> int | None:
    """Bytes that a tensor's elements take; None for types without a fixed size."""
    bits = _BITS.get(tensor.type)
    return None if bits is None else (element_count(tensor) * bits + 7) // 8


def require_sound(model: schema.ModelT) -> None:
    """Raises `Damaged`, with the first thing found, when the model does not hold together."""
    _require(model.version == SCHEMA_VERSION, f"schema version {model.version}")
    _require(bool(model.subgraphs), "no subgraph")
    _require(bool(model.buffers), "no buffers")
    for number, subgraph in enumerate(model.subgraphs):
        try:
            _require_sound_subgraph(model, subgraph)
        except Damaged as error:
            raise Damaged(f"subgraph {number}: {error}") from error


def _require_sound_subgraph(model: schema.ModelT, subgraph: schema.SubGraphT) -> None:
    tensors = subgraph.tensors or []
    for number, tensor in enumerate(tensors):
        fault = next(_faults_of_tensor(model, tensor), None)
        _require(fault is None, f"tensor {number}: {fault}")
    _require(_are_indices(subgraph.inputs, len(tensors)), "its inputs are no tensors of it")
    _require(_are_indices(subgraph.outputs, len(tensors)), "its outputs are no tensors of it")
    for number, operator in enumerate(subgraph.operators or []):
        _require(
            0 <= operator.opcodeIndex < len(model.operatorCodes or []),
            f"operator {number} is of no known kind",
        )
        known = _are_indices(_present(operator.inputs), len(tensors)) and _are_indices(
            _present(operator.outputs), len(tensors)
        )
        _require(known, f"operator {number} reads or writes no tensor of it")
        _require(
            all(0 <= index < len(model.subgraphs) for index in _called_subgraphs(operator)),
            f"operator {number} calls no subgraph of the model",
        )


def _faults_of_tensor(model: schema.ModelT, tensor: schema.TensorT) -> Iterator[str]:
    if not _is_text(tensor.name):
        yield f"name {tensor.name!r}"
    shape = [] if tensor.shape is None else tensor.shape
    if len(shape) > _MOST_SIDES or any(side < 0 for side in shape) or element_count(tensor) > _MOST_ELEMENTS:
        yield f"shape {list(shape[:_MOST_SIDES])}"
        return
    if not 0 <= tensor.buffer < len(model.buffers):
        yield f"buffer {tensor.buffer} of {len(model.buffers)}"
        return
    data = model.buffers[tensor.buffer].data
    size = tensor_bytes(tensor)
    if data is not None and len(data) and size is not None and tensor.sparsity is None and len(data) != size:
        yield f"{len(data)} bytes where its shape has {size}"
    quantization = tensor.quantization
    if quantization is not None and quantization.scale is not None and len(quantization.scale):
        # Converters of 2020 wrote the dimension of the weights for biases, too, where no runtime looks at it.
        is_bias = len(shape) == 1 and tensor.type == schema.TensorType.INT32
        yield from _faults_of_quantization(quantization, shape, 0 if is_bias else None)


def _faults_of_quantization(
    quantization: schema.QuantizationParametersT, shape: Iterable[int], dimension: int | None = None
) -> Iterator[str]:
    """`dimension`: the one that the scales belong to, whatever the file says."""
    scales = len(quantization.scale)
    zero_points = 0 if quantization.zeroPoint is None else len(quantization.zeroPoint)
    if zero_points not in (1, scales):
        yield f"{scales} scales and {zero_points} zero points"
    sides = list(shape)
    dimension = quantization.quantizedDimension if dimension is None else dimension
    if scales > 1 and not (0 <= dimension < len(sides) and sides[dimension] == scales):
        yield f"{scales} scales in dimension {dimension} of shape {sides}"


def _is_text(name: bytes | str | None) -> bool:
    """Whether a name is UTF-8, as FlatBuffers demands and LiteRT's interpreter for Python expects."""
    if isinstance(name, bytes):
        try:
            name.decode()
        except UnicodeDecodeError:
            return False
    return True


def _called_subgraphs(operator: schema.OperatorT) -> list[int]:
    options = operator.builtinOptions
    names = (
        "thenSubgraphIndex",
        "elseSubgraphIndex",
        "condSubgraphIndex",
        "bodySubgraphIndex",
        "initSubgraphIndex",
    )
    return [getattr(options, name) for name in names if hasattr(options, name)]


def _present(indices: Iterable[int] | None) -> list[int]:
    return [] if indices is None else [index for index in indices if index != ABSENT]


def _are_indices(indices: Iterable[int] | None, count: int) -> bool:
    return indices is None or all(0 <= index < count for index in indices)


def _require(condition: bool, fault: str) -> None:
    if not condition:
        raise Damaged(fault)
