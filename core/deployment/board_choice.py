"""The boards that a run's model could go on, and the ports that boards could be connected to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from core.boards.own_boards import own_boards_problem
from core.boards.ports import serial_ports
from core.boards.profiles import BoardProfile, board_profiles, own_profiles
from core.boards.resource_estimate import estimate_of_settings, predicted_figures
from core.deployment.board_results import BoardList, KnownBoard
from core.deployment.fast_choice import fast_choice_of_run, measured_milliseconds
from core.deployment.timing import latency_basis
from core.requests import BoardsRequest
from core.runs.board_fit import board_figures, fit_of_model, measured_arena
from core.runs.data import read_data_record
from core.runs.finished_model import LAST
from core.runs.folder import RunFolder
from core.settings import STAGES
from core.tflite.memory_graph import graph_of_model


def list_boards(request: BoardsRequest) -> BoardList:
    """All boards, with the fit of a run's model: of its file when that is finished, else as its settings say.

    Raises what reading a run raises.
    """
    complete = _with_run(RunFolder(Path(request.run))) if request.run else lambda board, profile: board
    boards = tuple(complete(_known(profile), profile) for profile in board_profiles())
    problem = own_boards_problem()
    return BoardList(
        boards=boards, ports=serial_ports(), run=request.run, problem=str(problem) if problem else ""
    )


def _with_run(folder: RunFolder) -> Callable[[KnownBoard, BoardProfile], KnownBoard]:
    """What completes a board with how a run goes together with it."""
    record = folder.read_record()
    folder.require_unchanged(record, folder.data, STAGES[0])
    settings, labels = record.settings, read_data_record(folder.data).classes
    is_finished = record.is_done(LAST)
    file = folder.file(LAST)
    model = folder.finished_file(record, LAST) if is_finished else b""
    measured = measured_arena(file) if is_finished else None
    summary = folder.read_summary() if is_finished else None
    graph = graph_of_model(model) if is_finished else predicted_figures(settings, len(labels)).graph

    def complete(board: KnownBoard, profile: BoardProfile) -> KnownBoard:
        if is_finished:
            fit = fit_of_model(profile, settings, labels, model, measured)
        else:
            fit = estimate_of_settings(profile, settings, len(labels))
        return msgspec.structs.replace(
            board,
            fit=board_figures(fit, file.name if is_finished else ""),
            basis=latency_basis(profile, graph),
            measured_ms=measured_milliseconds(summary, profile) if summary else None,
            fast=fast_choice_of_run(folder, record, len(labels), profile, fit.latency_ms),
        )

    return complete


def _known(profile: BoardProfile) -> KnownBoard:
    return KnownBoard(
        id=profile.id,
        name=profile.name,
        chip=profile.chip,
        flash_bytes=profile.flash_bytes,
        psram_bytes=profile.arena.psram,
        camera=profile.camera is not None,
        virtual=profile.is_virtual,
        own=profile in own_profiles(),
    )
