"""How long an attack waits for the program on a busy computer, and how it is stopped."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.torture.attacks import Attack, Broken, Ground, Halted, Result, Round, Try, carry_out


@pytest.mark.parametrize(("waiting", "comes_true"), [(0, False), (20, True)])
def test_a_time_limit_is_longer_where_many_processes_wait(
    waiting: int, comes_true: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = waiting * (os.cpu_count() or 1)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    began = time.monotonic()
    assert Ground(tmp_path).wait(lambda: time.monotonic() - began > 0.6, seconds=0.1) is comes_true


@contextlib.contextmanager
def stopped(ground: Ground) -> Iterator[Try]:
    """The person asks to stop, which ends the processes of the round that is being tried."""

    def try_one(round_: Round) -> Sequence[str]:
        ground.halted.set()
        raise Broken(f"{round_.mark}: its process is gone")

    yield try_one


def test_a_round_that_was_stopped_has_not_failed(tmp_path: Path) -> None:
    attack = Attack("runs", "stopped", "", 1, stopped)
    result = Result(attack, 1)
    with pytest.raises(Halted):
        carry_out(attack, Ground(tmp_path), 1, [0], result)
    assert result.failures == []
