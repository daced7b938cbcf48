"""torchvision's SqueezeNets in numpy, written after its documentation: what imported weights must give.

Channels come first, images are scaled to ImageNet's mean and deviation, pooling is in ceil mode, and a ReLU
follows the last convolution too.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.networks.architecture import Convolution, NetworkShape, architecture, scaled_filters
from core.settings import NetworkSettings

Values = NDArray[np.float64]
Tensors = dict[str, NDArray[np.float32]]

FEATURES: dict[str, tuple[str, ...]] = {
    "squeezenet-1.0": (
        *("conv 96 7", "relu", "pool", "fire 16 64", "fire 16 64", "fire 32 128", "pool"),
        *("fire 32 128", "fire 48 192", "fire 48 192", "fire 64 256", "pool", "fire 64 256"),
    ),
    "squeezenet-1.1": (
        *("conv 64 3", "relu", "pool", "fire 16 64", "fire 16 64", "pool", "fire 32 128", "fire 32 128"),
        *("pool", "fire 48 192", "fire 48 192", "fire 64 256", "fire 64 256"),
    ),
}


def random_weights(name: str, classes: int, width: float, seed: int = 8) -> Tensors:
    """A state_dict, every number of filters scaled by `width` as ours are."""
    chance = np.random.default_rng(seed)
    tensors: Tensors = {}

    def add(layer: str, filters: int, channels: int, size: int) -> int:
        shape = (filters, channels, size, size)
        deviation = math.sqrt(2 / (channels * size * size))
        tensors[f"{layer}.weight"] = chance.normal(0, deviation, shape).astype(np.float32)
        tensors[f"{layer}.bias"] = chance.normal(0, 0.1, filters).astype(np.float32)
        return filters

    channels = 3
    for place, layer in enumerate(FEATURES[name]):
        kind, *numbers = layer.split()
        if kind == "conv":
            channels = add(
                f"features.{place}", scaled_filters(int(numbers[0]), width), channels, int(numbers[1])
            )
        elif kind == "fire":
            squeeze, expand = (scaled_filters(int(number), width) for number in numbers)
            add(f"features.{place}.squeeze", squeeze, channels, 1)
            small = add(f"features.{place}.expand1x1", expand, squeeze, 1)
            channels = small + add(f"features.{place}.expand3x3", expand, squeeze, 3)
    add("classifier.1", classes, channels, 1)
    return tensors


def published_answers(name: str, tensors: Tensors, images: NDArray[np.uint8]) -> Values:
    """Probabilities (N, classes) for images (N, side, side, 3)."""
    values = images.transpose(0, 3, 1, 2) / 255
    values = (values - _per_channel(0.485, 0.456, 0.406)) / _per_channel(0.229, 0.224, 0.225)
    for place, layer in enumerate(FEATURES[name]):
        kind = layer.split()[0]
        if kind == "conv":
            values = _convolved(values, tensors, f"features.{place}", stride=2)
        elif kind == "relu":
            values = np.maximum(values, 0)
        elif kind == "pool":
            values = _pooled(values)
        else:
            values = _fire(values, tensors, f"features.{place}")
    scores = np.maximum(_convolved(values, tensors, "classifier.1"), 0).mean(axis=(2, 3))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    answers: Values = powers / powers.sum(axis=1, keepdims=True)
    return answers


def _per_channel(*numbers: float) -> Values:
    return np.array(numbers).reshape(1, 3, 1, 1)


def _fire(values: Values, tensors: Tensors, name: str) -> Values:
    squeezed = np.maximum(_convolved(values, tensors, f"{name}.squeeze"), 0)
    small = _convolved(squeezed, tensors, f"{name}.expand1x1")
    large = _convolved(squeezed, tensors, f"{name}.expand3x3", padding=1)
    joined: Values = np.concatenate([small, large], axis=1)
    return np.maximum(joined, 0)


def _convolved(values: Values, tensors: Tensors, name: str, stride: int = 1, padding: int = 0) -> Values:
    kernel, bias = tensors[f"{name}.weight"], tensors[f"{name}.bias"]
    padded = np.pad(values, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape[2:], axis=(2, 3))
    seen = windows[:, :, ::stride, ::stride]
    convolved: Values = np.einsum("nchwyx,fcyx->nfhw", seen, kernel, optimize=True)
    return convolved + bias.reshape(1, -1, 1, 1)


def _pooled(values: Values) -> Values:
    """The largest of 3x3 every 2; where the last square would reach beyond the edge it does (ceil mode)."""
    side = values.shape[2]
    count = math.ceil((side - 3) / 2) + 1
    beyond = (count - 1) * 2 + 3 - side
    padded = np.pad(values, ((0, 0), (0, 0), (0, beyond), (0, beyond)), constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    pooled: Values = windows[:, :, ::2, ::2].max(axis=(4, 5))
    return pooled


def starting_file(path: Path, seed: int = 8) -> Path:
    """A file of the form of the starting network's, with random weights of sensible sizes."""
    chance = np.random.default_rng(seed)
    drawn = architecture(NetworkShape(NetworkSettings(), 64, 3, 2))
    arrays: dict[str, Any] = {}
    for layer in drawn.layers:
        if not isinstance(layer, Convolution) or layer is drawn.last:
            continue
        shape = (layer.size, layer.size, drawn.outputs[layer.source].channels, layer.filters)
        kernel = chance.normal(0, math.sqrt(2 / math.prod(shape[:3])), shape)
        parts = {
            "kernel": kernel,
            "gamma": chance.uniform(0.5, 1.5, layer.filters),
            "beta": chance.normal(0, 0.1, layer.filters),
            "mean": chance.normal(0, 0.1, layer.filters),
            "variance": chance.uniform(0.5, 1.5, layer.filters),
        }
        arrays |= {f"{layer.name}/{part}": values.astype(np.float16) for part, values in parts.items()}
    np.savez(path, **arrays)
    return path
