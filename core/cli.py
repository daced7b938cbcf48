"""The command line: `squeeze COMMAND ...`.

Results go to standard output, progress and errors to standard error. Exit codes: 0 done, 1 failed, 2 wrong
usage, 130 stopped.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn, TextIO

from core import __version__
from core.commands import (
    boards,
    clean,
    compress,
    data,
    demo,
    doctor,
    evaluate,
    explore,
    export,
    flash,
    inspect,
    licences,
    predict,
    report,
    run,
    self_test,
    tensorboard,
    virtual_board,
    watch,
    weights,
    yardstick,
)
from core.commands.console import Console
from core.commands.running import TaskEnded, show_failure
from core.diagnosis import terminal_event
from core.errors import EXIT_FAILED, FileError, SqueezeError, UsageError
from core.processes.streams import is_closed_pipe
from core.program import PROVIDED, provide_streams

_DESCRIPTION = "Turn a folder of images into an image classifier that runs on an ESP32."


class _Command(NamedTuple):
    help: str
    add_options: Callable[[argparse.ArgumentParser], None]
    perform: Callable[[argparse.Namespace, Console], int]


COMMANDS = {
    "demo": _Command("run all steps on the sample scenes", demo.add_options, demo.perform),
    "run": _Command("train, prune, quantize and Huffman-code a model", run.add_options, run.perform),
    "explore": _Command(
        "compare networks of many sizes on your images", explore.add_options, explore.perform
    ),
    "data": _Command("check a data set", data.add_options, data.perform),
    "weights": _Command("download ImageNet weights", weights.add_options, weights.perform),
    "evaluate": _Command("measure the accuracy of a model", evaluate.add_options, evaluate.perform),
    "predict": _Command("classify images", predict.add_options, predict.perform),
    "inspect": _Command("show layers, sparsity and bytes of a model", inspect.add_options, inspect.perform),
    "compress": _Command("Huffman-code any int8 .tflite for TFLM", compress.add_options, compress.perform),
    "boards": _Command("list supported boards and serial ports", boards.add_options, boards.perform),
    "flash": _Command("flash a model to a board", flash.add_options, flash.perform),
    "watch": _Command("show a board's predictions, live", watch.add_options, watch.perform),
    "virtual-board": _Command(
        "simulate a board for esptool and this program",
        virtual_board.add_options,
        virtual_board.perform,
    ),
    "export": _Command("export a model", export.add_options, export.perform),
    "yardstick": _Command(
        "train AlexNet on the images of a run, to compare", yardstick.add_options, yardstick.perform
    ),
    "report": _Command("write the report of a run", report.add_options, report.perform),
    "tensorboard": _Command("show a run in TensorBoard", tensorboard.add_options, tensorboard.perform),
    "clean": _Command(
        "free the disk space of a run's checkpoints and caches", clean.add_options, clean.perform
    ),
    "doctor": _Command("check the installation", doctor.add_options, doctor.perform),
    "licences": _Command(
        "list open-source components and their licenses", licences.add_options, licences.perform
    ),
    "self-test": _Command("test every part of the program", self_test.add_options, self_test.perform),
}


class _Parser(argparse.ArgumentParser):
    """Raises `UsageError` where argparse would print and exit."""

    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", reason=message, command=self.prog)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    provide_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may lack the letters of a file's name.
            stream.reconfigure(errors="replace")
    return carried_to_its_end(words, _perform)


def _perform(parsed: argparse.Namespace, console: Console) -> int:
    if "stdout" in PROVIDED:
        # Before hours of work whose result nobody would see.
        raise FileError("output-closed", command=f"squeeze {parsed.command}")
    return COMMANDS[parsed.command].perform(parsed, console)


def carried_to_its_end(words: Sequence[str], perform: Callable[[argparse.Namespace, Console], int]) -> int:
    """Have a command line performed; the exit code. Every error is shown, none raised."""
    console = Console(as_json="--json" in words)
    try:
        try:
            for word in words:
                # All that is asked for travels as UTF-8.
                word.encode()
            parsed = parser().parse_args(words)
            console = Console(as_json=parsed.as_json, verbose=parsed.verbose)
            return perform(parsed, console)
        except (Exception, KeyboardInterrupt) as error:
            return _show_error(error, console)
        finally:
            # What argparse shows is not written at once.
            sys.stdout.flush()
    except (OSError, SqueezeError):
        # Whoever read the result has had enough of it; what is left must not fail at exit either.
        for stream in (sys.stdout, sys.stderr):
            _write_to_nobody(stream)
        return EXIT_FAILED


def _show_error(error: BaseException, console: Console) -> int:
    """Show an error; the exit code. Raises `OSError` when nobody is left to show anything to."""
    if isinstance(error, OSError) and is_closed_pipe(error):
        raise error
    return show_failure(error if isinstance(error, TaskEnded) else TaskEnded(terminal_event(error)), console)


def _write_to_nobody(stream: TextIO) -> None:
    """Have what is written to a stream that is closed at its other end go nowhere."""
    try:
        stream.flush()
    except OSError:
        nobody = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nobody, stream.fileno())
        os.close(nobody)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = _Parser(prog="squeeze", description=_DESCRIPTION)
    whole.add_argument("--version", action="version", version=f"Squeeze Studio {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.help, description=command.help)
        command.add_options(sub)
        sub.add_argument("--json", action="store_true", dest="as_json", help="print the result as JSON")
        sub.add_argument("--verbose", action="store_true", help="print technical details of errors")
    return whole


if __name__ == "__main__":
    sys.exit(main())
