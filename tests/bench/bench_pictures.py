"""How fast pictures are listed, checked and decoded."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from core.datasets.opening import open_dataset
from core.datasets.store import load_split
from core.task import Task
from tests.bench import Row
from tests.builders.pictures import encoded, noise

_PICTURES = 3000
_SIDE = 100
_IMAGE_SIZE = 96


def run() -> list[Row]:
    """Rates for JPEG pictures of 100x100 pixels in two class folders.

    They are per second of processor time, all threads together: the rate that one core gives.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for label in ("cat", "dog"):
            (folder / label).mkdir()
        for number in range(_PICTURES):
            path = folder / ("cat", "dog")[number % 2] / f"{number}.jpg"
            path.write_bytes(encoded(noise(number, _SIDE, _SIDE), "JPEG"))
        started = time.process_time()
        dataset = open_dataset(folder, cache_folder=folder, seed=1, task=Task())
        checked = time.process_time()
        load_split(
            dataset.train,
            _IMAGE_SIZE,
            gray=False,
            memory_limit_bytes=1 << 30,
            cache_folder=folder,
            task=Task(),
        )
        loaded = time.process_time()
    unit = "pictures/s per core"
    return [
        Row("list and check 100x100 JPEG", _PICTURES / (checked - started), unit, at_least=2000),
        Row("decode 100x100 JPEG to 96x96", len(dataset.train) / (loaded - checked), unit),
    ]
