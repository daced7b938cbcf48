"""Weights keep to the codes asked for and zeros stay zeros, in training and in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.backend import keras, make_deterministic, tf
from core.compression.quantization import (
    Quantized,
    calibration_sample,
    convert,
    quantize,
    weight_bits,
)
from core.compression.quantized_layers import quantized_convolutions, rounded_kernel, with_quantization
from core.compression.rounded_layers import activation_ranges, rounded_answers
from core.compression.slimming import slim
from core.networks.measure import convolutions
from core.runs.predictors import answers_of, open_predictor
from core.settings import QuantizeSettings, RunSettings, TrainSettings, checked
from core.tflite.model_file import constant, parse
from core.training.feed import LabeledImages, TrainingData, scaled
from core.training.fit import predictions
from tests.builders.fires import ALL_FIRES, FEW_FIRES, with_fires
from tests.builders.networks import SMALL_NETWORK_CONVOLUTIONS, small_network, squeezenet, zero_smallest
from tests.builders.stripes import striped, striped_data
from tests.recording import RecordingTask

SPARSITY = 0.6
BITS = (3, 4, 5, 6, 8)
METHODS = ("training-aware", "post-training")
CASES = (METHODS[1], 3), (METHODS[1], 4), (METHODS[0], 5), (METHODS[1], 6), (METHODS[0], 8)
Kernels = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Case:
    """A pruned network before and after the Quantize stage; kernels and codes are (filters, h, w, in)."""

    bits: dict[str, int]
    pruned: Kernels
    codes: dict[str, NDArray[np.int8]]
    scales: dict[str, NDArray[np.float32]]
    result: Quantized
    model: schema.ModelT


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """SqueezeNets of a few layers; those that are meant to be whole are."""
    with with_fires(*FEW_FIRES):
        yield


def pruned_squeezenet() -> keras.Model:
    make_deterministic(3)
    model = squeezenet(3, 32, width=0.25)
    zero_smallest(model, SPARSITY)
    return model


def quantized_case(network: keras.Model, method: str, bits: int, data: TrainingData, folder: Path) -> Case:
    network.save(folder / "pruned.keras")
    pruned = {name: np.moveaxis(k.kernel.numpy(), 3, 0) for name, k in convolutions(network).items()}
    settings = RunSettings(
        train=TrainSettings(batch_size=32),
        quantize=checked(QuantizeSettings, {"method": method, "weight_bits": bits, "epochs": 1}),
    )
    paths = (folder / "pruned.keras", folder / "int8.tflite", folder / "checkpoints")
    result = quantize(settings, data, *paths, RecordingTask())
    parsed = parse((folder / "int8.tflite").read_bytes())
    filters = dict(filter_tensors(parsed, pruned))
    return Case(
        weight_bits(network, bits),
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


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(
    request: pytest.FixtureRequest, data: TrainingData, tmp_path_factory: pytest.TempPathFactory
) -> Case:
    method, bits = request.param
    return quantized_case(small_network(), method, bits, data, tmp_path_factory.mktemp("quantized"))


def require_codes_and_zeros(case: Case) -> None:
    """No convolution has other codes than asked for, and every zero of every convolution is still one."""
    assert case.result.weight_bits == case.bits
    assert case.codes.keys() == case.bits.keys()
    for name, codes in case.codes.items():
        highest = 2 ** (case.bits[name] - 1) - 1
        reached = np.abs(codes.astype(int)).max()
        assert reached <= highest, name
        assert case.result.fitted is None or reached == highest, name
        assert len(np.unique(codes)) <= 2 ** case.bits[name] - 1, name
        zeros = case.pruned[name] == 0
        assert zeros.mean() == pytest.approx(SPARSITY, abs=0.03)
        assert (codes[zeros] == 0).all(), name


def test_codes_keep_to_their_bits_and_zeros_stay_zeros(case: Case) -> None:
    assert len(case.codes) == SMALL_NETWORK_CONVOLUTIONS
    assert (case.bits["conv1"], case.bits["conv10"]) == (8, 8)
    require_codes_and_zeros(case)


def test_every_convolution_of_a_squeezenet_keeps_to_its_bits(data: TrainingData, tmp_path: Path) -> None:
    with with_fires(*ALL_FIRES):
        case = quantized_case(pruned_squeezenet(), "training-aware", 4, data, tmp_path)
    assert len(case.codes) == 26
    require_codes_and_zeros(case)


def test_the_codes_are_the_rounded_weights_themselves_where_training_made_up_for_it(case: Case) -> None:
    """Each weight lies within half a step of its code."""
    for name, layer in convolutions(case.result.network).items():
        kernel = np.moveaxis(layer.kernel.numpy(), 3, 0)
        step = case.scales[name].reshape(-1, 1, 1, 1)
        beyond = np.abs(case.codes[name] * step - kernel) > (0.5 + 1e-3) * step
        assert case.result.fitted is None or not beyond.any(), name


def test_without_training_the_answers_stay_what_they_were(data: TrainingData, tmp_path: Path) -> None:
    network = squeezenet(3, 32, width=0.25)
    before = predictions(network, data.validation.images)
    apart = []
    for bits in (8, 4, 3):
        folder = tmp_path / str(bits)
        folder.mkdir()
        quantized_case(network, "post-training", bits, data, folder)
        predictor = open_predictor(folder / "int8.tflite")
        answers = answers_of(predictor, data.validation.images, RecordingTask()).probabilities
        apart.append(float(np.abs(answers - before).mean()))
    assert apart[0] < 0.01
    assert apart[2] < 0.06


def test_filters_share_a_scale_unless_codes_have_eight_bits(case: Case) -> None:
    for name, scales in case.scales.items():
        shares = case.bits[name] < 8
        assert len(scales) == (1 if shares else len(case.codes[name])), name


def test_training_moves_weights_little_and_rounding_alone_not_at_all(case: Case) -> None:
    for name, layer in convolutions(case.result.network).items():
        kernel = np.moveaxis(layer.kernel.numpy(), 3, 0)
        if case.result.fitted is None:
            assert np.array_equal(kernel, case.pruned[name]), name
        else:
            assert not np.array_equal(kernel, case.pruned[name]), name
            assert np.corrcoef(kernel.ravel(), case.pruned[name].ravel())[0, 1] > 0.98, name


def test_image_values_minus_128_are_the_input_and_the_whole_graph_is_int8(case: Case) -> None:
    [graph] = case.model.subgraphs
    source, answer = graph.tensors[graph.inputs[0]], graph.tensors[graph.outputs[0]]
    assert (source.quantization.scale, source.quantization.zeroPoint) == ([1 / 128], [0])
    assert (answer.quantization.scale, answer.quantization.zeroPoint) == ([1 / 256], [-128])
    kinds = {graph.tensors[t].type for operator in graph.operators for t in operator.outputs}
    assert kinds == {schema.TensorType.INT8}


@pytest.mark.parametrize(("bits", "fires"), [(3, FEW_FIRES), (4, ALL_FIRES), (5, FEW_FIRES)], ids=str)
def test_training_sees_the_rounded_weights_of_every_convolution(bits: int, fires: tuple[int, ...]) -> None:
    """With the weights rounded beforehand the network in training answers the same: all were rounded."""
    with with_fires(*fires):
        network = pruned_squeezenet()
    sample = striped(8).images
    quantized = with_quantization(network, weight_bits(network, bits), sample)
    before = quantized(scaled(sample), training=True).numpy()
    wrappers = quantized_convolutions(quantized).values()
    for wrapper in wrappers:
        kernel = next(v for v in wrapper.weights if v.name.endswith("kernel:0"))
        exact = rounded_kernel(wrapper)
        assert not np.allclose(kernel.numpy(), exact, atol=1e-7)
        kernel.assign(exact)
    assert len(wrappers) == 2 + 3 * len(fires)
    assert quantized(scaled(sample), training=True).numpy() == pytest.approx(before, abs=2 / 256)


def test_without_training_the_file_is_that_of_the_network_made_for_training() -> None:
    with with_fires(*FEW_FIRES):
        network = pruned_squeezenet()
    sample, bits = calibration_sample(striped(8), 8), weight_bits(network, 3)
    found = convert(network, sample, rounded_answers(network, bits, sample, {}))
    assert slim(found) == slim(convert(with_quantization(network, bits, sample), sample))


def test_ranges_are_measured_where_int8_needs_them() -> None:
    ranges = activation_ranges(squeezenet(3, 32, width=0.25), striped(8).images)
    assert "fire9_concat" in ranges
    assert "fire9_squeeze1x1" in ranges
    assert "fire9_expand1x1" not in ranges
    assert all(low <= 0 < high for low, high in ranges.values())


def test_ranges_are_those_of_all_images_and_only_a_batch_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    network, images = squeezenet(3, 32, width=0.25), striped(20).images
    passed: list[int] = []

    def noted(given: NDArray[np.uint8]) -> Iterator[tf.Tensor]:
        for start in range(0, len(given), 8):
            passed.append(len(given[start : start + 8]))
            yield scaled(given[start : start + 8])

    whole = activation_ranges(network, images)
    monkeypatch.setattr("core.compression.rounded_layers.inspection_batches", noted)
    batch_by_batch = activation_ranges(network, images)
    assert batch_by_batch.keys() == whole.keys()
    assert np.allclose([*batch_by_batch.values()], [*whole.values()], rtol=1e-4, atol=1e-6)
    assert passed == [8] * (len(images) // 8) + [len(images) % 8] * (len(images) % 8 > 0)


def test_calibration_images_span_black_to_white() -> None:
    data = LabeledImages(np.full((40, 32, 32, 3), 100, np.uint8), np.zeros(40, np.int64))
    sample = calibration_sample(data, 10)
    assert sample.shape == (12, 32, 32, 3)
    assert (sample.min(), sample.max()) == (0, 255)


def test_settings_offer_what_is_tested_here_and_nothing_else() -> None:
    declared = get_type_hints(QuantizeSettings)
    assert get_args(declared["weight_bits"]) == BITS == tuple(sorted(bits for _, bits in CASES))
    assert get_args(declared["method"]) == METHODS


def test_training_learns_from_the_network_as_it_was_before(data: TrainingData, tmp_path: Path) -> None:
    network, teacher = squeezenet(3, 32, width=0.25), squeezenet(3, 32, width=0.25)
    network.save(tmp_path / "pruned.keras")
    kernel, _ = teacher.get_layer("conv10").get_weights()
    # It takes every image for one of class 2.
    teacher.get_layer("conv10").set_weights([np.zeros_like(kernel), np.array([0, 0, 3], np.float32)])
    teacher.save(tmp_path / "float.keras")
    settings = RunSettings(
        train=TrainSettings(batch_size=16),
        quantize=QuantizeSettings(epochs=3, learning_rate=1e-2, distillation=1.0),
    )
    paths = (tmp_path / "pruned.keras", tmp_path / "int8.tflite", tmp_path / "checkpoints")
    result = quantize(settings, data, *paths, RecordingTask(), tmp_path / "float.keras")
    answers = predictions(result.network, data.validation.images).argmax(axis=1)
    assert np.mean(answers == 2) > 0.9
