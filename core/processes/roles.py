"""The parts of the work that are done in a process of their own, and how this program starts itself for one.

From a checkout Python runs this package; an installed program has no Python to hand a module to and starts
itself. Either way the name of the role comes as an option, and only the new process imports what does it.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.errors import EXIT_DONE, EXIT_USAGE
from core.program import is_installed

ROLES: Mapping[str, str] = {
    "run": "core.jobs",
    "flash": "core.boards.flasher.process",
    "interpret": "core.evaluation.interpreters",
}
"""The module behind each role. Its `main()` does the work and returns an exit code, or None for done."""

_PACKAGE_HOME = Path(__file__).resolve().parents[2]


def own_command(role: str) -> tuple[str, ...]:
    """What starts this program as one of `ROLES`."""
    # With -P: modules that happen to lie in the current folder are not taken for ours.
    start = () if is_installed() else ("-P", "-m", __package__)
    return (sys.executable, *start, f"--{role}")


def own_environment() -> dict[str, str]:
    """The environment for `own_command`: a checkout's packages are found wherever the current folder is.

    numpy multiplies in one thread, unless the environment says otherwise: while others compute, threads of
    OpenBLAS wait for each other in a loop, and small products take ten times as long.
    """
    environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ}
    if is_installed():
        return environment
    folders = [str(_PACKAGE_HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**environment, "PYTHONPATH": os.pathsep.join(folders)}


def run_role(arguments: Sequence[str]) -> int | None:
    """Do what a command line without the program's name asks for; the exit code. None when it names no role.

    A role takes no arguments: what it is to do comes on standard input.
    """
    role = arguments[0].removeprefix("--") if arguments else ""
    if role not in ROLES or arguments[0] == role:
        return None
    if len(arguments) > 1:
        sys.stderr.write(f"usage: {Path(sys.executable).name} --{role}, with what it is to do on its input\n")
        return EXIT_USAGE
    code = importlib.import_module(ROLES[role]).main()
    return EXIT_DONE if code is None else int(code)
