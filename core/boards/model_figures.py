"""What is known of a model when its fit is asked for: its graph, its length, what was measured."""

from __future__ import annotations

import math

import msgspec

from core.boards.model_image import HEADER
from core.compression.rounding import has_scale_a_filter
from core.networks.architecture import NetworkShape
from core.settings import RunSettings
from core.tflite.arena import ArenaFigures
from core.tflite.memory_graph import (
    CONVOLUTION,
    MemoryGraph,
    decoded_weights,
    graph_of_model,
    network_graph,
)

_LABEL_BYTES = 16
_BIAS_BYTES, _SCALE_BYTES = 4, 4
_FILE_BYTES = 10_000
"""Everything else: shapes, operators, code table."""
_BITS_ABOVE_CODE = 0.2


class ModelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a model: the bytes of its image, its graph, and TFLM's measurement if there is one."""

    image_bytes: int
    graph: MemoryGraph
    measured: ArenaFigures | None = None


def figures_of_model(model: bytes, image_bytes: int, measured: ArenaFigures | None) -> ModelFigures:
    """Figures of a .tflite whose model image has `image_bytes`. Raises MODEL_UNREADABLE."""
    return ModelFigures(image_bytes=image_bytes, graph=graph_of_model(model), measured=measured)


def predicted_figures(settings: RunSettings, classes: int) -> ModelFigures:
    """Figures of the model that a run with these settings will make."""
    graph = network_graph(network_shape(settings, classes), coded=True)
    sparsity, bits = settings.prune.sparsity, settings.quantize.weight_bits
    # A zero takes one bit, any other weight hardly more than its code.
    weight_bytes = decoded_weights(graph) * (sparsity + (1 - sparsity) * (bits + _BITS_ABOVE_CODE)) / 8
    channels = sum(graph.of(one, 1).shape[0] for one in graph.operators if one.kind == CONVOLUTION)
    scales = channels if has_scale_a_filter(bits) else 0
    file_bytes = weight_bytes + _BIAS_BYTES * channels + _SCALE_BYTES * scales + _FILE_BYTES
    image_bytes = HEADER.size + _LABEL_BYTES * classes + math.ceil(file_bytes)
    return ModelFigures(image_bytes=image_bytes, graph=graph)


def network_shape(settings: RunSettings, classes: int) -> NetworkShape:
    """What of a run's settings decides the model's memory."""
    return NetworkShape(
        network=settings.network,
        image_size=settings.data.image_size,
        channels=1 if settings.data.gray else 3,
        classes=classes,
        removed=settings.prune.filters,
    )
