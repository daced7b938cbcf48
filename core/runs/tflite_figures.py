"""Figures of a .tflite file that need no images."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from core.compression.layers import layer_codes, layers
from core.compression.sizes import Inspection
from core.evaluation.interpreter_process import measure_arena
from core.tflite.arena_planner import estimated_arena
from core.tflite.memory_graph import CONVOLUTION, MemoryGraph, graph_of_model, multiply_accumulates
from core.tflite.model_file import parse
from core.tflite.tflm import tflm_available


def tflite_figures(inspection: Inspection, model: bytes, name: str) -> dict[str, object]:
    """Entries of `StageFigures` that need no images, of a plain or coded int8 model and its inspection.

    `arena_bytes` is an estimate where there is no TFLM to measure it. Raises model-unreadable and
    model-not-runnable.
    """
    measurable = tflm_available()
    graph = graph_of_model(model, name)
    arena = measure_arena(model, name) if measurable else estimated_arena(graph)
    zeros = math.fsum(layer.sparsity * layer.weights for layer in inspection.layers)
    return {
        "parameters": _parameters(graph),
        "macs": multiply_accumulates(graph),
        "sparsity": zeros / inspection.weights,
        "weight_bits": weight_bits(model),
        "entropy_bytes": math.ceil(inspection.entropy_bytes),
        "arena_bytes": arena.total,
        "arena_measured": measurable,
    }


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
