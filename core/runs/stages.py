"""The work of each stage: make its file, then measure that file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from core.compression.coding import compress_model
from core.compression.prediction import predicted_sizes
from core.compression.sizes import inspect
from core.compression.slimming import slim
from core.datasets.store import LoadedSplit
from core.errors import RunError
from core.evaluation.changes import changed_answers
from core.evaluation.confidence import fit_temperature, logits_model, with_temperature
from core.evaluation.interpreters import open_interpreter
from core.files import write_whole
from core.networks.start_weights import starts_elsewhere
from core.runs.data import RunData
from core.runs.folder import RunFolder
from core.runs.measuring import (
    Details,
    estimate_figures,
    gzip_bytes,
    measured,
    measured_threshold,
    tested_threshold,
)
from core.runs.predictors import (
    Answers,
    KerasPredictor,
    Predictor,
    TflitePredictor,
    answers_of,
    open_predictor,
    proved_answers,
)
from core.runs.stage_details import (
    Proofs,
    coded_layers,
    huffman_details,
    prune_details,
    quantize_details,
    quantized_layers,
    read_details,
)
from core.runs.summary import AccuracyEstimate, NetworkFigures, StageFigures, Threshold
from core.runs.tflite_figures import tflite_figures
from core.settings import RunSettings, Stage
from core.task import Task
from core.training.checkpoint import Checkpoint

if TYPE_CHECKING:
    from core.training.feed import LabeledImages, TrainingData

_PREPARING = "Preparing the network"
_LIBRARIES = "start the libraries"
_SNR_IMAGES = 16
_PREDICTION_IMAGES = 64
_TEMPERATURE_IMAGES = 512


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
    with context.task.span(_LIBRARIES):
        from core.compression.filters import kernels_left
        from core.compression.quantization import calibration_images
        from core.training.train import train

    settings, folder, data = context.settings, context.folder, context.training_data()
    context.task.status(_PREPARING)
    with context.task.span("make the network"):
        trained = train(settings, data, folder.file("train"), folder.checkpoints, context.task)
    network = NetworkFigures(
        name=settings.network.name,
        width=settings.network.width,
        image_size=settings.data.image_size,
        channels=1 if settings.data.gray else 3,
        parameters=trained.parameters,
        macs=trained.macs,
    )
    result = _keras_result("train", context, network)
    pictures = calibration_images(data.training, _PREDICTION_IMAGES)
    with context.task.span("predict sizes"):
        kernels = kernels_left(trained.model, settings.prune.filters, pictures)
        sizes = predicted_sizes(kernels, settings.prune, settings.quantize)
    details = msgspec.structs.replace(result.details, predicted_sizes=sizes)
    figures = msgspec.structs.replace(result.figures, estimate=_estimate(context))
    return replace(result, figures=figures, details=details)


def _estimate(context: StageContext) -> AccuracyEstimate | None:
    """The accuracy to expect of new pictures, where few were there to measure it on."""
    from core.evaluation.estimating import estimate

    settings, data = context.settings, context.data
    splits = [_labelled(split) for split in (data.train, data.validation, data.test)]
    with context.task.span("estimate the accuracy"):
        found = estimate(settings, splits, data.groups, len(data.classes), context.task)
    if found is None:
        return None
    return estimate_figures(found, data.classes, from_scratch=not starts_elsewhere(settings))


def _prune(context: StageContext) -> StageResult:
    with context.task.span(_LIBRARIES):
        from core.compression.pruning import prune

    folder = context.folder
    trained = Checkpoint(folder.checkpoints, "train").trained
    if not trained.is_file():
        raise RunError("run-damaged", path=trained, stage="train")
    context.task.status(_PREPARING)
    with context.task.span("make the network"):
        pruned = prune(
            context.settings, context.training_data(), folder.file("prune"), folder.checkpoints, context.task
        )
    result = _keras_result("prune", context)
    return replace(result, details=prune_details(result.details, pruned.plan, pruned.filters_before))


def _quantize(context: StageContext) -> StageResult:
    with context.task.span(_LIBRARIES):
        from core.compression.quantization import calibration_images, quantize
        from core.evaluation.sqnr import layer_sqnr

    settings, folder, data, task = context.settings, context.folder, context.training_data(), context.task
    path = folder.file("quantize")
    task.status(_PREPARING)
    with task.span("make the network"):
        quantized = quantize(
            settings, data, folder.file("prune"), path, folder.checkpoints, task, folder.file("train")
        )
    with task.span("slim"):
        slimmed = slim(path.read_bytes())
    with task.span("calibrate"):
        temperature = _temperature(slimmed, context)
        slimmed = with_temperature(slimmed, temperature)
        write_whole(path, slimmed)
    predictor = open_predictor(path, foreign=False)
    answers = _answers(predictor, context)
    threshold = _threshold(predictor, answers, context)
    if threshold is not None:
        threshold = msgspec.structs.replace(threshold, temperature=temperature)
    with task.span("measure memory"):
        inspection = inspect(slimmed, path.name)
        own = tflite_figures(inspection, slimmed, path.name)
    task.status("Comparing with the float model")
    pictures = calibration_images(data.training, _SNR_IMAGES)
    with task.span("compare with floats"):
        fidelity = layer_sqnr(quantized.network, slimmed, pictures, task)
    layers = quantized_layers(inspection.layers, fidelity, quantized.weight_bits)
    result = _result("quantize", context, answers, layers=layers, threshold=threshold, **own)
    with task.span("read the file"):
        pruned = KerasPredictor(folder.file("prune"))
    before = _answers(pruned, context)
    changed = changed_answers(
        before.probabilities,
        answers.probabilities,
        context.data.test.labels,
        context.data.test.names,
        context.data.classes,
    )
    details = quantize_details(result.details, settings.quantize.method, len(pictures), changed)
    return replace(result, details=details)


def _huffman(context: StageContext) -> StageResult:
    folder, test = context.folder, context.data.test
    path, plain_path = folder.file("huffman"), folder.file("quantize")
    plain = plain_path.read_bytes()
    with context.task.span("code"):
        coded = compress_model(plain, context.task, context.settings.huffman, plain_path.name)
    context.task.status("Comparing the outputs of both models")
    with context.task.span("prove"):
        proved = proved_answers(plain, coded.model, test.pictures, context.task)
    with context.task.span("write the file"):
        write_whole(path, coded.model)
    with context.task.span("measure memory"):
        own = tflite_figures(coded.inspection, coded.model, path.name)
        before = inspect(plain, plain_path.name)
    proofs = Proofs(
        decoded_tensors=coded.decoded_tensors,
        tflm_tensors=proved.tflm_tensors,
        identical_outputs=len(test),
        runtime=proved.answers.runtime,
    )
    with context.task.span("sum up"):
        layers = coded_layers(coded.figures.layers, before, read_details(folder, "quantize", Details))
        result = _result(
            "huffman",
            context,
            proved.answers,
            layers=layers,
            table_bytes=coded.figures.table_bytes,
            decoded_identical=coded.figures.decoded_identical,
            identical_outputs=len(test),
            threshold=_threshold_of_plain(proved.answers, context),
            **own,
        )
        details = huffman_details(result.details, coded, before, proofs)
        return replace(result, details=details)


def _keras_result(stage: Stage, context: StageContext, network: NetworkFigures | None = None) -> StageResult:
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
    answers = _answers(predictor, context)
    result = _result(
        stage,
        context,
        answers,
        layers=layers,
        threshold=_threshold(predictor, answers, context),
        sparsity=sparsity(predictor.model),
        parameters=parameter_count(predictor.model),
        macs=multiply_accumulates(predictor.model),
    )
    return replace(result, network=network)


def _answers(predictor: Predictor, context: StageContext) -> Answers:
    context.task.status("Measuring accuracy on the test images")
    with context.task.span("measure accuracy"):
        return answers_of(predictor, context.data.test.pictures, context.task)


def _temperature(model: bytes, context: StageContext) -> float:
    """What the logits of an int8 .tflite are to be divided by, from some of the validation images."""
    context.task.status("Calibrating the probabilities")
    validation = context.data.validation
    spread = np.linspace(0, len(validation) - 1, min(_TEMPERATURE_IMAGES, len(validation))).astype(np.int64)
    predictor = TflitePredictor(open_interpreter(logits_model(model)))
    logits = predictor.probabilities(validation.pictures[spread], context.task)
    return fit_temperature(logits, validation.labels[spread])


def _threshold(predictor: Predictor, answers: Answers, context: StageContext) -> Threshold | None:
    context.task.status("Choosing the threshold for “not sure”")
    with context.task.span("find the threshold"):
        settings = context.settings.data
        return measured_threshold(predictor, answers, context.data, settings, context.task)


def _threshold_of_plain(answers: Answers, context: StageContext) -> Threshold | None:
    """The threshold of int8.tflite, whose answers the coded file gives, with what it does to `answers`."""
    plain = context.folder.read_summary().of("quantize")
    if plain is None or plain.threshold is None:
        # The plain file was made before there were thresholds.
        return _threshold(open_predictor(context.folder.file("quantize"), foreign=False), answers, context)
    return tested_threshold(plain.threshold, answers, context.data.test)


def _result(
    stage: Stage,
    context: StageContext,
    answers: Answers,
    *,
    layers: tuple[Mapping[str, object], ...],
    **own: Any,
) -> StageResult:
    """The figures that every stage has, with `own` beside them, and the details."""
    path = context.folder.file(stage)
    found = measured(answers, context.data.test, context.data.classes)
    figures = StageFigures(
        name=stage,
        seconds=0.0,
        accuracy=found.score.accuracy,
        accuracy_interval=(found.score.interval.low, found.score.interval.high),
        loss=found.score.loss,
        class_accuracy=found.class_accuracy,
        top5_accuracy=found.top5_accuracy,
        file=path.name,
        bytes=path.stat().st_size,
        gzip_bytes=gzip_bytes(path),
        runtime=answers.runtime,
        **own,
    )
    details = Details(
        stage=stage,
        classes=found.class_scores,
        confusion=tuple(tuple(row) for row in found.confusion.tolist()),
        mistakes=found.mistakes,
        layers=layers,
    )
    return StageResult(figures, details)


def _labelled(split: LoadedSplit) -> LabeledImages:
    from core.training.feed import LabeledImages

    return LabeledImages(split.pictures, split.labels, split.groups)


_STAGES: dict[Stage, Callable[[StageContext], StageResult]] = {
    "train": _train,
    "prune": _prune,
    "quantize": _quantize,
    "huffman": _huffman,
}
