"""The flasher's process: `python -m core.boards.flasher.child`.

esptool has one logger a process, reads configuration from the working directory, and blocks while a chip is
silent: here it may. The job comes on standard input, its length before it; events go out on standard output,
one line of JSON each, the last one terminal. What esptool says goes to standard error. When standard input
ends, whoever started this is gone, and so is this.
"""

from __future__ import annotations

import os
import struct
import sys
import threading
import traceback
from typing import BinaryIO

import msgspec

from core import events
from core.boards.flasher.jobs import AnyJob
from core.diagnosis import terminal_event
from core.events import Event, Succeeded
from core.reading import resolved
from core.task import Task

LENGTH = struct.Struct("<I")


def main() -> None:
    """Do one job."""
    stream = _private_output()

    def report(event: Event) -> None:
        stream.write(events.to_line(event))
        stream.flush()

    task = Task(report)
    (size,) = LENGTH.unpack(sys.stdin.buffer.read(LENGTH.size))
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(size), type=resolved(AnyJob))
    threading.Thread(target=_end_with_input, daemon=True).start()
    task.report(_carry_out(job, task))


def _carry_out(job: AnyJob, task: Task) -> Event:
    try:
        from core.boards.flasher.esptool_log import use_flash_log
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
