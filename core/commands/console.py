"""What the command line shows: results on standard output, progress and errors on standard error."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import TextIO

import msgspec

from core import wording
from core.commands.selection import finding_text
from core.events import (
    AnyEvent,
    BoardFit,
    ClassifierFitted,
    EpochDone,
    Failed,
    Finding,
    LineWritten,
    Log,
    PinSet,
    Progress,
    PruneTrial,
    StageFinished,
    StageStarted,
    Status,
)
from core.files import writing
from core.processes.streams import is_closed_pipe

_QUIET_INTERVAL = 10.0


_UNITS = {"pictures": "images"}
"""What is counted, in words for a person where the event has another."""


class Console:
    """One command's way to the person: `as_json` for a script's, `verbose` for technical detail as well."""

    def __init__(
        self,
        *,
        as_json: bool = False,
        verbose: bool = False,
        out: TextIO | None = None,
        err: TextIO | None = None,
    ) -> None:
        self._as_json = as_json
        self._verbose = verbose
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._updates = self._err.isatty()
        self._line = ""
        self._last_shown = time.monotonic()

    def result(self, figures: object, text: str) -> None:
        """Show a result: the figures as one JSON value for a script, the text for a person."""
        self._clear()
        shown = msgspec.json.encode(figures).decode() if self._as_json else text
        with writing(Path("standard output")):
            self._out.write(f"{shown}\n")
            self._out.flush()

    def say(self, text: str) -> None:
        """Show a line above the progress."""
        self._clear()
        self._tell(f"{text}\n")
        self._last_shown = time.monotonic()

    def is_confirmed(self, question: str) -> bool:
        """Ask the person at the terminal. Where nobody is there to answer, who gave the command has."""
        if self._as_json or not (self._updates and sys.stdin.isatty()):
            return True
        self._clear()
        self._tell(f"{question} [y/N] ")
        return sys.stdin.readline().strip().lower() in ("y", "yes")

    def failure(self, failed: Failed, log: str = "") -> None:
        """Show an error: what happened, what to do, and technical detail if that was asked for."""
        self.say(f"error [{failed.code}]: {failed.happened}\n  {failed.remedy}")
        if failed.detail and self._verbose:
            self.say("".join(f"  | {line}\n" for line in failed.detail.splitlines()).rstrip())
        if log:
            self.say(f"  Log file: {log}")
        if self._as_json:
            parts = {name: getattr(failed, name) for name in ("code", "happened", "remedy", "detail")}
            self.result({"error": parts}, "")

    def show(self, event: AnyEvent) -> None:
        """Show what a worker reports, but for its terminal event."""
        if isinstance(event, Progress):
            self._progress(event)
        elif text := _sentence(event):
            self.say(text)

    def _progress(self, progress: Progress) -> None:
        if self._updates:
            self._update(_progress_text(progress))
        elif time.monotonic() - self._last_shown >= _QUIET_INTERVAL:
            self.say(_progress_text(progress))

    def _update(self, text: str) -> None:
        line = text[: shutil.get_terminal_size().columns - 1]
        self._tell(f"\r{line.ljust(len(self._line))}")
        self._line = line

    def _clear(self) -> None:
        if self._line:
            self._tell(f"\r{' ' * len(self._line)}\r")
            self._line = ""

    def _tell(self, text: str) -> None:
        try:
            self._err.write(text)
            self._err.flush()
        except OSError as error:
            # That progress cannot be shown is no reason to end the work; that whoever watched has gone is.
            if is_closed_pipe(error):
                raise


def _progress_text(progress: Progress) -> str:
    share = progress.done / progress.total if progress.total else 1.0
    unit = _UNITS.get(progress.unit, progress.unit)
    text = f"  {share * 100:3.0f} %  {progress.done:,} of {progress.total:,} {unit}".rstrip()
    if progress.seconds_left is None or progress.done >= progress.total:
        return text
    return f"{text}, {wording.duration(progress.seconds_left)} left"


def _sentence(event: AnyEvent) -> str:
    match event:
        case StageStarted():
            going_on = f", continues after epoch {event.resumed_epoch}" if event.resumed_epoch else ""
            return f"{event.stage}{going_on}"
        case Status() | BoardFit():
            return f"  {event.text}"
        case EpochDone():
            return _epoch(event)
        case ClassifierFitted():
            accuracy = wording.percent(event.validation_accuracy)
            return f"  first validation accuracy: {accuracy} (linear classifier on the starting network)"
        case PruneTrial():
            return _trial(event)
        case StageFinished():
            return _finished(event)
        case Finding():
            return f"  note: {finding_text(event)}"
        case Log(level="warning" | "error"):
            return f"  {event.level}: {event.text}"
        case _:
            return _done_by_board(event)


def _done_by_board(event: AnyEvent) -> str:
    match event:
        case PinSet(pin=pin, high=high):
            return f"  GPIO {pin} is {'high' if high else 'low'}"
        case LineWritten(line=line):
            return f"  the board writes: {line}"
        case _:
            return ""


def _epoch(event: EpochDone) -> str:
    zeros = f", {wording.percent(event.sparsity)} sparsity" if event.sparsity else ""
    return (
        f"  epoch {event.epoch} of {event.epochs}: loss {event.loss:.3f}, "
        f"accuracy {wording.percent(event.accuracy)} in training, "
        f"{wording.percent(event.validation_accuracy)} in validation{zeros}"
    )


def _trial(event: PruneTrial) -> str:
    costs = f"{event.drop:.1f} points lost" if event.drop > 0 else "no loss"
    return (
        f"  trial {event.trial} of at most {event.most}: "
        f"{wording.percent(event.filters)} of the filters removed, "
        f"{wording.percent(event.sparsity)} sparsity: {costs}, {'accepted' if event.accepted else 'rejected'}"
    )


def _finished(event: StageFinished) -> str:
    figures = event.figures
    if "accuracy" not in figures:
        return ""
    return (
        f"  {figures['file']}: {wording.size(figures['bytes'])}, "  # type: ignore[arg-type]
        f"{wording.percent(figures['accuracy'])} accuracy on the test images"  # type: ignore[arg-type]
    )
