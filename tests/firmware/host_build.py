"""The portable part of the firmware, built for this computer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRMWARE = ROOT / "firmware"
BUILD = FIRMWARE / "host_test" / "build"


def build(folder: Path, *options: str) -> None:
    """Build the host tests in `folder`, where what an earlier build left saves time.

    Raises `AssertionError` with the compiler's words.
    """
    _run(["cmake", "-S", str(FIRMWARE / "host_test"), "-B", str(folder), *options])
    _run(["cmake", "--build", str(folder), f"-j{os.cpu_count() or 1}"])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
