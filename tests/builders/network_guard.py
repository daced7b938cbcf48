"""Keeps a Python and all that it starts from other computers, and notes what was tried."""

from __future__ import annotations

import os
from pathlib import Path

_GUARD = """
import os, sys

LOOPBACK = ("127.0.0.1", "::1", "localhost", "", None)

def watch(event, arguments):
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.gethostbyname":
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host not in LOOPBACK:
        with open(os.environ["NETWORK_TRIED"], "a") as tried:
            tried.write(f"{event} {host}\\n")
        raise OSError(f"no network here: {host}")

sys.addaudithook(watch)
with open(os.environ["NETWORK_TRIED"], "a") as tried:
    tried.write("watched\\n")
"""


def guarded_environment(folder: Path) -> dict[str, str]:
    """The environment for a Python that cannot reach other computers; `tried` tells what it tried."""
    (folder / "sitecustomize.py").write_text(_GUARD)
    found = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(found),
        "NETWORK_TRIED": str(folder / "tried"),
    }


def tried(folder: Path) -> tuple[int, list[str]]:
    """How many processes were watched, and every try to reach another computer."""
    lines = (folder / "tried").read_text().splitlines()
    return lines.count("watched"), [line for line in lines if line != "watched"]
