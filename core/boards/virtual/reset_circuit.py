"""The two transistors with which DTR and RTS reset the chip and choose what it boots.

RTS alone holds the chip in reset; DTR alone pulls its boot pin low. Both together do neither: while a
computer passes through that state on its way from one to the other, the chip's capacitor keeps it as it was
(Espressif, "Boot mode selection", automatic bootloader).
"""

from __future__ import annotations

from enum import Enum


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
