"""Where the time of a run goes: spans that chrome://tracing and Perfetto show.

A file is JSON in the Trace Event Format (Google, "Trace Event Format", JSON Object Format): complete events
('X') with times in microseconds. Spans of a trace nest, for they are opened and closed like blocks.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from core.outputs import write_output

Item = TypeVar("Item")

_NANOSECONDS = 1e9
_NANOSECONDS_A_MICROSECOND = 1000
_THREAD = 1


class StepTimes(msgspec.Struct, frozen=True, kw_only=True):
    """How long the steps of a stage took, in seconds, waiting for their images included.

    The longest is the first as a rule: TensorFlow makes its graph in it.
    """

    stage: str
    count: int
    minimum: float
    median: float
    maximum: float


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """A trace that was written to `file`."""

    file: str
    steps: tuple[StepTimes, ...]


@dataclass(frozen=True)
class _Span:
    name: str
    start: int
    duration: int
    arguments: dict[str, object]


class Trace:
    """Spans of one thread, collected in memory. `clock` counts nanoseconds."""

    def __init__(self, clock: Callable[[], int] = time.perf_counter_ns) -> None:
        self._clock = clock
        self._began = clock()
        self._spans: list[_Span] = []
        self._steps: dict[str, list[float]] = {}

    @contextlib.contextmanager
    def span(self, name: str, **arguments: object) -> Iterator[None]:
        """The time of the block, also when it raises."""
        start = self._clock()
        try:
            yield
        finally:
            self._add(name, start, arguments)

    def steps(self, stage: str, batches: Iterable[Item]) -> Iterator[Item]:
        """The batches; a step is the wait for one and what is done with it until the next is asked for."""
        iterator = iter(batches)
        for number in range(1, 1 << 62):
            start = self._clock()
            try:
                batch = next(iterator)
            except StopIteration:
                return
            self._add("input wait", start, {})
            try:
                yield batch
            finally:
                nanoseconds = self._add("step", start, {"step": number})
                self._steps.setdefault(stage, []).append(nanoseconds / _NANOSECONDS)

    def step_times(self) -> tuple[StepTimes, ...]:
        """The times of each stage's steps so far."""
        return tuple(
            StepTimes(
                stage=stage,
                count=len(seconds),
                minimum=min(seconds),
                median=statistics.median(seconds),
                maximum=max(seconds),
            )
            for stage, seconds in self._steps.items()
        )

    def write(self, path: Path, *, replace: bool = True) -> Traced:
        """Write what there is so far, without `replace` to a new file. Raises what `write_output` raises."""
        traced = Traced(file=str(path), steps=self.step_times())
        process = os.getpid()
        names = {"name": "process_name", "ph": "M", "pid": process, "args": {"name": "Squeeze Studio"}}
        content = {
            "traceEvents": [names, *(self._event(span, process) for span in self._spans)],
            "displayTimeUnit": "ms",
            "otherData": {"step_seconds": traced.steps},
        }
        write_output(path, msgspec.json.encode(content), replace=replace)
        return traced

    def _add(self, name: str, start: int, arguments: dict[str, object]) -> int:
        duration = self._clock() - start
        self._spans.append(_Span(name, start, duration, arguments))
        return duration

    def _event(self, span: _Span, process: int) -> dict[str, object]:
        return {
            "name": span.name,
            "cat": "run",
            "ph": "X",
            "ts": (span.start - self._began) / _NANOSECONDS_A_MICROSECOND,
            "dur": span.duration / _NANOSECONDS_A_MICROSECOND,
            "pid": process,
            "tid": _THREAD,
            "args": span.arguments,
        }
