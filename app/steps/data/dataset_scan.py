"""Looking at the images, once for each source and each change that matters."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from app.session import Session
from core.datasets.catalog import Catalog, open_catalog
from core.errors import SqueezeError
from core.events import AnyEvent, Crashed, Failed, Stopped, Succeeded
from core.reading import resolved
from core.requests import DataRequest
from core.runs.dataset_report import DataReport
from core.settings import SAMPLE_SCENES, DataSettings

State = Literal["nothing", "looking", "failed", "stopped", "done"]


class DatasetScan(QObject):
    """What is known of the open run's images. `changed` tells that it is something else now.

    While it looks again after a change of the settings, what it saw before stays. `ended` brings how a look
    at the open run's images ended, after `changed`. See `dataset_scan`.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.state: State = "nothing"
        self.report: DataReport | None = None
        self.catalog: Catalog | None = None
        self.settings: DataSettings | None = None
        self.code = ""
        self._asked: object = None
        self._request: DataRequest | None = None
        self._is_free = not session.is_busy
        self._is_due = False
        session.opened.connect(self.forget)
        session.task_started.connect(self._see_whether_free)
        session.ended.connect(self._end)

    def ensure(self) -> None:
        """Look, unless that was done for what is set now, or something else is at work."""
        session = self._session
        if session.has_images and self._can_begin:
            asked = _what_matters(session.settings.data, session.settings.seed)
            if self._is_due or asked != self._asked:
                self._look()

    def again(self) -> None:
        """Look once more, or as soon as what is at work has ended."""
        self._is_due = True
        self.ensure()

    def forget(self) -> None:
        """Another run is open, or none."""
        self.state, self.code, self._asked, self._request = "nothing", "", None, None
        self._is_due = False
        self.report = self.catalog = self.settings = None
        self.changed.emit()

    @property
    def _can_begin(self) -> bool:
        """Whether nothing is at work, and the end of what was is told.

        A task that began before that would take the end of the one before it for its own.
        """
        return self._is_free and not self._session.is_busy

    def _see_whether_free(self) -> None:
        self._is_free = not self._session.is_busy

    def _look(self) -> None:
        settings = self._session.settings
        self._asked, self._is_due = _what_matters(settings.data, settings.seed), False
        self._request = DataRequest(settings=settings.data, seed=settings.seed)
        self.state = "looking"
        self._session.start_task(self._request, "data")
        self.changed.emit()

    def _end(self, outcome: AnyEvent) -> None:
        self._see_whether_free()
        request, self._request = self._request, None
        if request is not None:
            self._take_outcome(request, outcome)
            self.ended.emit(outcome)
        if self._is_due:
            self.ensure()

    def _take_outcome(self, request: DataRequest, outcome: AnyEvent) -> None:
        match outcome:
            case Succeeded(figures=figures):
                self._take(msgspec.convert(figures, resolved(DataReport)), request.settings)
            case Failed(code=code):
                self.state, self.code = "failed", code
            case Stopped() | Crashed():
                self.state = "stopped"
        self.changed.emit()

    def _take(self, report: DataReport, settings: DataSettings) -> None:
        try:
            catalog = open_catalog(Path(report.catalog))
        except SqueezeError as error:
            self.state, self.code = "failed", error.code
            return
        self.report, self.catalog, self.settings = report, catalog, settings
        self.state = "done"
        self._session.take_report(report)


def dataset_scan(session: Session) -> DatasetScan:
    """The one of a session, made when it is first asked for.

    A page asks for it before it connects itself, so that it finds it up to date whatever the session tells.
    """
    made = session.findChild(DatasetScan)
    return made if isinstance(made, DatasetScan) else DatasetScan(session)


def _what_matters(settings: DataSettings, seed: int) -> object:
    """What a look depends on: with another one of these it has to be done again."""
    chosen = (settings.source, settings.leave_out, settings.set_aside, tuple(sorted(settings.merge.items())))
    if settings.source == SAMPLE_SCENES:
        return (*chosen, settings.scenes_per_class, settings.image_size, seed)
    return (*chosen, settings.on_bad_pictures, settings.split, settings.near_copies)
