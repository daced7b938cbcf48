"""From what is asked and what is there to what is to be done."""

from __future__ import annotations

import msgspec

from core.boards.profiles import board_profile
from core.errors import RUN_EXISTS, RUN_NOT_FOUND, STAGE_MISSING, SqueezeError
from core.pipeline.record import (
    RunRecord,
    differences,
    first_difference,
    new_record,
    restarted,
    with_pictures_at,
)
from core.pipeline.run_folder import RunFolder
from core.requests import RunRequest
from core.settings import STAGES


def planned(folder: RunFolder, request: RunRequest) -> RunRecord:
    """The record that the run goes on from: stages that are to be done anew are not done in it.

    Raises BOARD_UNKNOWN, RUN_NOT_FOUND when a run is to go on that is not there, RUN_EXISTS when settings
    differ that no stage is asked to be done anew for, STAGE_MISSING when a stage before `start_from` is not
    done, and what `read_record` raises.
    """
    if request.board is not None:
        board_profile(request.board)
    existing = _existing(folder, request)
    if existing is None:
        return _new(request)
    settings = request.settings or existing.settings
    existing = with_pictures_at(existing, settings.data.source)
    changed = first_difference(existing.settings, settings)
    if changed and (request.start_from is None or STAGES.index(changed) < STAGES.index(request.start_from)):
        difference = "; ".join(differences(existing.settings, settings))
        raise SqueezeError(RUN_EXISTS, path=folder.path, difference=difference)
    for stage in STAGES[: _first(request)]:
        if not existing.is_done(stage):
            raise SqueezeError(STAGE_MISSING, stage=request.start_from, needed=stage)
    going_on = msgspec.structs.replace(existing, settings=settings, board=request.board or existing.board)
    return restarted(going_on, request.start_from)


def _first(request: RunRequest) -> int:
    """How many stages must be done already."""
    return STAGES.index(request.start_from) if request.start_from else 0


def _existing(folder: RunFolder, request: RunRequest) -> RunRecord | None:
    try:
        return folder.read_record()
    except SqueezeError as error:
        if error.kind is RUN_NOT_FOUND and request.settings is not None:
            return None
        raise


def _new(request: RunRequest) -> RunRecord:
    assert request.settings is not None
    if request.start_from not in (None, STAGES[0]):
        raise SqueezeError(STAGE_MISSING, stage=request.start_from, needed=STAGES[0])
    return new_record(request.settings, request.board)
