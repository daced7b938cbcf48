"""What would be flashed: the open run's model, the board it is meant for, and what is written where."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.task_client import TaskClient
from core.boards.firmware_bundles.sources import bundle_files
from core.boards.profiles import VIRTUAL_BOARD, board_profile, own_boards_file
from core.boards.virtual.chips import CHIPS
from core.datasets.check_cache import FileState, file_state
from core.deployment.board_results import FlashPlan
from core.errors import SqueezeError
from core.events import AnyEvent, Failed, Succeeded
from core.reading import resolved
from core.requests import FlashPlanRequest
from core.runs.folder import RunFolder


def finished_model(session: Session) -> str:
    """The hash of the run's finished model, '' when it is not finished."""
    record = session.record
    if record is None or not record.is_done("huffman"):
        return ""
    return record.stages["huffman"].sha256 or ""


def real_board(session: Session) -> str:
    """The target's profile, '' when there is none or one that exists in software only."""
    try:
        return "" if board_profile(session.board).is_virtual else session.board
    except SqueezeError:
        return ""


def played_board(session: Session) -> str:
    """The profile that a virtual board plays: the target's, where there is a virtual chip for it."""
    board = real_board(session)
    return board if board and board_profile(board).chip_id in CHIPS else VIRTUAL_BOARD


class _Question(NamedTuple):
    """A plan depends on what is asked, and on the files of the run, of own boards and of the firmware."""

    request: FlashPlanRequest
    files: tuple[tuple[Path, FileState | None], ...]

    @classmethod
    def now(cls, request: FlashPlanRequest) -> _Question:
        run = RunFolder(Path(request.run))
        files = (run.record, run.file("huffman"), run.labels, run.summary, own_boards_file())
        return cls(request, tuple((path, file_state(path)) for path in (*files, *bundle_files())))


class Planner(QObject):
    """`planned` brings the plan for what was asked for last, `failed` why there is none."""

    planned = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: _Question | None = None
        self._working: _Question | None = None
        self._task = TaskClient(self)
        self._task.ended.connect(self._end)

    def ask(self, request: FlashPlanRequest) -> None:
        """Work out a plan, unless there is one and nothing that it depends on has changed since."""
        question = _Question.now(request)
        if self._asked == question:
            return
        self._asked = question
        if not self._task.is_busy:
            self._start()

    def forget(self) -> None:
        """What was asked for is no longer wanted."""
        self._asked = None

    def leave(self) -> None:
        """End what is at work."""
        self._task.kill()

    def _start(self) -> None:
        assert self._asked is not None
        self._working = self._asked
        self._task.start(self._working.request)

    def _end(self, outcome: AnyEvent) -> None:
        if self._asked is None:
            return
        if self._working != self._asked:
            self._start()
            return
        match outcome:
            case Succeeded(figures=figures):
                self.planned.emit(msgspec.convert(figures, resolved(FlashPlan)))
            case Failed(happened=happened, remedy=remedy):
                self._asked = None
                self.failed.emit(f"{happened} {remedy}")
            case _:
                self._asked = None
