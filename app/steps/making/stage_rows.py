"""The four stages under one another, and what is said of the button that does what is left of them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from app.session import Session, StageState
from app.step import Step, step
from app.steps.page import are_images_changed, changed_stages, titles
from app.steps.progress import expected_times
from app.theme.tokens import Space
from app.widgets.basics import Sign, column, divider, label, row
from app.wording import QT_TRANSLATE_NOOP, duration, translate
from core.settings import STAGES, Stage

_SIGN = 20
_SIGNS = {
    StageState.DONE: ("check", "good"),
    StageState.RUNNING: ("running", "accent"),
    StageState.INTERRUPTED: ("pause", "warning"),
    StageState.STALE: ("stale", "soft_ink"),
}
_WORDS = {
    StageState.RUNNING: QT_TRANSLATE_NOOP("StageRows", "running"),
    StageState.INTERRUPTED: QT_TRANSLATE_NOOP("StageRows", "interrupted"),
    StageState.STALE: QT_TRANSLATE_NOOP("StageRows", "out of date"),
}


class StageRow(QFrame):
    """One stage: its sign, its name and sentence, and at the right the time."""

    def __init__(self, own: Step) -> None:
        super().__init__()
        self._own = own
        line = row(self, Space.MEDIUM, Space.SMALL)
        self.sign = Sign(own.name, "soft_ink", _SIGN)
        line.addWidget(self.sign)
        words = column(space=0)
        words.addWidget(label(own.title, "heading"))
        words.addWidget(label(own.sentence, "caption", wrap=True))
        line.addLayout(words, 1)
        self.time = label("", "soft")
        line.addWidget(self.time)

    def show_state(self, state: StageState, time: str) -> None:
        """Show how far the stage is, and a time with what it is."""
        self.sign.show_icon(*_SIGNS.get(state, (self._own.name, "soft_ink")))
        self.time.setText(time)
        words = translate("StageRows", _WORDS[state]) if state in _WORDS else ""
        self.setAccessibleName(", ".join(filter(None, (self._own.title, words, time))))


class StageRows(QFrame):
    """A card with all stages of the open run."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("surface", "card")
        layout = column(self, 0, Space.SMALL)
        self.rows: dict[Stage, StageRow] = {}
        for stage in STAGES:
            if self.rows:
                layout.addWidget(divider())
            made = self.rows[stage] = StageRow(step(stage))
            layout.addWidget(made)

    def refresh(self) -> None:
        """Show how far each stage is."""
        expected, summary = expected_times(self._session), self._session.summary
        changed = () if self._session.is_busy else changed_stages(self._session)
        for stage, own in self.rows.items():
            state = self._session.state(stage)
            if state is StageState.DONE and stage in changed:
                state = StageState.STALE
            figures = summary.of(stage) if summary else None
            time = ""
            if state is StageState.DONE and figures is not None:
                time = duration(figures.seconds)
            elif state in _WORDS:
                time = translate("StageRows", _WORDS[state])
            elif expected is not None:
                time = translate("StageRows", "about {time}").format(time=duration(expected[stage]))
            own.show_state(state, time)


def words_of_making(session: Session) -> str:
    """What the button says while something is left to do."""
    if changed_stages(session):
        return translate("Making", "Make it again")
    if any(session.state(stage) is StageState.INTERRUPTED for stage in STAGES):
        return translate("Making", "Continue")
    return translate("Making", "Make it")


def words_of_repeated(session: Session) -> str:
    """Which steps are done again because of other settings; '' where none is."""
    changed = [stage for stage in changed_stages(session) if session.record and session.record.is_done(stage)]
    if not changed:
        return ""
    words = translate("Making", "Repeats {steps}: the settings changed there.")
    if are_images_changed(session):
        words = translate("Making", "The images of this run changed. Repeats {steps}.")
    return words.format(steps=titles(changed))
