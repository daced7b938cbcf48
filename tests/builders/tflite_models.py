"""Small int8 model files, put together part by part, and written by the flatbuffers library itself.

A `Graph` is one subgraph; `model_file` makes a file of one or several. What is built runs in TFLM and LiteRT.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

INT8, INT4, INT32 = schema.TensorType.INT8, schema.TensorType.INT4, schema.TensorType.INT32
Kind = schema.BuiltinOperator
Options = schema.BuiltinOptions
Codes = NDArray[np.int8]

SCALE = 0.05


def skewed_codes(shape: Sequence[int], seed: int = 0, zeros: float = 0.8, largest: int = 7) -> Codes:
    """Weight codes as pruning and quantization leave them: mostly 0, small ones more often than large."""
    chance = np.random.default_rng(seed)
    values = np.rint(chance.laplace(0, largest / 4, tuple(shape))).clip(-largest, largest)
    values[chance.random(tuple(shape)) < zeros] = 0
    return values.astype(np.int8)


def quantized(scales: Sequence[float] | float = SCALE, zero_point: int = 0, dimension: int = 0) -> Any:
    """A quantization record: one scale, or one for each channel of `dimension`."""
    record = schema.QuantizationParametersT()
    record.scale = np.atleast_1d(np.asarray(scales, np.float32))
    record.zeroPoint = np.full(len(record.scale), zero_point, np.int64)
    record.quantizedDimension = dimension
    return record


@dataclass
class Contents:
    """The buffers of a model, shared by its subgraphs. Buffer 0 is empty."""

    buffers: list[Any] = field(default_factory=lambda: [schema.BufferT()])

    def add(self, data: NDArray[Any]) -> int:
        buffer = schema.BufferT()
        buffer.data = np.frombuffer(data.tobytes(), np.uint8)
        self.buffers.append(buffer)
        return len(self.buffers) - 1


class Graph:
    """One subgraph. Methods that add a tensor return its number."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.kinds: list[tuple[int, bytes | None]] = []
        self.subgraph = schema.SubGraphT()
        self.subgraph.tensors, self.subgraph.operators = [], []
        self.subgraph.inputs = self.subgraph.outputs = np.zeros(0, np.int32)
        self.subgraph.name = b"main"

    def tensor(
        self, shape: Sequence[int], kind: int = INT8, quantization: Any = None, buffer: int = 0
    ) -> int:
        tensor = schema.TensorT()
        tensor.shape = np.array(shape, np.int32)
        tensor.type = kind
        tensor.buffer = buffer
        tensor.name = f"tensor {len(self.subgraph.tensors)}".encode()
        tensor.quantization = quantized() if quantization is None and kind == INT8 else quantization
        self.subgraph.tensors.append(tensor)
        return len(self.subgraph.tensors) - 1

    def constant(self, values: NDArray[Any], quantization: Any = None, buffer: int | None = None) -> int:
        """A constant of the type of `values`, on a buffer of its own unless one is given."""
        kind = {"int8": INT8, "int32": INT32, "bool": schema.TensorType.BOOL, "float32": 0}[str(values.dtype)]
        place = self.contents.add(values) if buffer is None else buffer
        return self.tensor(values.shape, kind, quantization, place)

    def int4_constant(self, codes: Codes, quantization: Any) -> int:
        """A constant of 4-bit codes, two in a byte, the first in the low half."""
        flat = np.append(codes.reshape(-1), np.zeros(codes.size % 2, np.int8)).astype(np.uint8) & 0xF
        return self.tensor(codes.shape, INT4, quantization, self.contents.add(flat[::2] | flat[1::2] << 4))

    def operator(
        self,
        kind: int,
        inputs: Sequence[int],
        outputs: Sequence[int],
        options: Any = None,
        options_type: int = Options.NONE,
        custom_name: bytes | None = None,
    ) -> None:
        operator = schema.OperatorT()
        operator.opcodeIndex = len(self.kinds)
        self.kinds.append((kind, custom_name))
        operator.inputs, operator.outputs = np.array(inputs, np.int32), np.array(outputs, np.int32)
        operator.builtinOptions, operator.builtinOptionsType = options, options_type
        self.subgraph.operators.append(operator)

    def conv(self, given: int, weights: int, bias: int, side: int) -> int:
        """A convolution with stride 1 and 'same' padding on images of `side` x `side`."""
        options = schema.Conv2DOptionsT()
        options.strideW = options.strideH = 1
        channels = int(self.subgraph.tensors[weights].shape[0])
        output = self.tensor((1, side, side, channels), quantization=quantized(SCALE * 2, -3))
        self.operator(Kind.CONV_2D, (given, weights, bias), (output,), options, Options.Conv2DOptions)
        return output

    def dense(self, given: int, weights: int, bias: int = -1) -> int:
        """A fully connected layer; weights are (outputs, inputs)."""
        output = self.tensor((1, int(self.subgraph.tensors[weights].shape[0])))
        options = schema.FullyConnectedOptionsT()
        self.operator(
            Kind.FULLY_CONNECTED, (given, weights, bias), (output,), options, Options.FullyConnectedOptions
        )
        return output

    def add(self, first: int, second: int) -> int:
        output = self.tensor(self.subgraph.tensors[first].shape, quantization=quantized(SCALE * 3))
        self.operator(Kind.ADD, (first, second), (output,), schema.AddOptionsT(), Options.AddOptions)
        return output

    def condition(self, decision: int, given: int, then: int, otherwise: int) -> int:
        """An IF that calls one of two subgraphs, which keep the shape of what is given."""
        output = self.tensor(self.subgraph.tensors[given].shape)
        options = schema.IfOptionsT()
        options.thenSubgraphIndex, options.elseSubgraphIndex = then, otherwise
        self.operator(Kind.IF, (decision, given), (output,), options, Options.IfOptions)
        return output

    def finish(self, inputs: Sequence[int], outputs: Sequence[int]) -> Graph:
        self.subgraph.inputs = np.array(inputs, np.int32)
        self.subgraph.outputs = np.array(outputs, np.int32)
        return self


def color_model(side: int) -> bytes:
    """Which of red, green and blue is the strongest in an image (side, side, 3), with a Softmax at the end.

    An image of one of these colors is 99 % likely to be it, one without colors about a third each.
    """
    graph = Graph(Contents())
    given = graph.tensor((1, side, side, 3), quantization=quantized(1 / 128))
    weights = np.tile(3 * np.eye(3, dtype=np.int8) - 1, side * side).astype(np.int8)
    logits = graph.dense(given, graph.constant(weights, quantized(1.25 / side**2)))
    output = graph.tensor((1, 3), quantization=quantized(1 / 256, -128))
    options = schema.SoftmaxOptionsT()
    options.beta = 1.0
    graph.operator(Kind.SOFTMAX, (logits,), (output,), options, Options.SoftmaxOptions)
    return model_file(graph.finish((given,), (output,)))


def model_file(*graphs: Graph) -> bytes:
    """The file of a model with these subgraphs, which share their contents."""
    model = schema.ModelT()
    model.version = 3
    model.description = b"built for a test"
    model.buffers = graphs[0].contents.buffers
    model.operatorCodes = []
    for graph in graphs:
        for operator, (kind, custom_name) in zip(graph.subgraph.operators, graph.kinds, strict=True):
            operator.opcodeIndex = len(model.operatorCodes)
            code = schema.OperatorCodeT()
            code.builtinCode = code.deprecatedBuiltinCode = kind
            code.customCode = custom_name
            model.operatorCodes.append(code)
    model.subgraphs = [graph.subgraph for graph in graphs]
    return packed(model)


def packed(model: Any) -> bytes:
    """A model as the flatbuffers library writes it, every part by itself."""
    builder = flatbuffers.Builder(1024)
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def channel_scales(channels: int, seed: int = 0) -> list[float]:
    """A scale for each channel, no two alike."""
    return list(np.random.default_rng(seed).uniform(0.01, 0.03, channels))


def conv_model(codes: Codes | None = None, side: int = 6, seed: int = 0) -> bytes:
    """One convolution with per-channel weights, 12 channels to 24, kernel 3x3 unless `codes` say else."""
    graph = Graph(Contents())
    weights = skewed_codes((24, 3, 3, 12), seed) if codes is None else codes
    given = graph.tensor((1, side, side, weights.shape[3]))
    output = graph.conv(given, *conv_constants(graph, weights, seed), side)
    return model_file(graph.finish((given,), (output,)))


def conv_constants(graph: Graph, codes: Codes, seed: int = 0) -> tuple[int, int]:
    """Weights and bias of a convolution, each with a quantization record of its own."""
    scales = channel_scales(codes.shape[0], seed)
    weights = graph.constant(codes, quantized(scales))
    biases = np.random.default_rng(seed).integers(-300, 300, (codes.shape[0],)).astype(np.int32)
    return weights, graph.constant(biases, quantized([SCALE * scale for scale in scales]))


def dense_model(codes: Codes) -> bytes:
    """One fully connected layer with weights (outputs, inputs), one scale for all."""
    graph = Graph(Contents())
    given = graph.tensor((1, codes.shape[1]))
    output = graph.dense(given, graph.constant(codes, quantized(0.1)))
    return model_file(graph.finish((given,), (output,)))


def float_ended_model() -> bytes:
    """A fully connected layer with one scale for all weights, between floats that are given and taken."""
    graph = Graph(Contents())
    given, output = (graph.tensor((1, count), schema.TensorType.FLOAT32) for count in (128, 64))
    taken = graph.tensor((1, 128))
    graph.operator(Kind.QUANTIZE, (given,), (taken,))
    computed = graph.dense(taken, graph.constant(skewed_codes((64, 128)), quantized(0.1)))
    graph.operator(Kind.DEQUANTIZE, (computed,), (output,))
    return model_file(graph.finish((given,), (output,)))


def hybrid_model() -> bytes:
    """Int8 weights that an operator on floats reads, which TFLM does not run."""
    graph = Graph(Contents())
    given, output = (graph.tensor((1, count), schema.TensorType.FLOAT32) for count in (128, 64))
    weights = graph.constant(skewed_codes((64, 128)), quantized(0.1))
    options = schema.FullyConnectedOptionsT()
    graph.operator(
        Kind.FULLY_CONNECTED, (given, weights, -1), (output,), options, Options.FullyConnectedOptions
    )
    return model_file(graph.finish((given,), (output,)))


def branching_model() -> bytes:
    """An IF whose branches have weights of their own and share others; the first branch is taken.

    The main subgraph has a layer before and one after it. Both branches read one buffer of weights.
    """
    contents = Contents()
    shared = contents.add(skewed_codes((64, 64), 20))
    main = Graph(contents)
    given = main.tensor((1, 64))
    decision = main.constant(np.array([True]))
    before = main.dense(given, main.constant(skewed_codes((64, 64), 21), quantized(0.1)))
    chosen = main.condition(decision, before, 1, 2)
    after = main.dense(chosen, main.constant(skewed_codes((10, 64), 22), quantized(0.1)))
    branches = []
    for seed in (23, 24):
        branch = Graph(contents)
        taken = branch.tensor((1, 64))
        own = branch.dense(taken, branch.constant(skewed_codes((64, 64), seed), quantized(0.1)))
        weights = branch.constant(skewed_codes((64, 64), 20), quantized(0.1), buffer=shared)
        branches.append(branch.finish((taken,), (branch.dense(own, weights),)))
    return model_file(main.finish((given,), (after,)), *branches)


def repeated_model() -> bytes:
    """Weights that three layers read, one tensor; and a constant that is added to itself."""
    graph = Graph(Contents())
    given = graph.tensor((1, 64))
    weights = graph.constant(skewed_codes((64, 64), 30), quantized(0.1))
    other = graph.constant(skewed_codes((64, 64), 31), quantized(0.1))
    output = given
    for operand in (weights, other, weights, weights):
        output = graph.dense(output, operand)
    return model_file(graph.finish((given,), (output,)))


def pairwise_model() -> bytes:
    """Operators that read two constants each, one of them twice over."""
    graph = Graph(Contents())
    given = graph.tensor((1, 2000))
    first, second = (graph.constant(skewed_codes((1, 2000), seed), quantized(SCALE)) for seed in (40, 41))
    sums = [graph.add(first, second), graph.add(second, second)]
    output = graph.add(graph.add(given, sums[0]), sums[1])
    return model_file(graph.finish((given,), (output,)))


def aborting_model() -> bytes:
    """A model that is sound as a file, and whose scale of 0 makes runtimes end their process."""
    model = schema.ModelT.InitFromPackedBuf(pairwise_model())
    model.subgraphs[0].tensors[0].quantization.scale = np.zeros(1, np.float32)
    return packed(model)


def int4_model() -> bytes:
    """A convolution and a dense-like 1x1 convolution whose weights are INT4 tensors."""
    graph = Graph(Contents())
    given = graph.tensor((1, 6, 6, 12))
    output = given
    for seed, channels in ((50, 12), (51, 31)):
        codes = skewed_codes((31, 3, 3, channels), seed)
        scales = channel_scales(31, seed)
        weights = graph.int4_constant(codes, quantized(scales))
        biases = np.random.default_rng(seed).integers(-300, 300, 31).astype(np.int32)
        bias = graph.constant(biases, quantized([SCALE * scale for scale in scales]))
        output = graph.conv(output, weights, bias, 6)
    return model_file(graph.finish((given,), (output,)))


def squeezenet_sized_model(bits: int, zeros: float = 0.85) -> bytes:
    """The 26 convolutions of SqueezeNet 1.1 with six classes, one after the other: 722,624 weights.

    It has weights like a trained network's, but the layers do not fit together: it does not run.
    """
    fires = [(64, 16, 64), (128, 16, 64), (128, 32, 128), (256, 32, 128)]
    fires += [(256, 48, 192), (384, 48, 192), (384, 64, 256), (512, 64, 256)]
    shapes = [(64, 3, 3, 3)]
    for given, squeezed, expanded in fires:
        shapes += [(squeezed, 1, 1, given), (expanded, 1, 1, squeezed), (expanded, 3, 3, squeezed)]
    shapes.append((6, 1, 1, 512))
    chance = np.random.default_rng(0)
    graph = Graph(Contents())
    first = output = graph.tensor((1, 8, 8, 3))
    for seed, shape in enumerate(shapes):
        share = chance.uniform(zeros - 0.1, zeros + 0.07) if 0 < seed < len(shapes) - 1 else 0.4
        codes = skewed_codes(shape, seed, share, 2 ** (bits - 1) - 1)
        output = graph.conv(output, *conv_constants(graph, codes, seed), 8)
    return model_file(graph.finish((first,), (output,)))
