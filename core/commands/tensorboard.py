"""`squeeze tensorboard`: a run in TensorBoard, in a browser on this computer."""

from __future__ import annotations

import argparse

from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.events import AnyEvent, PageOffered
from core.requests import TensorBoardRequest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze tensorboard` takes."""
    parser.add_argument("run", metavar="RUN", help="run folder; it may be at work")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show the run until Ctrl-C; the exit code. Raises `TaskEnded`."""

    def show(event: AnyEvent) -> None:
        if isinstance(event, PageOffered):
            console.result({"address": event.address}, offered_text(event.address))
        else:
            console.show(event)

    run_in_worker(TensorBoardRequest(run=arguments.run), console, show)
    return EXIT_DONE


def offered_text(address: str) -> str:
    """Where to look, and what ends it."""
    return f"TensorBoard is at {address}\n  Open this address in a browser on this computer. Ctrl-C stops it."
