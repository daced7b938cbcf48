"""The page of the result: all stages made with one button, and what the finished model is worth."""

from __future__ import annotations

from enum import Enum

import msgspec
from PySide6.QtWidgets import QWidget

from app.charts.feed import curve_feed
from app.session import Session
from app.step import Step, step
from app.steps.making.job import job_progress
from app.steps.making.stage_rows import StageRows, words_of_making, words_of_repeated
from app.steps.page import StepPage
from app.steps.progress import LiveFigures
from app.steps.results.accuracy import AccuracyFigure
from app.steps.results.images import MistakesWall
from app.steps.results.stage_results import DetailsReader
from app.steps.trial.strip import TryStrip
from app.theme.tokens import Space
from app.widgets.basics import card, column, label, row
from app.wording import decimal, duration, percent, size
from core.runs.stage_details import HuffmanDetails
from core.runs.summary import Summary
from core.settings import STAGES

_LAST = STAGES[-1]
_ALL_THE_ROOM = 1000


class Face(Enum):
    """What the page shows."""

    PLAN = "plan"
    AT_WORK = "at work"
    RESULT = "result"


class ResultPage(StepPage):
    """Before: what will be done. During: how far it is. After: accuracy, size and the worst mistakes."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.face = Face.PLAN
        self._job = job_progress(session)
        self._feed = curve_feed(session)
        self._add_stages()
        self._add_result()
        self.body.addStretch(0)
        self.note = label("", "soft", wrap=True)
        self.footer.insertWidget(0, self.note, _ALL_THE_ROOM)
        self._details = DetailsReader(_LAST, HuffmanDetails, self._show_details, self)
        session.opened.connect(self.banner.silence)
        session.task_started.connect(self.banner.silence)
        self._feed.changed.connect(self._show_figures)

    def refresh(self) -> None:
        """Show what the session holds."""
        session = self.session
        is_finished = session.record is not None and session.record.is_done(_LAST)
        self.face = Face.RESULT if is_finished else Face.PLAN
        if session.is_making:
            self.face = Face.AT_WORK
        self.plan.setVisible(self.face is Face.PLAN)
        self.figures.setVisible(self.face is Face.AT_WORK)
        self.stages.setVisible(self.face is not Face.RESULT)
        self.result.setVisible(self.face is Face.RESULT)
        self.stages.refresh()
        self._show_figures()
        if self.face is Face.RESULT and session.summary is not None:
            self._show_summary(session.summary)
            self._details.read(session.folder)
        self._show_primary()

    def leave(self) -> None:
        """End what the page itself keeps at work: the program is about to end."""
        self.trial.leave()

    def primary_clicked(self) -> None:
        """Make what is not made, or go to the board."""
        if self._goes_next:
            self.go_to.emit("board")
        elif not self.session.is_busy:
            self.session.make()

    def listen(self, events: list[object]) -> None:
        """Take in how long it will take: events come several times a second."""
        del events
        self._show_figures()

    @property
    def _goes_next(self) -> bool:
        return self.face is Face.RESULT and not self.session.undone

    def _add_stages(self) -> None:
        self.plan = label(
            self.tr(
                "One click does these four steps with the recommended settings, or with those that you have "
                "chosen on their pages."
            ),
            "body",
            wrap=True,
        )
        self.body.addWidget(self.plan)
        self.figures = LiveFigures()
        self.figures.add("step", self.tr("Step"), self.tr("Which of the four steps is at work."))
        self.figures.add(
            "accuracy",
            self.tr("Accuracy"),
            self.tr("The accuracy so far. The result is measured at the end."),
        )
        self.figures.add("left", self.tr("Time left"), self.tr("An estimate for all steps together."))
        self.body.addWidget(self.figures)
        self.stages = StageRows(self.session)
        self.body.addWidget(self.stages)

    def _add_result(self) -> None:
        self.result = QWidget()
        layout = column(self.result, Space.LARGE)
        line = row(space=Space.LARGE)
        self.accuracy = AccuracyFigure(self.tr("Accuracy"))
        first = card()
        column(first, 0, Space.LARGE).addWidget(self.accuracy)
        line.addWidget(first, 3)
        second = card()
        sizes = column(second, Space.HAIR, Space.LARGE)
        sizes.addWidget(label(self.tr("Size"), "soft"))
        self.size_figure = label("", "figure")
        sizes.addWidget(self.size_figure)
        self.size_words = label("", "soft", wrap=True)
        sizes.addWidget(self.size_words)
        sizes.addStretch(1)
        line.addWidget(second, 2)
        layout.addLayout(line)
        self.trial = TryStrip(self.session)
        layout.addWidget(self.trial)
        frame = card()
        inner = column(frame, Space.SMALL, Space.LARGE)
        inner.addWidget(label(self.tr("Worst mistakes"), "heading"))
        self.mistakes_words = label("", "caption", wrap=True)
        inner.addWidget(self.mistakes_words)
        self.mistakes = MistakesWall(self.session)
        inner.addWidget(self.mistakes)
        layout.addWidget(frame)
        self.body.addWidget(self.result)

    def _show_summary(self, summary: Summary) -> None:
        figures, trained = summary.of(_LAST), summary.of(STAGES[0])
        if figures is None or trained is None:
            self.accuracy.clear()
            return
        # Where few images are held out, what to expect of new ones is said by cross-validation.
        shown = msgspec.structs.replace(figures, estimate=summary.estimate)
        self.accuracy.show_figures(shown, summary.dataset.test_images)
        self.size_figure.setText(size(figures.bytes))
        words = self.tr("{factor} times smaller than the trained network ({before})")
        factor = decimal(trained.bytes / figures.bytes, 0)
        self.size_words.setText(words.format(factor=factor, before=size(trained.bytes)))

    def _show_details(self, details: HuffmanDetails | None) -> None:
        mistakes = details.mistakes if details else ()
        none = self.tr("No mistakes on the test images.")
        worst = self.tr("Wrong predictions with the highest confidence.")
        self.mistakes_words.setText(worst if mistakes or details is None else none)
        if self.session.record is not None:
            self.mistakes.show_mistakes(mistakes, self.session.record.settings)

    def _show_figures(self) -> None:
        if not self.isVisible() or self.face is not Face.AT_WORK:
            return
        running, left = self.session.running, self._job.seconds_left
        words = step("data").title
        if running is not None:
            number = STAGES.index(running) + 1
            words = self.tr("{step} ({number} of {count})").format(
                step=step(running).title, number=number, count=len(STAGES)
            )
        self.figures.show_figure("step", words)
        self.figures.show_figure("accuracy", self._accuracy())
        self.figures.show_figure("left", "" if left is None else duration(left))

    def _accuracy(self) -> str:
        """That of the last epoch, or of the last stage that is finished."""
        running, summary = self.session.running, self.session.summary
        for stage in reversed(STAGES[: STAGES.index(running) + 1] if running else ()):
            epochs = self._feed.curves[stage].validation("accuracy")
            if len(epochs):
                return percent(float(epochs.values[-1]))
            if summary is not None and (figures := summary.of(stage)) is not None:
                return percent(figures.accuracy)
        return ""

    def _show_primary(self) -> None:
        text = self._words_of_button()
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))
        self.primary.setEnabled(self._goes_next or (self.session.has_images and not self.session.is_busy))
        self.note.setText(self._words_of_note())

    def _words_of_button(self) -> str:
        if self.face is Face.AT_WORK:
            return ""
        if self._goes_next:
            return self.tr("Next: {step}").format(step=step("board").title)
        return words_of_making(self.session)

    def _words_of_note(self) -> str:
        session = self.session
        if self.face is Face.AT_WORK:
            return self.tr("You can stop at any time: finished work is saved.")
        if session.is_busy and not self._goes_next:
            return self.tr("Another task is running.")
        if repeated := words_of_repeated(session):
            return repeated
        if session.undone not in ((), STAGES):
            return self.tr("Continues with {step}.").format(step=step(session.undone[0]).title)
        return ""
