"""What the four stages have in common: what they work with, and how their files are measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core.datasets.store import LoadedSplit
from core.runs.data import RunData
from core.runs.folder import RunFolder
from core.runs.measuring import Details, gzip_bytes, measured, measured_threshold
from core.runs.predictors import Answers, KerasPredictor, Predictor, answers_of
from core.runs.summary import NetworkFigures, StageFigures, Threshold
from core.settings import RunSettings, Stage
from core.task import Task

if TYPE_CHECKING:
    from core.training.feed import LabeledImages, TrainingData

LIBRARIES = "start the libraries"
"""What the time of their imports is called in a profile."""


@dataclass(frozen=True)
class StageContext:
    """What a stage works with."""

    settings: RunSettings
    folder: RunFolder
    data: RunData
    task: Task

    def say_preparing(self) -> None:
        """Tell that the network is made, or read, before there is progress to be told."""
        self.task.status("Preparing the network")

    def training_data(self) -> TrainingData:
        """What a stage may learn from: the test split is not in it."""
        from core.training.feed import TrainingData

        return TrainingData(labeled(self.data.train), labeled(self.data.validation), len(self.data.classes))


@dataclass(frozen=True)
class StageResult:
    """A stage's figures and details; `network` where the stage is the one that makes it.

    The seconds in `figures` are not known here, and 0.
    """

    figures: StageFigures
    details: Details
    network: NetworkFigures | None = None


def labeled(split: LoadedSplit) -> LabeledImages:
    """A split as training takes it."""
    from core.training.feed import LabeledImages

    return LabeledImages(split.images, split.labels, split.groups)


def keras_result(stage: Stage, context: StageContext, network: NetworkFigures | None = None) -> StageResult:
    """What a stage's Keras file is worth, measured on the file. Raises `Cancelled`."""
    from core.networks.measure import convolutions, multiply_accumulates, parameter_count, sparsity

    with context.task.span("read the file"):
        predictor = KerasPredictor(context.folder.file(stage))
    layers = tuple(
        {
            "name": name,
            "shape": tuple(layer.kernel.shape),
            "weights": int(np.prod(layer.kernel.shape)),
            "sparsity": float(np.mean(layer.kernel.numpy() == 0)),
        }
        for name, layer in convolutions(predictor.model).items()
    )
    answers = measured_answers(predictor, context)
    result = stage_result(
        stage,
        context,
        answers,
        layers=layers,
        threshold=sure_threshold(predictor, answers, context),
        sparsity=sparsity(predictor.model),
        parameters=parameter_count(predictor.model),
        macs=multiply_accumulates(predictor.model),
    )
    return replace(result, network=network)


def measured_answers(predictor: Predictor, context: StageContext) -> Answers:
    """What a model answers for the test images."""
    context.task.status("Measuring accuracy on the test images")
    with context.task.span("measure accuracy"):
        return answers_of(predictor, context.data.test.images, context.task)


def sure_threshold(predictor: Predictor, answers: Answers, context: StageContext) -> Threshold | None:
    """From which probability on a model is sure, and what that does to its `answers` for the test images."""
    context.task.status("Choosing the threshold for “not sure”")
    with context.task.span("find the threshold"):
        settings = context.settings.data
        return measured_threshold(predictor, answers, context.data, settings, context.task)


def stage_result(
    stage: Stage,
    context: StageContext,
    answers: Answers,
    *,
    layers: tuple[Mapping[str, object], ...],
    **own: Any,
) -> StageResult:
    """The figures that every stage has, with `own` beside them, and the details."""
    path = context.folder.file(stage)
    measurement = measured(answers, context.data.test, context.data.classes)
    figures = StageFigures(
        name=stage,
        seconds=0.0,
        accuracy=measurement.score.accuracy,
        accuracy_interval=(measurement.score.interval.low, measurement.score.interval.high),
        loss=measurement.score.loss,
        class_accuracy=measurement.class_accuracy,
        top5_accuracy=measurement.top5_accuracy,
        file=path.name,
        bytes=path.stat().st_size,
        gzip_bytes=gzip_bytes(path),
        runtime=answers.runtime,
        **own,
    )
    details = Details(
        stage=stage,
        classes=measurement.class_scores,
        confusion=tuple(tuple(row) for row in measurement.confusion.tolist()),
        mistakes=measurement.mistakes,
        layers=layers,
    )
    return StageResult(figures, details)
