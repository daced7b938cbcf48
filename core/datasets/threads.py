"""The same function over many items, on a few threads."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from core.task import Task

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_THREADS = 4
_CHUNK = 16
_PATIENCE = 0.1


def map_in_order(
    function: Callable[[Item], Result], items: Sequence[Item], task: Task, unit: str
) -> Generator[Result, None, None]:
    """Yield `function(item)` for each item, in order, with progress in `unit`.

    Worth its threads where `function` leaves the interpreter for long, as image decoders do. Few results
    wait at any time. Raises what `function` raises, and `Cancelled` within a tenth of a second and an item.
    """
    stop = threading.Event()

    def run(chunk: Sequence[Item]) -> list[Result]:
        results: list[Result] = []
        for item in chunk:
            if stop.is_set():
                break
            results.append(function(item))
        return results

    meter = task.progress(len(items), unit)
    threads = min(_MOST_THREADS, _usable_cores())
    pool = ThreadPoolExecutor(threads, thread_name_prefix="images")
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for start in range(0, len(items), _CHUNK):
            waiting.append(pool.submit(run, items[start : start + _CHUNK]))
            if len(waiting) > 2 * threads:
                yield from _counted(_finished(waiting.popleft(), task), meter.advance)
        while waiting:
            yield from _counted(_finished(waiting.popleft(), task), meter.advance)
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _counted(results: list[Result], advance: Callable[[], None]) -> Iterator[Result]:
    for result in results:
        yield result
        advance()


def _finished(future: Future[list[Result]], task: Task) -> list[Result]:
    task.check_cancelled()
    while not future.done():
        wait([future], timeout=_PATIENCE)
        task.check_cancelled()
    return future.result()


def _usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
