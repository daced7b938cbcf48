"""From a request to the work itself. What the work needs is imported when it is asked for."""

from __future__ import annotations

import msgspec

from core.events import Succeeded
from core.requests import (
    AnyRequest,
    EvaluateRequest,
    PredictRequest,
    RunRequest,
)
from core.task import Task


def perform(request: AnyRequest, task: Task) -> Succeeded:
    """Do what is asked and return the terminal event that tells its result.

    Raises `SqueezeError`, `Cancelled`, and whatever libraries raise: `core.diagnosis` names those.
    """
    match request:
        case RunRequest():
            return _run(request, task)
        case EvaluateRequest():
            return _evaluate(request, task)
        case PredictRequest():
            return _predict(request, task)
        case _:
            raise NotImplementedError


def _run(request: RunRequest, task: Task) -> Succeeded:
    from core.pipeline.pipeline import run

    summary = run(request, task)
    return Succeeded(result=request.folder, figures=msgspec.to_builtins(summary))


def _evaluate(request: EvaluateRequest, task: Task) -> Succeeded:
    from core.pipeline.evaluation import evaluate

    return Succeeded(result=request.model, figures=msgspec.to_builtins(evaluate(request, task)))


def _predict(request: PredictRequest, task: Task) -> Succeeded:
    from core.pipeline.predict import predict

    return Succeeded(result=request.model, figures=msgspec.to_builtins(predict(request, task)))
