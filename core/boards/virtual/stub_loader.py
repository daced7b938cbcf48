"""The loader that esptool uploads into the chip's memory, because it is faster than the one in ROM.

Which program was uploaded does not matter: what answers is this, with the behavior of esptool's stub of
version 1.4 (espressif/esp-flasher-stub, src/command_handler.c). It answers a data block before writing it, so
that an error of writing comes with the reply to the next command, and with two status bytes.
"""

from __future__ import annotations

import zlib

from core.boards.partition_table import SECTOR_BYTES
from core.boards.virtual.chips import Flash, OutOfFlash, Registers, VirtualChip
from core.boards.virtual.loader import (
    SYNC_DATA,
    Answer,
    Command,
    Handlers,
    MemoryLoading,
    Refused,
    Request,
    Result,
    pack_reply,
    read_register,
    unpack_request,
    write_registers,
)

_SYNC_REPLIES = 8
_LARGEST_READ = 0x1000
_ACKNOWLEDGEMENT_BYTES = 4

_WRONG_LENGTH = 0xC000
_WRONG_CHECKSUM = 0xC100
_UNKNOWN_COMMAND = 0xC300
_FLASH_FAILED = 0xC400
_NOT_WRITING = 0xC600
_INFLATE = 0xC700
_TOO_MUCH = 0xC900
_NOT_IMPLEMENTED = 0xFF00


class _Write:
    """An open write of `size` bytes from `offset` on; sectors are erased as it comes to them."""

    def __init__(self, flash: Flash, offset: int, size: int, deflated: bool) -> None:
        self._flash = flash
        self._at = offset
        self._erased_to = offset - offset % SECTOR_BYTES
        self.remaining = size
        self._inflate = zlib.decompressobj() if deflated else None

    def take(self, block: bytes) -> None:
        """Raises `Refused`."""
        try:
            data = self._inflate.decompress(block) if self._inflate else block[: self.remaining]
        except zlib.error as error:
            raise Refused(_INFLATE) from error
        if len(data) > self.remaining:
            raise Refused(_TOO_MUCH)
        end = self._at + len(data)
        if end > self._erased_to:
            self._flash.erase(self._erased_to, end - self._erased_to)
            self._erased_to = end + -end % SECTOR_BYTES
        self._flash.program(self._at, data)
        self._at = end
        self.remaining -= len(data)


class _Read:
    """A read that is going on: a frame at a time, each acknowledged with the bytes received so far."""

    def __init__(self, flash: Flash, offset: int, size: int, frame_size: int) -> None:
        self._data = flash.read(offset, size)
        self.digest = flash.md5(offset, size)
        self._frame_size = frame_size
        self._sent = 0

    @property
    def finished(self) -> bool:
        """Whether all data was sent, so that the digest is next."""
        return self._sent >= len(self._data)

    def next_frame(self) -> bytes:
        """The next bytes of the data."""
        frame = self._data[self._sent : self._sent + self._frame_size]
        self._sent += len(frame)
        return frame


class StubLoader:
    """One run of the stub."""

    def __init__(self, chip: VirtualChip, flash: Flash) -> None:
        self._chip = chip
        self._flash = flash
        self._registers = Registers(chip, flash)
        self._memory = MemoryLoading(_WRONG_LENGTH, _WRONG_LENGTH, _TOO_MUCH)
        self._write: _Write | None = None
        self._read: _Read | None = None
        self._owed_status = 0
        self._baud = 0
        self._handlers: Handlers = {
            Command.SYNC: self._sync,
            Command.READ_REG: lambda request: read_register(
                request, self._registers, self._baud, _WRONG_LENGTH
            ),
            Command.WRITE_REG: lambda request: write_registers(request, self._registers, _WRONG_LENGTH),
            Command.GET_SECURITY_INFO: self._security_info,
            Command.MEM_BEGIN: self._memory.begin,
            Command.MEM_DATA: self._memory.take,
            Command.MEM_END: self._memory.end,
            Command.SPI_ATTACH: lambda request: self._ignored(request, 1),
            Command.SPI_SET_PARAMS: lambda request: self._ignored(request, 6),
            Command.CHANGE_BAUDRATE: self._change_baud,
            Command.FLASH_BEGIN: lambda request: self._begin(request, deflated=False),
            Command.FLASH_DATA: self._data,
            Command.FLASH_END: self._end,
            Command.FLASH_DEFL_BEGIN: lambda request: self._begin(request, deflated=True),
            Command.FLASH_DEFL_DATA: self._data,
            Command.FLASH_DEFL_END: self._end,
            Command.SPI_FLASH_MD5: self._md5,
            Command.READ_FLASH: self._begin_read,
            Command.ERASE_FLASH: self._erase_all,
            Command.ERASE_REGION: self._erase,
        }

    def answer(self, frame: bytes, baud: int) -> Answer:
        """Carry out a request, or go on with a read; see `Loader`."""
        if self._read is not None:
            return self._acknowledged(self._read, whole=len(frame) == _ACKNOWLEDGEMENT_BYTES)
        request = unpack_request(frame)
        if request is None:
            return Answer()
        self._baud = baud
        try:
            result = self._result_of(request)
        except Refused as refusal:
            return Answer((pack_reply(request.command, refusal.status.to_bytes(2, "big")),))
        reply = pack_reply(request.command, bytes(2), result.value, result.data)
        copies = _SYNC_REPLIES if request.command == Command.SYNC else 1
        frames = (reply,) * copies
        if self._read is not None:
            frames += (self._read.next_frame(),)
        return Answer(frames, result.baud, result.then)

    def _result_of(self, request: Request) -> Result:
        if self._owed_status:
            owed, self._owed_status = self._owed_status, 0
            raise Refused(owed)
        if request.command not in [int(command) for command in self._handlers]:
            raise Refused(_UNKNOWN_COMMAND)
        try:
            return self._handlers[Command(request.command)](request)
        except OutOfFlash as error:
            raise Refused(_FLASH_FAILED) from error

    def _acknowledged(self, read: _Read, whole: bool) -> Answer:
        """What is sent after an acknowledgement; one that is not `whole` ends the read."""
        if read.finished or not whole:
            self._read = None
            return Answer((read.digest,))
        return Answer((read.next_frame(),))

    def _sync(self, request: Request) -> Result:
        if len(request.data) != len(SYNC_DATA):
            raise Refused(_WRONG_LENGTH)
        return Result()

    def _security_info(self, request: Request) -> Result:
        request.numbers(0, wrong_length=_WRONG_LENGTH)
        if self._chip.security_info is None:
            raise Refused(_NOT_IMPLEMENTED)
        return Result(data=self._chip.security_info)

    def _ignored(self, request: Request, count: int) -> Result:
        request.numbers(count, wrong_length=_WRONG_LENGTH)
        return Result()

    def _change_baud(self, request: Request) -> Result:
        baud, _ = request.numbers(2, wrong_length=_WRONG_LENGTH)
        return Result(baud=baud)

    def _begin(self, request: Request, deflated: bool) -> Result:
        size, _, _, offset = request.numbers(4, 5, wrong_length=_WRONG_LENGTH)[:4]
        self._write = _Write(self._flash, offset, size, deflated)
        return Result()

    def _data(self, request: Request) -> Result:
        write = self._open_write()
        block = request.block(_WRONG_LENGTH, _WRONG_CHECKSUM)
        try:
            write.take(block)
        except Refused as refusal:
            self._owed_status = refusal.status
        except OutOfFlash:
            self._owed_status = _FLASH_FAILED
        return Result()

    def _end(self, request: Request) -> Result:
        request.numbers(1, wrong_length=_WRONG_LENGTH)
        if self._open_write().remaining:
            raise Refused(_WRONG_LENGTH)
        self._write = None
        return Result()

    def _open_write(self) -> _Write:
        if self._write is None:
            raise Refused(_NOT_WRITING)
        return self._write

    def _md5(self, request: Request) -> Result:
        offset, size, _, _ = request.numbers(4, wrong_length=_WRONG_LENGTH)
        return Result(data=self._flash.md5(offset, size))

    def _begin_read(self, request: Request) -> Result:
        offset, size, frame_size, _ = request.numbers(4, wrong_length=_WRONG_LENGTH)
        if not 0 < frame_size <= _LARGEST_READ:
            raise Refused(_WRONG_LENGTH)
        self._read = _Read(self._flash, offset, size, frame_size)
        return Result()

    def _erase_all(self, _request: Request) -> Result:
        self._flash.erase_all()
        return Result()

    def _erase(self, request: Request) -> Result:
        offset, size = request.numbers(2, wrong_length=_WRONG_LENGTH)
        if offset % SECTOR_BYTES or size % SECTOR_BYTES:
            raise Refused(_WRONG_LENGTH)
        self._flash.erase(offset, size)
        return Result()
