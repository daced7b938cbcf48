"""Progress counts every unit, ends full, and estimates the time left from the units it has timed."""

from __future__ import annotations

import pytest

from core import task as task_module
from core.errors import Cancelled
from core.events import Progress, Status
from tests.recording import RecordingTask


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(task_module, "time", clock)
    return clock


def test_time_left_leaves_preparations_and_skipped_units_out(clock: Clock) -> None:
    task = RecordingTask()
    meter = task.progress(100, "steps")
    meter.skip(40)
    clock.now += 60
    meter.advance()
    for _ in range(9):
        clock.now += 2
        meter.advance()
    first, *_, last = task.of(Progress)
    assert (first.done, first.seconds_left) == (41, None)
    assert (last.done, last.total, last.unit) == (50, 100, "steps")
    assert last.seconds_left == pytest.approx(100)


def test_reports_are_thinned_but_the_end_is_always_told(clock: Clock) -> None:
    task = RecordingTask()
    for _ in task.track(range(1000), total=1000, unit="pictures"):
        clock.now += 0.01
    reports = task.of(Progress)
    assert len(reports) <= 102
    assert (reports[-1].done, reports[-1].seconds_left) == (1000, 0.0)


def test_a_task_stops_between_two_items_when_asked_to() -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Status))
    seen: list[int] = []

    def work() -> None:
        for item in task.track(range(10), total=10):
            seen.append(item)
            if item == 3:
                task.status("enough")

    with pytest.raises(Cancelled):
        work()
    assert seen == [0, 1, 2, 3]


def test_events_are_stamped_with_the_time(clock: Clock) -> None:
    task = RecordingTask()
    task.status("hello")
    assert task.events == [Status(text="hello", time=clock.now)]
