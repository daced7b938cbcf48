"""The row of figures of a stage that learns: how far it is, how good, and how long it still takes."""

from __future__ import annotations

from collections.abc import Callable

from app.charts.feed import curve_feed, planned_epochs
from app.session import Session
from app.steps.live_figures import LiveFigures
from app.steps.live_progress import LiveProgress, live_progress
from app.steps.stage_page import is_at_work
from app.wording import duration, percent
from core.events import AnyEvent, Progress
from core.settings import Stage

Figure = tuple[str, str, str]
"""Key, name and explanation of a figure."""


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
        own: tuple[Figure, ...] = (),
        is_searching: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._session = session
        self._stage = stage
        self._is_searching = is_searching
        self._feed = curve_feed(session)
        self._seconds_left: float | None = None
        self._has_loss = any(key == "loss" for key, _, _ in own)
        self.add("epoch", self.tr("Epoch"), self.tr("In an epoch it sees every picture once."))
        self.add("accuracy", self.tr("Accuracy"), accuracy_tip)
        for figure in own:
            self.add(*figure)
        self.add("left", self.tr("Time left"), self.tr("As far as can be told by now."))
        self._feed.changed.connect(self._refresh_if_shown)
        session.task_started.connect(self._forget_time)
        session.reported.connect(self._take_time)

    @property
    def progress(self) -> LiveProgress:
        """How far the stage has come."""
        planned = planned_epochs(self._session.settings)[self._stage]
        return live_progress(self._feed.curves[self._stage], planned)

    def going_on_words(self) -> str:
        """What is said of a stage that was interrupted and has epochs left; else nothing."""
        progress = self.progress
        if progress.finished >= progress.epochs:
            return ""
        words = self.tr("It goes on with epoch {epoch} of {epochs}.")
        return words.format(epoch=progress.finished + 1, epochs=progress.epochs)

    def refresh(self) -> None:
        """Show how far the stage has come."""
        progress = self.progress
        shows_epoch = progress.epochs > 0 and (progress.accuracy is not None or not self._is_searching())
        words = self.tr("{epoch} of {epochs}").format(epoch=progress.epoch, epochs=progress.epochs)
        self.show_figure("epoch", words if shows_epoch else "")
        self.show_figure("accuracy", "" if progress.accuracy is None else percent(progress.accuracy))
        if self._has_loss:
            self.show_figure("loss", "" if progress.loss is None else f"{progress.loss:.2f}")
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
