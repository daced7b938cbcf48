"""How soon thirty photos of each of three things are a coded model, from the command line's first moment."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from core.processes.roles import own_environment
from core.sample_scenes import SCENE_CLASSES, draw_numbered
from tests.bench import Row

_CLASSES, _EACH = 3, 30
_PHOTO_SIDE, _SIDE = 320, 96
_FIRST_ACCURACY = "first validation accuracy"


def run() -> list[Row]:
    """Nothing of the photos is known yet; the promises are for two cores that do nothing else."""
    with tempfile.TemporaryDirectory() as name:
        photos, place = Path(name) / "photos", Path(name)
        _draw(photos)
        began, used = time.monotonic(), _processor_seconds()
        told = _told(photos, place)
        whole, used = time.monotonic() - began, _processor_seconds() - used
        assert (place / "run" / "huffman.tflite").is_file()
    return [
        Row("first line of squeeze run", told[""] - began, "s"),
        Row("first accuracy of 3 x 30 photos", told[_FIRST_ACCURACY] - began, "s", at_most=10.0),
        Row("3 x 30 photos to huffman.tflite", whole, "s", at_most=25.0),
        Row("the same, processor time of all processes", used, "s"),
    ]


def _draw(folder: Path) -> None:
    for scene in SCENE_CLASSES[:_CLASSES]:
        (folder / scene).mkdir(parents=True)
        for number in range(_EACH):
            image = Image.fromarray(draw_numbered(scene, number, _PHOTO_SIDE, 1))
            image.save(folder / scene / f"{number}.jpg", quality=90)


def _told(photos: Path, place: Path) -> dict[str, float]:
    """When the command said something first, and when a line had the first accuracy."""
    words = ("run", "--data", str(photos), "--out", str(place / "run"), "--image-size", str(_SIDE))
    command = [sys.executable, "-P", "-m", "core.cli", *words, "--preset", "quick"]
    environment = {**own_environment(), "XDG_CACHE_HOME": str(place / "cache")}
    told: dict[str, float] = {}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            for words_in_it in ("", _FIRST_ACCURACY):
                if words_in_it in line:
                    told.setdefault(words_in_it, time.monotonic())
    if process.returncode:
        raise RuntimeError(f"squeeze run ended with code {process.returncode}")
    return told


def _processor_seconds() -> float:
    times = os.times()
    return times.children_user + times.children_system
