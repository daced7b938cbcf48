"""The run that is open: what is on disk of it, what the person has set for it, and the task at work on it."""

from __future__ import annotations

import contextlib
import os
import re
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Signal

from app.background import in_background
from app.preferences import Preferences
from app.step import StepName
from app.task_client import TaskClient
from core.boards.profiles import VIRTUAL_BOARD, board_profiles
from core.errors import SqueezeError
from core.events import AnyEvent, Crashed, Failed, StageFinished, StageStarted, Stopped, Succeeded
from core.files import portable_name
from core.networks.start_weights import starts_elsewhere
from core.requests import AnyRequest, RunRequest
from core.runs.folder import RunFolder
from core.runs.record import RunRecord, first_difference
from core.runs.run_images import are_others
from core.runs.summary import Summary
from core.settings import PRESETS, STAGES, ClassAction, PresetName, RunSettings, Stage, changed, preset

if TYPE_CHECKING:
    from core.runs.dataset_report import DataReport

FIRST_PRESET: PresetName = "quick"
_PRESET_SECTIONS = ("network", "train", "prune", "quantize", "huffman")
_LONGEST_NAME = 50
"""Characters of a run's name that are its source's; the rest says when it was made."""


class StageState(Enum):
    """How far a stage of the open run is."""

    WAITING = "waiting"
    READY = "ready"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    DONE = "done"
    STALE = "stale"


class Session(QObject):
    """What pages show and change. Everything shown of a finished stage comes from the run's folder.

    `opened`: another run is open, or none. `changed`: files of the run are new. `settings_changed`: the
    person has set something. `boards_changed`: other boards are known. `reported`: a list of events of the
    task at work. `history_read`: the events that the open run reported earlier, once. `stage_ended`: a stage
    of the run is finished. `ended`: the task has ended, with its terminal event.
    """

    opened = Signal()
    changed = Signal()
    settings_changed = Signal()
    board_changed = Signal()
    boards_changed = Signal()
    task_started = Signal()
    reported = Signal(list)
    history_read = Signal(list)
    stage_ended = Signal(str)
    ended = Signal(object)

    def __init__(self, preferences: Preferences, task: TaskClient | None = None) -> None:
        super().__init__()
        self.preferences = preferences
        self.task = task or TaskClient()
        self.task.setParent(self)
        self.folder: RunFolder | None = None
        self.record: RunRecord | None = None
        self.summary: Summary | None = None
        self.report: DataReport | None = None
        self.settings: RunSettings = PRESETS[FIRST_PRESET]
        self.source_name = ""
        self.running: Stage | None = None
        self.step: StepName | None = None
        self.request: AnyRequest | None = None
        self.outcome: AnyEvent | None = None
        self._unwritten_board = ""
        self._has_unwritten_actions = False
        self.has_other_images = False
        self.task.reported.connect(self._listen)
        self.task.ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether a task is at work."""
        return self.task.is_busy

    @property
    def is_making(self) -> bool:
        """Whether all stages are being done as one task."""
        return self.is_busy and self.step == "result"

    @property
    def has_images(self) -> bool:
        """Whether images were chosen: a run is open or can begin."""
        return bool(self.source_name)

    @property
    def name(self) -> str:
        """The run's name for a person."""
        return self.folder.path.name if self.folder else self.source_name

    @property
    def board(self) -> str:
        """The id of the board that the run is meant for, '' for none yet."""
        return self._unwritten_board or (self.record and self.record.board) or self.preferences.board

    @property
    def known_board(self) -> str:
        """The id of the board, '' for none yet and for one that is not in the list any more."""
        return self.board if any(one.id == self.board for one in board_profiles()) else ""

    @property
    def has_board_answered(self) -> bool:
        """Whether the board that the run is meant for has run its finished model and reported."""
        board = self.summary.board if self.summary else None
        return board is not None and board.profile == self.board and board.basis == "reported"

    @property
    def training_images(self) -> int | None:
        """How many images the open run learns from; None before they were counted."""
        if self.report is not None:
            from core.runs.time_estimate import counts_of

            return counts_of(self.report, self.settings.data).train
        return None if self.summary is None else self.summary.dataset.train_images

    @property
    def preset(self) -> PresetName | None:
        """The preset that the settings are, if they are one's."""
        return next((name for name in PRESETS if self.with_preset(name) == self.settings), None)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the open run; empty before its images were looked at."""
        if self.summary is not None:
            return self.summary.dataset.classes
        return (
            tuple(group.name for group in self.report.classes if group.role == "used") if self.report else ()
        )

    def state(self, stage: Stage) -> StageState:
        """How far a stage is."""
        if self.running == stage:
            return StageState.RUNNING
        if self.record is None:
            ready = stage == STAGES[0] and self.has_images
            return StageState.READY if ready else StageState.WAITING
        if self.record.is_done(stage):
            return StageState.STALE if self._is_changed_before(stage) else StageState.DONE
        if self.record.stages[stage].state == "started":
            return StageState.INTERRUPTED
        if self.record.stages[stage].state == "stale":
            return StageState.STALE
        index = STAGES.index(stage)
        ready = index == 0 or self.record.is_done(STAGES[index - 1])
        return StageState.READY if ready else StageState.WAITING

    @property
    def undone(self) -> tuple[Stage, ...]:
        """The stages that are not done as everything is set now."""
        if self.record is None:
            return STAGES
        differing = self.changed_from
        waiting = next((stage for stage in STAGES if not self.record.is_done(stage)), None)
        begins = [STAGES.index(stage) for stage in (differing, waiting) if stage is not None]
        return STAGES[min(begins) :] if begins else ()

    @property
    def changed_from(self) -> Stage | None:
        """The first stage that would come out otherwise now, for its settings or the images are others."""
        if self.record is None:
            return None
        return STAGES[0] if self.has_other_images else first_difference(self.record.settings, self.settings)

    def look_at_images(self) -> None:
        """See whether photos of the open run came, were moved or deleted; `changed` when that is news."""
        folder, record = self.folder, self.record
        if folder is not None and record is not None:
            in_background(
                self, lambda: are_others(folder, record.settings), lambda are: self._take_images(folder, are)
            )

    def begin(self, source: str, name: str) -> None:
        """Leave the open run for new images: a folder, an archive or 'scenes'. Raises nothing."""
        self.folder = self.record = self.summary = self.report = None
        self.has_other_images = False
        self.outcome = None
        self._forget_choices()
        self.source_name = name
        self.settings = changed(
            PRESETS[FIRST_PRESET],
            data=msgspec.to_builtins(changed(PRESETS[FIRST_PRESET].data, source=source)),
        )
        self.opened.emit()

    def open(self, path: Path) -> None:
        """Open the run in a folder. Raises run-not-found, run-record-damaged or run-other-version."""
        folder = RunFolder(path)
        record = folder.read_record()
        self.folder, self.record, self.settings = folder, record, record.settings
        self.report = None
        self._forget_choices()
        self.source_name = Path(record.settings.data.source).name
        self.summary, self.outcome, self.has_other_images = _summary_of(folder), None, False
        self.preferences.remember_run(path)
        self.opened.emit()
        self.look_at_images()
        in_background(self, lambda: _events_of(folder), lambda events: self._show_history(folder, events))

    def close(self) -> None:
        """Open no run."""
        self.folder = self.record = self.summary = self.report = None
        self.source_name, self.outcome, self.has_other_images = "", None, False
        self._forget_choices()
        self.settings = PRESETS[FIRST_PRESET]
        self.opened.emit()

    def change(self, section: str, **values: Any) -> None:
        """Set some settings of one section ('data', 'network', a stage). Raises setting-invalid."""
        own = changed(getattr(self.settings, section), **values)
        if own != getattr(self.settings, section):
            self.replace_settings(msgspec.structs.replace(self.settings, **{section: own}))

    def with_preset(self, name: PresetName) -> RunSettings:
        """The settings with a preset's, for as many images as there are, in the place of all that it decides.

        What training starts from is for the person alone to choose.
        """
        own = self.settings
        chosen = preset(name, self.training_images, from_scratch=not starts_elsewhere(own))
        sections = {section: getattr(chosen, section) for section in _PRESET_SECTIONS}
        start = own.train.start_weights
        sections["train"] = msgspec.structs.replace(chosen.train, start_weights=start)
        return msgspec.structs.replace(own, **sections)

    def take_report(self, report: DataReport) -> None:
        """Keep what looking at the run's images came to. A preset follows the number of images."""
        followed = self.preset if self.record is None else None
        self.report = report
        self.changed.emit()
        if followed is not None and self.preset is None:
            self.replace_settings(self.with_preset(followed))

    def replace_settings(self, settings: RunSettings) -> None:
        """Set all settings at once."""
        self.settings = settings
        self.settings_changed.emit()

    def choose_board(self, board: str) -> None:
        """Name the board that models are meant for; an open run keeps it."""
        self.preferences.board = board
        if self.folder is not None:
            self._unwritten_board = board
            self._write_choices()
        self.board_changed.emit()

    def forget_board(self, board: str) -> None:
        """A board is not known any more; a run that is meant for it keeps its id."""
        if self.preferences.board == board:
            self.preferences.board = VIRTUAL_BOARD
        self.boards_changed.emit()
        self.board_changed.emit()

    def add_board(self, board: str) -> None:
        """A board is known from now on, and is the chosen one."""
        self.boards_changed.emit()
        self.choose_board(board)

    def choose_actions(self, act: dict[str, ClassAction]) -> None:
        """Set what the board does when it sees a class; an open run keeps it."""
        self.settings = msgspec.structs.replace(self.settings, act=act)
        self._has_unwritten_actions = self.folder is not None
        self._write_choices()

    def make(self) -> None:
        """Do all stages that are not done, as one task of the page of the result.

        Raises `RuntimeError` while a task is at work.
        """
        self.start(STAGES[-1], "result")

    def start(self, stage: Stage, step: StepName | None = None) -> None:
        """Do one stage, and those before it that are not done; go on where it was interrupted.

        `step` is the page that asks for it where that is not the stage's own. Raises `RuntimeError` while a
        task is at work.
        """
        folder = self.folder or RunFolder(self._new_folder())
        record, start_from = self.record, self.changed_from
        if record is not None and record.is_done(stage) and start_from is None:
            start_from = stage
        followed = self.preset if record is None and self.training_images is None else None
        self.folder, self.has_other_images = folder, False
        self.start_task(
            RunRequest(
                folder=str(folder.path),
                settings=self.settings,
                preset=followed,
                own=("train.start_weights",),
                start_from=start_from if record else None,
                until=stage,
                board=self.known_board or None,
                trace=self._trace(stage),
                replace_trace=True,
            ),
            step or stage,
        )

    def start_task(self, request: AnyRequest, step: StepName) -> None:
        """Have something done that the page of `step` asks for, with its progress shown below.

        `reported` and `ended` tell what comes of it; `request` names it until the next one. Raises
        `RuntimeError` while a task is at work.
        """
        self.task.start(request)
        self.request, self.step, self.outcome = request, step, None
        self.task_started.emit()

    def stop(self) -> None:
        """Ask the task at work to stop. What is finished is kept."""
        self.task.cancel()

    def read_again(self) -> None:
        """Take the run's files anew."""
        if self.folder is None:
            return
        try:
            self.record = self.folder.read_record()
        except SqueezeError:
            self.record = None
        self.summary = _summary_of(self.folder)
        if self.record is not None and isinstance(self.request, RunRequest) and self.request.preset:
            # It follows the number of images, which the worker has counted by now.
            self.request = msgspec.structs.replace(self.request, preset=None)
            self.replace_settings(self.record.settings)
        self.changed.emit()

    def _is_changed_before(self, stage: Stage) -> bool:
        first = self.changed_from
        if self.has_other_images:
            return True
        return first is not None and STAGES.index(first) < STAGES.index(stage)

    def _trace(self, stage: Stage) -> str | None:
        """The file for a profile of a stage, where one is wanted."""
        if self.folder is None or not self.preferences.records_traces:
            return None
        return str(self.folder.logs / f"trace-{stage}.json")

    def _new_folder(self) -> Path:
        """A folder for a run that has none yet, named after its images and the day."""
        base = re.sub(r"[^\w.-]+", "-", self.source_name).strip("-.")[:_LONGEST_NAME] or "run"
        name = portable_name(f"{base} {time.strftime('%Y-%m-%d')}")
        home, number = self.preferences.runs_folder, 2
        path = home / name
        while os.path.lexists(path):
            path, number = home / f"{name} ({number})", number + 1
        return path

    def _listen(self, events: list[AnyEvent]) -> None:
        finished = [event.stage for event in events if isinstance(event, StageFinished)]
        for event in events:
            if isinstance(event, StageStarted) and event.stage in STAGES:
                self.running = next(stage for stage in STAGES if stage == event.stage)
        if any(isinstance(event, StageStarted | StageFinished) for event in events):
            self.read_again()
        if finished and self.folder is not None and self.record is not None:
            self.preferences.remember_run(self.folder.path)
        self.reported.emit(events)
        for stage in finished:
            self.stage_ended.emit(stage)

    def _end(self, outcome: Succeeded | Failed | Stopped | Crashed) -> None:
        self.running, self.outcome = None, outcome
        self._write_choices()
        self.read_again()
        if self.record is None:
            self.folder = None
            self._forget_choices()
        self.look_at_images()
        self.ended.emit(outcome)

    def _take_images(self, folder: RunFolder, are_others: bool) -> None:
        is_at_work = self.is_busy and isinstance(self.request, RunRequest)
        if folder == self.folder and are_others != self.has_other_images and not is_at_work:
            self.has_other_images = are_others
            self.changed.emit()

    def _write_choices(self) -> None:
        """Put the chosen board and actions into run.json; while a worker writes to that, wait for its end.

        Where it cannot be written, the choice holds as long as the run is open.
        """
        is_written = not (self._unwritten_board or self._has_unwritten_actions)
        if is_written or self.folder is None or self.record is None or self.is_busy:
            return
        with contextlib.ExitStack() as stack, contextlib.suppress(SqueezeError):
            # A folder that is gone is not made again.
            self.folder.read_record()
            stack.enter_context(self.folder.locked())
            own = self.folder.read_record()
            settings = msgspec.structs.replace(own.settings, act=self.settings.act)
            board = self._unwritten_board or own.board
            self.record = msgspec.structs.replace(own, board=board, settings=settings)
            self.folder.write_record(self.record)
            self._forget_choices()

    def _forget_choices(self) -> None:
        """None waits to be written."""
        self._unwritten_board, self._has_unwritten_actions = "", False

    def _show_history(self, folder: RunFolder, events: list[AnyEvent]) -> None:
        if folder == self.folder:
            self.history_read.emit(events)


def _events_of(folder: RunFolder) -> list[AnyEvent]:
    from core.runs.event_record import read_events

    try:
        return list(read_events(folder.events))
    except (OSError, SqueezeError):
        return []


def _summary_of(folder: RunFolder) -> Summary | None:
    try:
        return folder.read_summary()
    except SqueezeError:
        return None
