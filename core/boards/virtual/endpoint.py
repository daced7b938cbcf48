"""The computer's end of a virtual board's cable."""

from __future__ import annotations

from typing import Protocol


class Endpoint(Protocol):
    """Where a board's bytes go. `has_reset_lines`: whether the computer can move DTR and RTS.

    Called from the board's thread.
    """

    has_reset_lines: bool

    def deliver(self, data: bytes) -> None:
        """Give bytes to the computer."""

    def hang_up(self) -> None:
        """Break the connection: the cable was pulled."""
