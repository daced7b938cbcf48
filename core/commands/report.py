"""`squeeze report`: a run on one page, for people, or its curves for TensorBoard."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.report.reported import Reported
from core.requests import ReportRequest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze report` takes."""
    parser.add_argument("run", metavar="RUN", help="run folder")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="output file; default: report.html in RUN"
    )
    where.add_argument(
        "--tensorboard",
        action="store_true",
        help="write TensorBoard logs to the logs folder of RUN instead",
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Have a run's report or logs written and say where they are; the exit code. Raises `TaskEnded`."""
    output = None if arguments.output is None else str(arguments.output)
    request = ReportRequest(
        run=arguments.run, output=output, replace=arguments.force, tensorboard=arguments.tensorboard
    )
    succeeded = run_in_worker(request, console)
    reported = msgspec.convert(succeeded.figures, Reported)
    text = logged_text(reported) if arguments.tensorboard else reported_text(reported)
    console.result(succeeded.figures, text)
    return EXIT_DONE


def reported_text(reported: Reported) -> str:
    """Where the report is."""
    note = "" if reported.stages else " No stage of the run is finished yet."
    return f"{reported.output}: {wording.size(reported.bytes)}, opens in any browser.{note}"


def logged_text(reported: Reported) -> str:
    """Where the logs are, and what shows them."""
    if not reported.stages:
        return f"{reported.run}: no stage has started yet."
    stages = ", ".join(reported.stages)
    return (
        f"{reported.output}: {stages}, {wording.size(reported.bytes)}.\n"
        f'squeeze tensorboard "{reported.run}" shows them.'
    )
