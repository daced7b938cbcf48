"""Figures of a .tflite file that need no pictures."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.compression.layers import layer_codes, layers
from core.compression.sizes import LayerInspection, inspect
from core.tflite.arena import measure_arena
from core.tflite.arena_planner import estimated_arena
from core.tflite.memory_graph import CONVOLUTION, MemoryGraph, graph_of_model, multiply_accumulates
from core.tflite.model_file import parse
from core.tflite.tflm import tflm_available


@dataclass(frozen=True)
class TfliteFigures:
    """What a model file holds. `arena_bytes` is an estimate where there is no TFLM to measure it.

    `parameters` are weights and biases, `macs` multiply-accumulates of the convolutions for one picture.
    """

    parameters: int
    macs: int
    sparsity: float
    weight_bits: int
    entropy_bytes: int
    table_bytes: int
    arena_bytes: int
    arena_measured: bool
    layers: tuple[LayerInspection, ...]


def tflite_figures(model: bytes, name: str) -> TfliteFigures:
    """Figures of a plain or coded int8 model. Raises MODEL_UNREADABLE and MODEL_NOT_RUNNABLE."""
    inspection = inspect(model, name)
    measurable = tflm_available()
    graph = graph_of_model(model, name)
    arena = measure_arena(model, name) if measurable else estimated_arena(graph)
    zeros = math.fsum(layer.sparsity * layer.weights for layer in inspection.layers)
    return TfliteFigures(
        parameters=_parameters(graph),
        macs=multiply_accumulates(graph),
        sparsity=zeros / inspection.weights,
        weight_bits=weight_bits(model),
        entropy_bytes=math.ceil(inspection.entropy_bytes),
        table_bytes=inspection.table_bytes,
        arena_bytes=arena.total,
        arena_measured=measurable,
        layers=inspection.layers,
    )


def codes_by_layer(model: bytes, names: Sequence[str]) -> dict[str, NDArray[np.int8]]:
    """The weight codes of each layer, by `names` for the layers in the order in which they run."""
    parsed = parse(model)
    return {name: layer_codes(parsed, layer) for name, layer in zip(names, layers(parsed), strict=True)}


def _parameters(graph: MemoryGraph) -> int:
    """Weights and biases of all convolutions."""
    convolutions = (one for one in graph.operators if one.kind == CONVOLUTION)
    return sum(math.prod(graph.tensors[tensor].shape) for one in convolutions for tensor in one.inputs[1:])


def weight_bits(model: bytes) -> int:
    """The bits of the codes that most weights have, codes being symmetric about zero."""
    parsed = parse(model)
    weights: Counter[int] = Counter()
    for layer in layers(parsed):
        codes = layer_codes(parsed, layer).astype(np.int16)
        largest = int(np.abs(codes).max(initial=1))
        weights[largest.bit_length() + 1] += len(codes)
    return min(8, weights.most_common(1)[0][0])
