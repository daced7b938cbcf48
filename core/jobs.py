"""From a request to the work itself. What the work needs is imported when it is asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.errors import RUN_MOVED, SqueezeError
from core.events import Succeeded
from core.requests import (
    AnyRequest,
    BoardRequest,
    CleanRequest,
    CompressRequest,
    DataRequest,
    EvaluateRequest,
    ExportRequest,
    FetchWeightsRequest,
    InspectRequest,
    PredictRequest,
    ReportRequest,
    RunFolderRequest,
    RunRequest,
)
from core.task import Task
from core.tracing import Trace

_ARENA_SECONDS = 20.0
"""What a file that somebody looks into may keep TFLM busy for."""


def perform(request: AnyRequest, task: Task) -> Succeeded:
    """Do what is asked and return the terminal event that tells its result.

    Raises `SqueezeError`, `Cancelled`, and whatever libraries raise: `core.diagnosis` names those.
    """
    if isinstance(request, BoardRequest):
        from core.board_jobs import perform_board_job

        return perform_board_job(request, task)
    if isinstance(request, RunFolderRequest):
        return _with_run_folder(request, task)
    match request:
        case DataRequest():
            return _look(request, task)
        case RunRequest():
            return _run(request, task)
        case EvaluateRequest():
            return _evaluate(request, task)
        case PredictRequest():
            return _predict(request, task)
        case InspectRequest():
            return _inspect(request)
        case CompressRequest():
            return _compress(request, task)
        case FetchWeightsRequest():
            return _fetch_weights(request, task)


def _with_run_folder(request: RunFolderRequest, task: Task) -> Succeeded:
    match request:
        case ExportRequest():
            return _export(request, task)
        case CleanRequest():
            return _clean(request)
        case ReportRequest():
            return _report(request, task)


def _look(request: DataRequest, task: Task) -> Succeeded:
    from core.pipeline.looking import look

    report = look(request, task)
    return Succeeded(result=report.catalogue, figures=msgspec.to_builtins(report))


def _run(request: RunRequest, task: Task) -> Succeeded:
    from core.outputs import check_output
    from core.pipeline.pipeline import run
    from core.pipeline.run_folder import RunFolder

    if request.trace is None:
        return Succeeded(result=request.folder, figures=msgspec.to_builtins(run(request, task)))
    trace, path, folder = Trace(), Path(request.trace), RunFolder(Path(request.folder))
    # Hours later would be too late to find out that it cannot be written.
    check_output(path, replace=request.replace_trace)
    is_own = folder.path.absolute() in path.absolute().parents
    if not is_own:
        trace.write(path, replace=request.replace_trace)
    try:
        summary = run(request, task.traced(trace))
    except BaseException as error:
        is_moved = isinstance(error, SqueezeError) and error.kind is RUN_MOVED
        # Where no run is, no folder is made for a trace.
        if not is_own or (folder.record.is_file() and not is_moved):
            trace.write(path)
        raise
    figures = {**msgspec.to_builtins(summary), "trace": msgspec.to_builtins(trace.write(path))}
    return Succeeded(result=request.folder, figures=figures)


def _evaluate(request: EvaluateRequest, task: Task) -> Succeeded:
    from core.pipeline.evaluation import evaluate

    return Succeeded(result=request.model, figures=msgspec.to_builtins(evaluate(request, task)))


def _predict(request: PredictRequest, task: Task) -> Succeeded:
    from core.pipeline.predict import predict

    return Succeeded(result=request.model, figures=msgspec.to_builtins(predict(request, task)))


def _inspect(request: InspectRequest) -> Succeeded:
    from core.compression.sizes import inspect
    from core.pipeline.network_inspection import inspect_network
    from core.pipeline.results import Inspected
    from core.tflite.model_file import read_model

    if Path(request.model).suffix == ".keras":
        network = Inspected(model=request.model, network=inspect_network(Path(request.model)))
        return Succeeded(result=request.model, figures=msgspec.to_builtins(network))
    model = read_model(Path(request.model))
    inspected = Inspected(
        model=request.model, file=inspect(model, request.model), arena_bytes=_arena_bytes(model)
    )
    return Succeeded(result=request.model, figures=msgspec.to_builtins(inspected))


def _arena_bytes(model: bytes) -> int | None:
    """What TFLM needs for a model, or None when it is not there or does not run it."""
    from core.tflite.arena import measure_arena
    from core.tflite.tflm import tflm_available

    try:
        return measure_arena(model, time_limit=_ARENA_SECONDS).total if tflm_available() else None
    except SqueezeError:
        return None


def _compress(request: CompressRequest, task: Task) -> Succeeded:
    from core.compression.coding import compress_model
    from core.outputs import write_output
    from core.tflite.model_file import read_model

    model = read_model(Path(request.model))
    result = compress_model(model, task, request.settings, request.model)
    write_output(Path(request.output), result.model, replace=request.replace)
    figures = msgspec.to_builtins(result.figures)
    return Succeeded(
        result=request.output, figures={"model": request.model, "output": request.output, **figures}
    )


def _fetch_weights(request: FetchWeightsRequest, task: Task) -> Succeeded:
    from core.networks.start_weights import fetch_weights

    weights = fetch_weights(request.network, task)
    return Succeeded(result=weights.path, figures=msgspec.to_builtins(weights))


def _clean(request: CleanRequest) -> Succeeded:
    from core.pipeline.cleaning import clean

    return Succeeded(result=request.run, figures=msgspec.to_builtins(clean(Path(request.run))))


def _report(request: ReportRequest, task: Task) -> Succeeded:
    from core.pipeline.report.tensorboard import write_logs
    from core.pipeline.report.writing import write_report
    from core.pipeline.run_folder import RunFolder

    folder, output = RunFolder(Path(request.run)), Path(request.output) if request.output else None
    if request.tensorboard:
        reported = write_logs(folder, task)
    else:
        reported = write_report(folder, task, output, replace=request.replace)
    return Succeeded(result=reported.output, figures=msgspec.to_builtins(reported))


def _export(request: ExportRequest, task: Task) -> Succeeded:
    from core.pipeline.exporting import export

    exported = export(request, task)
    return Succeeded(result=exported.output, figures=msgspec.to_builtins(exported))
