"""The work of each stage: make its file, then measure that file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.datasets.store import LoadedSplit
from core.errors import RUN_DAMAGED, SqueezeError
from core.pipeline.data import RunData
from core.pipeline.measuring import Details, Measured, gzip_bytes, measured
from core.pipeline.predictors import KerasPredictor, Predictor
from core.pipeline.run_folder import RunFolder
from core.pipeline.summary import NetworkFigures, StageFigures
from core.settings import RunSettings, Stage
from core.task import Task

if TYPE_CHECKING:
    from core.training.feed import LabelledPictures, TrainingData


@dataclass(frozen=True)
class StageContext:
    """What a stage works with."""

    settings: RunSettings
    folder: RunFolder
    data: RunData
    task: Task

    def training_data(self) -> TrainingData:
        """What a stage may learn from: the test split is not in it."""
        from core.training.feed import TrainingData

        return TrainingData(
            _labelled(self.data.train), _labelled(self.data.validation), len(self.data.classes)
        )


@dataclass(frozen=True)
class StageResult:
    """A stage's figures and details; `network` where the stage is the one that makes it.

    The seconds in `figures` are not known here, and 0.
    """

    figures: StageFigures
    details: Details
    network: NetworkFigures | None = None


def perform_stage(stage: Stage, context: StageContext) -> StageResult:
    """Do a stage's work from where it was left. Raises what the stage itself raises."""
    return _STAGES[stage](context)


def _train(context: StageContext) -> StageResult:
    from core.training.train import train

    settings, folder = context.settings, context.folder
    trained = train(settings, context.training_data(), folder.file("train"), folder.checkpoints, context.task)
    network = NetworkFigures(
        name=settings.network.name,
        width=settings.network.width,
        image_size=settings.data.image_size,
        channels=1 if settings.data.gray else 3,
        parameters=trained.parameters,
        macs=trained.macs,
    )
    return _keras_result("train", context, network)


def _prune(context: StageContext) -> StageResult:
    from core.compression.pruning import prune

    folder = context.folder
    best_weights = folder.checkpoints / "train-best.npz"
    if not best_weights.is_file():
        raise SqueezeError(RUN_DAMAGED, path=best_weights, stage="train")
    prune(context.settings, context.training_data(), folder.file("prune"), folder.checkpoints, context.task)
    return _keras_result("prune", context)


def _quantize(context: StageContext) -> StageResult:
    from core.compression.quantization import quantize

    folder = context.folder
    quantize(
        context.settings,
        context.training_data(),
        folder.file("prune"),
        folder.file("quantize"),
        folder.checkpoints,
        context.task,
    )
    raise NotImplementedError


def _keras_result(stage: Stage, context: StageContext, network: NetworkFigures | None = None) -> StageResult:
    from core.networks.measure import convolutions, sparsity

    predictor = KerasPredictor(context.folder.file(stage))
    layers = tuple(
        {
            "name": name,
            "shape": tuple(layer.kernel.shape),
            "sparsity": float((layer.kernel.numpy() == 0).mean()),
        }
        for name, layer in convolutions(predictor.model).items()
    )
    answered = _measured(predictor, context)
    figures = _figures(stage, context, predictor, answered, sparsity(predictor.model))
    return StageResult(figures, _details(stage, answered, layers), network)


def _measured(predictor: Predictor, context: StageContext) -> Measured:
    context.task.status("Measuring on the test pictures")
    return measured(predictor, context.data.test, context.data.classes, context.task)


def _figures(
    stage: Stage, context: StageContext, predictor: Predictor, answered: Measured, sparsity: float
) -> StageFigures:
    path = context.folder.file(stage)
    score = answered.score
    return StageFigures(
        name=stage,
        seconds=0.0,
        accuracy=score.accuracy,
        accuracy_interval=(score.interval.low, score.interval.high),
        loss=score.loss,
        file=path.name,
        bytes=path.stat().st_size,
        gzip_bytes=gzip_bytes(path),
        runtime=predictor.runtime,
        sparsity=sparsity,
    )


def _details(stage: Stage, answered: Measured, layers: tuple[Mapping[str, object], ...]) -> Details:
    return Details(
        stage=stage,
        classes=answered.class_scores,
        confusion=tuple(tuple(row) for row in answered.confusion.tolist()),
        mistakes=answered.mistakes,
        layers=layers,
    )


def _labelled(split: LoadedSplit) -> LabelledPictures:
    from core.training.feed import LabelledPictures

    return LabelledPictures(split.pictures, split.labels)


_STAGES: dict[Stage, Callable[[StageContext], StageResult]] = {
    "train": _train,
    "prune": _prune,
    "quantize": _quantize,
}
