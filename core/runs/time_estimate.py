"""How long a run will take on this computer, from what it will compute and from how fast earlier runs were.

The work that a network does for one image is its multiply-accumulates, and what comes with every image
and every pixel of it, however narrow the network, counted as multiply-accumulates too. A stage's time is its
training, its measuring on the test images, and what it does once:

    seconds = training rate * images trained on * work + measuring rate * test images * work + once

The rates and `once` begin with figures of a common computer with two cores and become those of this one as
stages end. Nothing here needs TensorFlow.
"""

from __future__ import annotations

import contextlib
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from core.boards.resource_estimate import network_shape
from core.compression.pruning_plan import trial_epochs
from core.errors import SqueezeError
from core.files import make_folder, write_whole
from core.paths import cache_folder
from core.reading import read_json
from core.runs.dataset_report import DataReport
from core.settings import STAGES, DataSettings, RunSettings, Stage
from core.tflite.memory_graph import multiply_accumulates, network_graph

FORMAT = 1
TimedStage = Literal["data", "train", "prune", "quantize", "huffman"]

_MACS_PER_IMAGE = 6e6
_MACS_PER_PIXEL = 2200
_FORWARD_FRACTION = 1 / 3
"""Of a training step's time: what only looking at an image takes."""
_SECONDS_PER_IMAGE = 1e-3
_NEWEST_WEIGHT = 0.5
_LEAST_SECONDS = 1.0
_SEARCH_TRIALS = 5
"""What a search for how far to prune most often takes."""


class Speed(msgspec.Struct, frozen=True):
    """How fast a stage is: seconds a unit of work in training and in measuring, and seconds spent once."""

    training: float
    measuring: float
    once: float
    measured: bool = False


class ImageCounts(msgspec.Struct, frozen=True):
    """How many images of how many classes a run has in its splits."""

    classes: int
    train: int
    validation: int
    test: int


class _Speeds(msgspec.Struct, frozen=True):
    format: int
    stages: dict[Stage, Speed]


DEFAULTS: Mapping[Stage, Speed] = {
    "train": Speed(training=8e-11, measuring=2.5e-11, once=12.0),
    "prune": Speed(training=8e-11, measuring=2.5e-11, once=10.0),
    "quantize": Speed(training=1.1e-10, measuring=1.5e-10, once=30.0),
    "huffman": Speed(training=0.0, measuring=1.2e-9, once=8.0),
}


def expected_seconds(
    settings: RunSettings, counts: ImageCounts, speeds: Mapping[Stage, Speed] | None = None
) -> dict[TimedStage, float]:
    """For each stage, loading the data first, how many seconds it will take. `speeds` are this computer's."""
    speeds = this_computers_speeds() if speeds is None else speeds
    images = counts.train + counts.validation + counts.test
    expected: dict[TimedStage, float] = {"data": images * _SECONDS_PER_IMAGE}
    for stage in STAGES:
        load, speed = _load(settings, counts, stage), speeds[stage]
        expected[stage] = speed.training * load.training + speed.measuring * load.measuring + speed.once
    return expected


def counts_of(report: DataReport, settings: DataSettings) -> ImageCounts:
    """The splits that the images of a report will be divided into."""
    used = [group for group in report.classes if group.role == "used"]
    brought = {
        part: sum(group.parts.get(part, 0) for group in used) for part in ("train", "validation", "test")
    }
    total = brought["train"]
    drawn = {
        part: 0 if brought[part] else round(total * share)
        for part, share in (("validation", settings.validation_share), ("test", settings.test_share))
    }
    return ImageCounts(
        classes=len(used),
        train=total - sum(drawn.values()),
        validation=brought["validation"] + drawn["validation"],
        test=brought["test"] + drawn["test"],
    )


def this_computers_speeds() -> dict[Stage, Speed]:
    """What earlier runs measured, and the defaults for stages that none has come to."""
    try:
        known = read_json(_file(), _Speeds)
    except (OSError, msgspec.DecodeError):
        return dict(DEFAULTS)
    return {**DEFAULTS, **known.stages} if known.format == FORMAT else dict(DEFAULTS)


def learn_speed(
    settings: RunSettings,
    counts: ImageCounts,
    stage: Stage,
    seconds: float,
    epoch_seconds: Sequence[float] = (),
) -> None:
    """Remember how long a stage took, and each of its epochs, for the runs to come.

    Where it cannot be written down it is not. A search for a sparsity teaches nothing: its length is chance.
    """
    if stage == "prune" and settings.prune.target_drop is not None:
        return
    speeds = this_computers_speeds()
    speed = measured_speed(speeds[stage], _load(settings, counts, stage), seconds, epoch_seconds)
    content = msgspec.json.encode(_Speeds(FORMAT, speeds | {stage: speed}))
    with contextlib.suppress(SqueezeError, OSError):
        make_folder(_file().parent)
        write_whole(_file(), content)


@dataclass(frozen=True)
class Load:
    """What a stage has to do: units of work in training, all epochs together, and in measuring."""

    training: float
    measuring: float
    epochs: int


def measured_speed(before: Speed, load: Load, seconds: float, epoch_seconds: Sequence[float]) -> Speed:
    """The speed of a stage after it took `seconds`, of which `epoch_seconds` for its epochs.

    The first epoch has preparations in it and does not count; nor do all of them where they are over too soon
    to tell. What was not training is put down to measuring or to what is done once, whichever was expected to
    take longer.
    """
    training = before.training
    if sum(epoch_seconds[1:]) > _LEAST_SECONDS and load.training:
        training = statistics.median(epoch_seconds[1:]) * load.epochs / load.training
    rest = max(seconds - training * load.training, 0.1)
    measuring, once = before.measuring, before.once
    if measuring * load.measuring > once:
        measuring = max(rest - once, rest / 2) / load.measuring
    else:
        once = max(rest - measuring * load.measuring, rest / 2)
    speed = Speed(training, measuring, once, measured=True)
    return _between(before, speed) if before.measured else speed


def _between(old: Speed, new: Speed) -> Speed:
    """Between the two: what a computer did last says more than what it did once."""

    def middle(before: float, now: float) -> float:
        if not before or not now:
            return now
        return math.exp((1 - _NEWEST_WEIGHT) * math.log(before) + _NEWEST_WEIGHT * math.log(now))

    return Speed(
        middle(old.training, new.training),
        middle(old.measuring, new.measuring),
        middle(old.once, new.once),
        measured=True,
    )


def _load(settings: RunSettings, counts: ImageCounts, stage: Stage) -> Load:
    work = _work(settings, counts.classes)
    epochs = _epochs(settings, counts, stage)
    images = counts.train + counts.validation * _FORWARD_FRACTION
    teaching = 1 + (_FORWARD_FRACTION if _is_taught(settings, stage) else 0)
    passes = _passes(settings, counts) if stage == "train" else epochs
    return Load(passes * images * teaching * work, counts.test * work, epochs)


def _work(settings: RunSettings, classes: int) -> float:
    """What an image takes, in multiply-accumulates."""
    graph = network_graph(network_shape(settings, classes), coded=False)
    pixels = settings.data.image_size**2
    return multiply_accumulates(graph) + _MACS_PER_PIXEL * pixels + _MACS_PER_IMAGE


def _passes(settings: RunSettings, counts: ImageCounts) -> float:
    """How often the Train stage goes through the images."""
    train = settings.train
    return train.epochs if train.steps is None else train.steps * train.batch_size / max(1, counts.train)


def _epochs(settings: RunSettings, counts: ImageCounts, stage: Stage) -> int:
    match stage:
        case "train":
            train = settings.train
            per_pass = max(1, counts.train // train.batch_size)
            total = train.steps or train.epochs * per_pass
            return math.ceil(total / (train.validation_steps or per_pass))
        case "prune" if settings.prune.method == "post-training":
            return 0
        case "prune" if settings.prune.target_drop is not None:
            steps = max(1, counts.train // settings.train.batch_size)
            return settings.prune.epochs + _SEARCH_TRIALS * trial_epochs(settings.prune.epochs, steps)
        case "prune":
            return settings.prune.epochs
        case "quantize" if settings.quantize.method == "training-aware":
            return settings.quantize.epochs
        case _:
            return 0


def _is_taught(settings: RunSettings, stage: Stage) -> bool:
    """Whether a second network is asked about every image that is trained on."""
    return bool(
        (stage == "prune" and settings.prune.distillation)
        or (stage == "quantize" and settings.quantize.distillation)
    )


def _file() -> Path:
    return cache_folder() / "speeds.json"
