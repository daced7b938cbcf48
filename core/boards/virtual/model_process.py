"""The model of a virtual board, which runs in a process of its own, as the board sees it."""

from __future__ import annotations

from typing import TypeVar

from core.boards.link.codes import DeviceCode, DeviceFailure
from core.evaluation.interpreter_process import (
    InterpreterProcess,
    Loaded,
    LoadModel,
    Ran,
    Refused,
    Request,
    RunModel,
)
from core.tflite.tflm import tflm_available

LOAD_SECONDS = 120.0
RUN_SECONDS = 60.0
_CODES = {
    "model-unreadable": DeviceCode.MODEL_UNREADABLE,
    "model-not-int8": DeviceCode.MODEL_TENSORS,
    "model-not-runnable": DeviceCode.MODEL_OPERATOR,
}
Wanted = TypeVar("Wanted", Loaded, Ran)


class ModelProcess:
    """Runs one model after the other in a process that is started when it is first needed.

    Use it in a `with` block. Every method raises `DeviceFailure`, as a board reports it.
    """

    def __init__(self) -> None:
        self._process: InterpreterProcess | None = None

    def __enter__(self) -> ModelProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def load(self, model: bytes) -> Loaded:
        """Prepare a .tflite and run it once, on zeros."""
        request = LoadModel(model, "tflm" if tflm_available() else None, is_trial=True)
        return self._answered(request, Loaded, LOAD_SECONDS)

    def run(self, codes: bytes) -> Ran:
        """Run the loaded model on int8 codes."""
        return self._answered(RunModel(codes), Ran, RUN_SECONDS)

    def _answered(self, request: Request, kind: type[Wanted], seconds: float) -> Wanted:
        process = self._process = self._process or InterpreterProcess()
        with process.ended_after(seconds):
            process.ask(request)
            answer = process.answer()
        match answer:
            case Refused(failed=failed):
                code = _CODES.get(failed.code, DeviceCode.INFERENCE_FAILED)
                raise DeviceFailure(code, failed.detail or failed.happened)
            case None:
                self._end()
                raise DeviceFailure(DeviceCode.INFERENCE_FAILED, "the runtime crashed or took too long")
        if not isinstance(answer, kind):
            raise DeviceFailure(DeviceCode.INFERENCE_FAILED, "the runtime gave another answer")
        return answer

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None
