"""What tells one chip from another, seen from its serial port.

Addresses and bits are those that esptool 5.6 uses (esptool/targets/esp32.py, esp32s3.py); boot texts are
those that the chips' ROMs print at 115200 baud.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from core.boards.board_block import Chip

ROM_BAUD = 115200

MAC = bytes.fromhex("025153000001")
"""A locally administered address: the first byte says that no manufacturer gave it."""


@dataclass(frozen=True)
class SpiRegisters:
    """Where the registers of the flash controller lie; `address_shift` is applied to a 24-bit address."""

    command: int
    address: int
    command_value: int
    data: int
    address_shift: int


@dataclass(frozen=True)
class VirtualChip:
    """One kind of chip. `registers` are those that read as something other than zero.

    `security_info` is what GET_SECURITY_INFO answers; None where the ROM does not know it.
    `boot_download` and `boot_flash` are printed after a reset. `entry` follows when a program is started;
    `no_program` when there is none. In them {reason} is the reset's reason.
    """

    chip: Chip
    name: str
    spi: SpiRegisters
    registers: Mapping[int, int]
    uart_divider: int
    security_info: bytes | None
    boot_download: str
    boot_flash: str
    entry: str


def _esp32() -> VirtualChip:
    spi, efuse = 0x3FF42000, 0x3FF5A000
    return VirtualChip(
        chip=Chip.ESP32,
        name="ESP32",
        spi=SpiRegisters(spi, spi + 0x04, spi + 0x24, spi + 0x80, address_shift=8),
        registers={
            0x40001000: 0x00F01D83,
            efuse + 0x04: int.from_bytes(MAC[2:], "big"),
            efuse + 0x08: int.from_bytes(MAC[:2], "big"),
            # An ESP32-D0WD-V3 for 240 MHz, revision 3.1.
            efuse + 0x0C: 1 << 9 | 1 << 13 | 1 << 15,
            efuse + 0x14: 1 << 20 | 1 << 24,
            0x3FF6607C: 1 << 31,
            # The ROM's measure of its crystal, 40 MHz: 800 x 15,625 x 128 / 40.
            efuse + 0x10: 128,
            0x3FF5F06C: 800 << 7,
        },
        uart_divider=0x3FF40014,
        security_info=None,
        boot_download=(
            "ets Jul 29 2019 12:21:46\r\n\r\n"
            "rst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT(UART0/UART1/SDIO_REI_REO_V2))\r\n"
            "waiting for download\r\n"
        ),
        boot_flash=(
            "ets Jul 29 2019 12:21:46\r\n\r\n"
            "rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n"
            "configsip: 0, SPIWP:0xee\r\n"
            "clk_drv:0x00,q_drv:0x00,d_drv:0x00,cs0_drv:0x00,hd_drv:0x00,wp_drv:0x00\r\n"
            "mode:DIO, clock div:2\r\n"
        ),
        entry="entry 0x400805e4\r\n",
    )


def _esp32s3() -> VirtualChip:
    spi, efuse = 0x60002000, 0x60007000
    return VirtualChip(
        chip=Chip.ESP32S3,
        name="ESP32-S3",
        spi=SpiRegisters(spi, spi + 0x04, spi + 0x20, spi + 0x58, address_shift=0),
        registers={
            0x40001000: 9,
            efuse + 0x44: int.from_bytes(MAC[2:], "big"),
            efuse + 0x48: int.from_bytes(MAC[:2], "big"),
            # Revision 0.2.
            efuse + 0x50: 2 << 18,
            # Started by its boot pins: bit 3 is the one that esptool asks for.
            0x60004038: 1 << 3,
        },
        uart_divider=0x60000014,
        security_info=struct.pack("<I8xII", 0, int(Chip.ESP32S3), 0),
        boot_download=(
            "ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\n"
            "rst:0x1 (POWERON),boot:0x0 (DOWNLOAD(USB/UART0))\r\n"
            "waiting for download\r\n"
        ),
        boot_flash=(
            "ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\n"
            "rst:0x1 (POWERON),boot:0x8 (SPI_FAST_FLASH_BOOT)\r\n"
            "SPIWP:0xee\r\nmode:DIO, clock div:1\r\n"
        ),
        entry="entry 0x403c98d0\r\n",
    )


CHIPS: Mapping[Chip, VirtualChip] = {one.chip: one for one in (_esp32(), _esp32s3())}
