"""Which channel of a network comes from which filter, and which weights read it.

Every channel that a filter puts out has a number. Normalization, activations and pooling pass channels on,
concatenation lines them up. What an addition adds up counts as one channel: its filters can only go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.backend import keras

Channels = NDArray[np.int64]

WEIGHTED = (keras.layers.Conv2D, keras.layers.Dense)
_PASSING = (
    keras.layers.BatchNormalization,
    keras.layers.ReLU,
    keras.layers.Activation,
    keras.layers.Softmax,
    keras.layers.Dropout,
    keras.layers.MaxPooling2D,
    keras.layers.GlobalAveragePooling2D,
    keras.layers.ZeroPadding2D,
)


@dataclass(frozen=True, eq=False)
class ChannelGraph:
    """The channels of a network, by number.

    `made` has for each layer with weights the channel of each of its filters, `read` for each layer with
    weights and each normalization the channel of each of its inputs. `kept` are the channels that are not
    the network's own to remove: its inputs and its outputs. `padded` are those that pass a layer which puts
    zeros around them.
    """

    made: Mapping[str, Channels]
    read: Mapping[str, Channels]
    kept: frozenset[int]
    padded: frozenset[int]

    @property
    def channels(self) -> int:
        """How many numbers there are."""
        return 1 + max(int(numbers.max()) for numbers in (*self.made.values(), *self.read.values()))

    def makers(self) -> dict[int, tuple[str, ...]]:
        """The layers whose filters make up each channel that may be removed."""
        made_by: dict[int, tuple[str, ...]] = {}
        for name, numbers in self.made.items():
            for number in numbers.tolist():
                if number not in self.kept:
                    made_by[number] = (*made_by.get(number, ()), name)
        return made_by


def channel_graph(network: keras.Model) -> ChannelGraph:
    """The channel dependency graph of a functional network of stock layers, unwrapped.

    Raises ValueError for a layer of a kind that is not known.
    """
    return _Wiring(network).traced()


@dataclass
class _Wiring:
    """The state of one call of `channel_graph`. `same` says for numbers that additions made one a smaller."""

    network: keras.Model
    same: dict[int, int] = field(default_factory=dict)
    numbered: int = 0

    def traced(self) -> ChannelGraph:
        made: dict[str, Channels] = {}
        read: dict[str, Channels] = {}
        carried: dict[str, Channels] = {}
        padded: list[Channels] = []
        for layer in self.network.layers:
            if isinstance(layer, keras.layers.InputLayer):
                carried[layer.name] = self._new(layer.output_shape[0][-1])
                continue
            inputs = [carried[one] for one in _givers(layer)]
            if isinstance(layer, (*WEIGHTED, keras.layers.BatchNormalization)):
                read[layer.name] = inputs[0]
            if isinstance(layer, WEIGHTED):
                made[layer.name] = self._new(layer.output_shape[-1])
            if isinstance(layer, keras.layers.ZeroPadding2D):
                padded.append(inputs[0])
            carried[layer.name] = made.get(layer.name, self._passed(layer, inputs))
        edges = [
            carried[tensor._keras_history.layer.name]
            for tensor in (*self.network.inputs, *self.network.outputs)
        ]
        return ChannelGraph(
            made={name: self._resolved(numbers) for name, numbers in made.items()},
            read={name: self._resolved(numbers) for name, numbers in read.items()},
            kept=self._set_of(edges),
            padded=self._set_of(padded),
        )

    def _new(self, count: int) -> Channels:
        self.numbered += count
        return np.arange(self.numbered - count, self.numbered, dtype=np.int64)

    def _passed(self, layer: keras.layers.Layer, inputs: list[Channels]) -> Channels:
        if isinstance(layer, keras.layers.Concatenate):
            return np.concatenate(inputs)
        if isinstance(layer, keras.layers.Add):
            for other in inputs[1:]:
                self._unite(inputs[0], other)
            return inputs[0]
        if isinstance(layer, keras.layers.Flatten):
            return np.tile(inputs[0], layer.output_shape[-1] // len(inputs[0]))
        if isinstance(layer, (*_PASSING, *WEIGHTED)):
            return inputs[0]
        raise ValueError(f"what {type(layer).__name__} does to channels is not known")

    def _unite(self, first: Channels, second: Channels) -> None:
        for one, other in zip(self._resolved(first).tolist(), self._resolved(second).tolist(), strict=True):
            if one != other:
                self.same[max(one, other)] = min(one, other)

    def _resolved(self, numbers: Channels) -> Channels:
        def least(number: int) -> int:
            while number in self.same:
                number = self.same[number]
            return number

        return np.array([least(number) for number in numbers.tolist()], np.int64)

    def _set_of(self, channels: list[Channels]) -> frozenset[int]:
        return frozenset(number for numbers in channels for number in self._resolved(numbers).tolist())


def _givers(layer: keras.layers.Layer) -> list[str]:
    """The layers whose outputs `layer` takes, in order."""
    tensors = layer.input if isinstance(layer.input, list) else [layer.input]
    return [tensor._keras_history.layer.name for tensor in tensors]
