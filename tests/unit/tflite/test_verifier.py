"""What a runtime would crash on is refused when a model is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema

from core.errors import SqueezeError
from core.tflite.model_file import parse
from tests.builders.tflite_models import Contents, Graph, conv_model, model_file, packed, quantized


def _set(path: str, value: Any) -> Callable[[Any], None]:
    """A change of one field of a model, given as `subgraphs.0.tensors.1.buffer`."""

    def change(model: Any) -> None:
        *way, last = path.split(".")
        for step in way:
            model = model[int(step)] if step.isdigit() else getattr(model, step)
        setattr(model, last, value)

    return change


FAULTS: dict[str, tuple[Callable[[Any], None], str]] = {
    "another schema": (_set("version", 2), "schema version 2"),
    "no subgraph": (_set("subgraphs", []), "no subgraph"),
    "no buffers": (_set("buffers", []), "no buffers"),
    "buffer that is not there": (_set("subgraphs.0.tensors.1.buffer", 99), "tensor 1: buffer 99"),
    "contents too short": (_set("subgraphs.0.tensors.1.shape", [24, 3, 3, 13]), "tensor 1: .* bytes where"),
    "negative side": (_set("subgraphs.0.tensors.0.shape", [1, -6, 6, 12]), "tensor 0: shape"),
    "more elements than memory": (_set("subgraphs.0.tensors.3.shape", [1 << 30, 9, 9, 9]), "tensor 3: shape"),
    "input that is no tensor": (_set("subgraphs.0.inputs", [7]), "inputs"),
    "output that is no tensor": (_set("subgraphs.0.outputs", [-1]), "outputs"),
    "operator of no kind": (_set("subgraphs.0.operators.0.opcodeIndex", 4), "no known kind"),
    "operand that is no tensor": (_set("subgraphs.0.operators.0.inputs", [0, 1, 44]), "reads or writes"),
    "result that is no tensor": (_set("subgraphs.0.operators.0.outputs", [-2]), "reads or writes"),
    "name that is no text": (_set("subgraphs.0.tensors.2.name", b"bia\xc7"), "tensor 2: name"),
    "scales for another shape": (
        _set("subgraphs.0.tensors.1.quantization.quantizedDimension", 2),
        "24 scales in dimension 2",
    ),
    "fewer zero points than scales": (
        _set("subgraphs.0.tensors.1.quantization.zeroPoint", np.zeros(5, np.int64)),
        "24 scales and 5 zero points",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_model_that_does_not_hold_together_is_refused(name: str) -> None:
    change, words = FAULTS[name]
    model = parse(conv_model())
    change(model)
    with pytest.raises(SqueezeError) as raised:
        parse(packed(model))
    assert raised.value.code == "model-unreadable"
    assert re.search(words, raised.value.detail)


def test_a_call_of_a_subgraph_that_is_not_there_is_refused() -> None:
    graph = Graph(Contents())
    decision = graph.constant(np.array([True]))
    given = graph.tensor((1, 4))
    output = graph.condition(decision, given, 0, 5)
    with pytest.raises(SqueezeError) as raised:
        parse(model_file(graph.finish((given,), (output,))))
    assert "calls no subgraph" in raised.value.detail


def test_an_operand_may_be_left_out() -> None:
    model = parse(conv_model())
    model.subgraphs[0].operators[0].inputs = np.array([0, 1, -1], np.int32)
    assert parse(packed(model)).subgraphs[0].operators[0].inputs[2] == -1


def test_one_zero_point_for_all_channels_is_sound() -> None:
    model = parse(conv_model())
    model.subgraphs[0].tensors[1].quantization.zeroPoint = np.zeros(1, np.int64)
    parse(packed(model))


def test_the_scales_of_a_bias_have_one_dimension_whatever_the_file_says() -> None:
    """As in tflite-micro's person_detect.tflite, and in others that were converted in 2020."""
    model = parse(conv_model())
    model.subgraphs[0].tensors[2].quantization = quantized([0.1] * 24, dimension=3)
    assert model.subgraphs[0].tensors[2].type == schema.TensorType.INT32
    parse(packed(model))
    model.subgraphs[0].tensors[2].quantization = quantized([0.1] * 23, dimension=3)
    with pytest.raises(SqueezeError) as raised:
        parse(packed(model))
    assert "23 scales in dimension 0" in raised.value.detail
