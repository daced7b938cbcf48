"""The virtual board: chip, flash and cable, moved by one thread of its own, and what runs on it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Protocol

from core.boards.virtual.cable import NO_FAULTS, Endpoint, Faults, Line, Reset, ResetCircuit, wire_seconds
from core.boards.virtual.chips import ROM_BAUD, Flash, VirtualChip
from core.boards.virtual.loader import GREETING, SYNC_DATA, Command, Loader, Next, SlipReader, slip_encode
from core.boards.virtual.rom_loader import RomLoader
from core.boards.virtual.stub_loader import StubLoader

_SYNC_BEGINNING = bytes([0, Command.SYNC, len(SYNC_DATA), 0])
_SYNC_TAIL = 256
_LONGEST_SECONDS = 60.0


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


class VirtualBoard:
    """A board that behaves as one on a desk: it keeps running whether or not anybody listens.

    Use it in a `with` block. All methods may be called from any thread and return at once; what they ask
    for happens in the order of the calls. `boot` starts what lies in flash.
    """

    def __init__(self, chip: VirtualChip, flash: Flash, boot: Boot, faults: Faults = NO_FAULTS) -> None:
        self.chip = chip
        self.baud = ROM_BAUD
        self._flash = flash
        self._boot = boot
        self._faults = faults
        self._powered = True
        self._endpoint: Endpoint | None = None
        self._host_baud: int | None = None
        self._from_host = Line()
        self._to_host = Line()
        self._received = 0
        self._circuit = ResetCircuit()
        self._frames = SlipReader()
        self._loader: Loader | None = None
        self._program: Program = NoProgram()
        self._tail = b""
        self._commands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._live, name="virtual board")

    def __enter__(self) -> VirtualBoard:
        self.set_faults(self._faults)
        self._commands.put(self._boot_flash)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._commands.put(None)
        self._thread.join()

    def plug_in(self, endpoint: Endpoint, baud: int | None) -> None:
        """Somebody opened the port; `baud` is the computer's speed, None when that cannot be known."""
        self._commands.put(partial(self._plugged_in, endpoint, baud))

    def unplug(self, endpoint: Endpoint) -> None:
        """The port was closed. A board without reset lines is off until it is opened again."""
        self._commands.put(partial(self._unplugged, endpoint))

    def host_sets_baud(self, endpoint: Endpoint, baud: int | None) -> None:
        self._commands.put(partial(self._set_host_baud, endpoint, baud))

    def host_sets_lines(self, endpoint: Endpoint, dtr: bool, rts: bool) -> None:
        self._commands.put(partial(self._set_lines, endpoint, dtr, rts))

    def host_sends(self, endpoint: Endpoint, data: bytes) -> None:
        self._commands.put(partial(self._receive, endpoint, data))

    def set_faults(self, faults: Faults) -> None:
        """From now on these go wrong, and no others; bytes are counted anew."""
        self._commands.put(partial(self._use_faults, faults))

    def wait_until_idle(self) -> None:
        """Return when everything asked for so far has happened. Raises `TimeoutError` after a minute."""
        done = threading.Event()
        self._commands.put(done.set)
        if not done.wait(_LONGEST_SECONDS):
            raise TimeoutError("the virtual board does not go on")

    def transmit(self, data: bytes) -> None:
        """Send bytes to the computer at `baud`. For what runs on the chip, in the board's thread."""
        if self._endpoint is None or self._faults.silent:
            return
        heard = self._to_host.heard(data, self.baud, self._host_baud or self.baud, self._faults)
        self._take_wire_time(len(data))
        self._endpoint.deliver(heard)

    def _live(self) -> None:
        while True:
            try:
                command = self._commands.get(timeout=self._program.idle())
            except queue.Empty:
                continue
            if command is None:
                return
            command()

    def _use_faults(self, faults: Faults) -> None:
        self._faults = faults
        self._received = 0
        self._flash.corrupt_writes = faults.corrupt_writes

    def _plugged_in(self, endpoint: Endpoint, baud: int | None) -> None:
        self._endpoint = endpoint
        self._host_baud = baud
        self._circuit = ResetCircuit()
        if not self._powered:
            self._powered = True
            self._boot_flash()

    def _unplugged(self, endpoint: Endpoint) -> None:
        if endpoint is self._endpoint:
            self._endpoint = None
            if not endpoint.has_reset_lines:
                self._lose_power()

    def _lose_power(self) -> None:
        self._powered = False
        self._loader = None
        self._program = NoProgram()

    def _set_host_baud(self, endpoint: Endpoint, baud: int | None) -> None:
        if endpoint is self._endpoint:
            self._host_baud = baud

    def _set_lines(self, endpoint: Endpoint, dtr: bool, rts: bool) -> None:
        if endpoint is not self._endpoint:
            return
        reset = self._circuit.set(dtr, rts)
        if reset is Reset.TO_LOADER and self._faults.boot_pin_stuck:
            reset = Reset.TO_FLASH
        if reset is Reset.HELD:
            self._loader = None
            self._program = NoProgram()
        elif reset is Reset.TO_LOADER:
            self._run_rom_loader()
        elif reset is Reset.TO_FLASH:
            self._boot_flash()

    def _run_rom_loader(self) -> None:
        self._enter_loader(RomLoader(self.chip, self._flash), ROM_BAUD)
        self.transmit(self.chip.boot_download.encode())

    def _enter_loader(self, loader: Loader, baud: int) -> None:
        self._program = NoProgram()
        self._loader = loader
        self._frames = SlipReader()
        self.baud = baud

    def _boot_flash(self) -> None:
        self._loader = None
        self._tail = b""
        self.baud = ROM_BAUD
        self.transmit(self.chip.boot_flash.encode())
        self._program = self._boot(self._flash, self)

    def _receive(self, endpoint: Endpoint, data: bytes) -> None:
        if endpoint is not self._endpoint:
            return
        data, cut = self._before_cut(data)
        self._take_wire_time(len(data))
        self._hear(data)
        if cut:
            self._faults = Faults()
            self._endpoint = None
            self._lose_power()
            endpoint.hang_up()

    def _before_cut(self, data: bytes) -> tuple[bytes, bool]:
        """The part of `data` that still came through, and whether the cable was pulled after it."""
        cut_at = self._faults.cut_at
        if cut_at is None or self._received + len(data) < cut_at:
            self._received += len(data)
            return data, False
        return data[: cut_at - self._received], True

    def _hear(self, data: bytes) -> None:
        host_baud = self._host_baud or self.baud
        if isinstance(self._loader, RomLoader) and not self._loader.has_synced:
            # The ROM measures the speed of what comes first.
            self.baud = host_baud
        heard = self._from_host.heard(data, host_baud, self.baud, self._faults)
        if self._loader is None:
            self._give_to_program(heard)
        else:
            self._give_to_loader(heard)

    def _give_to_loader(self, data: bytes) -> None:
        for frame in self._frames.feed(data):
            if self._loader is None:
                return
            answer = self._loader.answer(frame, self.baud)
            self.transmit(b"".join(slip_encode(reply) for reply in answer.frames))
            self.baud = answer.baud or self.baud
            if answer.then is Next.STUB:
                self._run_stub()
            elif answer.then is Next.FLASH:
                self._boot_flash()

    def _run_stub(self) -> None:
        if self._faults.stub_crashes:
            self._loader = None
            self._program = NoProgram()
            return
        self._enter_loader(StubLoader(self.chip, self._flash), self.baud)
        self.transmit(slip_encode(GREETING))

    def _give_to_program(self, data: bytes) -> None:
        if self._endpoint is not None and not self._endpoint.has_reset_lines:
            # Nobody can hold its button down: asking for the loader has the same effect.
            self._tail = (self._tail + data)[-_SYNC_TAIL:]
            if slip_encode(_SYNC_BEGINNING)[:-1] in self._tail and SYNC_DATA in self._tail:
                data = self._tail
                self._run_rom_loader()
                self._give_to_loader(data)
                return
        self._program.receive(data)

    def _take_wire_time(self, size: int) -> None:
        if self._faults.slow:
            time.sleep(wire_seconds(size, self.baud))
