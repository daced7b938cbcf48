"""What memory a run takes whose pictures are many times what it may keep of them."""

from __future__ import annotations

import resource
import tempfile
from pathlib import Path

from core.events import Failed
from core.requests import RunRequest
from core.settings import DataSettings, NetworkSettings, RunSettings, TrainSettings
from core.worker_client import WorkerProcess
from tests.bench import Row
from tests.builders.pictures import encoded, noise

_SIDE = 112
_PICTURES = 6000
_LIMIT_MB = 16
_ENOUGH_MB = 4096


def run() -> list[Row]:
    """An epoch of training and its test, with the pictures on disk and then with all of them in memory."""
    with tempfile.TemporaryDirectory() as name:
        pictures = _written(Path(name) / "pictures")
        from_disk = _most_memory(pictures, Path(name) / "disk", _LIMIT_MB)
        in_memory = _most_memory(pictures, Path(name) / "memory", _ENOUGH_MB)
    decoded = _PICTURES * _SIDE * _SIDE * 3
    return [
        Row("decoded pictures", decoded / (_LIMIT_MB << 20), "x", against="the memory limit"),
        Row("most memory of training on them from disk", from_disk / 1e6, "MB"),
        Row("what their being in memory adds", (in_memory - from_disk) / decoded, "x", "them", at_least=0.7),
    ]


def _written(folder: Path) -> Path:
    for label in ("cat", "dog"):
        (folder / label).mkdir(parents=True, exist_ok=True)
    for number in range(_PICTURES):
        path = folder / ("cat", "dog")[number % 2] / f"{number}.jpg"
        path.write_bytes(encoded(noise(number, _SIDE, _SIDE), "JPEG"))
    return folder


def _most_memory(pictures: Path, run_folder: Path, limit_mb: int) -> int:
    """The most bytes that a worker has had so far: this one, or an earlier one that had more."""
    settings = RunSettings(
        data=DataSettings(source=str(pictures), image_size=_SIDE, memory_limit_mb=limit_mb),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=1, batch_size=16),
    )
    with WorkerProcess(RunRequest(folder=str(run_folder), settings=settings, until="train")) as worker:
        for event in worker.events():
            assert not isinstance(event, Failed), event
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
