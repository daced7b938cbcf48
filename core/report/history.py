"""How a run went, as its events tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.events import AnyEvent, EpochDone, Log, StageStarted


@dataclass(frozen=True)
class History:
    """Each stage's epochs, in order and each once, warnings that were told, and when the run began.

    `began` is seconds since 1970, None for a run of which nothing is told.
    """

    epochs: Mapping[str, tuple[EpochDone, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    began: float | None = None


NO_HISTORY = History()


def history_of(events: Iterable[AnyEvent]) -> History:
    """The history that a run's events tell.

    A stage that began anew, or went on from an earlier epoch, has no epochs beyond that from before.
    """
    epochs: dict[str, list[EpochDone]] = {}
    warnings: dict[str, None] = {}
    began: float | None = None
    for event in events:
        if began is None and event.time:
            began = event.time
        match event:
            case StageStarted():
                before = epochs.get(event.stage, [])
                epochs[event.stage] = [epoch for epoch in before if epoch.epoch <= event.resumed_epoch]
            case EpochDone():
                epochs.setdefault(event.stage, []).append(event)
            case Log(level="warning"):
                warnings[event.text] = None
    return History({stage: tuple(of) for stage, of in epochs.items() if of}, tuple(warnings), began)
