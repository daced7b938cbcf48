"""Weights of torchvision's SqueezeNets as those of ours.

torchvision names layers by their place (torchvision/models/squeezenet.py) and takes images scaled to the
mean and deviation of ImageNet's. That scaling is a convolution's own business: it is put into conv1, which
does not pad, so that the network takes image values as any other network of ours does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.networks.architecture import Architecture, Convolution
from core.networks.torch_file import read_tensors
from core.settings import NetworkName, NetworkSettings

Weights = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Kernel (height, width, inputs, filters) and bias."""

_FIRES: dict[NetworkName, tuple[int, ...]] = {
    "squeezenet-1.0": (3, 4, 5, 7, 8, 9, 10, 12),
    "squeezenet-1.1": (3, 4, 6, 7, 9, 10, 11, 12),
}
"""Places of Fire modules among torchvision's `features`."""
_FIRST_FIRE = 2
_MEAN = np.array([0.485, 0.456, 0.406])
_DEVIATION = np.array([0.229, 0.224, 0.225])
_HIGHEST = 255
_CENTER = 128
"""Our networks take (value - 128) / 128."""


def imported_weights(path: Path, network: NetworkSettings, architecture: Architecture) -> dict[str, Weights]:
    """The weights in a file by the names of our layers, for the network that `architecture` draws.

    The last convolution is left out when its classes are not as many as the network's. For images in gray
    the colors of conv1 are added up. Raises weights-other-network, and what `read_tensors` raises.
    """
    if network.name not in _FIRES or network.bypass != "none":
        reason = f"{network.name} with bypass {network.bypass} is not torchvision's"
        raise ModelError("weights-other-network", path=path, reason=reason)
    tensors = read_tensors(path)
    by_layer: dict[str, Weights] = {}
    for layer in architecture.layers:
        if not isinstance(layer, Convolution):
            continue
        weights = _weights(tensors, _torch_name(layer.name, network.name), path)
        if not all(np.isfinite(part).all() for part in weights):
            raise ModelError(
                "weights-other-network",
                path=path,
                reason=f"{layer.name} has values that are no finite numbers",
            )
        if layer.name == "conv1":
            weights = _taking_our_images(weights, architecture.image.channels)
        found_shape = weights[0].shape
        shape = (layer.size, layer.size, architecture.outputs[layer.source].channels, layer.filters)
        if layer is architecture.last and found_shape[:3] == shape[:3] and found_shape != shape:
            continue
        if found_shape != shape:
            reason = f"{layer.name} has the shape {_words(found_shape)} instead of {_words(shape)}"
            raise ModelError("weights-other-network", path=path, reason=reason)
        by_layer[layer.name] = weights
    return by_layer


def _torch_name(layer: str, network: NetworkName) -> str:
    """The name of a layer in torchvision."""
    if layer == "conv1":
        return "features.0"
    if layer == "conv10":
        return "classifier.1"
    fire, _, part = layer.partition("_")
    place = _FIRES[network][int(fire.removeprefix("fire")) - _FIRST_FIRE]
    return f"features.{place}.{'squeeze' if part == 'squeeze1x1' else part}"


def _weights(tensors: Mapping[str, NDArray[np.float32]], name: str, path: Path) -> Weights:
    kernel, bias = (tensors.get(f"{name}.{part}") for part in ("weight", "bias"))
    if kernel is None or bias is None or kernel.ndim != 4 or bias.shape != kernel.shape[:1]:
        raise ModelError("weights-other-network", path=path, reason=f"they have no convolution {name}")
    return kernel.transpose(2, 3, 1, 0), bias


def _taking_our_images(weights: Weights, channels: int) -> Weights:
    """conv1 for values v = p / 128 - 1 in place of (p / 255 - mean) / deviation."""
    kernel, bias = (part.astype(np.float64) for part in weights)
    if kernel.shape[2] != len(_MEAN):
        return weights
    factor = _CENTER / (_HIGHEST * _DEVIATION)
    offset = (_CENTER / _HIGHEST - _MEAN) / _DEVIATION
    bias = bias + np.einsum("hwio,i->o", kernel, offset)
    kernel = kernel * factor[:, None]
    if channels == 1:
        kernel = kernel.sum(axis=2, keepdims=True)
    return kernel.astype(np.float32), bias.astype(np.float32)


def _words(shape: tuple[int, ...]) -> str:
    return "x".join(map(str, shape))
