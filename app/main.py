"""`squeeze-studio`: opens the window.

What the first paint does not need is imported after it: a window that is there at once can be looked at
while the rest comes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.preferences import APPLICATION, ORGANIZATION, Preferences
from app.window import Window

if TYPE_CHECKING:
    from app.theme.theme import Theme

OPTIONS = ("--help", "-h", "--version", "--self-test", "--first-page")
"""What asks for something else than the window; everything else is for Qt."""


class Program:
    """The one window and what outlives it when it is made anew, as for another language."""

    theme: Theme

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        self.application = application
        self.preferences = preferences
        self.window = Window(preferences)
        self.window.painted.connect(self._furnish)
        self.window.show()

    def speak(self, language: str) -> None:
        """Show everything in another language: in a new window, with the same run open."""
        from app.application import speak

        self.preferences.language = language
        speak(self.application, language)
        old = self.window
        self.window = Window(self.preferences, old)
        self._connect()
        self.window.show()
        self.window.furnish()
        old.replaced()

    def wear(self, scheme: str) -> None:
        """Take other colours."""
        from app.theme.theme import scheme_named

        self.preferences.scheme = scheme
        self.theme.choose(scheme_named(scheme))

    def leave(self) -> None:
        """End what is still at work."""
        self.window.leave()

    def _furnish(self) -> None:
        from app.application import prepare, speak
        from app.theme.theme import Theme, scheme_named

        prepare(self.application)
        speak(self.application, self.preferences.language)
        self.theme = Theme(self.application, scheme_named(self.preferences.scheme))
        self._connect()
        self.window.furnish()

    def _connect(self) -> None:
        self.window.language_chosen.connect(self.speak)
        self.window.scheme_chosen.connect(self.wear)


def the_application(arguments: list[str]) -> QApplication:
    """The application object; the one that is there when there is one."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setOrganizationName(ORGANIZATION)
    QApplication.setApplicationName(APPLICATION)
    # By this a desktop knows the window's menu entry, and with it the icon.
    QApplication.setDesktopFileName("squeeze-studio")
    return QApplication(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Open the window and stay until it is closed, or do what an option asks for; the exit code."""
    words = sys.argv if arguments is None else arguments
    if any(word in OPTIONS for word in words[1:]):
        from app.options import perform

        return perform(words[1:])
    application = the_application(words)
    # By itself Qt stays when anything was shown as a window of its own since, if only for a moment.
    application.lastWindowClosed.connect(application.quit)
    program = Program(application, Preferences())
    code = application.exec()
    program.leave()
    return code


if __name__ == "__main__":
    sys.exit(main())
