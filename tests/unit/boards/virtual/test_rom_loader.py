"""The loader in ROM answers as Espressif's protocol has it."""

from __future__ import annotations

import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.board_block import Chip
from core.boards.virtual.chips import CHIPS, ROM_BAUD, Flash, blank_flash
from core.boards.virtual.loader import SYNC_DATA, Command, Next
from core.boards.virtual.rom_loader import RomLoader
from tests.builders.virtual_boards import MEGABYTE
from tests.unit.boards.virtual.loader_client import asked, data_block, request, sent

DONE = bytes(4)
WRONG_MESSAGE = b"\x01\x05\0\0"
FAILED = b"\x01\x06\0\0"
WRONG_CHECKSUM = b"\x01\x07\0\0"
DEFLATE_FAILED = b"\x01\x0b\0\0"


@pytest.fixture
def flash() -> Flash:
    return blank_flash(4 * MEGABYTE)


@pytest.fixture
def rom(flash: Flash) -> RomLoader:
    """An ESP32's loader with its flash attached and its size set."""
    loader = RomLoader(CHIPS[Chip.ESP32], flash)
    asked(loader, Command.SPI_ATTACH, 0, 0)
    asked(loader, Command.SPI_SET_PARAMS, 0, flash.size, 0x10000, 0x1000, 256, 0xFFFF)
    return loader


def test_sync_is_answered_eight_times_with_a_value(rom: RomLoader) -> None:
    reply, answer = sent(rom, request(Command.SYNC, SYNC_DATA))
    assert len(answer.frames) == 8
    assert reply.value != 0
    assert reply.body == DONE


@pytest.mark.parametrize("command", [Command.ERASE_FLASH, Command.READ_FLASH, 0x55])
def test_it_does_not_know_the_commands_of_the_stub(rom: RomLoader, command: int) -> None:
    assert sent(rom, request(command))[0].body == WRONG_MESSAGE


def test_chips_tell_what_they_are(flash: Flash) -> None:
    esp32, s3 = (RomLoader(CHIPS[chip], flash) for chip in (Chip.ESP32, Chip.ESP32S3))
    assert asked(esp32, Command.READ_REG, 0x40001000)[0].value == 0x00F01D83
    assert asked(esp32, Command.GET_SECURITY_INFO)[0].body == WRONG_MESSAGE
    info = asked(s3, Command.GET_SECURITY_INFO)[0].body
    assert info[12:16] == b"\x09\0\0\0"
    assert len(info) == 20 + 4


def test_a_plain_write_erases_first_and_goes_on_where_it_was(rom: RomLoader, flash: Flash) -> None:
    flash.program(0x200000, bytes(0x3000))
    assert asked(rom, Command.FLASH_BEGIN, 0x800, 2, 0x400, 0x200000)[0].body == DONE
    assert sent(rom, data_block(Command.FLASH_DATA, b"a" * 0x400))[0].body == DONE
    assert sent(rom, data_block(Command.FLASH_DATA, b"b" * 0x400, 1))[0].body == DONE
    assert flash.read(0x200000, 0x801) == b"a" * 0x400 + b"b" * 0x400 + b"\xff"
    assert flash.read(0x201000, 0x2000) == bytes(0x2000)


def test_a_deflated_write_arrives_inflated(rom: RomLoader, flash: Flash) -> None:
    data = bytes(range(256)) * 20
    deflated = zlib.compress(data, 9)
    asked(rom, Command.FLASH_DEFL_BEGIN, 0x1400, 1, 0x400, 0x8000)
    for at in range(0, len(deflated), 100):
        assert sent(rom, data_block(Command.FLASH_DEFL_DATA, deflated[at : at + 100]))[0].body == DONE
    assert flash.read(0x8000, len(data)) == data


def test_what_does_not_inflate_is_refused(rom: RomLoader) -> None:
    asked(rom, Command.FLASH_DEFL_BEGIN, 0x400, 1, 0x400, 0)
    assert sent(rom, data_block(Command.FLASH_DEFL_DATA, b"not deflated"))[0].body == DEFLATE_FAILED


def test_a_damaged_block_is_refused_and_not_written(rom: RomLoader, flash: Flash) -> None:
    asked(rom, Command.FLASH_BEGIN, 0x400, 1, 0x400, 0)
    assert sent(rom, data_block(Command.FLASH_DATA, b"a" * 0x400, damage=1))[0].body == WRONG_CHECKSUM
    assert flash.read(0, 4) == b"\xff" * 4


def test_flash_cannot_be_used_before_it_is_attached(flash: Flash) -> None:
    loader = RomLoader(CHIPS[Chip.ESP32], flash)
    assert asked(loader, Command.SPI_FLASH_MD5, 0, 16, 0, 0)[0].body == FAILED


def test_flash_ends_at_two_megabytes_until_its_size_is_set(flash: Flash) -> None:
    loader = RomLoader(CHIPS[Chip.ESP32], flash)
    asked(loader, Command.SPI_ATTACH, 0, 0)
    assert asked(loader, Command.FLASH_BEGIN, 0x1000, 4, 0x400, 2 * MEGABYTE)[0].body == FAILED


def test_an_s3_wants_to_know_whether_to_encrypt(flash: Flash) -> None:
    loader = RomLoader(CHIPS[Chip.ESP32S3], flash)
    asked(loader, Command.SPI_ATTACH, 0, 0)
    assert asked(loader, Command.FLASH_BEGIN, 0x400, 1, 0x400, 0)[0].body == WRONG_MESSAGE
    assert asked(loader, Command.FLASH_BEGIN, 0x400, 1, 0x400, 0, 0)[0].body == DONE


def test_hashes_come_as_text(rom: RomLoader) -> None:
    body = asked(rom, Command.SPI_FLASH_MD5, 0, 100, 0, 0)[0].body
    assert body == hashlib.md5(b"\xff" * 100).hexdigest().encode() + DONE


def test_reading_gives_blocks_of_64_bytes(rom: RomLoader, flash: Flash) -> None:
    flash.program(32, b"read me")
    assert asked(rom, Command.READ_FLASH_SLOW, 32, 7)[0].body == b"read me".ljust(64, b"\0") + DONE
    assert asked(rom, Command.READ_FLASH_SLOW, 0, 65)[0].body[0] == 1


def test_the_flash_chip_is_asked_through_its_controller(rom: RomLoader) -> None:
    spi = CHIPS[Chip.ESP32].spi
    for address, value in ((spi.command_value, 0x7000009F), (spi.command, 1 << 18)):
        asked(rom, Command.WRITE_REG, address, value, 0xFFFFFFFF, 0)
    assert asked(rom, Command.READ_REG, spi.command)[0].value == 0
    assert asked(rom, Command.READ_REG, spi.data)[0].value == 0x1640EF


def test_a_register_keeps_the_bits_that_are_not_written(rom: RomLoader) -> None:
    asked(rom, Command.WRITE_REG, 0x3FF48074, 0xFFFF0000, 0xFFFFFFFF, 0)
    asked(rom, Command.WRITE_REG, 0x3FF48074, 0x0000FFFF, 0x00FF00FF, 0)
    assert asked(rom, Command.READ_REG, 0x3FF48074)[0].value == 0xFF0000FF


def test_a_program_starts_only_where_one_was_loaded(rom: RomLoader) -> None:
    asked(rom, Command.MEM_BEGIN, 8, 1, 8, 0x40080000)
    sent(rom, data_block(Command.MEM_DATA, b"12345678"))
    assert asked(rom, Command.MEM_END, 0, 0x40090000)[1].then is Next.SAME
    assert asked(rom, Command.MEM_END, 0, 0x40080004)[1].then is Next.STUB


def test_the_speed_changes_after_the_reply(rom: RomLoader) -> None:
    reply, answer = asked(rom, Command.CHANGE_BAUDRATE, 460800, 0)
    assert (reply.body, answer.baud) == (DONE, 460800)


def test_ending_a_write_boots_the_flash(rom: RomLoader) -> None:
    asked(rom, Command.FLASH_BEGIN, 0, 0, 0x400, 0)
    assert asked(rom, Command.FLASH_END, 0)[1].then is Next.FLASH


@given(st.integers(0, 255), st.binary(max_size=80), st.booleans())
def test_whatever_is_asked_it_answers_or_keeps_silent(command: int, data: bytes, attached: bool) -> None:
    loader = RomLoader(CHIPS[Chip.ESP32S3], blank_flash(2 * MEGABYTE))
    if attached:
        asked(loader, Command.SPI_ATTACH, 0, 0)
        asked(loader, Command.FLASH_BEGIN, 0x1000, 4, 0x400, 0, 0)
    for frame in (request(command, data), data):
        assert all(reply[0] == 1 for reply in loader.answer(frame, ROM_BAUD).frames)
