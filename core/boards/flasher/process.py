"""The flasher's process and the side that started it.

esptool has one logger a process, reads configuration from the working directory, and blocks while a chip is
silent: here it may. The job comes on standard input as one block; events go out on standard output, one line
of JSON each, the last one terminal. What esptool says goes to standard error. When standard input ends,
whoever started this is gone, and so is this.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from typing import BinaryIO

import msgspec

from core import events
from core.boards.flasher.jobs import AnyJob, FlashResult, IdentifyJob
from core.boards.virtual.chips import ROM_BAUD
from core.diagnosis import error_of
from core.errors import FlashError
from core.events import AnyEvent, Failed, Log, Status, Succeeded
from core.processes.child import ChildProcess, Printed
from core.processes.roles import own_command
from core.processes.streams import framed, private_streams, read_block
from core.processes.worker import EventChannel, outcome_of
from core.reading import resolved
from core.task import Task

COMMAND = own_command("flash")
SILENCE_SECONDS = 400.0
"""Longer than the longest thing that esptool waits for, which is the erasing of a large flash."""


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
    # There is no configuration for esptool in that folder.
    with tempfile.TemporaryDirectory() as folder, ChildProcess(COMMAND, folder=folder) as child:
        child.write(framed(msgspec.msgpack.encode(job)))
        doing = "starting"
        for said in child.said(task.check_cancelled, SILENCE_SECONDS):
            match _event(said):
                case Succeeded(figures=figures):
                    return msgspec.convert(figures, resolved(FlashResult))
                case Failed() as failed:
                    raise error_of(failed)
                case Status(text=text):
                    doing = text
                    task.status(text)
                case event if event is not None:
                    task.report(event)
        words = child.last_printed or "the flasher ended, or hangs, without a word"
        raise FlashError("flashing-failed", detail=words, port=job.port, doing=doing)


def _event(said: bytes | Printed) -> AnyEvent | None:
    """The event in a line; what esptool or Python printed is one, too. None for an empty or half a line."""
    if isinstance(said, Printed):
        return Log(level="debug", text=said.text.strip()) if said.text.strip() else None
    # A killed process' last line may be half a line.
    with contextlib.suppress(msgspec.DecodeError):
        return events.from_line(said)
    return None


def main() -> None:
    """Do one job, in the flasher's process."""
    stdin, stream = private_streams()
    block = read_block(stdin)
    if block is None:
        return
    job = msgspec.msgpack.decode(block, type=resolved(AnyJob))
    threading.Thread(target=_end_with_input, args=(stdin,), daemon=True).start()
    task = Task(EventChannel(stream, _end).send)
    task.report(outcome_of(lambda: _perform(job, task), Exception))


def _perform(job: AnyJob, task: Task) -> Succeeded:
    from core.boards.flasher.session import use_flash_log
    from core.boards.flasher.working import Flasher, result_figures

    result = Flasher(job, task, use_flash_log()).run()
    return Succeeded(result=job.port, figures=result_figures(result))


def _end_with_input(stdin: BinaryIO) -> None:
    stdin.read()
    _end()


def _end() -> None:
    # The main thread may be waiting for a chip; there is nothing to put in order.
    os._exit(1)
