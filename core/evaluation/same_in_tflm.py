"""Whether a coded model of any kind gives the same outputs as its original, in the real TFLM.

`core.evaluation.parity` compares the classifiers of a run on test images. Here nothing is known of what a
model takes and gives: both files run on the same drawn inputs, in a process of their own.
"""

from __future__ import annotations

import msgspec

from core.errors import ModelError, SqueezeError
from core.evaluation.interpreter_process import Drawn, InterpreterProcess, RunDrawn
from core.task import Task
from core.tflite.tflm import tflm_available

RUNS = 3
_SECONDS = 120.0


class TflmCheck(msgspec.Struct, frozen=True, kw_only=True):
    """How many runs gave the same output bytes for both files, all of `runs`.

    With `runs` 0 there was nothing to compare: `reason` says why TFLM cannot run the original.
    """

    runs: int
    reason: str = ""


def require_same_in_tflm(plain: bytes, coded: bytes, task: Task, name: str = "The model") -> TflmCheck:
    """Run both files in TFLM on the same inputs and compare what they give.

    Raises proof-failed where outputs differ, or where TFLM runs the original and not the coded file;
    `Cancelled`.
    """
    if not tflm_available():
        return TflmCheck(runs=0, reason="this computer has no TensorFlow Lite Micro")
    task.status("Comparing the outputs in TensorFlow Lite Micro")
    try:
        expected = _outputs(plain, name)
    except SqueezeError as error:
        why = error.values.get("reason", error.happened)
        return TflmCheck(runs=0, reason=f"TensorFlow Lite Micro does not run the original ({why})")
    task.check_cancelled()
    try:
        given = _outputs(coded, name)
    except SqueezeError as error:
        reason = "TensorFlow Lite Micro runs the original, but not the coded file"
        raise ModelError("proof-failed", detail=error.detail, reason=reason) from error
    if given != expected:
        reason = "TensorFlow Lite Micro gives other outputs for the coded file than for the original"
        raise ModelError("proof-failed", reason=reason)
    return TflmCheck(runs=len(expected))


def _outputs(model: bytes, name: str) -> tuple[bytes, ...]:
    """The digests of what TFLM gives in each run. Raises model-not-runnable."""
    with InterpreterProcess() as process:
        with process.ended_after(_SECONDS):
            process.ask(RunDrawn(model, RUNS, name))
            answer = process.answer()
        if not isinstance(answer, Drawn):
            raise process.failure(answer, name)
        return answer.digests
