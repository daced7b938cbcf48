"""Batch normalization folded into the convolutions before it.

A network is trained with batch normalization and kept without: y = gamma (conv(x) - mean) / deviation + beta
is itself a convolution, with each filter scaled and its bias moved. Zero weights stay zero.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.backend import keras


def folded_weights(trained: keras.Model) -> dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Kernel and bias of each convolution with its batch normalization, where it has one, folded in.

    A normalization belongs to the convolution whose name it bears with '_norm' behind it.
    """
    norms = {
        layer.name.removesuffix("_norm"): layer
        for layer in trained.layers
        if isinstance(layer, keras.layers.BatchNormalization)
    }
    folded = {}
    for layer in trained.layers:
        if not isinstance(layer, keras.layers.Conv2D):
            continue
        kernel, bias = layer.get_weights()
        if layer.name in norms:
            norm = norms[layer.name]
            gamma, beta, mean, variance = norm.get_weights()
            factor = gamma / np.sqrt(variance + norm.epsilon)
            kernel, bias = kernel * factor, (bias - mean) * factor + beta
        folded[layer.name] = (kernel, bias)
    return folded


def fold_into(plain: keras.Model, trained: keras.Model) -> keras.Model:
    """`plain`, the same network without batch normalization, given the folded weights of `trained`."""
    for name, weights in folded_weights(trained).items():
        plain.get_layer(name).set_weights(weights)
    return plain
