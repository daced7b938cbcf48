"""A slim file is smaller by what no runtime reads, and computes the same bytes in each of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.compression.sizes import inspect
from core.compression.slimming import shorten_zero_points, slim, spread_zero_points
from core.tflite.interpreter import Interpreter
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse, serialize
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import (
    Contents,
    Graph,
    channel_scales,
    conv_constants,
    conv_model,
    model_file,
    packed,
    quantized,
    skewed_codes,
)
from tests.tflm import needs_tflm

RUNTIMES = ["litert default", "litert reference", pytest.param("tflm", marks=needs_tflm)]


def opened(model: bytes, runtime: str) -> Interpreter:
    if runtime == "tflm":
        return TflmInterpreter(model)
    return LiteRtInterpreter(model, "reference" if runtime.endswith("reference") else "default")


def outputs(model: bytes, runtime: str, count: int = 4) -> NDArray[np.int8]:
    interpreter = opened(model, runtime)
    shape = (count, *interpreter.signature.input_shape)
    inputs = np.random.default_rng(4).integers(-128, 128, shape).astype(np.int8)
    return interpreter.predict(inputs)


def with_outputs(model: bytes, *tensors: int) -> bytes:
    """The model with one of its inner tensors as its output."""
    parsed = parse(model)
    parsed.subgraphs[0].outputs = np.array(tensors, np.int32)
    return packed(parsed)


def tensors_of(model: bytes) -> list[Any]:
    return list(parse(model).subgraphs[0].tensors)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_slim_squeezenet_computes_the_same(squeezenet_file: bytes, runtime: str) -> None:
    expected = outputs(squeezenet_file, runtime)
    assert np.array_equal(outputs(slim(squeezenet_file), runtime), expected)
    assert len(np.unique(expected)) > 5


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_what_a_slim_squeezenet_computes_inside_is_the_same(squeezenet_file: bytes, runtime: str) -> None:
    """The last convolution gives 150 values an image; a softmax of six would hide small differences."""
    operators = parse(squeezenet_file).subgraphs[0].operators
    last = max(i for i, operator in enumerate(operators) if len(operator.inputs) == 3)
    inside = with_outputs(squeezenet_file, int(operators[last].outputs[0]))
    expected = outputs(inside, runtime)
    assert np.array_equal(outputs(slim(inside), runtime), expected)
    assert len(np.unique(expected)) > 50


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_slim_network_of_other_layers_computes_the_same(mixture_file: bytes, runtime: str) -> None:
    assert np.array_equal(outputs(slim(mixture_file), runtime), outputs(mixture_file, runtime))


def test_what_a_slim_squeezenet_spends_beside_weights(squeezenet_file: bytes) -> None:
    before, after = inspect(squeezenet_file), inspect(slim(squeezenet_file))
    assert before.bytes - before.plain_weight_bytes > 90_000
    assert after.bytes - after.plain_weight_bytes < 37_000
    assert after.plain_weight_bytes == before.plain_weight_bytes
    assert after.bias_bytes == before.bias_bytes
    assert after.description_bytes == 0


def test_slimming_again_changes_nothing(squeezenet_file: bytes, mixture_file: bytes) -> None:
    for model in (squeezenet_file, mixture_file, conv_model()):
        assert slim(slim(model)) == slim(model)


def test_nothing_is_named_any_more(mixture_file: bytes) -> None:
    model = parse(slim(mixture_file))
    assert model.description is None
    assert model.metadata is None
    assert model.signatureDefs is None
    assert all(tensor.name is None for tensor in model.subgraphs[0].tensors)
    assert b"serving" in mixture_file
    assert b"serving" not in slim(mixture_file)


def test_calibrated_ranges_and_open_sides_are_dropped() -> None:
    model = parse(conv_model())
    given = model.subgraphs[0].tensors[0]
    given.shapeSignature = np.array([-1, 6, 6, 12], np.int32)
    given.quantization.min = given.quantization.max = np.ones(1, np.float32)
    first = tensors_of(slim(packed(model)))[0]
    assert first.shapeSignature is None
    assert first.quantization.min is None
    assert first.quantization.max is None
    assert list(first.quantization.scale) == list(given.quantization.scale)


def test_the_bias_of_a_convolution_shares_the_record_of_its_weights() -> None:
    weights, bias = tensors_of(slim(conv_model()))[1:3]
    assert list(bias.quantization.scale) == list(weights.quantization.scale)


def test_the_bias_of_a_dense_layer_keeps_its_record() -> None:
    """TFLM and LiteRT compare it with the scales of input and weights."""
    graph = Graph(Contents())
    given = graph.tensor((1, 16))
    weights = graph.constant(skewed_codes((8, 16)), quantized(0.02))
    bias = graph.constant(np.arange(8, dtype=np.int32), quantized(0.001))
    output = graph.dense(given, weights, bias)
    model = model_file(graph.finish((given,), (output,)))
    assert tensors_of(slim(model))[2].quantization.scale[0] == np.float32(0.001)


def test_a_bias_that_several_convolutions_read_keeps_its_record() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 4, 4, 8))
    first, bias = conv_constants(graph, skewed_codes((8, 1, 1, 8)))
    second = graph.constant(skewed_codes((8, 1, 1, 8), 3), quantized(channel_scales(8, 3)))
    output = graph.conv(graph.conv(given, first, bias, 4), second, bias, 4)
    model = model_file(graph.finish((given,), (output,)))
    kept, original = tensors_of(slim(model))[2], tensors_of(model)[2]
    assert list(kept.quantization.scale) == list(original.quantization.scale)


def test_a_depthwise_bias_gets_a_record_of_its_own_dimension(mixture_file: bytes) -> None:
    model = parse(slim(mixture_file))
    kinds = [code.builtinCode for code in model.operatorCodes]
    depthwise = kinds.index(schema.BuiltinOperator.DEPTHWISE_CONV_2D)
    (operator,) = (o for o in model.subgraphs[0].operators if o.opcodeIndex == depthwise)
    weights, bias = (model.subgraphs[0].tensors[index] for index in operator.inputs[1:])
    assert (weights.quantization.quantizedDimension, bias.quantization.quantizedDimension) == (3, 0)
    assert list(bias.quantization.scale) == list(weights.quantization.scale)


def test_equal_contents_are_stored_once_and_equal_constants_are_one_tensor() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 64))
    codes = skewed_codes((64, 64))
    output = given
    for _ in range(3):
        output = graph.dense(output, graph.constant(codes, quantized(0.02)))
    model = model_file(graph.finish((given,), (output,)))
    slimmed = parse(slim(model))
    assert len(slimmed.buffers) == 2
    assert len({int(operator.inputs[1]) for operator in slimmed.subgraphs[0].operators}) == 1
    assert np.array_equal(outputs(slim(model), "litert default"), outputs(model, "litert default"))


def test_constants_that_mean_something_else_stay_apart() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 64))
    codes = skewed_codes((64, 64))
    output = graph.dense(given, graph.constant(codes, quantized(0.02)))
    output = graph.dense(output, graph.constant(codes, quantized(0.03)))
    slimmed = parse(slim(model_file(graph.finish((given,), (output,)))))
    assert len(slimmed.buffers) == 2
    assert len({int(operator.inputs[1]) for operator in slimmed.subgraphs[0].operators}) == 2


def test_tensors_that_nothing_uses_go_and_the_others_keep_their_order() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 6, 6, 12))
    graph.tensor((1, 1000))
    graph.constant(skewed_codes((500,)))
    output = graph.conv(given, *conv_constants(graph, skewed_codes((24, 3, 3, 12))), 6)
    model = model_file(graph.finish((given,), (output,)))
    assert slim(model) == slim(conv_model())


def test_kinds_of_operators_are_listed_once_most_frequent_first() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 4, 4, 8))
    output = graph.add(given, given)
    for seed in range(3):
        output = graph.conv(output, *conv_constants(graph, skewed_codes((8, 1, 1, 8), seed), seed), 4)
    slimmed = parse(slim(model_file(graph.finish((given,), (output,)))))
    kinds = [code.builtinCode for code in slimmed.operatorCodes]
    assert kinds == [schema.BuiltinOperator.CONV_2D, schema.BuiltinOperator.ADD]
    assert [operator.opcodeIndex for operator in slimmed.subgraphs[0].operators] == [1, 0, 0, 0]


@needs_tflm
def test_tflm_spreads_one_zero_point_over_the_channels() -> None:
    model = parse(conv_model())
    shorten_zero_points(model)
    short = serialize(model)
    assert len(tensors_of(short)[1].quantization.zeroPoint) == 1
    assert np.array_equal(outputs(short, "tflm"), outputs(conv_model(), "tflm"))


def test_spreading_zero_points_undoes_shortening_them() -> None:
    model = parse(conv_model())
    before = serialize(model)
    shorten_zero_points(model)
    assert len(serialize(model)) < len(before)
    spread_zero_points(model)
    assert serialize(model) == before


def test_zero_points_that_differ_are_not_shortened() -> None:
    model = parse(conv_model())
    model.subgraphs[0].tensors[1].quantization.zeroPoint = np.array([0, 0, 0, 5, *[0] * 20])
    shorten_zero_points(model)
    points = parse(serialize(model)).subgraphs[0].tensors[1].quantization.zeroPoint
    assert points.tolist() == [0, 0, 0, 5, *[0] * 20]
