"""The cable between computer and chip: what passes, what goes wrong, and the two lines that reset the chip.

Bytes are changed at the wrong speed or by noise. DTR and RTS go to two transistors that choose what the chip
boots: RTS alone holds it in reset; DTR alone pulls its boot pin low. Both together do neither: while a
computer passes through that state on its way from one to the other, the chip's capacitor keeps it as it was
(Espressif, "Boot mode selection", automatic bootloader).
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

import msgspec

_TOLERANCE = 0.04
_NOISE_EVERY = 997
_BITS_A_BYTE = 10


class Endpoint(Protocol):
    """Where a board's bytes go. `has_reset_lines`: whether the computer can move DTR and RTS.

    Called from the board's thread.
    """

    has_reset_lines: bool

    def deliver(self, data: bytes) -> None:
        """Give bytes to the computer."""

    def hang_up(self) -> None:
        """Break the connection: the cable was pulled."""


class Faults(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything works unless it is named here.

    `silent`: nothing the chip says arrives. `boot_pin_stuck`: it never enters its loader. `stub_crashes`: an
    uploaded stub does not start. `cut_at`: the cable is pulled once, after this many bytes from the computer.
    `corrupt_writes`: so many blocks are written with a bit wrong. `noisy_above`: at a higher baud every so
    many-th byte is damaged. `slow`: bytes take the time that they take on a wire.
    """

    silent: bool = False
    boot_pin_stuck: bool = False
    stub_crashes: bool = False
    cut_at: int | None = None
    corrupt_writes: int = 0
    noisy_above: int | None = None
    slow: bool = False


NO_FAULTS = Faults()


def speeds_match(sender: int, receiver: int) -> bool:
    """Whether a receiver at one baud makes out what is sent at the other."""
    return abs(sender - receiver) <= _TOLERANCE * receiver


def wire_seconds(size: int, baud: int) -> float:
    """How long `size` bytes take, a start and a stop bit with each."""
    return size * _BITS_A_BYTE / baud


class Line:
    """One direction of the line."""

    def __init__(self) -> None:
        self._passed = 0

    def heard(self, data: bytes, sender: int, receiver: int, faults: Faults) -> bytes:
        """What the receiver makes of bytes sent to it; the speeds are in baud."""
        if not speeds_match(sender, receiver):
            return bytes(byte * 37 + 11 & 0x7F for byte in data)
        if faults.noisy_above is None or sender <= faults.noisy_above:
            return data
        return self._with_noise(data)

    def _with_noise(self, data: bytes) -> bytes:
        damaged = bytearray(data)
        for at in range(-self._passed % _NOISE_EVERY, len(data), _NOISE_EVERY):
            damaged[at] ^= 0x55
        self._passed += len(data)
        return bytes(damaged)


class Reset(Enum):
    """What a change of the lines does to the chip."""

    NOTHING = "nothing"
    HELD = "held in reset"
    TO_LOADER = "runs the loader in its ROM"
    TO_FLASH = "boots what is in flash"


class ResetCircuit:
    """Follows the two lines, which are True when asserted."""

    def __init__(self) -> None:
        self._held = False

    def set(self, dtr: bool, rts: bool) -> Reset:
        """What the chip does when the lines are set so."""
        if dtr and rts:
            return Reset.NOTHING
        if rts:
            self._held = True
            return Reset.HELD
        if not self._held:
            return Reset.NOTHING
        self._held = False
        return Reset.TO_LOADER if dtr else Reset.TO_FLASH
