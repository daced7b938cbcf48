"""`squeeze demo`: the sample scenes from first to last, to see what the program does."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core.commands.console import Console
from core.commands.run import RUNS, show_run
from core.errors import RUN_NOT_FOUND, SqueezeError
from core.pipeline.run_folder import RunFolder
from core.requests import RunRequest
from core.settings import PRESETS, SAMPLE_SCENES, STAGES, RunSettings, changed

IMAGE_SIZE = 64


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze demo` takes."""
    parser.add_argument(
        "--out", metavar="RUN", type=Path, default=RUNS / "demo", help="run folder; default: %(default)s"
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Make the demonstration's run and show its figures; the exit code. Raises what `demo_request` does."""
    request = demo_request(arguments.out)
    if request.start_from:
        console.say("The demonstration that was made here before is made anew.")
    return show_run(request, console)


def demo_settings() -> RunSettings:
    """Small pictures and few epochs."""
    quick = PRESETS["quick"]
    data = changed(quick.data, source=SAMPLE_SCENES, image_size=IMAGE_SIZE)
    return msgspec.structs.replace(quick, data=data)


def demo_request(folder: Path) -> RunRequest:
    """Go on with an unfinished demonstration, make a finished one anew.

    A folder that holds a run of other pictures is left to the run itself to refuse. Raises
    RUN_OTHER_VERSION.
    """
    settings = demo_settings()
    try:
        record = RunFolder(folder).read_record()
    except SqueezeError as error:
        if error.kind is RUN_NOT_FOUND:
            return RunRequest(folder=str(folder), settings=settings)
        raise
    unfinished = any(not record.is_done(stage) for stage in STAGES)
    of_pictures = record.settings.data.source != SAMPLE_SCENES
    if of_pictures or (unfinished and record.settings == settings):
        return RunRequest(folder=str(folder), settings=settings)
    return RunRequest(folder=str(folder), settings=settings, start_from=STAGES[0])
