"""A worker that trains nothing and reports as much as the busiest one: 200 events a second, for good.

Between events it computes, as training would. It ends with its standard input.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import threading
import time

from core.events import EpochDone, Event, Progress, StageStarted, StepDone, to_line

RATE = 200
_STEPS, _EPOCHS = 200, 60


def main() -> None:
    """Report until nobody listens any more."""
    os.nice(10)
    sys.stdin.buffer.readline()
    threading.Thread(target=_end_with_input, daemon=True).start()
    started = time.monotonic()
    for number, event in enumerate(_events()):
        while time.monotonic() - started < number / RATE:
            sum(range(1000))
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.buffer.write(to_line(event))
            sys.stdout.buffer.flush()


def _events() -> itertools.chain[Event]:
    return itertools.chain.from_iterable(_epoch(number) for number in itertools.count(1))


def _epoch(number: int) -> list[Event]:
    """Half of the events are progress, as in a real worker."""
    events: list[Event] = [StageStarted(stage="train")] if number == 1 else []
    for step in range(1, _STEPS + 1):
        progress = Progress(done=(number - 1) * _STEPS + step, total=_EPOCHS * _STEPS, seconds_left=60.0)
        done = StepDone(
            stage="train", epoch=number, step=step, steps=_STEPS, loss=1 / number, accuracy=step % 9 / 9
        )
        events += [progress, done]
    epoch = EpochDone(
        stage="train",
        epoch=number,
        epochs=_EPOCHS,
        loss=1 / number,
        accuracy=0.8,
        validation_loss=1 / number,
        validation_accuracy=0.8,
        learning_rate=1e-3,
    )
    return [*events, epoch]


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
