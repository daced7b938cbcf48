"""Along the bottom: what is being done, how long it will take, a way to stop it, the log, how it ended."""

from __future__ import annotations

import html
from collections import deque

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, button, column, label, row
from app.widgets.notices import Action, Banner
from app.widgets.painted import ProgressBar
from app.wording import in_own_words, percent, time_left, translate
from core.events import (
    AnyEvent,
    Crashed,
    EpochDone,
    Failed,
    Finding,
    Log,
    Progress,
    StageStarted,
    Status,
    Stopped,
)
from core.requests import FetchWeightsRequest, RunRequest

_THOUSAND = 1000
_LINES = 500
_LOG_HEIGHT = 160
_LEAST_BAR = 160
_KILLED = -9


class ProgressPanel(QFrame):
    """Progress of the task at work. Quiet while there is none."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        layout = column(self, Space.SMALL)
        layout.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        line = row(space=Space.LARGE)
        self.status = ElidedLabel()
        line.addWidget(self.status, 3)
        self.bar = ProgressBar(self.tr("Progress"))
        self.bar.setRange(0, _THOUSAND)
        self.bar.setMinimumWidth(_LEAST_BAR)
        line.addWidget(self.bar, 1)
        self.left = label("", "soft")
        self.left.setMinimumWidth(110)
        line.addWidget(self.left)
        self.stop = button(self.tr("Stop"), self.stop_wanted.emit, icon="stop")
        self.stop.setToolTip(self.tr("Stop now. Finished work is saved, and you can continue later."))
        line.addWidget(self.stop)
        self.log_opener = button("", self._toggle_log, "quiet", icon="log")
        self.log_opener.setToolTip(self.tr("Messages of the current task."))
        line.addWidget(self.log_opener)
        layout.addLayout(line)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(_LINES)
        self.log.setFixedHeight(_LOG_HEIGHT)
        self.log.setAccessibleName(self.tr("Log"))
        self.log.hide()
        layout.addWidget(self.log)
        self._count = 0
        self._waiting: deque[str] = deque()
        self._lines: deque[str] = deque(maxlen=_LINES)
        self._status: Status | None = None
        self._progress: Progress | None = None
        self.rest()
        self._count_lines()

    def begin(self, text: str) -> None:
        """A task has begun."""
        self._status = self._progress = None
        self.status.setText(text)
        self._show_unknown()
        self.bar.show()
        self.stop.setEnabled(True)
        self.stop.show()

    def rest(self, text: str = "") -> None:
        """No task is at work; `text` says how the last one ended."""
        self.status.setText(text)
        self.left.setText("")
        self.bar.setRange(0, _THOUSAND)
        self.bar.setValue(0)
        self.bar.setVisible(False)
        self.stop.hide()

    def stopping(self) -> None:
        """The person has asked to stop."""
        self.stop.setEnabled(False)

    def listen(self, events: list[AnyEvent]) -> None:
        """Show what a task reports: of each kind the last.

        What comes after all of a work is done is another work, whose length nobody has told yet.
        """
        progress: Progress | None = None
        status: Status | None = None
        is_complete = self.bar.maximum() > 0 and self.bar.value() == self.bar.maximum()
        for event in events:
            if isinstance(event, Progress):
                progress, is_complete = event, event.done >= event.total
            elif isinstance(event, Status):
                status = event
                if is_complete:
                    progress, is_complete, self._progress = None, False, None
                    self._show_unknown()
            self._keep(event)
        if status is not None:
            self._show_status(status)
        if progress is not None:
            self._show(progress)
        if self._waiting:
            self._write()

    def take_over(self, before: ProgressPanel) -> None:
        """Go on where a panel in another language is: the lines of its log stay as they were told."""
        if before.stop.isVisibleTo(before):
            if before._status and isinstance(status := in_own_words(before._status), Status):
                self._show_status(status)
            if before._progress:
                self._show(before._progress)
        self._waiting.extendleft(reversed((*before._lines, *before._waiting)))
        self._count += before._count
        self.log.setVisible(before.log.isVisibleTo(before))
        if self._waiting:
            self._write()

    def _write(self) -> None:
        self.log.appendHtml("<br>".join(self._waiting))
        self._lines.extend(self._waiting)
        self._waiting.clear()
        self._count_lines()

    def _show_unknown(self) -> None:
        self.left.setText("")
        self.bar.setRange(0, 0)

    def _show_status(self, status: Status) -> None:
        self._status = status
        self.status.setText(status.text)

    def _show(self, progress: Progress) -> None:
        self._progress = progress
        self.bar.setRange(0, _THOUSAND)
        self.bar.setValue(round(_THOUSAND * progress.done / max(progress.total, 1)))
        self.left.setText("" if progress.seconds_left is None else time_left(progress.seconds_left))

    def _keep(self, event: AnyEvent) -> None:
        """Note for the log what is worth it."""
        match event:
            case Status(text=text) | Log(text=text) | Finding(text=text):
                self._waiting.append(html.escape(text))
            case StageStarted(stage=stage):
                self._waiting.append(f"<b>{html.escape(translate('Step', stage.title()))}</b>")
            case EpochDone():
                self._waiting.append(
                    html.escape(
                        f"{translate('Step', event.stage.title())} {event.epoch}/{event.epochs}: "
                        f"{percent(event.validation_accuracy)}"
                    )
                )
            case _:
                return
        self._count += 1

    def _toggle_log(self) -> None:
        self.log.setVisible(not self.log.isVisibleTo(self))

    def _count_lines(self) -> None:
        self.log_opener.setText(self.tr("Log ({count})").format(count=self._count))


def show_outcome(banner: Banner, session: Session, outcome: AnyEvent) -> str:
    """Say on its page's banner how a task ended when that was not well; the sentence for the bar below."""
    match outcome:
        case Failed(happened=happened, remedy=remedy, detail=detail):
            banner.say("bad", happened, remedy, _ways_on(session), detail)
            return happened
        case Crashed(exit_code=code, last_log=lines):
            happened = _crash(code)
            remedy = translate(
                "Outcome", "Results up to the last finished epoch are saved. You can continue from there."
            )
            banner.say("bad", happened, remedy, _ways_on(session), "\n".join(lines))
            return happened
        case Stopped():
            kept = translate("Outcome", "Stopped. Finished work is saved.")
            banner.say("warning", kept, "", _ways_on(session))
            return kept
        case _:
            banner.silence()
            return ""


def _ways_on(session: Session) -> tuple[Action, ...]:
    match session.request:
        case RunRequest() if session.step == "result":
            return (Action(translate("Outcome", "Continue"), session.make),)
        case RunRequest(until=stage):
            return (Action(translate("Outcome", "Continue"), lambda: session.start(stage)),)
        case FetchWeightsRequest() as request:
            return (Action(translate("Outcome", "Try again"), lambda: session.start_task(request, "train")),)
        case _:
            return ()


def _crash(code: int) -> str:
    if code == _KILLED:
        return translate("Outcome", "The task was ended by the system or another program.")
    return translate("Outcome", "The task ended unexpectedly (code {code}).").format(code=code)
