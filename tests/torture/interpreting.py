"""Interpreter processes that are copies of one that has imported everything, so that thousands are started.

Each is a process of its own, as in the program: it may crash, and it ends with whoever asked for it.
`python -P -m tests.torture.interpreting NAME FILE BYTES` makes copies until it is ended.
"""

from __future__ import annotations

import array
import gc
import importlib
import os
import resource
import secrets
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.evaluation import interpreter_process, interpreters
from core.processes.roles import own_environment
from tests.torture import interpreting_copy
from tests.torture.interpreting_copy import STREAMS

_RUNTIMES = ("tflite_micro.python.tflite_micro.runtime", "ai_edge_litert.interpreter")


@contextmanager
def copied_interpreters(file: Path, most_addresses: int) -> Iterator[subprocess.Popen[bytes]]:
    """Within it this process's interpreter processes are copies; the process that makes them.

    It tells in `file` what they took: see `taken`. Each may have `most_addresses` bytes of addresses more
    than what it begins with.
    """
    name, before = f"squeeze-torture-{secrets.token_hex(8)}", interpreter_process.COMMAND
    words = (sys.executable, "-P", "-m", "tests.torture.interpreting", name, str(file), str(most_addresses))
    with subprocess.Popen(
        words, env=own_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            if not process.stdout.readline():
                raise OSError(f"no copies can be made: exit code {process.wait()}")
            interpreter_process.COMMAND = (sys.executable, "-I", "-S", interpreting_copy.__file__, name)
            yield process
        finally:
            interpreter_process.COMMAND = before
            process.kill()


def taken(file: Path) -> tuple[float, int]:
    """Seconds of the processor that copies took since this was asked last, and the most bytes of one."""
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    told = [line.split() for line in lines]
    return sum(float(seconds) for seconds, _ in told), max((int(most) for _, most in told), default=0)


def make_copies(name: str, file: str, most_addresses: int) -> None:
    """Make one for each connection to sockets of this name, which brings its streams."""
    for runtime in _RUNTIMES:
        importlib.import_module(runtime)
    gc.freeze()
    size = int(Path("/proc/self/status").read_text().partition("VmSize:")[2].split()[0]) * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size + most_addresses, size + most_addresses))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0{name}")
        server.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            connection, _ = server.accept()
            if os.fork() == 0:
                server.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _keep(connection, interpreters.main, Path(file))
            connection.close()


def _keep(connection: socket.socket, main: Callable[[], None], file: Path) -> None:
    """Make a copy with the streams that come, end it when who asked is gone, and tell how it ended."""
    _, ancillary, _, _ = connection.recvmsg(1, socket.CMSG_SPACE(4 * len(STREAMS)))
    streams = array.array("i", b"".join(data for _, _, data in ancillary))
    child = os.fork()
    if child == 0:
        connection.close()
        _be(streams, main)
    for stream in (*streams, *STREAMS):
        os.close(stream)
    ended = os.pidfd_open(child)
    if ended not in select.select([connection.fileno(), ended], [], [])[0]:
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    with file.open("a") as told:
        told.write(f"{usage.ru_utime + usage.ru_stime:.3f} {usage.ru_maxrss * 1024}\n")
    connection.send(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _be(streams: array.array[int], main: Callable[[], None]) -> None:
    for stream, number in zip(streams, STREAMS, strict=True):
        os.dup2(stream, number)
        os.close(stream)
    code = 1
    try:
        main()
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    make_copies(sys.argv[1], sys.argv[2], int(sys.argv[3]))
