"""How fast images are listed, checked and decoded, and how fast a large data set is shown."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from core.datasets.catalog import Contents, Entry, Group, open_catalog, write_catalog
from core.datasets.opening import open_dataset
from core.datasets.store import load_split
from core.task import Task
from tests.bench import Row
from tests.builders.images import encoded, noise

_IMAGES = 3000
_SIDE = 100
_IMAGE_SIZE = 96
_LONG_AGO = time.time() - 3600
_LISTED = 100_000
_CLASSES = 100


def run() -> list[Row]:
    """Rates for JPEG images of 100x100 pixels in two class folders, and times for a large catalog.

    They are per second of processor time, all threads together: the rate that one core gives.
    """
    return [*_looking(), *_showing()]


def _looking() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "images", Path(name) / "cache"
        _write_images(folder)
        started = time.process_time()
        dataset = open_dataset(folder, cache_folder=cache, seed=1, task=Task())
        checked = time.process_time()
        open_dataset(folder, cache_folder=cache, seed=1, task=Task())
        again = time.process_time()
        load_split(
            dataset.train,
            _IMAGE_SIZE,
            gray=False,
            memory_limit_bytes=1 << 30,
            cache_folder=cache,
            task=Task(),
        )
        loaded = time.process_time()
    unit = "images/s per core"
    return [
        Row("list and check 100x100 JPEG", _IMAGES / (checked - started), unit, at_least=2000),
        Row("look at them again", _IMAGES / (again - checked), unit, at_least=20_000),
        Row("decode 100x100 JPEG to 96x96", len(dataset.train) / (loaded - again), unit),
    ]


def _write_images(folder: Path) -> None:
    for label in ("cat", "dog"):
        (folder / label).mkdir(parents=True)
    for number in range(_IMAGES):
        path = folder / ("cat", "dog")[number % 2] / f"{number}.jpg"
        path.write_bytes(encoded(noise(number, _SIDE, _SIDE), "JPEG"))
        # What was changed a moment ago is not remembered.
        os.utime(path, (_LONG_AGO, _LONG_AGO))


def _showing() -> list[Row]:
    groups = [
        (
            Group(name=str(label)),
            [Entry(f"{label}/{number:05}.jpg", str(label), 96, 96) for number in range(size)],
        )
        for label, size in enumerate([_LISTED // _CLASSES] * _CLASSES)
    ]
    with tempfile.TemporaryDirectory() as name:
        path = write_catalog(Contents(Path(name), groups), Path(name))
        started = time.process_time()
        with open_catalog(path) as catalog:
            opened = time.process_time()
            page = catalog.entries("50", 500, 600)
            shown = time.process_time()
        assert len(page) == 100
    return [
        Row("open a catalog of 100,000 images", (opened - started) * 1000, "ms", at_most=20.0),
        Row("100 entries out of its middle", (shown - opened) * 1000, "ms", at_most=20.0),
    ]
