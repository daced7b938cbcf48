"""Runs a trial and prints its table: `python3 dev.py trials TRIAL [--data IMAGES]`; `--help` names them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.commands.console import Console
from core.commands.running import TaskEnded, show_failure
from core.diagnosis import terminal_event
from core.errors import EXIT_DONE, EXIT_FAILED, SqueezeError
from tools.trials import few, frontier, gates, published, rooms
from tools.trials.runs import Trial


def main(arguments: list[str]) -> int:
    """Make the runs that are not finished, print the table; 1 when a promise is broken or a run fails."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.data is None and options.trial != "rooms":
        parser.error("--data is missing")
    trial = Trial(
        data=options.data or Path(), out=options.out, image_size=options.image_size, seed=options.seed
    )
    console = Console()
    try:
        return _performed(options, trial, console)
    except TaskEnded as ended:
        return show_failure(ended, console)
    except (SqueezeError, KeyboardInterrupt) as error:
        return show_failure(TaskEnded(terminal_event(error)), console)


def _performed(options: argparse.Namespace, trial: Trial, console: Console) -> int:
    if options.trial == "published":
        console.result(None, published.measure(options.data, options.out, console))
        return EXIT_DONE
    if options.trial == "frontier":
        console.result(None, frontier.measure(trial, console))
        return EXIT_DONE
    if options.trial == "rooms":
        console.result(None, rooms.measure(trial, options.start or ["shipped"], console))
        return EXIT_DONE
    if options.trial == "few":
        text = few.measure(
            trial,
            options.count or list(few.COUNTS),
            options.start or ["shipped", "scratch"],
            options.seeds,
            console,
        )
        console.result(None, text)
        return EXIT_DONE
    text, kept = gates.hold(trial, options.preset or list(gates.GATES), console)
    console.result(None, text)
    return EXIT_DONE if kept else EXIT_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py trials", description=__doc__)
    parser.add_argument("trial", choices=("gates", "frontier", "few", "rooms", "published"))
    parser.add_argument(
        "--data",
        type=Path,
        help="folder or archive with images; rooms: none; published: folder of .tflite files",
    )
    parser.add_argument("--out", type=Path, default=Path("runs/trials"), help="folder for the runs")
    parser.add_argument("--preset", choices=tuple(gates.GATES), action="append", help="default: all three")
    parser.add_argument("--image-size", type=int, default=96)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, action="append", help="few: images per class")
    parser.add_argument("--start", action="append", help="few, rooms: what to start from")
    parser.add_argument("--seeds", type=int, default=5, help="few: how many seeds")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
