"""A board that stays in touch, its answers beside those of a run's file."""

from __future__ import annotations

from pathlib import Path

from core.boards.live_link import Reference, live_link
from core.boards.model_image import MOST_BYTES, ModelImage, parse_model_image
from core.errors import SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.files import content_of
from core.requests import LiveRequest
from core.runs.finished_model import finished_model, samples_of
from core.runs.folder import RunFolder
from core.runs.predictors import TflitePredictor
from core.task import Task


def live(request: LiveRequest, task: Task) -> None:
    """Do with a board what commands say, until the task is to stop.

    Raises what reading the run raises, what `live_link` raises, and in the end `Cancelled`.
    """
    live_link(request.port, _reference(RunFolder(Path(request.run))) if request.run else None, task)


def _reference(folder: RunFolder) -> Reference:
    finished = finished_model(folder, "Comparing with the board")
    samples = samples_of(folder, finished)
    file = TflitePredictor(open_interpreter(finished.model), finished.name)
    flashed = flashed_image(folder)
    return Reference(
        codes=file.codes,
        samples=samples.images,
        truths=tuple(finished.labels[number] for number in samples.labels),
        model_sha256=flashed.sha256 if flashed else None,
        output=flashed.output if flashed else None,
    )


def flashed_image(folder: RunFolder) -> ModelImage | None:
    """The model image that was written last; None when there is none that can be read."""
    try:
        return parse_model_image(content_of(folder.model_image, MOST_BYTES))
    except (OSError, SqueezeError):
        return None
