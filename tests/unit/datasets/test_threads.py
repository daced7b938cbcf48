"""Work on several threads looks from outside like work on one."""

from __future__ import annotations

import threading

import pytest

from core.datasets.threads import map_in_order
from core.errors import Cancelled
from core.events import Progress
from core.task import Task
from tests.recording import RecordingTask


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(map_in_order(lambda item: -item, range(1000), Task(), "")) == [-item for item in range(1000)]
    assert list(map_in_order(lambda item: -item, [], Task(), "")) == []


def test_a_failure_reaches_the_caller_and_ends_the_work() -> None:
    done: list[int] = []

    def work(item: int) -> int:
        done.append(item)
        return 1 // (item - 3)

    with pytest.raises(ZeroDivisionError):
        list(map_in_order(work, range(100_000), Task(), ""))
    assert len(done) < 1000


def test_few_results_wait_for_a_slow_reader() -> None:
    done: list[int] = []
    results = map_in_order(done.append, range(100_000), Task(), "")
    next(results)
    results.close()
    assert len(done) < 1000


def test_a_long_item_does_not_hold_up_stopping_in_the_others() -> None:
    started, release = threading.Event(), threading.Event()
    done: list[int] = []

    def work(item: int) -> None:
        started.set()
        assert release.wait(timeout=30)
        done.append(item)

    def asked_to_stop() -> bool:
        # Asked by the caller's thread while the workers are busy; stopping must not wait for their chunks.
        if started.is_set():
            release.set()
        return started.is_set()

    with pytest.raises(Cancelled):
        list(map_in_order(work, range(100_000), Task(is_cancelled=asked_to_stop), ""))
    assert len(done) < 1000


def test_every_item_counts_as_progress() -> None:
    task = RecordingTask()
    for _ in map_in_order(str, range(70), task, "items"):
        pass
    assert task.of(Progress)[-1].done == 70
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("images")]
