"""What the preset "quick" comes to with few images: 20 to 200 per class to learn from, 1,500 for the test.

Each seed draws images of its own. A run sees them as a data set with `train` and `test` folders; near copies
of test images are left out as in any other run.
"""

from __future__ import annotations

import shutil
import statistics
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import msgspec
import numpy as np

from core import wording
from core.commands.console import Console
from core.datasets.opening import open_images
from core.paths import cache_folder
from core.runs.summary import Summary
from core.settings import RunSettings, changed
from core.task import Task
from tools.trials.runs import Trial, figures_of, table

COUNTS = (20, 50, 100, 200)
TEST_IMAGES = 1500
_HEAD = ("Images per class", "Start", "Float", "huffman.tflite", "Spread", "Points lost", "Bytes", "Time")


@dataclass(frozen=True)
class Row:
    """Runs of as many images from the same start, one for each seed."""

    count: int
    start: str
    runs: tuple[Summary, ...]

    def cells(self) -> tuple[str, ...]:
        trained = [figures_of(run, "train").accuracy for run in self.runs]
        coded = [figures_of(run, "huffman").accuracy for run in self.runs]
        spread = statistics.stdev(coded) if len(coded) > 1 else 0.0
        return (
            str(self.count),
            PurePosixPath(self.start).name,
            wording.percent(statistics.mean(trained)),
            wording.percent(statistics.mean(coded)),
            f"{100 * spread:.1f}",
            f"{100 * (statistics.mean(trained) - statistics.mean(coded)):.1f}",
            f"{statistics.mean(figures_of(run, 'huffman').bytes for run in self.runs):,.0f}",
            wording.duration(
                statistics.mean(sum(stage.seconds for stage in run.stages) for run in self.runs)
            ),
        )


def measure(trial: Trial, counts: list[int], starts: list[str], seeds: int, console: Console) -> str:
    """The table. Raises `TaskEnded`."""
    rows = [_row(trial, count, start, seeds, console) for count in counts for start in starts]
    return table(_HEAD, [row.cells() for row in rows])


def _row(trial: Trial, count: int, start: str, seeds: int, console: Console) -> Row:
    runs = []
    for seed in range(1, seeds + 1):
        own = replace(trial, seed=seed, data=few_images(trial.data, trial.out, count, seed))
        name = f"few-{count}-{PurePosixPath(start).stem}"
        runs.append(own.finished(name, _settings(own, start), console, preset="quick"))
    return Row(count, start, tuple(runs))


def _settings(trial: Trial, start: str) -> RunSettings:
    settings = trial.settings("quick")
    return msgspec.structs.replace(settings, train=changed(settings.train, start_weights=start))


def few_images(source: Path, out: Path, count: int, seed: int) -> Path:
    """A folder that `seed` fills: `train` with `count` images per class, `test` with 1,500 others."""
    folder = out / "images" / f"{count}-{seed}"
    if folder.is_dir():
        return folder
    classes, split = open_images(source, cache_folder=cache_folder(), task=Task(lambda event: None))
    order = np.random.default_rng(seed).permutation(len(split.names))
    taken: dict[int, int] = defaultdict(int)
    others = 0
    made = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(made, ignore_errors=True)
    for place in order.tolist():
        label = int(split.labels[place])
        if taken[label] < count:
            part = "train"
            taken[label] += 1
        elif others < TEST_IMAGES:
            part = "test"
            others += 1
        else:
            continue
        target = made / part / classes[label]
        target.mkdir(parents=True, exist_ok=True)
        image = split.images[place]
        shutil.copyfile(image, target / f"{place}{Path(image).suffix}")
    made.rename(folder)
    return folder
