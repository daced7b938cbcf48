"""logs/: the curves of a run's stages and the weights of their files, as TensorBoard reads them.

Made on demand of events.jsonl, details/ and the models, for a run that is still at work too. Each stage is a
run of its own there. A log is a file of TensorFlow's records, each an `Event`
(tensorflow/core/util/event.proto).
"""

from __future__ import annotations

import errno
import math
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.compression.huffman.bitstream import Undecodable
from core.compression.layers import layer_codes, layers
from core.errors import ModelError
from core.events import AnyEvent, EpochDone, StageFinished, StageStarted, StepDone
from core.files import appearing_whole, make_folder, remove_file, staying
from core.report.reported import Reported
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.record import RunRecord
from core.runs.stage_details import read_details
from core.settings import STAGES, Stage
from core.task import Task
from core.tflite.model_file import parse

Curve = list[StageStarted | StepDone | EpochDone | StageFinished]
"""What is still true of one stage's events: its last start, then what it reported, over all sessions."""

_BINS = 64
_MEASURED = ("accuracy", "loss", "class_accuracy", "top5_accuracy")
_OF_FILE = (
    *("bytes", "gzip_bytes", "sparsity", "parameters", "macs"),
    *("entropy_bytes", "table_bytes", "arena_bytes"),
)


def write_logs(folder: RunFolder, task: Task) -> Reported:
    """Write a log for each stage that has begun into the run's folder, in the place of those before.

    Raises run-not-found, run-other-version, run-damaged; not-a-folder, not-replaceable, disk-full,
    write-permission; `Cancelled`.
    """
    record = folder.read_record()
    curves = _curves(read_events(folder.events)) if folder.events.exists() else {}
    now, written = time.time(), dict[Stage, Path]()
    before = {path for path in folder.own_files() if folder.logs in path.parent.parents}
    with staying(folder.path):
        for stage, curve in curves.items():
            task.check_cancelled()
            written[stage] = folder.log(stage, now)
            make_folder(written[stage].parent)
            weights = _weights(folder, record, stage, now)
            _write(written[stage], [*_beginning(curve), *_records(curve), *weights])
        for path in before - set(written.values()):
            remove_file(path)
    return Reported(
        run=str(folder.path),
        output=str(folder.logs),
        bytes=sum(path.stat().st_size for path in written.values()),
        stages=tuple(written),
    )


def _curves(events: Iterable[AnyEvent]) -> dict[Stage, Curve]:
    """The events of each stage that has begun, without those that a later session did not go on from."""
    kept: dict[str, Curve] = {}
    for event in events:
        match event:
            case StageStarted():
                before = kept.get(event.stage, [])
                kept[event.stage] = [event, *(one for one in before if _is_before(one, event.resumed_epoch))]
            case StepDone() | EpochDone() | StageFinished() if event.stage in kept:
                kept[event.stage].append(event)
    return {stage: kept[stage] for stage in STAGES if stage in kept}


def _is_before(event: AnyEvent, resumed_epoch: int) -> bool:
    return isinstance(event, StepDone | EpochDone) and event.epoch <= resumed_epoch


def _write(path: Path, events: Iterable[Any]) -> None:
    from core.backend import tf

    with appearing_whole(path) as temporary:
        try:
            with tf.io.TFRecordWriter(str(temporary)) as writer:
                for event in events:
                    writer.write(event.SerializeToString())
        except (tf.errors.ResourceExhaustedError, tf.errors.OutOfRangeError) as error:
            # TensorFlow's words for a full disk, and for a file that is larger than it may be.
            raise OSError(errno.ENOSPC, str(error)) from error


def _beginning(curve: Curve) -> Iterator[Any]:
    """The events that a log begins with.

    They say that what TensorBoard has of an earlier file in the same folder no longer holds.
    """
    from core.backend import tf

    started = curve[0].time
    yield tf.compat.v1.Event(wall_time=started, file_version="brain.Event:2")
    yield tf.compat.v1.Event(
        wall_time=started, session_log=tf.compat.v1.SessionLog(status=tf.compat.v1.SessionLog.START)
    )


def _records(curve: Curve) -> Iterator[Any]:
    epoch = 0
    for event in curve:
        match event:
            case StageStarted():
                epoch = event.resumed_epoch
            case StepDone():
                yield _scalars(event.time, (event.epoch - 1) * event.steps + event.step, _of_step(event))
            case EpochDone():
                epoch = event.epoch
                yield _scalars(event.time, epoch, _of_epoch(event))
            case StageFinished():
                yield _scalars(event.time, epoch, _of_stage(event.figures))


def _weights(folder: RunFolder, record: RunRecord, stage: Stage, now: float) -> Iterator[Any]:
    """The weights of a finished stage's file by layer, as histograms."""
    from core.backend import tf

    if not record.is_done(stage):
        return
    summary = tf.compat.v1.Summary()
    for name, values in _weights_by_layer(folder, record, stage).items():
        summary.value.add(tag=f"weights/{name}", histo=histogram(values))
    yield tf.compat.v1.Event(wall_time=now, summary=summary)


def _weights_by_layer(
    folder: RunFolder, record: RunRecord, stage: Stage
) -> Mapping[str, NDArray[np.generic]]:
    """Numbers of a .keras, codes of a .tflite; layers are called as in the network, where that is known."""
    content, path = folder.finished_file(record, stage), folder.file(stage)
    if path.suffix == ".tflite":
        return _codes_by_layer(content, str(path), read_details(folder, stage, Details))
    from core.networks.keras_file import load_network
    from core.networks.measure import convolutions

    return {name: layer.kernel.numpy() for name, layer in convolutions(load_network(path)).items()}


def _codes_by_layer(model: bytes, name: str, details: Details | None) -> dict[str, NDArray[np.int8]]:
    parsed = parse(model, name)
    try:
        codes = {layer.name: layer_codes(parsed, layer) for layer in layers(parsed)}
    except Undecodable as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error
    prepared = details.layers if details else ()
    names = {str(layer["name"]): str(layer.get("layer") or layer["name"]) for layer in prepared}
    return {names.get(layer, layer): values for layer, values in codes.items()}


def histogram(values: NDArray[np.generic]) -> Any:
    """The histogram of an array as TensorFlow's message: a bin for each whole number, or 64 for floats."""
    from core.backend import tf

    flat = values.ravel()
    flat = flat[np.isfinite(flat)]
    if not flat.size:
        return tf.compat.v1.HistogramProto()
    least, most = float(flat.min()), float(flat.max())
    bins = np.arange(least, most + 2) - 0.5 if np.issubdtype(flat.dtype, np.integer) else _BINS
    counts, edges = np.histogram(flat, bins)
    return tf.compat.v1.HistogramProto(
        min=least,
        max=most,
        num=flat.size,
        sum=float(flat.sum(dtype=np.float64)),
        # Without a copy of what may be a quarter of a gigabyte.
        sum_squares=float(np.einsum("i,i->", flat, flat, dtype=np.float64, casting="unsafe")),
        bucket_limit=edges[1:],
        bucket=counts,
    )


def _scalars(wall_time: float, step: int, values: Mapping[str, float]) -> Any:
    """Figures of one step by their tags. `wall_time` is seconds since 1970."""
    from core.backend import tf

    summary = tf.compat.v1.Summary()
    for tag, value in values.items():
        summary.value.add(tag=tag, simple_value=value)
    return tf.compat.v1.Event(wall_time=wall_time, step=step, summary=summary)


def _of_step(event: StepDone) -> dict[str, float]:
    return {
        "step/loss": event.loss,
        "step/accuracy": event.accuracy,
        "step/learning_rate": event.learning_rate,
    }


def _of_epoch(event: EpochDone) -> dict[str, float]:
    return {
        "epoch/loss": event.loss,
        "epoch/accuracy": event.accuracy,
        "epoch/validation_loss": event.validation_loss,
        "epoch/validation_accuracy": event.validation_accuracy,
        "epoch/learning_rate": event.learning_rate,
        "epoch/sparsity": event.sparsity,
    }


def _of_stage(figures: Mapping[str, object]) -> dict[str, float]:
    tagged = {f"test/{name}": figures.get(name) for name in _MEASURED}
    tagged |= {f"file/{name}": figures.get(name) for name in _OF_FILE}
    interval = figures.get("accuracy_interval")
    if isinstance(interval, list | tuple):
        tagged |= {"test/accuracy_low": interval[0], "test/accuracy_high": interval[1]}
    return {
        tag: float(value)
        for tag, value in tagged.items()
        if isinstance(value, int | float) and math.isfinite(value)
    }
