"""Layers are pruned and quantized so that the layers behind them make up for it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.backend import keras
from core.compression.filters import all_filters, filters_to_keep, remove_filters
from core.compression.reconstruction import (
    LayerStatistics,
    fitting_images,
    masked_weights,
    pruned_weights,
    quantized_weights,
    reconstruct,
)
from core.errors import Cancelled
from core.events import Progress
from core.networks.measure import convolutions
from core.training.feed import LabeledImages, scaled
from tests.builders.networks import squeezenet
from tests.builders.stripes import striped
from tests.recording import RecordingTask

LARGEST = 3
Doubles = NDArray[np.float64]


@pytest.fixture(scope="module")
def network() -> keras.Model:
    keras.utils.set_random_seed(5)
    return squeezenet(4, 32, width=0.25)


@pytest.fixture(scope="module")
def images() -> NDArray[np.uint8]:
    return striped(48).images


def statistics(inputs: int = 40, filters: int = 12) -> LayerStatistics:
    chance = np.random.default_rng(1)
    mixed = chance.normal(size=(400, inputs)) @ chance.normal(size=(inputs, inputs))
    weights = chance.normal(size=(inputs, filters))
    return LayerStatistics("one", weights, mixed.T @ mixed / len(mixed))


def no_zeros(given: LayerStatistics) -> NDArray[np.bool_]:
    return np.zeros(given.weights.shape, np.bool_)


def copy_of(network: keras.Model) -> keras.Model:
    copy = keras.models.clone_model(network)
    copy.set_weights(network.get_weights())
    return copy


def outputs_apart(before: keras.Model, after: keras.Model, images: NDArray[np.uint8]) -> float:
    """How far the features before the last convolution differ, as a fraction of their power."""
    parts = [keras.Model(one.input, one.get_layer("fire9_concat").output) for one in (before, after)]
    wanted, given = (part(scaled(images)).numpy() for part in parts)
    return float(((wanted - given) ** 2).mean() / wanted.var())


def choose_quantized(given: LayerStatistics) -> Doubles:
    return quantized_weights(given, LARGEST, no_zeros(given))[0]


def test_rounding_in_order_beats_rounding_to_the_nearest() -> None:
    given = statistics()
    surgeon, step = quantized_weights(given, LARGEST, no_zeros(given))
    nearest = np.clip(np.rint(given.weights / step), -LARGEST, LARGEST) * step
    assert given.error(surgeon) < 0.7 * given.error(nearest)


def test_rounded_weights_are_codes_times_the_step_and_zeros_stay() -> None:
    given = statistics()
    zeros = np.random.default_rng(2).random(given.weights.shape) < 0.5
    weights, step = quantized_weights(given, LARGEST, zeros)
    codes = weights / step
    assert codes == pytest.approx(np.rint(codes))
    assert np.abs(np.rint(codes)).max() <= LARGEST
    assert not weights[zeros].any()
    assert (weights[~zeros] != 0).any()


def test_a_layer_of_zeros_stays_one() -> None:
    given = LayerStatistics("one", np.zeros((6, 2)), np.eye(6))
    assert not quantized_weights(given, LARGEST, no_zeros(given))[0].any()


def test_thinned_weights_have_the_zeros_that_were_asked_for() -> None:
    given = statistics()
    thin = pruned_weights(given, 0.6)
    by_size = np.where(np.abs(given.weights) > np.quantile(np.abs(given.weights), 0.6), given.weights, 0.0)
    assert (thin == 0).mean() == pytest.approx(0.6, abs=0.01)
    assert given.error(thin) < given.error(by_size)
    assert pruned_weights(given, 0.0) is given.weights


def test_weights_that_stay_make_up_for_those_that_are_masked() -> None:
    given = statistics()
    zeros = np.random.default_rng(2).random(given.weights.shape) < 0.3
    left = masked_weights(given, zeros)
    assert not left[zeros].any()
    assert given.error(left) < 0.85 * given.error(np.where(zeros, 0.0, given.weights))


def test_a_network_that_is_not_changed_stays_the_same(
    network: keras.Model, images: NDArray[np.uint8]
) -> None:
    same = copy_of(network)
    reconstruct(network, same, all_filters(network), images, lambda given: given.weights, 1, RecordingTask())
    assert outputs_apart(network, same, images) < 1e-3


def test_later_layers_make_up_for_the_rounding_of_earlier_ones(
    network: keras.Model, images: NDArray[np.uint8]
) -> None:
    plain = copy_of(network)
    for name, layer in convolutions(plain).items():
        kernel, bias = layer.get_weights()
        step = np.abs(kernel).max() / LARGEST
        plain.get_layer(name).set_weights([np.rint(kernel / step) * step, bias])
    fitted = copy_of(network)
    reconstruct(network, fitted, all_filters(network), images, choose_quantized, 1, RecordingTask())
    assert outputs_apart(network, fitted, images) < 0.5 * outputs_apart(network, plain, images)


def test_what_filters_did_that_are_gone_is_done_by_the_others(
    network: keras.Model, images: NDArray[np.uint8]
) -> None:
    kept = filters_to_keep(network, 0.3, images)
    smaller = remove_filters(network, kept)
    wanted = network(scaled(images)).numpy()
    apart = float(((smaller(scaled(images)).numpy() - wanted) ** 2).mean())
    reconstruct(network, smaller, kept, images, lambda given: given.weights, 1, RecordingTask())
    assert float(((smaller(scaled(images)).numpy() - wanted) ** 2).mean()) < 0.5 * apart


def test_it_is_the_same_every_time_shows_progress_and_can_be_stopped(
    network: keras.Model, images: NDArray[np.uint8]
) -> None:
    task, found = RecordingTask(), []
    for _ in range(2):
        copy = copy_of(network)
        reconstruct(network, copy, all_filters(network), images, choose_quantized, 7, task)
        found.append(copy.get_weights())
    assert all(np.array_equal(one, other) for one, other in zip(*found, strict=True))
    assert task.of(Progress)
    stopped = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        reconstruct(network, copy_of(network), all_filters(network), images, choose_quantized, 7, stopped)


def test_few_images_are_varied_and_many_are_thinned_out(network: keras.Model) -> None:
    few = striped(12)
    images = fitting_images(few, network, 1)
    assert images.shape[1:] == few.images.shape[1:]
    assert len(images) > 100
    assert np.array_equal(images[:12], few.images)
    assert not any(np.array_equal(one, other) for one in images[12:24] for other in few.images)
    many = LabeledImages(np.zeros((3000, 32, 32, 3), np.uint8), np.zeros(3000, np.int64))
    assert len(fitting_images(many, network, 1)) < 3000
