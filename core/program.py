"""What this program is, a checkout or an installed program, and what is put in order when it starts."""

from __future__ import annotations

import os
import sys

_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_WRONLY), ("stderr", "w", os.O_WRONLY))
PROVIDED: set[str] = set()
"""The standard streams that this process was started without."""
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")


def is_installed() -> bool:
    """Whether an installer brought this program, and not a checkout or a package of Python's."""
    return bool(getattr(sys, "frozen", False))


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
