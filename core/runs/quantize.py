"""The stage Quantize: an int8 .tflite of the pruned network, calibrated, and what rounding changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from core.compression.sizes import LayerInspection, inspect
from core.compression.slimming import slim
from core.evaluation.changes import Changes, changed_answers
from core.evaluation.confidence import fit_temperature, logits_model, with_temperature
from core.evaluation.interpreters import open_interpreter
from core.files import write_whole
from core.runs.measuring import Details
from core.runs.predictors import KerasPredictor, TflitePredictor, open_predictor
from core.runs.stage import (
    LIBRARIES,
    StageContext,
    StageResult,
    measured_answers,
    stage_result,
    sure_threshold,
)
from core.runs.stage_details import Layers, QuantizeDetails, fields_of
from core.runs.tflite_figures import tflite_figures
from core.settings import QuantizeMethod

if TYPE_CHECKING:
    from core.evaluation.sqnr import LayerSqnr

_SNR_IMAGES = 16
_TEMPERATURE_IMAGES = 512


def perform(context: StageContext) -> StageResult:
    """Quantize the pruned network. Raises what `quantize` and `slim` raise; `Cancelled`, as for training."""
    with context.task.span(LIBRARIES):
        from core.compression.quantization import calibration_images, quantize
        from core.evaluation.sqnr import layer_sqnr

    settings, folder, data, task = context.settings, context.folder, context.training_data(), context.task
    path = folder.file("quantize")
    context.say_preparing()
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
    answers = measured_answers(predictor, context)
    threshold = sure_threshold(predictor, answers, context)
    if threshold is not None:
        threshold = msgspec.structs.replace(threshold, temperature=temperature)
    with task.span("measure memory"):
        inspection = inspect(slimmed, path.name)
        own = tflite_figures(inspection, slimmed, path.name)
    task.status("Comparing with the float model")
    images = calibration_images(data.training, _SNR_IMAGES)
    with task.span("compare with floats"):
        sqnrs = layer_sqnr(quantized.network, slimmed, images, task)
    layers = quantized_layers(inspection.layers, sqnrs, quantized.weight_bits)
    result = stage_result("quantize", context, answers, layers=layers, threshold=threshold, **own)
    with task.span("read the file"):
        pruned = KerasPredictor(folder.file("prune"))
    before = measured_answers(pruned, context)
    changed = changed_answers(
        before.probabilities,
        answers.probabilities,
        context.data.test.labels,
        context.data.test.names,
        context.data.classes,
    )
    details = quantize_details(result.details, settings.quantize.method, len(images), changed)
    return replace(result, details=details)


def _temperature(model: bytes, context: StageContext) -> float:
    """What the logits of an int8 .tflite are to be divided by, from some of the validation images."""
    context.task.status("Calibrating the probabilities")
    validation = context.data.validation
    spread = np.linspace(0, len(validation) - 1, min(_TEMPERATURE_IMAGES, len(validation))).astype(np.int64)
    predictor = TflitePredictor(open_interpreter(logits_model(model)))
    logits = predictor.probabilities(validation.images[spread], context.task)
    return fit_temperature(logits, validation.labels[spread])


def quantized_layers(
    layers: Sequence[LayerInspection], sqnrs: Sequence[LayerSqnr], bits: Mapping[str, int]
) -> Layers:
    """The layers of int8.tflite, with their names in the network, their bits and what is left of them."""
    return tuple(
        msgspec.to_builtins(layer)
        | {
            "layer": sqnr.layer,
            "weight_bits": None if sqnr.layer is None else bits[sqnr.layer],
            "weight_snr_db": sqnr.weight_snr_db,
            "output_snr_db": sqnr.output_snr_db,
        }
        for layer, sqnr in zip(layers, sqnrs, strict=True)
    )


def quantize_details(
    details: Details, method: QuantizeMethod, snr_images: int, changed: Changes
) -> QuantizeDetails:
    """`details` with what quantization changed."""
    return QuantizeDetails(**fields_of(details), method=method, snr_images=snr_images, changed=changed)
