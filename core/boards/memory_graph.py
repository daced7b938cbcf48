"""What of a model decides how much memory running it takes: shapes, and which operator reads which tensor.

It comes from a .tflite, or from the settings of a network that is not trained yet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ai_edge_litert import schema_py_generated as schema

from core.networks.architecture import CONV1_FILTERS, SQUEEZENET_1_1, scaled_filters
from core.tflite.model_file import constant, parse
from core.tflite.soundness import ABSENT, tensor_bytes

CONVOLUTION = "CONV_2D"
SOFTMAX = "SOFTMAX"
MEAN = "MEAN"
DECODE = "TFLM_DECODE"
POOL = "MAX_POOL_2D"
CONCATENATION = "CONCATENATION"
_TABLE_BYTES = 64
_KINDS = {value: name for name, value in vars(schema.BuiltinOperator).items() if isinstance(value, int)}

Shape = tuple[int, ...]


@dataclass(frozen=True)
class TensorMemory:
    """A tensor of `size` bytes with `shape`; constants stay in flash. `scales` is 0 when not quantized."""

    shape: Shape
    size: int
    is_constant: bool = False
    scales: int = 0


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


@dataclass(frozen=True)
class NetworkShape:
    """The settings of a SqueezeNet 1.1 that decide its memory: pictures are `image_size` squares."""

    image_size: int
    channels: int
    width: float
    classes: int


def multiply_accumulates(graph: MemoryGraph) -> int:
    """Multiplications of all convolutions for one picture."""
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
    """The memory graph of a model's first subgraph. Raises MODEL_UNREADABLE, with `name` in its sentence."""
    parsed = parse(model, name)
    main = parsed.subgraphs[0]
    tensors = []
    for tensor in main.tensors:
        scale = None if tensor.quantization is None else tensor.quantization.scale
        tensors.append(
            TensorMemory(
                shape=() if tensor.shape is None else tuple(int(side) for side in tensor.shape),
                size=tensor_bytes(tensor) or 0,
                is_constant=constant(parsed, tensor) is not None,
                scales=0 if scale is None else len(scale),
            )
        )
    return MemoryGraph(
        tensors=tuple(tensors),
        operators=tuple(_operator(parsed, operator) for operator in main.operators or ()),
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


def squeezenet_graph(network: NetworkShape, *, coded: bool) -> MemoryGraph:
    """The graph that a SqueezeNet 1.1 will have as int8 .tflite; `coded`: with Huffman-coded weights."""
    return _Drawing(network, coded).graph()


class _Drawing:
    """A graph while it grows, operator by operator."""

    def __init__(self, network: NetworkShape, coded: bool) -> None:
        self._network = network
        self._coded = coded
        self._tensors: list[TensorMemory] = []
        self._operators: list[OperatorMemory] = []
        self._table: int | None = None

    def graph(self) -> MemoryGraph:
        network = self._network
        picture = self._activation((1, network.image_size, network.image_size, network.channels))
        tensor = self._convolution(picture, self._scaled(CONV1_FILTERS), 3, stride=2, pads=False)
        for block in SQUEEZENET_1_1:
            if isinstance(block, str):
                tensor = self._pool(tensor)
                continue
            squeezed = self._convolution(tensor, self._scaled(block.squeeze), 1)
            small = self._convolution(squeezed, self._scaled(block.expand_1x1), 1)
            large = self._convolution(squeezed, self._scaled(block.expand_3x3), 3)
            tensor = self._concatenation(small, large)
        tensor = self._convolution(tensor, network.classes, 1)
        axes = self._add(TensorMemory((2,), 8, is_constant=True))
        mean = self._activation((1, network.classes))
        self._operators.append(OperatorMemory(MEAN, (tensor, axes), (mean,)))
        output = self._activation((1, network.classes))
        self._operators.append(OperatorMemory(SOFTMAX, (mean,), (output,)))
        return MemoryGraph(tuple(self._tensors), tuple(self._operators), (picture,), (output,))

    def _scaled(self, filters: int) -> int:
        return scaled_filters(filters, self._network.width)

    def _add(self, tensor: TensorMemory) -> int:
        self._tensors.append(tensor)
        return len(self._tensors) - 1

    def _activation(self, shape: Shape) -> int:
        return self._add(TensorMemory(shape, math.prod(shape), scales=1))

    def _convolution(self, given: int, filters: int, size: int, stride: int = 1, pads: bool = True) -> int:
        _, side, _, channels = self._tensors[given].shape
        shape = (filters, size, size, channels)
        weights = TensorMemory(shape, math.prod(shape), is_constant=not self._coded, scales=filters)
        place = self._add(weights)
        if self._coded:
            codewords = self._add(TensorMemory((weights.size,), weights.size, is_constant=True))
            self._operators.append(OperatorMemory(DECODE, (codewords, self._code_table()), (place,)))
        bias = self._add(TensorMemory((filters,), 4 * filters, is_constant=True))
        new_side = side if pads else (side - size) // stride + 1
        output = self._activation((1, new_side, new_side, filters))
        self._operators.append(OperatorMemory(CONVOLUTION, (given, place, bias), (output,), stride, pads))
        return output

    def _code_table(self) -> int:
        """The table that all layers share: most models need no second one."""
        if self._table is None:
            self._table = self._add(TensorMemory((_TABLE_BYTES,), _TABLE_BYTES, is_constant=True))
        return self._table

    def _pool(self, given: int) -> int:
        _, side, _, channels = self._tensors[given].shape
        new_side = (side - 3) // 2 + 1
        output = self._activation((1, new_side, new_side, channels))
        self._operators.append(OperatorMemory(POOL, (given,), (output,), stride=2))
        return output

    def _concatenation(self, first: int, second: int) -> int:
        _, side, _, channels = self._tensors[first].shape
        both = channels + self._tensors[second].shape[3]
        output = self._activation((1, side, side, both))
        self._operators.append(OperatorMemory(CONCATENATION, (first, second), (output,)))
        return output
