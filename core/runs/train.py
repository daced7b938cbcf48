"""The stage Train: a trained network, how large its file will be in the end, and what to expect of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from core.compression.prediction import predicted_sizes
from core.evaluation.estimate import EstimatedAccuracy
from core.networks.start_weights import starts_elsewhere
from core.runs.stage import LIBRARIES, StageContext, StageResult, keras_result, labeled
from core.runs.summary import AccuracyEstimate, NetworkFigures

_PREDICTION_IMAGES = 64


def perform(context: StageContext) -> StageResult:
    """Train the network. Raises what `train` raises; `Cancelled`, with the finished epochs kept."""
    with context.task.span(LIBRARIES):
        from core.compression.filters import kernels_left
        from core.compression.quantization import calibration_images
        from core.training.train import train

    settings, folder, data = context.settings, context.folder, context.training_data()
    context.say_preparing()
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
    result = keras_result("train", context, network)
    images = calibration_images(data.training, _PREDICTION_IMAGES)
    with context.task.span("predict sizes"):
        kernels = kernels_left(trained.model, settings.prune.filters, images)
        sizes = predicted_sizes(kernels, settings.prune, settings.quantize)
    details = msgspec.structs.replace(result.details, predicted_sizes=sizes)
    figures = msgspec.structs.replace(result.figures, estimate=_estimate(context))
    return replace(result, figures=figures, details=details)


def _estimate(context: StageContext) -> AccuracyEstimate | None:
    """The accuracy to expect of new images, where few were there to measure it on."""
    from core.evaluation.estimating import estimate

    settings, data = context.settings, context.data
    splits = [labeled(split) for split in (data.train, data.validation, data.test)]
    with context.task.span("estimate the accuracy"):
        estimated = estimate(settings, splits, data.groups, len(data.classes), context.task)
    if estimated is None:
        return None
    return estimate_figures(estimated, data.classes, from_scratch=not starts_elsewhere(settings))


def estimate_figures(
    estimated: EstimatedAccuracy, classes: Sequence[str], *, from_scratch: bool
) -> AccuracyEstimate:
    """What summary.json has of an estimated accuracy; `from_scratch` is how the run itself began."""
    return AccuracyEstimate(
        accuracy=estimated.accuracy,
        interval=(estimated.interval.low, estimated.interval.high),
        images=estimated.images,
        groups=estimated.groups,
        repeats=estimated.repeats,
        one_burst=tuple(classes[label] for label in estimated.one_group),
        from_scratch=from_scratch,
    )
