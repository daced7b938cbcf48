"""`squeeze-studio`: opens the window.

What the first paint does not need is imported after it: a window that is there at once can be looked at
while the rest comes.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.application import prepared_application, speak
from app.preferences import Preferences
from app.theme.theme import Theme, scheme_named
from app.window import Window


class Program:
    """The one window and what outlives it when it is made anew, as for another language."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        self.application = application
        self.preferences = preferences
        self.theme = Theme(application, scheme_named(preferences.scheme))
        self.window = self._opened()

        # Not before the window has been painted.
        QTimer.singleShot(0, self.window.furnish)

    def _opened(self, old: Window | None = None) -> Window:
        speak(self.application, self.preferences.language)
        window = Window(self.preferences, old)
        window.language_chosen.connect(self.speak)
        window.scheme_chosen.connect(self.wear)
        window.show()
        return window

    def speak(self, language: str) -> None:
        """Show everything in another language: in a new window, with the same run open."""
        self.preferences.language = language
        old = self.window
        self.window = self._opened(old)
        self.window.furnish()
        old.replaced()

    def wear(self, scheme: str) -> None:
        """Take other colours."""
        self.preferences.scheme = scheme
        self.theme.choose(scheme_named(scheme))

    def leave(self) -> None:
        """End what is still at work."""
        self.window.leave()


def main(arguments: list[str] | None = None) -> int:
    """Open the window and stay until it is closed; the exit code."""
    application = prepared_application(sys.argv if arguments is None else arguments)
    program = Program(application, Preferences())
    code = application.exec()
    program.leave()
    return code


if __name__ == "__main__":
    sys.exit(main())
