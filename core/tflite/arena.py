"""How much memory TFLM needs for a model, as TFLM itself says.

The wheel tells it on C's standard error only, and a model may crash it: it is asked in a process of its own
(`python -m core.tflite.arena`, the model on standard input).
"""

from __future__ import annotations

import re
import subprocess
import sys

import msgspec

from core.errors import ModelError
from core.program import own_command, own_environment
from core.tflite.tflm import TflmInterpreter

COMMAND = own_command("arena")
TIME_LIMIT = 120.0

_LINE = re.compile(r"Arena allocation (total|head|tail) (\d+) bytes")


class ArenaFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of TFLM's arena once a model is prepared, on this computer; running it takes no more.

    `non_persistent` holds activations and decoded weights and is the same on a chip; `persistent` holds
    pointers, which take half as much there.
    """

    total: int
    persistent: int
    non_persistent: int


def measure_arena(model: bytes, name: str = "The model", time_limit: float = TIME_LIMIT) -> ArenaFigures:
    """What a plain or coded model needs. Raises model-not-runnable, also when it takes too long."""
    try:
        child = subprocess.run(
            COMMAND,
            input=model,
            capture_output=True,
            check=False,
            timeout=time_limit,
            env=own_environment(),
        )
    except subprocess.TimeoutExpired as error:
        reason = f"it did not finish within {time_limit:.0f} s"
        raise ModelError("model-not-runnable", path=name, reason=reason) from error
    said = child.stderr.decode(errors="replace")
    figures = arena_figures(said)
    if child.returncode != 0 or figures is None:
        reason = "TensorFlow Lite Micro cannot run it"
        raise ModelError("model-not-runnable", detail=said, path=name, reason=reason)
    return figures


def arena_figures(said: str) -> ArenaFigures | None:
    """The figures in what TFLM prints about its arena; None when they are not all there."""
    found = {which: int(count) for which, count in _LINE.findall(said)}
    if len(found) != 3:
        return None
    return ArenaFigures(total=found["total"], persistent=found["tail"], non_persistent=found["head"])


def main() -> None:
    """Prepare the model on standard input and let TFLM print what it used."""
    TflmInterpreter(sys.stdin.buffer.read()).print_arena_use()


if __name__ == "__main__":
    main()
