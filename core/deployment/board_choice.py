"""The boards that a run's model could go on, and the ports that boards could be connected to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.boards.own_boards import own_boards_problem
from core.boards.ports import serial_ports
from core.boards.profiles import BoardProfile, board_profiles
from core.boards.resource_estimate import estimate_of_settings
from core.deployment.board_results import BoardList, KnownBoard
from core.requests import BoardsRequest
from core.runs.board_fit import board_figures, fit_of_model, measured_arena
from core.runs.data import read_data_record
from core.runs.finished_model import LAST
from core.runs.folder import RunFolder
from core.runs.summary import BoardFigures
from core.settings import STAGES


def list_boards(request: BoardsRequest) -> BoardList:
    """All boards, with the fit of a run's model: of its file when that is finished, else as its settings say.

    Raises what reading a run raises.
    """
    fit_on = _fit_of_run(RunFolder(Path(request.run))) if request.run else lambda profile: None
    boards = tuple(_known(profile, fit_on(profile)) for profile in board_profiles())
    problem = own_boards_problem()
    return BoardList(
        boards=boards, ports=serial_ports(), run=request.run, problem=str(problem) if problem else ""
    )


def _fit_of_run(folder: RunFolder) -> Callable[[BoardProfile], BoardFigures]:
    """What tells a run's fit on a board."""
    record = folder.read_record()
    folder.require_unchanged(record, folder.data, STAGES[0])
    settings, labels = record.settings, read_data_record(folder.data).classes
    if not record.is_done(LAST):
        return lambda profile: board_figures(estimate_of_settings(profile, settings, len(labels)))
    file = folder.file(LAST)
    model, measured = folder.finished_file(record, LAST), measured_arena(file)
    return lambda profile: board_figures(fit_of_model(profile, settings, labels, model, measured), file.name)


def _known(profile: BoardProfile, fit: BoardFigures | None) -> KnownBoard:
    return KnownBoard(
        id=profile.id,
        name=profile.name,
        chip=profile.chip,
        flash_bytes=profile.flash_bytes,
        psram_bytes=profile.arena.psram,
        camera=profile.camera is not None,
        virtual=profile.is_virtual,
        fit=fit,
    )
