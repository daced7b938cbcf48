"""The operators of a .tflite: what each takes in LiteRT on this computer, and on a board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ai_edge_litert import schema_py_generated as schema

from core.boards.profiles import BoardProfile, profile_for_run
from core.compression.layers import layers
from core.deployment.board_results import OperatorTable, TimedOperator
from core.deployment.timing import operator_times
from core.errors import BoardError
from core.evaluation.operator_times import litert_times
from core.requests import OperatorTimesRequest
from core.runs.finished_model import LAST
from core.runs.folder import STAGE_FILES, RunFolder
from core.runs.measuring import Details
from core.runs.stage_details import read_details
from core.runs.summary import BoardOperator
from core.settings import STAGES
from core.task import Task
from core.tflite.memory_graph import CONVOLUTION, DECODE, MemoryGraph, graph_of_model
from core.tflite.model_file import parse, read_model


class _OfBoard(NamedTuple):
    """The microseconds of each operator on a board, None where nothing is known."""

    name: str
    microseconds: tuple[float | None, ...]
    measured: bool


def operator_table(request: OperatorTimesRequest, task: Task) -> OperatorTable:
    """Time a model's operators, and put what is known of the board beside them.

    Where a board of this type reported its times for the run's finished model, those are shown; without a
    report, convolutions are estimated. Raises model-not-found, board-unknown, what `litert_times` and reading
    the run raise, and `Cancelled`.
    """
    path = Path(request.model)
    model = read_model(path)
    graph = graph_of_model(model, request.model)
    run = RunFolder(path.parent)
    is_of_run = run.record.is_file()
    board = _board(request, run, graph, is_of_run=is_of_run)
    task.status("Timing each operator in LiteRT")
    times = litert_times(model, task, request.model)
    litert = iter(times.operators)
    names = _names(parse(model, request.model), _network_names(run, path.name) if is_of_run else {})
    on_board = board.microseconds if board else (None,) * len(graph.operators)
    return OperatorTable(
        model=request.model,
        operators=tuple(
            TimedOperator(
                number=number,
                name=next((names[one] for one in operator.inputs if one in names), ""),
                kind=operator.kind,
                shape=graph.tensors[operator.outputs[0]].shape[1:],
                litert_microseconds=None if operator.kind == DECODE else next(litert),
                board_microseconds=microseconds,
            )
            for number, (operator, microseconds) in enumerate(zip(graph.operators, on_board, strict=True), 1)
        ),
        whole_microseconds=times.whole,
        board=board.name if board else "",
        measured=board is not None and board.measured,
    )


def _board(
    request: OperatorTimesRequest, run: RunFolder, graph: MemoryGraph, *, is_of_run: bool
) -> _OfBoard | None:
    """What is known of the board that is named, or of the run's: nothing of one that is not in the list."""
    record = run.read_record() if is_of_run else None
    wanted = request.board or (record.board if record else None)
    if wanted is None:
        return None
    try:
        profile = profile_for_run(request.board, wanted)
    except BoardError as error:
        if error.code == "run-board-unknown":
            return None
        raise
    if record and record.is_done(LAST) and Path(request.model).name == run.file(LAST).name:
        reported = run.read_summary().board
        if reported is not None and reported.profile == profile.id and not reported.virtual:
            measured = _reported(reported.operators, graph)
            if measured is not None:
                return _OfBoard(profile.name, measured, measured=True)
    return _OfBoard(profile.name, _estimated(profile, graph), measured=False)


def _reported(operators: Sequence[BoardOperator], graph: MemoryGraph) -> tuple[float | None, ...] | None:
    """What a board reported; None where that was of another number of operators, or it reported nothing."""
    times = tuple(float(one.microseconds) for one in operators)
    return times if times and len(times) == len(graph.operators) else None


def _estimated(profile: BoardProfile, graph: MemoryGraph) -> tuple[float | None, ...]:
    """The estimate for each convolution, with the decoding of its weights."""
    convolutions = iter(operator_times(profile, graph))
    found: list[float | None] = []
    for operator in graph.operators:
        one = next(convolutions) if operator.kind == CONVOLUTION else None
        found.append(None if one is None else 1e3 * (one.milliseconds + one.decoding_milliseconds))
    return tuple(found)


def _names(model: schema.ModelT, in_network: Mapping[str, str]) -> dict[int, str]:
    """The name of the layer by the number of its weights' tensor in the first subgraph."""
    return {
        layer.weights.tensor: in_network.get(layer.name, layer.name)
        for layer in layers(model)
        if not layer.weights.subgraph
    }


def _network_names(run: RunFolder, file: str) -> dict[str, str]:
    """What the layers of a run's file are called in its network, by their names in the file."""
    stage = next((one for one in STAGES if STAGE_FILES[one] == file), None)
    details = read_details(run, stage, Details) if stage else None
    return {
        str(one["name"]): str(one.get("layer") or one["name"]) for one in (details.layers if details else ())
    }
