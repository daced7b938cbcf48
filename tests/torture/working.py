"""A command line at work on a run, and what has to hold of the run afterwards."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from core.runs.folder import STAGE_FILES
from core.settings import STAGES
from tests.torture.attacks import Broken, Ground, Round, Said, require, temporary_of

PHASES = ("data", *STAGES)
RESULT = STAGE_FILES["huffman"]
_STAGE_SECONDS = 240.0


class Working:
    """A command line at work on a run, followed by what it says."""

    def __init__(self, ground: Ground, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._ground = ground
        self._lines: list[str] = []
        assert process.stderr is not None
        self._reader = threading.Thread(target=self._read, args=(process.stderr,), daemon=True)
        self._reader.start()

    def wait_for(self, phase: str) -> bool:
        """Wait until a stage has begun; False when the command ended before. Raises `Broken`."""
        began = self._ground.wait(lambda: self._has_begun(phase) or self.ended, _STAGE_SECONDS)
        require(began, f"{phase} does not begin: {self.said[-500:]}")
        return self._has_begun(phase)

    def wait_for_end(self) -> int:
        """The exit code. Raises `Broken` when it does not end."""
        require(self._ground.wait(lambda: self.ended, _STAGE_SECONDS), f"it does not end: {self.said[-500:]}")
        self._reader.join()
        require("Traceback" not in self.said, f"a traceback is shown: {self.said}")
        return int(self.process.returncode)

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    @property
    def said(self) -> str:
        """What it has written to standard error."""
        return "".join(self._lines)

    @property
    def code(self) -> str:
        """The code of the error that it shows, or ''."""
        return Said(0, "", self.said).code

    @property
    def worker(self) -> int:
        """The process that does the work: the command's child."""
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        with contextlib.suppress(OSError, ValueError, IndexError):
            return int(Path(children).read_text().split()[0])
        return self.process.pid

    def _has_begun(self, phase: str) -> bool:
        return any(line.split(",")[0].strip() == phase for line in self._lines)

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            self._lines.append(line)


@contextlib.contextmanager
def working(round_: Round, *words: str | Path, **more: Any) -> Iterator[Working]:
    """A command line at work, in the round's own account."""
    account = round_.folder / "account"
    account.mkdir(exist_ok=True)
    with round_.ground.started(round_.mark, account, *words, **more) as process:
        yield Working(round_.ground, process)


def squeezed(round_: Round, *words: str | Path, ok: bool = True, **more: Any) -> Said:
    """A command line that is run to its end, in the round's own account."""
    account = round_.folder / "account"
    account.mkdir(exist_ok=True)
    with round_.ground.started(round_.mark, account, *words, "--json", **more) as process:
        return round_.ground.said(process, ok=ok)


def require_whole(folder: Path) -> None:
    """Raise `Broken` unless every JSON file below a folder is whole, and every line but the last one."""
    for path in folder.rglob("*.json"):
        try:
            json.loads(path.read_bytes())
        except ValueError as error:
            raise Broken(f"{path.name} is not whole: {error}") from error
    events = folder / "events.jsonl"
    lines = events.read_bytes().split(b"\n")[:-1] if events.is_file() else []
    for line in lines:
        try:
            json.loads(line)
        except ValueError as error:
            raise Broken(f"events.jsonl has a broken line: {line[:100]!r}") from error


def require_same(folder: Path, unbroken: Path) -> None:
    """Raise `Broken` unless a run has come to what the unbroken one came to, with nothing left over."""
    require_whole(folder)
    same = (folder / RESULT).read_bytes() == (unbroken / RESULT).read_bytes()
    require(same, f"{RESULT} is not that of the unbroken run")
    files, expected = names_of(folder), names_of(unbroken)
    require(files == expected, f"left over: {sorted(files - expected)}; missing: {sorted(expected - files)}")


def require_no_leftovers(round_: Round) -> None:
    """Raise `Broken` for what was left in the account's temporary folder or half unpacked in its cache."""
    account = round_.folder / "account"
    left = [path.name for path in temporary_of(account).rglob("*")]
    left += [path.name for path in (account / "xdg_cache_home").rglob("*.part")]
    require(not left, f"left over: {left[:9]}")


def names_of(folder: Path) -> set[str]:
    """Files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def seconds_of(run: Path) -> dict[str, float]:
    """How long each phase of a run took."""
    record = json.loads((run / "run.json").read_bytes())
    return {"data": 1.0} | {stage: record["stages"][stage]["seconds"] for stage in STAGES}


def copied(run: Path, folder: Path) -> Path:
    """A copy of a finished run."""
    return Path(shutil.copytree(run, folder))


def wait_a_moment(round_: Round, at_work: Working, seconds: float) -> None:
    """Wait, unless the command ends before."""
    until = time.monotonic() + seconds
    round_.ground.wait(lambda: at_work.ended or time.monotonic() >= until, seconds)
