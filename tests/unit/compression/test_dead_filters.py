"""What pruning left without use goes, and no answer changes."""

from __future__ import annotations

import numpy as np
import pytest

from core.backend import keras, make_deterministic
from core.compression.dead_filters import without_dead_filters
from core.networks.measure import convolutions, parameter_count
from core.training.feed import scaled
from tests.builders.networks import squeezenet
from tests.builders.stripes import striped

IMAGES = striped(12, size=48).images


@pytest.fixture
def network() -> keras.Model:
    """Biases are other than zero, as after training."""
    make_deterministic(3)
    network = squeezenet(3, 48, width=0.5)
    chance = np.random.default_rng(4)
    for layer in convolutions(network).values():
        kernel, bias = layer.get_weights()
        layer.set_weights([kernel, chance.normal(0.1, 0.1, bias.shape).astype(np.float32)])
    return network


def change(network: keras.Model, name: str, filters: slice, bias: float) -> None:
    """Take all weights from filters, and give them a bias."""
    kernel, biases = network.get_layer(name).get_weights()
    kernel[..., filters] = 0
    biases[filters] = bias
    network.get_layer(name).set_weights([kernel, biases])


def answers(network: keras.Model) -> np.ndarray:
    return np.asarray(network(scaled(IMAGES), training=False))


def filters(network: keras.Model) -> dict[str, int]:
    return {name: layer.filters for name, layer in convolutions(network).items()}


def test_without_dead_filters_a_network_is_itself(network: keras.Model) -> None:
    assert without_dead_filters(network) is network


def test_filters_that_put_out_zero_go(network: keras.Model) -> None:
    change(network, "fire6_squeeze1x1", slice(3, 13), -0.2)
    change(network, "fire6_expand3x3", slice(0, 40), -0.2)
    before = filters(network)
    smaller = without_dead_filters(network)
    assert filters(smaller) == before | {"fire6_squeeze1x1": 16, "fire6_expand3x3": 56}
    assert answers(smaller) == pytest.approx(answers(network), abs=1e-6)


def test_a_filter_that_always_puts_out_the_same_goes_into_the_biases(network: keras.Model) -> None:
    change(network, "fire5_expand1x1", slice(0, 16), 0.7)
    expected, before = answers(network), filters(network)
    smaller = without_dead_filters(network)
    assert filters(smaller) == before | {"fire5_expand1x1": 48}
    assert answers(smaller) == pytest.approx(expected, abs=1e-5)


def test_it_stays_where_a_reader_sees_zeros_around_it(network: keras.Model) -> None:
    change(network, "fire7_squeeze1x1", slice(0, 16), 0.7)
    assert without_dead_filters(network) is network


def test_filters_that_nobody_reads_go_and_then_those_that_only_they_read(network: keras.Model) -> None:
    kernel, bias = network.get_layer("conv10").get_weights()
    kernel[:, :, :128] = 0
    network.get_layer("conv10").set_weights([kernel, bias])
    kernel, bias = network.get_layer("fire9_expand3x3").get_weights()
    kernel[:, :, :8] = 0
    network.get_layer("fire9_expand3x3").set_weights([kernel, bias])
    before = filters(network)
    smaller = without_dead_filters(network)
    # Eight of the expand filters stay, with what they read: a layer is never empty.
    assert filters(smaller) == before | {"fire9_expand1x1": 8}
    assert answers(smaller) == pytest.approx(answers(network), abs=1e-6)
    kernel, bias = smaller.get_layer("fire9_expand1x1").get_weights()
    kernel[:, :, :8] = 0
    smaller.get_layer("fire9_expand1x1").set_weights([kernel, bias])
    smallest = without_dead_filters(smaller)
    assert filters(smallest) == filters(smaller) | {"fire9_squeeze1x1": 24}
    assert answers(smallest) == pytest.approx(answers(smaller), abs=1e-6)


def test_fewer_than_eight_stay_where_they_are(network: keras.Model) -> None:
    change(network, "fire6_expand3x3", slice(0, 7), -0.2)
    assert without_dead_filters(network) is network


def test_an_empty_layer_keeps_eight_filters(network: keras.Model) -> None:
    change(network, "fire2_expand1x1", slice(None), -1.0)
    smaller = without_dead_filters(network)
    assert filters(smaller)["fire2_expand1x1"] == 8
    assert parameter_count(smaller) < parameter_count(network)
    assert answers(smaller) == pytest.approx(answers(network), abs=1e-6)
