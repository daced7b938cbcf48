"""What a flash would write, worked out in a worker whenever something about it has changed."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from app.task_client import TaskClient
from core.events import AnyEvent, Failed, Succeeded
from core.pipeline.board_results import FlashPlan
from core.requests import FlashPlanRequest


class Planner(QObject):
    """`planned` brings the plan for what was asked for last, `failed` why there is none."""

    planned = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: tuple[FlashPlanRequest, str] | None = None
        self._working: tuple[FlashPlanRequest, str] | None = None
        self._task = TaskClient(self)
        self._task.ended.connect(self._end)

    def ask(self, request: FlashPlanRequest, model: str) -> None:
        """Work out a plan, unless the last one was for the same; `model` is the hash of the model's file."""
        if self._asked == (request, model):
            return
        self._asked = (request, model)
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
        self._task.start(self._working[0])

    def _end(self, outcome: AnyEvent) -> None:
        if self._asked is None:
            return
        if self._working != self._asked:
            self._start()
            return
        match outcome:
            case Succeeded(figures=figures):
                self.planned.emit(msgspec.convert(figures, FlashPlan))
            case Failed(happened=happened, remedy=remedy):
                self.failed.emit(f"{happened} {remedy}")
            case _:
                self._asked = None
