"""Names of serial ports, and which of them may have a board."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from serial.tools import list_ports

from core.boards.ports import described_ports, serial_ports


@dataclass
class Info:
    """What pyserial says of a port."""

    device: str
    vid: int | None = None
    pid: int | None = None
    product: str | None = None
    description: str = "n/a"
    hwid: str = "n/a"


@pytest.mark.parametrize(
    ("vid", "pid", "name"),
    [
        (0x10C4, 0xEA60, "Board over CP210x on COM5"),
        (0x1A86, 0x7523, "Board over CH340 on COM5"),
        (0x1A86, 0x55D4, "Board over CH9102 on COM5"),
        (0x0403, 0x6010, "Board over FT2232 on COM5"),
        (0x303A, 0x1001, "ESP32 (USB built in) on COM5"),
        (0x303A, 0x0009, "ESP32-S3 over its own USB on COM5"),
        (0x303A, 0x4001, "ESP32 over its own USB on COM5"),
    ],
)
def test_a_port_that_may_have_a_board_is_named_after_its_adapter(vid: int, pid: int, name: str) -> None:
    (port,) = described_ports([Info("COM5", vid, pid)], "win32")
    assert (port.name, port.address, port.is_likely) == (name, "COM5", True)


@pytest.mark.parametrize(
    ("info", "part_of_reason"),
    [
        (Info("/dev/ttyS0"), "the computer itself"),
        (Info("COM3", description="Standard Serial over Bluetooth link"), "Bluetooth"),
        (Info("/dev/ttyACM0", 0x2341, 0x0043, "Arduino Uno"), "(Arduino Uno)"),
        (Info("/dev/ttyACM0", 0x1234, 0x5678), "Not an adapter"),
    ],
)
def test_other_ports_say_why_no_board_is_expected_there(info: Info, part_of_reason: str) -> None:
    (port,) = described_ports([info], "linux")
    assert not port.is_likely
    assert part_of_reason in port.reason


def test_ports_with_boards_come_first_and_numbers_count_as_numbers() -> None:
    found = [Info("COM1"), Info("COM10", 0x10C4, 0xEA60), Info("COM9", 0x10C4, 0xEA60)]
    assert [port.address for port in described_ports(found, "win32")] == ["COM9", "COM10", "COM1"]


def test_macos_shows_each_port_once() -> None:
    found = [Info("/dev/tty.usbserial-1", 0x10C4, 0xEA60), Info("/dev/cu.usbserial-1", 0x10C4, 0xEA60)]
    assert [port.address for port in described_ports(found, "darwin")] == ["/dev/cu.usbserial-1"]


def test_looking_for_ports_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled() -> list[Info]:
        raise FileNotFoundError("/sys/class/tty/ttyUSB0/device")

    monkeypatch.setattr(list_ports, "comports", pulled)
    assert serial_ports() == ()
