"""What of a model decides how much memory running it takes: shapes, and which operator reads which tensor.

It comes from a .tflite, or from the settings of a network that is not trained yet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ai_edge_litert import schema_py_generated as schema

from core.networks.architecture import (
    IMAGE,
    POOL_STRIDE,
    Addition,
    Concatenation,
    Convolution,
    Layer,
    NetworkShape,
    Output,
    Pool,
    architecture,
    pooling_pads,
)
from core.tflite.model_file import constant, parse
from core.tflite.verifier import ABSENT, tensor_bytes

CONVOLUTION = "CONV_2D"
SOFTMAX = "SOFTMAX"
MEAN = "MEAN"
DECODE = "TFLM_DECODE"
POOL = "MAX_POOL_2D"
CONCATENATION = "CONCATENATION"
ADDITION = "ADD"
_TABLE_BYTES = 64
_KINDS = {value: name for name, value in vars(schema.BuiltinOperator).items() if isinstance(value, int)}

Shape = tuple[int, ...]


@dataclass(frozen=True)
class TensorMemory:
    """A tensor of `size` bytes with `shape`; constants stay in flash."""

    shape: Shape
    size: int
    is_constant: bool = False


@dataclass(frozen=True)
class OperatorMemory:
    """An operator and the numbers of its tensors. Strides and padding matter for convolutions only."""

    kind: str
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    stride: int = 1
    pads: bool = False


@dataclass(frozen=True)
class MemoryGraph:
    """Tensors, and operators in the order of running."""

    tensors: tuple[TensorMemory, ...]
    operators: tuple[OperatorMemory, ...]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]

    def of(self, operator: OperatorMemory, operand: int) -> TensorMemory:
        """An operator's input by its place."""
        return self.tensors[operator.inputs[operand]]


def multiply_accumulates(graph: MemoryGraph) -> int:
    """Multiplications of all convolutions for one image."""
    return sum(
        math.prod(graph.tensors[one.outputs[0]].shape[1:3]) * math.prod(graph.of(one, 1).shape)
        for one in graph.operators
        if one.kind == CONVOLUTION
    )


def decoded_weights(graph: MemoryGraph) -> int:
    """Weights that TFLM_DECODE restores in one inference."""
    return sum(
        math.prod(graph.tensors[output].shape)
        for one in graph.operators
        if one.kind == DECODE
        for output in one.outputs
    )


def graph_of_model(model: bytes, name: str = "The model") -> MemoryGraph:
    """The memory graph of a model's first subgraph. Raises model-unreadable, with `name` in its sentence."""
    parsed = parse(model, name)
    main = parsed.subgraphs[0]
    tensors = [
        TensorMemory(
            shape=() if tensor.shape is None else tuple(int(side) for side in tensor.shape),
            size=tensor_bytes(tensor) or 0,
            is_constant=constant(parsed, tensor) is not None,
        )
        for tensor in main.tensors
    ]
    return MemoryGraph(
        tensors=tuple(tensors),
        operators=tuple(_operator(parsed, operator) for operator in main.operators),
        inputs=_numbers(main.inputs),
        outputs=_numbers(main.outputs),
    )


def _operator(model: schema.ModelT, operator: schema.OperatorT) -> OperatorMemory:
    code = model.operatorCodes[operator.opcodeIndex]
    custom = code.customCode.decode(errors="replace") if code.customCode else ""
    builtin = max(code.builtinCode, code.deprecatedBuiltinCode)
    options = operator.builtinOptions
    return OperatorMemory(
        kind=custom or _KINDS.get(builtin, str(builtin)),
        inputs=_numbers(operator.inputs),
        outputs=_numbers(operator.outputs),
        stride=getattr(options, "strideW", 1),
        pads=getattr(options, "padding", schema.Padding.VALID) == schema.Padding.SAME,
    )


def _numbers(indices: Sequence[int] | None) -> tuple[int, ...]:
    return () if indices is None else tuple(int(index) for index in indices if index != ABSENT)


def network_graph(network: NetworkShape, *, coded: bool) -> MemoryGraph:
    """The graph that a network will have as int8 .tflite; `coded`: with Huffman-coded weights."""
    return _Drawing(network, coded).graph()


class _Drawing:
    """A graph while it grows, layer by layer; `_places` are the numbers of what the layers put out."""

    def __init__(self, network: NetworkShape, coded: bool) -> None:
        self._architecture = architecture(network)
        self._coded = coded
        self._tensors: list[TensorMemory] = []
        self._operators: list[OperatorMemory] = []
        self._places: dict[str, int] = {}
        self._table: int | None = None

    def graph(self) -> MemoryGraph:
        image = self._places[IMAGE] = self._activation(self._architecture.image)
        for layer in self._architecture.layers:
            self._draw(layer)
        last = self._architecture.layers[-1].name
        classes = self._architecture.outputs[last].channels
        axes = self._add(TensorMemory((2,), 8, is_constant=True))
        mean = self._add(TensorMemory((1, classes), classes))
        self._operators.append(OperatorMemory(MEAN, (self._places[last], axes), (mean,)))
        output = self._add(TensorMemory((1, classes), classes))
        self._operators.append(OperatorMemory(SOFTMAX, (mean,), (output,)))
        return MemoryGraph(tuple(self._tensors), tuple(self._operators), (image,), (output,))

    def _draw(self, layer: Layer) -> None:
        inputs: tuple[int, ...]
        match layer:
            case Convolution():
                inputs = self._convolution_inputs(layer)
                kind, stride, pads = CONVOLUTION, layer.stride, layer.padding == "same"
            case Pool():
                inputs = (self._places[layer.source],)
                pads = pooling_pads(self._architecture.outputs[layer.source].side)
                kind, stride = POOL, POOL_STRIDE
            case Concatenation() | Addition():
                inputs = tuple(self._places[name] for name in layer.sources)
                kind = ADDITION if isinstance(layer, Addition) else CONCATENATION
                stride, pads = 1, False
        place = self._places[layer.name] = self._activation(self._architecture.outputs[layer.name])
        self._operators.append(OperatorMemory(kind, inputs, (place,), stride, pads))

    def _add(self, tensor: TensorMemory) -> int:
        self._tensors.append(tensor)
        return len(self._tensors) - 1

    def _activation(self, output: Output) -> int:
        shape = (1, output.side, output.side, output.channels)
        return self._add(TensorMemory(shape, math.prod(shape)))

    def _convolution_inputs(self, layer: Convolution) -> tuple[int, int, int]:
        """Image, weights (with the decoder that restores them) and bias."""
        channels = self._architecture.outputs[layer.source].channels
        shape = (layer.filters, layer.size, layer.size, channels)
        weights = TensorMemory(shape, math.prod(shape), is_constant=not self._coded)
        place = self._add(weights)
        if self._coded:
            codewords = self._add(TensorMemory((weights.size,), weights.size, is_constant=True))
            self._operators.append(OperatorMemory(DECODE, (codewords, self._code_table()), (place,)))
        bias = self._add(TensorMemory((layer.filters,), 4 * layer.filters, is_constant=True))
        return self._places[layer.source], place, bias

    def _code_table(self) -> int:
        """The table that all layers share: most models need no second one."""
        if self._table is None:
            self._table = self._add(TensorMemory((_TABLE_BYTES,), _TABLE_BYTES, is_constant=True))
        return self._table
