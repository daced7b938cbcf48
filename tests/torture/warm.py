"""A process that does one job after another as a worker does, so that thousands of inputs take minutes.

It is `python -m tests.torture.warm`. A job is a request of the command line, or a file that something else of
the program reads. Time and memory are measured for each job; a process that dies of one is started again.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import queue
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO

import msgspec

from core.diagnosis import terminal_event
from core.events import Event, Failed, Stopped, Succeeded
from core.requests import AnyRequest
from core.task import Task
from tests.torture.attacks import NOT_ACCEPTED, ROOT, Broken, Ground, busyness, require, temporary_of
from tests.torture.interpreting import copied_interpreters, taken

MOST_BYTES = 1 << 30
"""How much more memory than before a job with a damaged file may take at any moment."""
MOST_SECONDS = 20.0
"""How much of the processor's time it may take."""
_MOST_ADDRESSES = 4 << 30
_PATIENCE = 600.0
_LOOK_SECONDS = 0.2
_JOBS_A_PROCESS = 400


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A request, or a `file` that is read by what `READERS` has under a name.

    The work is asked to stop when it has reported an event whose tag is `until`: what is tried has been read.
    `within` is a folder of which it is told what was opened.
    """

    request: AnyRequest | None = None
    reader: str = ""
    file: str = ""
    until: str = ""
    within: str = ""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """How a job ended: `code` is that of an error, '' for none; `figures` stands for what came out.

    `opened` are the files in the folder that was asked about, by their paths in it.
    """

    code: str = ""
    happened: str = ""
    detail: str = ""
    values: dict[str, str] = {}
    figures: str = ""
    digest: str = ""
    seconds: float = 0.0
    memory: int = 0
    opened: tuple[str, ...] = ()


class Warm:
    """The process, seen from an attack. Use it in a `with` block.

    `good` is a job that must succeed, with the same figures, whenever it is asked for: at the start of a
    process and between damaged files.
    """

    def __init__(self, ground: Ground, name: str, good: Job) -> None:
        self._ground = ground
        self._mark = f"warm {name}"
        self._account = ground.place / f"warm-{name}"
        self._good = good
        self._expected = ""
        self._jobs = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> Warm:
        self.do_good()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @property
    def cache(self) -> Path:
        """Where what the process makes of archives is kept."""
        return self._account / "xdg_cache_home"

    def do(self, job: Job) -> Done:
        """Do a job with a damaged file. Raises `Broken` when the program does not hold out."""
        temporary = temporary_of(self._account)
        before = set(temporary.iterdir()) if temporary.is_dir() else set()
        done = self._asked(job)
        said = f"{done.happened}\n{done.detail}"
        require(done.code not in NOT_ACCEPTED, f"{_name(job)}: {done.code}: {said}")
        require(done.code == "" or done.happened, f"{_name(job)}: {done.code} without a sentence")
        require(
            done.seconds <= MOST_SECONDS, f"{_name(job)} took {done.seconds:.0f} s of the processor: {said}"
        )
        require(done.memory <= MOST_BYTES, f"{_name(job)} took {done.memory >> 20:,} MB: {said}")
        # TensorFlow keeps files of its own for as long as its process lives.
        left = [
            path.name for path in set(temporary.iterdir()) - before if not path.name.startswith("__autograph")
        ]
        require(not left, f"{_name(job)} left temporary files: {', '.join(left)}")
        return done

    def do_good(self) -> None:
        """Do the good job. Raises `Broken` when it does not succeed as it did before."""
        done = self._asked(self._good)
        require(not done.code, f"the next good job fails: {done.code}: {done.happened}\n{done.detail}")
        require(
            self._expected in ("", done.digest),
            f"the next good job gives something else: {done.figures[:300]}",
        )
        self._expected = done.digest

    def _asked(self, job: Job) -> Done:
        process = self._running()
        assert process.stdin is not None
        self._jobs += 1
        process.stdin.write(msgspec.json.encode(job) + b"\n")
        process.stdin.flush()
        line = self._answer(process.pid)
        if not line:
            how = "does not end" if line is None else f"kills its process: exit code {process.wait()}"
            self._end()
            raise Broken(f"{_name(job)} {how}\n{self._log.read_text(errors='replace')[-1000:]}")
        done = msgspec.json.decode(line, type=Done)
        if done.memory > MOST_BYTES or self._jobs >= _JOBS_A_PROCESS:
            self._end()
        return done

    def _answer(self, pid: int) -> bytes | None:
        """The line that a job is answered with, b"" from a process that has ended, None when none comes."""
        limit, began = _seconds_of(pid) + 2 * MOST_SECONDS, time.monotonic()
        while _seconds_of(pid) <= limit and time.monotonic() - began <= _PATIENCE * busyness():
            self._ground.check_halted()
            with contextlib.suppress(queue.Empty):
                return self._lines.get(timeout=_LOOK_SECONDS)
        return None

    @property
    def _log(self) -> Path:
        return self._account / "log"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._jobs = 0
            self._account.mkdir(exist_ok=True)
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "tests.torture.warm", str(self._account / "taken")],
                    env=self._ground.environment(self._mark, self._account),
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                )
            assert self._process.stdout is not None
            self._lines = queue.SimpleQueue()
            threading.Thread(target=_pass_on, args=(self._process.stdout, self._lines), daemon=True).start()
            # What is imported for the first job counts for none.
            self._asked(self._good)
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._ground.end(self._mark)
            self._process.wait()
            assert self._process.stdin is not None
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            self._process = None


def _seconds_of(pid: int) -> float:
    """The processor's time that a process has taken so far; 0 for one that is gone."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _pass_on(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _name(job: Job) -> str:
    if job.request is None:
        return f"{job.reader} of {Path(job.file).name}"
    return type(job.request).__name__.removesuffix("Request").lower()


def read_start_page(file: str) -> str:
    """What the window's first page tells of the runs in a folder."""
    from app.start.found_runs import read_run, run_folders

    return " ".join(f"{path.name}:{read_run(path).condition}" for path in run_folders(Path(file), ()))


def read_run_in_window(file: str) -> str:
    """What the window reads of a run that is opened."""
    from core.runs.event_record import read_events
    from core.runs.folder import RunFolder

    folder = RunFolder(Path(file))
    folder.read_record()
    folder.read_summary()
    return str(sum(1 for _ in read_events(folder.events))) if folder.events.is_file() else "0"


def read_weights(file: str) -> str:
    """Start weights, as training reads them."""
    from core.networks.architecture import NetworkShape, architecture
    from core.networks.imported import imported_weights
    from core.settings import NetworkSettings

    settings = NetworkSettings(width=0.125)
    found = imported_weights(Path(file), settings, architecture(NetworkShape(settings, 32, 3, 6)))
    return str(len(found))


def read_firmware(file: str) -> str:
    """A firmware bundle, as it is imported."""
    from core.boards.firmware_bundles.bundle import read_bundle

    return read_bundle(Path(file)).version


READERS: Mapping[str, Callable[[str], str]] = {
    "start page": read_start_page,
    "open run": read_run_in_window,
    "start weights": read_weights,
    "firmware": read_firmware,
}


def main() -> None:
    """Do the jobs that come on standard input, a line each, and answer each with a line."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    taken_by_copies, opened = Path(sys.argv[1]), _Opened()
    frozen = 0
    with copied_interpreters(taken_by_copies, _MOST_ADDRESSES):
        for number, line in enumerate(sys.stdin.buffer):
            job = msgspec.json.decode(line, type=Job)
            with opened.noted(job.within):
                done = _measured(job, taken_by_copies)
            done = msgspec.structs.replace(done, opened=tuple(sorted(opened.names)))
            if len(sys.modules) > frozen:
                # What libraries hold for good is not looked through before each job.
                gc.collect()
                gc.freeze()
                frozen = len(sys.modules)
            if number == 0:
                # They have reserved what they reserve: from here on it is what jobs take.
                most = _memory("VmSize") + _MOST_ADDRESSES
                resource.setrlimit(resource.RLIMIT_AS, (most, most))
            answers.write(msgspec.json.encode(done) + b"\n")
            answers.flush()


class _Opened:
    """The files of a folder that this process opens, as Python tells its auditors."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._folder = ""
        sys.addaudithook(self._hear)

    @contextlib.contextmanager
    def noted(self, folder: str) -> Iterator[None]:
        """Begin anew, and within the block note the files of this folder, or none for ''."""
        self.names = set()
        self._folder = folder and folder + os.sep
        yield
        self._folder = ""

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._folder and event == "open" and isinstance(arguments[0], str | bytes):
            path = os.fsdecode(arguments[0])
            if path.startswith(self._folder):
                self.names.add(path.removeprefix(self._folder))


def _measured(job: Job, taken_by_copies: Path) -> Done:
    gc.collect()
    before, began = _memory("VmRSS"), _processor_seconds()
    # The highest use of memory is counted from here.
    Path("/proc/self/clear_refs").write_text("5")
    outcome = _outcome(job)
    seconds, own = _processor_seconds() - began, _memory("VmHWM") - before
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    seconds_of_copies, most_of_copies = taken(taken_by_copies)
    done = Done(seconds=seconds + seconds_of_copies, memory=max(own, children, most_of_copies))
    match outcome:
        case Failed():
            return msgspec.structs.replace(
                done,
                code=outcome.code,
                happened=outcome.happened,
                detail=outcome.detail[-3000:],
                values=dict(outcome.values),
            )
        case Succeeded():
            # How long it took is no result.
            told = {name: value for name, value in outcome.figures.items() if name != "seconds"}
            figures = msgspec.json.encode(told)
            return msgspec.structs.replace(
                done,
                figures=figures[:4000].decode(errors="replace"),
                digest=hashlib.sha256(figures).hexdigest(),
            )
        case _:
            return done


def _outcome(job: Job) -> Event:
    stopping = False

    def report(event: Event) -> None:
        nonlocal stopping
        stopping = stopping or (job.until != "" and msgspec.to_builtins(event)["event"] == job.until)

    try:
        if job.request is None:
            return Succeeded(figures={"read": READERS[job.reader](job.file)})
        from core.jobs import perform

        return perform(job.request, Task(report, lambda: stopping))
    except BaseException as error:
        outcome = terminal_event(error)
        return Succeeded() if isinstance(outcome, Stopped) and stopping else outcome


def _memory(name: str) -> int:
    """A line of this process's /proc/self/status, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def _processor_seconds() -> float:
    return sum(os.times()[:4])


if __name__ == "__main__":
    main()
