"""From what is asked and what is there to what is to be done."""

from __future__ import annotations

import contextlib

import msgspec

from core.boards.profiles import board_profile
from core.boards.resource_estimate import (
    FAST_MILLISECONDS,
    estimate,
    fast_candidate,
    network_shape,
    predicted_figures,
)
from core.errors import BoardError, RunError, SqueezeError
from core.networks.architecture import NetworkShape, architecture
from core.networks.imported import imported_weights
from core.networks.start_weights import start_weights_path, starts_elsewhere
from core.requests import RunRequest
from core.runs.data import read_data_record
from core.runs.folder import RunFolder
from core.runs.record import (
    RunRecord,
    differences,
    fingerprints,
    first_difference,
    new_record,
    restarted,
    with_images_at,
)
from core.settings import STAGES, START_SHIPPED, RunSettings, settings_for_images
from core.training.checkpoint import Checkpoint, UnusableCheckpoint

_ANY_CLASSES = 2
"""The last layer alone has as many filters as there are classes, and any number of them is taken."""


def planned(folder: RunFolder, request: RunRequest) -> RunRecord:
    """The record that the run goes on from: stages that are to be done anew are not done in it.

    Raises board-unknown, run-not-found when a run is to go on that is not there, run-exists when settings
    differ that no stage is asked to be done anew for, stage-missing when a stage before `start_from` is not
    done, run-record-damaged for settings with which its finished stages were not made, and what `read_record`
    and `settings_for` raise.
    """
    if request.board is not None:
        board_profile(request.board)
    existing = _existing(folder, request)
    if existing is None:
        return _new(request)
    if request.start_from is None:
        _check_finished(folder, existing)
    settings = _settings(folder, request, existing)
    existing = with_images_at(existing, settings.data.source)
    changed = first_difference(existing.settings, settings)
    if changed and (request.start_from is None or STAGES.index(changed) < STAGES.index(request.start_from)):
        difference = "; ".join(differences(existing.settings, settings))
        raise RunError("run-exists", path=folder.path, difference=difference)
    for stage in STAGES[: _first(request)]:
        if not existing.is_done(stage):
            raise RunError("stage-missing", stage=request.start_from, needed=stage)
    going_on = msgspec.structs.replace(existing, settings=settings, board=request.board or existing.board)
    return restarted(going_on, request.start_from)


def settings_for(request: RunRequest, images: int, classes: int) -> RunSettings:
    """The settings that a request asks for where there are `images` training images of so many `classes`.

    Raises board-unknown and board-not-fast.
    """
    settings = request.settings
    assert settings is not None
    if request.preset is not None:
        from_scratch = not starts_elsewhere(settings)
        settings = settings_for_images(
            settings, request.preset, images, request.own, from_scratch=from_scratch
        )
    return _fast(settings, request.board, classes) if request.fast and request.board else settings


def _fast(settings: RunSettings, board: str, classes: int) -> RunSettings:
    """`settings` with the image size and the width that are fast on a board; nothing becomes larger."""
    profile = board_profile(board)
    limit = FAST_MILLISECONDS[profile.chip_id]
    own = estimate(profile, predicted_figures(settings, classes))
    if own.fits and own.latency_ms < limit:
        return settings
    found = fast_candidate(profile, network_shape(settings, classes))
    if found is None:
        raise BoardError("board-not-fast", board=profile.name, limit=f"{limit:g}")
    data = msgspec.structs.replace(settings.data, image_size=found[0].image_size)
    network = msgspec.structs.replace(settings.network, width=found[0].width)
    return msgspec.structs.replace(settings, data=data, network=network)


def check_start(folder: RunFolder, record: RunRecord) -> None:
    """Read the weights that training is going to start from, if it is.

    Raises what `start_weights_path`, `imported_weights` and `read_starting_network` raise.
    """
    settings = record.settings
    source = settings.train.start_weights
    if source is None or not starts_elsewhere(settings):
        return
    if record.is_done("train") or _has_trained(folder, record):
        return
    path = start_weights_path(source, settings.network)
    if source == START_SHIPPED:
        from core.networks.starting import read_starting_network

        read_starting_network(path)
        return
    channels = 1 if settings.data.gray else 3
    shape = NetworkShape(settings.network, settings.data.image_size, channels, _ANY_CLASSES)
    imported_weights(path, settings.network, architecture(shape))


def _has_trained(folder: RunFolder, record: RunRecord) -> bool:
    """Whether training goes on from epochs of its own."""
    train = record.stages["train"]
    if train.state != "started" or train.fingerprint != fingerprints(record.settings)["train"]:
        return False
    # From epochs that cannot be used it starts again, with the weights that it started from.
    with contextlib.suppress(UnusableCheckpoint):
        return Checkpoint(folder.checkpoints, "train").load() is not None
    return False


def _check_finished(folder: RunFolder, record: RunRecord) -> None:
    """Raise run-record-damaged rather than have finished stages made anew that nobody asked for."""
    now = fingerprints(record.settings)
    for stage, own in record.stages.items():
        if own.state == "done" and own.fingerprint != now[stage]:
            detail = f"The settings are not those that the stage {stage} was finished with."
            raise RunError("run-record-damaged", detail=detail, path=folder.record)


def _settings(folder: RunFolder, request: RunRequest, existing: RunRecord) -> RunSettings:
    """What is asked of a run that has been begun."""
    if request.settings is None:
        return existing.settings
    if request.preset is None and not request.fast:
        return request.settings
    try:
        data = read_data_record(folder.data)
    except SqueezeError:
        data = None
    # Without a number it came no further than to its settings.
    if data is None or data.training_images is None:
        return existing.settings
    return settings_for(request, data.training_images, len(data.classes))


def _first(request: RunRequest) -> int:
    """How many stages must be done already."""
    return STAGES.index(request.start_from) if request.start_from else 0


def _existing(folder: RunFolder, request: RunRequest) -> RunRecord | None:
    try:
        return folder.read_record()
    except SqueezeError as error:
        if error.code == "run-not-found" and request.settings is not None:
            return None
        raise


def _new(request: RunRequest) -> RunRecord:
    assert request.settings is not None
    if request.start_from not in (None, STAGES[0]):
        raise RunError("stage-missing", stage=request.start_from, needed=STAGES[0])
    return new_record(request.settings, request.board)
