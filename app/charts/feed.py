"""What charts are fed with: the curves of the open run, and how large its last file will be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.charts.bands import Band, bands
from app.charts.curves import RunCurves
from app.session import Session
from app.widgets.background import in_background
from core.compression.prediction import PredictedSize, coded_size, predicted_size
from core.events import AnyEvent
from core.reading import read_json, resolved
from core.runs.folder import RunFolder
from core.runs.measuring import NetworkLayer
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
        planned = planned_epochs(self._session.settings)
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


def planned_epochs(settings: RunSettings) -> dict[Stage, int]:
    """How many epochs each stage will have, by the settings."""
    return {
        "train": settings.train.epochs,
        "prune": settings.prune.epochs if settings.prune.method == "training-aware" else 0,
        "quantize": settings.quantize.epochs if settings.quantize.method == "training-aware" else 0,
        "huffman": 0,
    }


def curve_feed(session: Session) -> CurveFeed:
    """The feed of a session, made when it is first asked for."""
    found = session.findChild(CurveFeed)
    return found if isinstance(found, CurveFeed) else CurveFeed(session)


class _Details(msgspec.Struct, frozen=True):
    predicted_sizes: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()

    def __post_init__(self) -> None:
        """Raises `msgspec.ValidationError` for layers that are none."""
        msgspec.convert(self.layers, resolved(tuple[NetworkLayer, ...]))


@dataclass(frozen=True)
class _Known:
    """What the run in `folder` has told: a table of its Train stage, the layers of its Prune stage."""

    folder: RunFolder | None = None
    table: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()


class ExpectedSize(QObject):
    """Reads what finished stages left of it, in a thread; `changed` when `bytes` is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known = _Known()
        self.bytes: int | None = None
        session.opened.connect(self._look)
        session.stage_ended.connect(self._look)
        session.settings_changed.connect(self._tell)
        self._look()

    def with_bits(self, weight_bits: int) -> int | None:
        """What it would be with these weight bits; None before the Prune stage is finished."""
        record, settings = self._session.record, self._session.settings
        is_pruned = record is not None and record.is_done("prune") and record.settings.prune == settings.prune
        quantizing = msgspec.structs.replace(settings.quantize, weight_bits=weight_bits)
        return coded_size(self._known.layers, quantizing) if is_pruned and self._known.layers else None

    def _look(self, _stage: str = "") -> None:
        folder = self._session.folder
        if folder is None:
            self._take(_Known())
            return
        in_background(self, lambda: _known_of(folder), self._take)

    def _take(self, known: _Known) -> None:
        if known.folder == self._session.folder:
            self._known = known
            self._tell()

    def _tell(self) -> None:
        settings, table, before = self._session.settings, self._known.table, self.bytes
        by_sparsity = predicted_size(table, settings.prune.sparsity) if table else None
        self.bytes = self.with_bits(settings.quantize.weight_bits) or by_sparsity
        if self.bytes != before or self._known.layers:
            self.changed.emit()


def _known_of(folder: RunFolder) -> _Known:
    trained, pruned = _read_details(folder.details("train")), _read_details(folder.details("prune"))
    return _Known(folder, trained.predicted_sizes, pruned.layers)


def _read_details(path: Path) -> _Details:
    try:
        return read_json(path, _Details)
    except (OSError, msgspec.DecodeError):
        return _Details()
