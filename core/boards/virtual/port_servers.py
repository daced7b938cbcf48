"""A virtual board's port, over TCP or as a pseudo terminal.

Over TCP it has speed and reset lines, by RFC 2217. pyserial has the protocol's server side
(`serial.rfc2217.PortManager`); it moves the properties of an object that looks like a serial port, which here
is the board. A pseudo terminal, on systems that have them (Linux, macOS), carries bytes and a speed, but
neither DTR nor RTS. Opening it is plugging the board in; closing it takes its power away.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import threading
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from serial import PARITY_NONE, rfc2217

from core.boards.port_opening import IN_USE
from core.boards.virtual.board import VirtualBoard
from core.boards.virtual.chips import ROM_BAUD
from core.errors import BoardError

_ESCAPE = b"\xff"
_READ_BYTES = 65536
_LOOK_SECONDS = 0.1
_LEAVING_SECONDS = 0.5
_HIGHEST_PORT = 0xFFFF
_POLL_MILLISECONDS = 50
_PATIENCE = 1.0
"""Seconds that bytes wait for a computer that does not read."""


class _PortServer(ABC):
    """Serves in a thread of its own, `name`, from the beginning of a `with` block to its end."""

    def __init__(self, name: str) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=name)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._thread.join()
        self._close()

    @abstractmethod
    def _serve(self) -> None:
        """Serve until `_stopping` is set."""

    @abstractmethod
    def _close(self) -> None:
        """Give back what the address needs, once nothing serves any more."""


class Rfc2217Server(_PortServer):
    """Offers a board at a TCP address, to one program at a time: others are told `IN_USE` and sent away.

    Use it in a `with` block. `port` 0 takes a free one; `address` is what esptool and pyserial open.
    Raises listen-refused when the address cannot be had.
    """

    def __init__(self, board: VirtualBoard, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__("rfc2217 server")
        self._board = board
        self._listener = _listener(host, port)
        self._listener.settimeout(_LOOK_SECONDS)
        self.host = host
        self.port: int = self._listener.getsockname()[1]
        self._connection: _Connection | None = None

    @property
    def address(self) -> str:
        return f"rfc2217://{self.host}:{self.port}"

    def _close(self) -> None:
        self._listener.close()
        if self._connection is not None:
            self._connection.end()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            # Not every system wakes a waiting thread when its listener is closed.
            with contextlib.suppress(TimeoutError):
                client, _ = self._listener.accept()
                if self._is_in_use():
                    _send_away(client)
                else:
                    self._connection = _Connection(self._board, client)

    def _is_in_use(self) -> bool:
        """Whether somebody is connected; who has just left is waited for."""
        return self._connection is not None and not self._connection.ends_within(_LEAVING_SECONDS)


def _listener(host: str, port: int) -> socket.socket:
    detail = f"{port} is no port number"
    if 0 <= port <= _HIGHEST_PORT:
        try:
            return socket.create_server((host, port))
        except OSError as error:
            detail = str(error)
    raise BoardError("listen-refused", detail=detail, address=f"{host}:{port}")


def _send_away(client: socket.socket) -> None:
    with client, contextlib.suppress(OSError):
        client.sendall(IN_USE)
        # Closing with its first words unread would take ours back.
        client.shutdown(socket.SHUT_WR)
        client.settimeout(_LEAVING_SECONDS)
        while client.recv(_READ_BYTES):
            pass


class _Connection:
    """One computer's connection, read by a thread of its own: an `Endpoint`."""

    has_reset_lines = True

    def __init__(self, board: VirtualBoard, client: socket.socket) -> None:
        self._board = board
        self._client = client
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # A computer that vanishes without a word does not keep the board for ever.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._sending = threading.Lock()
        self._arrived = bytearray()
        self._thread = threading.Thread(target=self._serve, name="rfc2217 connection")
        self._thread.start()

    def deliver(self, data: bytes) -> None:
        """Give bytes to the computer; they are lost when it is gone."""
        with contextlib.suppress(OSError):
            self.write(data.replace(_ESCAPE, _ESCAPE * 2))

    def hang_up(self) -> None:
        """Break the connection."""
        with contextlib.suppress(OSError):
            self._client.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Break the connection and wait until nothing of it is left."""
        self.hang_up()
        self._thread.join()

    def ends_within(self, seconds: float) -> bool:
        """Whether nothing of it is left after so long."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def write(self, data: bytes) -> None:
        """Send bytes as they are: pyserial's manager answers the computer with it."""
        with self._sending:
            self._client.sendall(data)

    def set_baud(self, baud: int) -> None:
        self._pass_on()
        self._board.host_sets_baud(self, baud)

    def set_lines(self, dtr: bool, rts: bool) -> None:
        self._pass_on()
        self._board.host_sets_lines(self, dtr, rts)

    def _serve(self) -> None:
        self._board.plug_in(self, ROM_BAUD)
        with self._client, contextlib.suppress(OSError):
            manager = rfc2217.PortManager(_Settings(self), self)
            while received := self._client.recv(_READ_BYTES):
                for byte in manager.filter(received):
                    self._arrived += byte
                self._pass_on()
        self._board.unplug(self)

    def _pass_on(self) -> None:
        """Give the board what came before a change of the settings, so that it happens in this order."""
        if self._arrived:
            self._board.host_sends(self, bytes(self._arrived))
            self._arrived.clear()


class _Settings:
    """The properties of a serial port that pyserial's manager reads and sets; most change nothing here."""

    cts = dsr = cd = True
    ri = False
    bytesize = 8
    parity = PARITY_NONE
    stopbits = 1
    xonxoff = rtscts = False
    break_condition = False

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._baud = ROM_BAUD
        self._dtr = self._rts = False

    @property
    def baudrate(self) -> int:
        return self._baud

    @baudrate.setter
    def baudrate(self, baud: int) -> None:
        self._baud = baud
        self._connection.set_baud(baud)

    @property
    def dtr(self) -> bool:
        return self._dtr

    @dtr.setter
    def dtr(self, asserted: bool) -> None:
        self._dtr = asserted
        self._connection.set_lines(self._dtr, self._rts)

    @property
    def rts(self) -> bool:
        return self._rts

    @rts.setter
    def rts(self, asserted: bool) -> None:
        self._rts = asserted
        self._connection.set_lines(self._dtr, self._rts)

    def reset_input_buffer(self) -> None:
        """Nothing waits here: what the board says is sent at once."""

    def reset_output_buffer(self) -> None:
        """Nothing waits here: what arrives is given to the board at once."""


class PseudoTerminal(_PortServer):
    """Offers a board at the terminal device `address`: an `Endpoint`. Use it in a `with` block.

    Raises `OSError` where there are no pseudo terminals.
    """

    has_reset_lines = False

    def __init__(self, board: VirtualBoard) -> None:
        if sys.platform == "win32":
            raise OSError("this system has no pseudo terminals")
        import tty

        super().__init__("pseudo terminal")
        self._board = board
        self._master, slave = os.openpty()
        self.address = os.ttyname(slave)
        tty.setraw(slave)
        os.close(slave)
        os.set_blocking(self._master, False)
        self._open = False
        self._baud: int | None = None

    def _close(self) -> None:
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
