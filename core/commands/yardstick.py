"""`squeeze yardstick`: AlexNet, trained on the images of a run, beside the files of the run."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.reading import resolved
from core.requests import YardstickRequest

if TYPE_CHECKING:
    from core.runs.summary import StageFigures
    from core.runs.yardstick import Compared

_TITLES = {"train": "trained", "prune": "pruned", "quantize": "quantized", "huffman": "Huffman-coded"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze yardstick` takes."""
    parser.add_argument("run", metavar="RUN", help="run folder")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Have AlexNet trained and measured, and show both; the exit code. Raises `TaskEnded`."""
    # Not needed to show help.
    from core.runs.yardstick import Compared

    succeeded = run_in_worker(YardstickRequest(run=arguments.run), console)
    compared = msgspec.convert(succeeded.figures, resolved(Compared))
    console.result(succeeded.figures, compared_text(compared))
    return EXIT_DONE


def compared_text(compared: Compared) -> str:
    """AlexNet and each finished stage, with size and accuracy."""

    def row(title: str, figures: StageFigures) -> tuple[str, ...]:
        low, high = figures.accuracy_interval
        return (
            title,
            figures.file,
            wording.size(figures.bytes),
            f"{compared.alexnet.bytes / figures.bytes:,.1f}",
            wording.percent(figures.accuracy),
            f"{low * 100:.1f} to {high * 100:.1f} %",
        )

    head = ("", "file", "size", "times smaller", "accuracy", "95 % interval")
    rows = [row("AlexNet", compared.alexnet)]
    rows += [row(_TITLES[figures.name], figures) for figures in compared.stages]
    return (
        f"{wording.table(head, rows)}\n\n"
        "AlexNet learned from scratch, from the same images and for as many epochs. The other network may "
        "have started from weights that were trained before."
    )
