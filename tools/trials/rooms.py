"""What the preset "quick" comes to in a room that it has not seen: sample scenes in five kinds of light.

In each kind of light 60 scenes per class are the test, and the run learns from 32 per class in the four
others. The measure is a linear classifier on the frozen features of the same start, fitted to all images that
the run has beside its test.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path, PurePosixPath

import msgspec
import numpy as np
from PIL import Image

from core import wording
from core.backend import make_deterministic
from core.commands.console import Console
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.paths import cache_folder
from core.runs.data import dataset_of, load
from core.runs.summary import Summary
from core.sample_scenes import SCENE_CLASSES, draw_scene, scene_conditions
from core.sample_scenes.conditions import Conditions
from core.settings import RunSettings, changed
from core.task import Task
from core.training.feed import LabeledImages, TrainingData
from core.training.fit import predictions
from core.training.start import fit_last_layer, start
from tools.trials.runs import Trial, figures_of, table

_SIDE = 128
_LEARN, _TEST = 8, 60
_SEED = 77
_HEAD = ("Light of the test", "Start", "Classifier", "Float", "huffman.tflite", "Behind", "Bytes", "Time")

_LIGHTS: dict[str, Callable[[Conditions], bool]] = {
    "dark": lambda seen: seen.lamps_lit,
    "sunset": lambda seen: seen.hour == "sunset",
    "snow": lambda seen: seen.snowy,
    "gray": lambda seen: seen.weather in ("overcast", "fog", "rain", "snowfall"),
    "sun": lambda seen: True,
}
"""A scene belongs to the first whose test holds."""


@dataclass(frozen=True)
class Row:
    """A run whose test images are in one kind of light, and the classifier's accuracy for the same images."""

    light: str
    start: str
    classifier: float
    run: Summary

    @property
    def behind(self) -> float:
        """By how much the coded model is less accurate than the classifier."""
        return self.classifier - figures_of(self.run, "huffman").accuracy

    def cells(self) -> tuple[str, ...]:
        return (
            self.light,
            PurePosixPath(self.start).name,
            wording.percent(self.classifier),
            wording.percent(figures_of(self.run, "train").accuracy),
            wording.percent(figures_of(self.run, "huffman").accuracy),
            f"{100 * self.behind:.1f}",
            f"{figures_of(self.run, 'huffman').bytes:,}",
            wording.duration(sum(stage.seconds for stage in self.run.stages)),
        )


def measure(trial: Trial, starts: list[str], console: Console) -> str:
    """The table, and the means over all kinds of light for each start. Raises `TaskEnded`."""
    rows = [_row(trial, light, start_name, console) for start_name in starts for light in _LIGHTS]
    means = [_means(start_name, [row for row in rows if row.start == start_name]) for start_name in starts]
    return table(_HEAD, [*(row.cells() for row in rows), *means])


def _means(start_name: str, rows: list[Row]) -> tuple[str, ...]:
    def mean(value: Callable[[Row], float]) -> float:
        return statistics.mean(map(value, rows))

    return (
        "mean",
        PurePosixPath(start_name).name,
        wording.percent(mean(lambda row: row.classifier)),
        wording.percent(mean(lambda row: figures_of(row.run, "train").accuracy)),
        wording.percent(mean(lambda row: figures_of(row.run, "huffman").accuracy)),
        f"{100 * mean(lambda row: row.behind):.1f}",
        f"{mean(lambda row: figures_of(row.run, 'huffman').bytes):,.0f}",
        wording.duration(mean(lambda row: sum(stage.seconds for stage in row.run.stages))),
    )


def _row(trial: Trial, light: str, start_name: str, console: Console) -> Row:
    own = replace(trial, data=room(trial.out, light))
    settings = own.settings("quick")
    settings = msgspec.structs.replace(settings, train=changed(settings.train, start_weights=start_name))
    name = f"rooms-{light}-{PurePosixPath(start_name).stem}"
    summary = own.finished(name, settings, console, preset="quick")
    return Row(light, start_name, classifier_accuracy(settings), summary)


def classifier_accuracy(settings: RunSettings) -> float:
    """The accuracy on the test images of a linear classifier on what the start makes of all the others."""
    task = Task(lambda event: None)
    make_deterministic(settings.seed)
    dataset = dataset_of(settings.data, settings.seed, task)
    loaded = load(dataset, settings.data, cache_folder(), task)
    own = (loaded.train, loaded.validation)
    images = LabeledImages(
        np.concatenate([np.asarray(split.images) for split in own]),
        np.concatenate([split.labels for split in own]),
    )
    data = TrainingData(images, images, len(dataset.classes))
    drawn = architecture(NetworkShape(settings.network, data.image_size, data.channels, data.classes))
    network = built(drawn, batch_norm=True)
    start(settings, drawn, network, data)
    fit_last_layer(network, drawn, images, data.classes, settings.seed)
    answers = predictions(network, np.asarray(loaded.test.images)).argmax(axis=1)
    return float(np.mean(answers == loaded.test.labels))


def room(out: Path, light: str) -> Path:
    """A folder of scenes: `test` with those in this light, `train` with some in each of the others."""
    folder = out / "images" / f"room-{light}"
    if folder.is_dir():
        return folder
    made = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(made, ignore_errors=True)
    for scene in SCENE_CLASSES:
        for other in _LIGHTS:
            part, images = ("test", _TEST) if other == light else ("train", _LEARN)
            target = made / part / scene
            target.mkdir(parents=True, exist_ok=True)
            for number in islice(_numbers(scene, other), images):
                Image.fromarray(draw_scene(scene, number, _SIDE)).save(target / f"{other}-{number}.png")
    made.rename(folder)
    return folder


def _numbers(scene: str, light: str) -> filter[int]:
    def fits(number: int) -> bool:
        seen = scene_conditions(scene, number)
        return next(name for name, test in _LIGHTS.items() if test(seen)) == light

    return filter(fits, count(_SEED << 32))
