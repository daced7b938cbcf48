"""`squeeze clean`: a run without what can be made again."""

from __future__ import annotations

import argparse

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.requests import CleanRequest
from core.runs.cleaning import Cleaned


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze clean` takes."""
    parser.add_argument("run", metavar="RUN", help="run folder")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Clean a run's folder and say what went; the exit code. Raises `TaskEnded`."""
    succeeded = run_in_worker(CleanRequest(run=arguments.run), console)
    cleaned = msgspec.convert(succeeded.figures, Cleaned)
    console.result(succeeded.figures, cleaned_text(cleaned))
    return EXIT_DONE


def cleaned_text(cleaned: Cleaned) -> str:
    """What was removed, and what for."""
    lines = [f"{cleaned.run}: nothing to remove."]
    if cleaned.removed:
        lines = [
            f"{cleaned.run}: {wording.size(cleaned.bytes)} removed ({', '.join(cleaned.removed)}).",
            "Models and results are unchanged.",
        ]
    if cleaned.cache_bytes:
        lines.append(
            f"The cache that all runs share (sample scenes, unpacked images) has "
            f"{wording.size(cleaned.cache_bytes)}: {cleaned.cache}\n"
            "You can delete this folder while no run is working."
        )
    return "\n".join(lines)
