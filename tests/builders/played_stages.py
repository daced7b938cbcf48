"""Sessions whose stages do no work: order, folder and figures are real, and nothing is trained."""

from __future__ import annotations

from collections.abc import Callable

from core.events import EpochDone, Event
from core.report.writing import write_own_report
from core.requests import RunRequest
from core.runs.folder import STAGE_FILES, RunFolder
from core.runs.measuring import Details
from core.runs.pipeline import run
from core.runs.stage import StageContext, StageResult
from core.runs.summary import NetworkFigures, StageFigures, Summary
from core.settings import RunSettings, Stage
from core.task import Task
from tests.recording import RecordingTask

EPOCHS = 2
NETWORK = NetworkFigures(
    name="squeezenet-1.1", width=1.0, image_size=32, channels=3, parameters=1000, macs=5000
)


def play(stage: Stage, context: StageContext) -> StageResult:
    """A stage that reports its epochs, may be stopped between them, and writes a file."""
    for epoch in range(1, EPOCHS + 1):
        context.task.check_cancelled()
        context.task.report(epoch_done(stage, epoch))
    context.folder.file(stage).write_bytes(f"made by {stage}".encode())
    figures = StageFigures(
        name=stage,
        seconds=0.0,
        accuracy=0.5,
        accuracy_interval=(0.4, 0.6),
        loss=1.0,
        file=STAGE_FILES[stage],
        bytes=14,
        gzip_bytes=34,
        runtime="keras",
        sparsity=0.0,
    )
    details = Details(stage=stage, classes=(), confusion=(), mistakes=())
    return StageResult(figures, details, NETWORK if stage == "train" else None)


def epoch_done(stage: Stage, epoch: int) -> EpochDone:
    return EpochDone(
        stage=stage,
        epoch=epoch,
        epochs=EPOCHS,
        loss=1.0,
        accuracy=0.5,
        validation_loss=1.0,
        validation_accuracy=0.5,
        learning_rate=0.001,
    )


def go(
    folder: RunFolder,
    settings: RunSettings | None = None,
    start_from: Stage | None = None,
    until: Stage = "huffman",
    task: Task | None = None,
) -> Summary:
    request = RunRequest(folder=str(folder.path), settings=settings, start_from=start_from, until=until)
    return run(request, task or RecordingTask(), write_own_report)


def names(summary: Summary) -> list[str]:
    return [figures.name for figures in summary.stages]


def at(stage: Stage, epoch: int) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, EpochDone) and (event.stage, event.epoch) == (stage, epoch)
