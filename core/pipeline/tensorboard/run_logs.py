"""logs/: the curves of a run's stages, as TensorBoard reads them.

Each stage is a run of its own there. Its file is made of what events.jsonl has of the stage when the stage
begins or goes on, and grows while it works: steps that were lost with a break are not in it twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.events import AnyEvent, EpochDone, Event, StageFinished, StageStarted, StepDone
from core.files import appending, make_folder, remove_files, write_whole
from core.pipeline.event_record import read_events
from core.pipeline.tensorboard.event_file import beginning, histogram, histograms, scalars
from core.settings import STAGES

NAMES = r"events\.out\.tfevents\.\d+\.squeeze-studio"
"""The names of the files in a stage's folder."""
_MEASURED = ("accuracy", "loss", "class_accuracy", "top5_accuracy")
_OF_FILE = (
    *("bytes", "gzip_bytes", "sparsity", "parameters", "macs"),
    *("entropy_bytes", "table_bytes", "arena_bytes"),
)


class RunLogs:
    """Writes what a run's stages report. `events` is the run's events.jsonl, which has each event first."""

    def __init__(self, folder: Path, events: Path) -> None:
        self._folder = folder
        self._events = events
        self._file: Path | None = None
        self._epoch = 0

    def add(self, event: Event) -> None:
        """Note an event; those that say nothing of a curve are passed over.

        Raises DISK_FULL or WRITE_PERMISSION.
        """
        match event:
            case StageStarted() if event.stage in STAGES:
                self._begin(event)
            case EpochDone():
                self._epoch = event.epoch
        if self._file is not None:
            self._append(_record(event, self._epoch))

    def add_weights(self, weights: Mapping[str, NDArray[np.generic]], wall_time: float) -> None:
        """Note the weights of a finished stage's file by layer. Raises DISK_FULL or WRITE_PERMISSION."""
        tags = {f"weights/{name}": histogram(values) for name, values in weights.items() if values.size}
        self._append(histograms(wall_time, self._epoch, tags))

    def _begin(self, started: StageStarted) -> None:
        folder = self._folder / started.stage
        make_folder(folder)
        remove_files(folder, NAMES)
        before = (
            event for event in read_events(self._events) if getattr(event, "stage", "") == started.stage
        )
        records = b"".join(_record(event, 0) for event in _still_true(before))
        # TensorBoard takes for a log what has 'tfevents' in its name, and reads the newest name last.
        self._file = folder / f"events.out.tfevents.{int(started.time * 1000)}.squeeze-studio"
        self._epoch = started.resumed_epoch
        write_whole(self._file, beginning(started.time) + records)

    def _append(self, record: bytes) -> None:
        if record and self._file is not None:
            with appending(self._file) as file:
                file.write(record)


def _still_true(events: Iterable[AnyEvent]) -> list[StepDone | EpochDone]:
    """The steps and epochs of one stage that later sessions went on from."""
    kept: list[StepDone | EpochDone] = []
    for event in events:
        match event:
            case StageStarted():
                kept = [one for one in kept if one.epoch <= event.resumed_epoch]
            case StepDone() | EpochDone():
                kept.append(event)
    return kept


def _record(event: Event, epoch: int) -> bytes:
    match event:
        case StepDone():
            step = (event.epoch - 1) * event.steps + event.step
            return scalars(event.time, step, _of_step(event))
        case EpochDone():
            return scalars(event.time, event.epoch, _of_epoch(event))
        case StageFinished():
            return scalars(event.time, epoch, _of_stage(event.figures))
    return b""


def _of_step(event: StepDone) -> dict[str, float]:
    return {
        "step/loss": event.loss,
        "step/accuracy": event.accuracy,
        "step/learning_rate": event.learning_rate,
    }


def _of_epoch(event: EpochDone) -> dict[str, float]:
    return {
        "epoch/loss": event.loss,
        "epoch/accuracy": event.accuracy,
        "epoch/validation_loss": event.validation_loss,
        "epoch/validation_accuracy": event.validation_accuracy,
        "epoch/learning_rate": event.learning_rate,
        "epoch/sparsity": event.sparsity,
    }


def _of_stage(figures: Mapping[str, object]) -> dict[str, float]:
    tagged = {f"test/{name}": figures.get(name) for name in _MEASURED}
    tagged |= {f"file/{name}": figures.get(name) for name in _OF_FILE}
    interval = figures.get("accuracy_interval")
    if isinstance(interval, list | tuple):
        tagged |= {"test/accuracy_low": interval[0], "test/accuracy_high": interval[1]}
    return {
        tag: float(value)
        for tag, value in tagged.items()
        if isinstance(value, int | float) and math.isfinite(value)
    }
