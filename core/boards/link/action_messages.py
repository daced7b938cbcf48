"""Messages of the link about what a board does for what it sees. Byte tables: docs/protocol.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from core.boards.link.frames import U8, U16, Message, RestBytes, RestText

_HIGH = 0x80
"""Bit of a pin's byte in `Pins`."""


class AskPins(Message, frozen=True):
    """Which pins do your actions set, and which are high?"""

    TYPE = 0x0B


class Pins(Message, frozen=True):
    """A byte for each pin that actions set: its GPIO number, and bit 7 while it is high."""

    TYPE = 0x8B

    pins: RestBytes

    @classmethod
    def of(cls, levels: Mapping[int, bool]) -> Self:
        """The message for pins and whether they are high."""
        return cls(bytes(pin | (_HIGH if high else 0) for pin, high in levels.items()))

    @property
    def levels(self) -> dict[int, bool]:
        """Whether each pin is high."""
        return {byte & ~_HIGH: bool(byte & _HIGH) for byte in self.pins}


class PinChanged(Message, frozen=True):
    """An action has set a pin; `level` is 1 for high. Unasked."""

    TYPE = 0xC5

    pin: U8
    level: U8


class ActionLine(Message, frozen=True):
    """An action on class `class_number` has written a line, which also stands on the line as plain text."""

    TYPE = 0xC6

    class_number: U16
    line: RestText
