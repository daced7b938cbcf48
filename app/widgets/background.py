"""Work that would hold up the window, done in a thread; what comes of it is brought back by a signal."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Result = TypeVar("Result")
_on_their_way: set[QObject] = set()


class _Delivery(QObject):
    """Made in the window's thread, so what a thread emits arrives there."""

    arrived = Signal(object)

    def __init__(self, owner: QObject, take: Callable[[Any], object]) -> None:
        super().__init__()
        self._owner, self._take = owner, take
        self.arrived.connect(self._hand_over)
        _on_their_way.add(self)

    def _hand_over(self, result: object) -> None:
        _on_their_way.discard(self)
        if isValid(self._owner):
            self._take(result)


def in_background(owner: QObject, work: Callable[[], Result], take: Callable[[Result], object]) -> None:
    """Do `work` in a thread, then `take` what it returns in the window's, unless `owner` is gone by then.

    `work` touches no widget and raises nothing: what can go wrong is part of what it returns.
    """
    delivery = _Delivery(owner, take)

    def do() -> None:
        result = work()
        # At the end of the program nobody is left to take it.
        with contextlib.suppress(RuntimeError):
            delivery.arrived.emit(result)

    threading.Thread(target=do, daemon=True).start()
