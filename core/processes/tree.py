"""A process together with all that it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""For `Popen`: no console flashes up where a program with a window starts one without, on Windows."""


def lead_own_tree() -> None:
    """Make this process the head of a group of its own, so that `end_tree` finds its children."""
    if sys.platform != "win32":
        # Refused to a process that heads a group already.
        with contextlib.suppress(PermissionError):
            os.setsid()


def end_tree(pid: int) -> None:
    """End the process `pid`, which leads its own tree, and its children, at once. It may be this one."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(pid)]
        subprocess.run(command, capture_output=True, check=False, creationflags=NO_CONSOLE)
        return
    with contextlib.suppress(ProcessLookupError):
        # A child that has just been started leads no group yet, and has no children either.
        if os.getpgid(pid) == pid:
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGKILL)


def lower_priority() -> None:
    """Let whatever the person does meanwhile go first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), subprocess.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(10)
