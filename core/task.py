"""The context that every long function receives.

A `Task` carries what a function tells while it works (status, progress, events) and what it must listen to
(whether the person asked to stop). It is plain Python: a test passes one that records.
"""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from core.errors import Cancelled
from core.events import Event, Progress, Status
from core.tracing import Trace
from core.worker_commands import AnyCommand

Item = TypeVar("Item")

_PROGRESS_INTERVAL = 0.1
_NO_SPAN = contextlib.nullcontext()


class Task:
    """One piece of long work, seen from inside.

    `report` receives every event, stamped with the time; `is_cancelled` is asked often and must be cheap.
    `commands` is where other wishes arrive, from any thread; most work has no use for them. `trace` is told
    where the time goes, when that is asked for.
    """

    def __init__(
        self,
        report: Callable[[Event], None] = lambda event: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        commands: queue.SimpleQueue[AnyCommand] | None = None,
        trace: Trace | None = None,
    ) -> None:
        self._report = report
        self._is_cancelled = is_cancelled
        self._commands = queue.SimpleQueue() if commands is None else commands
        self._trace = trace

    def report(self, event: Event) -> None:
        """Send an event."""
        self._report(msgspec.structs.replace(event, time=time.time()))

    def also_telling(self, listener: Callable[[Event], None]) -> Task:
        """The same task, but `listener` gets each event first."""

        def report(event: Event) -> None:
            listener(event)
            self._report(event)

        return Task(report, self._is_cancelled, self._commands, self._trace)

    def telling(self, listener: Callable[[Event], None]) -> Task:
        """The same task, but `listener` gets the events, and nobody else."""
        return Task(listener, self._is_cancelled, self._commands, self._trace)

    def traced(self, trace: Trace) -> Task:
        """The same task, but the times of its spans go to `trace`."""
        return Task(self._report, self._is_cancelled, self._commands, trace)

    def span(self, name: str, **arguments: object) -> contextlib.AbstractContextManager[None]:
        """A block whose time is traced, if anything is."""
        return _NO_SPAN if self._trace is None else self._trace.span(name, **arguments)

    def steps(self, stage: str, batches: Iterable[Item]) -> Iterable[Item]:
        """The batches that a stage works on, each a traced step, if anything is traced."""
        return batches if self._trace is None else self._trace.steps(stage, batches)

    def status(self, sentence: str, **values: object) -> None:
        """Say in words for a person what is being done now; `values` fill the sentence."""
        if not values:
            self.report(Status(text=sentence))
            return
        texts = {name: str(value) for name, value in values.items()}
        self.report(Status(text=sentence.format(**texts), sentence=sentence, values=texts))

    def check_cancelled(self) -> None:
        """Raise `Cancelled` when the person has asked to stop."""
        if self._is_cancelled():
            raise Cancelled

    @property
    def has_commands(self) -> bool:
        """Whether `next_command` would return one at once."""
        return not self._commands.empty()

    def next_command(self, seconds: float = 0.0) -> AnyCommand | None:
        """The next command, waited for up to `seconds`; None when there is none."""
        try:
            return self._commands.get(timeout=seconds) if seconds else self._commands.get_nowait()
        except queue.Empty:
            return None

    def progress(self, total: int, unit: str = "") -> ProgressMeter:
        """A meter for `total` units of work that starts counting now."""
        return ProgressMeter(self, total, unit)

    def track(self, items: Iterable[Item], total: int, unit: str = "") -> Iterator[Item]:
        """Yield `items` with progress, stopping with `Cancelled` between two of them when asked to."""
        meter = self.progress(total, unit)
        for item in items:
            self.check_cancelled()
            yield item
            meter.advance()


class ProgressMeter:
    """Counts finished units and reports them, with time left, at most ten times a second.

    The first report of units says nothing about the speed of the others: preparations are in it.
    """

    def __init__(self, task: Task, total: int, unit: str) -> None:
        self._task = task
        self._total = total
        self._unit = unit
        self._done = 0
        self._timed_from: tuple[float, int] | None = None
        self._reported = 0.0

    def skip(self, units: int) -> None:
        """Count `units` as done before the work began."""
        self._done += units

    def advance(self, units: int = 1) -> None:
        """Count `units` more as done."""
        self._done += units
        now = time.monotonic()
        if self._timed_from is None:
            self._timed_from = (now, self._done)
        if self._done < self._total and now - self._reported < _PROGRESS_INTERVAL:
            return
        self._reported = now
        self._task.report(
            Progress(
                done=self._done, total=self._total, unit=self._unit, seconds_left=self._seconds_left(now)
            )
        )

    def _seconds_left(self, now: float) -> float | None:
        if self._done >= self._total:
            return 0.0
        since, before = self._timed_from or (now, self._done)
        if self._done == before:
            return None
        return (now - since) / (self._done - before) * (self._total - self._done)
