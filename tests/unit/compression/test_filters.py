"""Filters that are taken out take what read them along, and the answers follow from what stays."""

from __future__ import annotations

import numpy as np
import pytest

from core.backend import keras, make_deterministic
from core.compression.channel_graph import channel_graph
from core.compression.filters import all_filters, filters_to_keep, remove_filters
from core.networks.architecture import filters_left
from core.networks.measure import convolutions, multiply_accumulates, parameter_count
from core.training.feed import scaled
from tests.builders.networks import squeezenet
from tests.builders.stripes import striped

layers = keras.layers
IMAGES = striped(12, size=48).images


@pytest.fixture
def network() -> keras.Model:
    make_deterministic(3)
    return squeezenet(3, 48, width=0.5)


def with_additions() -> keras.Model:
    """Two blocks after each other, each with a bypass, one of them a convolution; then a dense layer."""
    make_deterministic(3)
    inputs = keras.Input((12, 12, 3))
    first = layers.Conv2D(24, 3, padding="same", activation="relu", name="first")(inputs)
    second = layers.Conv2D(24, 3, padding="same", name="second")(first)
    added = layers.ReLU()(layers.Add()([layers.BatchNormalization(name="second_norm")(second), first]))
    third = layers.Concatenate()(
        [
            layers.Conv2D(16, 1, name="third_a")(added),
            layers.Conv2D(16, 3, padding="same", name="third_b")(added),
        ]
    )
    bypass = layers.Conv2D(32, 1, name="bypass")(added)
    flat = layers.Flatten()(layers.MaxPooling2D(4)(layers.Add()([third, bypass])))
    return keras.Model(inputs, layers.Softmax()(layers.Dense(3, name="answers")(flat)))


def silence(network: keras.Model, name: str, filters: list[int]) -> None:
    """Make filters put out zero whatever they see."""
    kernel, bias = network.get_layer(name).get_weights()
    kernel[..., filters] = 0
    bias[filters] = 0
    network.get_layer(name).set_weights([kernel, bias])


def answers(network: keras.Model, images: np.ndarray = IMAGES) -> np.ndarray:
    return np.asarray(network(scaled(images), training=False))


def test_a_network_without_filters_that_put_out_zero_answers_the_same(network: keras.Model) -> None:
    chance = np.random.default_rng(1)
    kept = {}
    for name, layer in list(convolutions(network).items())[:-1]:
        gone = sorted(chance.choice(layer.filters, layer.filters // 3, replace=False).tolist())
        silence(network, name, gone)
        kept[name] = [number for number in range(layer.filters) if number not in gone]
    smaller = remove_filters(network, kept)
    assert {name: layer.filters for name, layer in convolutions(smaller).items()} == {
        name: len(kept.get(name, range(3))) for name in convolutions(network)
    }
    assert answers(smaller) == pytest.approx(answers(network), abs=1e-6)


def test_normalization_loses_the_channels_too() -> None:
    trained = squeezenet(3, 48, width=0.25, batch_norm=True)
    chance = np.random.default_rng(2)
    for layer in trained.layers:
        if isinstance(layer, layers.BatchNormalization):
            layer.set_weights([chance.uniform(0.5, 1.5, w.shape) for w in layer.get_weights()])
    silent = trained.get_layer("fire4_expand3x3_norm")
    silent.set_weights([np.where(np.arange(32) < 20, w, 0) for w in silent.get_weights()])
    smaller = remove_filters(trained, {"fire4_expand3x3": list(range(20))})
    assert smaller.get_layer("fire4_expand3x3_norm").get_weights()[2].shape == (20,)
    assert answers(smaller) == pytest.approx(answers(trained), abs=1e-5)


def test_what_additions_add_up_goes_together() -> None:
    network = with_additions()
    small = striped(4, size=12).images
    for name in ("first", "second"):
        silence(network, name, [0, 5])
    for name, filters in (("third_a", [3]), ("third_b", [15]), ("bypass", [3, 31])):
        silence(network, name, filters)
    smaller = remove_filters(
        network,
        {
            **{name: [n for n in range(24) if n not in (0, 5)] for name in ("first", "second")},
            "third_a": [n for n in range(16) if n != 3],
            "third_b": list(range(15)),
            "bypass": [n for n in range(31) if n != 3],
        },
    )
    assert answers(smaller, small) == pytest.approx(answers(network, small), abs=1e-6)


def test_of_filters_that_are_added_up_the_same_are_chosen() -> None:
    network = with_additions()
    kept = filters_to_keep(network, 0.5, striped(4, size=12).images)
    assert kept["first"] == kept["second"]
    assert len(kept["first"]) == filters_left(24, 0.5, narrow=False) == 16
    assert kept["bypass"] == (*kept["third_a"], *(16 + number for number in kept["third_b"]))
    assert kept["answers"] == (0, 1, 2)
    assert answers(remove_filters(network, kept), striped(4, size=12).images).shape == (4, 3)


def test_where_filters_are_gone_already_the_share_is_still_that_of_the_whole_network() -> None:
    network, small = with_additions(), striped(4, size=12).images
    whole = all_filters(network)
    once = remove_filters(network, filters_to_keep(network, 0.3, small))
    assert all_filters(once)["third_a"] == tuple(range(8))
    twice = filters_to_keep(once, 0.5, small, whole)
    counts = {name: len(filters) for name, filters in twice.items()}
    assert counts == {name: len(f) for name, f in filters_to_keep(network, 0.5, small).items()}


def test_filters_that_add_nothing_are_the_first_to_go(network: keras.Model) -> None:
    silent = list(range(1, 17))
    kernel, _ = network.get_layer("fire5_expand1x1").get_weights()
    network.get_layer("fire5_expand1x1").set_weights([kernel, np.ones(64, np.float32)])
    silence(network, "fire5_expand1x1", silent)
    kept = filters_to_keep(network, 0.25, IMAGES)
    assert kept["fire5_expand1x1"] == tuple(n for n in range(64) if n not in silent)


def test_how_many_stay_follows_from_the_share_alone() -> None:
    network = squeezenet(6, 96)
    smaller = remove_filters(network, filters_to_keep(network, 0.4, striped(8, size=96, classes=6).images))
    assert parameter_count(smaller) == 340_198
    assert multiply_accumulates(smaller) < 0.6 * multiply_accumulates(network)
    assert {name: layer.filters for name, layer in convolutions(smaller).items()}["fire9_expand3x3"] == 152


def test_no_share_leaves_every_filter(network: keras.Model) -> None:
    kept = filters_to_keep(network, 0.0, IMAGES)
    assert {name: len(places) for name, places in kept.items()} == {
        name: layer.filters for name, layer in convolutions(network).items()
    }


def test_a_layer_whose_channels_are_not_understood_is_refused() -> None:
    inputs = keras.Input((8, 8, 4))
    with pytest.raises(ValueError, match="Permute"):
        channel_graph(keras.Model(inputs, layers.Conv2D(2, 1)(layers.Permute((3, 2, 1))(inputs))))
