"""What stays at work beside the run: the board in software, and the link to the board in use.

They belong to the session: a window that is made anew finds them as they were.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.task_client import TaskClient
from core.events import AnyEvent, BoardMet, BoardOffered
from core.requests import LiveRequest, VirtualBoardRequest
from core.worker_commands import Command

_HOST = "127.0.0.1"


class VirtualBoard(QObject):
    """A virtual board in a process of its own, plugged in when it is first wanted.

    `ready` brings the address at which it can be opened like any other; `failed` the terminal event of a
    board that ended by itself.
    """

    ready = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.address = ""
        self._board = ""
        self._wanted: VirtualBoardRequest | None = None
        self._task = TaskClient(self)
        self._task.reported.connect(self._listen)
        self._task.ended.connect(self._end)

    @property
    def pid(self) -> int | None:
        """The process of the board, if it is plugged in."""
        return self._task.pid

    def plug_in(self, board: str) -> None:
        """Have a board of a profile there. One that is there already, with all in its flash, stays."""
        if self._task.is_busy and board == self._board:
            if self.address:
                self.ready.emit(self.address)
            return
        self._wanted = VirtualBoardRequest(board=board, host=_HOST)
        if self._task.is_busy:
            self._task.cancel()
        else:
            self._start()

    def unplug(self) -> None:
        """Have it gone at once."""
        self._wanted = None
        self._task.kill()

    def _start(self) -> None:
        assert self._wanted is not None
        request, self._wanted = self._wanted, None
        self.address, self._board = "", request.board or ""
        self._task.start(request)

    def _listen(self, events: list[AnyEvent]) -> None:
        for event in events:
            if isinstance(event, BoardOffered):
                self.address = event.address
                self.ready.emit(event.address)

    def _end(self, outcome: AnyEvent) -> None:
        self.address = ""
        if self._wanted is not None:
            self._start()
        else:
            self.failed.emit(outcome)


class LiveLink(QObject):
    """The link to the board in use. `reported` brings what it tells, `ended` how it ended.

    `met` is the board, once it has answered.
    """

    reported = Signal(list)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.request: LiveRequest | None = None
        self.met: BoardMet | None = None
        self._is_closing = False
        self._next: LiveRequest | None = None
        self._task = TaskClient(self)
        self._task.reported.connect(self._listen)
        self._task.ended.connect(self._end)

    @property
    def is_open(self) -> bool:
        """Whether a link is open, and is to stay so."""
        return self._task.is_busy and not self._is_closing

    @property
    def has_ended(self) -> bool:
        """Whether nothing of an earlier link is left that could hold its port."""
        return not self._task.is_busy

    def open(self, request: LiveRequest) -> None:
        """Open a link, once an earlier one has ended."""
        if self._task.is_busy:
            self._next = request
            self._cancel()
        else:
            self._start(request)

    def ask(self, command: Command) -> None:
        """Have the link do something."""
        self._task.send(command)

    def close(self) -> None:
        """End the link, and open none that was to follow; its port is free once `ended` is told."""
        self._next = None
        self._cancel()

    def kill(self) -> None:
        """End the link at once."""
        self._next = None
        self._task.kill()

    def _cancel(self) -> None:
        if self._task.is_busy and not self._is_closing:
            self._is_closing = True
            self._task.cancel()

    def _start(self, request: LiveRequest) -> None:
        self.request, self.met, self._is_closing = request, None, False
        self._task.start(request)

    def _listen(self, events: list[AnyEvent]) -> None:
        if self._is_closing:
            return
        self.met = next((event for event in events if isinstance(event, BoardMet)), self.met)
        self.reported.emit(events)

    def _end(self, outcome: AnyEvent) -> None:
        request, self._next = self._next, None
        self._is_closing, self.request, self.met = False, None, None
        if request is not None:
            self._start(request)
        else:
            self.ended.emit(outcome)


class Desk(QObject):
    """The boards on the desk. `link` is to the board in use, `camera` to one that only takes photos."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.virtual = VirtualBoard(self)
        self.link = LiveLink(self)
        self.camera = LiveLink(self)

    @property
    def is_free(self) -> bool:
        """Whether nothing is left of any link that could hold a port."""
        return self.link.has_ended and self.camera.has_ended

    def clear(self) -> None:
        """End all of it at once."""
        self.link.kill()
        self.camera.kill()
        self.virtual.unplug()


def desk_of(session: Session) -> Desk:
    """The session's desk, made when it is first asked for."""
    return session.findChild(Desk) or Desk(session)
