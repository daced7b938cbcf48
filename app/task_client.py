"""A worker as the window sees it: events come as signals, and nothing waits."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.wording import in_own_words
from core.events import TERMINAL, AnyEvent
from core.processes.client import COMMAND, WorkerProcess
from core.requests import AnyRequest
from core.worker_commands import Command

BATCHES_A_SECOND = 30


class TaskClient(QObject):
    """At most one task at a time, in a process of its own.

    `reported` brings a task's events in order, at most `BATCHES_A_SECOND` lists a second; `ended` brings its
    one terminal event, after all others. What an earlier task still says when a new one has begun is dropped.
    """

    started = Signal()
    reported = Signal(list)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, command: Sequence[str] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._worker: WorkerProcess | None = None
        self._inbox: deque[AnyEvent] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // BATCHES_A_SECOND)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether a task has begun and not ended."""
        return self._worker is not None

    @property
    def pid(self) -> int | None:
        """The process of the task, if there is one."""
        return self._worker.pid if self._worker else None

    @property
    def log(self) -> str:
        """The file with what libraries print in the task, or ''."""
        return str(self._worker.log) if self._worker else ""

    def start(self, request: AnyRequest) -> None:
        """Begin a task. Raises `RuntimeError` while another is not ended."""
        if self._worker is not None:
            raise RuntimeError("another task has not ended yet")
        worker, inbox = WorkerProcess(request, self._command), deque[AnyEvent]()
        self._worker, self._inbox = worker, inbox
        threading.Thread(target=_collect, args=(worker, inbox), daemon=True).start()
        self._timer.start()
        self.started.emit()

    def cancel(self) -> None:
        """Ask the task to stop; it is ended when it does not. Returns at once."""
        if self._worker is not None:
            self._worker.cancel()

    def send(self, command: Command) -> None:
        """Ask the task for something while it works; nothing where there is none."""
        if self._worker is not None:
            self._worker.send(command)

    def kill(self) -> None:
        """End the task's processes at once: for the end of the program."""
        if self._worker is not None:
            self._worker.kill()

    def _deliver(self) -> None:
        batch, outcome = self._taken()
        if batch:
            self.reported.emit(batch)
        if outcome is not None:
            self._timer.stop()
            self._worker = None
            self.ended.emit(outcome)

    def _taken(self) -> tuple[list[AnyEvent], AnyEvent | None]:
        batch: list[AnyEvent] = []
        while self._inbox:
            event = in_own_words(self._inbox.popleft())
            if isinstance(event, TERMINAL):
                return batch, event
            batch.append(event)
        return batch, None


def _collect(worker: WorkerProcess, inbox: deque[AnyEvent]) -> None:
    """Take a worker's events until it has ended, in a thread."""
    with worker:
        for event in worker.events():
            inbox.append(event)
