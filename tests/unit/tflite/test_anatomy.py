"""Every offset of a model file is followed once and must stay inside it."""

from __future__ import annotations

import struct
from itertools import pairwise

import numpy as np
import pytest

from core.tflite.anatomy import Damaged, Part, Span, dissect
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
    root = dissect(conv_model())
    (subgraph,) = root.listed(SUBGRAPHS)
    assert len(subgraph.listed(TENSORS)) == 4
    assert len(subgraph.listed(OPERATORS)) == 1
    contents = [buffer.spans[0].size - 4 for buffer in root.listed(BUFFERS) if buffer.spans]
    assert contents == [24 * 3 * 3 * 12, 24 * 4]


def test_no_byte_belongs_to_two_parts() -> None:
    data = conv_model()
    spans = sorted(all_spans(dissect(data)))
    for before, after in pairwise(spans):
        assert before.start + before.size <= after.start
    assert spans[-1].start + spans[-1].size <= len(data)


@pytest.mark.parametrize("data", [b"", b"TFL3", bytes(8), b"\xff" * 64, bytes(4) + b"TFL4" + bytes(56)])
def test_what_has_no_model_identifier_is_no_model(data: bytes) -> None:
    with pytest.raises(Damaged, match="identifier"):
        dissect(data)


def test_a_root_outside_the_file_is_refused() -> None:
    data = bytearray(conv_model())
    struct.pack_into("<I", data, 0, len(data))
    with pytest.raises(Damaged):
        dissect(bytes(data))


def test_parts_that_no_runtime_could_read_where_they_lie_are_refused() -> None:
    """Tables and vectors begin at multiples of four; here all of a file has moved by two bytes."""
    data = conv_model()
    (root,) = struct.unpack_from("<I", data)
    with pytest.raises(Damaged, match="multiple of four"):
        dissect(struct.pack("<I4s2x", root + 2, b"TFL3") + data[8:])


def test_a_vector_longer_than_the_file_is_refused() -> None:
    data = bytearray(conv_model())
    subgraphs, _ = dissect(bytes(data)).lists[SUBGRAPHS]
    struct.pack_into("<I", data, subgraphs.start, 1 << 29)
    with pytest.raises(Damaged, match="leads out"):
        dissect(bytes(data))


def test_a_file_whose_parts_overlap_is_given_up_in_time() -> None:
    """One word, repeated, is the length of a vector, each offset in it, and the tables it points to."""
    word = 0x00040004
    head = struct.pack("<I4s", 20, b"TFL3") + struct.pack("<5H2x", 10, 8, 0, 0, 4)
    model = struct.pack("<iI", 12, 4)
    subgraphs = struct.pack("<2I", 1, 12) + struct.pack("<3H2x", 6, 8, 4)
    subgraph = struct.pack("<iI", 8, 4)
    data = head + model + subgraphs + subgraph + struct.pack("<I", word) * (word + word // 2)
    with pytest.raises(Damaged, match="more parts than it can hold"):
        dissect(data)


def test_any_changed_byte_is_refused_or_stays_inside() -> None:
    """Whatever one byte becomes, the walk ends, and all spans are inside the file."""
    original = conv_model(skewed_codes((8, 1, 1, 8)))
    chance = np.random.default_rng(0)
    refused = 0
    for place in range(len(original)):
        data = bytearray(original)
        data[place] ^= int(chance.integers(1, 256))
        try:
            root = dissect(bytes(data))
        except Damaged:
            refused += 1
            continue
        assert all(span.start >= 0 and span.start + span.size <= len(data) for span in all_spans(root))
    assert refused > 100
