"""Whole filters taken out of a network, with the weights that read them.

A zero in a kernel still takes a bit in a Huffman code; a filter that is gone takes nothing, neither in the
file nor in memory nor in time. Which filters matter least is judged by what they add to the layers that read
them: how much they put out times how much weight it is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.backend import clone_model, keras, tf
from core.compression.channel_graph import WEIGHTED, ChannelGraph, channel_graph
from core.networks.architecture import filters_left, is_narrow
from core.networks.measure import convolutions
from core.networks.running import layer_outputs, sources_of
from core.training.feed import inspection_batches

Filters = Mapping[str, Sequence[int]]
"""For layers by name, the numbers of the filters that stay, ascending."""


def all_filters(network: keras.Model) -> dict[str, tuple[int, ...]]:
    """The filters of each layer, all of them."""
    return {name: tuple(range(len(numbers))) for name, numbers in channel_graph(network).made.items()}


def filters_to_keep(
    network: keras.Model, share: float, sample: NDArray[np.uint8], whole: Filters | None = None
) -> dict[str, tuple[int, ...]]:
    """The filters of each layer that stay when the share `share` (0 to 1) of them goes.

    How many stay in a layer follows from `share` alone (`core.networks.architecture.filters_left`), which
    ones from the outputs of `network`, without normalization, for `sample`: uint8 (N, size, size, channels).
    Where some are gone already, `whole` are those of the network that `share` is a share of.
    """
    wires = channel_graph(network)
    whole = all_filters(network) if whole is None else whole
    importance = channel_importance(network, wires, sample)
    staying = set(wires.kept)
    for makers, channels in _bundles(wires):
        gone = min(len(whole[name]) - len(wires.made[name]) for name in makers)
        count = filters_left(len(channels) + gone, share, narrow=any(map(is_narrow, makers)))
        by_importance = channels[np.argsort(-importance[channels], kind="stable")]
        staying.update(by_importance[:count].tolist())
    return {
        name: tuple(place for place, number in enumerate(numbers.tolist()) if number in staying)
        for name, numbers in wires.made.items()
    }


def kernels_left(
    network: keras.Model, share: float, sample: NDArray[np.uint8]
) -> dict[str, NDArray[np.float32]]:
    """The kernels of the convolutions without the share `share` of the filters; see `filters_to_keep`."""
    if share:
        network = remove_filters(network, filters_to_keep(network, share, sample))
    return {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}


def channel_importance(
    network: keras.Model, wires: ChannelGraph, sample: NDArray[np.uint8]
) -> NDArray[np.float64]:
    """What each channel, by its number, adds to the outputs of the layers that read it: a mean square."""
    readers = [layer for layer in network.layers if isinstance(layer, WEIGHTED)]
    sources = [sources_of(network)[layer.name][0] for layer in readers]
    power = [np.zeros(layer.input_shape[-1]) for layer in readers]
    for batch in inspection_batches(sample):
        for total, features in zip(power, layer_outputs(network, batch, sources), strict=True):
            axes = tuple(range(1, len(features.shape) - 1))
            total += tf.reduce_sum(tf.reduce_mean(features**2, axes), 0).numpy() / len(sample)
    importance = np.zeros(wires.channels)
    for layer, of_input in zip(readers, power, strict=True):
        kernel = layer.kernel.numpy().astype(np.float64)
        weight = (np.moveaxis(kernel, -2, 0).reshape(kernel.shape[-2], -1) ** 2).sum(axis=1)
        np.add.at(importance, wires.read[layer.name], of_input * weight)
    return importance


def remove_filters(network: keras.Model, filters: Filters) -> keras.Model:
    """A copy of `network` with these filters only; layers that are not named keep all of theirs.

    What read the others reads them no longer: where they put out zeros, the answers are the same.
    """
    wires = channel_graph(network)
    staying = set(wires.kept)
    for name, numbers in wires.made.items():
        places = np.asarray(filters[name] if name in filters else np.arange(len(numbers)), np.int64)
        staying.update(numbers[places].tolist())
    return _with_channels(network, wires, np.isin(np.arange(wires.channels), list(staying)))


def _with_channels(network: keras.Model, wires: ChannelGraph, stays: NDArray[np.bool_]) -> keras.Model:
    def narrower(layer: keras.layers.Layer) -> keras.layers.Layer:
        config = layer.get_config()
        size = next((key for key in ("filters", "units") if key in config), None)
        if size is not None:
            config[size] = int(stays[wires.made[layer.name]].sum())
        return layer.__class__.from_config(config)

    copy = clone_model(network, clone_function=narrower)
    for name, read in wires.read.items():
        weights = network.get_layer(name).get_weights()
        if name in wires.made:
            kernel, *bias = (array[..., stays[wires.made[name]]] for array in weights)
            weights = [np.compress(stays[read], kernel, axis=-2), *bias]
        else:
            weights = [array[stays[read]] for array in weights]
        copy.get_layer(name).set_weights(weights)
    return copy


def _bundles(wires: ChannelGraph) -> Iterator[tuple[tuple[str, ...], NDArray[np.int64]]]:
    """The channels that may be removed, together with those made by the same layers."""
    bundles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, makers in wires.makers().items():
        bundles[makers].append(number)
    for makers, numbers in bundles.items():
        yield makers, np.array(sorted(numbers), np.int64)
