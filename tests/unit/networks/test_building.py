"""Networks are built as they are described, and what training adds to them comes out again."""

from __future__ import annotations

import numpy as np
import pytest

from core import backend
from core.backend import keras
from core.networks.architecture import (
    POOL_SIZE,
    POOL_STRIDE,
    Addition,
    NetworkShape,
    architecture,
    pooled_side,
    pooling_pads,
)
from core.networks.building import built
from core.networks.folding import fold_into
from core.networks.measure import convolutions, multiply_accumulates, parameter_count, sparsity
from core.settings import NetworkSettings
from core.training.feed import scaled
from tests.builders.fires import FIRST_FIRES, with_fires
from tests.builders.networks import network, squeezenet
from tests.builders.stripes import striped

NETWORKS = [
    NetworkSettings(name="squeezenet-1.0", width=0.125, bypass="complex"),
    NetworkSettings(width=0.25, bypass="simple"),
    NetworkSettings(width=0.125, squeeze_ratio=0.5, share_3x3=0.2),
    NetworkSettings(name="alexnet", width=0.125),
]


@pytest.mark.parametrize(
    ("classes", "width", "parameters"),
    [(1000, 1.0, 1_235_496), (6, 1.0, 725_574), (6, 0.5, 183_334), (6, 0.25, 52_774)],
)
def test_has_the_known_number_of_parameters(classes: int, width: float, parameters: int) -> None:
    model = squeezenet(classes, 96, width=width)
    assert model.count_params() == parameters
    assert parameter_count(model) == parameters


@pytest.mark.parametrize("batch_norm", [False, True], ids=["plain", "normalized"])
@pytest.mark.parametrize("settings", NETWORKS, ids=str)
def test_shapes_by_rule_make_the_network_that_trials_make(
    settings: NetworkSettings, batch_norm: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keras itself finds the shapes of each layer by running it in a graph."""
    with with_fires(*FIRST_FIRES):
        by_rule = described(settings, batch_norm)
        monkeypatch.setattr(keras.layers.Layer, "_infer_output_signature", backend._tried)
        by_trial = described(settings, batch_norm)
    assert by_rule == by_trial


def described(settings: NetworkSettings, batch_norm: bool) -> object:
    """All that a network drawn from the same seed is: layers, shapes, types, variables and their values."""
    keras.utils.set_random_seed(3)
    model = network(settings, 5, 50, batch_norm=batch_norm)
    layers = [
        (
            type(layer),
            layer.get_config(),
            layer.input_shape,
            layer.output_shape,
            layer.output.dtype,
            [(weight.name, weight.trainable, weight.numpy().tobytes()) for weight in layer.weights],
        )
        for layer in model.layers
    ]
    return layers, model.get_config()["layers"]


@pytest.mark.parametrize("settings", NETWORKS, ids=str)
def test_is_built_as_it_is_described(settings: NetworkSettings) -> None:
    """Each layer puts out what the description says, and reads the layers that it names."""
    drawing = architecture(NetworkShape(settings, 50, 3, 5))
    model = built(drawing)
    for layer in drawing.layers:
        _, *shape = model.get_layer(layer.name).output_shape
        output = drawing.outputs[layer.name]
        assert shape == [output.side, output.side, output.channels], layer.name
        given = model.get_layer(layer.name).input
        names = [tensor.node.layer.name for tensor in (given if isinstance(given, list) else [given])]
        assert names == list(layer.sources if hasattr(layer, "sources") else [layer.source])
    kinds = {type(layer) for layer in drawing.layers}
    assert (Addition in kinds) == (settings.bypass != "none")


@pytest.mark.parametrize("settings", NETWORKS, ids=str)
def test_folding_gives_the_same_network(settings: NetworkSettings) -> None:
    drawing = architecture(NetworkShape(settings, 40, 3, 3))
    trained = built(drawing, batch_norm=True)
    stir_normalization(trained)
    images = scaled(striped(4, 40).images)
    plain = fold_into(built(drawing), trained)
    assert plain(images).numpy() == pytest.approx(trained(images, training=False).numpy(), abs=1e-4)
    assert not any(isinstance(layer, keras.layers.BatchNormalization) for layer in plain.layers)


@pytest.mark.parametrize("side", [3, 4, 5, 10, 11, 2, 1])
def test_pooling_looks_at_every_pixel(side: int) -> None:
    """As PyTorch's ceil mode: the last square may reach beyond the edge, where nothing counts."""
    values = np.random.default_rng(side).normal(-5, 1, (1, side, side, 1)).astype(np.float32)
    padding = "same" if pooling_pads(side) else "valid"
    pooled = keras.layers.MaxPooling2D(POOL_SIZE, POOL_STRIDE, padding=padding)(values).numpy()
    starts = range(0, 2 * pooled_side(side), 2)
    expected = [[values[0, y : y + 3, x : x + 3].max() for x in starts] for y in starts]
    assert pooled[0, :, :, 0] == pytest.approx(np.array(expected))


def test_the_last_convolution_has_a_relu_only_where_it_is_asked_for() -> None:
    for asked in (False, True):
        model = network(NetworkSettings(width=0.125, last_relu=asked), 3, 32)
        assert model.get_layer("conv10").activation.__name__ == ("relu" if asked else "linear")


def stir_normalization(model: keras.Model) -> None:
    """Give normalizations weights that change something."""
    chance = np.random.default_rng(7)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([chance.uniform(0.5, 1.5, w.shape) for w in layer.get_weights()])


def test_costs_the_multiplications_of_its_layers() -> None:
    inputs = keras.Input((10, 10, 3))
    tensor = keras.layers.Conv2D(4, 3, strides=2, name="conv1")(inputs)
    model = keras.Model(inputs, keras.layers.Conv2D(5, 1, name="conv2")(tensor))
    assert multiply_accumulates(model) == 4 * 4 * (3 * 3 * 3 * 4) + 4 * 4 * (4 * 5)


def test_smaller_images_and_a_smaller_width_cost_less() -> None:
    at_96, at_64, half = (
        multiply_accumulates(squeezenet(6, size, width=width))
        for size, width in ((96, 1.0), (64, 1.0), (96, 0.5))
    )
    assert at_96 / 1e6 == pytest.approx(43, abs=0.5)
    assert at_96 > at_64 > half


def test_normalization_for_training_does_not_count_as_parameters_of_the_network() -> None:
    assert parameter_count(squeezenet(6, 96, batch_norm=True)) == 725_574


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("image_size", [32, 224])
def test_takes_images_of_every_size_and_gives_probabilities(image_size: int, channels: int) -> None:
    model = squeezenet(4, image_size, channels, width=0.25)
    answers = model(scaled(striped(2, image_size, channels).images)).numpy()
    assert answers.shape == (2, 4)
    assert answers.sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_folding_keeps_the_answers_and_leaves_no_normalization() -> None:
    trained = squeezenet(3, 32, width=0.25, batch_norm=True)
    stir_normalization(trained)
    plain = fold_into(squeezenet(3, 32, width=0.25), trained)
    images = scaled(striped(8).images)
    assert plain(images).numpy() == pytest.approx(trained(images, training=False).numpy(), abs=1e-5)
    assert {type(layer).__name__ for layer in plain.layers} == {
        "InputLayer", "Conv2D", "MaxPooling2D", "Concatenate", "GlobalAveragePooling2D", "Softmax",
    }  # fmt: skip


def test_folding_keeps_zeros() -> None:
    trained = squeezenet(3, 32, width=0.25, batch_norm=True)
    for layer in convolutions(trained).values():
        kernel, bias = layer.get_weights()
        layer.set_weights([np.where(np.abs(kernel) < np.median(np.abs(kernel)), 0, kernel), bias])
    assert sparsity(trained) == pytest.approx(0.5, abs=0.01)
    assert sparsity(fold_into(squeezenet(3, 32, width=0.25), trained)) == sparsity(trained)
