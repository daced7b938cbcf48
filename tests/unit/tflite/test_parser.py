"""Every offset of a model file is followed once and must stay inside it."""

from __future__ import annotations

import struct
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from core.errors import SqueezeError
from core.tflite.model_file import parse
from core.tflite.parser import Damaged, Part, Span, parse_tables
from core.tflite.serializer import Node, References, Table, Vector, pack_nodes
from tests.builders.tflite_models import conv_model, skewed_codes

SUBGRAPHS, BUFFERS, TENSORS, OPERATORS = 2, 4, 0, 3


def all_spans(part: Part) -> set[Span]:
    """The spans of a part and of everything that it leads to."""
    spans = {part.span, *part.spans.values()}
    for child in part.parts.values():
        spans |= all_spans(child)
    for span, members in part.lists.values():
        spans.add(span)
        for member in members:
            spans |= all_spans(member)
    return spans


def test_a_model_has_the_parts_that_it_was_built_from() -> None:
    root = parse_tables(conv_model())
    (subgraph,) = root.listed(SUBGRAPHS)
    assert len(subgraph.listed(TENSORS)) == 4
    assert len(subgraph.listed(OPERATORS)) == 1
    contents = [buffer.spans[0].size - 4 for buffer in root.listed(BUFFERS) if buffer.spans]
    assert contents == [24 * 3 * 3 * 12, 24 * 4]


def test_no_byte_belongs_to_two_parts() -> None:
    data = conv_model()
    spans = sorted(all_spans(parse_tables(data)))
    for before, after in pairwise(spans):
        assert before.start + before.size <= after.start
    assert spans[-1].start + spans[-1].size <= len(data)


@pytest.mark.parametrize("data", [b"", b"TFL3", bytes(8), b"\xff" * 64, bytes(4) + b"TFL4" + bytes(56)])
def test_what_has_no_model_identifier_is_no_model(data: bytes) -> None:
    with pytest.raises(Damaged, match="identifier"):
        parse_tables(data)


def test_a_root_outside_the_file_is_refused() -> None:
    data = bytearray(conv_model())
    struct.pack_into("<I", data, 0, len(data))
    with pytest.raises(Damaged):
        parse_tables(bytes(data))


def test_parts_that_no_runtime_could_read_where_they_lie_are_refused() -> None:
    """Tables and vectors begin at multiples of four; here all of a file has moved by two bytes."""
    data = conv_model()
    (root,) = struct.unpack_from("<I", data)
    with pytest.raises(Damaged, match="multiple of four"):
        parse_tables(struct.pack("<I4s2x", root + 2, b"TFL3") + data[8:])


def test_a_vector_longer_than_the_file_is_refused() -> None:
    data = bytearray(conv_model())
    subgraphs, _ = parse_tables(bytes(data)).lists[SUBGRAPHS]
    struct.pack_into("<I", data, subgraphs.start, 1 << 29)
    with pytest.raises(Damaged, match="leads out"):
        parse_tables(bytes(data))


def test_a_file_whose_parts_overlap_is_given_up_in_time() -> None:
    """One word, repeated, is the length of a vector, each offset in it, and the tables it points to."""
    word = 0x00040004
    head = struct.pack("<I4s", 20, b"TFL3") + struct.pack("<5H2x", 10, 8, 0, 0, 4)
    model = struct.pack("<iI", 12, 4)
    subgraphs = struct.pack("<2I", 1, 12) + struct.pack("<3H2x", 6, 8, 4)
    subgraph = struct.pack("<iI", 8, 4)
    data = head + model + subgraphs + subgraph + struct.pack("<I", word) * (word + word // 2)
    with pytest.raises(Damaged, match="more parts than it can hold"):
        parse_tables(data)


def test_any_changed_byte_is_refused_or_stays_inside() -> None:
    """Whatever one byte becomes, the walk ends, and all spans are inside the file."""
    original = conv_model(skewed_codes((8, 1, 1, 8)))
    chance = np.random.default_rng(0)
    refused = 0
    for place in range(len(original)):
        data = bytearray(original)
        data[place] ^= int(chance.integers(1, 256))
        try:
            root = parse_tables(bytes(data))
        except Damaged:
            refused += 1
            continue
        assert all(span.start >= 0 and span.start + span.size <= len(data) for span in all_spans(root))
    assert refused > 100


def shared_parts(subgraphs: int, tensors: int, sides: int = 1, name: bytes = b"") -> bytes:
    """A file with one tensor and one subgraph, each of which so many entries of a list point to."""
    text = Vector(len(name), 1, name + b"\0")
    shape = Vector(sides, 4, struct.pack("<I", 1) * sides)
    tensor = Table(((0, 1), (3, 2)))
    graph = Table(((0, 4),))
    model = Table(((0, struct.pack("<I", 3)), (2, 6), (4, 8)))
    nodes: list[Node] = [shape, text, tensor, References((3,) * tensors), graph, References((5,) * subgraphs)]
    return pack_nodes([*nodes, Table(()), References((7,)), model], 9, frozenset())


@pytest.mark.parametrize(
    "file",
    [
        shared_parts(2_000, 2_000),
        shared_parts(1, 2_000, sides=2_000),
        shared_parts(1, 20_000, name=b"n" * 20_000),
        shared_parts(20_000, 20_000, sides=20_000, name=b"n" * 20_000),
    ],
    ids=["tensors", "sides", "names", "all"],
)
def test_a_small_file_does_not_become_a_large_model(file: bytes) -> None:
    """Whoever takes a model in as objects has what is shared as often as it is pointed to."""
    assert len(file) < 300_000
    tracemalloc.start()
    try:
        with pytest.raises(SqueezeError) as caught:
            parse(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "more often than any model" in caught.value.detail
    assert peak < 64_000_000


def test_what_a_model_shares_within_reason_is_read() -> None:
    assert len(parse(shared_parts(20, 200, 4, b"name")).subgraphs[19].tensors) == 200
