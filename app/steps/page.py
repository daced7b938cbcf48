"""What the pages have in common: their frame, and how far a stage is, which decides what its page shows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.charts.feed import curve_feed
from app.session import Session, StageState
from app.step import Step, following, step
from app.steps.trial.strip import TryStrip
from app.theme.tokens import Space
from app.widgets.basics import ScrollArea, button, column, label, row
from app.widgets.notices import Banner, EmptyState
from core.requests import RunRequest
from core.runs.summary import Threshold
from core.settings import STAGES, DataSettings, Stage

_ALL_THE_ROOM = 1000


class StepPage(QWidget):
    """A page: its title and sentence, a banner, a body that scrolls, a line below it, and one button that
    goes on.

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
        self.area = scroll = ScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setAccessibleName(step.title)
        self.body = scroll.body
        outer.addWidget(scroll, 1)
        self.below = label("", "soft", wrap=True)
        self.below.hide()
        outer.addWidget(self.below)
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

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: N802
        """Qt: Tab was pressed, or the widget with the focus is being disabled or hidden.

        Then the page itself takes the focus. It would go to the window's next control, which may be the list
        of boards, where an arrow key changes something.
        """
        focused = self.focusWidget()
        is_going = focused is not None and (
            focused.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled) or not focused.isVisible()
        )
        if is_going and self.isVisible():
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focusNextPrevChild(next_one)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the page comes on screen."""
        super().showEvent(event)
        self.refresh()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()


class Phase(Enum):
    """What a stage's page is about now."""

    TOO_EARLY = "too early"
    READY = "ready"
    AT_WORK = "at work"
    INTERRUPTED = "interrupted"
    DONE = "done"


def phase_of(session: Session, stage: Stage) -> Phase:
    """How far a stage is, as its page shows it."""
    if is_at_work(session, stage):
        return Phase.AT_WORK
    if session.record is not None and session.record.is_done(stage):
        return Phase.DONE
    match session.state(stage):
        case StageState.INTERRUPTED:
            return Phase.INTERRUPTED
        case StageState.WAITING:
            return Phase.TOO_EARLY
        case StageState.STALE if _is_too_early(session, stage):
            return Phase.TOO_EARLY
        case _:
            return Phase.READY


def is_at_work(session: Session, stage: Stage) -> bool:
    """Whether the task at work is at this stage, or will come to it first."""
    request = session.request
    if not session.is_busy or not isinstance(request, RunRequest):
        return False
    return (session.running or session.step) == stage


def has_other_settings(session: Session, stage: Stage) -> bool:
    """Whether the stage would come out otherwise with the settings as they are now set."""
    return stage in changed_stages(session)


def changed_stages(session: Session) -> tuple[Stage, ...]:
    """The stages that are done again because settings or images are others now."""
    first = session.changed_from
    return STAGES[STAGES.index(first) :] if first else ()


def are_images_changed(session: Session) -> bool:
    """Whether the open run would be made of other images now than it was."""
    before = session.record.settings.data if session.record else session.settings.data
    return session.has_other_images or chosen_images(before) != chosen_images(session.settings.data)


def chosen_images(settings: DataSettings) -> tuple[object, ...]:
    """What a person has decided about single images and classes."""
    return settings.leave_out, settings.set_aside, settings.merge, settings.split


def titles(stages: Sequence[Stage]) -> str:
    """'Train, Prune'."""
    return ", ".join(step(stage).title for stage in stages)


def _is_too_early(session: Session, stage: Stage) -> bool:
    index = STAGES.index(stage)
    return index > 0 and session.record is not None and not session.record.is_done(STAGES[index - 1])


class StagePage(StepPage):
    """A page with three parts: how the stage is to be done, what it does while at work, what it came to.

    Whoever inherits from this fills `setup`, `live` and `results` (layouts of one column) and says in
    `show_phase` what they hold. The one button begins the stage, goes on with it, does it again, or goes to
    the next page. When the stage is finished the way to do it otherwise is folded away.
    """

    begin: str
    """What the button says that begins the stage: the step's name where that is a verb."""
    again: str
    """What the button says that does the stage again with other settings."""
    otherwise: str
    """What the button says that folds out how the stage could be done otherwise."""
    stopping: str
    """What is said while the stage is at work."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        assert own.stage is not None
        self.stage: Stage = own.stage
        self.begin = own.title
        self.stopping = self.tr("You can stop at any time: finished work is saved.")
        self.phase = Phase.TOO_EARLY
        self.too_early = self._too_early()
        self.body.addWidget(self.too_early, 1)
        self._live_part, self._result_part, self._setup_part = QWidget(), QWidget(), QWidget()
        self.live = column(self._live_part, Space.LARGE)
        self.results = column(self._result_part, Space.LARGE)
        self.setup = column(self._setup_part, Space.LARGE)
        self.setup_opener = button("", self._toggle_setup, "quiet")
        self.setup_opener.setCheckable(True)
        self.body.addWidget(self._live_part, 1)
        self.body.addWidget(self._result_part)
        self.body.addWidget(self.setup_opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._setup_part)
        self.body.addStretch(0)
        self.trial = TryStrip(session)
        self.body.addWidget(self.trial)
        self.note = label("", "soft", wrap=True)
        self.footer.insertWidget(0, self.note, _ALL_THE_ROOM)
        session.task_started.connect(self.banner.silence)
        session.opened.connect(self._begin_anew)
        # With which epoch it goes on is known when the curves of earlier sessions have been read.
        curve_feed(session).changed.connect(self.show_note)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return ""

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        raise NotImplementedError

    @property
    def threshold(self) -> Threshold | None:
        """From when on the finished stage's model is sure; None where nothing says so."""
        figures = self.session.summary.of(self.stage) if self.session.summary else None
        return figures.threshold if figures else None

    @property
    def does_again(self) -> bool:
        """Whether the stage was begun and its settings are others now."""
        begun = self.phase in (Phase.DONE, Phase.INTERRUPTED)
        return begun and has_other_settings(self.session, self.stage)

    def refresh(self) -> None:
        """Show what the session holds."""
        self.phase = phase_of(self.session, self.stage)
        self.too_early.setVisible(self.phase is Phase.TOO_EARLY)
        self._live_part.setVisible(self.phase in (Phase.AT_WORK, Phase.INTERRUPTED))
        self._result_part.setVisible(self.phase is Phase.DONE)
        self._place_trial()
        self._show_setup()
        self._show_primary()
        self.show_phase(self.phase)

    def leave(self) -> None:
        """End what the page itself keeps at work: the program is about to end."""
        self.trial.leave()

    def show_note(self) -> None:
        """Say beside the button what is to be known of it."""
        if self.phase is Phase.AT_WORK:
            self.note.setText(self.stopping)
        elif self.session.is_busy and not self._goes_next:
            self.note.setText(self.tr("Another task is running."))
        elif self.does_again:
            self.note.setText(self._words_for_earlier_steps())
        else:
            self.note.setText(self.going_on_words() if self.phase is Phase.INTERRUPTED else "")

    def _words_for_earlier_steps(self) -> str:
        """Which steps before this one are done again, too."""
        earlier = changed_stages(self.session)[: -len(STAGES[STAGES.index(self.stage) :])]
        if not earlier:
            return ""
        words = self.tr("Also repeats {steps}: the settings changed there.")
        if are_images_changed(self.session):
            words = self.tr("Also repeats {steps}: the images of this run changed.")
        return words.format(steps=titles(earlier))

    def primary_clicked(self) -> None:
        """Begin, go on, do again, or go to the next page."""
        if self._goes_next:
            after = following(self.step.name)
            assert after is not None
            self.go_to.emit(after)
        elif not self.session.is_busy:
            self.session.start(self.stage)

    @property
    def _goes_next(self) -> bool:
        """Whether the button leads to the next page."""
        return self.phase is Phase.DONE and not self.does_again

    def _place_trial(self) -> None:
        """What is finished can be tried: below the figures of the results, or else below all else."""
        layout, place = (self.results, 1) if self.phase is Phase.DONE else (self.body, self.body.count())
        if layout.indexOf(self.trial) < 0:
            layout.insertWidget(place, self.trial)
            self.trial.refresh()

    def _show_setup(self) -> None:
        can_fold = self.phase in (Phase.DONE, Phase.INTERRUPTED)
        if can_fold and self.does_again:
            self.setup_opener.setChecked(True)
        is_open = self.phase is Phase.READY or (can_fold and self.setup_opener.isChecked())
        self.setup_opener.setText(self.otherwise)
        self.setup_opener.setAccessibleName(self.otherwise)
        self.setup_opener.setVisible(can_fold)
        self.setup_opener.draw("chevron-down" if is_open else "chevron-right")
        self._setup_part.setVisible(is_open)

    def _show_primary(self) -> None:
        phase, busy = self.phase, self.session.is_busy
        after = following(self.step.name)
        texts = {
            Phase.READY: self.begin,
            Phase.INTERRUPTED: self.tr("Continue"),
            Phase.DONE: self.tr("Next: {step}").format(step=step(after).title) if after else "",
        }
        text = self.again if self.does_again else texts.get(phase, "")
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))
        self.primary.setEnabled(self._goes_next or not busy)
        self.show_note()

    def _toggle_setup(self) -> None:
        self.refresh()

    def _begin_anew(self) -> None:
        self.banner.silence()
        self.setup_opener.setChecked(False)

    def _too_early(self) -> EmptyState:
        index = STAGES.index(self.stage)
        before = step(STAGES[index - 1] if index else "data")
        sentence = self.tr("{step} comes first.").format(step=before.title)
        go = self.tr("Go to {step}").format(step=before.title)
        return EmptyState(before.name, sentence, go, lambda: self.go_to.emit(before.name))
