"""Weights keep to the codes asked for and zeros stay zeros, in training and in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.backend import keras, make_deterministic
from core.compression.quantization import (
    Quantized,
    activation_ranges,
    calibration_sample,
    quantize,
    rounded_kernel,
    weight_bits,
    with_quantization,
)
from core.networks.measure import convolutions
from core.networks.squeezenet import squeezenet
from core.settings import NetworkSettings, QuantizeSettings, RunSettings, TrainSettings
from core.tflite.model_file import constant, parse
from core.training.feed import LabelledPictures, TrainingData, scaled
from tests.builders.stripes import striped, striped_data
from tests.recording import RecordingTask

SPARSITY = 0.6
Kernels = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Case:
    """A pruned SqueezeNet before and after the Quantize stage; kernels and codes are (filters, h, w, in)."""

    bits: int
    pruned: Kernels
    codes: dict[str, NDArray[np.int8]]
    scales: dict[str, NDArray[np.float32]]
    result: Quantized
    model: schema.ModelT


def pruned_network() -> keras.Model:
    make_deterministic(3)
    model = squeezenet(3, 32, width=0.25)
    for layer in convolutions(model).values():
        kernel, bias = layer.get_weights()
        small = np.abs(kernel) < np.quantile(np.abs(kernel), SPARSITY)
        layer.set_weights([np.where(small, 0, kernel), bias])
    return model


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


@pytest.fixture(scope="module", params=[4, 8])
def case(
    request: pytest.FixtureRequest, data: TrainingData, tmp_path_factory: pytest.TempPathFactory
) -> Case:
    folder = tmp_path_factory.mktemp(f"bits{request.param}")
    model = pruned_network()
    model.save(folder / "pruned.keras")
    settings = RunSettings(
        network=NetworkSettings(width=0.25),
        train=TrainSettings(batch_size=32),
        quantize=QuantizeSettings(epochs=1, weight_bits=request.param),
    )
    result = quantize(
        settings,
        data,
        folder / "pruned.keras",
        folder / "int8.tflite",
        folder / "checkpoints",
        RecordingTask(),
    )
    parsed = parse((folder / "int8.tflite").read_bytes())
    pruned = {name: np.moveaxis(k.kernel.numpy(), 3, 0) for name, k in convolutions(model).items()}
    filters = dict(filter_tensors(parsed, pruned))
    return Case(
        request.param,
        pruned,
        {name: codes for name, (codes, _) in filters.items()},
        {name: scales for name, (_, scales) in filters.items()},
        result,
        parsed,
    )


def filter_tensors(
    model: schema.ModelT, kernels: Kernels
) -> Iterator[tuple[str, tuple[NDArray[np.int8], NDArray[np.float32]]]]:
    """Codes and scales of each convolution, found by its place in the order and its shape."""
    [graph] = model.subgraphs
    wanted = dict(kernels)
    for operator in graph.operators:
        if model.operatorCodes[operator.opcodeIndex].builtinCode != schema.BuiltinOperator.CONV_2D:
            continue
        tensor = graph.tensors[operator.inputs[1]]
        name = next(n for n, kernel in wanted.items() if kernel.shape == tuple(tensor.shape))
        del wanted[name]
        content = constant(model, tensor)
        assert content is not None
        assert tensor.type == schema.TensorType.INT8
        yield name, (content.view(np.int8).reshape(tensor.shape), np.asarray(tensor.quantization.scale))
    assert not wanted


def test_no_convolution_takes_more_codes_than_asked_for(case: Case) -> None:
    bits = weight_bits(squeezenet(3, 32, width=0.25), case.bits)
    assert case.result.weight_bits == bits
    assert set(bits.values()) == {case.bits, 8}
    assert {name for name, b in bits.items() if b == 8} >= {"conv1", "conv10"}
    for name, codes in case.codes.items():
        highest = 2 ** (bits[name] - 1) - 1
        assert np.abs(codes.astype(int)).max() <= highest, name
        assert len(np.unique(codes)) <= 2 ** bits[name] - 1, name


def test_every_zero_of_every_convolution_is_a_zero_of_the_file(case: Case) -> None:
    for name, kernel in case.pruned.items():
        zeros = kernel == 0
        assert zeros.mean() == pytest.approx(SPARSITY, abs=0.01)
        assert (case.codes[name][zeros] == 0).all(), name


def test_the_codes_mean_the_weights_that_they_stand_for(case: Case) -> None:
    """One short epoch moves weights little: codes times scales lie within a step of where they were."""
    for name, kernel in case.pruned.items():
        restored = case.codes[name] * case.scales[name][:, None, None, None]
        step = case.scales[name][:, None, None, None]
        assert (np.abs(restored - kernel) <= 1.5 * step + 0.05).all(), name
        correlation = np.corrcoef(restored.ravel(), kernel.ravel())[0, 1]
        assert correlation > (0.97 if case.bits == 4 else 0.98), name


def test_picture_values_minus_128_are_the_input_and_the_whole_graph_is_int8(case: Case) -> None:
    [graph] = case.model.subgraphs
    source, answer = graph.tensors[graph.inputs[0]], graph.tensors[graph.outputs[0]]
    assert (source.quantization.scale, source.quantization.zeroPoint) == ([1 / 128], [0])
    assert (answer.quantization.scale, answer.quantization.zeroPoint) == ([1 / 256], [-128])
    kinds = {graph.tensors[t].type for operator in graph.operators for t in operator.outputs}
    assert kinds == {schema.TensorType.INT8}


@pytest.mark.parametrize("bits", [4, 8])
def test_training_sees_the_rounded_weights_of_every_convolution(bits: int) -> None:
    """With the weights rounded beforehand the network in training answers the same: all were rounded."""
    network = pruned_network()
    sample = striped(8).pictures
    quantized = with_quantization(network, weight_bits(network, bits), sample)
    before = quantized(scaled(sample), training=True).numpy()
    rounded = 0
    for wrapper in quantized.layers:
        if isinstance(getattr(wrapper, "layer", None), keras.layers.Conv2D):
            kernel = next(v for v in wrapper.weights if v.name.endswith("kernel:0"))
            exact = rounded_kernel(wrapper)
            assert not np.allclose(kernel.numpy(), exact.numpy(), atol=1e-7)
            kernel.assign(exact)
            rounded += 1
    assert rounded == 26
    assert quantized(scaled(sample), training=True).numpy() == pytest.approx(before, abs=2 / 256)


def test_ranges_are_measured_where_int8_needs_them() -> None:
    ranges = activation_ranges(squeezenet(3, 32, width=0.25), striped(8).pictures)
    assert "fire2_concat" in ranges
    assert "fire2_squeeze1x1" in ranges
    assert "fire2_expand1x1" not in ranges
    assert all(low <= 0 < high for low, high in ranges.values())


def test_calibration_pictures_span_black_to_white() -> None:
    data = LabelledPictures(np.full((40, 32, 32, 3), 100, np.uint8), np.zeros(40, np.int64))
    sample = calibration_sample(data, 10)
    assert sample.shape == (12, 32, 32, 3)
    assert (sample.min(), sample.max()) == (0, 255)


def test_settings_offer_only_the_bits_that_are_tested() -> None:
    [choice] = [f.type for f in msgspec.structs.fields(QuantizeSettings) if f.name == "weight_bits"]
    assert "4, 8" in str(choice)
