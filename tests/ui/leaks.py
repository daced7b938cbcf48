"""What a test of the window may not leave behind: threads, running timers, windows.

An error in a slot fails its test, too: pytest-qt sees to that.
"""

from __future__ import annotations

import gc
import threading
import time
import weakref
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 30.0
"""Seconds in which what is about to end has to end."""
_PAUSE = 20


@dataclass(frozen=True)
class Leftovers:
    """What is at work: threads, timers that run, and windows. The application's own timers are its own."""

    threads: frozenset[threading.Thread]
    timers: frozenset[QTimer]
    windows: frozenset[QWidget]

    def since(self, before: Leftovers) -> list[str]:
        """What is here and was not there before, named."""
        threads = (f"thread {thread.name}" for thread in self.threads - before.threads)
        timers = (f"timer of {_name(timer.parent())}" for timer in self.timers - before.timers)
        windows = (f"window {_name(window)}" for window in self.windows - before.windows)
        return sorted((*threads, *timers, *windows))


class TimerWatch:
    """Knows every timer that Python code makes from now on.

    Its start is left alone: a signal that is connected to it is let go with the timer.
    """

    def __init__(self, application: QApplication, patch: pytest.MonkeyPatch) -> None:
        self._application = application
        self._made: weakref.WeakSet[QTimer] = weakref.WeakSet()
        make = QTimer.__init__

        def noting(timer: QTimer, *arguments: Any, **settings: Any) -> None:
            make(timer, *arguments, **settings)
            self._made.add(timer)

        patch.setattr(QTimer, "__init__", noting)

    def leftovers(self) -> Leftovers:
        """What is at work now."""
        running = (timer for timer in tuple(self._made) if _is_running(timer))
        owned = frozenset(timer for timer in running if timer.parent() is not self._application)
        return Leftovers(frozenset(threading.enumerate()), owned, frozenset(QApplication.topLevelWidgets()))

    def left_behind(self, before: Leftovers, patience: float = _PATIENCE) -> list[str]:
        """What is at work that was not `before` and does not end by itself, named."""
        limit = time.monotonic() + patience
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        while (left := self.leftovers().since(before)) and time.monotonic() < limit:
            # Widgets in a cycle of references go with it.
            gc.collect()
            QTest.qWait(_PAUSE)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return left


def _is_running(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:
        # Its owner is gone, and it with it.
        return False


def _name(thing: QObject | None) -> str:
    return "nobody" if thing is None else f"{type(thing).__name__} {thing.objectName()}".strip()
