"""How long an attack waits for the program on a computer that is busy with other things."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.torture.attacks import Ground


@pytest.mark.parametrize(("waiting", "comes_true"), [(0, False), (20, True)])
def test_a_time_limit_is_longer_where_many_processes_wait(
    waiting: int, comes_true: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = waiting * (os.cpu_count() or 1)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    began = time.monotonic()
    assert Ground(tmp_path).wait(lambda: time.monotonic() - began > 0.6, seconds=0.1) is comes_true
