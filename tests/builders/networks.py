"""Networks of a few layers, so that converting them takes a second."""

from __future__ import annotations

import numpy as np

from core.backend import keras
from core.networks.measure import convolutions

SMALL_NETWORK_CONVOLUTIONS = 8


def small_network(
    classes: int = 3, image_size: int = 32, channels: int = 3, *, sparsity: float = 0.6, seed: int = 3
) -> keras.Model:
    """Two Fire modules between two convolutions, named as in SqueezeNet, with weights set to zero."""
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    given = keras.Input((image_size, image_size, channels), name="picture")
    tensor = layers.Conv2D(16, 3, strides=2, activation="relu", name="conv1")(given)
    tensor = layers.MaxPooling2D(3, 2, name="pool1")(tensor)
    for fire in ("fire2", "fire3"):
        squeezed = layers.Conv2D(8, 1, activation="relu", name=f"{fire}_squeeze1x1")(tensor)
        expanded = [
            layers.Conv2D(16, size, padding="same", activation="relu", name=f"{fire}_expand{size}x{size}")(
                squeezed
            )
            for size in (1, 3)
        ]
        tensor = layers.Concatenate(name=f"{fire}_concat")(expanded)
    tensor = layers.Conv2D(classes, 1, name="conv10")(tensor)
    tensor = layers.GlobalAveragePooling2D(name="pool10")(tensor)
    network = keras.Model(given, layers.Softmax(name="probabilities")(tensor))
    zero_smallest(network, sparsity)
    return network


def zero_smallest(network: keras.Model, sparsity: float) -> None:
    """Set the smallest weights of each convolution to zero, and its biases to something else than zero."""
    chance = np.random.default_rng(11)
    for layer in convolutions(network).values():
        kernel, bias = layer.get_weights()
        small = np.abs(kernel) < np.quantile(np.abs(kernel), sparsity)
        layer.set_weights([np.where(small, 0, kernel), chance.normal(0, 0.05, bias.shape)])
