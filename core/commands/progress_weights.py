"""How far a list of checks has come, and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from core.events import AnyEvent, Progress

_SURE_AFTER = 2.0
"""Expected seconds of finished work after which this computer's own speed is known well enough."""


class ProgressWeights:
    """Told of each check as it begins and ends, and of a worker's progress in between; tells `show`.

    `seconds` is how long each check takes on a usual computer. How much faster or slower this one is, is
    seen from what is behind.
    """

    def __init__(
        self,
        seconds: Mapping[str, float],
        show: Callable[[AnyEvent], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = seconds
        self._show = show
        self._clock = clock
        self._started = clock()
        self._behind = 0.0
        self._done = 0
        self._current = 0.0
        self._share = 0.0

    def begin(self, name: str) -> None:
        """A check begins."""
        self._current, self._share = self._seconds[name], 0.0
        self._show(self.progress())

    def end(self, name: str) -> None:
        """A check has come to its end."""
        self._behind += self._seconds[name]
        self._done += 1
        self._current = self._share = 0.0
        self._show(self.progress())

    def listen(self, event: AnyEvent) -> None:
        """Something happened in the check that is under way."""
        if isinstance(event, Progress) and event.total:
            # A stage has several things to do one after the other, each of which counts from nothing.
            self._share = max(self._share, min(event.done / event.total, 1.0) * 0.9)
            self._show(self.progress())

    def progress(self) -> Progress:
        """How far it has come by now."""
        whole = sum(self._seconds.values())
        behind = self._behind + self._current * self._share
        pace = (self._clock() - self._started) / behind if behind >= _SURE_AFTER else 1.0
        return Progress(
            done=self._done,
            total=len(self._seconds),
            unit="checks",
            seconds_left=max(0.0, whole - behind) * pace,
        )
