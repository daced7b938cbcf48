"""Any stage's model file as one thing: pictures in, class probabilities out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import MODEL_NOT_FOUND, MODEL_UNREADABLE, SqueezeError
from core.evaluation.accuracy import LEAST_PROBABILITY
from core.pipeline.summary import Runtime
from core.requests import RuntimeChoice
from core.task import Task

_KERAS_CHUNK = 1024
"""Pictures between two looks at whether to stop; Keras splits them into batches."""


class Predictor(Protocol):
    """A model that runs.

    `runtime` says in what; `least_probability` is half the step of its output, or Keras' epsilon. It takes
    pictures of `image_size` with `channels` and tells `classes` apart.
    """

    runtime: Runtime
    least_probability: float
    image_size: int
    channels: int
    classes: int

    def probabilities(self, pictures: NDArray[np.uint8], task: Task) -> NDArray[np.float64]:
        """Probabilities (N, classes) for pictures (N, size, size, channels), with progress."""
        ...


class KerasPredictor:
    """A .keras file, run by Keras."""

    runtime: Runtime = "keras"
    least_probability = LEAST_PROBABILITY

    def __init__(self, path: Path) -> None:
        from core.backend import keras

        try:
            self.model = keras.models.load_model(path, compile=False)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SqueezeError(MODEL_UNREADABLE, detail=str(error), path=path) from error
        _, self.image_size, _, self.channels = self.model.input_shape
        self.classes = self.model.output_shape[-1]

    def probabilities(self, pictures: NDArray[np.uint8], task: Task) -> NDArray[np.float64]:
        from core.training.fit import predictions

        meter = task.progress(len(pictures), "pictures")
        parts = []
        for start in range(0, len(pictures), _KERAS_CHUNK):
            task.check_cancelled()
            chunk = pictures[start : start + _KERAS_CHUNK]
            parts.append(predictions(self.model, chunk))
            meter.advance(len(chunk))
        return np.concatenate(parts).astype(np.float64)


def open_predictor(path: Path, runtime: RuntimeChoice | None = None) -> Predictor:
    """The model in a file.

    Raises MODEL_NOT_FOUND, MODEL_UNREADABLE, MODEL_NOT_INT8 and MODEL_NOT_RUNNABLE.
    """
    if not path.is_file():
        raise SqueezeError(MODEL_NOT_FOUND, path=path)
    return KerasPredictor(path)
