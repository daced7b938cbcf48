"""The window under a monkey, opened and closed again and again, and two windows on one folder."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.runs.folder import RunFolder
from tests.builders.images import write_classes
from tests.torture.attacks import ROOT, Attack, Broken, Ground, Round, Try, require
from tests.ui.stage_runs import without

_STEPS = 100
_SECONDS = 900.0
_OPENED = 50
_SETTLED = 10
"""So often opened, the window has loaded what it loads once."""
_MOST_KILOBYTES = 400
"""What each opening may add to the memory: less than a page of the window takes."""


def opened(round_: Round, account: str, role: str, *arguments: object) -> subprocess.Popen[str]:
    """A window in a process of its own that plays a role, with an account of its own."""
    home = round_.folder / account
    home.mkdir(exist_ok=True)
    env = round_.ground.environment(
        round_.mark,
        home,
        QT_QPA_PLATFORM="offscreen",
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_RUNTIME_DIR=str(home),
        LC_ALL="C.UTF-8",
    )
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.torture.monkey", role, *map(str, arguments)],
        env=env,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )


def found(round_: Round, process: subprocess.Popen[str]) -> dict[str, Any]:
    """What a window's role found. Raises `Broken` for an exception, a warning of Qt or a bad end."""
    said = round_.ground.said_by(process, _SECONDS)
    lines = [line for line in said.splitlines() if line.startswith("{")]
    require(lines, f"the window ends with {process.returncode}: {said[-3000:]}")
    try:
        told: dict[str, Any] = json.loads(lines[-1])
    except ValueError as error:
        raise Broken(f"the window says {lines[-1][:300]}") from error
    problems = told["problems"]
    require(not problems, f"{len(problems)} problems, the first: {''.join(problems[:1])}")
    require(process.returncode == 0, f"the window ends with {process.returncode}: {said[-3000:]}")
    round_.ground.require_gone(round_.mark)
    return told


def unfinished(round_: Round) -> RunFolder:
    """A copy of the unbroken run in which quantization is to be done."""
    folder = RunFolder(Path(shutil.copytree(round_.ground.run(), round_.folder / "run")))
    without(folder, "quantize")
    return folder


@contextlib.contextmanager
def monkey(ground: Ground) -> Iterator[Try]:
    """A hundred clicks and keys in a window that works."""
    del ground

    def try_one(round_: Round) -> list[str]:
        run, images = unfinished(round_), round_.folder / "images"
        write_classes(images, {"cat": 8, "dog": 8})
        words = (round_.random.randrange(2**31), _STEPS, run.path, images)
        told = found(round_, opened(round_, "account", "monkey", *words))
        require(told["at_work"], "nothing was at work")
        record = json.loads(run.record.read_bytes())
        require(record["stages"]["train"]["state"] == "done", "what was done is lost")
        return [""] * told["steps"]

    yield try_one


@contextlib.contextmanager
def reopened(ground: Ground) -> Iterator[Try]:
    """The window opened and closed, again and again: nothing of the earlier ones stays."""
    del ground

    def try_one(round_: Round) -> list[str]:
        run = Path(shutil.copytree(round_.ground.run(), round_.folder / "run"))
        counts = found(round_, opened(round_, "account", "reopen", _OPENED, run))["counts"]
        first, last = counts[_SETTLED], counts[-1]
        grown = {name: last[name] - first[name] for name in first if name != "kilobytes"}
        require(not any(count > 0 for count in grown.values()), f"from {first} to {last}")
        each = (last["kilobytes"] - first["kilobytes"]) / (len(counts) - _SETTLED)
        require(each < _MOST_KILOBYTES, f"each opening adds {each:.0f} KB: from {first} to {last}")
        return [""] * len(counts)

    yield try_one


@contextlib.contextmanager
def two_windows(ground: Ground) -> Iterator[Try]:
    """Two windows start the same stage of one run: one does it, the other says that it is in use."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        run = unfinished(round_)
        both = [opened(round_, account, "start", "quantize", run.path) for account in ("one", "two")]
        told = [_told(round_, process) for process in both]
        ends = sorted((one["outcome"], one["code"]) for one in told)
        expected = ([("Failed", "run-in-use"), ("Succeeded", "")], [("Succeeded", ""), ("Succeeded", "")])
        require(ends in expected, f"they end with {ends}")
        same = (run.path / "int8.tflite").read_bytes() == (unbroken / "int8.tflite").read_bytes()
        require(same, "the run does not come to what the unbroken one came to")
        return [one["code"] for one in told]

    yield try_one


def _told(round_: Round, process: subprocess.Popen[str]) -> dict[str, Any]:
    said = round_.ground.said_by(process, _SECONDS)
    require(process.returncode == 0, f"the window ends with {process.returncode}: {said[-3000:]}")
    told: dict[str, Any] = json.loads(said.splitlines()[-1])
    require(not told["problems"], f"problems: {''.join(told['problems'][:1])}")
    return told


ATTACKS = (
    Attack("window", "monkey", "random clicks and keys", 10, monkey, seconds=40.0),
    Attack("window", "reopened", "opened and closed", 1, reopened, seconds=120.0),
    Attack("window", "windows", "two windows on one folder", 2, two_windows, seconds=40.0),
)
