"""What charts are fed with: the curves of the open run, and how large its last file will be."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal

from app.background import in_background
from app.charts.bands import Band, bands
from app.charts.curves import RunCurves
from app.session import Session
from core.events import AnyEvent
from core.runs.expected_size import SizeBasis
from core.settings import STAGES, RunSettings, Stage

REDRAWS_A_SECOND = 30


class CurveFeed(QObject):
    """One for a session (see `curve_feed`). `changed`: something is new; 30 times a second at most."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.curves = RunCurves()
        self._replays = 0
        self._awaits_history = False
        self._since: list[AnyEvent] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(1000 // REDRAWS_A_SECOND)
        self._timer.timeout.connect(self.changed)
        session.opened.connect(self._begin)
        session.history_read.connect(self._replay)
        session.reported.connect(self._listen)
        session.settings_changed.connect(self._tell)

    def bands(self, stages: tuple[Stage, ...] = STAGES) -> tuple[Band, ...]:
        """The timeline of some stages, with what is still to come as the settings have it."""
        planned = planned_epochs(self._session.settings, self._session.training_images)
        return bands({stage: self.curves[stage].epochs or planned[stage] for stage in stages})

    def _tell(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _begin(self) -> None:
        self.curves, self._since = RunCurves(), []
        self._replays += 1
        self._awaits_history = self._session.folder is not None
        self._tell()

    def _listen(self, events: list[AnyEvent]) -> None:
        if self._awaits_history:
            self._since += events
        if self.curves.add(events):
            self._tell()

    def _replay(self, events: list[AnyEvent]) -> None:
        """Draw the curves of earlier sessions, in a thread: there can be 100,000 events."""
        number = self._replays
        in_background(self, lambda: (RunCurves(events), number), self._go_on_from)

    def _go_on_from(self, replayed: tuple[RunCurves, int]) -> None:
        """Take what was replayed, and what has come since the history was read."""
        history, number = replayed
        if number != self._replays:
            return
        until = history.last_time
        history.add(event for event in self._since if event.time > until)
        self.curves, self._since = history, []
        self._awaits_history = False
        self._tell()


def planned_epochs(settings: RunSettings, images: int | None) -> dict[Stage, int]:
    """How many epochs each stage will have, by the settings and the number of training images.

    What counts as an epoch of training by steps is a validation (`core.training.fit`).
    """
    train = settings.train
    trained = train.epochs
    if images is not None and (train.steps or train.validation_steps):
        per_pass = max(1, images // train.batch_size)
        total = train.steps or train.epochs * per_pass
        trained = math.ceil(total / (train.validation_steps or per_pass))
    return {
        "train": trained,
        "prune": settings.prune.epochs if settings.prune.method == "training-aware" else 0,
        "quantize": settings.quantize.epochs if settings.quantize.method == "training-aware" else 0,
        "huffman": 0,
    }


def curve_feed(session: Session) -> CurveFeed:
    """The feed of a session, made when it is first asked for."""
    feed = session.findChild(CurveFeed)
    return feed if isinstance(feed, CurveFeed) else CurveFeed(session)


class ExpectedSize(QObject):
    """Reads what finished stages left of it, in a thread; `changed` when `bytes` is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._basis = SizeBasis()
        self.bytes: int | None = None
        session.opened.connect(self._look)
        session.stage_ended.connect(self._look)
        session.settings_changed.connect(self._tell)
        self._look()

    def with_bits(self, weight_bits: int) -> int | None:
        """What it would be with these weight bits; None before the Prune stage is finished."""
        return self._basis.after_pruning(self._session.record, self._session.settings, weight_bits)

    def _look(self, _stage: str = "") -> None:
        folder = self._session.folder
        if folder is None:
            self._take(SizeBasis())
            return
        in_background(self, lambda: SizeBasis.of(folder), self._take)

    def _take(self, basis: SizeBasis) -> None:
        if basis.folder == self._session.folder:
            self._basis = basis
            self._tell()

    def _tell(self) -> None:
        before = self.bytes
        self.bytes = self._basis.expected(self._session.record, self._session.settings)
        if self.bytes != before or self._basis.layers:
            self.changed.emit()
