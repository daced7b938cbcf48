"""A SqueezeNet whose first filters are a network, too.

After Yu et al., "Slimmable neural networks" (arXiv:1812.08928). Normalization takes the statistics of each
batch, so that every width has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.backend import keras, tf
from core.networks.architecture import (
    IMAGE,
    Architecture,
    Concatenation,
    Convolution,
    Pool,
    pooling_pads,
)
from core.networks.starting import StartingConvolution

EPSILON = 1e-3
"""As in Keras' batch normalization."""
_FIRST_DEVIATION = 0.01

Statistics = dict[str, tuple[tf.Tensor, tf.Tensor]]
"""Mean and variance (filters,) of what each convolution puts out."""


@dataclass(frozen=True, eq=False)
class Features:
    """Values (N, features), which of the whole network's they are (None: all), and what normalized them."""

    values: tf.Tensor
    places: Sequence[int] | None
    statistics: Statistics


@dataclass
class SlimmableNetwork:
    """The convolutions of `drawn` but the last, each with its normalization, and what reads them.

    `heads` are linear layers on the mean of the last features, by name with the size of what they answer.
    """

    drawn: Architecture
    heads: Mapping[str, int]
    seed: int
    convolutions: dict[str, dict[str, tf.Variable]] = field(init=False)
    readers: dict[str, dict[str, tf.Variable]] = field(init=False)

    def __post_init__(self) -> None:
        first = keras.initializers.HeUniform(self.seed)
        self.convolutions = {}
        for layer in self._body():
            given = self.drawn.outputs[layer.source].channels
            self.convolutions[layer.name] = {
                "kernel": tf.Variable(first((layer.size, layer.size, given, layer.filters))),
                "gamma": tf.Variable(tf.ones(layer.filters)),
                "beta": tf.Variable(tf.zeros(layer.filters)),
            }
        small = keras.initializers.RandomNormal(stddev=_FIRST_DEVIATION, seed=self.seed)
        features = self.drawn.outputs[self._last_source].channels
        self.readers = {
            name: {"kernel": tf.Variable(small((features, size))), "bias": tf.Variable(tf.zeros(size))}
            for name, size in self.heads.items()
        }

    @property
    def variables(self) -> list[tf.Variable]:
        """All that is learned, always in the same order."""
        parts = (*self.convolutions.values(), *self.readers.values())
        return [variable for each in parts for variable in each.values()]

    @property
    def kernels(self) -> list[tf.Variable]:
        """What weight decay is for."""
        return [parts["kernel"] for parts in (*self.convolutions.values(), *self.readers.values())]

    def start_from(self, start: Mapping[str, StartingConvolution]) -> None:
        """Give the convolutions the weights of an earlier starting network; the heads keep theirs."""
        for name, parts in self.convolutions.items():
            gamma, beta, _, _ = start[name].normalization
            for part, values in (("kernel", start[name].kernel), ("gamma", gamma), ("beta", beta)):
                parts[part].assign(values)

    def features(
        self, images: tf.Tensor, narrow: Architecture | None = None, statistics: Statistics | None = None
    ) -> Features:
        """The mean features of scaled images (N, side, side, channels).

        With `narrow` only the first filters of each layer count, as many as it has. Without `statistics`
        those of the batch normalize.
        """
        outputs: dict[str, tf.Tensor] = {IMAGE: images}
        places: dict[str, Sequence[int] | None] = {IMAGE: None}
        used: Statistics = {}
        for layer in self.drawn.layers[:-1]:
            match layer:
                case Convolution():
                    count = (narrow or self.drawn).outputs[layer.name].channels
                    value = self._convolved(layer, outputs[layer.source], places[layer.source], count)
                    value, used[layer.name] = self._normalized(layer.name, value, count, statistics)
                    outputs[layer.name] = tf.nn.relu(value)
                    places[layer.name] = None if narrow is None else range(count)
                case Pool():
                    given = outputs[layer.source]
                    padding = "SAME" if pooling_pads(given.shape[1]) else "VALID"
                    outputs[layer.name] = tf.nn.max_pool2d(given, 3, 2, padding)
                    places[layer.name] = places[layer.source]
                case Concatenation():
                    outputs[layer.name] = tf.concat([outputs[source] for source in layer.sources], axis=-1)
                    places[layer.name] = self._side_by_side(layer, places)
        last = self._last_source
        return Features(tf.reduce_mean(outputs[last], axis=(1, 2)), places[last], used)

    def read(self, head: str, features: Features) -> tf.Tensor:
        """What a head answers to features."""
        kernel = self.readers[head]["kernel"]
        if features.places is not None:
            kernel = tf.gather(kernel, list(features.places), axis=0)
        return features.values @ kernel + self.readers[head]["bias"]

    def weights(self, statistics: Statistics) -> dict[str, Any]:
        """The arrays, float16, of the file of a starting network: see `core.networks.starting`."""
        return {
            f"{name}/{part}": np.asarray(value, np.float16)
            for name, parts in self.convolutions.items()
            for part, value in (
                *((key, variable.numpy()) for key, variable in parts.items()),
                *zip(("mean", "variance"), statistics[name], strict=True),
            )
        }

    def _body(self) -> Iterator[Convolution]:
        return (layer for layer in self.drawn.layers[:-1] if isinstance(layer, Convolution))

    @property
    def _last_source(self) -> str:
        last = self.drawn.last
        assert isinstance(last, Convolution)
        return last.source

    def _convolved(
        self, layer: Convolution, given: tf.Tensor, places: Sequence[int] | None, count: int
    ) -> tf.Tensor:
        kernel = self.convolutions[layer.name]["kernel"]
        if places is not None:
            kernel = tf.gather(kernel, list(places), axis=2)
        return tf.nn.conv2d(given, kernel[..., :count], layer.stride, layer.padding.upper())

    def _normalized(
        self, name: str, value: tf.Tensor, count: int, statistics: Statistics | None
    ) -> tuple[tf.Tensor, tuple[tf.Tensor, tf.Tensor]]:
        gamma, beta = (self.convolutions[name][part][:count] for part in ("gamma", "beta"))
        if statistics is None:
            value, mean, variance = tf.compat.v1.nn.fused_batch_norm(value, gamma, beta, epsilon=EPSILON)
            return value, (mean, variance)
        mean, variance = statistics[name]
        return tf.nn.batch_normalization(value, mean, variance, beta, gamma, EPSILON), (mean, variance)

    def _side_by_side(
        self, layer: Concatenation, places: Mapping[str, Sequence[int] | None]
    ) -> Sequence[int] | None:
        first, second = (places[source] for source in layer.sources)
        if first is None or second is None:
            return None
        before = self.drawn.outputs[layer.sources[0]].channels
        return [*first, *(before + place for place in second)]
