"""logs/: the curves of a run's stages and what their files are, as TensorBoard reads them.

Made on demand of events.jsonl, details/ and the models, for a run that is still at work too. Each stage is a
run of its own there. A log is a file of TensorFlow's records, each an `Event`
(tensorflow/core/util/event.proto).
"""

from __future__ import annotations

import errno
import math
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from core.events import AnyEvent, EpochDone, StageFinished, StageStarted, StepDone
from core.files import appearing_whole, make_folder, remove_file, staying
from core.report.model_logs import finished_logs
from core.report.reported import Reported
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.record import RunRecord
from core.settings import STAGES, Stage
from core.task import Task

Curve = list[StageStarted | StepDone | EpochDone | StageFinished]
"""What is still true of one stage's events: its last start, then what it reported, over all sessions."""
_Version = tuple[int, float, str | None]
"""How many events a log is of, the time of the last, and the hash of the stage's file."""

_MEASURED = ("accuracy", "loss", "class_accuracy", "top5_accuracy")
_OF_FILE = (
    *("bytes", "gzip_bytes", "sparsity", "parameters", "macs"),
    *("entropy_bytes", "table_bytes", "arena_bytes"),
)


def write_logs(folder: RunFolder, task: Task) -> Reported:
    """Write a log for each stage that has begun into the run's folder, in the place of those before.

    Raises run-not-found, run-other-version, run-damaged; not-a-folder, not-replaceable, disk-full,
    write-permission; `Cancelled`.
    """
    return RunLogs(folder).write(task)


class RunLogs:
    """The logs of a run that may be at work: written again, those stay in which nothing would be new."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._written: dict[Stage, tuple[_Version, Path]] = {}

    def write(self, task: Task) -> Reported:
        """Write what `write_logs` says, and raise what that raises."""
        folder, record = self._folder, self._folder.read_record()
        curves = _curves(read_events(folder.events)) if folder.events.exists() else {}
        before = {path for path in folder.own_files() if folder.logs in path.parent.parents}
        with staying(folder.path):
            for stage, curve in curves.items():
                task.check_cancelled()
                self._write(stage, curve, record, task)
            written = {stage: self._written[stage][1] for stage in curves}
            for path in before - set(written.values()):
                remove_file(path)
        return Reported(
            run=str(folder.path),
            output=str(folder.logs),
            bytes=sum(path.stat().st_size for path in written.values()),
            stages=tuple(written),
        )

    def _write(self, stage: Stage, curve: Curve, record: RunRecord, task: Task) -> None:
        version = (len(curve), curve[-1].time, record.stages[stage].sha256)
        known, path = self._written.get(stage, (None, Path()))
        if version == known and path.is_file():
            return
        now = time.time()
        path = self._folder.log(stage, now)
        make_folder(path.parent)
        finished = finished_logs(self._folder, record, stage, now, task)
        _write(path, [*_beginning(curve), *_records(curve), *finished])
        self._written[stage] = (version, path)


def _curves(events: Iterable[AnyEvent]) -> dict[Stage, Curve]:
    """The events of each stage that has begun, without those that a later session did not go on from."""
    kept: dict[str, Curve] = {}
    for event in events:
        match event:
            case StageStarted():
                before = kept.get(event.stage, [])
                kept[event.stage] = [event, *(one for one in before if _is_before(one, event.resumed_epoch))]
            case StepDone() | EpochDone() | StageFinished() if event.stage in kept:
                kept[event.stage].append(event)
    return {stage: kept[stage] for stage in STAGES if stage in kept}


def _is_before(event: AnyEvent, resumed_epoch: int) -> bool:
    return isinstance(event, StepDone | EpochDone) and event.epoch <= resumed_epoch


def _write(path: Path, events: Iterable[Any]) -> None:
    from core.backend import tf

    with appearing_whole(path) as temporary:
        try:
            with tf.io.TFRecordWriter(str(temporary)) as writer:
                for event in events:
                    writer.write(event.SerializeToString())
        except (tf.errors.ResourceExhaustedError, tf.errors.OutOfRangeError) as error:
            # TensorFlow's words for a full disk, and for a file that is larger than it may be.
            raise OSError(errno.ENOSPC, str(error)) from error


def _beginning(curve: Curve) -> Iterator[Any]:
    """The events that a log begins with.

    They say that what TensorBoard has of an earlier file in the same folder no longer holds.
    """
    from core.backend import tf

    started = curve[0].time
    yield tf.compat.v1.Event(wall_time=started, file_version="brain.Event:2")
    yield tf.compat.v1.Event(
        wall_time=started, session_log=tf.compat.v1.SessionLog(status=tf.compat.v1.SessionLog.START)
    )


def _records(curve: Curve) -> Iterator[Any]:
    epoch = 0
    for event in curve:
        match event:
            case StageStarted():
                epoch = event.resumed_epoch
            case StepDone():
                yield _scalars(event.time, (event.epoch - 1) * event.steps + event.step, _of_step(event))
            case EpochDone():
                epoch = event.epoch
                yield _scalars(event.time, epoch, _of_epoch(event))
            case StageFinished():
                yield _scalars(event.time, epoch, _of_stage(event.figures))


def _scalars(wall_time: float, step: int, values: Mapping[str, float]) -> Any:
    """Figures of one step by their tags. `wall_time` is seconds since 1970."""
    from core.backend import tf

    summary = tf.compat.v1.Summary()
    for tag, value in values.items():
        summary.value.add(tag=tag, simple_value=value)
    return tf.compat.v1.Event(wall_time=wall_time, step=step, summary=summary)


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
