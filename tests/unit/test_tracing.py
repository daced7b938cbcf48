"""Where time goes, with a clock that the test turns."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.task import Task
from core.tracing import Trace

QUICK_STEP = 0.015
"""Seconds that a step with images of 32x32 and a quarter of the filters takes on one core."""


class Clock:
    """Nanoseconds that go by when the test says so."""

    def __init__(self) -> None:
        self.now = 5_000

    def __call__(self) -> int:
        return self.now

    def passes(self, milliseconds: int) -> None:
        self.now += milliseconds * 1_000_000


@pytest.fixture
def clock() -> Clock:
    return Clock()


def written(trace: Trace, path: Path) -> dict[str, Any]:
    """The spans of a written trace by name: begin and length in milliseconds."""
    trace.write(path)
    events = json.loads(path.read_bytes())["traceEvents"]
    return {
        event["name"]: (event["ts"] / 1000, event["dur"] / 1000) for event in events if event["ph"] == "X"
    }


def test_a_span_is_the_time_of_its_block_even_when_that_fails(clock: Clock, tmp_path: Path) -> None:
    trace = Trace(clock)
    clock.passes(1)

    def fail() -> None:
        with trace.span("outer", epoch=3):
            clock.passes(2)
            with trace.span("inner"):
                clock.passes(4)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    assert written(trace, tmp_path / "new" / "trace.json") == {"outer": (1, 6), "inner": (3, 4)}
    events = json.loads((tmp_path / "new" / "trace.json").read_bytes())["traceEvents"]
    assert events[-1]["args"] == {"epoch": 3}


def test_a_step_is_the_wait_for_its_images_and_the_work_with_them(clock: Clock, tmp_path: Path) -> None:
    def batches() -> Iterator[int]:
        for number in (10, 20, 90):
            clock.passes(number)
            yield number

    trace = Trace(clock)
    for _ in trace.steps("train", batches()):
        clock.passes(1)
    (times,) = trace.step_times()
    assert (times.stage, times.count) == ("train", 3)
    assert (times.minimum, times.median, times.maximum) == pytest.approx((0.011, 0.021, 0.091))
    assert written(trace, tmp_path / "t.json")["input wait"] == (32, 90)
    assert json.loads((tmp_path / "t.json").read_bytes())["otherData"]["step_seconds"][0]["count"] == 3


def test_a_step_that_is_broken_off_is_told_too(clock: Clock) -> None:
    trace = Trace(clock)
    steps = trace.steps("train", [1, 2])
    next(steps)
    clock.passes(7)
    del steps
    assert [times.maximum for times in trace.step_times()] == pytest.approx([0.007])


def test_tracing_costs_less_than_a_fiftieth_of_the_quickest_steps() -> None:
    def seconds_a_step(task: Task, count: int = 500) -> float:
        started = time.perf_counter()
        for _ in task.steps("train", range(count)):
            with task.span("compute"):
                pass
        return (time.perf_counter() - started) / count

    cost = min(seconds_a_step(Task().traced(Trace())) for _ in range(5))
    assert cost < QUICK_STEP / 50


def test_a_task_traces_only_when_asked_to(clock: Clock) -> None:
    batches = [1, 2, 3]
    task = Task()
    assert task.steps("train", batches) is batches
    with task.span("nothing"):
        pass
    trace = Trace(clock)
    traced = task.traced(trace)
    for one in (traced, traced.telling(lambda event: None), traced.also_telling(lambda event: None)):
        assert list(one.steps("train", batches)) == batches
    assert [times.count for times in trace.step_times()] == [9]
