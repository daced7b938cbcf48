"""Both runtimes take int8 images and give int8 scores, and tell what they cannot run."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.errors import SqueezeError
from core.tflite.interpreter import Interpreter, Quantization
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import constant, parse
from core.tflite.tflm import TflmInterpreter, tflm_available
from tests.builders.tflite_models import (
    Contents,
    Graph,
    conv_model,
    dense_model,
    model_file,
    packed,
    quantized,
    skewed_codes,
)
from tests.tflm import needs_tflm

OF_TENSORFLOW_LITE = pytest.mark.parametrize(
    "interpreter", [pytest.param(TflmInterpreter, marks=needs_tflm), LiteRtInterpreter]
)


def expected_of_dense(model: bytes, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
    """The dense layer in real numbers, then in codes."""
    parsed = parse(model)
    given, weights, output = (parsed.subgraphs[0].tensors[i] for i in (0, 1, 2))
    data = constant(parsed, weights)
    assert data is not None
    real = data.view(np.int8).reshape(weights.shape).astype(float) * weights.quantization.scale[0]
    numbers = (inputs * float(given.quantization.scale[0])) @ real.T
    codes = np.rint(numbers / float(output.quantization.scale[0]))
    clipped: NDArray[np.int8] = np.clip(codes, -128, 127).astype(np.int8)
    return clipped


@OF_TENSORFLOW_LITE
def test_outputs_are_those_of_the_layer_in_real_numbers(interpreter: Any) -> None:
    model = dense_model(skewed_codes((40, 64)))
    inputs = np.random.default_rng(0).integers(-128, 128, (7, 64)).astype(np.int8)
    outputs = interpreter(model).predict(inputs)
    assert outputs.shape == (7, 40)
    assert outputs.dtype == np.int8
    difference = outputs.astype(int) - expected_of_dense(model, inputs)
    assert np.abs(difference).max() <= 1


@OF_TENSORFLOW_LITE
def test_each_image_has_its_own_result_in_any_order(interpreter: Any) -> None:
    opened: Interpreter = interpreter(conv_model())
    inputs = np.random.default_rng(1).integers(-128, 128, (5, 6, 6, 12)).astype(np.int8)
    outputs = opened.predict(inputs)
    assert outputs.shape == (5, 6 * 6 * 24)
    assert np.array_equal(opened.predict(inputs[::-1]), outputs[::-1])
    assert opened.predict(inputs[:0]).shape == (0, 6 * 6 * 24)


@needs_tflm
def test_reference_kernels_round_as_tflm_does(squeezenet_file: bytes) -> None:
    inputs = np.random.default_rng(2).integers(-128, 128, (3, 96, 96, 3)).astype(np.int8)
    tflm = TflmInterpreter(squeezenet_file).predict(inputs)
    assert np.array_equal(LiteRtInterpreter(squeezenet_file, "reference").predict(inputs), tflm)


@OF_TENSORFLOW_LITE
def test_what_a_model_takes_and_gives_is_known(interpreter: Any) -> None:
    signature = interpreter(conv_model()).signature
    assert signature.input_shape == (6, 6, 12)
    assert signature.output_size == 6 * 6 * 24
    assert signature.input_quantization == Quantization(float(np.float32(0.05)), 0)
    assert signature.output_quantization == Quantization(float(np.float32(0.1)), -3)


def test_codes_stand_for_numbers() -> None:
    quantization = Quantization(0.5, -3)
    assert quantization.codes(np.array([0.0, 1.0, 1.2, -100.0, 100.0])).tolist() == [-3, -1, -1, -128, 127]
    assert quantization.numbers(np.array([-3, -1, 127], np.int8)).tolist() == [0.0, 1.0, 65.0]


@pytest.mark.parametrize("where", ["inputs", "outputs"])
@OF_TENSORFLOW_LITE
def test_a_float_model_is_told_apart(interpreter: Any, where: str) -> None:
    model = parse(conv_model())
    model.subgraphs[0].tensors[int(getattr(model.subgraphs[0], where)[0])].type = 0
    with pytest.raises(SqueezeError, match=f"its {where[:-1]} is not int8") as raised:
        interpreter(packed(model), name="some.tflite")
    assert raised.value.code == "model-not-int8"


def _unknown_operator() -> bytes:
    graph = Graph(Contents())
    given, output = graph.tensor((1, 8)), graph.tensor((1, 8))
    graph.operator(32, (given,), (output,), custom_name=b"NO_SUCH_THING")
    return model_file(graph.finish((given,), (output,)))


def _two_inputs() -> bytes:
    graph = Graph(Contents())
    first, second = graph.tensor((1, 8)), graph.tensor((1, 8))
    return model_file(graph.finish((first, second), (graph.add(first, second),)))


def _four_images_at_a_time() -> bytes:
    graph = Graph(Contents())
    given = graph.tensor((4, 8))
    return model_file(graph.finish((given,), (graph.add(given, given),)))


@pytest.mark.parametrize("model", [_unknown_operator(), _two_inputs(), _four_images_at_a_time()])
@OF_TENSORFLOW_LITE
def test_a_model_that_does_not_run_is_told(interpreter: Any, model: bytes) -> None:
    with pytest.raises(SqueezeError, match=r"some\.tflite") as raised:
        interpreter(model, name="some.tflite")
    assert raised.value.code == "model-not-runnable"


@OF_TENSORFLOW_LITE
def test_a_damaged_model_never_reaches_a_runtime(interpreter: Any) -> None:
    with pytest.raises(SqueezeError) as raised:
        interpreter(conv_model()[:200])
    assert raised.value.code == "model-unreadable"


def _index_out_of_range() -> bytes:
    """A lookup of the ninth of eight rows."""
    graph = Graph(Contents())
    given = graph.tensor((1, 8))
    output = graph.tensor((1, 1))
    place = graph.constant(np.array([8], np.int32))
    options = schema.GatherOptionsT()
    options.axis = 1
    graph.operator(
        schema.BuiltinOperator.GATHER, (given, place), (output,), options, schema.BuiltinOptions.GatherOptions
    )
    return model_file(graph.finish((given,), (output,)))


def _branch_of_another_size() -> bytes:
    """An IF whose branch gives more than there is room for."""
    contents = Contents()
    main, branch = Graph(contents), Graph(contents)
    given = main.tensor((1, 8))
    chosen = main.condition(main.constant(np.array([True])), given, 1, 1)
    taken = branch.tensor((1, 8))
    output = branch.dense(taken, branch.constant(skewed_codes((20, 8)), quantized()))
    return model_file(main.finish((given,), (chosen,)), branch.finish((taken,), (output,)))


@pytest.mark.parametrize(
    ("interpreter", "model"),
    [
        (LiteRtInterpreter, _index_out_of_range()),
        pytest.param(TflmInterpreter, _branch_of_another_size(), marks=needs_tflm),
    ],
)
def test_an_operator_that_fails_is_told(interpreter: Any, model: bytes) -> None:
    opened = interpreter(model, name="some.tflite")
    with pytest.raises(SqueezeError, match="stopped at one of its operators") as raised:
        opened.predict(np.zeros((1, 8), np.int8))
    assert raised.value.code == "model-not-runnable"


@needs_tflm
def test_a_model_that_no_memory_can_hold_is_told() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 1 << 30))
    model = model_file(graph.finish((given,), (graph.add(given, given),)))
    with pytest.raises(SqueezeError, match="more than 2,048 MB"):
        TflmInterpreter(model)


@needs_tflm
def test_nothing_is_printed_where_results_go(capfd: pytest.CaptureFixture[str]) -> None:
    TflmInterpreter(conv_model()).predict(np.zeros((1, 6, 6, 12), np.int8))
    LiteRtInterpreter(conv_model()).predict(np.zeros((1, 6, 6, 12), np.int8))
    assert capfd.readouterr().out == ""


@needs_tflm
def test_without_the_wheel_tflm_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tflite_micro.python.tflite_micro", None)
    assert tflm_available()
    with pytest.raises(SqueezeError, match="no tflite-micro"):
        TflmInterpreter(conv_model())
