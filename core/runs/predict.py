"""What a model file sees in a few images."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets.images import read_image
from core.errors import ModelError, SqueezeError
from core.evaluation.heat_map import overlay
from core.files import content_of
from core.outputs import check_output, output_file
from core.requests import PredictRequest
from core.runs.folder import RunFolder, sha256
from core.runs.predictors import KerasPredictor, heat_of, open_predictor
from core.runs.results import Answer, Prediction, Predictions
from core.task import Task

LABELS = "labels.txt"
_HEAT_MAP_SIDE = 480
"""Pixels of an image of where a network looked."""


def predict(request: PredictRequest, task: Task) -> Predictions:
    """Raises what opening the model, reading the images and writing a heat map raises; `Cancelled`.

    A heat map is written of the first image, and refused with model-without-gradients for a .tflite.
    """
    path, heat_map = Path(request.model), Path(request.heat_map) if request.heat_map else None
    if heat_map is not None:
        check_output(heat_map, replace=request.replace)
    predictor = open_predictor(path, request.runtime)
    if heat_map is not None and not isinstance(predictor, KerasPredictor):
        raise ModelError("model-without-gradients", path=path)
    gray = predictor.channels == 1
    read = [
        read_image(Path(image), predictor.image_size, gray=gray)
        for image in task.track(request.images, len(request.images), "pictures")
    ]
    probabilities = predictor.probabilities(np.stack(read), task)
    if heat_map is not None and isinstance(predictor, KerasPredictor):
        _write_heat_map(heat_map, predictor, read[0], int(probabilities[0].argmax()), replace=request.replace)
    names = class_names(path, predictor.classes)
    least = sure_from(path)
    return Predictions(
        model=request.model,
        runtime=predictor.runtime,
        sure_from=least,
        heat_map=request.heat_map,
        predictions=tuple(
            Prediction(
                image,
                tuple(Answer(names[i], float(row[i])) for i in np.argsort(-row, kind="stable")),
                least is None or bool(row.max() >= least),
            )
            for image, row in zip(request.images, probabilities, strict=True)
        ),
    )


def _write_heat_map(
    path: Path, predictor: KerasPredictor, image: NDArray[np.uint8], number: int, *, replace: bool
) -> None:
    picture = overlay(image, heat_of(predictor)(image, number), _HEAT_MAP_SIDE)
    with output_file(path, replace=replace) as temporary:
        picture.save(temporary, "PNG")


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
