"""A worker whose stages are played: `python -m tests.played_worker RUN BREAKS`.

Its process, its protocol, the run's folder, record, lock, events and checkpoints are the program's own. Only
what takes a network is not done: an epoch is reported and kept as a real one is, and what a stage comes to
is what it came to in the finished run in the folder RUN.

In its first BREAKS sessions a stage waits, after two more epochs, to be stopped or killed; where it has no
epochs, at once. So nothing depends on how fast a test is.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import msgspec
import numpy as np

from core import jobs
from core.events import EpochDone, LayerReport, StageStarted, StepDone
from core.runs import pipeline
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.stage import StageContext, StageResult
from core.runs.stage_details import HuffmanDetails, PruneDetails, QuantizeDetails, read_details
from core.settings import Stage
from core.training.checkpoint import Checkpoint, EpochRecord, TrainingState

_DETAILS: dict[Stage, type[Details]] = {
    "train": Details,
    "prune": PruneDetails,
    "quantize": QuantizeDetails,
    "huffman": HuffmanDetails,
}
_PRUNED = ("sparsity", "weights")
_EPOCHS_BEFORE_BREAK, _STEPS = 2, 4
_PAUSE = 0.02


class Player:
    """Plays the stages of a run by what they came to in a finished one."""

    def __init__(self, finished: RunFolder, breaks: int) -> None:
        self._finished = finished
        self._breaks = breaks

    def perform_stage(self, stage: Stage, context: StageContext) -> StageResult:
        """Do what is seen of a stage from outside."""
        folder = context.folder
        started = [e for e in read_events(folder.events) if isinstance(e, StageStarted) and e.stage == stage]
        waits = len(started) <= self._breaks
        checkpoint = Checkpoint(folder.checkpoints, stage)
        state = checkpoint.load()
        history = state.history if state else ()
        epochs = {
            "train": context.settings.train.epochs,
            "prune": context.settings.prune.epochs,
            "quantize": context.settings.quantize.epochs,
            "huffman": 0,
        }[stage]
        last = min(len(history) + _EPOCHS_BEFORE_BREAK, epochs) if waits else epochs
        for epoch in range(len(history) + 1, last + 1):
            history = (*history, _play_epoch(stage, epoch, epochs, context))
            checkpoint.save(TrainingState([np.zeros(1)], [], history))
            _report_epoch(stage, history[-1], epochs, context)
            self._report_layers(stage, context)
        while waits:
            context.task.check_cancelled()
            time.sleep(_PAUSE)
        checkpoint.save_trained([np.zeros(1)])
        return self._result(stage, folder)

    def _report_layers(self, stage: Stage, context: StageContext) -> None:
        """How far the layers are pruned: as far as they were in the end."""
        details = read_details(self._finished, "prune", PruneDetails) if stage == "prune" else None
        for layer in details.layers if details else ():
            figures = msgspec.convert({name: layer[name] for name in _PRUNED}, dict[str, float])
            context.task.report(LayerReport(stage="prune", layer=str(layer["name"]), figures=figures))

    def _result(self, stage: Stage, folder: RunFolder) -> StageResult:
        shutil.copyfile(self._finished.file(stage), folder.file(stage))
        summary = self._finished.read_summary()
        figures, details = summary.of(stage), read_details(self._finished, stage, _DETAILS[stage])
        assert figures is not None
        assert details is not None
        network = summary.network if stage == "train" else None
        return StageResult(msgspec.structs.replace(figures, seconds=0.0), details, network)


def _play_epoch(stage: Stage, epoch: int, epochs: int, context: StageContext) -> EpochRecord:
    """The steps of an epoch, and the figures at its end: accuracy rises, the loss falls."""
    started = time.monotonic()
    for step in range(1, _STEPS + 1):
        context.task.check_cancelled()
        done = (epoch - 1 + step / _STEPS) / epochs
        context.task.report(
            StepDone(stage=stage, epoch=epoch, step=step, steps=_STEPS, loss=2 - done, accuracy=0.8 * done)
        )
    done = epoch / epochs
    return EpochRecord(
        epoch=epoch,
        loss=2 - done,
        accuracy=0.8 * done,
        validation_loss=2.1 - done,
        validation_accuracy=0.75 * done,
        learning_rate=1e-3,
        sparsity=0.5 if stage == "prune" else 0.0,
        seconds=time.monotonic() - started,
    )


def _report_epoch(stage: Stage, record: EpochRecord, epochs: int, context: StageContext) -> None:
    context.task.report(
        EpochDone(
            stage=stage,
            epoch=record.epoch,
            epochs=epochs,
            loss=record.loss,
            accuracy=record.accuracy,
            validation_loss=record.validation_loss,
            validation_accuracy=record.validation_accuracy,
            learning_rate=record.learning_rate,
            sparsity=record.sparsity,
        )
    )


def main(run: str, breaks: str) -> int:
    """Do one assignment as the program's worker does, but for what it takes a network for."""
    pipeline.perform_stage = Player(RunFolder(Path(run)), int(breaks)).perform_stage
    return jobs.main()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
