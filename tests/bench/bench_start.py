"""How soon the window is there."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

from tests.bench import Row

_ROUNDS = 7


def run() -> list[Row]:
    """Time to the first paint, against a bare Qt application, started in turn; medians of `_ROUNDS`."""
    for what in ("bare", "program"):
        # The first start of all reads from disk and writes byte code.
        _first_paint(what)
    rounds = [(_first_paint("bare"), _first_paint("program")) for _ in range(_ROUNDS)]
    bare, program = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(ours / theirs for theirs, ours in rounds)
    return [
        Row("first paint of a bare Qt application", bare, "s"),
        Row("first paint of the window", program, "s", at_most=1.0),
        Row("first paint", ratio, "x", against="a bare Qt application", at_most=1.6),
    ]


def _first_paint(what: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.bench.first_paint", what, str(time.time())]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(answer.stdout)
