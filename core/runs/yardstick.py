"""AlexNet as the yardstick: trained on a run's own images, so that size and accuracy can be compared.

It has the layers of Krizhevsky et al. 2012 without the two groups, for images of the run's side: with fewer
places left before the first dense layer, that is smaller than with 227x227 pixels. It learns from scratch,
from the run's training images, for as many epochs and with the batch size of the run, at its learning rate or
less.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from core.diagnosis import available_memory
from core.errors import ProgramError, RunError, SqueezeError
from core.events import EpochDone, Event, Log, StepDone
from core.files import remove_file
from core.reading import read_json
from core.requests import YardstickRequest
from core.runs.folder import YARDSTICK, RunFolder
from core.runs.record import RunRecord, fingerprints
from core.runs.references import FLOAT_BYTES
from core.runs.summary import StageFigures
from core.settings import STAGES, START_SCRATCH, NetworkSettings, RunSettings, TrainSettings
from core.task import Task

FORMAT = 1
WIDTH = 1.0
_MOST_LEARNING_RATE = 1e-3
"""Higher rates were not tried with its large dense layers."""
_COPIES = 8
"""Of all weights while it trains: themselves, gradients, two moments, all but the gradients once more while
they are written, and one for the images of a batch on their way through it."""


class YardstickRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The content of yardstick.json.

    `fingerprint` stands for images, split and settings. `figures` are those of a Train stage, measured on
    alexnet.keras; they are missing while it is not finished.
    """

    format: int = FORMAT
    fingerprint: str
    figures: StageFigures | None = None


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What AlexNet came to beside the stages of a run, each measured on its file."""

    run: str
    alexnet: StageFigures
    stages: tuple[StageFigures, ...]


def alexnet_settings(settings: RunSettings) -> RunSettings:
    """The settings with AlexNet, as it is trained to compare a run with these settings with it."""
    own = settings.train
    train = TrainSettings(
        epochs=own.epochs,
        steps=own.steps,
        batch_size=own.batch_size,
        learning_rate=min(own.learning_rate, _MOST_LEARNING_RATE),
        class_weights=own.class_weights,
        start_weights=START_SCRATCH,
    )
    return msgspec.structs.replace(settings, network=_network(), train=train)


def read_yardstick(folder: RunFolder, record: RunRecord) -> StageFigures | None:
    """AlexNet's figures; None where it was not trained on just these images with just these settings.

    Nor where the file is not what was written, or the network is gone.
    """
    with contextlib.suppress(OSError, SqueezeError, msgspec.DecodeError):
        figures = _read(folder, record).figures
        if figures is not None and folder.alexnet.stat().st_size == figures.bytes:
            return figures
    return None


def measure_yardstick(
    request: YardstickRequest, task: Task, reporting: Callable[[RunFolder, Task], None]
) -> Compared:
    """Train AlexNet on a run's images, or go on with it, measure it and write the run's report.

    Where that has been done, nothing is. Raises stage-missing for a run that has not trained its own network,
    memory-exhausted before anything begins, what `RunFolder.locked`, `dataset_of`, `load` and `train` raise,
    data-changed, run-damaged; `Cancelled`, with the finished epochs kept.
    """
    folder = RunFolder(Path(request.run))
    folder.read_record()
    with folder.locked():
        record = folder.read_record()
        if not record.is_done("train"):
            raise RunError("stage-missing", stage="Comparing with AlexNet", needed=STAGES[0])
        figures = read_yardstick(folder, record)
        if figures is None:
            figures = _trained(folder, record, task)
            reporting(folder, task)
        stages = folder.read_summary().stages
    return Compared(run=request.run, alexnet=figures, stages=stages)


def _trained(folder: RunFolder, record: RunRecord, task: Task) -> StageFigures:
    """Train the network and measure its file."""
    from core.runs.data import RunData, check_unchanged, dataset_of, load, read_data_record, record_of
    from core.training.checkpoint import Checkpoint, UnusableCheckpoint

    settings = alexnet_settings(record.settings)
    folder.require_unchanged(record, folder.data, "train")
    before = read_data_record(folder.data)
    _require_memory(settings, len(before.classes))
    dataset = dataset_of(settings.data, settings.seed, task, before)
    check_unchanged(before, record_of(dataset), settings.data.source)
    data: RunData = load(dataset, settings.data, folder.cache, task)
    checkpoint = Checkpoint(folder.checkpoints, YARDSTICK)
    if not _is_begun(folder, record):
        checkpoint.discard()
        remove_file(folder.alexnet)
        record = _write(folder, record, None)
    try:
        figures = _train(folder, settings, data, task)
    except UnusableCheckpoint as unusable:
        text = f"{unusable.path} cannot be used ({unusable.reason}): AlexNet starts again."
        task.report(Log(level="warning", text=text))
        checkpoint.discard()
        figures = _train(folder, settings, data, task)
    _write(folder, record, figures)
    return figures


def _train(folder: RunFolder, settings: RunSettings, data: object, task: Task) -> StageFigures:
    from core.networks.measure import sparsity
    from core.runs.data import RunData
    from core.runs.measuring import gzip_bytes, measured
    from core.runs.predictors import KerasPredictor, answers_of
    from core.runs.stage import labeled
    from core.training.feed import TrainingData
    from core.training.train import train

    assert isinstance(data, RunData)
    task.status("Preparing the network")
    learned = TrainingData(labeled(data.train), labeled(data.validation), len(data.classes))
    trained = train(settings, learned, folder.alexnet, folder.checkpoints, _aside(task), YARDSTICK)
    task.status("Measuring accuracy on the test images")
    predictor = KerasPredictor(folder.alexnet)
    answers = answers_of(predictor, data.test.images, task)
    measurement = measured(answers, data.test, data.classes)
    return StageFigures(
        name="train",
        seconds=sum(epoch.seconds for epoch in trained.fitted.history),
        accuracy=measurement.score.accuracy,
        accuracy_interval=(measurement.score.interval.low, measurement.score.interval.high),
        loss=measurement.score.loss,
        class_accuracy=measurement.class_accuracy,
        top5_accuracy=measurement.top5_accuracy,
        file=folder.alexnet.name,
        bytes=folder.alexnet.stat().st_size,
        gzip_bytes=gzip_bytes(folder.alexnet),
        runtime=answers.runtime,
        sparsity=sparsity(predictor.model),
        parameters=trained.parameters,
        macs=trained.macs,
    )


def _aside(task: Task) -> Task:
    """The task, told of each epoch in words: the run's own curves are not of this network."""

    def listen(event: Event) -> None:
        if isinstance(event, EpochDone):
            task.status(
                "AlexNet, epoch {epoch} of {epochs}: {accuracy} on the validation images",
                epoch=event.epoch,
                epochs=event.epochs,
                accuracy=f"{event.validation_accuracy:.1%}",
            )
        elif not isinstance(event, StepDone):
            task.report(event)

    return task.telling(listen)


def _require_memory(settings: RunSettings, classes: int) -> None:
    """Raise memory-exhausted where the network is too large for what is available, as far as that is told."""
    needed = alexnet_parameters(settings, classes) * FLOAT_BYTES * _COPIES
    available = available_memory()
    if available is not None and needed > available:
        detail = f"AlexNet needs about {needed:,} bytes, {available:,} are available."
        raise ProgramError("memory-exhausted", detail=detail)


def alexnet_parameters(settings: RunSettings, classes: int) -> int:
    """The number of weights and biases of the AlexNet that a run of so many classes is compared with."""
    from core.networks.architecture import Convolution, NetworkShape, architecture

    data = settings.data
    shape = NetworkShape(_network(), data.image_size, 1 if data.gray else 3, classes)
    drawn = architecture(shape)
    layers = [layer for layer in drawn.layers if isinstance(layer, Convolution)]
    return sum(layer.filters * (layer.size**2 * drawn.outputs[layer.source].channels + 1) for layer in layers)


def _network() -> NetworkSettings:
    return NetworkSettings(name="alexnet", width=WIDTH)


def _is_begun(folder: RunFolder, record: RunRecord) -> bool:
    """Whether what is in the checkpoints is of just these images and settings."""
    try:
        _read(folder, record)
    except (OSError, SqueezeError, msgspec.DecodeError):
        return False
    return True


def _read(folder: RunFolder, record: RunRecord) -> YardstickRecord:
    """What is written. Raises run-damaged where it is not of the run as it is now."""
    written = read_json(folder.yardstick, YardstickRecord)
    is_known = folder.yardstick.name in record.files and not folder.is_changed(record, folder.yardstick)
    if not is_known or written.format != FORMAT or written.fingerprint != _fingerprint(folder, record):
        raise RunError("run-damaged", path=folder.yardstick, stage="train")
    return written


def _write(folder: RunFolder, record: RunRecord, figures: StageFigures | None) -> RunRecord:
    """Write yardstick.json, and its hash and that of the network into the record."""
    content = YardstickRecord(fingerprint=_fingerprint(folder, record), figures=figures)
    folder.write_json(folder.yardstick, content)
    written = folder.with_files(record, (folder.yardstick, folder.alexnet))
    folder.write_record(written)
    return written


def _fingerprint(folder: RunFolder, record: RunRecord) -> str:
    """Of everything that AlexNet's figures depend on, wherever the images lie."""
    from core.runs.data import read_data_record

    settings = alexnet_settings(record.settings)
    elsewhere = msgspec.structs.replace(settings, data=msgspec.structs.replace(settings.data, source=""))
    parts = fingerprints(elsewhere)["train"], read_data_record(folder.data).fingerprint
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
