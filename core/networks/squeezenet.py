"""SqueezeNet 1.1 as a functional Keras model.

Every layer is a stock Keras layer of one functional graph, so that pruning and quantization reach all of
them.
"""

from __future__ import annotations

from core.backend import keras
from core.networks.architecture import CONV1_FILTERS, SQUEEZENET_1_1, scaled_filters

layers = keras.layers


def squeezenet(
    classes: int,
    image_size: int,
    channels: int = 3,
    width: float = 1.0,
    *,
    batch_norm: bool = False,
) -> keras.Model:
    """SqueezeNet 1.1 from pictures (N, image_size, image_size, channels) to probabilities (N, classes).

    `width` scales every number of filters but the last, to multiples of eight. With `batch_norm` each
    convolution but the last is followed by a batch normalization, for training only: `core.networks.folding`
    takes it out again. It does the work of the published network's dropout, which is left out.
    """
    inputs = keras.Input((image_size, image_size, channels), name="picture")

    def scaled(filters: int) -> int:
        return scaled_filters(filters, width)

    tensor = _convolution(inputs, scaled(CONV1_FILTERS), 3, "conv1", batch_norm, strides=2, padding="valid")
    for block in SQUEEZENET_1_1:
        if isinstance(block, str):
            tensor = layers.MaxPooling2D(3, 2, name=block)(tensor)
            continue
        squeezed = _convolution(tensor, scaled(block.squeeze), 1, f"{block.name}_squeeze1x1", batch_norm)
        tensor = layers.Concatenate(name=f"{block.name}_concat")(
            [
                _convolution(squeezed, scaled(block.expand_1x1), 1, f"{block.name}_expand1x1", batch_norm),
                _convolution(squeezed, scaled(block.expand_3x3), 3, f"{block.name}_expand3x3", batch_norm),
            ]
        )
    # No ReLU after the last convolution: trained from scratch it can silence a class for good.
    tensor = layers.Conv2D(
        classes, 1, kernel_initializer=keras.initializers.RandomNormal(stddev=0.01), name="conv10"
    )(tensor)
    tensor = layers.GlobalAveragePooling2D(name="pool10")(tensor)
    outputs = layers.Softmax(name="probabilities")(tensor)
    return keras.Model(inputs, outputs, name="squeezenet_1_1")


def _convolution(
    tensor: keras.KerasTensor,
    filters: int,
    size: int,
    name: str,
    batch_norm: bool,
    strides: int = 1,
    padding: str = "same",
) -> keras.KerasTensor:
    if not batch_norm:
        return layers.Conv2D(
            filters,
            size,
            strides=strides,
            padding=padding,
            activation="relu",
            kernel_initializer="he_uniform",
            name=name,
        )(tensor)
    tensor = layers.Conv2D(
        filters, size, strides=strides, padding=padding, kernel_initializer="he_uniform", name=name
    )(tensor)
    tensor = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(tensor)
    return layers.ReLU(name=f"{name}_relu")(tensor)
