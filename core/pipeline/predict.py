"""What a model file sees in a few pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.datasets.pictures import read_picture
from core.errors import SqueezeError
from core.files import content_of
from core.pipeline.predictors import open_predictor
from core.pipeline.results import Answer, Prediction, Predictions
from core.requests import PredictRequest
from core.task import Task

LABELS = "labels.txt"


def predict(request: PredictRequest, task: Task) -> Predictions:
    """Raises what opening the model and reading the pictures raises; `Cancelled`."""
    path = Path(request.model)
    predictor = open_predictor(path, request.runtime)
    gray = predictor.channels == 1
    read = [
        read_picture(Path(picture), predictor.image_size, gray=gray)
        for picture in task.track(request.pictures, len(request.pictures), "pictures")
    ]
    probabilities = predictor.probabilities(np.stack(read), task)
    names = class_names(path, predictor.classes)
    return Predictions(
        model=request.model,
        runtime=predictor.runtime,
        predictions=tuple(
            Prediction(
                picture, tuple(Answer(names[i], float(row[i])) for i in np.argsort(-row, kind="stable"))
            )
            for picture, row in zip(request.pictures, probabilities, strict=True)
        ),
    )


def class_names(model: Path, classes: int) -> tuple[str, ...]:
    """The names in labels.txt beside the model; numbers from 1 where they do not fit or are not there."""
    try:
        names = content_of(model.parent / LABELS).decode().splitlines()
    except (OSError, UnicodeDecodeError, SqueezeError):
        names = []
    return tuple(names) if len(names) == classes else tuple(str(number + 1) for number in range(classes))
