"""`squeeze demo`: the sample scenes from first to last, to see what the program does.

It ends on a board in software, which the flasher writes as it writes real ones.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core.boards.profiles import VIRTUAL_BOARD
from core.commands.console import Console
from core.commands.flash import exit_code, flashed_text
from core.commands.run import RUNS, made_run, summary_text
from core.commands.running import run_in_worker
from core.deployment.board_results import Flashed
from core.errors import SqueezeError
from core.requests import VIRTUAL_PORT, FlashRequest, RunRequest
from core.runs.folder import RunFolder
from core.settings import PRESETS, SAMPLE_SCENES, STAGES, RunSettings, changed, preset

IMAGE_SIZE = 64


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze demo` takes."""
    parser.add_argument(
        "--out", metavar="RUN", type=Path, default=RUNS / "demo", help="run folder; default: %(default)s"
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Make the demonstration's run, flash it and show its figures; the exit code.

    Raises `TaskEnded` and what `demo_request` does.
    """
    request = demo_request(arguments.out)
    if request.start_from:
        console.say("Restarting the demo from the beginning.")
    made_run(request, console)
    console.say("board")
    flashing = FlashRequest(port=VIRTUAL_PORT, run=request.folder, board=VIRTUAL_BOARD)
    flashed = msgspec.convert(run_in_worker(flashing, console).figures, Flashed)
    summary = RunFolder(arguments.out).read_summary()
    console.result(summary, f"{summary_text(summary)}\n\n{flashed_text(flashed)}")
    return exit_code(flashed)


def demo_settings() -> RunSettings:
    """Preset `quick` for the sample scenes, with small images."""
    # Only whoever draws needs what draws: the command line starts without it.
    from core.sample_scenes import SCENE_CLASSES

    data = changed(PRESETS["quick"].data, source=SAMPLE_SCENES, image_size=IMAGE_SIZE)
    to_learn_from = 1.0 - data.validation_share - data.test_share
    images = round(data.scenes_per_class * len(SCENE_CLASSES) * to_learn_from)
    return msgspec.structs.replace(preset("quick", images), data=data)


def demo_request(folder: Path) -> RunRequest:
    """Go on with an unfinished demonstration, make a finished one anew.

    A folder that holds a run of other images is left to the run itself to refuse. Raises
    run-other-version.
    """
    settings = demo_settings()
    request = RunRequest(folder=str(folder), settings=settings, board=VIRTUAL_BOARD)
    try:
        record = RunFolder(folder).read_record()
    except SqueezeError as error:
        if error.code == "run-not-found":
            return request
        raise
    unfinished = any(not record.is_done(stage) for stage in STAGES)
    of_images = record.settings.data.source != SAMPLE_SCENES
    if of_images or (unfinished and record.settings == settings):
        return request
    return msgspec.structs.replace(request, start_from=STAGES[0])
