"""The process that runs models, asked without a process."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation import interpreters
from core.evaluation.interpreter_process import Loaded, LoadModel, Ran, Refused, RunModel
from core.evaluation.interpreters import ModelRunner
from tests.builders.virtual_boards import coded_model, images, scores_on_this_computer


def codes_of(image: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bytes:
    return (image.astype(np.int16) - 128).astype(np.int8).tobytes()


def test_where_there_is_no_tflm_litert_runs_the_decoded_model_within_a_step_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(interpreters, "tflm_available", lambda: False)
    runner = ModelRunner()
    loaded = runner.answer(LoadModel(coded_model(), is_trial=True))
    assert isinstance(loaded, Loaded)
    assert (loaded.runtime, loaded.arena) == ("litert-decoded", None)
    shown = images(3)
    for image, expected in zip(shown, scores_on_this_computer(coded_model(), shown), strict=True):
        ran = runner.answer(RunModel(codes_of(image)))
        assert isinstance(ran, Ran)
        scores = np.frombuffer(ran.codes, np.int8).astype(int)
        assert abs(scores - expected).max() <= 1


@pytest.mark.parametrize("codes", [b"", b"123"])
def test_codes_of_another_length_are_refused(codes: bytes) -> None:
    runner = ModelRunner()
    assert isinstance(runner.answer(RunModel(codes)), Refused)
    runner.answer(LoadModel(coded_model()))
    assert isinstance(runner.answer(RunModel(codes)), Refused)
