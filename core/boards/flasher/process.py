"""The flasher's process (`python -m core.boards.flasher.process`) and the side that started it.

esptool has one logger a process, reads configuration from the working directory, and blocks while a chip is
silent: here it may. The job comes on standard input, its length before it; events go out on standard output,
one line of JSON each, the last one terminal. What esptool says goes to standard error. When standard input
ends, whoever started this is gone, and so is this.
"""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from typing import IO, BinaryIO

import msgspec

from core import events
from core.boards.flasher.jobs import AnyJob, FlashResult, IdentifyJob
from core.boards.virtual.chips import ROM_BAUD
from core.diagnosis import error_of, terminal_event
from core.errors import FlashError
from core.events import AnyEvent, Event, Failed, Log, Status, Succeeded
from core.program import own_command, own_environment
from core.reading import resolved
from core.task import Task

_LENGTH = struct.Struct("<I")
COMMAND = own_command("flasher")
_POLL = 0.05
_LAST_LINES = 20
SILENCE_SECONDS = 400.0
"""Longer than the longest thing that esptool waits for, which is the erasing of a large flash."""
_NOTHING_YET = Log(level="debug", text="")


def identify(port: str, task: Task, button_seconds: float = 0.0) -> FlashResult:
    """Which chip is on a port, and how much flash it has. Resets the board. Raises the flasher's errors."""
    # The loader in ROM is enough for that, and is there at once.
    job = IdentifyJob(port=port, baud=ROM_BAUD, use_stub=False, button_seconds=button_seconds)
    return do_in_child(job, task)


def do_in_child(job: AnyJob, task: Task) -> FlashResult:
    """Have a job done, passing on its events.

    Every part that is written is compared by its hash in the chip, and the board is started in the end. When
    the task is to stop, the process is ended at once, whatever it does: a board can be flashed again from any
    state. Raises `Cancelled` then, and the flasher's errors: port-not-found, port-unreachable, port-busy,
    port-permission, port-vanished, board-no-data, board-wrong-boot-mode, board-noise, stub-failed,
    flash-mismatch, flash-too-small, board-wrong-chip, board-locked, flashing-failed; of a backup also
    backup-unusable and those of writing a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        process = _started(folder)
        said = _Said(process)
        try:
            return _followed(process, said, job, task)
        finally:
            process.kill()
            process.wait()
            said.close()
            _close(process.stdin)


def _started(folder: str) -> subprocess.Popen[bytes]:
    """A flasher in `folder`, where there is no configuration for esptool."""
    return subprocess.Popen(
        COMMAND,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=own_environment(),
    )


def _followed(process: subprocess.Popen[bytes], said: _Said, job: AnyJob, task: Task) -> FlashResult:
    assert process.stdin is not None
    data = msgspec.msgpack.encode(job)
    # A process that ends at once does not read; its end is told below.
    with contextlib.suppress(OSError):
        process.stdin.write(_LENGTH.pack(len(data)) + data)
        process.stdin.flush()
    doing = "starting"
    while True:
        task.check_cancelled()
        match said.next():
            case None:
                raise FlashError("flashing-failed", detail=said.last_words(), port=job.port, doing=doing)
            case Succeeded(figures=figures):
                return msgspec.convert(figures, resolved(FlashResult))
            case Failed() as failed:
                raise error_of(failed)
            case Status(text=text):
                doing = text
                task.status(text)
            case event if event is not _NOTHING_YET:
                task.report(event)


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        # What was not read by the other side is of no use.
        with contextlib.suppress(OSError):
            stream.close()


class _Said:
    """What the process says: its events, and esptool's lines as `Log` events."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        self._last_lines: list[str] = []
        self._heard = time.monotonic()
        self._events: queue.SimpleQueue[AnyEvent | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._read_events, args=(process.stdout,)),
            threading.Thread(target=self._read_lines, args=(process.stderr,)),
        ]
        for thread in self._threads:
            thread.start()

    def next(self) -> AnyEvent | None:
        """The next event; `_NOTHING_YET` when none came in a moment, None when no more will come.

        A process that has said nothing for `SILENCE_SECONDS` counts as one that will not say more.
        """
        try:
            event = self._events.get(timeout=_POLL)
            self._heard = time.monotonic()
        except queue.Empty:
            return _NOTHING_YET if time.monotonic() - self._heard < SILENCE_SECONDS else None
        return event

    def last_words(self) -> str:
        """The last lines that esptool or Python printed."""
        return "\n".join(self._last_lines) or "the flasher ended, or hangs, without a word"

    def close(self) -> None:
        """Read what is left of a process that has ended."""
        for thread in self._threads:
            thread.join()

    def _read_events(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                # A killed process' last line may be half a line.
                with contextlib.suppress(msgspec.DecodeError):
                    self._events.put(events.from_line(line))
        self._threads[1].join()
        self._events.put(None)

    def _read_lines(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                text = line.decode(errors="replace").strip()
                if text:
                    self._last_lines = [*self._last_lines, text][-_LAST_LINES:]
                    self._events.put(Log(level="debug", text=text))


def main() -> None:
    """Do one job, in the flasher's process."""
    stream = _private_output()

    def report(event: Event) -> None:
        stream.write(events.to_line(event))
        stream.flush()

    task = Task(report)
    (size,) = _LENGTH.unpack(sys.stdin.buffer.read(_LENGTH.size))
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(size), type=resolved(AnyJob))
    threading.Thread(target=_end_with_input, daemon=True).start()
    task.report(_carry_out(job, task))


def _carry_out(job: AnyJob, task: Task) -> Event:
    try:
        from core.boards.flasher.session import use_flash_log
        from core.boards.flasher.working import Flasher, result_figures

        result = Flasher(job, task, use_flash_log()).run()
    except Exception as error:
        traceback.print_exc()
        return terminal_event(error)
    return Succeeded(result=job.port, figures=result_figures(result))


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    # The main thread may be waiting for a chip; there is nothing to put in order.
    os._exit(1)


def _private_output() -> BinaryIO:
    """Standard output for events alone: what libraries print goes to standard error."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


if __name__ == "__main__":
    main()
