"""The program of a board that was just flashed, at ports that can restart a board and at others."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

from core.boards.link.client import LinkClient
from core.boards.link.messages import LogLine
from core.boards.link.opening import open_link
from core.errors import BOARD_DISCONNECTED, BOARD_SILENT, LINK_GARBLED, PORT_UNREACHABLE, SqueezeError
from core.task import Task

RESTART_SECONDS = 120.0
_ASKED_EVERY = 0.5
_NO_LINES = "socket://"
"""Ports that carry bytes only: the lines that reset a board are not among them."""
_NOT_THERE_YET = frozenset(
    kind.code for kind in (BOARD_DISCONNECTED, BOARD_SILENT, LINK_GARBLED, PORT_UNREACHABLE)
)


@contextlib.contextmanager
def started_program(
    port: str, task: Task, on_log: Callable[[LogLine], None], seconds: float = RESTART_SECONDS
) -> Iterator[LinkClient]:
    """A link to the program on a board that was told to start, as soon as it answers.

    Where a port cannot restart a board, somebody is asked to, and that is waited for. Raises what opening
    the port and the link raise; `Cancelled`.
    """
    with _answering(port, task, on_log, seconds) as link:
        yield link


def _answering(
    port: str, task: Task, on_log: Callable[[LogLine], None], seconds: float
) -> contextlib.AbstractContextManager[LinkClient]:
    if not port.startswith(_NO_LINES):
        return _connected(port, task, on_log)
    task.status("All is written. This port cannot restart the board: please restart it, not in its loader")
    deadline = time.monotonic() + seconds
    while True:
        try:
            return _connected(port, task, on_log)
        except SqueezeError as error:
            if error.code not in _NOT_THERE_YET or time.monotonic() > deadline:
                raise
        task.check_cancelled()
        time.sleep(_ASKED_EVERY)


def _connected(port: str, task: Task, on_log: Callable[[LogLine], None]) -> LinkClient:
    link = open_link(port, task, on_log)
    try:
        link.connect()
    except BaseException:
        link.close()
        raise
    return link
