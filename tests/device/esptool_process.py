"""The esptool command line as a person runs it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Said:
    """How esptool ended and what it printed."""

    code: int
    text: str


def esptool(address: str, *arguments: str | Path) -> Said:
    """Run the unmodified esptool of this environment. It must end within two minutes."""
    done = subprocess.run(
        [sys.executable, "-m", "esptool", "--port", address, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stdout + done.stderr)
