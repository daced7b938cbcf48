"""A worker whose work is of a kind that tests need: `python -m tests.odd_worker KIND`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from core.errors import DataError
from core.events import Log, Succeeded
from core.processes import worker
from core.requests import AnyRequest
from core.task import Task

STUBBORN_PATIENCE = 0.3


def chatty(request: AnyRequest, task: Task) -> Succeeded:
    """Prints in every way there is."""
    del request
    sys.stdout.write("from Python\n")
    sys.stdout.flush()
    os.write(1, b"to descriptor 1\n")
    os.write(2, b"to descriptor 2\n")
    subprocess.run([sys.executable, "-c", "print('from a child')"], check=True)
    task.status("between the prints")
    return Succeeded(result="done", figures={"half": 0.5})


def reader(request: AnyRequest, task: Task) -> Succeeded:
    """Reads standard input, which is the worker's own."""
    del request, task
    return Succeeded(result=sys.stdin.read())


def unnoticed(request: AnyRequest, task: Task) -> Succeeded:
    """Tells its priority."""
    del request, task
    return Succeeded(result=str(os.nice(0)))


def obedient(request: AnyRequest, task: Task) -> Succeeded:
    """Works until it is asked to stop."""
    del request
    task.status("working")
    while True:
        task.check_cancelled()
        time.sleep(0.01)


def asked(request: AnyRequest, task: Task) -> Succeeded:
    """Tells the commands that it gets, until it is asked to stop."""
    del request
    task.status("listening")
    while True:
        task.check_cancelled()
        if (command := task.next_command(0.01)) is not None:
            task.status(repr(command))


def lingering(request: AnyRequest, task: Task) -> Succeeded:
    """Stops when it is asked to, in a process that does not end."""
    threading.Thread(target=time.sleep, args=(600,)).start()
    return obedient(request, task)


def stubborn(request: AnyRequest, task: Task) -> Succeeded:
    """Works on whatever it is asked, with a child that does so too; the child's id is logged."""
    del request
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    task.report(Log(level="info", text=str(child.pid)))
    while True:
        time.sleep(0.01)


def killed(request: AnyRequest, task: Task) -> Succeeded:
    """Ends as a process does that is out of memory."""
    del request
    task.status("working")
    os.write(2, b"last words\n")
    os.kill(os.getpid(), signal.SIGKILL)
    return Succeeded()


def limited(request: AnyRequest, task: Task) -> Succeeded:
    """Asks for more memory than the limit that it gives itself lets it have."""
    del request
    import resource

    import numpy as np

    taken = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (taken + (200 << 20), resource.RLIM_INFINITY))
    task.status("working")
    return Succeeded(result=str(np.ones(1 << 30, np.uint8).sum()))


def aborting(request: AnyRequest, task: Task) -> Succeeded:
    """Ends as C++ does where there is no memory."""
    del request
    task.status("working")
    os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\n" + b"frame\n" * 100)
    os.abort()


def swallowing(request: AnyRequest, task: Task) -> Succeeded:
    """Takes memory, in the group of processes that $SQUEEZE_TEST_GROUP names, until it is killed for that."""
    del request
    (Path(os.environ["SQUEEZE_TEST_GROUP"]) / "cgroup.procs").write_text(str(os.getpid()))
    task.status("working")
    taken = []
    while True:
        taken.append(b"x" * (1 << 20))


def refusing(request: AnyRequest, task: Task) -> Succeeded:
    """Fails with an error of the table."""
    del request, task
    raise DataError("data-not-found", path="nowhere")


def leaving(request: AnyRequest, task: Task) -> Succeeded:
    """Behaves like a library that thinks it is a program."""
    del request, task
    sys.exit(0)


KINDS: tuple[Callable[[AnyRequest, Task], Succeeded], ...] = (
    chatty,
    reader,
    unnoticed,
    obedient,
    asked,
    lingering,
    stubborn,
    killed,
    limited,
    aborting,
    swallowing,
    refusing,
    leaving,
)

if __name__ == "__main__":
    odd = next(kind for kind in KINDS if kind.__name__ == sys.argv[1])
    worker.PATIENCE = STUBBORN_PATIENCE
    sys.exit(worker.work(odd))
