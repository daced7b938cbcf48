"""How far the writing of a board's flash has come, part by part and in all."""

from __future__ import annotations

import time

from core.boards.flasher.jobs import FlashPart
from core.events import FlashBegun, FlashPartProgress, WrittenPart
from core.task import Task

_INTERVAL = 0.1


class WritingProgress:
    """Reports `FlashBegun` when made, then how far each part and all of them are, ten times a second."""

    def __init__(self, task: Task, parts: tuple[FlashPart, ...]) -> None:
        self.total = sum(len(part.data) for part in parts)
        self._task = task
        self._meter = task.progress(self.total, "bytes")
        self._counted = 0
        self._reported = 0.0
        task.report(
            FlashBegun(
                parts=tuple(
                    WrittenPart(name=part.name, offset=part.offset, bytes=len(part.data)) for part in parts
                )
            )
        )

    def begin(self, part: FlashPart) -> None:
        """The next part begins."""
        self._counted = 0
        self._report(part, 0)

    def reached(self, part: FlashPart, done: int, of: int) -> None:
        """`done` of `of` steps of a part are done; whatever the steps are, they are counted as bytes."""
        size = len(part.data)
        now = size * done // of if of else 0
        self._meter.advance(now - self._counted)
        self._counted = now
        if now == size or time.monotonic() - self._reported >= _INTERVAL:
            self._report(part, now)

    def _report(self, part: FlashPart, done: int) -> None:
        self._reported = time.monotonic()
        self._task.report(FlashPartProgress(name=part.name, done=done, total=len(part.data)))
