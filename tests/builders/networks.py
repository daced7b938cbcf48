"""Networks as Keras models: ours, and one of a few layers that is converted in a second."""

from __future__ import annotations

import numpy as np

from core.backend import keras
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.networks.measure import convolutions
from core.settings import NetworkSettings

SMALL_NETWORK_CONVOLUTIONS = 8


def squeezenet(
    classes: int, image_size: int, channels: int = 3, width: float = 1.0, *, batch_norm: bool = False
) -> keras.Model:
    """A SqueezeNet 1.1."""
    return network(NetworkSettings(width=width), classes, image_size, channels, batch_norm=batch_norm)


def network(
    settings: NetworkSettings, classes: int, image_size: int, channels: int = 3, *, batch_norm: bool = False
) -> keras.Model:
    """The network that settings name."""
    shape = NetworkShape(settings, image_size, channels, classes)
    return built(architecture(shape), batch_norm=batch_norm)


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
    small = keras.Model(given, layers.Softmax(name="probabilities")(tensor))
    zero_smallest(small, sparsity)
    return small


def zero_smallest(model: keras.Model, sparsity: float) -> None:
    """Set the smallest weights of each convolution to zero, and its biases to something else than zero."""
    chance = np.random.default_rng(11)
    for layer in convolutions(model).values():
        kernel, bias = layer.get_weights()
        small = np.abs(kernel) < np.quantile(np.abs(kernel), sparsity)
        layer.set_weights([np.where(small, 0, kernel), chance.normal(0, 0.05, bias.shape)])
