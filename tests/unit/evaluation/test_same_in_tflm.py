"""A coded model of any kind is compared with its original in the real TFLM."""

from __future__ import annotations

import pytest

from core.compression import compress_tflite
from core.errors import SqueezeError
from core.evaluation.same_in_tflm import RUNS, TflmCheck, require_same_in_tflm
from core.task import Task
from core.tflite.tflm import run_on_drawn_inputs
from tests.builders.tflite_models import (
    aborting_model,
    branching_model,
    dense_model,
    float_ended_model,
    hybrid_model,
    repeated_model,
    skewed_codes,
)
from tests.tflm import needs_tflm

pytestmark = needs_tflm
MODELS = {
    "floats taken and given": float_ended_model(),
    "one scale for all weights": dense_model(skewed_codes((64, 128))),
    "several subgraphs": branching_model(),
    "a tensor that several operators read": repeated_model(),
}


@pytest.mark.parametrize("kind", MODELS)
def test_outputs_are_the_same_and_depend_on_the_inputs(kind: str) -> None:
    plain = MODELS[kind]
    coded = compress_tflite(plain)
    assert coded.decoded_tensors
    expected = list(run_on_drawn_inputs(plain, RUNS))
    assert list(run_on_drawn_inputs(coded.model, RUNS)) == expected
    assert len(set(expected)) == RUNS


def test_both_files_run_in_processes_of_their_own() -> None:
    plain = float_ended_model()
    check = require_same_in_tflm(plain, compress_tflite(plain).model, Task())
    assert check == TflmCheck(runs=RUNS)


def test_other_weights_are_found_out() -> None:
    one, other = (dense_model(skewed_codes((64, 128), seed)) for seed in (1, 2))
    with pytest.raises(SqueezeError) as caught:
        require_same_in_tflm(one, other, Task())
    assert caught.value.code == "proof-failed"


def test_a_coded_file_that_does_not_run_is_found_out() -> None:
    with pytest.raises(SqueezeError) as caught:
        require_same_in_tflm(dense_model(skewed_codes((64, 128))), aborting_model(), Task())
    assert caught.value.code == "proof-failed"


@pytest.mark.parametrize("plain", [hybrid_model(), aborting_model()], ids=["hybrid", "aborting"])
def test_an_original_that_tflm_does_not_run_is_no_failure(plain: bytes) -> None:
    coded = compress_tflite(plain)
    assert coded.decoded_tensors
    check = require_same_in_tflm(plain, coded.model, Task())
    assert check.runs == 0
    assert check.reason
