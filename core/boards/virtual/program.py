"""What a virtual chip runs once it has booted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from core.boards.virtual.flash import Flash


class Port(Protocol):
    """The chip's serial port, seen from inside."""

    baud: int

    def transmit(self, data: bytes) -> None:
        """Send bytes at `baud`."""


class Program(Protocol):
    """Something that answers on the port until the chip is reset."""

    def receive(self, data: bytes) -> None:
        """Take bytes that arrived."""

    def idle(self) -> float | None:
        """Do what is due without being asked; the seconds until there is more to do, None for never."""


class NoProgram:
    """What is left when there is nothing to boot: silence."""

    def receive(self, data: bytes) -> None:
        """Nobody listens."""

    def idle(self) -> None:
        """Nothing is ever due."""


Boot = Callable[[Flash, Port], Program]
"""Starts what lies in flash; the chip's own boot text has been sent."""
