"""A request carried out by a worker, with its progress shown and Ctrl-C heard."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from core.commands.console import Console
from core.diagnosis import failed_by
from core.errors import EXIT_STOPPED
from core.events import AnyEvent, Crashed, Failed, Stopped, Succeeded
from core.processes.client import WorkerProcess
from core.requests import AnyRequest


class TaskEnded(Exception):
    """A task did not succeed. `log` names the file that tells more, where it does."""

    def __init__(self, outcome: Failed | Stopped, log: str = "") -> None:
        self.outcome = outcome
        self.log = log
        super().__init__(outcome)


def run_in_worker(
    request: AnyRequest, console: Console, show: Callable[[AnyEvent], None] | None = None
) -> Succeeded:
    """Have a worker do what is asked, its events shown by `show`, or else by the console.

    Raises `TaskEnded` when it fails or is stopped.
    """
    with WorkerProcess(request) as worker, _interruptible(worker):
        for event in worker.events():
            (show or console.show)(event)
    match worker.outcome:
        case Succeeded() as succeeded:
            with contextlib.suppress(OSError):
                worker.log.unlink(missing_ok=True)
            return succeeded
        case Crashed() as crashed:
            raise TaskEnded(failed_by(crashed), str(worker.log))
        case Failed(code="unexpected") as failed:
            raise TaskEnded(failed, str(worker.log))
        case Failed() | Stopped() as ended:
            raise TaskEnded(ended)
        case other:
            raise AssertionError(f"not a terminal event: {other!r}")


def show_failure(ended: TaskEnded, console: Console) -> int:
    """Show how a task ended that did not succeed; the exit code."""
    if isinstance(ended.outcome, Stopped):
        console.say("Stopped.")
        return EXIT_STOPPED
    console.failure(ended.outcome, ended.log)
    return ended.outcome.exit_code


@contextlib.contextmanager
def _interruptible(worker: WorkerProcess) -> Iterator[None]:
    """Within it, the first Ctrl-C asks the worker to stop and the second ends it."""
    asked = False

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            worker.kill()
            return
        asked = True
        worker.cancel()

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
