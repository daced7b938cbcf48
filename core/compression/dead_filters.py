"""Filters that pruning left without use are taken out, and the answers stay what they were.

A filter whose output nobody reads is of no use. One whose weights are all zero puts out the same number
everywhere: zero changes nothing, and any other number can be added to the biases of those that read it.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from core.backend import keras
from core.compression.channel_graph import ChannelGraph, channel_graph
from core.compression.filters import remove_filters
from core.networks.architecture import CHANNEL_GROUP


def without_dead_filters(network: keras.Model) -> keras.Model:
    """A network, without normalization, that gives the same answers with fewer filters.

    Layers lose filters eight at a time, as the chips' kernels work, and keep eight at least. Where there is
    nothing to lose the result is `network` itself.
    """
    while True:
        uses = _Uses(network)
        filters = uses.filters_to_keep()
        if filters is None:
            return network
        uses.fold_constants(filters)
        network = remove_filters(network, filters)


class _Uses:
    """What the filters of a network are good for."""

    def __init__(self, network: keras.Model) -> None:
        self._network = network
        self._wires = channel_graph(network)
        self._makers = self._wires.makers()
        self._constants = _constants(network, self._wires)
        self._unread = _unread(network, self._wires)

    def filters_to_keep(self) -> dict[str, list[int]] | None:
        """The filters of each layer that stay; None when all of them do."""
        removed = self._removable()
        if not removed:
            return None
        return {
            name: [place for place, number in enumerate(numbers.tolist()) if number not in removed]
            for name, numbers in self._wires.made.items()
        }

    def fold_constants(self, filters: dict[str, list[int]]) -> None:
        """Add what filters that go put out to the biases of the layers that read them."""
        staying = {
            int(number) for name, places in filters.items() for number in self._wires.made[name][places]
        }
        for name, numbers in self._wires.read.items():
            gone = [number not in staying and number in self._makers for number in numbers.tolist()]
            if not any(gone):
                continue
            kernel, bias = self._network.get_layer(name).get_weights()
            constants = np.array([self._constants.get(number, 0.0) for number in numbers.tolist()])
            summed = kernel.sum(axis=tuple(range(kernel.ndim - 2)))
            self._network.get_layer(name).set_weights([kernel, bias + (constants * gone) @ summed])

    def _removable(self) -> set[int]:
        """Channels without use, as many of those that the same layers make as are whole groups."""
        bundles: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, makers in self._makers.items():
            bundles[makers].append(number)
        removed: set[int] = set()
        for numbers in bundles.values():
            useless = [number for number in numbers if self._is_useless(number)]
            count = min(len(useless), len(numbers) - CHANNEL_GROUP) // CHANNEL_GROUP * CHANNEL_GROUP
            removed.update(useless[: max(0, count)])
        return removed

    def _is_useless(self, number: int) -> bool:
        if number in self._unread:
            return True
        constant = self._constants.get(number)
        if constant is None:
            return False
        return constant == 0.0 or (number not in self._wires.padded and self._read_without_padding(number))

    def _read_without_padding(self, number: int) -> bool:
        """Whether each reader sees the channel's own numbers only, no zeros around them."""
        readers = (name for name, numbers in self._wires.read.items() if number in numbers)
        return all(not _pads(self._network.get_layer(name)) for name in readers)


def _pads(layer: keras.layers.Layer) -> bool:
    return getattr(layer, "padding", "valid") == "same" and layer.kernel_size != (1, 1)


def _constants(network: keras.Model, wires: ChannelGraph) -> dict[int, float]:
    """What each channel puts out that is the same number everywhere, for all images.

    Of the channels that are sums only those are known whose filters all put out zero.
    """
    outputs: dict[int, list[float | None]] = defaultdict(list)
    for name, numbers in wires.made.items():
        for number, output in zip(numbers.tolist(), _constant_outputs(network.get_layer(name)), strict=True):
            outputs[number].append(output)
    return {
        number: values[0]
        for number, values in outputs.items()
        if values[0] is not None and (len(values) == 1 or set(values) == {0.0})
    }


def _constant_outputs(layer: keras.layers.Layer) -> list[float | None]:
    """What each filter puts out when that is always the same; None for a filter with weights.

    A negative number counts as unknown: an activation that is a layer of its own would change it.
    """
    kernel, bias = layer.get_weights()
    empty = ~np.any(kernel, axis=tuple(range(kernel.ndim - 1)))
    outputs: NDArray[np.float32] = layer.activation(keras.backend.constant(bias)).numpy()
    known = empty & (outputs >= 0)
    return [float(output) if is_known else None for output, is_known in zip(outputs, known, strict=True)]


def _unread(network: keras.Model, wires: ChannelGraph) -> set[int]:
    """The channels that are given no weight anywhere."""
    weighed: set[int] = set()
    for name, numbers in wires.read.items():
        kernel = network.get_layer(name).get_weights()[0]
        used = np.any(kernel, axis=(*range(kernel.ndim - 2), kernel.ndim - 1))
        weighed.update(numbers[used].tolist())
    return set(wires.makers()) - weighed
