"""What all pages of the wizard have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.session import Session
from app.step import Step
from app.theme.tokens import Space
from app.widgets.banner import Banner
from app.widgets.basics import button, column, label, row


class StepPage(QWidget):
    """A page: its title and sentence, a banner, a body that scrolls, and one button that goes on.

    `go_to` asks the window for another page. A page reads what it shows from the session whenever `refresh`
    is called: after the run, its settings or its task have changed, while the page is on screen.
    """

    go_to = Signal(str)

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.session = session
        self.step = step
        outer = column(self, Space.MEDIUM)
        outer.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        outer.addWidget(label(step.title, "title"))
        outer.addWidget(label(step.sentence, "soft", wrap=True))
        self.banner = Banner()
        outer.addWidget(self.banner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(step.title)
        content = QWidget()
        content.setObjectName("ground")
        self.body: QVBoxLayout = column(content, Space.LARGE)
        scroll.setWidget(content)
        outer.addWidget(scroll, 1)
        self.footer = row()
        self.footer.addStretch(1)
        self.primary: QPushButton = button("", self.primary_clicked, "primary")
        self.footer.addWidget(self.primary)
        outer.addLayout(self.footer)
        for signal in (session.opened, session.changed, session.settings_changed, session.task_started):
            signal.connect(self._refresh_if_shown)
        session.ended.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """Show what the session holds."""

    def primary_clicked(self) -> None:
        """Do what the page's one button says."""

    def leave(self) -> None:
        """End what the page itself keeps at work: the program is about to end."""

    def listen(self, events: list[object]) -> None:
        """Take in events of the task at work; called whether or not the page is on screen."""

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the page comes on screen."""
        super().showEvent(event)
        self.refresh()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
