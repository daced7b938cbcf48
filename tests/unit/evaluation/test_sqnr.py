"""What quantization left of each layer is measured on the file, layer by layer."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from core.backend import keras
from core.compression.compressible import tensor_at
from core.compression.layers import layer_codes, layers
from core.compression.quantization import calibration_sample, convert, weight_bits
from core.compression.quantized_layers import with_quantization
from core.compression.slimming import slim
from core.evaluation.sqnr import LayerSqnr, layer_sqnr
from core.networks.measure import convolutions
from core.tflite.model_file import parse
from tests.builders.networks import small_network
from tests.builders.stripes import striped
from tests.recording import RecordingTask


@cache
def int8_file(bits: int) -> bytes:
    network, sample = small_network(), calibration_sample(striped(24), 24)
    quantized = with_quantization(network, weight_bits(network, bits), sample)
    return slim(convert(quantized, sample))


def sqnr_by_layer(network: keras.Model, bits: int) -> dict[str | None, LayerSqnr]:
    found = layer_sqnr(network, int8_file(bits), striped(4).images, RecordingTask())
    return {one.layer: one for one in found}


def decibels(one: LayerSqnr) -> tuple[float, float]:
    assert one.weight_snr_db is not None
    assert one.output_snr_db is not None
    return one.weight_snr_db, one.output_snr_db


def test_every_layer_of_the_file_is_found_in_the_network_in_the_order_of_running() -> None:
    network = small_network()
    found = layer_sqnr(network, int8_file(8), striped(4).images, RecordingTask())
    places = {name: place for place, name in enumerate(convolutions(network))}
    assert {one.layer for one in found} == set(places)
    assert found[0].layer == "conv1"
    assert found[-1].layer == "conv10"


def test_the_ratio_of_weights_is_that_of_the_definition() -> None:
    network = small_network()
    parsed = parse(int8_file(4))
    kernel = np.moveaxis(network.get_layer("fire3_squeeze1x1").kernel.numpy(), 3, 0).astype(np.float64)
    alike = [one for one in layers(parsed) if tuple(tensor_at(parsed, one.weights).shape) == kernel.shape]
    [layer] = alike
    scales = tensor_at(parsed, layer.weights).quantization.scale.reshape(-1, 1, 1, 1)
    restored = layer_codes(parsed, layer).reshape(kernel.shape) * scales
    expected = 10 * math.log10((kernel**2).sum() / ((kernel - restored) ** 2).sum())
    assert sqnr_by_layer(network, 4)["fire3_squeeze1x1"].weight_snr_db == pytest.approx(expected, abs=0.01)


def test_fewer_bits_leave_less_and_eight_leave_nearly_all() -> None:
    network = small_network()
    coarse, fine = sqnr_by_layer(network, 4), sqnr_by_layer(network, 8)
    for name in ("fire2_squeeze1x1", "fire2_expand3x3", "fire3_expand1x1"):
        assert decibels(fine[name])[0] > 38
        assert decibels(fine[name])[0] - decibels(coarse[name])[0] > 18, name
        assert decibels(fine[name])[1] > decibels(coarse[name])[1], name
        assert decibels(fine[name])[1] > 25, name
    assert coarse["conv1"].weight_snr_db == fine["conv1"].weight_snr_db


def test_another_network_is_told_by_its_outputs() -> None:
    found = sqnr_by_layer(small_network(seed=4), 8)
    assert all(decibels(one)[1] < 10 for one in found.values())


def test_layers_that_the_network_has_not_and_weights_without_noise_have_no_ratio() -> None:
    network = small_network()
    layer = network.get_layer("conv10")
    layer.set_weights([np.zeros_like(layer.kernel.numpy()), layer.bias.numpy()])
    assert sqnr_by_layer(network, 8)["conv10"].weight_snr_db is None
    other = keras.Sequential([keras.layers.Input((32, 32, 3)), keras.layers.Conv2D(5, 5, name="other")])
    found = layer_sqnr(other, int8_file(8), striped(1).images, RecordingTask())
    assert {one.layer for one in found} == {None}
