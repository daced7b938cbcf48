"""Decoders stand where TFLM needs them, and taking them out gives the plain model back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema

from core.compression.coding import compress_model
from core.compression.compressible import compressible_buffers
from core.compression.decode_operator import OPERATOR_NAME, decode_model, decoders, is_decoder
from core.compression.slimming import slim
from core.errors import SqueezeError
from core.evaluation.parity import prove_parity
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.int4 import expand_int4
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import (
    Contents,
    Graph,
    branching_model,
    conv_model,
    dense_model,
    int4_model,
    model_file,
    packed,
    pairwise_model,
    quantized,
    repeated_model,
    skewed_codes,
)
from tests.tflm import needs_tflm

MODELS = {
    "a convolution": conv_model(),
    "a dense layer": dense_model(skewed_codes((64, 128))),
    "subgraphs": branching_model(),
    "weights read repeatedly": repeated_model(),
    "two constants an operator": pairwise_model(),
    "INT4 weights": int4_model(),
    "one symbol": dense_model(np.full((64, 128), -3, np.int8)),
    "256 symbols": dense_model(
        np.random.default_rng(0).normal(0, 20, (400, 300)).clip(-128, 127).astype(np.int8)
    ),
}


def coded(model: bytes) -> bytes:
    return compress_model(model, Task(), HuffmanSettings()).model


@needs_tflm
@pytest.mark.parametrize("name", MODELS)
def test_a_coded_model_runs_in_tflm_with_the_same_output_bytes(name: str) -> None:
    model = MODELS[name]
    signature = TflmInterpreter(model).signature
    inputs = np.random.default_rng(6).integers(-128, 128, (5, *signature.input_shape)).astype(np.int8)
    parity = prove_parity(model, coded(model), TflmInterpreter(coded(model)), [inputs])
    assert len(parity.outputs) == 5
    assert parity.tflm_tensors > 0
    assert len(np.unique(parity.outputs)) > (1 if name == "one symbol" else 10)


@pytest.mark.parametrize("name", MODELS)
def test_taking_the_decoders_out_gives_the_slim_plain_model(name: str) -> None:
    assert decode_model(coded(MODELS[name])) == slim(expand_int4(MODELS[name]))


def test_a_plain_model_is_only_made_slim() -> None:
    assert decode_model(conv_model()) == slim(conv_model())


@pytest.mark.parametrize("name", MODELS)
def test_each_decoder_stands_immediately_before_the_one_operator_that_reads_it(name: str) -> None:
    model = parse(coded(MODELS[name]))
    found = 0
    for subgraph in model.subgraphs:
        operators = list(subgraph.operators)
        for i, operator in enumerate(operators):
            if not is_decoder(model, operator):
                continue
            found += 1
            readers = [k for k, other in enumerate(operators) if set(operator.outputs) & set(other.inputs)]
            assert readers == [i + 1]
            assert set(operator.outputs) <= set(operators[i + 1].inputs)
    assert found


def test_weights_that_several_operators_read_are_stored_once_and_decoded_for_each() -> None:
    model = parse(coded(repeated_model()))
    found = list(decoders(model))
    assert len(found) == 4
    assert len({decoder.payload for decoder in found}) == 2
    assert len({decoder.output for decoder in found}) == 4
    assert len({decoder.ancillary for decoder in found}) == 1


def test_weights_that_subgraphs_share_are_stored_once() -> None:
    model = parse(coded(branching_model()))
    buffers = [model.subgraphs[d.payload.subgraph].tensors[d.payload.tensor].buffer for d in decoders(model)]
    assert len(buffers) == 6
    assert len(set(buffers)) == 5


def test_one_decoder_decodes_all_that_its_operator_reads() -> None:
    model = parse(coded(pairwise_model()))
    operators = [operator for operator in model.subgraphs[0].operators if is_decoder(model, operator)]
    assert [(len(operator.inputs), len(operator.outputs)) for operator in operators] == [(4, 2), (2, 1)]


def test_decoded_tensors_have_shape_and_scales_of_their_originals_and_no_contents() -> None:
    model, plain = parse(coded(conv_model())), parse(slim(conv_model()))
    (decoder,) = decoders(model)
    output, original = model.subgraphs[0].tensors[decoder.output.tensor], plain.subgraphs[0].tensors[1]
    assert output.shape.tolist() == original.shape.tolist()
    assert output.quantization.scale.tolist() == original.quantization.scale.tolist()
    assert output.buffer == 0
    assert model.operatorCodes[model.subgraphs[0].operators[0].opcodeIndex].customCode == OPERATOR_NAME


def test_what_is_not_only_read_by_operators_is_not_codable() -> None:
    """A constant that is an output too, one that nothing reads, and one that shares contents with such."""
    graph = Graph(Contents())
    given = graph.tensor((1, 2000))
    read, shown, unread = (graph.constant(skewed_codes((1, 2000), seed)) for seed in (1, 2, 3))
    alias = graph.constant(skewed_codes((1, 2000), 3), buffer=graph.subgraph.tensors[unread].buffer)
    output = given
    for constant in (read, shown, alias):
        output = graph.add(output, constant)
    model = parse(model_file(graph.finish((given,), (output, shown))))
    (compressible,) = compressible_buffers(model)
    assert [place.tensor for place in compressible.tensors] == [read]


def test_variables_sparse_tensors_and_int32_are_not_codable() -> None:
    model = parse(pairwise_model())
    first, second = model.subgraphs[0].tensors[1:3]
    assert len(compressible_buffers(model)) == 2
    first.isVariable = True
    assert [buffer.buffer for buffer in compressible_buffers(model)] == [second.buffer]
    bias = parse(conv_model())
    assert [place.tensor for buffer in compressible_buffers(bias) for place in buffer.tensors] == [1]


def test_int4_that_another_kind_of_operator_reads_is_not_codable() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 3000))
    four_bits = graph.int4_constant(skewed_codes((1, 3000)), quantized())
    model = parse(model_file(graph.finish((given,), (graph.add(given, four_bits),))))
    assert compressible_buffers(model) == []


def _one_input(model: Any) -> None:
    decoder = model.subgraphs[0].operators[0]
    decoder.inputs = decoder.inputs[:1]


def _inputs_left_out(model: Any) -> None:
    model.subgraphs[0].operators[0].inputs = np.array([-1, -1], np.int32)


def _computed_input(model: Any) -> None:
    decoder = model.subgraphs[0].operators[0]
    decoder.inputs = np.array([0, decoder.inputs[1]], np.int32)


def _inputs_swapped(model: Any) -> None:
    decoder = model.subgraphs[0].operators[0]
    decoder.inputs = decoder.inputs[::-1].copy()


def _too_many_symbols(model: Any) -> None:
    output = model.subgraphs[0].operators[0].outputs[0]
    model.subgraphs[0].tensors[output].shape = np.array([24, 30, 3, 12], np.int32)


def _another_type(model: Any) -> None:
    output = model.subgraphs[0].operators[0].outputs[0]
    model.subgraphs[0].tensors[output].type = schema.TensorType.INT16


@pytest.mark.parametrize(
    "change",
    [_one_input, _inputs_left_out, _computed_input, _inputs_swapped, _too_many_symbols, _another_type],
)
def test_a_decoder_that_cannot_decode_makes_a_model_unreadable(change: Any) -> None:
    model = parse(coded(conv_model()))
    change(model)
    with pytest.raises(SqueezeError) as raised:
        decode_model(packed(model), "that.tflite")
    assert raised.value.code == "model-unreadable"
    assert "that.tflite" in str(raised.value)
    assert raised.value.detail
