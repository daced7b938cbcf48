"""What a network holds and costs: parameters, multiplications, convolutions, zeros."""

from __future__ import annotations

import numpy as np

from core.backend import keras


def convolutions(model: keras.Model) -> dict[str, keras.layers.Conv2D]:
    """The convolutions of `model` by name, taken out of tfmot's wrappers where there are any."""
    by_name = {}
    for layer in model.layers:
        inner = getattr(layer, "layer", layer)
        if isinstance(inner, keras.layers.Conv2D):
            by_name[inner.name] = inner
    return by_name


def parameter_count(model: keras.Model) -> int:
    """Kernels and biases of all convolutions: what stays once batch normalization is folded."""
    return sum(
        int(np.prod(layer.kernel.shape)) + int(np.prod(layer.bias.shape))
        for layer in convolutions(model).values()
    )


def multiply_accumulates(model: keras.Model) -> int:
    """Multiply-accumulate operations of all convolutions for one image."""
    total = 0
    for layer in convolutions(model).values():
        _, height, width, _ = layer.output_shape
        total += height * width * int(np.prod(layer.kernel.shape))
    return total


def sparsity(model: keras.Model) -> float:
    """The share of zeros among all convolution weights, between 0 and 1."""
    kernels = [layer.kernel.numpy() for layer in convolutions(model).values()]
    return float(1.0 - sum(np.count_nonzero(k) for k in kernels) / sum(k.size for k in kernels))
