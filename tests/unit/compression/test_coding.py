"""Compressing a model: smaller, proved, reported, stoppable, and coded errors for what is no int8 model."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import core.compression.coding
from core.compression.coding import CompressionResult, compress_model
from core.compression.decode_operator import decoders, is_coded
from core.compression.huffman.bitstream import encode
from core.compression.huffman.table import CodeTable
from core.compression.sizes import inspect
from core.compression.slimming import slim
from core.errors import Cancelled, SqueezeError
from core.events import LayerReport, Progress, Status
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.interpreter import signature_of
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import (
    Contents,
    Graph,
    branching_model,
    channel_scales,
    conv_constants,
    conv_model,
    dense_model,
    float_ended_model,
    int4_model,
    model_file,
    packed,
    pairwise_model,
    quantized,
    repeated_model,
    skewed_codes,
)
from tests.recording import RecordingTask
from tests.tflm import needs_tflm


def compressed(model: bytes, share_tables: bool = True) -> CompressionResult:
    return compress_model(model, Task(), HuffmanSettings(share_tables=share_tables))


def test_squeezenet_becomes_a_fraction_of_itself(squeezenet_file: bytes) -> None:
    result = compressed(squeezenet_file)
    assert result.figures.plain_bytes == len(squeezenet_file)
    assert result.figures.bytes == len(result.model) < 0.22 * result.figures.plain_bytes
    assert result.figures.decoded_identical
    assert len(list(decoders(parse(result.model)))) == 26


def test_payload_and_tables_are_within_four_percent_of_unlimited_codes_without_tables(
    squeezenet_file: bytes,
) -> None:
    result = compressed(squeezenet_file)
    assert result.figures.entropy_bytes < result.inspection.optimal_bytes
    assert result.figures.payload_bytes + result.figures.table_bytes < 1.04 * result.inspection.optimal_bytes


def test_what_is_neither_weights_nor_tables_nor_decoders_stays_under_35_kb(squeezenet_file: bytes) -> None:
    result = compressed(squeezenet_file)
    explained = result.figures.payload_bytes + result.figures.table_bytes + result.inspection.decoder_bytes
    assert result.figures.bytes - explained < 35_000


def test_sharing_tables_makes_the_file_smaller(squeezenet_file: bytes) -> None:
    together, apart = compressed(squeezenet_file), compressed(squeezenet_file, share_tables=False)
    assert together.figures.bytes < apart.figures.bytes
    assert together.figures.table_bytes < apart.figures.table_bytes


def test_the_same_model_gives_the_same_file(squeezenet_file: bytes) -> None:
    assert compressed(squeezenet_file).model == compressed(squeezenet_file).model


@pytest.mark.parametrize(
    "model",
    [
        conv_model(skewed_codes((8, 1, 1, 8))),
        conv_model(skewed_codes((24, 3, 3, 12))),
        dense_model(np.arange(-128, 128, dtype=np.int8).repeat(100).reshape(100, 256)),
        branching_model(),
        repeated_model(),
        pairwise_model(),
        int4_model(),
    ],
)
def test_coding_never_makes_a_file_larger(model: bytes) -> None:
    assert compressed(model).figures.bytes <= len(slim(model))


@st.composite
def small_models(draw: st.DrawFn) -> bytes:
    """A few dense layers of any sizes, with weights of few values, some of them read twice."""
    graph = Graph(Contents())
    sides = draw(st.lists(st.integers(1, 40), min_size=2, max_size=5))
    given = output = graph.tensor((1, sides[0]))
    for taken, put_out in pairwise(sides):
        chance = np.random.default_rng(draw(st.integers(0, 1 << 32)))
        values = draw(st.integers(1, 40))
        weights = graph.constant(
            chance.integers(-values, values, (put_out, taken)).astype(np.int8) // draw(st.integers(1, 9)),
            quantized(channel_scales(put_out) if draw(st.booleans()) else 0.1),
        )
        output = graph.dense(output, weights)
        if taken == put_out:
            output = graph.dense(output, weights)
    return model_file(graph.finish((given,), (output,)))


@settings(max_examples=120, derandomize=True)
@given(model=small_models(), share_tables=st.booleans())
def test_no_small_model_becomes_larger_than_the_slim_one(model: bytes, share_tables: bool) -> None:
    result = compressed(model, share_tables)
    assert result.figures.bytes == len(result.model) <= result.figures.slim_bytes == len(slim(model))


@pytest.mark.parametrize("where", ["subgraph", "operator"])
@pytest.mark.parametrize("name", ["inputs", "outputs"])
def test_a_vector_that_is_left_out_is_an_empty_one(where: str, name: str) -> None:
    """A subgraph may be given nothing, an operator may read or write nothing."""
    parsed, other = parse(branching_model()), parse(branching_model())
    for model, nothing in ((parsed, None), (other, np.zeros(0, np.int32))):
        second = model.subgraphs[2]
        setattr(second if where == "subgraph" else second.operators[0], name, nothing)
    left_out, empty = packed(parsed), packed(other)
    assert left_out != empty
    assert compressed(left_out).model == compressed(empty).model
    assert inspect(left_out).layers == inspect(empty).layers


@settings(max_examples=80, derandomize=True)
@given(
    model=st.sampled_from([conv_model, branching_model, int4_model]),
    missing=st.sets(
        st.sampled_from(
            [
                *("inputs", "outputs", "operators", "tensors", "operatorCodes", "buffers", "builtinOptions"),
                *("name", "shape", "quantization", "scale", "zeroPoint", "data", "customCode", "description"),
            ]
        ),
        min_size=1,
    ),
    chance=st.randoms(use_true_random=False),
)
def test_whatever_a_file_leaves_out_ends_in_a_model_or_a_coded_error(
    model: Callable[[], bytes], missing: set[str], chance: random.Random
) -> None:
    parsed = parse(model())
    tensors = [tensor for graph in parsed.subgraphs for tensor in graph.tensors]
    operators = [operator for graph in parsed.subgraphs for operator in graph.operators]
    records = [tensor.quantization for tensor in tensors if tensor.quantization is not None]
    for owner in (
        parsed,
        *parsed.subgraphs,
        *parsed.operatorCodes,
        *parsed.buffers,
        *operators,
        *tensors,
        *records,
    ):
        for name in sorted(missing):
            if hasattr(owner, name) and chance.random() < 0.5:
                setattr(owner, name, None)
    file = packed(parsed)
    assert end_of(lambda: compressed(file)) in (None, "model-unreadable", "model-not-int8")
    assert end_of(lambda: inspect(file)) in (None, "model-unreadable")
    assert end_of(lambda: signature_of(parse(file), "m")) in (
        *(None, "model-unreadable", "model-not-int8", "model-not-runnable"),
    )


def end_of(work: Callable[[], object]) -> str | None:
    """The code of the error that some work ends with, None for none."""
    try:
        work()
    except SqueezeError as error:
        return error.code
    return None


def test_weights_that_would_grow_are_left_as_they_are() -> None:
    even = dense_model(np.arange(-128, 128, dtype=np.int8).repeat(100).reshape(100, 256))
    result = compressed(even)
    assert not is_coded(parse(result.model))
    assert result.figures.table_bytes == 0
    assert result.inspection.layers[0].table is None


def test_a_file_of_any_tensor_sizes_is_close_to_the_choice_made_for_it() -> None:
    """What a decoder is reckoned to take is what it takes: the border between growing and shrinking."""
    chance = np.random.default_rng(8)
    for channels in (9, 12, 15, 18, 21):
        codes = chance.choice([-1, 0, 0, 0, 1], (8, 1, 1, channels)).astype(np.int8)
        result = compressed(conv_model(codes))
        assert result.figures.bytes <= len(slim(conv_model(codes)))


def test_progress_and_layers_are_reported(squeezenet_file: bytes) -> None:
    task = RecordingTask()
    result = compress_model(squeezenet_file, task, HuffmanSettings())
    layers = task.of(LayerReport)
    assert [layer.layer for layer in layers] == [layer.name for layer in result.inspection.layers]
    assert sum(layer.figures["bytes"] for layer in layers) == result.figures.payload_bytes
    assert task.of(Progress)[-1].done == task.of(Progress)[-1].total == 26
    assert len(task.of(Status)) >= 3


def test_it_stops_when_asked_to(squeezenet_file: bytes) -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        compress_model(squeezenet_file, task, HuffmanSettings())


def test_a_wrong_codeword_does_not_get_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(codes: NDArray[np.int8], table: CodeTable) -> bytes:
        return encode(np.roll(codes, 1), table)

    monkeypatch.setattr(core.compression.coding, "encode", careless)
    error = _error(conv_model())
    assert error.code == "proof-failed"


def _error(model: bytes) -> SqueezeError:
    with pytest.raises(SqueezeError) as raised:
        compress_model(model, Task(), HuffmanSettings(), "some.tflite")
    return raised.value


def test_floats_around_int8_weights_do_not_matter() -> None:
    result = compressed(float_ended_model())
    assert result.figures.bytes < result.figures.slim_bytes
    assert [layer.table is not None for layer in result.inspection.layers] == [True]


def test_a_model_without_weights_is_told_apart() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 8))
    error = _error(model_file(graph.finish((given,), (graph.add(given, given),))))
    assert error.code == "model-not-int8"
    assert error.exit_code == 2
    assert "some.tflite" in str(error)
    assert "no int8 weights" in str(error)


def test_a_coded_model_is_not_coded_again() -> None:
    error = _error(compressed(conv_model()).model)
    assert error.code == "model-already-coded"


def test_a_damaged_model_is_told() -> None:
    assert _error(conv_model()[:-100]).code == "model-unreadable"


def test_int4_weights_that_do_not_pay_stay_int4() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 4, 4, 8))
    small: Any = skewed_codes((8, 1, 1, 8))
    weights, bias = conv_constants(graph, small)
    four_bits = graph.int4_constant(small, graph.subgraph.tensors[weights].quantization)
    output = graph.conv(given, four_bits, bias, 4)
    model = model_file(graph.finish((given,), (output,)))
    result = compressed(model)
    kinds = [tensor.type for tensor in parse(result.model).subgraphs[0].tensors]
    assert 17 in kinds
    assert not is_coded(parse(result.model))


@needs_tflm
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_any_chain_of_layers_survives(chain: list[tuple[int, bool, bool]]) -> None:
    """Layers that read weights again, buffers again, as int8 or INT4, in any order."""
    graph = Graph(Contents())
    given_tensor = output = graph.tensor((1, 32))
    tensors: dict[tuple[int, bool], int] = {}
    for seed, four_bits, anew in chain:
        if anew or (seed, four_bits) not in tensors:
            codes = skewed_codes((32, 32), seed, zeros=0.5 + seed / 8)
            make = graph.int4_constant if four_bits else graph.constant
            tensors[seed, four_bits] = make(codes, quantized(0.1))
        output = graph.dense(output, tensors[seed, four_bits])
    model = model_file(graph.finish((given_tensor,), (output,)))
    result = compressed(model)
    inputs = np.random.default_rng(0).integers(-128, 128, (2, 32)).astype(np.int8)
    assert np.array_equal(
        TflmInterpreter(result.model).predict(inputs), TflmInterpreter(model).predict(inputs)
    )
    assert result.figures.bytes <= len(slim(model))
