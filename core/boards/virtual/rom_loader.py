"""The loader in the chip's ROM, which runs when the chip is reset with its boot pin low.

It erases before a write what the whole write needs, takes blocks plain or deflated, and answers with four
status bytes. The stub's commands it does not know.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from core.boards.virtual.chips import Flash, OutOfFlash, Registers, VirtualChip
from core.boards.virtual.loader import (
    SYNC_DATA,
    Answer,
    Command,
    Handlers,
    MemoryLoading,
    Next,
    Refused,
    Request,
    Result,
    pack_reply,
    read_register,
    unpack_request,
    write_registers,
)

_SYNC_VALUE = 0x20120707
_SYNC_REPLIES = 8
_SLOW_READ_BYTES = 64
_FIRST_FLASH_LIMIT = 2 << 20
"""The ROM takes flash to be of 2 MB until SPI_SET_PARAMS says more."""

_WRONG_MESSAGE = 0x0105
_FAILED = 0x0106
_WRONG_CHECKSUM = 0x0107
_READ_LENGTH = 0x010A
_DEFLATE = 0x010B
_RAM_SIZE = 0x010E

_Inflate = Callable[[bytes], bytes]


class RomLoader:
    """One run of the ROM's loader, from a reset on. `has_synced`: it knows the computer's speed."""

    def __init__(self, chip: VirtualChip, flash: Flash) -> None:
        self._chip = chip
        self._flash = flash
        self._registers = Registers(chip, flash)
        self._memory = MemoryLoading(_WRONG_MESSAGE, _WRONG_CHECKSUM, _RAM_SIZE)
        self._attached = False
        self._limit = _FIRST_FLASH_LIMIT
        self._write_at: int | None = None
        self._inflate: _Inflate | None = None
        self._baud = 0
        self.has_synced = False
        self._handlers: Handlers = {
            Command.SYNC: self._sync,
            Command.READ_REG: lambda request: read_register(
                request, self._registers, self._baud, _WRONG_MESSAGE
            ),
            Command.WRITE_REG: lambda request: write_registers(request, self._registers, _WRONG_MESSAGE),
            Command.GET_SECURITY_INFO: self._security_info,
            Command.MEM_BEGIN: self._memory.begin,
            Command.MEM_DATA: self._memory.take,
            Command.MEM_END: self._memory.end,
            Command.SPI_ATTACH: self._attach,
            Command.SPI_SET_PARAMS: self._set_size,
            Command.CHANGE_BAUDRATE: self._change_baud,
            Command.FLASH_BEGIN: self._begin,
            Command.FLASH_DATA: self._data,
            Command.FLASH_END: self._end,
            Command.FLASH_DEFL_BEGIN: self._begin_deflated,
            Command.FLASH_DEFL_DATA: self._deflated_data,
            Command.FLASH_DEFL_END: self._end,
            Command.SPI_FLASH_MD5: self._md5,
            Command.READ_FLASH_SLOW: self._read,
        }

    def answer(self, frame: bytes, baud: int) -> Answer:
        """Carry out a request; see `Loader`."""
        request = unpack_request(frame)
        if request is None:
            return Answer()
        self._baud = baud
        try:
            result = self._result_of(request)
        except Refused as refusal:
            return Answer((pack_reply(request.command, _status(refusal.status)),))
        reply = pack_reply(request.command, _status(0), result.value, result.data)
        copies = _SYNC_REPLIES if request.command == Command.SYNC else 1
        return Answer((reply,) * copies, result.baud, result.then)

    def _result_of(self, request: Request) -> Result:
        if request.command not in list(Command) or request.command >= Command.ERASE_FLASH:
            raise Refused(_WRONG_MESSAGE)
        try:
            return self._handlers[Command(request.command)](request)
        except OutOfFlash as error:
            raise Refused(_FAILED) from error

    def _sync(self, request: Request) -> Result:
        if request.data != SYNC_DATA:
            raise Refused(_WRONG_MESSAGE)
        self.has_synced = True
        return Result(value=_SYNC_VALUE)

    def _security_info(self, request: Request) -> Result:
        if self._chip.security_info is None:
            raise Refused(_WRONG_MESSAGE)
        request.numbers(0, wrong_length=_WRONG_MESSAGE)
        return Result(data=self._chip.security_info)

    def _attach(self, request: Request) -> Result:
        request.numbers(2, wrong_length=_WRONG_MESSAGE)
        self._attached = True
        return Result()

    def _set_size(self, request: Request) -> Result:
        _, self._limit, *_ = request.numbers(6, wrong_length=_WRONG_MESSAGE)
        return Result()

    def _change_baud(self, request: Request) -> Result:
        baud, _ = request.numbers(2, wrong_length=_WRONG_MESSAGE)
        return Result(baud=baud)

    def _begin(self, request: Request) -> Result:
        self._inflate = None
        return self._erased_for_write(request)

    def _begin_deflated(self, request: Request) -> Result:
        self._inflate = zlib.decompressobj().decompress
        return self._erased_for_write(request)

    def _erased_for_write(self, request: Request) -> Result:
        # Chips newer than the ESP32 take a fifth number: whether to encrypt.
        count = 4 if self._chip.security_info is None else 5
        size, _, _, offset = request.numbers(count, wrong_length=_WRONG_MESSAGE)[:4]
        if size:
            self._require_flash(offset, size)
            self._flash.erase(offset, size)
        self._write_at = offset
        return Result()

    def _data(self, request: Request) -> Result:
        return self._written(request.block(_WRONG_MESSAGE, _WRONG_CHECKSUM))

    def _deflated_data(self, request: Request) -> Result:
        block = request.block(_WRONG_MESSAGE, _WRONG_CHECKSUM)
        if self._inflate is None:
            raise Refused(_DEFLATE)
        try:
            return self._written(self._inflate(block))
        except zlib.error as error:
            raise Refused(_DEFLATE) from error

    def _written(self, data: bytes) -> Result:
        if self._write_at is None:
            raise Refused(_FAILED)
        self._require_flash(self._write_at, len(data))
        self._flash.program(self._write_at, data)
        self._write_at += len(data)
        return Result()

    def _end(self, request: Request) -> Result:
        request.numbers(1, wrong_length=_WRONG_MESSAGE)
        if self._write_at is None:
            raise Refused(_FAILED)
        return Result(then=Next.FLASH)

    def _md5(self, request: Request) -> Result:
        offset, size, _, _ = request.numbers(4, wrong_length=_WRONG_MESSAGE)
        self._require_flash(offset, size)
        return Result(data=self._flash.md5(offset, size).hex().encode())

    def _read(self, request: Request) -> Result:
        offset, size = request.numbers(2, wrong_length=_WRONG_MESSAGE)
        if size > _SLOW_READ_BYTES:
            raise Refused(_READ_LENGTH)
        self._require_flash(offset, size)
        return Result(data=self._flash.read(offset, size).ljust(_SLOW_READ_BYTES, b"\0"))

    def _require_flash(self, offset: int, size: int) -> None:
        if not self._attached or offset + size > self._limit:
            raise Refused(_FAILED)


def _status(code: int) -> bytes:
    return code.to_bytes(2, "big") + bytes(2)
