"""Real networks through the real converter: untrained, with weights as pruning and rounding leave them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.backend import keras
from core.compression.conversion import full_integer_model
from tests.builders.networks import squeezenet

_OUTER_ZEROS = 0.4


def converted_squeezenet(bits: int = 4, zeros: float = 0.85, image_size: int = 96, classes: int = 6) -> bytes:
    """SqueezeNet 1.1 as an int8 file with weight codes of `bits` bits and about `zeros` of them zero.

    As in trained networks some layers keep more weights than others, the outer ones most.
    """
    chance = np.random.default_rng(7)
    network = squeezenet(classes, image_size)
    convolutions = [layer for layer in network.layers if isinstance(layer, keras.layers.Conv2D)]
    for layer in convolutions:
        kernel, bias = layer.get_weights()
        outer = layer in (convolutions[0], convolutions[-1])
        share = _OUTER_ZEROS if outer else chance.uniform(zeros - 0.1, zeros + 0.07)
        sparse = _sparse_and_rounded(kernel.shape, share, 2 ** (bits - 1) - 1, chance)
        layer.set_weights([sparse, chance.normal(0, 0.1, bias.shape).astype(np.float32)])
    return converted(network)


def _sparse_and_rounded(
    shape: tuple[int, ...], zeros: float, largest: int, chance: np.random.Generator
) -> NDArray[np.float32]:
    """Kernels (height, width, in, out) whose channels each take whole multiples of a step of their own."""
    values = chance.laplace(size=shape) * chance.uniform(0.6, 1.4, shape[-1])
    values[np.abs(values) < np.quantile(np.abs(values), zeros)] = 0
    steps = np.maximum(np.abs(values).max(axis=(0, 1, 2)), 1e-6) / largest
    values = np.rint(values / steps) * steps
    fan_in = np.prod(shape[:3])
    kernel: NDArray[np.float32] = (values * np.sqrt(2 / fan_in) / values.std()).astype(np.float32)
    return kernel


def converted_mixture() -> bytes:
    """A small int8 network of other layers: depthwise convolution, addition, dense, with one batch side."""
    keras.utils.set_random_seed(5)
    given = keras.Input((16, 16, 3))
    first = keras.layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(given)
    depthwise = keras.layers.DepthwiseConv2D(3, padding="same", activation="relu")(first)
    added = keras.layers.Add()([first, keras.layers.Conv2D(16, 1)(depthwise)])
    pooled = keras.layers.GlobalAveragePooling2D()(added)
    outputs = keras.layers.Softmax()(keras.layers.Dense(5)(keras.layers.Dense(64, activation="relu")(pooled)))
    return converted(keras.Model(given, outputs))


def converted(network: keras.Model) -> bytes:
    """The full-integer file of a network, calibrated on noise; int8 in and out."""
    chance = np.random.default_rng(1)

    def samples() -> Iterator[NDArray[np.float32]]:
        for _ in range(4):
            yield chance.uniform(0, 1, (1, *network.input_shape[1:])).astype(np.float32)

    return full_integer_model(network, samples)
