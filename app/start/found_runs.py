"""Runs as the start page tells of them, read from their folders. Nothing here knows of Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from app.wording import error_words
from core.boards.profiles import board_name
from core.diagnosis import diagnosed
from core.errors import RunError, SqueezeError
from core.figures import Count, Fraction
from core.files import lines_of
from core.reading import decoded, resolved
from core.runs.folder import RunFolder
from core.runs.record import RunRecord
from core.runs.summary import StageFigures, Summary
from core.settings import STAGES, RunSettings, Stage

Condition = Literal["done", "unfinished", "interrupted", "missing", "damaged"]
TRASH = ".squeeze-trash"


@dataclass(frozen=True)
class Epochs:
    """Validation accuracies of a stage, epoch by epoch."""

    stage: Stage
    accuracies: tuple[float, ...]


@dataclass(frozen=True)
class FoundRun:
    """A run's folder and what is in it; `problem` says in words why nothing is.

    `changed` is when its record was last written, in seconds since 1970. `done` are the stages that are
    finished and up to date, `at` the one that comes next or was interrupted.
    """

    path: Path
    condition: Condition
    changed: float = 0.0
    problem: str = ""
    remedy: str = ""
    settings: RunSettings | None = None
    summary: Summary | None = None
    done: tuple[Stage, ...] = ()
    at: Stage | None = None
    board: str = ""
    epochs: tuple[Epochs, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """What it is called: its folder's name."""
        return self.path.name

    @property
    def can_delete(self) -> bool:
        """Whether its record says that it is a run of this program."""
        return self.settings is not None

    @property
    def last(self) -> StageFigures | None:
        """The figures of the last finished stage."""
        return self.summary.stages[-1] if self.summary and self.summary.stages else None


def run_folders(home: Path, recent: Iterable[Path]) -> list[Path]:
    """The folders of all runs that are known: those in `home` and the recent ones, also where those are gone.

    The one that was changed last comes first.
    """
    changed_at = {path: _changed(path) for path in recent}
    inside: list[Path] = []
    with contextlib.suppress(OSError):
        inside = list(home.iterdir())
    changed_at |= {
        path: _changed(path) for path in inside if not path.name.startswith(".") and _holds_run(path)
    }
    return sorted(changed_at, key=lambda path: -changed_at[path])


def read_run(path: Path) -> FoundRun:
    """What is in a run's folder. Raises nothing: what cannot be read is said so, and hides no other run."""
    try:
        return _read(path)
    except Exception as error:
        happened, _ = error_words(diagnosed(error))
        return FoundRun(path, "damaged", _changed(path), happened)


def _read(path: Path) -> FoundRun:
    folder = RunFolder(path)
    changed = _changed(path)
    try:
        record = folder.read_record()
    except SqueezeError as error:
        happened, remedy = error_words(error)
        condition: Condition = "missing" if error.code == "run-not-found" else "damaged"
        return FoundRun(path, condition, changed, happened, remedy)
    summary = _summary(folder)
    done = tuple(stage for stage in STAGES if record.is_done(stage))
    if done and summary is None:
        happened, _ = error_words(RunError("run-damaged", path=folder.summary, stage=done[0]))
        return FoundRun(path, "damaged", changed, happened, settings=record.settings)
    at = next((stage for stage in STAGES if stage not in done), None)
    return FoundRun(
        path,
        _condition(record, at),
        changed,
        settings=record.settings,
        summary=summary,
        done=done,
        at=at,
        board=board_name(record.board or ""),
        epochs=read_epochs(folder.events),
    )


def read_epochs(events: Path) -> tuple[Epochs, ...]:
    """The curves in an events.jsonl; empty where there is none.

    What a stage reported before it was done anew, or one before it, does not count.
    """
    curves: dict[Stage, dict[int, float]] = {}
    with contextlib.suppress(OSError, SqueezeError):
        for line in _telling(lines_of(events)):
            stage = line.stage
            if line.event == "epoch-done":
                curves.setdefault(stage, {})[line.epoch] = line.validation_accuracy
            elif not line.resumed_epoch:
                for later in STAGES[STAGES.index(stage) :]:
                    curves.pop(later, None)
    return tuple(
        Epochs(stage, tuple(accuracy for _, accuracy in sorted(curves[stage].items())))
        for stage in STAGES
        if stage in curves
    )


class _Line(msgspec.Struct, frozen=True):
    """What matters here of a line of events.jsonl."""

    event: Literal["epoch-done", "stage-started"]
    stage: Stage
    epoch: Count = 0
    validation_accuracy: Fraction = 0.0
    resumed_epoch: Count = 0


def _telling(lines: Iterable[bytes]) -> Iterator[_Line]:
    """Of many lines the few that say how a curve goes."""
    decoder = msgspec.json.Decoder(resolved(_Line))
    for line in lines:
        if b'"epoch-done"' in line or b'"stage-started"' in line:
            with contextlib.suppress(msgspec.DecodeError):
                yield decoded(line, decoder)


def _condition(record: RunRecord, at: Stage | None) -> Condition:
    if at is None:
        return "done"
    return "interrupted" if record.stages[at].state == "started" else "unfinished"


def _summary(folder: RunFolder) -> Summary | None:
    try:
        return folder.read_summary()
    except SqueezeError:
        return None


def _holds_run(path: Path) -> bool:
    try:
        return (path / "run.json").is_file()
    except OSError:
        # What the system does not say of one folder says nothing of the others.
        return False


def _changed(path: Path) -> float:
    try:
        return (path / "run.json").stat().st_mtime
    except OSError:
        return 0.0
