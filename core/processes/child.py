"""A child process, seen from the process that started it: what goes in, what comes out, and that it ends."""

from __future__ import annotations

import contextlib
import math
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple, Self

from core.processes.roles import own_environment
from core.processes.tree import NO_CONSOLE, end_tree

_POLL = 0.05
_LAST_LINES = 30
_OWN_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class Printed(NamedTuple):
    """A line that a process printed, without its end."""

    text: str


Said = bytes | Printed
"""A frame of standard output, or a printed line."""
Frames = Callable[[IO[bytes]], bytes | None]
"""Takes the next frame from a stream; nothing is left when it returns None or no bytes."""


def line(stream: IO[bytes]) -> bytes:
    """The next line, with its end."""
    return stream.readline()


class ChildProcess:
    """A process that was started here. Use it in a `with` block, at whose end it is gone.

    What it writes to standard output is cut by `frames`; lines on standard error are `Printed`, and so is
    standard output where `frames` is None. One that `leads_tree` does not get our Ctrl-C, and what it started
    ends with it; any other ends with the tree that this process is in. Raises `OSError` when it cannot be
    started.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        frames: Frames | None = line,
        leads_tree: bool = False,
        folder: str | Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if frames else subprocess.STDOUT,
            env=own_environment() if environment is None else environment,
            start_new_session=leads_tree,
            creationflags=NO_CONSOLE | (_OWN_GROUP if leads_tree else 0),
        )
        self.ended_for_time: float | None = None
        """The seconds that it had, if it was ended for taking longer."""
        self._said: queue.SimpleQueue[Said | None] = queue.SimpleQueue()
        self._printed: deque[str] = deque(maxlen=_LAST_LINES)
        self._reader = threading.Thread(target=self._read, args=(frames,), daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def last_printed(self) -> str:
        """The last lines that it printed; all of them are there once it has ended."""
        return "\n".join(self._printed).strip()

    def write(self, data: bytes) -> None:
        """Write to its standard input at once; one that has ended reads no more, and its end is told."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def end_input(self) -> None:
        """Tell it that nothing more comes."""
        assert self._process.stdin is not None
        # What it did not read is of no use.
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def said(self, poll: Callable[[], object] = lambda: None, silence: float = math.inf) -> Iterator[Said]:
        """What it says, as it comes, until it has ended or has said nothing for `silence` seconds.

        `poll` is called before each and many times a second; what it raises is raised here.
        """
        heard = time.monotonic()
        while True:
            poll()
            try:
                # A plain wait would keep Ctrl-C from getting through on Windows.
                said = self._said.get(timeout=_POLL)
            except queue.Empty:
                if time.monotonic() - heard > silence:
                    return
                continue
            if said is None:
                self._said.put(None)
                return
            yield said
            heard = time.monotonic()

    def wait(self) -> int:
        """Its exit code, once it has ended; the number of a signal is negative."""
        return self._process.wait()

    def kill(self) -> None:
        """End it at once, and what it started. Safe in a signal handler and in any thread."""
        if self.is_running:
            end_tree(self._process.pid)

    @contextlib.contextmanager
    def ended_after(self, seconds: float) -> Iterator[None]:
        """Within the block it has so much time, and is ended after that."""

        def end() -> None:
            self.ended_for_time = seconds
            self.kill()

        killer = threading.Timer(seconds, end)
        killer.daemon = True
        killer.start()
        try:
            yield
        finally:
            killer.cancel()

    def end(self) -> int:
        """End it at once and take in all that it has said; its exit code."""
        self.kill()
        self._reader.join()
        self.end_input()
        return self.wait()

    def _read(self, frames: Frames | None) -> None:
        output, errors = self._process.stdout, self._process.stderr
        assert output is not None
        if frames is None or errors is None:
            self._read_printed(output)
        else:
            beside = threading.Thread(target=self._read_printed, args=(errors,), daemon=True)
            beside.start()
            with output:
                while frame := frames(output):
                    self._said.put(frame)
            beside.join()
        self._process.wait()
        self._said.put(None)

    def _read_printed(self, stream: IO[bytes]) -> None:
        with stream:
            for words in stream:
                text = words.decode(errors="replace").rstrip()
                self._printed.append(text)
                self._said.put(Printed(text))
