"""A task that remembers what it was told, for tests."""

from __future__ import annotations

import queue
from collections.abc import Callable
from typing import TypeVar

from core.events import Event
from core.task import Task
from core.worker_commands import AnyCommand

SomeEvent = TypeVar("SomeEvent", bound=Event)


class RecordingTask(Task):
    """Keeps every event; `cancel_when` may ask it to stop after an event. `give` brings it a command."""

    def __init__(self, cancel_when: Callable[[Event], bool] = lambda event: False) -> None:
        self.events: list[Event] = []
        self._cancel = False
        self._cancel_when = cancel_when
        self._given: queue.SimpleQueue[AnyCommand] = queue.SimpleQueue()
        super().__init__(self._remember, lambda: self._cancel, self._given)

    def give(self, *commands: AnyCommand) -> None:
        """Have these commands wait for whoever works."""
        for command in commands:
            self._given.put(command)

    def _remember(self, event: Event) -> None:
        self.events.append(event)
        if self._cancel_when(event):
            self._cancel = True

    def of(self, kind: type[SomeEvent]) -> list[SomeEvent]:
        """The recorded events of one kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]
