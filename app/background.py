"""Work that would hold up the window, done in a thread; what comes of it is brought back by a signal."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

Result = TypeVar("Result")
_numbers = itertools.count()
_jobs: dict[int, _Job]


@dataclass(frozen=True)
class _Job:
    owner: QObject
    work: Callable[[], Any]
    take: Callable[[Any], object]


_jobs = {}
"""What is in progress, by number. A thread knows the number alone: see `in_background`."""


class _Deliveries(QObject):
    """Lives in the window's thread as long as the application, so what a thread emits arrives there."""

    arrived = Signal(int, object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.arrived.connect(self._hand_over)

    def _hand_over(self, number: int, result: object) -> None:
        job = _jobs.pop(number)
        if isValid(job.owner):
            job.take(result)


def in_background(owner: QObject, work: Callable[[], Result], take: Callable[[Result], object]) -> None:
    """Do `work` in a thread, then `take` what it returns in the window's, unless `owner` is gone by then.

    `work` touches no widget and raises nothing: what can go wrong is part of what it returns. The thread
    refers to none of the three when it ends. If it did, its reference could be the last one, and a QObject
    would be destroyed in a thread that it does not live in, which Qt does not survive.
    """
    deliveries, number = _deliveries(), next(_numbers)
    _jobs[number] = _Job(owner, work, take)
    threading.Thread(target=_do, args=(deliveries, number), daemon=True).start()


def _do(deliveries: _Deliveries, number: int) -> None:
    result = _jobs[number].work()
    # At the end of the program nobody is left to take it.
    with contextlib.suppress(RuntimeError):
        deliveries.arrived.emit(number, result)


def _deliveries() -> _Deliveries:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application is running")
    deliveries = application.findChild(_Deliveries)
    return deliveries if isinstance(deliveries, _Deliveries) else _Deliveries(application)
