"""The first page: sample scenes, own pictures, or a run that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.preferences import Preferences
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row

if TYPE_CHECKING:
    from app.session import Session
    from app.window import PageName


class StartPage(QWidget):
    """Light enough for the first paint; `bind` brings it to life."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._preferences = preferences
        layout = column(self, Space.LARGE, Space.HUGE)
        layout.addStretch(1)
        title = label(self.tr("From pictures to a board that sees"), "title")
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        line = row()
        line.addStretch(1)
        self.sample_button = button(self.tr("Try the sample scenes"), self._try_samples, "primary")
        line.addWidget(self.sample_button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(2)
        self._session: Session | None = None
        self._show_page: Callable[[PageName], None] = lambda _name: None

    def bind(self, session: Session, show_page: Callable[[PageName], None]) -> None:
        """Work on this session, and show pages that way."""
        self._session, self._show_page = session, show_page

    def _try_samples(self) -> None:
        if self._session is not None:
            self._session.begin("scenes", self.tr("Sample scenes"))
            self._show_page("data")
