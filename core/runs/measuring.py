"""What a finished stage's file is worth, measured on the file itself over the test split."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.compression.prediction import PredictedSize
from core.datasets.store import LoadedSplit
from core.evaluation.accuracy import Score, score
from core.evaluation.confidence import sure_from
from core.evaluation.confusion import (
    ClassScore,
    Mistake,
    class_scores,
    confusion_matrix,
    mean_class_accuracy,
    right_in_top,
    worst_mistakes,
)
from core.figures import Amount, Count, Decibels, Fraction
from core.reading import resolved
from core.runs.predictors import Answers, Predictor
from core.runs.summary import Threshold, UnrelatedFigures
from core.settings import DataSettings, Stage
from core.task import Task

if TYPE_CHECKING:
    from core.runs.data import RunData

DETAILS_FORMAT = 1


class NetworkLayer(msgspec.Struct, frozen=True):
    """A layer in the details of training and pruning; `shape` is height, width, inputs, filters."""

    name: str
    shape: tuple[Count, Count, Count, Count]
    weights: Count
    sparsity: Fraction
    filters_before: Count | None = None


class FileLayer(msgspec.Struct, frozen=True):
    """A layer in the details of quantization and coding: a `LayerInspection` with what is known beside it."""

    name: str
    sparsity: Fraction
    bits: Amount
    bytes: Count
    layer: str | None = None
    table: Count | None = None
    plain_bytes: Count | None = None
    weight_bits: Count | None = None
    weight_snr_db: Decibels | None = None
    output_snr_db: Decibels | None = None


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """The content of details/<stage>.json. `confusion` has a row for each class, a column for each answer.

    `layers` have what a `NetworkLayer` or `FileLayer` has, and more. `predicted_sizes`, of the Train stage
    only, say how large huffman.tflite will be by sparsity.
    """

    format: int = DETAILS_FORMAT
    stage: Stage
    classes: tuple[ClassScore, ...]
    confusion: tuple[tuple[Count, ...], ...]
    mistakes: tuple[Mistake, ...]
    layers: tuple[Mapping[str, object], ...] = ()
    predicted_sizes: tuple[PredictedSize, ...] = ()

    def __post_init__(self) -> None:
        """Raises `msgspec.ValidationError` for layers that are none, `ValueError` for another confusion."""
        kind = NetworkLayer if self.stage in ("train", "prune") else FileLayer
        msgspec.convert(self.layers, resolved(tuple[kind, ...]))  # type: ignore[valid-type]
        if {len(self.classes)} != {len(self.confusion), *map(len, self.confusion)}:
            raise ValueError("the confusion is not one of its classes")


@dataclass(frozen=True)
class Measured:
    """What a model answered for a split, and how right it was; see `StageFigures` for the accuracies."""

    score: Score
    class_accuracy: float
    top5_accuracy: float | None
    confusion: NDArray[np.int64]
    class_scores: tuple[ClassScore, ...]
    mistakes: tuple[Mistake, ...]


def measured(answers: Answers, split: LoadedSplit, classes: Sequence[str]) -> Measured:
    """Score a model's answers for a split."""
    probabilities = answers.probabilities
    confusion = confusion_matrix(probabilities.argmax(axis=1), split.labels, len(classes))
    in_top = right_in_top(probabilities, split.labels)
    scores = class_scores(confusion, classes, in_top)
    return Measured(
        score(probabilities, split.labels, answers.least_probability),
        mean_class_accuracy(scores),
        None if in_top is None else int(in_top.sum()) / len(split),
        confusion,
        scores,
        worst_mistakes(probabilities, split.labels, split.names, classes),
    )


def measured_threshold(
    predictor: Predictor, test: Answers, data: RunData, settings: DataSettings, task: Task
) -> Threshold | None:
    """Calibrate on the validation images which answers are sure, and see what that comes to.

    `test` are the model's answers for the test images. None where it is right about no validation image.
    Raises what `unrelated_images` raises; `Cancelled`.
    """
    # The window reads details with this module, and draws no scenes.
    from core.runs.unrelated import unrelated_images

    validation = predictor.probabilities(data.validation.images, task)
    correct = validation.argmax(axis=1) == data.validation.labels
    calibrated = sure_from(validation.max(axis=1), correct, predictor.classes)
    if calibrated is None:
        return None
    least, code = predictor.nearest(calibrated)
    unrelated = unrelated_images(settings, data, task)
    rejected = predictor.probabilities(np.concatenate(list(unrelated.values())), task).max(axis=1) < least
    ends = np.cumsum([len(images) for images in unrelated.values()])[:-1]
    threshold = Threshold(
        probability=least,
        score=code,
        correct_images=int(correct.sum()),
        passed=float((validation.max(axis=1)[correct] >= least).mean()),
        test_sure=0.0,
        unrelated=tuple(
            UnrelatedFigures(kind=kind, images=len(part), rejected=float(part.mean()))
            for kind, part in zip(unrelated, np.split(rejected, ends), strict=True)
        ),
    )
    return tested_threshold(threshold, test, data.test)


def tested_threshold(threshold: Threshold, answers: Answers, test: LoadedSplit) -> Threshold:
    """A threshold, with what it does to a model's answers for the test images."""
    sure = answers.probabilities.max(axis=1) >= threshold.probability
    correct = answers.probabilities.argmax(axis=1) == test.labels
    accuracy = float(correct[sure].mean()) if sure.any() else None
    return msgspec.structs.replace(threshold, test_sure=float(sure.mean()), test_accuracy=accuracy)


def gzip_bytes(path: Path) -> int:
    """The size of the file after gzip at its best: the figure that other projects give for sparse models."""
    return len(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))
