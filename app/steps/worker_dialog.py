"""A dialog in which a worker does something: how far it is, what it says, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QDialog, QProgressBar, QWidget

from app.task_client import TaskClient
from app.theme.tokens import Space
from app.widgets.basics import Button, Kind, button, column, label, row
from app.widgets.notices import Banner
from app.wording import time_left
from core.events import AnyEvent, Crashed, Failed, Progress, Status, Stopped, Succeeded
from core.requests import AnyRequest


class WorkerDialog(QDialog):
    """A banner, `content`, and below it a foot with the button that starts the work and stops it.

    A dialog fills `content`, then calls `_add_foot` and `_show_state`. What is its own is in `_request`,
    `_start_words`, `_stopped_words` and `_take`, and where it needs more in `_heard` and `_ended`. Closing
    stops the work.
    """

    def __init__(self, parent: QWidget, title: str, size: QSize) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(size)
        self.task = TaskClient(self)
        self._layout = column(self, Space.MEDIUM, Space.LARGE)
        self.banner = Banner()
        self._layout.addWidget(self.banner)
        self.content: QBoxLayout = row(space=Space.LARGE)
        self._layout.addLayout(self.content, 1)
        self.task.reported.connect(self._listen)
        self.task.ended.connect(self._end)
        self.finished.connect(lambda _code: self.stop())

    def start(self) -> None:
        """Begin the work, or stop it."""
        if self.task.is_busy:
            self.stop()
            return
        self.banner.silence()
        self.task.start(self._request())
        self._show_state()

    def stop(self) -> None:
        """Ask the work to stop."""
        self.task.cancel()

    def _request(self) -> AnyRequest:
        """What is asked of the worker."""
        raise NotImplementedError

    def _start_words(self) -> str:
        """What the button says that starts the work."""
        raise NotImplementedError

    def _stopped_words(self) -> str:
        """What is said of work that was stopped."""
        raise NotImplementedError

    def _take(self, figures: dict[str, object]) -> None:
        """Show what finished work came to."""
        raise NotImplementedError

    def _heard(self, event: AnyEvent) -> None:
        """The work has reported something."""

    def _ended(self, outcome: AnyEvent) -> None:
        """The work has ended, and all is shown."""

    def _add_foot(self, *before: QWidget, kind: Kind = "normal") -> QBoxLayout:
        """Add the foot, with buttons `before` the one that starts; the line into which more can be put."""
        foot = column(space=Space.SMALL)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        foot.addWidget(self.bar)
        line = row(space=Space.SMALL)
        self.status = label("", "soft", wrap=True)
        line.addWidget(self.status, 1)
        self.start_button: Button = button("", self.start, kind)
        for one in (*before, self.start_button):
            line.addWidget(one)
        foot.addLayout(line)
        self._layout.addLayout(foot)
        return line

    def _show_state(self) -> None:
        busy = self.task.is_busy
        self.start_button.setText(self.tr("Stop") if busy else self._start_words())
        self.bar.setVisible(busy)

    def _listen(self, events: list[AnyEvent]) -> None:
        for event in events:
            if isinstance(event, Status):
                self.status.setText(event.text)
            elif isinstance(event, Progress):
                self.bar.setRange(0, event.total)
                self.bar.setValue(event.done)
                if event.seconds_left:
                    self.status.setText(time_left(event.seconds_left))
            self._heard(event)

    def _end(self, outcome: AnyEvent) -> None:
        self.status.setText("")
        match outcome:
            case Succeeded(figures=figures):
                self._take(figures)
            case Failed():
                self.banner.say("bad", outcome.happened, outcome.remedy, detail=outcome.detail)
            case Stopped():
                self.status.setText(self._stopped_words())
            case Crashed():
                self.banner.say("bad", self.tr("The worker ended unexpectedly."), self.tr("Start it again."))
        self._show_state()
        self._ended(outcome)
