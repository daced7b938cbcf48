"""From a request to the work itself. What the work needs is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from core.errors import SqueezeError
from core.events import Succeeded
from core.processes.worker import work
from core.reading import resolved
from core.requests import (
    AddBoardRequest,
    AnyRequest,
    BoardsRequest,
    CleanRequest,
    CompressRequest,
    DataRequest,
    EvaluateRequest,
    ExploreRequest,
    ExportRequest,
    FetchWeightsRequest,
    FlashPlanRequest,
    FlashRequest,
    InspectRequest,
    LiveRequest,
    MapRequest,
    OperatorTimesRequest,
    PredictRequest,
    RemoveBoardRequest,
    ReportRequest,
    RunRequest,
    TensorBoardRequest,
    TryRequest,
    VirtualBoardRequest,
    WatchRequest,
    YardstickRequest,
)
from core.task import Task
from core.tracing import Trace

_ARENA_SECONDS = 20.0
"""What a file that somebody looks into may keep TFLM busy for."""


def main() -> int:
    """Do what a worker's process was started for; its exit code."""
    return work(perform)


def perform(request: AnyRequest, task: Task) -> Succeeded:
    """Do what is asked and return the terminal event that tells its result.

    Raises `SqueezeError`, `Cancelled`, and whatever libraries raise: `core.diagnosis` names those.
    """
    return _JOBS[type(request)](request, task)


def _scan(request: DataRequest, task: Task) -> Succeeded:
    from core.runs.dataset_report import look

    report = look(request, task)
    return Succeeded(result=report.catalog, figures=msgspec.to_builtins(report))


def _map(request: MapRequest, task: Task) -> Succeeded:
    from core.runs.image_map import make_map

    made = make_map(request, task)
    return Succeeded(result=made.table, figures=msgspec.to_builtins(made))


def _run(request: RunRequest, task: Task) -> Succeeded:
    from core.outputs import check_output
    from core.report.writing import write_own_report
    from core.runs.folder import RunFolder
    from core.runs.pipeline import run

    if request.trace is None:
        return Succeeded(
            result=request.folder, figures=msgspec.to_builtins(run(request, task, write_own_report))
        )
    trace, path, folder = Trace(), Path(request.trace), RunFolder(Path(request.folder))
    # Hours later would be too late to find out that it cannot be written.
    check_output(path, replace=request.replace_trace)
    is_own = folder.path.absolute() in path.absolute().parents
    if not is_own:
        trace.write(path, replace=request.replace_trace)
    try:
        summary = run(request, task.traced(trace), write_own_report)
    except BaseException as error:
        is_moved = isinstance(error, SqueezeError) and error.code == "run-moved"
        # Where no run is, no folder is made for a trace.
        if not is_own or (folder.record.is_file() and not is_moved):
            trace.write(path)
        raise
    figures = {**msgspec.to_builtins(summary), "trace": msgspec.to_builtins(trace.write(path))}
    return Succeeded(result=request.folder, figures=figures)


def _evaluate(request: EvaluateRequest, task: Task) -> Succeeded:
    from core.runs.evaluation import evaluate

    return Succeeded(result=request.model, figures=msgspec.to_builtins(evaluate(request, task)))


def _predict(request: PredictRequest, task: Task) -> Succeeded:
    from core.runs.predict import predict

    return Succeeded(result=request.model, figures=msgspec.to_builtins(predict(request, task)))


def _try(request: TryRequest, task: Task) -> Succeeded:
    from core.runs.trying import try_images

    try_images(request, task)
    return Succeeded(result=request.run)


def _inspect(request: InspectRequest, _task: Task) -> Succeeded:
    from core.compression.sizes import inspect
    from core.runs.network_inspection import inspect_network
    from core.runs.results import Inspected
    from core.tflite.model_file import read_model

    if Path(request.model).suffix == ".keras":
        network = Inspected(model=request.model, network=inspect_network(Path(request.model)))
        return Succeeded(result=request.model, figures=msgspec.to_builtins(network))
    model = read_model(Path(request.model))
    inspected = Inspected(
        model=request.model, file=inspect(model, request.model), arena_bytes=_arena_bytes(model)
    )
    return Succeeded(result=request.model, figures=msgspec.to_builtins(inspected))


def _operator_times(request: OperatorTimesRequest, task: Task) -> Succeeded:
    from core.deployment.operator_table import operator_table

    return Succeeded(result=request.model, figures=msgspec.to_builtins(operator_table(request, task)))


def _arena_bytes(model: bytes) -> int | None:
    """What TFLM needs for a model, or None when it is not there or does not run it."""
    from core.evaluation.interpreter_process import measure_arena
    from core.tflite.tflm import tflm_available

    try:
        return measure_arena(model, time_limit=_ARENA_SECONDS).total if tflm_available() else None
    except SqueezeError:
        return None


def _compress(request: CompressRequest, task: Task) -> Succeeded:
    from core.compression.coding import compress_model
    from core.evaluation.same_in_tflm import require_same_in_tflm
    from core.outputs import write_output
    from core.tflite.model_file import read_model

    model = read_model(Path(request.model))
    result = compress_model(model, task, request.settings, request.model)
    check = require_same_in_tflm(model, result.model, task, request.model)
    write_output(Path(request.output), result.model, replace=request.replace)
    figures = {
        "model": request.model,
        "output": request.output,
        **msgspec.to_builtins(result.figures),
        "tflm": msgspec.to_builtins(check),
    }
    return Succeeded(result=request.output, figures=figures)


def _explore(request: ExploreRequest, task: Task) -> Succeeded:
    from core.exploring.explore import explore

    explored = explore(request, task)
    return Succeeded(result=explored.table, figures=msgspec.to_builtins(explored))


def _fetch_weights(request: FetchWeightsRequest, task: Task) -> Succeeded:
    from core.networks.start_weights import fetch_weights

    weights = fetch_weights(request.network, task)
    return Succeeded(result=weights.path, figures=msgspec.to_builtins(weights))


def _clean(request: CleanRequest, _task: Task) -> Succeeded:
    from core.runs.cleaning import clean

    return Succeeded(result=request.run, figures=msgspec.to_builtins(clean(Path(request.run))))


def _report(request: ReportRequest, task: Task) -> Succeeded:
    from core.report.tensorboard import write_logs
    from core.report.writing import write_report
    from core.runs.folder import RunFolder

    folder, output = RunFolder(Path(request.run)), Path(request.output) if request.output else None
    if request.tensorboard:
        reported = write_logs(folder, task)
    else:
        reported = write_report(folder, task, output, replace=request.replace)
    return Succeeded(result=reported.output, figures=msgspec.to_builtins(reported))


def _tensorboard(request: TensorBoardRequest, task: Task) -> Succeeded:
    from core.report.tensorboard_page import show_in_tensorboard

    show_in_tensorboard(request, task)
    return Succeeded(result=request.run)


def _yardstick(request: YardstickRequest, task: Task) -> Succeeded:
    from core.report.writing import write_own_report
    from core.runs.yardstick import measure_yardstick

    compared = measure_yardstick(request, task, write_own_report)
    return Succeeded(result=request.run, figures=msgspec.to_builtins(compared))


def _export(request: ExportRequest, task: Task) -> Succeeded:
    from core.deployment.exporting import export

    exported = export(request, task)
    return Succeeded(result=exported.output, figures=msgspec.to_builtins(exported))


def _boards(request: BoardsRequest, _task: Task) -> Succeeded:
    from core.deployment.board_choice import list_boards

    return Succeeded(figures=msgspec.to_builtins(list_boards(request)))


def _add_board(request: AddBoardRequest, _task: Task) -> Succeeded:
    from core.boards.own_boards import add_board
    from core.boards.profiles import own_boards_file

    return Succeeded(result=str(own_boards_file()), figures={"board": add_board(request).id})


def _remove_board(request: RemoveBoardRequest, _task: Task) -> Succeeded:
    from core.boards.own_boards import remove_board
    from core.boards.profiles import own_boards_file

    removed = remove_board(request.board)
    return Succeeded(result=str(own_boards_file()), figures={"board": removed.board, "name": removed.name})


def _flash(request: FlashRequest, task: Task) -> Succeeded:
    from core.deployment.flashing import flash

    return Succeeded(result=request.port, figures=msgspec.to_builtins(flash(request, task)))


def _flash_plan(request: FlashPlanRequest, _task: Task) -> Succeeded:
    from core.deployment.flash_plan import flash_plan

    return Succeeded(result=request.run, figures=msgspec.to_builtins(flash_plan(request)))


def _live(request: LiveRequest, task: Task) -> Succeeded:
    from core.deployment.live import live

    live(request, task)
    return Succeeded(result=request.port)


def _watch(request: WatchRequest, task: Task) -> Succeeded:
    from core.boards.watching import watch
    from core.deployment.board_results import Watched

    hello, count = watch(request.port, request.images, task)
    watched = Watched(port=request.port, board=hello.profile, virtual=bool(hello.is_virtual), images=count)
    return Succeeded(result=request.port, figures=msgspec.to_builtins(watched))


def _virtual_board(request: VirtualBoardRequest, task: Task) -> Succeeded:
    from core.boards.profiles import VIRTUAL_BOARD
    from core.boards.virtual.cable import Faults
    from core.boards.virtual.serving import VirtualBoardSettings, serve

    settings = VirtualBoardSettings(
        board=request.board or VIRTUAL_BOARD,
        flash_file=request.flash_file,
        camera=request.camera,
        host=request.host,
        port=request.port,
        terminal=request.terminal,
        faults=msgspec.convert(request.faults, resolved(Faults)),
    )
    serve(settings, task)
    return Succeeded()


_JOBS: dict[type[AnyRequest], Callable[[Any, Task], Succeeded]] = {
    DataRequest: _scan,
    MapRequest: _map,
    RunRequest: _run,
    EvaluateRequest: _evaluate,
    PredictRequest: _predict,
    TryRequest: _try,
    InspectRequest: _inspect,
    OperatorTimesRequest: _operator_times,
    CompressRequest: _compress,
    ExploreRequest: _explore,
    FetchWeightsRequest: _fetch_weights,
    CleanRequest: _clean,
    ReportRequest: _report,
    TensorBoardRequest: _tensorboard,
    ExportRequest: _export,
    YardstickRequest: _yardstick,
    BoardsRequest: _boards,
    AddBoardRequest: _add_board,
    RemoveBoardRequest: _remove_board,
    FlashRequest: _flash,
    FlashPlanRequest: _flash_plan,
    LiveRequest: _live,
    WatchRequest: _watch,
    VirtualBoardRequest: _virtual_board,
}
