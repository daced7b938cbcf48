"""A run from its images to its last file, in as many sessions as it takes.

A session does the stages that are not done yet. Each stage goes on from its own last epoch, writes its
file, is measured on that file, and only then is marked as done.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from core.diagnosis import terminal_event
from core.errors import SqueezeError
from core.events import EpochDone, Event, Log, PruneTrial, StageFinished, StageStarted, Succeeded
from core.files import remove_file, write_whole
from core.requests import RunRequest
from core.runs import huffman, prune, quantize, train
from core.runs.board_fit import report_fit
from core.runs.data import (
    DataRecord,
    RunData,
    check_unchanged,
    dataset_of,
    load,
    read_data_record,
    record_of,
)
from core.runs.event_record import EventRecord
from core.runs.folder import RunFolder, labels_text, sha256
from core.runs.plan import check_start, planned, settings_for
from core.runs.record import RunRecord, StageRecord, fingerprints, stages_without_entry, versions
from core.runs.references import references
from core.runs.samples import write_samples
from core.runs.stage import StageContext, StageResult
from core.runs.summary import DatasetFigures, StageFigures, Summary
from core.runs.time_estimate import ImageCounts, learn_speed
from core.settings import STAGES, Stage
from core.task import Task
from core.training.checkpoint import Checkpoint, UnusableCheckpoint

STAGE_WORK: dict[Stage, Callable[[StageContext], StageResult]] = {
    "train": train.perform,
    "prune": prune.perform,
    "quantize": quantize.perform,
    "huffman": huffman.perform,
}
"""The work of each stage: make its file, then measure that file."""
Reporting = Callable[[RunFolder, Task], None]
"""Writes the report of a run, at the end of what was done. Raises nothing that ends the run."""


def run(request: RunRequest, task: Task, reporting: Reporting = lambda folder, task: None) -> Summary:
    """Make the run that is asked for, or go on with it, and return its figures.

    Nothing of an earlier run is touched before the request, the weights that training starts from and the
    images are found good. Raises what `RunFolder.locked`, `planned`, `check_start`, `dataset_of` and the
    stages raise, data-changed, run-damaged; `Cancelled`, with the finished epochs kept.
    """
    folder = RunFolder(Path(request.folder))
    if request.settings is None:
        # A folder in which none can go on is not one in which one could begin.
        folder.read_record()
    with folder.locked():
        record = planned(folder, request)
        stages = STAGES[: STAGES.index(request.until) + 1]
        _check_files(folder, record)
        if _is_finished(folder, record, stages):
            return _with_board(folder, record, task, reporting)
        check_start(folder, record)
        return _Session(folder, record, request, task, reporting).run(stages)


def perform_stage(stage: Stage, context: StageContext) -> StageResult:
    """Do a stage's work from where it was left. Raises what the stage itself raises."""
    return STAGE_WORK[stage](context)


def _with_board(folder: RunFolder, record: RunRecord, task: Task, reporting: Reporting) -> Summary:
    """The summary of a finished run, for another board when the record has one.

    A run that was killed after its last stage lacks its report, or has that of the stages before.
    """
    summary = folder.read_summary()
    if record.board in (None, summary.board.profile if summary.board else None):
        if not _is_reported(folder):
            reporting(folder, task)
        return summary
    folder.write_record(record)
    done = next(stage for stage in reversed(STAGES) if record.is_done(stage))
    board = report_fit(record, summary.dataset.classes, folder, done, task)
    summary = msgspec.structs.replace(summary, board=board)
    folder.write_json(folder.summary, summary)
    reporting(folder, task)
    return summary


def _is_reported(folder: RunFolder) -> bool:
    """Whether there is a report that is not older than the summary."""
    try:
        return folder.report.stat().st_mtime_ns >= folder.summary.stat().st_mtime_ns
    except FileNotFoundError:
        return False


def _is_finished(folder: RunFolder, record: RunRecord, stages: tuple[Stage, ...]) -> bool:
    """Whether nothing is left to do, not even to see that images at another place are the same."""
    done = all(record.is_done(stage) for stage in stages)
    return done and folder.read_record().settings.data.source == record.settings.data.source


def _check_files(folder: RunFolder, record: RunRecord) -> None:
    """Raise run-damaged when the file of a finished stage is not the one that the stage wrote."""
    for stage in STAGES:
        if record.is_done(stage):
            folder.finished_file(record, stage)


class _Session:
    """What changes while a run is worked on: its record, its figures, and the stage that is being done."""

    def __init__(
        self, folder: RunFolder, record: RunRecord, request: RunRequest, task: Task, reporting: Reporting
    ) -> None:
        self._folder = folder
        self._reporting = reporting
        self._record = record
        self._request = request
        self._settings = record.settings
        self._events = EventRecord(folder.events)
        self._task = task.also_telling(self._notice)
        self._stage: Stage | None = None
        self._since = 0.0

    def run(self, stages: tuple[Stage, ...]) -> Summary:
        try:
            with self._task.span("data"):
                data = self._data()
            report_fit(self._record, data.classes, self._folder, None, self._task)
            for stage in stages:
                self._task.check_cancelled()
                if not self._record.is_done(stage):
                    self._do(stage, data)
            self._reporting(self._folder, self._task)
        except BaseException as error:
            self._close(terminal_event(error))
            raise
        self._close(Succeeded(result=str(self._folder.path)))
        return self._folder.read_summary()

    def _notice(self, event: Event) -> None:
        self._events.add(event)
        if isinstance(event, EpochDone | PruneTrial):
            self._count_seconds()

    def _close(self, outcome: Event) -> None:
        # What ends the run may be what keeps it from being written down.
        with contextlib.suppress(SqueezeError, OSError):
            self._count_seconds()
            self._events.add(msgspec.structs.replace(outcome, time=time.time()))

    def _data(self) -> RunData:
        """The run's images; only then is the folder touched."""
        self._warn()
        self._task.report(StageStarted(stage="data"))
        begun = any(stage.state in ("started", "done") for stage in self._record.stages.values())
        before = self._data_before() if begun else None
        with self._task.span("find images"):
            dataset = dataset_of(self._settings.data, self._settings.seed, self._task, before)
        now = record_of(dataset)
        if before is not None:
            check_unchanged(before, now, self._settings.data.source)
        else:
            self._fit_to_images(now)
        with self._task.span("load images"):
            data = load(dataset, self._settings.data, self._folder.cache, self._task)
        self._folder.write_record(self._record)
        if before is None:
            self._folder.write_json(self._folder.data, now)
        write_whole(self._folder.labels, labels_text(now.classes))
        write_samples(self._folder.samples, data.test)
        self._note_files(self._folder.data, self._folder.labels, self._folder.samples)
        self._events.begin()
        self._drop_stale_figures()
        self._task.report(StageFinished(stage="data", figures=msgspec.to_builtins(dataset_figures(data))))
        return data

    def _data_before(self) -> DataRecord:
        self._folder.require_unchanged(self._record, self._folder.data, STAGES[0])
        return read_data_record(self._folder.data)

    def _fit_to_images(self, images: DataRecord) -> None:
        """Take the settings that are asked for with so many images to learn from, of so many classes."""
        if self._request.settings is None:
            return
        self._settings = settings_for(self._request, len(images.splits["train"]), len(images.classes))
        self._record = msgspec.structs.replace(self._record, settings=self._settings)

    def _warn(self) -> None:
        if missing := stages_without_entry(self._folder.record):
            text = f"run.json lacks the state of {' and '.join(missing)}: it restarts from the beginning."
            self._task.report(Log(level="warning", text=text))
        now = versions()
        began = [f"{name} {old}" for name, old in self._record.versions.items() if now.get(name) != old]
        if began:
            text = f"This run started with {', '.join(began)}. Results may differ."
            self._task.report(Log(level="warning", text=text))

    def _drop_stale_figures(self) -> None:
        if not self._record.is_done("train"):
            remove_file(self._folder.summary)
            return
        summary = self._folder.read_summary()
        kept = tuple(figures for figures in summary.stages if self._record.is_done(figures.name))
        if kept != summary.stages:
            # The board's figures are those of the last stage.
            summary = msgspec.structs.replace(summary, stages=kept, board=None)
            self._folder.write_json(self._folder.summary, summary)

    def _do(self, stage: Stage, data: RunData) -> None:
        """Do a stage. Where it cannot use what another, or itself, has left, that stage starts again."""
        try:
            self._perform(stage, data)
        except UnusableCheckpoint as unusable:
            self._start_again(unusable)
            if unusable.stage != stage:
                self._do(unusable.stage, data)
            self._perform(stage, data)

    def _start_again(self, unusable: UnusableCheckpoint) -> None:
        stage, path = unusable.stage, unusable.path
        text = f"{path} cannot be used ({unusable.reason}): {stage} starts again."
        self._task.report(Log(level="warning", text=text))
        checkpoint = Checkpoint(self._folder.checkpoints, stage)
        if self._record.is_done(stage) and not self._folder.is_changed(self._record, checkpoint.last):
            # Its last epoch may still be there: then it only writes again what it came to.
            remove_file(path)
        else:
            checkpoint.discard()
        self._set(stage, StageRecord(state="started", fingerprint=fingerprints(self._settings)[stage]))

    def _perform(self, stage: Stage, data: RunData) -> None:
        checkpoint = Checkpoint(self._folder.checkpoints, stage)
        fingerprint = fingerprints(self._settings)[stage]
        before = self._record.stages[stage]
        if before.state != "started" or before.fingerprint != fingerprint:
            checkpoint.discard()
            self._set(stage, StageRecord(state="started", fingerprint=fingerprint))
        self._check_needed(stage)
        state = checkpoint.load()
        self._task.report(StageStarted(stage=stage, resumed_epoch=len(state.history) if state else 0))
        self._stage, self._since = stage, time.monotonic()
        with self._task.span(stage):
            result = perform_stage(stage, StageContext(self._settings, self._folder, data, self._task))
        with self._task.span("write results"):
            self._finish(stage, data, result)

    def _check_needed(self, stage: Stage) -> None:
        """Raise run-damaged or `UnusableCheckpoint` where a stage would use what no earlier one wrote."""
        for earlier in STAGES[: STAGES.index(stage)]:
            if self._record.is_done(earlier):
                self._folder.finished_file(self._record, earlier)
                self._folder.require_figures(self._record, self._folder.read_summary(), earlier)
        trained = Checkpoint(self._folder.checkpoints, "train").trained
        if stage == "prune" and trained.is_file() and self._folder.is_changed(self._record, trained):
            raise UnusableCheckpoint(trained, "it is not what the stage wrote")

    def _finish(self, stage: Stage, data: RunData, result: StageResult) -> None:
        self._count_seconds()
        self._stage = None
        record = self._record.stages[stage]
        figures = msgspec.structs.replace(result.figures, seconds=record.seconds)
        self._folder.write_json(self._folder.details(stage), result.details)
        board = report_fit(self._record, data.classes, self._folder, stage, self._task)
        summary = msgspec.structs.replace(self._summary(data, result, figures), board=board)
        self._folder.write_json(self._folder.summary, summary)
        digest = sha256(self._folder.file(stage))
        self._record = self._folder.with_files(self._record, self._left_by(stage))
        self._record = self._folder.with_figures(self._record, figures)
        self._set(stage, msgspec.structs.replace(record, state="done", sha256=digest))
        self._learn_speed(stage, data, record.seconds)
        self._task.report(StageFinished(stage=stage, figures=msgspec.to_builtins(figures)))

    def _learn_speed(self, stage: Stage, data: RunData, seconds: float) -> None:
        state = None
        with contextlib.suppress(UnusableCheckpoint):
            state = Checkpoint(self._folder.checkpoints, stage).load()
        epochs = [epoch.seconds for epoch in state.history] if state else []
        counts = ImageCounts(len(data.classes), len(data.train), len(data.validation), len(data.test))
        learn_speed(self._settings, counts, stage, seconds, epochs)

    def _summary(self, data: RunData, result: StageResult, figures: StageFigures) -> Summary:
        if result.network is None:
            summary = self._folder.read_summary()
            kept = tuple(other for other in summary.stages if other.name != figures.name)
            return msgspec.structs.replace(summary, stages=(*kept, figures))
        return Summary(
            dataset=dataset_figures(data),
            network=result.network,
            stages=(figures,),
            references=references(len(data.classes), result.network.parameters),
        )

    def _count_seconds(self) -> None:
        """Add the time since the last count to the stage that is being done."""
        if self._stage is None:
            return
        now = time.monotonic()
        record = self._record.stages[self._stage]
        self._set(self._stage, msgspec.structs.replace(record, seconds=record.seconds + now - self._since))
        self._since = now

    def _left_by(self, stage: Stage) -> tuple[Path, ...]:
        """What a stage leaves for others beside its own file."""
        checkpoint = Checkpoint(self._folder.checkpoints, stage)
        own = self._folder.details(stage), self._folder.figures(stage)
        return (*own, checkpoint.last, checkpoint.trained)

    def _note_files(self, *paths: Path) -> None:
        self._record = self._folder.with_files(self._record, paths)
        self._folder.write_record(self._record)

    def _set(self, stage: Stage, record: StageRecord) -> None:
        if record.state == "started":
            self._record = self._folder.without_files(self._record, self._left_by(stage))
        self._record = self._record.with_stage(stage, record)
        self._folder.write_record(self._record)


def dataset_figures(data: RunData) -> DatasetFigures:
    """The data set's part of summary.json."""
    return DatasetFigures(
        name=data.record.name,
        classes=data.classes,
        train_images=len(data.train),
        validation_images=len(data.validation),
        test_images=len(data.test),
    )
