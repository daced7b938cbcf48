"""The stub answers as the one that esptool uploads."""

from __future__ import annotations

import hashlib
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.board_block import Chip
from core.boards.virtual.chips import CHIPS, ROM_BAUD, Flash, blank_flash
from core.boards.virtual.loader import SYNC_DATA, Command
from core.boards.virtual.stub_loader import StubLoader
from tests.builders.virtual_boards import MEGABYTE
from tests.unit.boards.virtual.loader_client import asked, data_block, request, sent

DONE = bytes(2)
WRONG_LENGTH = b"\xc0\0"
WRONG_CHECKSUM = b"\xc1\0"
UNKNOWN = b"\xc3\0"
NOT_WRITING = b"\xc6\0"
INFLATE = b"\xc7\0"


@pytest.fixture
def flash() -> Flash:
    return blank_flash(4 * MEGABYTE)


@pytest.fixture
def stub(flash: Flash) -> StubLoader:
    return StubLoader(CHIPS[Chip.ESP32], flash)


def test_sync_has_the_value_zero_by_which_a_stub_is_known(stub: StubLoader) -> None:
    reply, answer = sent(stub, request(Command.SYNC, SYNC_DATA))
    assert (len(answer.frames), reply.value, reply.body) == (8, 0, DONE)


def test_a_deflated_write_erases_as_it_goes(stub: StubLoader, flash: Flash) -> None:
    flash.program(0x10000, bytes(0x6000))
    data = bytes(range(256)) * 0x30
    deflated = zlib.compress(data, 9)
    asked(stub, Command.FLASH_DEFL_BEGIN, len(data), 1, 0x4000, 0x10000)
    assert sent(stub, data_block(Command.FLASH_DEFL_DATA, deflated))[0].body == DONE
    assert asked(stub, Command.FLASH_DEFL_END, 1)[0].body == DONE
    assert flash.read(0x10000, 0x6000) == data + bytes(0x3000)


def test_padding_behind_the_last_block_is_not_written(stub: StubLoader, flash: Flash) -> None:
    asked(stub, Command.FLASH_BEGIN, 6, 1, 0x4000, 0x1000)
    sent(stub, data_block(Command.FLASH_DATA, b"abcdef" + b"\0" * 10))
    assert flash.read(0x1000, 8) == b"abcdef\xff\xff"


def test_an_error_of_writing_comes_with_the_next_reply(stub: StubLoader) -> None:
    asked(stub, Command.FLASH_DEFL_BEGIN, 0x100, 1, 0x4000, 0)
    assert sent(stub, data_block(Command.FLASH_DEFL_DATA, b"not deflated"))[0].body == DONE
    assert asked(stub, Command.READ_REG, 0)[0].body == INFLATE
    assert asked(stub, Command.READ_REG, 0)[0].body == DONE


def test_a_damaged_block_is_refused(stub: StubLoader) -> None:
    asked(stub, Command.FLASH_BEGIN, 0x100, 1, 0x4000, 0)
    damaged = data_block(Command.FLASH_DATA, b"a" * 0x100, damage=1)
    assert sent(stub, damaged)[0].body == WRONG_CHECKSUM


def test_a_write_that_is_not_whole_cannot_be_ended(stub: StubLoader) -> None:
    assert asked(stub, Command.FLASH_END, 1)[0].body == NOT_WRITING
    asked(stub, Command.FLASH_BEGIN, 0x100, 1, 0x4000, 0)
    assert asked(stub, Command.FLASH_END, 1)[0].body == WRONG_LENGTH


def test_hashes_come_as_bytes(stub: StubLoader) -> None:
    assert asked(stub, Command.SPI_FLASH_MD5, 0, 7, 0, 0)[0].body == hashlib.md5(b"\xff" * 7).digest() + DONE


def test_a_read_goes_on_with_each_acknowledgement_and_ends_with_a_hash(
    stub: StubLoader, flash: Flash
) -> None:
    data = bytes(range(250)) * 10
    flash.program(0, data)
    answer = asked(stub, Command.READ_FLASH, 0, len(data), 0x400, 64)[1]
    frames = [answer.frames[1]]
    for size in (0x400, 0x800, len(data)):
        frames += stub.answer(struct.pack("<I", size), ROM_BAUD).frames
    assert b"".join(frames[:-1]) == data
    assert frames[-1] == hashlib.md5(data).digest()
    assert asked(stub, Command.READ_REG, 0)[0].body == DONE


def test_a_read_that_is_given_up_does_not_hold_the_stub(stub: StubLoader) -> None:
    asked(stub, Command.READ_FLASH, 0, MEGABYTE, 0x1000, 64)
    assert (
        stub.answer(request(Command.SYNC, SYNC_DATA), ROM_BAUD).frames[0]
        == hashlib.md5(b"\xff" * MEGABYTE).digest()
    )
    assert sent(stub, request(Command.SYNC, SYNC_DATA))[0].body == DONE


def test_it_erases_regions_of_whole_sectors_and_everything(stub: StubLoader, flash: Flash) -> None:
    flash.program(0, bytes(0x3000))
    assert asked(stub, Command.ERASE_REGION, 0x1000, 0x1000)[0].body == DONE
    assert flash.read(0, 0x3000) == bytes(0x1000) + b"\xff" * 0x1000 + bytes(0x1000)
    assert asked(stub, Command.ERASE_REGION, 0x10, 0x1000)[0].body == WRONG_LENGTH
    asked(stub, Command.ERASE_FLASH)
    assert flash.read(0, 0x3000) == b"\xff" * 0x3000


def test_it_does_not_know_the_slow_read_of_the_rom(stub: StubLoader) -> None:
    assert asked(stub, Command.READ_FLASH_SLOW, 0, 64)[0].body == UNKNOWN


@given(st.integers(0, 255), st.binary(max_size=80), st.booleans())
def test_whatever_is_asked_it_answers_or_keeps_silent(command: int, data: bytes, writing: bool) -> None:
    loader = StubLoader(CHIPS[Chip.ESP32], blank_flash(2 * MEGABYTE))
    if writing:
        asked(loader, Command.FLASH_DEFL_BEGIN, 0x1000, 1, 0x400, 2 * MEGABYTE - 4)
    for frame in (request(command, data), data, request(Command.READ_REG, bytes(4))):
        loader.answer(frame, ROM_BAUD)
    assert sent(loader, request(Command.SYNC, SYNC_DATA))[1].frames
