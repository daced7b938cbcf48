"""Where a network looked: Grad-CAM against what is computed by hand."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.backend import keras
from core.networks.grad_cam import feature_layer, grad_cam
from core.networks.running import layer_outputs
from core.settings import NetworkSettings
from core.training.feed import scaled
from tests.builders.networks import network

SIDE = 64


def noise(size: int) -> NDArray[np.uint8]:
    return np.random.default_rng(5).integers(0, 256, (1, size, size, 3), np.uint8)


@pytest.mark.parametrize(
    ("settings", "size", "layer", "side"),
    [
        (NetworkSettings(width=0.125), 96, "fire9_concat", 5),
        (NetworkSettings(width=0.125, bypass="complex"), 96, "fire9_add", 5),
        (NetworkSettings(width=0.125), 32, "fire5_concat", 3),
        (NetworkSettings(name="alexnet", width=0.125), 96, "conv5", 5),
    ],
    ids=str,
)
def test_the_last_features_that_tell_places_apart_are_looked_at(
    settings: NetworkSettings, size: int, layer: str, side: int
) -> None:
    model = network(settings, 3, size)
    assert feature_layer(model) == layer
    heat = grad_cam(model)(scaled(noise(size)), 1)
    assert heat.shape == (side, side)
    assert heat.min() >= 0


@pytest.mark.parametrize("last_relu", [False, True])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_behind_a_mean_the_map_is_that_of_the_classes_own_weights(number: int, last_relu: bool) -> None:
    """The slope dy / dA is the class's weights over the number of places: the map is their sum over A."""
    keras.utils.set_random_seed(3)
    model = network(NetworkSettings(width=0.25, last_relu=last_relu), 3, SIDE)
    chance = np.random.default_rng(number)
    kernel, bias = model.get_layer("conv10").get_weights()
    own = [chance.normal(0.05, 0.2, kernel.shape), chance.uniform(0, 0.1, bias.shape)]
    model.get_layer("conv10").set_weights(own)
    images = scaled(noise(SIDE))
    [features] = layer_outputs(model, images, ["fire9_concat"])
    map_by_hand = np.maximum(features.numpy()[0] @ own[0][0, 0, :, number], 0)
    assert map_by_hand.max() > 0
    heat = grad_cam(model)(images, number)
    assert heat == pytest.approx(map_by_hand / map_by_hand.max(), abs=1e-5)


def test_behind_a_dense_layer_the_weights_of_the_features_are_means_of_their_gradients() -> None:
    """The score y is v . relu(W . A + b), so that dy / dA is v . W, over outputs of W that are not 0."""
    keras.utils.set_random_seed(3)
    layers = keras.layers
    given = keras.Input((SIDE, SIDE, 3), name="picture")
    features = layers.Conv2D(6, 8, strides=8, activation="relu", name="conv5")(given)
    dense = layers.Conv2D(16, 8, activation="relu", name="fc6")(features)
    mean = layers.GlobalAveragePooling2D(name="pool10")(layers.Conv2D(3, 1, name="fc8")(dense))
    model = keras.Model(given, layers.Softmax(name="probabilities")(mean))
    images = scaled(noise(SIDE))
    [own] = (one.numpy()[0].astype(np.float64) for one in layer_outputs(model, images, ["conv5"]))
    kernel, bias = (one.astype(np.float64) for one in model.get_layer("fc6").get_weights())
    passed = np.tensordot(own, kernel, 3) + bias > 0
    assert 0 < passed.sum() < passed.size
    weights = model.get_layer("fc8").get_weights()[0][0, 0, :, 2] * passed
    map_by_hand = np.maximum(own @ (kernel @ weights).mean((0, 1)), 0)
    assert map_by_hand.max() > 0
    heat = grad_cam(model)(images, 2)
    assert heat == pytest.approx(map_by_hand / map_by_hand.max(), abs=1e-4)


def red_finder() -> keras.Model:
    """Its class 1 is how much red there is without green, place by place; class 0 is nothing."""
    layers = keras.layers
    given = keras.Input((SIDE, SIDE, 3), name="picture")
    first = layers.Conv2D(1, 4, strides=4, activation="relu", name="conv1")
    last = layers.Conv2D(2, 1, name="conv10")
    mean = layers.GlobalAveragePooling2D(name="pool10")(last(first(given)))
    model = keras.Model(given, layers.Softmax(name="probabilities")(mean))
    kernel = np.zeros((4, 4, 3, 1), np.float32)
    kernel[..., 0, 0], kernel[..., 1, 0] = 1 / 16, -1 / 16
    first.set_weights([kernel, np.zeros(1)])
    last.set_weights([np.array([[[[0.0, 1.0]]]]), np.zeros(2)])
    return model


@pytest.mark.parametrize(("row", "column"), [(0, 0), (2, 3), (3, 1)])
def test_the_map_peaks_where_an_object_was_pasted(row: int, column: int) -> None:
    image = np.full((1, SIDE, SIDE, 3), 90, np.uint8)
    image[0, 16 * row : 16 * row + 16, 16 * column : 16 * column + 16] = (240, 20, 20)
    look = grad_cam(red_finder())
    heat = look(scaled(image), 1)
    assert heat.shape == (16, 16)
    expected = np.zeros((16, 16))
    expected[4 * row : 4 * row + 4, 4 * column : 4 * column + 4] = 1
    assert heat == pytest.approx(expected)


def test_where_nothing_speaks_for_a_class_the_map_is_empty() -> None:
    image = np.full((1, SIDE, SIDE, 3), 90, np.uint8)
    look = grad_cam(red_finder())
    assert not look(scaled(image), 1).any()
    assert not look(scaled(image), 0).any()
