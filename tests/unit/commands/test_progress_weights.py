"""How far a list of checks has come."""

from __future__ import annotations

import pytest

from core.commands.progress_weights import ProgressWeights
from core.events import AnyEvent, Progress, Status


class Told:
    """A course of three checks on a computer that is half as fast as a usual one."""

    def __init__(self) -> None:
        self.now = 100.0
        self.events: list[AnyEvent] = []
        self.course = ProgressWeights({"a": 1.0, "b": 4.0, "c": 5.0}, self.events.append, lambda: self.now)

    @property
    def last(self) -> Progress:
        assert isinstance(self.events[-1], Progress)
        return self.events[-1]


def test_before_anything_is_known_the_usual_time_is_told() -> None:
    told = Told()
    told.course.begin("a")
    assert (told.last.done, told.last.total, told.last.seconds_left) == (0, 3, 10.0)


def test_a_slow_computer_has_more_time_left() -> None:
    told = Told()
    for name, seconds in (("a", 2.0), ("b", 8.0)):
        told.course.begin(name)
        told.now += seconds
        told.course.end(name)
    assert (told.last.done, told.last.seconds_left) == (2, 10.0)


def test_what_a_worker_has_done_counts_and_never_goes_back() -> None:
    told = Told()
    told.course.begin("a")
    told.course.end("a")
    told.course.begin("b")
    told.now += 4.0
    told.course.listen(Progress(done=50, total=100))
    left = told.last.seconds_left
    assert left == pytest.approx((10 - 1 - 4 * 0.45) * 4 / 2.8)
    told.course.listen(Progress(done=1, total=100))
    assert told.last.seconds_left == left
    told.course.listen(Status(text="something else"))
    assert len(told.events) == 5
