"""Opening a serial port, with an error of its own for each reason why that fails."""

from __future__ import annotations

import errno
import getpass
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import serial
from serial import rfc2217
from serial.urlhandler import protocol_socket

from core.errors import BoardError, SqueezeError

_BUSY = frozenset({errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK})
_WINDOWS_BUSY = frozenset({5, 32})
"""ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION: on Windows one program at a time opens a port."""
_WINDOWS_NUMBER = re.compile(r"Error\(\d+, .*, None, (\d+)\)$", re.DOTALL)
"""pyserial 3.5 (serial/serialwin32.py) has the system's error only as text, in the system's language."""
_LOOK_SECONDS = 0.002
_USUAL_GROUP = "dialout"
_LINUX = "Run  sudo usermod -a -G {group} {user}  in a terminal, then log out and in again."
IN_USE = b"This board is in use by another program.\r\n"
"""What a server of this program says, before it hangs up, to whoever comes second."""

_ONCE = "Run  sudo chmod a+rw {port}  in a terminal, then try again."


class QuickRfc2217(rfc2217.Serial):  # type: ignore[misc]
    """pyserial's RFC 2217 port, without its waits where nothing has changed.

    WORKAROUND: pyserial 3.5 (serial/rfc2217.py) negotiates every setting anew, a tenth of a second long,
    whenever one is assigned, even a timeout, which concerns this side only; esptool assigns a timeout twice a
    command. And it looks only every 50 ms whether a line was moved or a buffer emptied.
    """

    _negotiated: tuple[object, ...] | None = None

    def open(self) -> None:
        self._negotiated = None
        try:
            super().open()
        except serial.SerialException as error:
            if IN_USE in self._said():
                raise serial.SerialException(errno.EBUSY, str(error)) from error
            raise

    def _said(self) -> bytes:
        """What arrived that was not read."""
        buffer, said = self._read_buffer, bytearray()
        while buffer is not None and not buffer.empty():
            said += buffer.get_nowait() or b""
        return bytes(said)

    def close(self) -> None:
        # pyserial leaves the socket open when the other side was faster.
        connection = self._socket
        super().close()
        if connection is not None:
            connection.close()

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read at once. Raises SerialException when the connection broke off."""
        if self.is_open and not self._thread.is_alive() and self._read_buffer.empty():
            raise serial.SerialException("the other side closed the connection")
        waiting: int = super().in_waiting
        return waiting

    def _reconfigure_port(self) -> None:
        wanted = (
            self._baudrate,
            self._bytesize,
            self._parity,
            self._stopbits,
            self._rtscts,
            self._xonxoff,
        )
        if self._write_timeout is None and wanted == self._negotiated:
            return
        super()._reconfigure_port()
        self._negotiated = wanted

    def rfc2217_set_control(self, value: bytes) -> None:
        self._ask("control", value)

    def rfc2217_send_purge(self, value: bytes) -> None:
        self._ask("purge", value)

    def _ask(self, option: str, value: bytes) -> None:
        """Ask the other side for something, and wait until it has answered."""
        item = self._rfc2217_options[option]
        item.set(value)
        deadline = time.monotonic() + self._network_timeout
        while not item.is_ready():
            if time.monotonic() > deadline:
                raise serial.SerialException(f"no answer to {option}")
            time.sleep(_LOOK_SECONDS)


class ClosedSocket(protocol_socket.Serial):  # type: ignore[misc]
    """pyserial's socket port, which lets go of its socket also when the other side was faster.

    WORKAROUND: pyserial 3.5 (serial/urlhandler/protocol_socket.py) leaves it open when that fails.
    """

    def close(self) -> None:
        connection = self._socket
        super().close()
        if connection is not None:
            connection.close()


def open_port(address: str, baud: int) -> serial.SerialBase:
    """An open port that nobody else can open meanwhile. The board behind it is not reset.

    `address` is a device or a URL of pyserial. Raises port-not-found, port-unreachable, port-busy,
    port-permission.
    """
    try:
        port = _unopened(address)
        port.baudrate = baud
        if not address.startswith("rfc2217://"):
            port.exclusive = True
        # Both lines released: else opening resets the board on Windows, and some boards elsewhere.
        port.dtr = port.rts = False
        port.open()
    except (OSError, ValueError) as error:
        raise opening_error(error, address, sys.platform, _group_of) from error
    return port


def opening_error(
    error: OSError | ValueError, address: str, system: str, group_of: Callable[[str], str]
) -> SqueezeError:
    """The error of the table for what opening a port raised.

    `system` is a value of `sys.platform`; `group_of` names the group that may use a device.
    """
    words = str(error)
    number = getattr(error, "errno", None)
    if number in _BUSY or _windows_number(error) in _WINDOWS_BUSY:
        return BoardError("port-busy", detail=words, port=address)
    if number in (errno.EACCES, errno.EPERM):
        return BoardError(
            "port-permission", detail=words, port=address, command=_command(address, system, group_of)
        )
    missing = "port-unreachable" if "://" in address else "port-not-found"
    return BoardError(missing, detail=words, port=address)


def _windows_number(error: OSError | ValueError) -> int | None:
    number: int | None = getattr(error, "winerror", None)
    if number is None and (written := _WINDOWS_NUMBER.search(str(error))):
        return int(written[1])
    return number


def access_command(address: str) -> str:
    """What gives this account access to a port of this computer, in words with the command."""
    return _command(address, sys.platform, _group_of)


def _unopened(address: str) -> serial.SerialBase:
    if address.startswith("rfc2217://"):
        port = QuickRfc2217()
        port.port = address
        return port
    if address.startswith("socket://"):
        port = ClosedSocket()
        port.port = address
        return port
    return serial.serial_for_url(address, do_not_open=True)


def _command(address: str, system: str, group_of: Callable[[str], str]) -> str:
    """How a person gets access to a port on their system."""
    group = group_of(address)
    if system == "darwin" or group == "root":
        return _ONCE.format(port=address)
    return _LINUX.format(group=group, user=getpass.getuser())


def _group_of(address: str) -> str:
    """The group that a device belongs to."""
    if os.name != "posix":
        return _USUAL_GROUP
    import grp

    try:
        return grp.getgrgid(Path(address).stat().st_gid).gr_name
    except (OSError, KeyError):
        return _USUAL_GROUP
