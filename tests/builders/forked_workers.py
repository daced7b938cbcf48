"""Workers that have TensorFlow from their first moment: forks of a process that has imported it once.

To import it takes a worker seconds, and tests start many workers. Here a process of the tests imports what
workers need and computes nothing; a worker is a fork of it, in which the program's own code does the work on
the streams, in the folder and the environment of the one who started it. Its process id, its tree and its
exit code are those of any other. The first workers of a suite are started as the program starts them, until
the fork's parent is ready; on other systems than Linux all of them are.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import random
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import numpy as np
import pytest

from core.processes import child
from core.processes.client import COMMAND
from tests.builders.fires import VARIABLE

ROOT = Path(__file__).parents[2]
_POLL = 0.05
_MOST_BYTES = 1 << 20
_OPTIONS = {"cwd", "stdin", "stdout", "stderr", "env", "start_new_session", "creationflags"}


@contextlib.contextmanager
def forked_workers() -> Iterator[None]:
    """In the block, workers that this process starts are forks from the second one on."""
    if sys.platform != "linux":
        yield
        return
    with _Nursery() as nursery, pytest.MonkeyPatch.context() as patch:
        shown = SimpleNamespace(Popen=nursery.start, PIPE=subprocess.PIPE, STDOUT=subprocess.STDOUT)
        patch.setattr(child, "subprocess", shown)
        yield


class _Nursery:
    """The process that forks, seen from the tests. Its answers are read by whoever waits for one."""

    def __init__(self) -> None:
        self._alone = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None
        self._is_ready = False
        self._started: int | None = None
        self._ended: dict[int, int] = {}
        self._log = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115

    def __enter__(self) -> _Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._line is not None:
            self._line.close()
            self._process.wait()
        self._log.close()

    def start(self, command: Sequence[str], **options: Any) -> Any:
        """As `subprocess.Popen`: a fork for a worker, a process for anything else."""
        assert options.keys() <= _OPTIONS
        if tuple(command) != COMMAND or options["stderr"] == subprocess.STDOUT:
            return subprocess.Popen(command, **options)
        with self._alone:
            if self._process is None:
                self._begin()
            self._hear()
            if not self._is_ready:
                return subprocess.Popen(command, **options)
            return _Forked(self, options)

    def _begin(self) -> None:
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        with other:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tests.builders.forked_workers", str(other.fileno())],
                env=environment,
                pass_fds=[other.fileno()],
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
            )

    def fork(self, order: Mapping[str, object], handles: Sequence[int]) -> int:
        """The process id of a new worker on these handles."""
        assert self._line is not None
        with self._alone:
            socket.send_fds(self._line, [json.dumps(order).encode()], handles)
            self._started = None
            while self._started is None:
                self._hear(_POLL)
            return self._started

    def exit_code(self, pid: int) -> int | None:
        """How a worker ended, once it has."""
        with self._alone:
            self._hear()
            return self._ended.get(pid)

    def _hear(self, patience: float = 0.0) -> None:
        assert self._line is not None
        while select.select([self._line], [], [], patience)[0]:
            said = json.loads(self._line.recv(_MOST_BYTES) or b'{"gone": true}')
            if "gone" in said:
                self._log.seek(0)
                raise AssertionError(f"the process that forks workers has ended:\n{self._log.read()[-3000:]}")
            self._is_ready = self._is_ready or "ready" in said
            self._started = said.get("started", self._started)
            if "ended" in said:
                self._ended[said["ended"]] = os.waitstatus_to_exitcode(said["status"])
            patience = 0.0


class _Forked:
    """What `subprocess.Popen` is to a process that was started, for a worker that was forked."""

    def __init__(self, nursery: _Nursery, options: Mapping[str, Any]) -> None:
        self._nursery = nursery
        pipes = [os.pipe() for _ in range(3)]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        order = {
            "folder": str(options["cwd"] or Path.cwd()),
            "environment": dict(options["env"]),
            "leads": options["start_new_session"],
        }
        try:
            self.pid = nursery.fork(order, theirs)
        finally:
            for handle in theirs:
                os.close(handle)
        self.stdin: IO[bytes] = os.fdopen(pipes[0][1], "wb")
        self.stdout: IO[bytes] = os.fdopen(pipes[1][0], "rb")
        self.stderr: IO[bytes] = os.fdopen(pipes[2][0], "rb")

    def poll(self) -> int | None:
        return self._nursery.exit_code(self.pid)

    def wait(self, timeout: float | None = None) -> int:
        limit = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if limit is not None and time.monotonic() > limit:
                raise subprocess.TimeoutExpired(COMMAND, timeout or 0.0)
            time.sleep(_POLL / 5)
        return code


def main() -> int:
    """Import what workers need, then fork one for each order that comes, until nobody orders any more."""
    line = socket.socket(fileno=int(sys.argv[1]))
    _import_all()
    # A fork has one thread: what others hold would be held in it for good.
    assert len(list(Path("/proc/self/task").iterdir())) == 1
    gc.collect()
    gc.freeze()
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(waking)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    line.send(b'{"ready": true}')
    running: set[int] = set()
    waited_for: list[socket.socket | int] = [line, woken]
    while True:
        ready, _, _ = select.select(waited_for, [], [])
        if woken in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(woken, 4096)
            _tell_ended(line, running)
        if line in ready:
            said, handles, _, _ = socket.recv_fds(line, _MOST_BYTES, 3)
            if not said:
                return 0
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for handle in (line.detach(), woken, waking):
                    os.close(handle)
                return _work(json.loads(said), handles)
            for handle in handles:
                os.close(handle)
            running.add(pid)
            line.send(json.dumps({"started": pid}).encode())


def _tell_ended(line: socket.socket, running: set[int]) -> None:
    for pid in tuple(running):
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            running.discard(pid)
            line.send(json.dumps({"ended": pid, "status": status}).encode())


def _import_all() -> None:
    """What workers import by and by."""
    from core import backend, jobs
    from core.deployment import flashing
    from core.report import writing
    from core.runs import dataset_report, huffman, pipeline, predictors, prune, quantize, train, trying

    assert jobs, (flashing, writing, dataset_report, huffman, pipeline, predictors, prune, quantize, train)
    assert trying
    assert backend.tfmot


def _work(order: dict[str, Any], handles: Sequence[int]) -> int:
    """Be the worker; its exit code."""
    if order["leads"]:
        os.setsid()
    for number, handle in enumerate(handles):
        os.dup2(handle, number)
        os.close(handle)
    os.chdir(order["folder"])
    # What TensorFlow was imported with is read later on, too.
    kept = {name: value for name, value in os.environ.items() if name.startswith("TF_")}
    os.environ.clear()
    os.environ.update(kept | order["environment"])
    random.seed()
    np.random.seed()
    if VARIABLE in os.environ:
        from core.networks import architecture

        vars(architecture)["_FIRES"] = tuple(map(int, os.environ[VARIABLE].split()))
    from core.processes.roles import run_role

    sys.argv = ["", "--run"]
    return run_role(sys.argv[1:]) or 0


if __name__ == "__main__":
    sys.exit(main())
