"""The starting network that comes with the program: a SqueezeNet 1.1 trained on general images.

Its file is `resources/start/squeezenet-1.1.npz`, an archive of numpy arrays (`numpy.savez`). For each
convolution NAME but the last it holds float16 arrays: `NAME/kernel` (height, width, inputs, filters) and, for
the normalization after it, `NAME/gamma`, `NAME/beta`, `NAME/mean` and `NAME/variance` (filters,). How it was
trained is in the model card beside it. The first filters of a layer are the ones that matter most: a narrower
network starts from these.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.networks.architecture import (
    IMAGE,
    Addition,
    Architecture,
    Concatenation,
    Convolution,
    NetworkShape,
    Pool,
    architecture,
)
from core.settings import NetworkSettings

if TYPE_CHECKING:
    # To read the file takes no TensorFlow: a run finds out about its images before it is loaded.
    from core.backend import keras

Floats = NDArray[np.float32]
_LARGEST_FILE = 16 << 20
_NORMALIZATION = ("gamma", "beta", "mean", "variance")
_CHANNELS = 3


@dataclass(frozen=True, eq=False)
class StartingConvolution:
    """A kernel (height, width, inputs, filters) and its normalization's gamma, beta, mean and variance."""

    kernel: Floats
    normalization: tuple[Floats, Floats, Floats, Floats]


def read_starting_network(path: Path) -> dict[str, StartingConvolution]:
    """The convolutions in a file by name.

    Raises model-not-found, weights-unreadable for a file that is not such an archive, and
    weights-other-network when its shapes are not those of a SqueezeNet 1.1.
    """
    try:
        arrays = _arrays(path)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise ModelError("model-not-found", path=path) from error
    except (OSError, ValueError, TypeError, EOFError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError("weights-unreadable", detail=str(error), path=path) from error
    whole = architecture(NetworkShape(NetworkSettings(), 64, _CHANNELS, 2))
    return {layer.name: _convolution(layer, whole, arrays, path) for layer in _body(whole)}


def _arrays(path: Path) -> dict[str, Floats]:
    if path.stat().st_size > _LARGEST_FILE:
        raise ValueError("it is larger than any starting network")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def _convolution(
    layer: Convolution, whole: Architecture, arrays: Mapping[str, Floats], path: Path
) -> StartingConvolution:
    kernel = (layer.size, layer.size, whole.outputs[layer.source].channels, layer.filters)
    shapes: dict[str, tuple[int, ...]] = {"kernel": kernel}
    shapes |= dict.fromkeys(_NORMALIZATION, (layer.filters,))
    for part, shape in shapes.items():
        values = arrays.get(f"{layer.name}/{part}")
        if values is None or values.shape != shape or not np.isfinite(values).all():
            reason = f"{layer.name} has no {part} of {'x'.join(map(str, shape))} finite numbers"
            raise ModelError("weights-other-network", path=path, reason=reason)
    gamma, beta, mean, variance = (arrays[f"{layer.name}/{part}"] for part in _NORMALIZATION)
    return StartingConvolution(arrays[f"{layer.name}/kernel"], (gamma, beta, mean, variance))


def start_from_starting_network(
    network: keras.Model, drawn: Architecture, start: Mapping[str, StartingConvolution]
) -> None:
    """Give `network`, built with batch normalization from `drawn`, the weights of the starting network.

    A narrower layer takes the first filters, a wider one has others of its own beside them. For gray images
    the colors of conv1 are added up. Convolutions of bypasses begin at zero, so that they change nothing; the
    last convolution keeps what it has.
    """
    whole = architecture(NetworkShape(NetworkSettings(), 64, _CHANNELS, 2))
    places = _places(drawn, whole)
    for layer in drawn.layers:
        if not isinstance(layer, Convolution) or layer is drawn.last:
            continue
        kernel, bias = network.get_layer(layer.name).get_weights()
        norm = network.get_layer(f"{layer.name}_norm")
        if layer.name not in start:
            gamma, beta, mean, variance = norm.get_weights()
            norm.set_weights([np.zeros_like(gamma), beta, mean, variance])
            continue
        pretrained = start[layer.name]
        source = pretrained.kernel
        if layer.source == IMAGE and drawn.image.channels == 1:
            source = source.sum(axis=2, keepdims=True)
        filters = min(layer.filters, source.shape[3])
        ours, theirs = places[layer.source]
        kernel[:, :, ours, :filters] = source[:, :, theirs, :filters]
        network.get_layer(layer.name).set_weights([kernel, np.zeros_like(bias)])
        parts = norm.get_weights()
        for own, other in zip(parts, pretrained.normalization, strict=True):
            own[:filters] = other[:filters]
        norm.set_weights(parts)


def _body(drawn: Architecture) -> list[Convolution]:
    return [layer for layer in drawn.layers if isinstance(layer, Convolution) and layer is not drawn.last]


def _places(drawn: Architecture, whole: Architecture) -> dict[str, tuple[list[int], list[int]]]:
    """For each output of `drawn`: which of its channels come from which of the whole network's."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    both = range(drawn.image.channels)
    places[IMAGE] = (list(both), list(both))
    for layer in drawn.layers:
        match layer:
            case Convolution():
                count = min(layer.filters, _filters(whole, layer.name, layer.filters))
                places[layer.name] = (list(range(count)), list(range(count)))
            case Pool():
                places[layer.name] = places[layer.source]
            case Addition():
                places[layer.name] = places[layer.sources[0]]
            case Concatenation():
                first, second = (places[source] for source in layer.sources)
                ours, theirs = (net.outputs[layer.sources[0]].channels for net in (drawn, whole))
                places[layer.name] = (
                    [*first[0], *(ours + place for place in second[0])],
                    [*first[1], *(theirs + place for place in second[1])],
                )
    return places


def _filters(whole: Architecture, name: str, otherwise: int) -> int:
    return whole.outputs[name].channels if name in whole.outputs else otherwise
