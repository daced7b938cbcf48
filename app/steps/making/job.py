"""How far a task is that does several stages, and how long the rest of it will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject

from app.session import Session
from app.steps.progress import expected_times
from core.events import AnyEvent, Progress, StageFinished, StageStarted
from core.reading import resolved
from core.runs.summary import DatasetFigures
from core.runs.time_estimate import ImageCounts, TimedStage

_THOUSAND = 1000
_SURE_AFTER = 2.0
"""Expected seconds of finished work after which this computer's own speed is known well enough."""
_LEAST_PACE, _MOST_PACE = 0.25, 20.0


class JobClock:
    """Told of the events of a task; tells how many seconds are left of all its stages.

    `expected` are seconds for each stage that is to be done. What finished stages took shows how much faster
    or slower this computer is, and so does a stage at work that is late. What that says of itself counts, if
    it is longer.
    """

    def __init__(
        self, expected: Mapping[TimedStage, float], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._to_come = dict(expected)
        self._clock = clock
        self._began = self._since = clock()
        self._current = 0.0
        self._behind = self._spent = 0.0
        self._told: tuple[float, float] | None = None
        self._fraction = 0.0

    def listen(self, event: AnyEvent) -> None:
        """Something happened in the task."""
        match event:
            case StageStarted(stage=stage):
                self._begin(self._to_come.pop(stage, 0.0))  # type: ignore[call-overload]
            case StageFinished():
                self._behind += self._current
                self._spent += self._clock() - self._since
                self._begin(0.0)
            case Progress(seconds_left=float(left)):
                self._told = (left, self._clock())
            case _:
                return

    @property
    def seconds_left(self) -> float:
        """Seconds until the last stage is done."""
        now, pace = self._clock(), self._pace()
        told = self._told[0] - (now - self._told[1]) if self._told else 0.0
        current = max(told, self._current * pace - (now - self._since), 0.0)
        return current + pace * sum(self._to_come.values())

    @property
    def fraction(self) -> float:
        """How much of the time is behind, 0 to 1. It never goes back."""
        behind = self._clock() - self._began
        whole = behind + self.seconds_left
        self._fraction = max(self._fraction, behind / whole if whole else 0.0)
        return self._fraction

    def _pace(self) -> float:
        """How many times as long as expected everything takes."""
        pace = self._spent / self._behind if self._behind >= _SURE_AFTER else 1.0
        expected = self._behind + self._current
        late = (self._spent + self._clock() - self._since) / expected if self._current else 0.0
        return max(_LEAST_PACE, min(max(pace, late), _MOST_PACE))

    def _begin(self, expected: float) -> None:
        self._since, self._current, self._told = self._clock(), expected, None


class JobProgress(QObject):
    """The clock of a session's task (see `job_progress`). Without counted images there is none yet."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._clock: JobClock | None = None
        session.task_started.connect(self._begin)
        # Connected before any page is, so that pages find it up to date.
        session.reported.connect(self._listen)

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the task is done; None while nobody can tell, or where no such task is at work."""
        is_known = self._clock is not None and self._session.is_making
        return self._clock.seconds_left if self._clock is not None and is_known else None

    def over_all(self, events: list[AnyEvent]) -> list[AnyEvent]:
        """The events of a task, with how far all of it is in the place of how far one part of it is."""
        if not self._session.is_making:
            return events
        told: list[AnyEvent] = [event for event in events if not isinstance(event, Progress)]
        if self._clock is not None:
            done = min(round(_THOUSAND * self._clock.fraction), _THOUSAND - 1)
            told.append(Progress(done=done, total=_THOUSAND, seconds_left=self._clock.seconds_left))
        return told

    def _begin(self) -> None:
        self._clock = None
        if self._session.is_making:
            self._start_clock(expected_times(self._session))

    def _listen(self, events: list[AnyEvent]) -> None:
        for event in events:
            if self._clock is None and isinstance(event, StageFinished) and event.stage == "data":
                data = msgspec.convert(event.figures, resolved(DatasetFigures))
                counts = ImageCounts(
                    len(data.classes), data.train_images, data.validation_images, data.test_images
                )
                self._start_clock(expected_times(self._session, counts=counts))
            elif self._clock is not None:
                self._clock.listen(event)

    def _start_clock(self, expected: Mapping[TimedStage, float] | None) -> None:
        if expected is None:
            return
        self._clock = JobClock({stage: expected[stage] for stage in self._session.undone})


def job_progress(session: Session) -> JobProgress:
    """The one of a session, made when it is first asked for."""
    made = session.findChild(JobProgress)
    return made if isinstance(made, JobProgress) else JobProgress(session)
