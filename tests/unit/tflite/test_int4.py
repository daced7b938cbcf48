"""INT4 weights as int8 tensors of the same codes mean the same."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tflite.int4 import expand_int4, expandable_tensors, unpack_int4, weight_codes
from core.tflite.interpreter import Interpreter
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import (
    INT4,
    INT8,
    Contents,
    Graph,
    conv_model,
    int4_model,
    model_file,
    quantized,
    skewed_codes,
)
from tests.tflm import needs_tflm


@given(st.lists(st.integers(-8, 7), max_size=40))
def test_the_first_code_is_in_the_low_half_and_has_a_sign(codes: list[int]) -> None:
    halves = [*codes, 0][: len(codes) + len(codes) % 2]
    packed = [(low & 15) | (high & 15) << 4 for low, high in zip(halves[::2], halves[1::2], strict=True)]
    assert unpack_int4(np.array(packed, np.uint8), len(codes)).tolist() == codes


def test_expanding_keeps_codes_and_scales() -> None:
    before, after = parse(int4_model()), parse(expand_int4(int4_model()))
    for old, new in zip(before.subgraphs[0].tensors, after.subgraphs[0].tensors, strict=True):
        assert old.shape.tolist() == new.shape.tolist()
        if old.type == INT4:
            assert new.type == INT8
            assert (weight_codes(before, old) == weight_codes(after, new)).all()
            assert old.quantization.scale.tolist() == new.quantization.scale.tolist()
    assert len(list(expandable_tensors(before))) == 2
    assert not list(expandable_tensors(after))


@pytest.mark.parametrize(
    "opened",
    [pytest.param(TflmInterpreter, marks=needs_tflm), lambda model: LiteRtInterpreter(model, "reference")],
)
def test_an_expanded_model_computes_the_same(opened: Callable[[bytes], Interpreter]) -> None:
    """XNNPACK, of the default kernels, takes over int8 convolutions only, and rounds in its own way."""
    inputs = np.random.default_rng(0).integers(-128, 128, (4, 6, 6, 12)).astype(np.int8)
    expected = opened(int4_model()).predict(inputs)
    assert np.array_equal(opened(expand_int4(int4_model())).predict(inputs), expected)
    assert len(np.unique(expected)) > 10


def test_a_model_without_int4_is_as_it_was() -> None:
    again = expand_int4(expand_int4(conv_model()))
    assert again == expand_int4(conv_model())
    codes = [
        weight_codes(parse(model), parse(model).subgraphs[0].tensors[1]) for model in (again, conv_model())
    ]
    assert (codes[0] == codes[1]).all()


def test_int4_that_an_addition_reads_stays_int4() -> None:
    graph = Graph(Contents())
    given_tensor = graph.tensor((1, 30))
    constant = graph.int4_constant(skewed_codes((1, 30)), quantized())
    model = model_file(graph.finish((given_tensor,), (graph.add(given_tensor, constant),)))
    assert parse(expand_int4(model)).subgraphs[0].tensors[constant].type == INT4
