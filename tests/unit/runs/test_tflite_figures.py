"""What a model file holds is told with or without TFLM."""

from __future__ import annotations

import pytest

from core.compression.sizes import inspect
from core.runs import tflite_figures as module
from core.runs.summary import StageFigures
from core.runs.tflite_figures import tflite_figures
from tests.tflm import needs_tflm


def figures_of(model: bytes) -> dict[str, object]:
    return tflite_figures(inspect(model, "model"), model, "model")


@needs_tflm
def test_the_arena_is_measured_where_there_is_tflm(squeezenet_file: bytes) -> None:
    figures = figures_of(squeezenet_file)
    assert figures.keys() < set(StageFigures.__struct_fields__)
    assert figures["arena_measured"]


@needs_tflm
def test_elsewhere_the_arena_is_estimated_and_called_so(
    squeezenet_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = figures_of(squeezenet_file)["arena_bytes"]
    monkeypatch.setattr(module, "tflm_available", lambda: False)
    figures = figures_of(squeezenet_file)
    assert not figures["arena_measured"]
    assert figures["arena_bytes"] == pytest.approx(measured, rel=0.1)
