"""`squeeze report`: a run on one page, for people."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core.commands import wording
from core.commands.carrying_out import carried_out
from core.commands.console import Console
from core.errors import EXIT_DONE
from core.pipeline.report.reported import Reported
from core.requests import ReportRequest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze report` takes."""
    parser.add_argument("run", metavar="RUN", help="folder of a run, finished or not")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="the page to write; default: report.html in RUN"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE where it is there already")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Have a run's report written and say where it is; the exit code. Raises `TaskEnded`."""
    output = None if arguments.output is None else str(arguments.output)
    request = ReportRequest(run=arguments.run, output=output, replace=arguments.force)
    succeeded = carried_out(request, console)
    reported = msgspec.convert(succeeded.figures, Reported)
    console.result(succeeded.figures, reported_text(reported))
    return EXIT_DONE


def reported_text(reported: Reported) -> str:
    """Where the report is."""
    told = "" if reported.stages else " No stage of the run is finished yet."
    return f"{reported.output}: {wording.size(reported.bytes)}, opens in any browser.{told}"
