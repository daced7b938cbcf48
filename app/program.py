"""The program with its window open.

What the first paint does not need is imported after it: a window that is there at once can be looked at
while the rest comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.preferences import APPLICATION, ORGANIZATION, Preferences
from app.window import Window

if TYPE_CHECKING:
    from app.session import Session
    from app.theme.theme import Theme
    from app.workspace import Workspace


class Program:
    """The one window and what outlives it when it is made anew, as for another language.

    Its pages are made while nothing else is to do, or only when they are asked for.
    """

    theme: Theme

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        session: Session | None = None,
        *,
        prepares_pages: bool = True,
    ) -> None:
        self._session = session
        self._prepares_pages = prepares_pages
        self.application = application
        self.preferences = preferences
        self.window = Window(preferences)
        self.window.painted.connect(self._prepare)
        self.window.show()

    @property
    def is_started(self) -> bool:
        """Whether the window has everything that it needs."""
        return self.window.is_ready

    def set_language(self, language: str) -> None:
        """Show everything in another language: in a new window, with the same run open."""
        from app.application import set_language

        self.preferences.language = language
        set_language(self.application, language)
        old = self.window
        self.window = Window(self.preferences, old)
        self.window.show()
        self._fill(old.workspace if old.is_ready else None)
        old.discard()

    def set_color_scheme(self, scheme: str) -> None:
        """Take other colors."""
        from app.theme.theme import scheme_named

        self.preferences.scheme = scheme
        self.theme.choose(scheme_named(scheme))

    def leave(self) -> None:
        """End what is still at work."""
        self.window.leave()

    def _prepare(self) -> None:
        from app.application import prepare, set_language
        from app.theme.theme import Theme, scheme_named

        prepare(self.application)
        set_language(self.application, self.preferences.language)
        self.theme = Theme(self.application, scheme_named(self.preferences.scheme))
        QTimer.singleShot(0, self.window, self._fill)

    def _fill(self, before: Workspace | None = None) -> None:
        """Bring what the window's first paint did without, with the task and the page of the one `before`."""
        from app.session import Session
        from app.workspace import Workspace

        window = self.window
        if before:
            session, page = before.session, before.shown_page
        else:
            session, page = self._session or Session(self.preferences), "start"
        workspace = Workspace(session, window.width(), page)
        if before:
            workspace.progress.take_over(before.progress)
        workspace.language_chosen.connect(self.set_language)
        workspace.scheme_chosen.connect(self.set_color_scheme)
        if self._prepares_pages:
            workspace.prepare_pages()
        window.fill(workspace)
        if before:
            # Keys go on where the language was chosen, and not at the target board.
            workspace.header.preferences.setFocus()


def the_application(arguments: list[str]) -> QApplication:
    """The application object; the one that is there when there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setOrganizationName(ORGANIZATION)
    QApplication.setApplicationName(APPLICATION)
    # By this a desktop knows the window's menu entry, and with it the icon.
    QApplication.setDesktopFileName("squeeze-studio")
    return QApplication(arguments)
