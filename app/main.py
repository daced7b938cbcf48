"""`squeeze-studio`: opens the window, or does what an option asks for."""

from __future__ import annotations

import sys

from app.failures import Failures
from app.preferences import Preferences
from app.program import Program, the_application

OPTIONS = ("--help", "-h", "--version", "--self-test", "--first-page")
"""What asks for something else than the window; everything else is for Qt."""


def main(arguments: list[str] | None = None) -> int:
    """Open the window and stay until it is closed, or do what an option asks for; the exit code."""
    words = sys.argv if arguments is None else arguments
    if any(word in OPTIONS for word in words[1:]):
        from app.options import perform

        return perform(words[1:])
    failures = Failures()
    failures.install()
    application = the_application(words)
    # By itself Qt stays when anything was shown as a window of its own since, if only for a moment.
    application.lastWindowClosed.connect(application.quit)
    program = Program(application, Preferences())
    program.window.painted.connect(failures.keep_log)
    failures.is_started = lambda: program.is_started
    code = application.exec()
    program.leave()
    return code or int(failures.has_failed)


if __name__ == "__main__":
    sys.exit(main())
