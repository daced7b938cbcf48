"""How far a stage at work is and how good, in a row of figures, and how long stages take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QSizePolicy

from app.charts.curves import StageCurves
from app.charts.feed import curve_feed, planned_epochs
from app.session import Session
from app.steps.page import is_at_work
from app.theme.tokens import Space
from app.widgets.basics import Figure, row
from app.wording import decimal, duration, percent
from core.errors import SqueezeError
from core.events import AnyEvent, Progress
from core.runs.time_estimate import ImageCounts, TimedStage, counts_of, expected_seconds
from core.settings import RunSettings, Stage

FigureWords = tuple[str, str, str]
"""Key, name and explanation of a figure."""


def expected_times(
    session: Session, settings: RunSettings | None = None, counts: ImageCounts | None = None
) -> Mapping[TimedStage, float] | None:
    """Seconds for each stage of the open run; None before its images were counted, unless `counts` says."""
    counts = counts or _counts(session)
    if counts is None:
        return None
    try:
        return expected_seconds(settings or session.settings, counts)
    except (SqueezeError, ValueError):
        return None


def _counts(session: Session) -> ImageCounts | None:
    if session.report is not None:
        return counts_of(session.report, session.settings.data)
    if session.summary is None:
        return None
    data = session.summary.dataset
    return ImageCounts(len(data.classes), data.train_images, data.validation_images, data.test_images)


@dataclass(frozen=True)
class LiveProgress:
    """`epoch` is the one at work, `finished` how many are; accuracy and loss are None until the first is."""

    epoch: int
    finished: int
    epochs: int
    accuracy: float | None
    best_accuracy: float | None
    loss: float | None


def live_progress(curves: StageCurves, planned: int) -> LiveProgress:
    """What the curves of a stage say; `planned` epochs where the stage has not said how many."""
    epochs = curves.epochs or planned
    accuracies, losses, steps = curves.validation("accuracy"), curves.validation("loss"), curves.steps("loss")
    finished = round(accuracies.epochs[-1]) if len(accuracies) else 0
    begun = int(-(-steps.epochs[-1] // 1)) if len(steps) else 0
    return LiveProgress(
        epoch=min(max(begun, finished, 1), epochs),
        finished=finished,
        epochs=epochs,
        accuracy=float(accuracies.values[-1]) if len(accuracies) else None,
        best_accuracy=float(accuracies.values.max()) if len(accuracies) else None,
        loss=float(losses.values[-1]) if len(losses) else float(steps.values[-1]) if len(steps) else None,
    )


class LiveFigures(QFrame):
    """A few figures with their names above them; those that are not known yet are dashes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        # Room that is left belongs to the charts below.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = row(self, Space.LARGE, Space.LARGE)
        self._figures: dict[str, Figure] = {}

    def add(self, key: str, name: str, tip: str) -> None:
        """One more figure, called `name` and explained by `tip`."""
        figure = Figure(name)
        figure.explain(tip)
        self._line.addWidget(figure, 1)
        self._figures[key] = figure

    def show_figure(self, key: str, text: str) -> None:
        """Show what a figure is now; '' for not known."""
        self._figures[key].set(text)

    def text(self, key: str) -> str:
        """What a figure shows."""
        return self._figures[key].text


class EpochFigures(LiveFigures):
    """Epoch, accuracy (explained by `accuracy_tip`), `own` figures of the page, and the time left.

    Of `own` it fills "loss" itself; the others are the page's to show. While `is_searching` says so no epoch
    is shown: what is at work is not the network yet that will be the result.
    """

    def __init__(
        self,
        session: Session,
        stage: Stage,
        accuracy_tip: str,
        own: tuple[FigureWords, ...] = (),
        is_searching: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._session = session
        self._stage = stage
        self._is_searching = is_searching
        self._feed = curve_feed(session)
        self._seconds_left: float | None = None
        self._has_loss = any(key == "loss" for key, _, _ in own)
        self.add("epoch", self.tr("Epoch"), self.tr("One epoch is one pass through all training images."))
        self.add("accuracy", self.tr("Accuracy"), accuracy_tip)
        for figure in own:
            self.add(*figure)
        self.add("left", self.tr("Time left"), self.tr("An estimate from the progress so far."))
        self._feed.changed.connect(self._refresh_if_shown)
        session.task_started.connect(self._forget_time)
        session.reported.connect(self._take_time)

    @property
    def progress(self) -> LiveProgress:
        """How far the stage has come."""
        planned = planned_epochs(self._session.settings, self._session.training_images)[self._stage]
        return live_progress(self._feed.curves[self._stage], planned)

    def going_on_words(self) -> str:
        """What is said of a stage that was interrupted and has epochs left; else nothing."""
        progress = self.progress
        if progress.finished >= progress.epochs:
            return ""
        words = self.tr("Continues with epoch {epoch} of {epochs}.")
        return words.format(epoch=progress.finished + 1, epochs=progress.epochs)

    def refresh(self) -> None:
        """Show how far the stage has come."""
        progress = self.progress
        shows_epoch = progress.epochs > 0 and (progress.accuracy is not None or not self._is_searching())
        words = self.tr("{epoch} of {epochs}").format(epoch=progress.epoch, epochs=progress.epochs)
        self.show_figure("epoch", words if shows_epoch else "")
        self.show_figure("accuracy", "" if progress.accuracy is None else percent(progress.accuracy))
        if self._has_loss:
            self.show_figure("loss", "" if progress.loss is None else decimal(progress.loss, 2))
        left = self._seconds_left if is_at_work(self._session, self._stage) else None
        self.show_figure("left", "" if left is None else duration(left))

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the figures come on screen."""
        super().showEvent(event)
        self.refresh()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _take_time(self, events: list[AnyEvent]) -> None:
        progress = [event for event in events if isinstance(event, Progress)]
        if progress:
            self._seconds_left = progress[-1].seconds_left
            self.refresh()

    def _forget_time(self) -> None:
        self._seconds_left = None
