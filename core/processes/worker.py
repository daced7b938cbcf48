"""The process in which long work is done, seen from inside: an assignment in, events out, one outcome.

The first line on standard input is an `Assignment`. Events go out on standard output, one line of JSON
each, the last of them terminal. Each further line on standard input is a command
(`core.worker_commands`): `cancel` asks to stop, as SIGINT and SIGTERM do. When standard input ends, whoever
started the worker is gone: it stops, and its children with it. Whatever libraries print, from C as well,
goes to the assignment's log file.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from core import events, worker_commands
from core.diagnosis import terminal_event
from core.errors import EXIT_DONE, EXIT_STOPPED, EXIT_USAGE
from core.events import Event, Failed, Succeeded
from core.processes.streams import is_closed_pipe, private_streams
from core.processes.tree import end_tree, lead_own_tree, lower_priority
from core.program import provide_streams
from core.requests import AnyRequest, from_line
from core.task import Task
from core.worker_commands import AnyCommand, Cancel

PATIENCE = 5.0
"""Seconds that work has to stop by itself once its reader is gone."""


class EventChannel:
    """The worker's way out. What is sent after the reader has gone is dropped, and `lost` is called."""

    def __init__(self, stream: BinaryIO, lost: Callable[[], None]) -> None:
        self._stream = stream
        self._lost = lost
        self._one_at_a_time = threading.Lock()

    def send(self, event: Event) -> None:
        """Send an event at once."""
        try:
            with self._one_at_a_time:
                self._stream.write(events.to_line(event))
                self._stream.flush()
        except ValueError:
            self._lost()
        except OSError as error:
            if not is_closed_pipe(error):
                raise
            self._lost()


def work(perform: Callable[[AnyRequest, Task], Succeeded]) -> int:
    """Have `perform` do one assignment; the exit code is that of the command line for the same outcome."""
    provide_streams()
    lead_own_tree()
    lower_priority()
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    stdin, stream = private_streams()
    try:
        assignment = from_line(stdin.readline())
    except msgspec.DecodeError as error:
        sys.stderr.write(f"The first line is no assignment: {error}\n")
        return EXIT_USAGE
    _print_to(Path(assignment.log))
    waiting: queue.SimpleQueue[AnyCommand] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(stdin, stopping, waiting), daemon=True).start()
    task = Task(EventChannel(stream, stopping.set).send, stopping.is_set, waiting)
    outcome = outcome_of(lambda: perform(assignment.request, task))
    task.report(outcome)
    return _exit_code(outcome)


def outcome_of(perform: Callable[[], Succeeded], caught: type[BaseException] = BaseException) -> Event:
    """The one terminal event of a piece of work: what it returns, or what it raises, if that is `caught`."""
    try:
        return perform()
    except caught as error:
        traceback.print_exc()
        return terminal_event(error)


def _print_to(log: Path) -> None:
    """Send all that is printed from now on to `log`, or nowhere when it cannot be written."""
    with contextlib.suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    except OSError:
        handle = os.open(os.devnull, os.O_WRONLY)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    os.close(handle)
    faulthandler.enable()


def _listen(stdin: BinaryIO, stopping: threading.Event, waiting: queue.SimpleQueue[AnyCommand]) -> None:
    for line in stdin:
        try:
            command = worker_commands.from_line(line)
        except msgspec.DecodeError as error:
            sys.stderr.write(f"No command: {error}\n")
            continue
        if isinstance(command, Cancel):
            stopping.set()
        else:
            waiting.put(command)
    stopping.set()
    killer = threading.Timer(PATIENCE, end_tree, (os.getpid(),))
    # A worker that ends by itself does not wait for it.
    killer.daemon = True
    killer.start()


def _exit_code(outcome: Event) -> int:
    match outcome:
        case Succeeded():
            return EXIT_DONE
        case Failed(exit_code=code):
            return code
        case _:
            return EXIT_STOPPED
