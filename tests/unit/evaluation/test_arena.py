"""The arena that TFLM needs is what TFLM says after a run in a process of its own."""

from __future__ import annotations

import numpy as np
import pytest

from core.compression.coding import compress_model
from core.errors import SqueezeError
from core.evaluation.interpreter_process import measure_arena
from core.settings import HuffmanSettings
from core.task import Task
from tests.builders.tflite_models import Contents, Graph, conv_model, dense_model, model_file, skewed_codes
from tests.tflm import needs_tflm

pytestmark = needs_tflm


def test_the_arena_holds_what_is_alive_at_a_time() -> None:
    figures = measure_arena(conv_model(side=20))
    assert figures.total == figures.persistent + figures.non_persistent
    activations = 20 * 20 * (12 + 24)
    assert activations <= figures.non_persistent < activations + 2000
    assert 500 < figures.persistent < 10_000


def test_decoded_weights_are_in_the_arena() -> None:
    plain = dense_model(skewed_codes((100, 300)))
    coded = compress_model(plain, Task(), HuffmanSettings()).model
    grown = measure_arena(coded).non_persistent - measure_arena(plain).non_persistent
    assert 30_000 <= grown < 30_500


def test_a_model_that_cannot_run_is_told_with_what_tflm_said() -> None:
    graph = Graph(Contents())
    given, output = graph.tensor((1, 8)), graph.tensor((1, 8))
    graph.operator(32, (given,), (output,), custom_name=b"NO_SUCH_THING")
    with pytest.raises(SqueezeError) as raised:
        measure_arena(model_file(graph.finish((given,), (output,))), "some.tflite")
    assert raised.value.code == "model-not-runnable"
    assert "Failed to get registration from op code CUSTOM" in raised.value.detail


def test_a_run_that_takes_too_long_is_ended() -> None:
    with pytest.raises(SqueezeError, match="did not finish within 0 s"):
        measure_arena(dense_model(np.ones((4, 4), np.int8)), time_limit=0.01)
