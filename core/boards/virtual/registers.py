"""The chip's registers, as far as a loader is asked for them, and the flash behind some of them."""

from __future__ import annotations

from core.boards.virtual.chips import VirtualChip
from core.boards.virtual.flash import Flash

_WORD = 0xFFFFFFFF
_USER_COMMAND = 1 << 18
_READ_IDENTITY = 0x9F
_READ_SFDP = 0x5A
_CRYSTAL_HZ = 40_000_000

_SFDP = b"SFDP" + bytes([6, 1, 0, 0xFF, 0, 6, 1, 16, 0x80, 0, 0, 0xFF])
"""Header of the discoverable parameters (JEDEC JESD216): the signature and one parameter table."""


class Registers:
    """32-bit registers. What was never written reads as the chip has it from reset, mostly 0.

    Setting the user bit of the flash controller's command register carries out the flash command that the
    other registers describe, at once: the bit reads as 0 again, and the answer is in the first data word.
    """

    def __init__(self, chip: VirtualChip, flash: Flash) -> None:
        self._chip = chip
        self._flash = flash
        self._values = dict(chip.registers)

    def read(self, address: int, baud: int) -> int:
        """The register's value; `baud` is the rate at which the chip is being talked to."""
        if address == self._chip.uart_divider:
            return _CRYSTAL_HZ // baud
        return self._values.get(address, 0)

    def write(self, address: int, value: int, mask: int) -> None:
        """Set the bits of `mask` to those of `value`."""
        merged = (self._values.get(address, 0) & ~mask | value & mask) & _WORD
        spi = self._chip.spi
        if address == spi.command and merged & _USER_COMMAND:
            self._values[spi.data] = self._answer(self._values.get(spi.command_value, 0) & 0xFF)
            merged &= ~_USER_COMMAND
        self._values[address] = merged

    def _answer(self, flash_command: int) -> int:
        """The first four bytes that the flash answers, the first one lowest; nothing driven reads as 0."""
        if flash_command == _READ_IDENTITY:
            return self._flash.identity
        if flash_command == _READ_SFDP:
            spi = self._chip.spi
            at = self._values.get(spi.address, 0) >> spi.address_shift
            return int.from_bytes(_SFDP[at : at + 4].ljust(4, b"\xff"), "little")
        return 0
