"""Why a port does not open, in words that help."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest
import serial

from core.boards.port_opening import open_port, opening_error
from core.errors import SqueezeError


def opening(error: OSError, system: str = "linux", group: str = "dialout") -> SqueezeError:
    return opening_error(error, "/dev/ttyUSB0", system, lambda address: group)


def port_error(number: int, words: str) -> serial.SerialException:
    """As pyserial raises it (serialposix.py, `open`)."""
    return serial.SerialException(number, words)


def windows_error(number: int, words: str, winerror: int) -> PermissionError:
    error = PermissionError(number, words)
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


def test_without_permission_the_systems_own_command_is_named() -> None:
    denied = port_error(errno.EACCES, "could not open port /dev/ttyUSB0: Permission denied")
    linux = opening(denied, group="uucp")
    assert linux.code == "port-permission"
    assert "sudo usermod -a -G uucp " in linux.remedy
    assert "sudo chmod a+rw /dev/ttyUSB0" in opening(denied, "darwin").remedy
    assert "sudo chmod a+rw /dev/ttyUSB0" in opening(denied, group="root").remedy


@pytest.mark.parametrize(
    "error",
    [
        port_error(errno.EBUSY, "could not open port: Device or resource busy"),
        port_error(errno.EAGAIN, "Could not exclusively lock port /dev/ttyUSB0: Resource unavailable"),
        serial.SerialException(
            "could not open port 'COM5': PermissionError(13, 'Access is denied.', None, 5)"
        ),
        serial.SerialException(
            "could not open port 'COM5': PermissionError(13, 'Zugriff verweigert', None, 5)"
        ),
        serial.SerialException("could not open port 'COM5': PermissionError(13, '액세스가 거부', None, 32)"),
        windows_error(13, "Zugriff verweigert", 5),
    ],
)
def test_a_port_that_another_program_has_open_is_busy(error: OSError) -> None:
    assert opening(error, "win32").code == "port-busy"


@pytest.mark.parametrize(
    "error",
    [
        port_error(errno.ENOENT, "could not open port /dev/ttyUSB0: No such file or directory"),
        serial.SerialException("could not open port 'COM5': FileNotFoundError(2, 'The system cannot find"),
        serial.SerialException(
            "could not open port 'COM5': FileNotFoundError(2, 'Die Datei wurde nicht gefunden.', None, 2)"
        ),
    ],
)
def test_a_port_that_is_not_there_is_not_found(error: OSError) -> None:
    assert opening(error, "win32").code == "port-not-found"


def test_opening_a_device_that_is_not_there_says_so() -> None:
    with pytest.raises(SqueezeError) as caught:
        open_port("/dev/no-such-port", 115200)
    assert caught.value.code == "port-not-found"


@pytest.mark.parametrize("address", ["rfc2217://127.0.0.1:1", "strange://x", "rfc2217://x:y"])
def test_an_address_where_no_board_is_offered_is_not_taken_for_a_cable(address: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        open_port(address, 115200)
    assert caught.value.code == "port-unreachable"
    assert "cable" not in str(caught.value)


def test_a_server_of_another_kind_offers_no_board() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"rfc2217://127.0.0.1:{server.getsockname()[1]}?timeout=0.1"
        with pytest.raises(SqueezeError) as caught:
            open_port(address, 115200)
    assert caught.value.code == "port-unreachable"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals")
def test_a_port_is_opened_by_one_program_only() -> None:
    master, slave = os.openpty()
    try:
        address = os.ttyname(slave)
        port = open_port(address, 115200)
        with pytest.raises(SqueezeError) as caught:
            open_port(address, 115200)
        assert caught.value.code == "port-busy"
        port.close()
        assert Path(address).exists()
    finally:
        os.close(master)
        os.close(slave)
