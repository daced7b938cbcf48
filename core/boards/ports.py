"""Serial ports: which there are, under names that a person knows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Protocol

import msgspec

_ESPRESSIF = 0x303A
_BUILT_IN_USB = 0x1001
_BRIDGES = {
    (0x10C4, 0xEA60): "CP210x",
    (0x10C4, 0xEA70): "CP2105",
    (0x10C4, 0xEA71): "CP2108",
    (0x1A86, 0x7523): "CH340",
    (0x1A86, 0x55D4): "CH9102",
    (0x1A86, 0x55D3): "CH343",
    (0x1A86, 0x5523): "CH341",
    (0x0403, 0x6001): "FT232",
    (0x0403, 0x6010): "FT2232",
    (0x0403, 0x6014): "FT232H",
    (0x0403, 0x6015): "FT231X",
    (0x067B, 0x2303): "PL2303",
    (0x067B, 0x23A3): "PL2303",
}
"""USB adapters that boards with an ESP32 carry, by vendor and product number (usb.ids; esp-pylib)."""

_CHIPS = {0x0002: "ESP32-S2", 0x0009: "ESP32-S3", 0x0012: "ESP32-P4"}
"""Product numbers of chips that are a USB device themselves, in Espressif's own vendor number."""

_BLUETOOTH = "A Bluetooth port: boards are flashed over a cable."
_MAINBOARD = "A port of the computer itself, not of a USB cable."
_OTHER_USB = "Not an adapter that boards with an ESP32 have{product}."


class PortInfo(Protocol):
    """What pyserial says of a port (serial.tools.list_ports_common.ListPortInfo)."""

    device: str
    vid: int | None
    pid: int | None
    product: str | None
    description: str
    hwid: str


class SerialPort(msgspec.Struct, frozen=True, kw_only=True):
    """One port. `address` is what is opened; `name` is for a person.

    `reason` says why no board is expected there; it is empty for a port that may have one.
    """

    address: str
    name: str
    reason: str = ""

    @property
    def is_likely(self) -> bool:
        """Whether a board may be connected to it."""
        return not self.reason


def serial_ports() -> tuple[SerialPort, ...]:
    """The ports of this computer as they are now, likely ones first.

    Quick, and raises nothing: it may be asked every second while cables are being pulled.
    """
    from serial.tools.list_ports import comports

    try:
        return described_ports(comports(), sys.platform)
    except Exception:
        # A device that goes while it is looked at is told in as many ways as there are systems. Next time
        # it is not there.
        return ()


def is_attached_device(address: str) -> bool:
    """Whether an address is a port of this computer, under any of its names: no virtual board is there."""
    path = os.path.realpath(address)
    return any(os.path.realpath(port.address) == path for port in serial_ports())


def described_ports(listed: Iterable[PortInfo], system: str) -> tuple[SerialPort, ...]:
    """Ports with their names, likely ones first, else in the order of their addresses.

    `system` is a value of `sys.platform`. macOS lists each port twice; the one that waits for a modem's
    signal when opened is left out.
    """
    ports = [_described(info) for info in listed if not (system == "darwin" and "/tty." in info.device)]
    return tuple(sorted(ports, key=lambda port: (not port.is_likely, _natural(port.address))))


def _described(info: PortInfo) -> SerialPort:
    if info.vid is None:
        bluetooth = "bluetooth" in f"{info.description} {info.hwid} {info.device}".lower()
        reason = _BLUETOOTH if bluetooth else _MAINBOARD
        return SerialPort(address=info.device, name=info.device, reason=reason)
    if info.vid == _ESPRESSIF:
        return SerialPort(address=info.device, name=f"{_own_usb(info.pid)} on {info.device}")
    bridge = _BRIDGES.get((info.vid, info.pid or 0))
    if bridge:
        return SerialPort(address=info.device, name=f"Board over {bridge} on {info.device}")
    product = f" ({info.product})" if info.product else ""
    name = f"{info.product or 'USB device'} on {info.device}"
    return SerialPort(address=info.device, name=name, reason=_OTHER_USB.format(product=product))


def _own_usb(product: int | None) -> str:
    """A chip that needs no adapter."""
    if product == _BUILT_IN_USB:
        return "ESP32 (USB built in)"
    return f"{_CHIPS.get(product or 0, 'ESP32')} over its own USB"


def _natural(address: str) -> tuple[str, int]:
    """COM10 behind COM9."""
    digits = len(address) - len(address.rstrip("0123456789"))
    return address[: len(address) - digits], int(address[-digits:]) if digits else -1
