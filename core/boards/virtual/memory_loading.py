"""Programs that are loaded into memory: how a stub gets into the chip."""

from __future__ import annotations

from core.boards.virtual.loader import Next, Result
from core.boards.virtual.loader_protocol import Refused, Request


class MemoryLoading:
    """Carries out MEM_BEGIN, MEM_DATA and MEM_END, and knows which addresses hold a program.

    The instructions themselves are not kept: what runs in place of any stub is our own.
    """

    def __init__(self, wrong_length: int, wrong_checksum: int, out_of_turn: int) -> None:
        self._wrong_length = wrong_length
        self._wrong_checksum = wrong_checksum
        self._out_of_turn = out_of_turn
        self._loaded: list[range] = []
        self._next = 0
        self._stop = 0

    def begin(self, request: Request) -> Result:
        """MEM_BEGIN. Raises `Refused`."""
        size, _, _, offset = request.numbers(4, wrong_length=self._wrong_length)
        self._next, self._stop = offset, offset + size
        return Result()

    def take(self, request: Request) -> Result:
        """MEM_DATA. Raises `Refused`."""
        block = request.block(self._wrong_length, self._wrong_checksum)
        if self._next + len(block) > self._stop:
            raise Refused(self._out_of_turn)
        self._loaded.append(range(self._next, self._next + len(block)))
        self._next += len(block)
        return Result()

    def end(self, request: Request) -> Result:
        """MEM_END: a stub runs next if something was loaded at the address named. Raises `Refused`."""
        stay, entry = request.numbers(2, wrong_length=self._wrong_length)
        starts = not stay and any(entry in block for block in self._loaded)
        return Result(then=Next.STUB if starts else Next.SAME)
