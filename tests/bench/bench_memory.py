"""What memory a run takes whose images are many times what it may keep of them, and one of large images."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from core.events import Succeeded
from core.processes.client import WorkerProcess
from core.requests import RunRequest
from core.settings import (
    STAGES,
    DataSettings,
    NetworkSettings,
    PruneSettings,
    QuantizeSettings,
    RunSettings,
    Stage,
    TrainSettings,
)
from tests.bench import Row
from tests.builders.images import encoded, noise

_SIDE = 112
_IMAGES = 6000
_LIMIT_MB = 16
_ENOUGH_MB = 4096
_LARGE_SIDE = 224
_LARGE_IMAGES = 760
"""As many that quantization has the 512 images to learn from that it measures ranges on."""
_LARGE_MB = 3000.0


def run() -> list[Row]:
    """The most that each worker has, which is a process of its own as in every run."""
    return [*_more_than_memory(), *_large_images()]


def _more_than_memory() -> list[Row]:
    """An epoch of training and its test, with the images on disk and then with all of them in memory."""
    with tempfile.TemporaryDirectory() as name:
        images = _written(Path(name) / "images", _IMAGES, _SIDE)
        from_disk, in_memory = (
            _most_memory(_small_run(images, limit), Path(name) / str(limit), "train")
            for limit in (_LIMIT_MB, _ENOUGH_MB)
        )
    decoded = _IMAGES * _SIDE * _SIDE * 3
    return [
        Row("decoded images", decoded / (_LIMIT_MB << 20), "x", against="the memory limit"),
        Row("most memory of training on them from disk", from_disk / 1e6, "MB"),
        Row("what their being in memory adds", (in_memory - from_disk) / decoded, "x", "them", at_least=0.7),
    ]


def _large_images() -> list[Row]:
    """Each stage of a run of the largest images, with the presets' network and batch size."""
    with tempfile.TemporaryDirectory() as name:
        images = _written(Path(name) / "images", _LARGE_IMAGES, _LARGE_SIDE)
        settings = RunSettings(
            data=DataSettings(source=str(images), image_size=_LARGE_SIDE),
            train=TrainSettings(epochs=1),
            prune=PruneSettings(filters=0.2, sparsity=0.7, epochs=1, distillation=0.7),
            quantize=QuantizeSettings(weight_bits=3, epochs=1, distillation=0.7),
        )
        return [
            Row(
                f"most memory of '{stage}' at {_LARGE_SIDE}x{_LARGE_SIDE}",
                _most_memory(settings, Path(name) / "run", stage) / 1e6,
                "MB",
                at_most=_LARGE_MB,
            )
            for stage in STAGES
        ]


def _written(folder: Path, count: int, side: int) -> Path:
    for label in ("cat", "dog"):
        (folder / label).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / ("cat", "dog")[number % 2] / f"{number}.jpg"
        path.write_bytes(encoded(noise(number, side, side), "JPEG"))
    return folder


def _small_run(images: Path, limit_mb: int) -> RunSettings:
    return RunSettings(
        data=DataSettings(source=str(images), image_size=_SIDE, memory_limit_mb=limit_mb),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=1, batch_size=16),
    )


def _most_memory(settings: RunSettings, run_folder: Path, until: Stage) -> int:
    """The most bytes that the worker of a run has up to the end of a stage, from where the run was left."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as one:
        return one.submit(_most_of_children, settings, run_folder, until).result()


def _most_of_children(settings: RunSettings, run_folder: Path, until: Stage) -> int:
    """The same, for a process that has had no other child."""
    with WorkerProcess(RunRequest(folder=str(run_folder), settings=settings, until=until)) as worker:
        for _ in worker.events():
            pass
        assert isinstance(worker.outcome, Succeeded), worker.outcome
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
