"""A run folder as a finished run leaves it, with a small SqueezeNet that was never trained."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.compression.coding import compress_model
from core.datasets.opening import open_dataset
from core.datasets.store import LoadedSplit
from core.files import make_folder
from core.runs.data import DataRecord, record_of
from core.runs.folder import STAGE_FILES, RunFolder, sha256
from core.runs.record import StageRecord, fingerprints, new_record
from core.runs.samples import sample_numbers, write_samples
from core.runs.summary import (
    DatasetFigures,
    NetworkFigures,
    References,
    StageFigures,
    Summary,
    Threshold,
    UnrelatedFigures,
)
from core.settings import STAGES, DataSettings, HuffmanSettings, NetworkSettings, RunSettings, Stage
from core.task import Task
from tests.builders.squeezenets import squeezenet_model
from tests.builders.tflite_models import color_model

SIDE = 32
WIDTH = 0.125
CLASSES = ("cat", "dog", "Eichhörnchen")
SETTINGS = RunSettings(
    data=DataSettings(image_size=SIDE, scenes_per_class=10), network=NetworkSettings(width=WIDTH)
)


@functools.cache
def model_files() -> dict[Stage, bytes]:
    """The content of each stage's file; of those of Keras only that they are there matters."""
    plain = squeezenet_model(SIDE, width=WIDTH, classes=len(CLASSES))
    coded = compress_model(plain, Task(), HuffmanSettings()).model
    return {"train": b"floats", "prune": b"pruned", "quantize": plain, "huffman": coded}


@functools.cache
def color_files() -> dict[Stage, bytes]:
    """The same with a model that knows red, green and blue, by the names of `CLASSES`."""
    plain = color_model(SIDE)
    return model_files() | {
        "quantize": plain,
        "huffman": compress_model(plain, Task(), HuffmanSettings()).model,
    }


def colored(*rgb: int) -> NDArray[np.uint8]:
    """An image (32, 32, 3) of one color."""
    return np.full((SIDE, SIDE, 3), rgb, np.uint8)


def images(count: int) -> NDArray[np.uint8]:
    """Different images (count, 32, 32, 3)."""
    return np.random.default_rng(3).integers(0, 256, (count, SIDE, SIDE, 3), np.uint8)


def finished_run(
    path: Path,
    board: str | None = None,
    files: Mapping[Stage, bytes] | None = None,
    sure_score: int | None = None,
) -> RunFolder:
    """A finished run in a new folder, meant for `board`; its int8 files may have a threshold."""
    files = files or model_files()
    make_folder(path)
    folder = RunFolder(path)
    record = new_record(SETTINGS, board)
    for stage in STAGES:
        folder.file(stage).write_bytes(files[stage])
        done = StageRecord(
            state="done",
            fingerprint=fingerprints(SETTINGS)[stage],
            seconds=1.0,
            sha256=sha256(folder.file(stage)),
        )
        record = record.with_stage(stage, done)
    folder.write_record(record)
    folder.write_json(folder.summary, _summary(files, sure_score))
    folder.labels.write_text("".join(f"{name}\n" for name in CLASSES), encoding="utf-8")
    data = DataRecord(name="pets", classes=CLASSES, fingerprint="0", splits={"test": ()})
    folder.write_json(folder.data, data)
    labels = np.arange(20) % len(CLASSES)
    write_samples(folder.samples, LoadedSplit(images(20), labels, tuple(map(str, labels))))
    return folder


def add_photos(folder: RunFolder, photos: Path) -> tuple[Path, ...]:
    """Write the photos, 48 x 32, out of which a `finished_run`'s kept test images are cut; in their order."""
    source, kept = photos / "test", images(20)
    make_folder(source)
    for number, image in enumerate(kept):
        wide = np.pad(image, ((0, 0), (SIDE // 4, SIDE // 4), (0, 0)))
        Image.fromarray(wide).save(source / f"{number:02}.png")
    names = tuple(f"test/{number:02}.png" for number in range(len(kept)))
    data = DataSettings(source=str(photos), image_size=SIDE)
    settings, record = msgspec.structs.replace(SETTINGS, data=data), folder.read_record()
    for stage in STAGES:
        done = msgspec.structs.replace(record.stages[stage], fingerprint=fingerprints(settings)[stage])
        record = record.with_stage(stage, done)
    folder.write_record(msgspec.structs.replace(record, settings=settings))
    own = DataRecord(name="pets", classes=CLASSES, fingerprint="0", splits={"test": names})
    folder.write_json(folder.data, own)
    return tuple(photos / names[number] for number in sample_numbers(np.arange(20) % len(CLASSES)))


def uncoded_run(path: Path, images: Path, cache: Path) -> RunFolder:
    """A run of a folder of images in three classes that is finished but for its last stage."""
    data = DataSettings(source=str(images), image_size=SIDE)
    settings = msgspec.structs.replace(SETTINGS, data=data)
    dataset = open_dataset(images, cache_folder=cache, seed=settings.seed, task=Task(), image_size=SIDE)
    folder = finished_run(path)
    record = msgspec.structs.replace(folder.read_record(), settings=settings)
    for stage in STAGES:
        own = msgspec.structs.replace(record.stages[stage], fingerprint=fingerprints(settings)[stage])
        record = record.with_stage(stage, StageRecord() if stage == STAGES[-1] else own)
    folder.write_record(record)
    folder.file(STAGES[-1]).unlink()
    folder.write_json(folder.data, record_of(dataset))
    folder.labels.write_text("".join(f"{name}\n" for name in dataset.classes), encoding="utf-8")
    summary = _summary(model_files(), None, dataset.classes)
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=summary.stages[:-1]))
    return folder


def threshold_at(score: int) -> Threshold:
    """A threshold at an output code."""
    return Threshold(
        probability=(score + 128) / 256,
        score=score,
        temperature=1.5,
        correct_images=8,
        passed=1.0,
        test_sure=0.9,
        test_accuracy=0.8,
        unrelated=(
            UnrelatedFigures(kind="sample-scenes", images=24, rejected=0.75),
            UnrelatedFigures(kind="noise", images=30, rejected=0.9),
        ),
    )


def _summary(
    files: Mapping[Stage, bytes], sure_score: int | None, classes: tuple[str, ...] = CLASSES
) -> Summary:
    return Summary(
        dataset=DatasetFigures(
            name="pets", classes=classes, train_images=70, validation_images=10, test_images=20
        ),
        network=NetworkFigures(
            name="squeezenet-1.1", width=WIDTH, image_size=SIDE, channels=3, parameters=1, macs=1
        ),
        stages=tuple(_figures(stage, len(files[stage]), sure_score) for stage in STAGES),
        references=References(
            alexnet_bytes=240_000_000, alexnet_same_classes_bytes=1, squeezenet_float_bytes=1
        ),
    )


def _figures(stage: Stage, size: int, sure_score: int | None) -> StageFigures:
    has_threshold = stage in ("quantize", "huffman")
    return StageFigures(
        name=stage,
        seconds=1.0,
        accuracy=0.75,
        accuracy_interval=(0.5, 0.9),
        loss=0.5,
        file=STAGE_FILES[stage],
        bytes=size,
        gzip_bytes=size,
        runtime="keras",
        sparsity=0.0,
        arena_bytes=30_000 if stage == "huffman" else None,
        arena_measured=stage == "huffman" or None,
        threshold=threshold_at(sure_score) if sure_score is not None and has_threshold else None,
    )
