"""What a model file sees in a few images."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.datasets.images import read_image
from core.errors import SqueezeError
from core.files import content_of
from core.requests import PredictRequest
from core.runs.folder import RunFolder, sha256
from core.runs.predictors import open_predictor
from core.runs.results import Answer, Prediction, Predictions
from core.task import Task

LABELS = "labels.txt"


def predict(request: PredictRequest, task: Task) -> Predictions:
    """Raises what opening the model and reading the images raises; `Cancelled`."""
    path = Path(request.model)
    predictor = open_predictor(path, request.runtime)
    gray = predictor.channels == 1
    read = [
        read_image(Path(image), predictor.image_size, gray=gray)
        for image in task.track(request.images, len(request.images), "pictures")
    ]
    probabilities = predictor.probabilities(np.stack(read), task)
    names = class_names(path, predictor.classes)
    least = sure_from(path)
    return Predictions(
        model=request.model,
        runtime=predictor.runtime,
        sure_from=least,
        predictions=tuple(
            Prediction(
                image,
                tuple(Answer(names[i], float(row[i])) for i in np.argsort(-row, kind="stable")),
                least is None or bool(row.max() >= least),
            )
            for image, row in zip(request.images, probabilities, strict=True)
        ),
    )


def sure_from(model: Path) -> float | None:
    """The probability from which on a run's model is sure of its answer.

    None for a file that is in no run, is not the one that its stage wrote, or was made without a threshold.
    Raises run-damaged where the stage did not write this threshold.
    """
    folder = RunFolder(model.parent)
    try:
        record, summary = folder.read_record(), folder.read_summary()
    except SqueezeError:
        return None
    for figures in summary.stages:
        is_own = figures.file == model.name and record.stages[figures.name].sha256 == sha256(model)
        if is_own and figures.threshold is not None:
            folder.require_figures(record, summary, figures.name)
            return figures.threshold.probability
    return None


def class_names(model: Path, classes: int) -> tuple[str, ...]:
    """The names in labels.txt beside the model; numbers from 1 where they do not fit or are not there."""
    try:
        names = content_of(model.parent / LABELS).decode().splitlines()
    except (OSError, UnicodeDecodeError, SqueezeError):
        names = []
    return tuple(names) if len(names) == classes else tuple(str(number + 1) for number in range(classes))
