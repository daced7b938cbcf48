"""What an attack is: rounds that are drawn from a seed, each tried by itself, and what came of them.

It is for Linux: processes are looked up in /proc.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tests.builders.images import write_classes

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", "core.cli")
NOT_ACCEPTED = frozenset({"unexpected", "worker-crashed", "memory-exhausted"})
"""Codes that say that the program was not prepared for what it was given."""

_MARK = "SQUEEZE_TORTURE"
_GONE_SECONDS = 15.0
_PATIENCE = 300.0

Network = Literal["alexnet", "squeezenet-1.1"]
_TINY = (
    *("--data", "scenes", "--preset", "quick", "--image-size", "32", "--width", "0.125", "--epochs", "2"),
    *("--filters", "0.25", "--sparsity", "0.8", "--weight-bits", "4", "--set", "quantize.epochs=1"),
    *("--set", "data.scenes_per_class=10", "--set", "train.batch_size=16", "--set", "prune.epochs=1"),
    *("--prune-method", "training-aware", "--quantize-method", "training-aware"),
)


class Broken(Exception):
    """The program did not hold out; the text says how."""


class Halted(Exception):
    """The person asked to stop."""


def busyness() -> float:
    """How many processes wait for each processor now, at least 1: a time limit is as many times as long."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def require(holds: object, how: str) -> None:
    """Raise `Broken` with `how` unless something holds."""
    if not holds:
        raise Broken(how)


class Ground:
    """A folder in which attacks work, with an account of its own, and every process that is started there.

    A `quick` one has no time to train: its unbroken run was only coded.
    """

    def __init__(self, place: Path, *, quick: bool = False) -> None:
        self.place = place
        self.is_quick = quick
        self.halted = threading.Event()
        self._marks: set[str] = set()
        self._making = {network: threading.Lock() for network in ("alexnet", "squeezenet-1.1")}
        place.mkdir(parents=True, exist_ok=True)
        # An ordinary user works below it, too.
        place.chmod(0o711)

    def environment(self, mark: str, account: Path, **more: str) -> dict[str, str]:
        """For a process that keeps all of its own in the folder `account` and is found by its mark."""
        own = {name: account / name.lower() for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        temporary = temporary_of(account)
        for folder in (*own.values(), temporary):
            folder.mkdir(parents=True, exist_ok=True)
        self._marks.add(mark)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return {
            **kept,
            **{name: str(folder) for name, folder in own.items()},
            "HOME": str(account),
            "TMPDIR": str(temporary),
            "PYTHONPATH": str(ROOT),
            "TF_CPP_MIN_LOG_LEVEL": "2",
            _MARK: f"{self.place}:{mark}",
            **more,
        }

    def check_halted(self) -> None:
        if self.halted.is_set():
            raise Halted

    def wait(self, condition: Callable[[], bool], seconds: float = _PATIENCE) -> bool:
        """Whether a condition came true within some seconds, more on a busy computer. Raises `Halted`."""
        began = time.monotonic()
        while not condition():
            self.check_halted()
            if time.monotonic() - began > seconds * busyness():
                return False
            self.halted.wait(0.02)
        return True

    def run(self, network: Network = "alexnet") -> Path:
        """A finished tiny run of the command line that nobody broke; made once, and not to be changed."""
        folder = self.place / "unbroken" / network
        with self._making[network]:
            if not (folder / "done").exists():
                self.check_halted()
                words = self._begun(folder) if self.is_quick else run_words(network)
                self.squeeze("unbroken", folder, "run", *words, "--out", folder / "run")
                (folder / "done").touch()
        return folder / "run"

    def _begun(self, folder: Path) -> tuple[str, ...]:
        """Begin with a run that only has to be coded; how it goes on."""
        from tests.builders.finished_runs import CLASSES, uncoded_run

        write_classes(folder / "images", dict.fromkeys(CLASSES, 8))
        uncoded_run(folder / "run", folder / "images", folder / "cache")
        return ("--resume",)

    def squeeze(self, mark: str, account: Path, *words: str | Path, ok: bool = True) -> Said:
        """Run a command line with `--json` to its end; with `ok` it must succeed. Raises `Broken`."""
        with self.started(mark, account, *words, "--json") as process:
            return self.said(process, ok=ok)

    @contextlib.contextmanager
    def started(
        self,
        mark: str,
        account: Path,
        *words: str | Path,
        before: Sequence[str] = (),
        environment: Mapping[str, str] = {},
        **more: Any,
    ) -> Iterator[subprocess.Popen[str]]:
        """A command line at work, with `before` in front; it and all that it started end with the block."""
        env = self.environment(mark, account, **environment)
        process = subprocess.Popen(
            [*before, *COMMAND, *map(str, words)],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
            **more,
        )
        try:
            yield process
        finally:
            self.end(mark)
            process.communicate()

    def said(self, process: subprocess.Popen[str], *, ok: bool = False) -> Said:
        """How a command line ends. Raises `Broken` for an end that none should come to, and `Halted`."""
        output, errors = self._written(process, _PATIENCE)
        said = Said(process.returncode, output, errors)
        words = " ".join(map(str, process.args)).partition("core.cli ")[2]  # type: ignore[arg-type]
        require("Traceback" not in said.errors, f"squeeze {words} shows a traceback:\n{said.errors}")
        require(said.code not in NOT_ACCEPTED, f"squeeze {words} ends with {said.code}:\n{said.errors}")
        require(not ok or said.exit_code == 0, f"squeeze {words} ends with {said.exit_code}:\n{said.errors}")
        return said

    def said_by(self, process: subprocess.Popen[str], seconds: float) -> str:
        """What a process writes to standard output until it ends. Raises `Broken` when it does not."""
        return self._written(process, seconds)[0]

    def _written(self, process: subprocess.Popen[str], seconds: float) -> tuple[str, str]:
        written: list[tuple[str, str]] = []
        thread = threading.Thread(target=lambda: written.append(process.communicate()), daemon=True)
        thread.start()
        ended = self.wait(lambda: not thread.is_alive(), seconds)
        require(ended, f"{process.args!r} did not end within {seconds:.0f} s")
        return written[0]

    def processes(self, mark: str | None = None) -> list[int]:
        """The processes that carry a mark, or any of this ground's, and have not ended."""
        wanted = f"{_MARK}={self.place}:{mark or ''}".encode() + (b"\0" if mark else b"")
        found = []
        for path in Path("/proc").iterdir():
            if not path.name.isdecimal() or int(path.name) == os.getpid():
                continue
            # A process that ends while it is looked at, or that is not ours.
            with contextlib.suppress(OSError):
                if wanted in (path / "environ").read_bytes() + b"\0" and _state(path) != "Z":
                    found.append(int(path.name))
        return found

    def require_gone(self, mark: str) -> None:
        """Raise `Broken` when a process with the mark is still there after the time that it has to end."""
        if not self.wait(lambda: not self.processes(mark), _GONE_SECONDS):
            left = ", ".join(f"{pid} ({_command(pid)})" for pid in self.processes(mark))
            raise Broken(f"processes are left over: {left}")

    def end(self, mark: str | None = None) -> None:
        """End the processes with a mark, or all of this ground's, at once."""
        if mark is not None and mark not in self._marks:
            # Thousands of rounds start none: all of /proc is not read for them.
            return
        while found := self.processes(mark):
            for pid in found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)


def run_words(network: Network) -> tuple[str, ...]:
    """What a tiny run of a network is asked for."""
    return (*_TINY, "--network", network)


def temporary_of(account: Path) -> Path:
    """Where the processes of an account keep what they need for a moment."""
    return account / "tmp"


@dataclass(frozen=True)
class Said:
    """How a command line ended, and what it wrote."""

    exit_code: int
    output: str
    errors: str

    @property
    def code(self) -> str:
        """The code of the error that it ended with, or ''. Raises `Broken` for half a JSON value."""
        lines = [line for line in self.output.splitlines() if line.startswith("{")]
        if not lines:
            return self.errors.rpartition("error [")[2].partition("]")[0] if "error [" in self.errors else ""
        try:
            value = json.loads(lines[-1])
        except ValueError as error:
            raise Broken(f"no whole JSON on standard output: {lines[-1][:200]}") from error
        return str(value["error"]["code"]) if isinstance(value, dict) and "error" in value else ""


@dataclass(frozen=True)
class Round:
    """One round of an attack: all its chance comes from `random`, all its files go into `folder`."""

    number: int
    mark: str
    random: random.Random
    folder: Path
    ground: Ground


Try = Callable[[Round], Sequence[str]]
"""Tries one round: for each input the code of the error that it was refused with, '' where it was taken."""


@dataclass(frozen=True)
class Attack:
    """`rounds` of them are the full number, each about `seconds` of the processor long.

    `opened` makes ready what all rounds share. `short` rounds are part of the tests, which open `briefly`
    where that is given.
    """

    area: str
    name: str
    what: str
    rounds: int
    opened: Callable[[Ground], AbstractContextManager[Try]]
    seconds: float = 1.0
    short: int = 0
    briefly: Callable[[Ground], AbstractContextManager[Try]] | None = None

    def count(self, scale: float) -> int:
        """How many rounds there are at a scale: at least one."""
        return max(1, round(self.rounds * scale))


@dataclass(frozen=True)
class Failure:
    """How a round was lost, and how it can be run again."""

    attack: str
    number: int
    seed: int
    how: str

    @property
    def again(self) -> str:
        """The command that runs this round alone."""
        return f"python3 dev.py torture --seed {self.seed} --only {self.attack}:{self.number}"


@dataclass
class Result:
    """What came of an attack so far. `taken` and `refused` count inputs, `failures` rounds."""

    attack: Attack
    total: int
    rounds: int = 0
    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""

    @property
    def tried(self) -> int:
        """How many inputs there were."""
        return self.taken + self.refused.total()

    @property
    def seconds_left(self) -> float:
        """About how long the rest takes, by what the rounds so far took."""
        each = self.seconds / self.rounds if self.rounds else self.attack.seconds
        return (self.total - self.rounds) * each


def carry_out(attack: Attack, ground: Ground, seed: int, numbers: Sequence[int], result: Result) -> None:
    """Run rounds of an attack one after the other and count in `result`. Raises `Halted`."""
    began = time.monotonic()
    with _shared(attack, ground, seed, result) as try_one:
        for number in numbers if try_one else ():
            ground.check_halted()
            assert try_one is not None
            _carry_out_one(try_one, attack, ground, seed, number, result)
            result.rounds += 1
            result.seconds = time.monotonic() - began


@contextlib.contextmanager
def _shared(attack: Attack, ground: Ground, seed: int, result: Result) -> Iterator[Try | None]:
    """What the rounds of an attack share; None where it cannot be made, which is a failure."""
    with contextlib.ExitStack() as stack:
        try_one: Try | None = None
        try:
            opened = attack.briefly if ground.is_quick and attack.briefly else attack.opened
            try_one = stack.enter_context(opened(ground))
        except Halted:
            raise
        except Exception:
            how = f"what the rounds share could not be made:\n{traceback.format_exc()}"
            result.failures.append(Failure(attack.name, 0, seed, how))
        yield try_one


def _carry_out_one(
    try_one: Try, attack: Attack, ground: Ground, seed: int, number: int, result: Result
) -> None:
    mark = f"{attack.name}-{number}"
    folder = ground.place / mark
    folder.mkdir(parents=True)
    try:
        codes = try_one(Round(number, mark, random.Random(f"{seed} {attack.name} {number}"), folder, ground))
    except Halted:
        raise
    except Broken as broken:
        # What was ended because the person asked to stop has not failed.
        ground.check_halted()
        result.failures.append(Failure(attack.name, number, seed, f"{broken}\n  its files: {folder}"))
        return
    except Exception:
        ground.check_halted()
        result.failures.append(Failure(attack.name, number, seed, traceback.format_exc()))
        return
    finally:
        ground.end(mark)
    result.taken += sum(not code for code in codes)
    result.refused.update(code for code in codes if code)
    shutil.rmtree(folder, ignore_errors=True)


def _state(process: Path) -> str:
    return (process / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]


def _command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(errors="replace").replace("\0", " ").strip()
    return "gone"
