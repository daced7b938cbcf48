"""What fills the window: header, steps, the page of a step, charts, progress, and how they work together."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.application import language_in_force
from app.charts.panel import ChartsPanel
from app.session import Session, StageState
from app.shell.header import FitGauges, Header, preferences_menu
from app.shell.progress import ProgressPanel, show_outcome
from app.shell.step_list import StepList
from app.start.page import StartPage
from app.step import STEPS, PageName, StepName, step
from app.steps.board.page import BoardPage
from app.steps.data.page import DataPage
from app.steps.huffman import HuffmanPage
from app.steps.making.job import job_progress
from app.steps.making.page import ResultPage
from app.steps.page import StepPage
from app.steps.prune import PrunePage
from app.steps.quantize import QuantizePage
from app.steps.train import TrainPage
from app.theme.tokens import Space
from app.widgets.basics import column, row
from app.wording import QT_TRANSLATE_NOOP, translate
from core.events import AnyEvent

PAGES: dict[StepName, type[StepPage]] = {
    "data": DataPage,
    "train": TrainPage,
    "prune": PrunePage,
    "quantize": QuantizePage,
    "huffman": HuffmanPage,
    "board": BoardPage,
    "result": ResultPage,
}
_CHARTS_WIDTH = 300
_WORDS = {
    StageState.WAITING: QT_TRANSLATE_NOOP("StepState", "waiting for the previous step"),
    StageState.READY: QT_TRANSLATE_NOOP("StepState", "ready"),
    StageState.RUNNING: QT_TRANSLATE_NOOP("StepState", "running"),
    StageState.INTERRUPTED: QT_TRANSLATE_NOOP("StepState", "interrupted: can be continued"),
    StageState.DONE: QT_TRANSLATE_NOOP("StepState", "finished"),
    StageState.STALE: QT_TRANSLATE_NOOP("StepState", "out of date: settings changed"),
}


class Workspace(QWidget):
    """All parts of the window, and what each hears of the session and of the others.

    The session lives longer: another workspace may go on with it. Pages are made when they are first shown,
    or while nothing else is to do.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)

    def __init__(self, session: Session, width: int, first_page: PageName = "start") -> None:
        super().__init__()
        self.setObjectName("ground")
        self.session = session
        self.shown_page = first_page
        self.pages: dict[StepName, StepPage] = {}
        self._has_left = False
        self.header = Header()
        self.steps = StepList()
        self.start = StartPage(session.preferences)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.charts = ChartsPanel(session)
        self.charts.setMinimumWidth(_CHARTS_WIDTH - int(Space.WIDE))
        self.progress = ProgressPanel()
        self._job = job_progress(session)
        self._gauges = FitGauges(self.header, session)
        self._arrange(width)
        self._connect()
        self._show_run()
        if session.is_busy:
            self._begin()
        self.show_page(first_page)

    def show_page(self, name: PageName) -> None:
        """Show the page of a step, or the start page."""
        self.shown_page = name
        self.stack.setCurrentWidget(self.start if name == "start" else self.page(name))
        self.steps.choose(None if name == "start" else name)
        self.charts.setVisible(name != "start")
        self.setTabOrder(self.steps, self.stack)

    def page(self, name: StepName) -> StepPage:
        """The page of a step, made when it is first asked for."""
        if name not in self.pages:
            page = PAGES[name](self.session, step(name))
            page.go_to.connect(self.show_page)
            self.session.reported.connect(page.listen)
            self.stack.addWidget(page)
            self.pages[name] = page
        return self.pages[name]

    def prepare_pages(self) -> None:
        """Make all pages, one by one, while nothing else is to do, so that none is waited for later."""
        QTimer.singleShot(0, self, self._prepare_next_page)

    def leave(self) -> None:
        """End what is still at work, at the end of the program."""
        self._has_left = True
        for page in self.pages.values():
            page.leave()
        self.charts.tensorboard.page.stop()
        self.session.task.kill()

    def _arrange(self, width: int) -> None:
        layout = column(self, 0)
        layout.addWidget(self.header)
        middle = row(space=0)
        middle.addWidget(self.steps)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.stack)
        splitter.addWidget(self.charts)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([width - _CHARTS_WIDTH, _CHARTS_WIDTH])
        middle.addWidget(splitter, 1)
        layout.addLayout(middle, 1)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        session, header = self.session, self.header
        session.opened.connect(self._show_run)
        session.changed.connect(self._show_run)
        session.settings_changed.connect(self._mark_steps)
        session.task_started.connect(self._begin)
        session.reported.connect(self._tell_progress)
        session.ended.connect(self._end)
        self.progress.stop_wanted.connect(self._stop)
        self.steps.chosen.connect(self.show_page)
        header.home_wanted.connect(self._show_start)
        header.guide_wanted.connect(self._open_guide)
        header.preferences_wanted.connect(self._open_menu)
        help_key = QKeySequence(QKeySequence.StandardKey.HelpContents)
        QShortcut(help_key, self, header.guide_wanted.emit)
        self.start.bind(session, self.show_page, self._take_photos)

    def _take_photos(self) -> None:
        """Open the page of photos with nothing but a camera."""
        self.show_page("data")
        page = self.page("data")
        assert isinstance(page, DataPage)
        page.take_photos()

    def _show_start(self) -> None:
        self.show_page("start")

    def _show_run(self) -> None:
        self.header.show_run(self.session.name)
        self._mark_steps()

    def _mark_steps(self) -> None:
        session = self.session
        for one in STEPS:
            if one.stage is None:
                is_done = {
                    "data": session.record is not None,
                    "board": session.has_board_answered,
                    "result": not session.undone,
                }[one.name]
                self.steps.mark(one.name, "done" if is_done else "none", session.has_images, "")
                continue
            state = session.state(one.stage)
            if state is StageState.DONE and one.stage == session.changed_from:
                # Its result is still shown on its page, and is one of other settings.
                state = StageState.STALE
            words = translate("StepState", _WORDS[state])
            mark = "none" if state is StageState.WAITING else state.value
            self.steps.mark(one.name, mark, session.has_images, words)

    def _begin(self) -> None:
        self.progress.begin(translate("Progress", "Preparing"))
        self._mark_steps()

    def _tell_progress(self, events: list[AnyEvent]) -> None:
        self.progress.listen(self._job.over_all(events))

    def _stop(self) -> None:
        self.progress.stopping()
        self.session.stop()

    def _end(self, outcome: AnyEvent) -> None:
        assert self.session.step is not None
        banner = self.page(self.session.step).banner
        self.progress.rest(show_outcome(banner, self.session, outcome))
        self._show_run()

    def _open_menu(self) -> None:
        preferences = self.session.preferences
        button = self.header.preferences
        preferences_menu(button, preferences, self.language_chosen.emit, self.scheme_chosen.emit)

    def _open_guide(self) -> None:
        from app.guide import open_guide

        open_guide(self.window(), self.shown_page, language_in_force(self.session.preferences.language))

    def _prepare_next_page(self) -> None:
        missing = next((name for name in get_args(StepName) if name not in self.pages), None)
        if self._has_left or missing is None:
            return
        self.page(missing)
        self.prepare_pages()
