"""How long the event loop was kept from its work."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

_TICK = 5


class StallWatch(QObject):
    """A timer of 5 ms that notes how late it is each time.

    With `time.perf_counter` as its clock it tells what a person feels; with `time.thread_time` how much work
    was done in one piece, which other processes do not change.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self._subtracted = _TICK / 1000 if clock is time.perf_counter else 0.0
        self._last: float | None = None
        self._delays: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def __len__(self) -> int:
        return len(self._delays)

    def stop(self) -> None:
        """Note no more."""
        self._timer.stop()

    def percentile(self, share: float) -> float:
        """The delay in milliseconds that `share` percent of all were below of."""
        return float(np.percentile(self._delays, share)) * 1000

    @property
    def worst(self) -> float:
        """The longest delay in milliseconds."""
        return max(self._delays) * 1000

    def _tick(self) -> None:
        now = self._clock()
        if self._last is not None:
            self._delays.append(max(now - self._last - self._subtracted, 0.0))
        self._last = now
