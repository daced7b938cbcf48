"""What this program is, a checkout or an installed program, and how it starts itself.

Parts of the work are done in processes of their own. From a checkout each is a module that Python runs; an
installed program has no Python to hand a module to and starts itself with the name of the role.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.errors import EXIT_DONE, EXIT_USAGE

ROLES: Mapping[str, str] = {
    "worker": "core.worker",
    "flasher": "core.boards.flasher.process",
    "model-runner": "core.boards.virtual.model_runner",
    "arena": "core.tflite.arena",
    "model-beside": "core.evaluation.model_beside",
}
"""The module behind each role. Its `main()` does the work and returns an exit code, or None for done."""

_PACKAGE_HOME = Path(__file__).resolve().parents[1]
_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_WRONLY), ("stderr", "w", os.O_WRONLY))
PROVIDED: set[str] = set()
"""The standard streams that this process was started without."""
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")


def is_installed() -> bool:
    """Whether an installer brought this program, and not a checkout or a package of Python's."""
    return bool(getattr(sys, "frozen", False))


def own_command(role: str) -> tuple[str, ...]:
    """What starts this program as one of `ROLES`. Raises `KeyError` for a role that there is not."""
    module = ROLES[role]
    if is_installed():
        return (sys.executable, f"--{role}")
    # With -P: modules that happen to lie in the current folder are not taken for ours.
    return (sys.executable, "-P", "-m", module)


def own_environment() -> dict[str, str]:
    """The environment for `own_command`: a checkout's packages are found wherever the current folder is.

    numpy multiplies in one thread, unless the environment says otherwise: while others compute, threads of
    OpenBLAS wait for each other in a loop, and small products take ten times as long.
    """
    environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ}
    if is_installed():
        return environment
    found = [str(_PACKAGE_HOME), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**environment, "PYTHONPATH": os.pathsep.join(found)}


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


def prepare_installed() -> None:
    """Put in order what an installed program finds otherwise than a Python does; first thing in a process.

    Programs of the system that we start must not find our libraries where theirs should be: the loader has
    set their path and kept the former value under another name. Our own are found all the same, for the
    path was read when this process began.
    """
    if is_installed():
        for name in _LIBRARY_PATHS:
            former = os.environ.pop(f"{name}_ORIG", None)
            os.environ.pop(name, None)
            if former is not None:
                os.environ[name] = former
    provide_streams()


def provide_streams() -> None:
    """Give this process the three standard streams where it lacks one, as a window on Windows does.

    A library that prints would fail on them. What is there, as a pipe from the process that started this
    one, is used; where nothing is, what is written goes nowhere.
    """
    for number, (name, mode, flags) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            _provide_handle(number, flags)
            stream = open(number, mode, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            PROVIDED.add(name)


def _provide_handle(number: int, flags: int) -> None:
    """Open a file descriptor that is closed, on nothing."""
    try:
        os.fstat(number)
    except OSError:
        nothing = os.open(os.devnull, flags)
        if nothing != number:
            os.dup2(nothing, number)
            os.close(nothing)
        # For the processes that this one starts: without it their first files would be in its place.
        os.set_inheritable(number, True)
