"""What a model file holds is told with or without TFLM."""

from __future__ import annotations

import pytest

from core.pipeline import tflite_figures as module
from core.pipeline.tflite_figures import tflite_figures
from tests.tflm import needs_tflm


@needs_tflm
def test_the_arena_is_measured_where_there_is_tflm(squeezenet_file: bytes) -> None:
    figures = tflite_figures(squeezenet_file, "model")
    assert figures.arena_measured
    assert len(figures.layers) == 26


@needs_tflm
def test_elsewhere_the_arena_is_estimated_and_called_so(
    squeezenet_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = tflite_figures(squeezenet_file, "model").arena_bytes
    monkeypatch.setattr(module, "tflm_available", lambda: False)
    figures = tflite_figures(squeezenet_file, "model")
    assert not figures.arena_measured
    assert figures.arena_bytes == pytest.approx(measured, rel=0.1)
