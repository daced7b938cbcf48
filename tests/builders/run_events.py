"""What a run reports, without a run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import msgspec

from core.events import AnyEvent, EpochDone, StageFinished, StageStarted, StepDone
from core.settings import Stage


def epoch_events(stage: Stage, epoch: int, epochs: int, steps: int = 10) -> Iterator[AnyEvent]:
    """The events of one epoch: accuracy rises, the loss falls."""
    for step in range(1, steps + 1):
        done = (epoch - 1 + step / steps) / epochs
        yield StepDone(
            stage=stage,
            epoch=epoch,
            step=step,
            steps=steps,
            loss=2 - done,
            accuracy=0.4 + 0.4 * done + 0.05 * math.sin(step),
        )
    done = epoch / epochs
    yield EpochDone(
        stage=stage,
        epoch=epoch,
        epochs=epochs,
        loss=2 - done,
        accuracy=0.4 + 0.4 * done,
        validation_loss=2.1 - done,
        validation_accuracy=0.35 + 0.4 * done,
        learning_rate=1e-3,
    )


def stage_events(stage: Stage, epochs: int, steps: int = 10, accuracy: float = 0.75) -> list[AnyEvent]:
    """All events of a stage that was not broken."""
    events: list[AnyEvent] = [StageStarted(stage=stage)]
    for epoch in range(1, epochs + 1):
        events += epoch_events(stage, epoch, epochs, steps)
    return [*events, finished(stage, accuracy)]


def finished(stage: Stage, accuracy: float) -> StageFinished:
    """The end of a stage whose file scored `accuracy`."""
    interval = [accuracy - 0.02, min(accuracy + 0.02, 1.0)]
    figures: dict[str, object] = {"accuracy": accuracy, "accuracy_interval": interval, "loss": 0.6}
    return StageFinished(stage=stage, figures=figures)


def timed(events: Iterable[AnyEvent], start: float) -> list[AnyEvent]:
    """The events as they were told one after the other from `start` on, in seconds."""
    return [msgspec.structs.replace(event, time=start + number) for number, event in enumerate(events)]
