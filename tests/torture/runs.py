"""Runs that have bad luck: killed, without room, without permission, moved, at odd places, two at once.

Whatever happens, going on from there comes to the same huffman.tflite as the run that nobody broke.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from core.pipeline.run_folder import STAGE_FILES
from core.settings import STAGES
from tests.builders.pictures import contents_of, write_classes, write_zip
from tests.torture.attacks import (
    Attack,
    Broken,
    Ground,
    Network,
    Round,
    Said,
    Try,
    require,
    run_words,
    temporary_of,
)

_PHASES = ("data", *STAGES)
_RESULT = STAGE_FILES["huffman"]
_ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
"""Takes from a superuser's command what an ordinary user has not: to it permissions apply."""
_STAGE_SECONDS = 240.0
_DISK = 24 << 20
_LEFT = (0, 4 << 10, 100 << 10, 700 << 10, 3 << 20)
"""Bytes that are left on a disk when a stage begins: from nothing to nearly enough."""
_YEAR = 365 * 24 * 3600


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
    same = (folder / _RESULT).read_bytes() == (unbroken / _RESULT).read_bytes()
    require(same, f"{_RESULT} is not that of the unbroken run")
    files, expected = _names(folder), _names(unbroken)
    require(files == expected, f"left over: {sorted(files - expected)}; missing: {sorted(expected - files)}")


def require_no_leftovers(round_: Round) -> None:
    """Raise `Broken` for what was left in the account's temporary folder or half unpacked in its cache."""
    account = round_.folder / "account"
    left = [path.name for path in temporary_of(account).rglob("*")]
    left += [path.name for path in (account / "xdg_cache_home").rglob("*.part")]
    require(not left, f"left over: {left[:9]}")


def _names(folder: Path) -> set[str]:
    """Files below a folder; logs for TensorBoard are named after the time."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in files if not name.startswith("logs/")}


def _seconds(run: Path) -> dict[str, float]:
    """How long each phase of a run took."""
    record = json.loads((run / "run.json").read_bytes())
    return {"data": 1.0} | {stage: record["stages"][stage]["seconds"] for stage in STAGES}


def copied(run: Path, folder: Path) -> Path:
    """A copy of a finished run."""
    return Path(shutil.copytree(run, folder))


# Killed

_WAYS: tuple[tuple[str, int], ...] = (
    *(("worker", signal.SIGKILL), ("command", signal.SIGKILL), ("both", signal.SIGKILL)),
    *(("worker", signal.SIGTERM), ("command", signal.SIGTERM), ("command", signal.SIGINT)),
)


@contextlib.contextmanager
def killed(ground: Ground) -> Iterator[Try]:
    """A run that is killed once in each of its stages, at a random moment, and goes on each time."""

    def try_one(round_: Round) -> list[str]:
        network: Network = "squeezenet-1.1" if round_.number % 5 == 4 else "alexnet"
        unbroken = ground.run(network)
        return _killed(round_, unbroken, round_.folder / "run", _PHASES, run_words(network))

    yield try_one


@contextlib.contextmanager
def killed_late(ground: Ground) -> Iterator[Try]:
    """The same in the last stage of a finished run that is done anew: what the tests have time for."""

    def try_one(round_: Round) -> list[str]:
        unbroken = ground.run()
        folder = copied(unbroken, round_.folder / "run")
        return _killed(round_, unbroken, folder, _PHASES[-1:], ("--from", "huffman"))

    yield try_one


def _killed(
    round_: Round, unbroken: Path, folder: Path, phases: Sequence[str], words: Sequence[str]
) -> list[str]:
    codes: list[str] = []
    seconds = _seconds(unbroken)
    for phase in phases:
        going_on = ("--resume",) if codes and (folder / "run.json").exists() else words
        whom, number = round_.random.choice(_WAYS)
        with working(round_, "run", *going_on, "--out", folder) as at_work:
            if at_work.wait_for(phase):
                _wait_a_moment(round_, at_work, round_.random.random() * seconds[phase])
                _kill(at_work, whom, number)
            at_work.wait_for_end()
            round_.ground.require_gone(round_.mark)
            codes.append(at_work.code or ("" if at_work.process.returncode == 0 else "stopped"))
        require(codes[-1] in ("", "stopped", "worker-crashed"), f"killed in {phase}: {at_work.said}")
        require_whole(folder)
    going_on = ("--resume",) if (folder / "run.json").exists() else words
    squeezed(round_, "run", *going_on, "--out", folder)
    require_same(folder, unbroken)
    require_no_leftovers(round_)
    return codes


def _wait_a_moment(round_: Round, at_work: Working, seconds: float) -> None:
    round_.ground.wait(lambda: at_work.ended, seconds)


def _kill(at_work: Working, whom: str, number: int) -> None:
    targets = {"worker": [at_work.worker], "command": [at_work.process.pid]}
    for pid in targets.get(whom, [at_work.process.pid, at_work.worker]):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


# Without room


@contextlib.contextmanager
def full_disk(ground: Ground) -> Iterator[Try]:
    """A disk that fills while a run works: five sizes, and once without room for another name."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        size = (*_LEFT, None)[round_.number % (len(_LEFT) + 1)]
        with small_disk(round_.folder / "disk", names=900 if size is None else 100_000) as disk:
            if disk is None:
                return _limited(round_, unbroken, size or 0)
            folder = copied(unbroken, disk / "run")
            before = {name: (folder / name).read_bytes() for name in STAGE_FILES.values()}
            ballast = _fill(disk, size)
            said = squeezed(round_, "run", "--out", folder, "--from", "prune", ok=False)
            require(said.code in ("", "disk-full"), f"it ends with {said.code}: {said.errors}")
            require_whole(folder)
            kept = (folder / "float.keras").read_bytes() == before["float.keras"]
            require(kept, "the file of a stage that was not done anew is lost")
            shutil.rmtree(ballast)
            squeezed(round_, "run", "--resume", "--out", folder)
            require_same(folder, unbroken)
        return [said.code]

    yield try_one


@contextlib.contextmanager
def small_disk(place: Path, names: int) -> Iterator[Path | None]:
    """A file system of its own with room for so many names; None where only the superuser makes one."""
    place.mkdir()
    options = f"size={_DISK},nr_inodes={names}"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def _fill(disk: Path, left: int | None) -> Path:
    """Leave only so many bytes, or no room for another name."""
    ballast = disk / "ballast"
    ballast.mkdir()
    if left is None:
        with contextlib.suppress(OSError):
            for number in range(100_000):
                (ballast / str(number)).touch()
        return ballast
    (ballast / "bytes").write_bytes(bytes(max(0, shutil.disk_usage(disk).free - left)))
    return ballast


def _limited(round_: Round, unbroken: Path, size: int) -> list[str]:
    """For an ordinary user: no file may grow beyond so many bytes."""
    import resource

    folder = copied(unbroken, round_.folder / "run")
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    said = squeezed(round_, "run", "--out", folder, "--from", "prune", ok=False, preexec_fn=limit)
    require(said.code in ("", "disk-full"), f"it ends with {said.code}: {said.errors}")
    require_whole(folder)
    squeezed(round_, "run", "--resume", "--out", folder)
    require_same(folder, unbroken)
    return [said.code]


# Without permission, without its folder


@contextlib.contextmanager
def forbidden(ground: Ground) -> Iterator[Try]:
    """An ordinary user's run whose folder may not be written any more, from a stage on."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder = copied(unbroken, round_.folder / "run")
        folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
        phase = round_.random.choice(("prune", "quantize"))
        with working(round_, "run", "--out", folder, "--from", "prune", before=_ORDINARY) as at_work:
            require(at_work.wait_for(phase), f"{phase} did not begin: {at_work.said}")
            _wait_a_moment(round_, at_work, round_.random.random() * 2)
            for path in folders:
                path.chmod(0o555)
            at_work.wait_for_end()
        code = at_work.code
        require(code == "write-permission", f"it ends with {code}: {at_work.said}")
        for path in folders:
            path.chmod(0o755)
        require_whole(folder)
        squeezed(round_, "run", "--resume", "--out", folder, before=_ORDINARY)
        require_same(folder, unbroken)
        return [code]

    yield try_one


@contextlib.contextmanager
def moved(ground: Ground) -> Iterator[Try]:
    """A run whose folder is renamed, or deleted, while it works."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder, elsewhere = copied(unbroken, round_.folder / "run"), round_.folder / "moved"
        phase = round_.random.choice(("prune", "quantize", "huffman"))
        is_deleted = round_.number % 2 == 1
        with working(round_, "run", "--out", folder, "--from", phase) as at_work:
            require(at_work.wait_for(phase), f"{phase} did not begin: {at_work.said}")
            _wait_a_moment(round_, at_work, round_.random.random())
            folder.rename(elsewhere)
            if is_deleted:
                shutil.rmtree(elsewhere)
            at_work.wait_for_end()
        code = at_work.code
        require(code not in ("", "unexpected"), f"it ends with {code or 'nothing'}: {at_work.said}")
        require(not folder.exists(), f"a folder is there again, with {sorted(_names(folder))}")
        if not is_deleted:
            require_whole(elsewhere)
            squeezed(round_, "run", "--resume", "--out", elsewhere)
            require_same(elsewhere, unbroken)
        return [code]

    yield try_one


# The clock, two at once, names

_CLOCK = """
import itertools, time
_time, _ns, _calls, _back = time.time, time.time_ns, itertools.count(), {back}
time.time = lambda: _time() - (_back if next(_calls) > {calls} else 0)
time.time_ns = lambda: _ns() - (_back * 10**9 if next(_calls) > {calls} else 0)
"""
_COMMA = (
    "import locale\nlocale.setlocale(locale.LC_ALL, '')\nassert locale.localeconv()['decimal_point'] == ','\n"
)


def _python_with(round_: Round, code: str) -> dict[str, str]:
    """The environment for Pythons that run some code when they start, before anything of the program."""
    place = round_.folder / "first"
    place.mkdir()
    (place / "sitecustomize.py").write_text(code)
    own = round_.ground.environment(round_.mark, round_.folder / "account")["PYTHONPATH"]
    return {"PYTHONPATH": os.pathsep.join((own, str(place)))}


@contextlib.contextmanager
def clock(ground: Ground) -> Iterator[Try]:
    """A clock that goes back by a year in the middle of a run, over files of next year."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder = copied(unbroken, round_.folder / "run")
        future = time.time() + _YEAR
        for path in (folder, *folder.rglob("*")):
            os.utime(path, (future, future))
        code = _CLOCK.format(back=_YEAR, calls=round_.random.choice((0, 20, 200)))
        environment = _python_with(round_, code)
        squeezed(round_, "run", "--out", folder, "--from", "quantize", environment=environment)
        require_same(folder, unbroken)
        squeezed(round_, "report", folder, environment=environment)
        return [""]

    yield try_one


@contextlib.contextmanager
def two_at_once(ground: Ground) -> Iterator[Try]:
    """Two runs that begin in one folder, and a clean, an export and a report in the middle of it."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder = copied(unbroken, round_.folder / "run")
        words = ("run", "--out", folder, "--from", "quantize")
        with working(round_, *words) as first:
            _wait_a_moment(round_, first, round_.random.random() * 3)
            codes = []
            for others in (words, ("clean", folder), ("report", folder), ("export", folder, "--as", "zip")):
                out = ("--out", round_.folder / "model.zip") if others[0] == "export" else ()
                said = round_.ground.squeeze(
                    f"{round_.mark}-2", round_.folder / "second", *others, *out, ok=False
                )
                require(
                    said.code or said.exit_code == 0, f"{others[0]} ends with {said.exit_code}: {said.errors}"
                )
                codes.append(said.code)
            first.wait_for_end()
        ends = (first.code, codes[0])
        require(sorted(ends) == ["", "run-in-use"], f"two runs at once end with {ends}: {first.said}")
        squeezed(round_, "run", "--resume", "--out", folder)
        same = (folder / _RESULT).read_bytes() == (unbroken / _RESULT).read_bytes()
        require(same, f"{_RESULT} is not that of the unbroken run")
        require_whole(folder)
        return [codes[0]]

    yield try_one


_NAMES = (
    *("with spaces  and two", "Eichhörnchen Süß", "📷 photos 🐿️", "n" * 200, 'quote\'s "and" $HOME', "-rf"),
    *("line\nbreak", "한국어 폴더", "percent %20 {braces}", "trailing. ", "#hash ; semi & amp", "decimal"),
)


@contextlib.contextmanager
def names(ground: Ground) -> Iterator[Try]:
    """Run folders, data, images and outputs with odd names; the last in a country with decimal commas."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        name = _NAMES[round_.number % len(_NAMES)]
        environment = _decimal_comma(round_) if name == "decimal" else {}
        home = round_.folder / name
        home.mkdir()
        do = functools.partial(squeezed, round_, environment=environment)
        folder, pictures = copied(unbroken, home / "run"), home / "pictures"
        write_classes(pictures, {"cat " + name[:100]: 6, "Hund": 6})
        picture = next(pictures.rglob("*.jpg"))
        do("run", "--out", folder, "--from", "huffman")
        require_same(folder, unbroken)
        do("data", pictures)
        do("data", write_zip(home / "pictures.zip", contents_of(pictures)))
        do("evaluate", folder / "int8.tflite")
        do("predict", folder / "huffman.tflite", picture)
        do("report", folder, "-o", home / "report.html")
        do("export", folder, "--as", "zip", "--out", home / "model.zip")
        do("inspect", folder / "pruned.keras")
        do("compress", folder / "int8.tflite", "-o", home / "coded.tflite")
        do("clean", folder)
        return [""] * 10

    yield try_one


def _decimal_comma(round_: Round) -> dict[str, str]:
    """The environment of a German computer; its numbers have commas in all of a process."""
    locales = round_.folder / "locales"
    locales.mkdir()
    made = subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8"], capture_output=True, check=False
    )
    require((locales / "de_DE.UTF-8").is_dir(), f"no German locale can be made: {made.stderr!r}")
    return _python_with(round_, _COMMA) | {"LOCPATH": str(locales), "LC_ALL": "de_DE.UTF-8"}


ATTACKS = (
    Attack(
        "runs",
        "killed",
        "kill -9, SIGTERM and Ctrl-C in every stage",
        10,
        killed,
        seconds=90.0,
        short=2,
        briefly=killed_late,
    ),
    Attack("runs", "disk", "no room: five sizes, and no names", 6, full_disk, seconds=40.0),
    Attack("runs", "forbidden", "permission lost midway, as an ordinary user", 2, forbidden, seconds=40.0),
    Attack("runs", "moved", "the run folder moved or deleted midway", 4, moved, seconds=30.0),
    Attack("runs", "clock", "the clock set back midway", 2, clock, seconds=20.0),
    Attack("runs", "two", "two runs and other commands on one folder", 3, two_at_once, seconds=30.0),
    Attack("runs", "names", "odd names, decimal commas", 12, names, seconds=30.0),
)
