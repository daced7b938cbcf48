"""Runs that have bad luck: killed, without room, without permission, moved.

Whatever happens, going on from there comes to the same huffman.tflite as the run that nobody broke.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.torture.attacks import Attack, Ground, Network, Round, Try, require, run_words
from tests.torture.working import (
    PHASES,
    Working,
    copied,
    names_of,
    require_no_leftovers,
    require_same,
    require_whole,
    seconds_of,
    squeezed,
    wait_a_moment,
    working,
)

_ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
"""Takes from a superuser's command what an ordinary user has not: to it permissions apply."""
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
        return _killed(round_, unbroken, round_.folder / "run", PHASES, run_words(network))

    yield try_one


@contextlib.contextmanager
def killed_late(ground: Ground) -> Iterator[Try]:
    """The same in the last stage of a finished run that is done anew: what the tests have time for."""

    def try_one(round_: Round) -> list[str]:
        unbroken = ground.run()
        folder = copied(unbroken, round_.folder / "run")
        return _killed(round_, unbroken, folder, PHASES[-1:], ("--from", "huffman"))

    yield try_one


def _killed(
    round_: Round, unbroken: Path, folder: Path, phases: Sequence[str], words: Sequence[str]
) -> list[str]:
    codes: list[str] = []
    seconds = seconds_of(unbroken)
    for phase in phases:
        going_on = ("--resume",) if codes and (folder / "run.json").exists() else words
        whom, number = round_.random.choice(_WAYS)
        with working(round_, "run", *going_on, "--out", folder) as at_work:
            if at_work.wait_for(phase):
                wait_a_moment(round_, at_work, round_.random.random() * seconds[phase])
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


def _kill(at_work: Working, whom: str, number: int) -> None:
    targets = {"worker": [at_work.worker], "command": [at_work.process.pid]}
    for pid in targets.get(whom, [at_work.process.pid, at_work.worker]):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


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
            wait_a_moment(round_, at_work, round_.random.random() * 2)
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
            wait_a_moment(round_, at_work, round_.random.random())
            folder.rename(elsewhere)
            if is_deleted:
                shutil.rmtree(elsewhere)
            at_work.wait_for_end()
        code = at_work.code
        require(code not in ("", "unexpected"), f"it ends with {code or 'nothing'}: {at_work.said}")
        require(not folder.exists(), f"a folder is there again, with {sorted(names_of(folder))}")
        if not is_deleted:
            require_whole(elsewhere)
            squeezed(round_, "run", "--resume", "--out", elsewhere)
            require_same(elsewhere, unbroken)
        return [code]

    yield try_one


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
    Attack("runs", "forbidden", "permission lost midway, as an ordinary user", 2, forbidden, seconds=40.0),
    Attack("runs", "moved", "the run folder moved or deleted midway", 4, moved, seconds=30.0),
)
