"""`squeeze predict`: what a model sees in images."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, get_args

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE, UsageError
from core.requests import PredictRequest, RuntimeChoice

if TYPE_CHECKING:
    from core.runs.results import Predictions

_ANSWERS_SHOWN = 3


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze predict` takes."""
    parser.add_argument("model", metavar="MODEL", help="a .keras or .tflite file")
    parser.add_argument("images", metavar="IMAGE", nargs="+", help="an image file")
    parser.add_argument(
        "--runtime",
        choices=get_args(RuntimeChoice),
        help="runtime for .tflite files; default: the one that the file needs",
    )
    parser.add_argument(
        "--heat-map",
        metavar="FILE.png",
        help="write where a .keras model looked in the image (Grad-CAM) as a heat map over it",
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE.png")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Predict and show; the exit code. Raises `UsageError` or `TaskEnded`."""
    # Not needed to show help, and it brings numpy.
    from core.runs.results import Predictions

    if arguments.heat_map is not None:
        _check_heat_map(arguments.heat_map, len(arguments.images))
    request = PredictRequest(
        model=arguments.model,
        images=tuple(arguments.images),
        runtime=arguments.runtime,
        heat_map=arguments.heat_map,
        replace=arguments.force,
    )
    succeeded = run_in_worker(request, console)
    console.result(succeeded.figures, predictions_text(msgspec.convert(succeeded.figures, Predictions)))
    return EXIT_DONE


def _check_heat_map(path: str, images: int) -> None:
    reason = "" if path.lower().endswith(".png") else "--heat-map needs a name that ends in .png"
    reason = reason if images == 1 else "--heat-map takes exactly one IMAGE"
    if reason:
        raise UsageError("usage", reason=reason, command="squeeze predict")


def predictions_text(predictions: Predictions) -> str:
    """A line for each image with the likeliest classes."""
    rows = [
        (
            prediction.image,
            *(
                wording.answer(one.name, one.probability, sure=prediction.sure or place > 0)
                for place, one in enumerate(prediction.answers[:_ANSWERS_SHOWN])
            ),
        )
        for prediction in predictions.predictions
    ]
    shown = len(rows[0]) - 1
    head = ("image", "prediction", *(["next"] * (shown - 1)))
    text = wording.table(head, rows, left=len(head))
    return f"{text}\nheat map: {predictions.heat_map}" if predictions.heat_map else text
