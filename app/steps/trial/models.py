"""The models of the open run, loaded in a process of their own while images are tried."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.task_client import TaskClient
from core.events import AnyEvent
from core.requests import TryRequest
from core.worker_commands import Command


class TriedModels(QObject):
    """Loaded when an image is first brought, and let go with `stop`, when a task begins or another run opens.

    `reported` brings what the models answer, `failed` the terminal event when they ended by themselves.
    """

    reported = Signal(list)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task = TaskClient(self)
        self._is_closing = False
        self._wanted: list[Command] = []
        self._task.reported.connect(self._listen)
        self._task.ended.connect(self._end)
        session.task_started.connect(self.stop)
        session.opened.connect(self.stop)

    @property
    def is_loaded(self) -> bool:
        """Whether the models are there, or on their way."""
        return self._task.is_busy and not self._is_closing

    @property
    def pid(self) -> int | None:
        """The process that has the models, if there is one."""
        return self._task.pid

    def ask(self, command: Command) -> None:
        """Have the models do something; not while a task is at work on the run."""
        if self._session.folder is None or self._session.is_busy:
            return
        if self._is_closing:
            self._wanted.append(command)
            return
        if not self._task.is_busy:
            self._task.start(TryRequest(run=str(self._session.folder.path)))
        self._task.send(command)

    def stop(self) -> None:
        """Let the models go at once: nothing is lost with them."""
        self._wanted.clear()
        if self.is_loaded:
            self._is_closing = True
            self._task.kill()

    def _listen(self, events: list[AnyEvent]) -> None:
        if not self._is_closing:
            self.reported.emit(events)

    def _end(self, outcome: AnyEvent) -> None:
        wanted, self._wanted = self._wanted, []
        was_closing, self._is_closing = self._is_closing, False
        if not was_closing:
            self.failed.emit(outcome)
        for command in wanted:
            self.ask(command)


def tried_models(session: Session) -> TriedModels:
    """The session's own, made when it is first asked for."""
    return session.findChild(TriedModels) or TriedModels(session)
