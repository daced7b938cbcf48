"""How a run's model goes together with its board, as well as it is known at each moment of the run."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.boards.model_image import image_of_model
from core.boards.profiles import BoardProfile, board_block, profile_for_run
from core.boards.resource_estimate import (
    ResourceEstimate,
    estimate,
    estimate_of_settings,
    figures_of_model,
    network_shape,
    with_suggestion,
)
from core.errors import SqueezeError
from core.evaluation.interpreter_process import measure_arena
from core.events import BoardFit, Log
from core.files import content_of
from core.runs.folder import RunFolder, tflite_file
from core.runs.record import RunRecord
from core.runs.stage_details import PruneDetails, read_details
from core.runs.summary import BoardFigures, NearestFit
from core.settings import RunSettings, Stage
from core.task import Task
from core.tflite.tflm import ArenaFigures, tflm_available

_KILO = 1000
_BASES = {
    "predicted": "expected from the settings",
    "measured": "measured with {file}",
    "reported": "as the board reports",
}


def measured_arena(path: Path) -> ArenaFigures | None:
    """What TFLM needs for a file; None where there is no TFLM. Raises what `measure_arena` raises."""
    return measure_arena(content_of(path), path.name) if tflm_available() else None


def fit_of_model(
    profile: BoardProfile,
    settings: RunSettings,
    labels: tuple[str, ...],
    model: bytes,
    measured: ArenaFigures | None,
) -> ResourceEstimate:
    """The fit of a run's .tflite, whose arena was `measured` here. Raises what `image_of_model` raises."""
    image = image_of_model(model, labels, board_block(profile))
    resources = estimate(profile, figures_of_model(model, len(image), measured))
    return with_suggestion(resources, profile, network_shape(settings, len(labels)))


def report_fit(
    record: RunRecord, classes: tuple[str, ...], folder: RunFolder, after: Stage | None, task: Task
) -> BoardFigures | None:
    """Report how the model fits the record's board after a stage, and return the summary's entry.

    None for a run without a board, and where a model that cannot be put on any board has no fit: that is
    said, and does not end the run.
    """
    if record.board is None:
        return None
    file = tflite_file(after)
    try:
        profile = profile_for_run(None, record.board)
        resources = fit_of_run(record, classes, folder, after, profile)
    except SqueezeError as error:
        task.report(Log(level="warning", text=str(error)))
        return None
    task.report(fit_event(resources, profile, file))
    return board_figures(resources, file)


def fit_of_run(
    record: RunRecord, classes: tuple[str, ...], folder: RunFolder, after: Stage | None, profile: BoardProfile
) -> ResourceEstimate:
    """How the model of a run fits a board after a stage: measured on its .tflite as soon as there is one.

    Raises what `image_of_model` and `measure_arena` raise; `OSError` when the file cannot be read.
    """
    if file := tflite_file(after):
        path = folder.path / file
        return fit_of_model(profile, record.settings, classes, content_of(path), measured_arena(path))
    settings = _as_pruned(record.settings, folder) if after == "prune" else record.settings
    return estimate_of_settings(profile, settings, len(classes))


def _as_pruned(settings: RunSettings, folder: RunFolder) -> RunSettings:
    """The settings that lead to what the Prune stage came to, where it found that out by itself."""
    details = read_details(folder, "prune", PruneDetails)
    if details is None:
        return settings
    level = details.level
    prune = msgspec.structs.replace(settings.prune, filters=level.filters, sparsity=level.sparsity)
    return msgspec.structs.replace(settings, prune=prune)


def board_figures(resources: ResourceEstimate, measured_on: str = "") -> BoardFigures:
    """The fit as summary.json has it; `measured_on` is the file that it is the fit of."""
    nearest = resources.suggestion
    return BoardFigures(
        profile=resources.profile,
        fits=resources.fits,
        flash_bytes=resources.flash.needed,
        flash_available_bytes=resources.flash.available,
        arena_bytes=resources.memory.needed if resources.basis == "reported" else resources.arena.total,
        latency_ms=resources.latency_ms,
        basis=resources.basis,
        measured_on=measured_on,
        problems=resources.problems,
        nearest=NearestFit(nearest.image_size, nearest.width) if nearest else None,
    )


def fit_event(resources: ResourceEstimate, profile: BoardProfile, file: str = "") -> BoardFit:
    """The fit as the run reports it."""
    figures: dict[str, object] = msgspec.to_builtins(resources)
    return BoardFit(text=fit_text(resources, profile, file), fits=resources.fits, figures=figures)


def fit_text(resources: ResourceEstimate, profile: BoardProfile, file: str = "") -> str:
    """The fit in words for a person, with the nearest settings that fit where it does not."""
    basis = _BASES[resources.basis].format(file=file)
    if resources.fits:
        return (
            f"It fits {profile.name} ({basis}): {_share(resources.flash.share)} of the model partition, "
            f"{_share(resources.memory.share)} of the {resources.memory_kind} memory, "
            f"about {_duration(resources.latency_ms)} per image."
        )
    problems = " ".join(resources.problems)
    return f"It does not fit {profile.name} ({basis}). {problems} {_advice(resources)}"


def _advice(resources: ResourceEstimate) -> str:
    if resources.suggestion is None:
        return "No smaller network of this kind fits either: choose another board."
    size, width = resources.suggestion.image_size, resources.suggestion.width
    return f"The nearest that fits: --image-size {size} --width {width:g}."


def _duration(milliseconds: float) -> str:
    return f"{milliseconds / _KILO:.1f} s" if milliseconds >= _KILO else f"{milliseconds:.0f} ms"


def _share(share: float) -> str:
    return f"{share * 100:.0f} %"
