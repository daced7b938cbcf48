"""A program that behaves as an installed one does: there is no Python to hand a module to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
_BEGINNING = """
import runpy, sys
root, launcher, executable = sys.argv[1:4]
sys.argv[:] = [executable, *sys.argv[4:]]
sys.frozen, sys.executable = True, executable
with open(f"{executable}.starts", "a") as starts:
    starts.write(" ".join(sys.argv[1:]) + "\\n")
sys.path.insert(0, root)
runpy.run_path(f"{root}/packaging/{launcher}.py", run_name="__main__")
"""


def installed(folder: Path, launcher: Literal["launch_squeeze", "launch_studio"]) -> Path:
    """An executable in `folder`; each of its starts is a line of the file beside it that `starts` reads."""
    (folder / "beginning.py").write_text(_BEGINNING)
    program = folder / launcher
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -P "{folder}/beginning.py" "{ROOT}" {launcher} "$0" "$@"\n'
    )
    program.chmod(0o755)
    return program


def starts(program: Path) -> list[str]:
    """The arguments of every start of an installed program, in order."""
    return Path(f"{program}.starts").read_text().splitlines()
