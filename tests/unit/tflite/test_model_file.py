"""Model files are read whole or refused, and written so that the same model gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema

from core.errors import SqueezeError
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import constant, parse, read_model, serialize
from core.tflite.parser import Part, parse_tables
from tests.builders.tflite_models import (
    Contents,
    Graph,
    conv_constants,
    conv_model,
    model_file,
    packed,
    quantized,
    skewed_codes,
)

BUFFERS, DATA = 4, 0


def content(thing: Any) -> Any:
    """A model object as plain values, to compare by."""
    if isinstance(thing, np.ndarray):
        return thing.tolist()
    if isinstance(thing, list):
        return [content(item) for item in thing]
    if hasattr(thing, "__dict__"):
        return {name: content(value) for name, value in vars(thing).items()}
    return thing


def contents_of_buffers(data: bytes) -> list[Part]:
    return [buffer for buffer in parse_tables(data).listed(BUFFERS) if DATA in buffer.spans]


def test_what_is_written_is_what_was_read() -> None:
    model = parse(conv_model())
    assert content(parse(serialize(model))) == content(model)


def test_the_same_model_gives_the_same_bytes_and_writing_again_changes_nothing() -> None:
    written = serialize(parse(conv_model()))
    assert serialize(parse(conv_model())) == written
    assert serialize(parse(written)) == written


@pytest.mark.parametrize("channels", range(1, 12))
def test_contents_of_buffers_lie_at_multiples_of_sixteen(channels: int) -> None:
    written = serialize(parse(conv_model(skewed_codes((channels, 1, 1, 5)))))
    places = [buffer.spans[DATA].start + 4 for buffer in contents_of_buffers(written)]
    assert len(places) == 2
    assert all(place % 16 == 0 for place in places)


def test_equal_vectors_are_written_once() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 4, 4, 8))
    for seed in (1, 2):
        given = graph.conv(given, *conv_constants(graph, skewed_codes((8, 1, 1, 8), seed), seed), 4)
    data = model_file(graph.finish((0,), (given,)))
    written = serialize(parse(data))
    records = [tensor.parts[4].spans[3] for tensor in parse_tables(written).listed(2)[0].listed(0)]
    assert len({span for span in records if span.size == 4 + 8 * 8}) == 1
    assert len(written) < len(data)


def test_a_written_file_computes_the_same_in_litert() -> None:
    data = conv_model()
    inputs = np.random.default_rng(0).integers(-128, 128, (3, 6, 6, 12)).astype(np.int8)
    expected = LiteRtInterpreter(data).predict(inputs)
    assert np.array_equal(LiteRtInterpreter(serialize(parse(data))).predict(inputs), expected)
    assert len(np.unique(expected)) > 20


def test_operators_of_older_files_are_known() -> None:
    model = parse(conv_model())
    model.operatorCodes[0].builtinCode = 0
    assert parse(packed(model)).operatorCodes[0].builtinCode == schema.BuiltinOperator.CONV_2D


def test_contents_behind_the_flatbuffer_are_taken_in() -> None:
    model = parse(conv_model())
    data = constant(model, model.subgraphs[0].tensors[1])
    assert data is not None
    buffer = model.buffers[model.subgraphs[0].tensors[1].buffer]
    expected, buffer.data = data.copy(), None
    buffer.offset, buffer.size = 1 << 30, len(expected)
    length = len(packed(model))
    buffer.offset = length
    file = packed(model) + expected.tobytes()
    read = parse(file)
    found = constant(read, read.subgraphs[0].tensors[1])
    assert found is not None
    assert np.array_equal(found, expected)
    with pytest.raises(SqueezeError, match="not a readable model"):
        parse(file[:-1])


def test_a_model_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "model.tflite"
    path.write_bytes(conv_model())
    assert read_model(path) == conv_model()


@pytest.mark.parametrize("missing", ["none.tflite", "file/inside.tflite"])
def test_a_missing_file_is_told(tmp_path: Path, missing: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SqueezeError) as raised:
        read_model(tmp_path / missing)
    assert raised.value.code == "model-not-found"
    assert missing in str(raised.value)


def test_a_folder_is_no_model_file(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as raised:
        read_model(tmp_path)
    assert raised.value.code == "model-unreadable"


@pytest.mark.parametrize("data", [b"", b"\x00", b"PK\x03\x04" + bytes(200), bytes(1000)])
def test_what_is_no_model_is_told_with_its_path(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.tflite"
    path.write_bytes(data)
    with pytest.raises(SqueezeError) as raised:
        read_model(path)
    assert raised.value.code == "model-unreadable"
    assert str(path) in str(raised.value)


def test_random_bytes_are_refused() -> None:
    chance = np.random.default_rng(3)
    for length in range(8, 4000, 137):
        with pytest.raises(SqueezeError):
            parse(b"\x20\0\0\0TFL3" + chance.bytes(length))


def test_a_file_cut_short_anywhere_is_refused() -> None:
    """By one byte as by all: every byte of a written file is needed."""
    data = serialize(parse(conv_model(skewed_codes((8, 1, 1, 8)))))
    for length in range(len(data)):
        with pytest.raises(SqueezeError) as raised:
            parse(data[:length])
        assert raised.value.code == "model-unreadable"


def test_a_changed_byte_never_gets_further_than_a_coded_error() -> None:
    data = conv_model(skewed_codes((8, 1, 1, 8)))
    chance = np.random.default_rng(1)
    refused = set()
    for _ in range(600):
        changed = bytearray(data)
        for place in chance.integers(0, len(data), 3):
            changed[place] = int(chance.integers(0, 256))
        try:
            serialize(parse(bytes(changed)))
        except SqueezeError as error:
            refused.add(error.code)
    assert refused == {"model-unreadable"}


def test_a_builder_and_the_recorder_agree_on_options() -> None:
    """Options of every kind of field survive: numbers, flags, vectors, tables of their own."""
    graph = Graph(Contents())
    given = graph.tensor((1, 8))
    output = graph.tensor((2, 4), quantization=quantized())
    options = schema.ReshapeOptionsT()
    options.newShape = [2, 4]
    graph.operator(
        schema.BuiltinOperator.RESHAPE, (given,), (output,), options, schema.BuiltinOptions.ReshapeOptions
    )
    model = parse(model_file(graph.finish((given,), (output,))))
    again = parse(serialize(model))
    assert content(again) == content(model)
    assert list(again.subgraphs[0].operators[0].builtinOptions.newShape) == [2, 4]
