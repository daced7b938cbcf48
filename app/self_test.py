"""The self-test with the window in it: `squeeze-studio --self-test`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import msgspec

from app.first_page import FirstPage
from core.cli import carried_to_its_end
from core.commands import self_test
from core.installation import Check
from core.processes.roles import own_environment
from core.program import is_installed

_NAME = "window"
_PATIENCE = 90.0
_REMEDY = (
    "Reinstall the program. On Debian and Ubuntu, its package also installs the system libraries "
    "and fonts that the window needs."
)


def main(words: Sequence[str]) -> int:
    """Try everything; the exit code."""
    return carried_to_its_end(
        ["self-test", *words],
        lambda parsed, console: self_test.perform(parsed, console, {_NAME: check_window}),
    )


def check_window() -> Check:
    """The window opens and paints its start page, in a process of its own without a screen."""
    own = [sys.executable] if is_installed() else [sys.executable, "-P", "-m", "app.main"]
    environment = {**own_environment(), "QT_QPA_PLATFORM": "offscreen"}
    try:
        said = subprocess.run(
            [*own, "--first-page"], env=environment, capture_output=True, timeout=_PATIENCE, check=False
        )
        page = msgspec.json.decode(said.stdout, type=FirstPage)
    except subprocess.TimeoutExpired:
        result = f"it was not there after {_PATIENCE:.0f} s"
        return Check(name=_NAME, ok=False, found=result, remedy=_REMEDY)
    except msgspec.DecodeError:
        words = said.stderr.decode(errors="replace").strip()
        last = words.splitlines()[-1] if words else "no output"
        result = f"it ended with code {said.returncode}: {last}"
        return Check(name=_NAME, ok=False, found=result, remedy=_REMEDY, detail=words)
    if page.problems:
        return Check(name=_NAME, ok=False, found="; ".join(page.problems), remedy=_REMEDY)
    result = f"painted after {page.painted:.1f} s, all there after {page.ready:.1f} s"
    return Check(name=_NAME, ok=True, found=result)
