"""What flashing a run would write where, worked out without a board."""

from __future__ import annotations

from pathlib import Path

from core.boards.firmware_bundles.bundle import PART_NAMES, Bundle, PartName, part_offsets
from core.boards.firmware_bundles.sources import bundle_file, find_bundle, shipped_folder
from core.boards.firmware_bundles.ways import firmware_ways
from core.boards.partition_table import (
    SECTOR_BYTES,
    TABLE_BYTES,
    TABLE_OFFSET,
    application_partition,
    model_partition,
)
from core.boards.profiles import BoardProfile, profile_for_run
from core.deployment.board_results import FlashPlan, PlannedPart
from core.deployment.fast_choice import fast_choice_of_run, measured_milliseconds
from core.deployment.timing import latency_basis, operator_times
from core.diagnosis import failed_event
from core.errors import SqueezeError
from core.events import Failed
from core.requests import FlashPlanRequest
from core.runs.board_fit import board_figures, fit_of_model, measured_arena
from core.runs.finished_model import LAST, finished_image, finished_model
from core.runs.folder import RunFolder
from core.tflite.memory_graph import graph_of_model

_TABLE: PartName = "partition table"


def flash_plan(request: FlashPlanRequest) -> FlashPlan:
    """What would be written to the board that is named, or the run's own, or the virtual one.

    Firmware that is not there is told in the plan, with what can bring it. Raises what reading the run
    raises, board-unknown, run-board-unknown, and pin-in-use.
    """
    folder = RunFolder(Path(request.run))
    finished = finished_model(folder, "Flashing")
    profile = profile_for_run(request.board, finished.record.board)
    file = folder.file(LAST)
    image = finished_image(finished, profile, str(file))
    is_virtual = request.virtual or profile.is_virtual
    bundle, problem = (None, None) if is_virtual else _bundle(profile)
    resources = fit_of_model(
        profile, finished.record.settings, finished.labels, finished.model, measured_arena(file)
    )
    graph = graph_of_model(finished.model)
    return FlashPlan(
        board=profile.id,
        name=profile.name,
        chip=profile.chip_id.name,
        virtual=is_virtual,
        flash_bytes=profile.flash_bytes,
        parts=(*_firmware(profile, bundle, is_virtual), _model(profile, bundle, len(image))),
        fit=board_figures(resources, finished.name),
        firmware=bundle.version if bundle else "",
        basis=latency_basis(profile, graph),
        times=operator_times(profile, graph),
        measured_ms=measured_milliseconds(finished.summary, profile),
        fast=fast_choice_of_run(folder, finished.record, len(finished.labels), profile, resources.latency_ms),
        firmware_shipped=bundle is not None and _is_shipped(profile),
        firmware_problem=problem,
        firmware_ways=firmware_ways(profile.variant) if problem else (),
    )


def _bundle(profile: BoardProfile) -> tuple[Bundle | None, Failed | None]:
    """The firmware for a board, or why there is none."""
    try:
        return find_bundle(profile.variant), None
    except SqueezeError as error:
        return None, failed_event(error)


def _is_shipped(profile: BoardProfile) -> bool:
    path = bundle_file(profile.variant)
    return path is not None and path.parent == shipped_folder()


def _firmware(profile: BoardProfile, bundle: Bundle | None, is_virtual: bool) -> tuple[PlannedPart, ...]:
    """The parts before the model; a virtual board gets the table alone."""
    offsets = part_offsets(profile.chip_id)
    rooms: dict[PartName, int] = {
        "bootloader": TABLE_OFFSET - offsets["bootloader"],
        _TABLE: SECTOR_BYTES,
        "application": application_partition().size,
    }
    sizes = {name: len(data) for name, data in bundle.parts.items()} if bundle else {}
    if is_virtual:
        sizes = {_TABLE: TABLE_BYTES}
    return tuple(
        PlannedPart(name=name, offset=offsets[name], bytes=sizes.get(name, 0), room=rooms[name])
        for name in PART_NAMES
    )


def _model(profile: BoardProfile, bundle: Bundle | None, image_bytes: int) -> PlannedPart:
    place = bundle.model_partition if bundle else model_partition(profile.flash_bytes)
    return PlannedPart(name="model", offset=place.offset, bytes=image_bytes, room=place.size)
