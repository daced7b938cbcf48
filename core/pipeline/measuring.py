"""What a finished stage's file is worth, measured on the file itself over the test split."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.compression.prediction import PredictedSize
from core.datasets.store import LoadedSplit
from core.evaluation.accuracy import Score, score
from core.evaluation.confusion import (
    ClassScore,
    Mistake,
    class_scores,
    confusion_matrix,
    mean_class_accuracy,
    right_in_top,
    worst_mistakes,
)
from core.pipeline.predictors import Answers
from core.settings import Stage

DETAILS_FORMAT = 1


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """The content of details/<stage>.json. `confusion` has a row for each class, a column for each answer.

    `predicted_sizes`, of the Train stage only, say how large huffman.tflite will be by sparsity.
    """

    format: int = DETAILS_FORMAT
    stage: Stage
    classes: tuple[ClassScore, ...]
    confusion: tuple[tuple[int, ...], ...]
    mistakes: tuple[Mistake, ...]
    layers: tuple[Mapping[str, object], ...] = ()
    predicted_sizes: tuple[PredictedSize, ...] = ()


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


def gzip_bytes(path: Path) -> int:
    """The size of the file after gzip at its best: the figure that other projects give for sparse models."""
    return len(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))
