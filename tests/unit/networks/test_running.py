"""Networks run operation by operation answer what Keras answers, to the bit."""

from __future__ import annotations

import numpy as np
import pytest

from core.backend import keras, tf
from core.networks.running import answers, last_readers, layer_outputs
from core.settings import NetworkSettings
from core.training.feed import scaled
from tests.builders.networks import network
from tests.builders.stripes import striped

NETWORKS = [
    NetworkSettings(name="squeezenet-1.0", width=0.125, bypass="complex"),
    NetworkSettings(width=0.25, bypass="simple"),
    NetworkSettings(name="alexnet", width=0.125),
]


def unlike(model: keras.Model) -> keras.Model:
    """The network with statistics and biases that are neither 0 nor 1."""
    chance = np.random.default_rng(1)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([chance.uniform(0.5, 2, values.shape) for values in layer.get_weights()])
    return model


@pytest.mark.parametrize("batch_norm", [False, True], ids=["plain", "normalized"])
@pytest.mark.parametrize("settings", NETWORKS, ids=str)
def test_answers_are_those_of_keras(settings: NetworkSettings, batch_norm: bool) -> None:
    model = unlike(network(settings, 3, 50, batch_norm=batch_norm))
    images = scaled(striped(4, size=50).images)
    expected = model(images, training=False).numpy()
    assert np.array_equal(answers(model, images).numpy(), expected)
    traced = tf.function(lambda inputs: answers(model, inputs), autograph=False)
    assert np.allclose(traced(images).numpy(), expected, rtol=1e-5, atol=1e-7)


def test_each_layer_puts_out_what_it_does_in_keras() -> None:
    model = unlike(network(NETWORKS[1], 3, 50, batch_norm=True))
    images = scaled(striped(2, size=50).images)
    names = [layer.name for layer in model.layers[1:]]
    expected = keras.Model(model.input, [model.get_layer(name).output for name in names])(images)
    for name, found, values in zip(names, layer_outputs(model, images, names), expected, strict=True):
        assert np.array_equal(found.numpy(), values.numpy()), name


def test_layers_come_in_the_order_asked_for_and_as_often() -> None:
    model = network(NETWORKS[1], 3, 50)
    images = scaled(striped(2, size=50).images)
    late, early, again = layer_outputs(model, images, ["fire9_concat", "conv1", "conv1"])
    assert late.shape[-1] > early.shape[-1]
    assert early is again


def test_another_kind_of_layer_is_called_as_keras_calls_it() -> None:
    inputs = keras.Input((8, 8, 3))
    dropped = keras.layers.Dropout(0.5)(keras.layers.Conv2D(4, 3)(inputs))
    model = keras.Model(inputs, keras.layers.GlobalAveragePooling2D()(dropped))
    images = scaled(striped(2, size=8).images)
    assert np.array_equal(answers(model, images).numpy(), model(images, training=False).numpy())


def test_the_last_reader_of_a_fork_is_the_one_that_comes_last() -> None:
    model = network(NetworkSettings(), 3, 50)
    assert last_readers(model)["fire2_squeeze1x1"] in ("fire2_expand1x1", "fire2_expand3x3")
    order = [layer.name for layer in model.layers]
    first, second = sorted(("fire2_expand1x1", "fire2_expand3x3"), key=order.index)
    assert last_readers(model)["fire2_squeeze1x1"] == second != first
