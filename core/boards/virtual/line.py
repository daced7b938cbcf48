"""The serial line between computer and chip: it changes what passes at the wrong speed or with noise."""

from __future__ import annotations

from core.boards.virtual.faults import Faults

_TOLERANCE = 0.04
_NOISE_EVERY = 997
_BITS_A_BYTE = 10


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
