"""On the right, always: accuracy over time, and sizes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import card, column, label


class ChartsPanel(QWidget):
    """The two charts of a run, fed live."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.MEDIUM, Space.MEDIUM)
        for title in (self.tr("Accuracy"), self.tr("Size")):
            frame = card()
            column(frame, Space.SMALL, Space.MEDIUM).addWidget(label(title, "heading"))
            layout.addWidget(frame, 1)
