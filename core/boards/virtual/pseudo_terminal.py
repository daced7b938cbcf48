"""A virtual board's port as a pseudo terminal, on systems that have them (Linux, macOS).

A pseudo terminal carries bytes and a speed, but neither DTR nor RTS. Opening it is plugging the board in;
closing it takes its power away.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
from types import TracebackType

from core.boards.virtual.board import VirtualBoard

_READ_BYTES = 65536
_POLL_MILLISECONDS = 50
_PATIENCE = 1.0
"""Seconds that bytes wait for a computer that does not read."""


class PseudoTerminal:
    """Offers a board at the terminal device `address`: an `Endpoint`. Use it in a `with` block.

    Raises `OSError` where there are no pseudo terminals.
    """

    has_reset_lines = False

    def __init__(self, board: VirtualBoard) -> None:
        if sys.platform == "win32":
            raise OSError("this system has no pseudo terminals")
        import tty

        self._board = board
        self._master, slave = os.openpty()
        self.address = os.ttyname(slave)
        tty.setraw(slave)
        os.close(slave)
        os.set_blocking(self._master, False)
        self._open = False
        self._baud: int | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="pseudo terminal")

    def __enter__(self) -> PseudoTerminal:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._thread.join()
        os.close(self._master)

    def deliver(self, data: bytes) -> None:
        """Give bytes to the computer; they are lost when nobody has the terminal open, or nobody reads."""
        with contextlib.suppress(OSError):
            while data and self._open and self._takes_more():
                data = data[os.write(self._master, data) :]

    def _takes_more(self) -> bool:
        _, ready, _ = select.select([], [self._master], [], _PATIENCE)
        return bool(ready)

    def hang_up(self) -> None:
        """A pseudo terminal cannot be torn off: it falls silent until it is opened again."""

    def _serve(self) -> None:
        poll = select.poll()
        poll.register(self._master, select.POLLIN)
        while not self._stopping.is_set():
            ready = poll.poll(_POLL_MILLISECONDS)
            state = ready[0][1] if ready else 0
            if state & select.POLLIN:
                self._read()
            elif state & select.POLLHUP:
                self._closed()
            else:
                self._opened()
        self._closed()

    def _read(self) -> None:
        self._opened()
        try:
            data = os.read(self._master, _READ_BYTES)
        except OSError:
            data = b""
        if data:
            self._board.host_sends(self, data)
        else:
            self._closed()

    def _opened(self) -> None:
        baud = _baud(self._master)
        if not self._open:
            self._open = True
            self._baud = baud
            self._board.plug_in(self, baud)
        elif baud != self._baud:
            self._baud = baud
            self._board.host_sets_baud(self, baud)

    def _closed(self) -> None:
        if self._open:
            self._open = False
            self._board.unplug(self)
        self._stopping.wait(_POLL_MILLISECONDS / 1000)


def _baud(terminal: int) -> int | None:
    """The speed that a terminal is set to; None for one that termios has no name for."""
    import termios

    code = termios.tcgetattr(terminal)[5]
    names = (name for name in dir(termios) if name[:1] == "B" and name[1:].isdigit())
    return next((int(name[1:]) for name in names if getattr(termios, name) == code), None)
