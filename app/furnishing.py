"""What the window gets after its first paint, and how its parts hear of each other."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.application import language_in_force
from app.charts.panel import ChartsPanel
from app.session import Session, StageState
from app.shell.fit_gauges import FitGauges
from app.shell.menus import preferences_menu
from app.shell.outcomes import show_outcome
from app.shell.progress import ProgressPanel
from app.step import STEPS, following
from app.texts import QT_TRANSLATE_NOOP, translate
from app.window import Window
from core.events import AnyEvent, Succeeded
from core.requests import RunRequest
from core.settings import Stage

_WORDS = {
    StageState.WAITING: QT_TRANSLATE_NOOP("StepState", "the step before it comes first"),
    StageState.READY: QT_TRANSLATE_NOOP("StepState", "can begin"),
    StageState.RUNNING: QT_TRANSLATE_NOOP("StepState", "at work"),
    StageState.INTERRUPTED: QT_TRANSLATE_NOOP("StepState", "interrupted; it can go on"),
    StageState.DONE: QT_TRANSLATE_NOOP("StepState", "finished"),
    StageState.STALE: QT_TRANSLATE_NOOP("StepState", "to be done again, for settings have changed"),
}


def furnish(window: Window) -> None:
    """Bring session, charts, progress and guide into the window and connect them."""
    session = window.session or Session(window.preferences)
    window.session = session
    window.charts = ChartsPanel(session)
    window.charts_layout.addWidget(window.charts)
    window.progress = ProgressPanel()
    window.progress_layout.addWidget(window.progress)
    _Wiring(window, session)


class _Wiring(QObject):
    """A child of the window: with it go the connections to the session, which lives longer."""

    def __init__(self, window: Window, session: Session) -> None:
        assert window.progress is not None
        super().__init__(window)
        self._window, self._session, self._progress = window, session, window.progress
        self._gauges = FitGauges(window.header, session)
        session.opened.connect(self._show_run)
        session.changed.connect(self._show_run)
        session.settings_changed.connect(self._mark_steps)
        session.task_started.connect(self._begin)
        session.reported.connect(self._progress.listen)
        session.ended.connect(self._end)
        self._progress.stop_wanted.connect(self._stop)
        window.header.guide_wanted.connect(self._open_guide)
        window.header.preferences_wanted.connect(self._open_menu)
        window.start.bind(session, window.show_page)
        self._show_run()
        if session.is_busy:
            self._begin()

    def _show_run(self) -> None:
        self._window.header.show_run(self._session.name)
        self._mark_steps()

    def _mark_steps(self) -> None:
        session, steps = self._session, self._window.steps
        for step in STEPS:
            if step.stage is None:
                has_looked = step.name == "data" and session.record is not None
                steps.mark(step.name, "done" if has_looked else "none", session.has_pictures, "")
                continue
            state = session.state(step.stage)
            words = translate("StepState", _WORDS[state])
            mark = "none" if state is StageState.WAITING else state.value
            steps.mark(step.name, mark, session.has_pictures, words)

    def _begin(self) -> None:
        self._progress.begin(translate("Progress", "Getting ready"))
        self._mark_steps()

    def _stop(self) -> None:
        self._progress.stopping()
        self._session.stop()

    def _end(self, outcome: AnyEvent) -> None:
        assert self._session.step is not None
        banner = self._window.page(self._session.step).banner
        self._progress.rest(show_outcome(banner, self._session, outcome))
        self._show_run()
        request = self._session.request
        if isinstance(outcome, Succeeded) and isinstance(request, RunRequest):
            self._open_after(request.until)

    def _open_after(self, stage: Stage) -> None:
        """A finished stage opens the next page, unless the person has gone elsewhere."""
        if self._window.shown_page == stage and (name := following(stage)):
            self._window.show_page(name)

    def _open_menu(self) -> None:
        window = self._window
        preferences_menu(window, window.preferences, window.language_chosen.emit, window.scheme_chosen.emit)

    def _open_guide(self) -> None:
        from app.guide.viewer import open_guide

        language = language_in_force(self._window.preferences.language)
        open_guide(self._window, self._window.shown_page, language)
