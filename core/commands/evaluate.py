"""`squeeze evaluate`: how right a model file is, and what it takes for what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, get_args

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.run_settings import source_of
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.requests import EvaluateRequest, RuntimeChoice

if TYPE_CHECKING:
    from core.runs.results import Evaluation


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze evaluate` takes."""
    parser.add_argument("model", metavar="MODEL", help="a .keras or .tflite file")
    parser.add_argument(
        "--data",
        metavar="PATH",
        help="folder or archive with images; default: the run's test images",
    )
    parser.add_argument(
        "--runtime",
        choices=get_args(RuntimeChoice),
        help="runtime for .tflite files; default: the one that the file needs",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Measure and show; the exit code. Raises `TaskEnded`."""
    # Not needed to show help, and it brings numpy.
    from core.runs.results import Evaluation

    data = None if arguments.data is None else source_of(arguments.data)
    request = EvaluateRequest(model=arguments.model, data=data, runtime=arguments.runtime)
    succeeded = run_in_worker(request, console)
    evaluation = msgspec.convert(succeeded.figures, Evaluation)
    console.result(succeeded.figures, evaluation_text(evaluation))
    return EXIT_DONE


def evaluation_text(evaluation: Evaluation) -> str:
    """The figures of an evaluation: accuracy, each class, confusion."""
    names = [one.name for one in evaluation.classes]
    classes = wording.table(
        ("class", "correct", *_in_5(evaluation.top5_accuracy, "in top 5"), "images"),
        [
            (one.name, str(one.right), *_in_5(one.right_in_5, str(one.right_in_5)), str(one.images))
            for one in evaluation.classes
        ],
    )
    confusion = wording.table(
        ("true class", *(f"[{number + 1}]" for number in range(len(names)))),
        [
            (f"[{number + 1}] {name}", *(str(count) for count in row))
            for number, (name, row) in enumerate(zip(names, evaluation.confusion, strict=True))
        ],
    )
    return "\n".join(
        (
            f"{evaluation.model}, run by {evaluation.runtime}, on {evaluation.images_of}",
            f"accuracy: {wording.accuracy(evaluation.accuracy, *evaluation.accuracy_interval)}, "
            f"95 % confidence interval, {evaluation.images:,} images",
            *_in_5(
                evaluation.top5_accuracy,
                f"top-5 accuracy: {wording.percent(evaluation.top5_accuracy or 0)}",
            ),
            f"mean accuracy of the classes: {wording.percent(evaluation.class_accuracy)}",
            f"loss: {evaluation.loss:.4f}",
            "",
            classes,
            "",
            "Predicted as:",
            confusion,
        )
    )


def _in_5(figure: float | None, text: str) -> tuple[str, ...]:
    """The text, where there is a figure: with few classes there is none."""
    return () if figure is None else (text,)
