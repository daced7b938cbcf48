"""SqueezeNet 1.1 is the published network, and what training adds to it comes out again."""

from __future__ import annotations

import numpy as np
import pytest

from core.backend import keras
from core.networks.folding import fold_into
from core.networks.measure import convolutions, multiply_accumulates, parameter_count, sparsity
from core.networks.squeezenet import squeezenet
from core.training.feed import scaled
from tests.builders.stripes import striped


@pytest.mark.parametrize(
    ("classes", "width", "parameters"),
    [(1000, 1.0, 1_235_496), (6, 1.0, 725_574), (6, 0.5, 183_334), (6, 0.25, 52_774)],
)
def test_has_the_published_number_of_parameters(classes: int, width: float, parameters: int) -> None:
    model = squeezenet(classes, 96, width=width)
    assert model.count_params() == parameters
    assert parameter_count(model) == parameters


def test_costs_the_multiplications_of_its_layers() -> None:
    inputs = keras.Input((10, 10, 3))
    tensor = keras.layers.Conv2D(4, 3, strides=2, name="conv1")(inputs)
    model = keras.Model(inputs, keras.layers.Conv2D(5, 1, name="conv2")(tensor))
    assert multiply_accumulates(model) == 4 * 4 * (3 * 3 * 3 * 4) + 4 * 4 * (4 * 5)


def test_smaller_pictures_and_a_smaller_width_cost_less() -> None:
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
def test_takes_pictures_of_every_size_and_gives_probabilities(image_size: int, channels: int) -> None:
    model = squeezenet(4, image_size, channels, width=0.25)
    answers = model(scaled(striped(2, image_size, channels).pictures)).numpy()
    assert answers.shape == (2, 4)
    assert answers.sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_folding_keeps_the_answers_and_leaves_no_normalization() -> None:
    trained = squeezenet(3, 32, width=0.25, batch_norm=True)
    chance = np.random.default_rng(7)
    for layer in trained.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([chance.uniform(0.5, 1.5, w.shape) for w in layer.get_weights()])
    plain = fold_into(squeezenet(3, 32, width=0.25), trained)
    pictures = scaled(striped(8).pictures)
    assert plain(pictures).numpy() == pytest.approx(trained(pictures, training=False).numpy(), abs=1e-5)
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
