"""What the window's program does instead of opening it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from core import __version__
from core.errors import EXIT_DONE, EXIT_USAGE

_USAGE = """usage: squeeze-studio [--version] [--self-test [--json] [--verbose]]

Opens the window. --self-test tests the program without a window and lists what fails.
The command line is the program squeeze.
"""


def perform(words: Sequence[str]) -> int:
    """Do what the options ask for; the exit code."""
    if words[0] in ("--help", "-h"):
        sys.stdout.write(_USAGE)
        return EXIT_DONE
    if words[0] == "--version":
        sys.stdout.write(f"Squeeze Studio {__version__}\n")
        return EXIT_DONE
    if words[0] == "--self-test":
        from app.self_test import main as try_everything

        return try_everything(words[1:])
    if list(words) == ["--first-page"]:
        from app.first_page import main as show_first_page

        return show_first_page()
    sys.stderr.write(_USAGE)
    return EXIT_USAGE
