"""A worker seen from the process that started it."""

from __future__ import annotations

import contextlib
import re
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from core import events, worker_commands
from core.diagnosis import MemoryWatch, terminal_event
from core.errors import ProgramError
from core.events import TERMINAL, AnyEvent, Crashed, Status, Stopped
from core.paths import log_folder
from core.processes.child import ChildProcess
from core.processes.roles import own_command
from core.requests import AnyRequest, Assignment, to_line
from core.worker_commands import Cancel, Command

COMMAND = own_command("run")
PATIENCE = 4.0
"""Seconds between asking a worker to stop and ending it, so that it is gone within five."""

_LOG_LINES = 20
_LOGS_KEPT = 30
_LOG_NAME = re.compile(r"\d{8}-\d{6}-\w+\.log")


class WorkerProcess(ChildProcess):
    """One task in a process of its own. Use it in a `with` block: no worker outlives it.

    `events` yields what the worker reports. Exactly one terminal event comes, last, and is kept as
    `outcome`: a worker that ends without one was stopped when that was asked for, has failed when memory ran
    out, and has crashed otherwise.
    """

    def __init__(self, request: AnyRequest, command: Sequence[str] = COMMAND) -> None:
        self.task = uuid.uuid4().hex[:12]
        self.log = _new_log(self.task)
        self.outcome: AnyEvent | None = None
        self._cancelled = False
        self._memory = MemoryWatch()
        self._killer = threading.Timer(PATIENCE, self.kill)
        self._killer.daemon = True
        super().__init__(command, leads_tree=True)
        self._lines = self.said(lambda: self._memory.look(self.pid))
        self.write(to_line(Assignment(task=self.task, log=str(self.log), request=request)))

    def events(self) -> Iterator[AnyEvent]:
        """The worker's events as they come, the terminal one last."""
        while self.outcome is None:
            event = self._next()
            if isinstance(event, TERMINAL):
                self._end()
                self.outcome = event
            yield event

    def cancel(self) -> None:
        """Ask the worker to stop, and end it when it has not after `PATIENCE` seconds. Returns at once."""
        if not self._cancelled:
            self._cancelled = True
            self._said.put(events.to_line(Status(text="Stopping. Finished work is saved.")))
            self.send(Cancel())
            self._killer.start()

    def send(self, command: Command) -> None:
        """Ask for something while the worker works. What comes after its end is lost."""
        self.write(worker_commands.to_line(command))

    def kill(self) -> None:
        """End the worker and its children at once. Safe in a signal handler and in any thread."""
        if self.is_running:
            self._cancelled = True
            super().kill()

    def end(self) -> int:
        """End the worker and its children at once; its exit code."""
        self._killer.cancel()
        return super().end()

    def last_log(self) -> tuple[str, ...]:
        """The last lines that libraries printed in the worker."""
        return tuple(self._log_text().splitlines()[-_LOG_LINES:])

    def _log_text(self) -> str:
        try:
            return self.log.read_text(errors="replace")
        except OSError:
            # It did not come so far, and printed what it had to say.
            return self.last_printed

    def _next(self) -> AnyEvent:
        for said in self._lines:
            # A killed worker's last line may be half a line.
            with contextlib.suppress(msgspec.DecodeError):
                if isinstance(said, bytes):
                    return events.from_line(said)
        return self._without_outcome()

    def _without_outcome(self) -> AnyEvent:
        code = self.wait()
        if self._cancelled:
            return Stopped(time=time.time())
        if self._memory.ran_out(code, self._log_text()):
            failed = terminal_event(ProgramError("memory-exhausted", detail="\n".join(self.last_log())))
            return msgspec.structs.replace(failed, time=time.time())
        return Crashed(time=time.time(), exit_code=code, last_log=self.last_log())

    def _end(self) -> None:
        """Wait for the process to end; one that was asked to stop has no more time than it had."""
        self.end_input()
        with self.ended_after(PATIENCE):
            self.wait()


def _new_log(task: str) -> Path:
    """A name for a new log file; the oldest logs go."""
    folder = log_folder()
    logs = sorted(path for path in folder.iterdir() if _LOG_NAME.fullmatch(path.name))
    for old in logs[: 1 - _LOGS_KEPT or None]:
        # Windows does not remove one that a worker of another window writes to.
        with contextlib.suppress(OSError):
            old.unlink(missing_ok=True)
    return folder / f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{task}.log"
