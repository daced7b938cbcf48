"""`squeeze flash`: a run's model on a board, and whether the board answers as the file does."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core import wording
from core.commands.actions import add_act_option, asked_actions
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import ComparedImage, Comparison, Flashed
from core.errors import EXIT_DONE, EXIT_FAILED, UsageError
from core.requests import FlashRequest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze flash` takes."""
    parser.add_argument("run", metavar="RUN", nargs="?", help="folder of a finished run")
    parser.add_argument(
        "--port",
        metavar="P",
        required=True,
        help="a serial port, rfc2217://HOST:PORT, socket://HOST:PORT, or 'virtual' for the virtual board",
    )
    parser.add_argument(
        "--board", metavar="ID", help="board type ('squeeze boards' lists them); default: the run's"
    )
    add_act_option(parser)
    parser.add_argument("--backup", metavar="FILE", type=Path, help="first save the whole flash to FILE")
    parser.add_argument("--force", action="store_true", help="overwrite FILE of --backup")
    parser.add_argument("--erase", action="store_true", help="erase the whole flash")
    parser.add_argument("--restore", metavar="FILE", type=Path, help="write a saved flash image back")
    parser.add_argument(
        "--everything", action="store_true", help="write the firmware even if it is already on the board"
    )
    parser.add_argument(
        "--firmware",
        metavar="BUNDLE",
        help="firmware bundle to use; 'fetch': download the release; 'build': build it here (build-idf, "
        "build-docker, build-eim: only with ESP-IDF, Docker, Espressif's installer)",
    )
    parser.add_argument("--baud", metavar="N", type=int, help="highest baud rate; default: the board's")
    parser.add_argument(
        "--no-stub",
        action="store_false",
        dest="use_stub",
        help="use the ROM loader (no flasher stub): slower",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Flash and say what came of it; the exit code, 1 when the board disagrees with the file.

    Raises `UsageError` or `TaskEnded`.
    """
    succeeded = run_in_worker(flash_request(arguments), console)
    flashed = msgspec.convert(succeeded.figures, Flashed)
    console.result(succeeded.figures, flashed_text(flashed))
    return exit_code(flashed)


def exit_code(flashed: Flashed) -> int:
    """1 when the board was compared with the file and disagrees."""
    compared = flashed.comparison
    return EXIT_DONE if compared is None or compared.agrees else EXIT_FAILED


def flash_request(arguments: argparse.Namespace) -> FlashRequest:
    """What the options ask for. Raises `UsageError` when that is nothing, or contradicts itself."""
    if arguments.run and arguments.restore:
        raise UsageError("usage", reason="RUN and --restore cannot be used together", command="squeeze flash")
    if arguments.act is not None and not arguments.run:
        raise UsageError("usage", reason="--act needs a RUN", command="squeeze flash")
    if not (arguments.run or arguments.backup or arguments.erase or arguments.restore):
        reason = "a RUN, --backup, --erase or --restore is required"
        raise UsageError("usage", reason=reason, command="squeeze flash")
    if arguments.backup and arguments.restore and arguments.backup.resolve() == arguments.restore.resolve():
        reason = "--backup would overwrite the file of --restore"
        raise UsageError("usage", reason=reason, command="squeeze flash")
    return FlashRequest(
        port=arguments.port,
        run=arguments.run,
        board=arguments.board,
        act=asked_actions(arguments),
        backup=_text(arguments.backup),
        replace=arguments.force,
        erase=arguments.erase,
        restore=_text(arguments.restore),
        baud=arguments.baud,
        use_stub=arguments.use_stub,
        everything=arguments.everything,
        firmware=arguments.firmware,
    )


def flashed_text(flashed: Flashed) -> str:
    """What was done to the board, and whether it agrees with the file."""
    if flashed.comparison is None:
        return f"The flash of the board on {flashed.port} was {' and '.join(flashed.done)}."
    board = f"{flashed.board} (virtual)" if flashed.virtual else str(flashed.board)
    parts = ", ".join(flashed.written)
    way = "" if flashed.with_stub else ", by the ROM loader"
    return "\n".join(
        (
            f"{board} on {flashed.port}: {wording.size(flashed.written_bytes)} written ({parts}) "
            f"in {flashed.seconds or 0:.1f} s at {flashed.baud} baud{way}.",
            comparison_text(flashed.comparison, virtual=bool(flashed.virtual)),
        )
    )


def comparison_text(compared: Comparison, *, virtual: bool) -> str:
    """'board agrees 10/10', or which images differ."""
    board = "virtual board" if virtual else "board"
    lines = [f"{board} agrees {compared.text}"]
    lines += [f"  {_difference(image)}" for image in compared.images if not image.agrees]
    return "\n".join(lines)


def _difference(image: ComparedImage) -> str:
    return (
        f"test image {image.number}: the board predicts {image.board}, the file {image.file}; "
        f"scores differ by up to {image.steps} LSB"
    )


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
