"""Architectures as functional Keras models.

Every layer is a stock Keras layer of one functional graph, so that pruning and quantization reach all of
them.
"""

from __future__ import annotations

from core.backend import keras
from core.networks.architecture import (
    IMAGE,
    POOL_SIZE,
    POOL_STRIDE,
    Addition,
    Architecture,
    Concatenation,
    Convolution,
    Layer,
    Pool,
    pooling_pads,
)

layers = keras.layers

_LAST_DEVIATION = 0.01
"""Of the last convolution's first weights: it begins with all classes about as likely."""


def built(architecture: Architecture, *, batch_norm: bool = False) -> keras.Model:
    """The network from images (N, side, side, channels) to probabilities (N, classes).

    With `batch_norm` each convolution but the last is followed by a batch normalization, for training only:
    `core.networks.folding` takes it out again. It does the work of the published networks' dropout, which is
    left out.
    """
    side, channels = architecture.image.side, architecture.image.channels
    tensors = {IMAGE: keras.Input((side, side, channels), name=IMAGE)}
    for layer in architecture.layers:
        tensors[layer.name] = _added(layer, tensors, architecture, batch_norm)
    mean = layers.GlobalAveragePooling2D(name="pool10")(tensors[architecture.last.name])
    return keras.Model(tensors[IMAGE], layers.Softmax(name="probabilities")(mean))


def _added(
    layer: Layer, tensors: dict[str, keras.KerasTensor], architecture: Architecture, batch_norm: bool
) -> keras.KerasTensor:
    match layer:
        case Convolution():
            if layer is architecture.last:
                return _last_convolution(layer, tensors[layer.source])
            return _convolution(layer, tensors[layer.source], batch_norm)
        case Pool():
            padding = "same" if pooling_pads(architecture.outputs[layer.source].side) else "valid"
            pooling = layers.MaxPooling2D(POOL_SIZE, POOL_STRIDE, padding=padding, name=layer.name)
            return pooling(tensors[layer.source])
        case Concatenation():
            return layers.Concatenate(name=layer.name)([tensors[name] for name in layer.sources])
        case Addition():
            return layers.Add(name=layer.name)([tensors[name] for name in layer.sources])


def _convolution(layer: Convolution, inputs: keras.KerasTensor, batch_norm: bool) -> keras.KerasTensor:
    convolution = layers.Conv2D(
        layer.filters,
        layer.size,
        strides=layer.stride,
        padding=layer.padding,
        activation="relu" if layer.relu and not batch_norm else None,
        kernel_initializer="he_uniform",
        name=layer.name,
    )
    if not batch_norm:
        return convolution(inputs)
    normalized = layers.BatchNormalization(momentum=0.9, name=f"{layer.name}_norm")(convolution(inputs))
    return layers.ReLU(name=f"{layer.name}_relu")(normalized) if layer.relu else normalized


def _last_convolution(layer: Convolution, inputs: keras.KerasTensor) -> keras.KerasTensor:
    return layers.Conv2D(
        layer.filters,
        layer.size,
        activation="relu" if layer.relu else None,
        kernel_initializer=keras.initializers.RandomNormal(stddev=_LAST_DEVIATION),
        name=layer.name,
    )(inputs)
