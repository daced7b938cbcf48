"""A finished run with everything that a report tells of: details, events, images."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.compression.coding import compress_model
from core.compression.pruning_plan import Level
from core.compression.sizes import inspect
from core.evaluation.changes import Changes
from core.evaluation.confusion import ClassScore, Mistake
from core.events import to_line
from core.runs.folder import RunFolder
from core.runs.huffman import huffman_details
from core.runs.measuring import Details
from core.runs.stage_details import (
    HuffmanDetails,
    Proofs,
    PruneDetails,
    QuantizeDetails,
)
from core.runs.summary import BoardFigures, Summary
from core.settings import STAGES, HuffmanSettings, Stage
from core.task import Task
from tests.builders.finished_runs import CLASSES, finished_run, model_files
from tests.builders.images import write_classes
from tests.builders.run_events import stage_events, timed

ACCURACIES: dict[Stage, float] = {"train": 0.85, "prune": 0.8, "quantize": 0.75, "huffman": 0.7}
BEGAN = 1_795_205_194.0
BOARD = BoardFigures(
    profile="virtual-esp32",
    fits=True,
    flash_bytes=123_456,
    flash_available_bytes=2_555_904,
    arena_bytes=98_765,
    latency_ms=432.0,
    basis="reported",
    measured_on="huffman.tflite",
    agreement="9/10",
    virtual=True,
)


def reported_run(path: Path, classes: tuple[str, ...] = CLASSES) -> RunFolder:
    """A finished run of images in `path`/images, flashed to a virtual board that once disagreed."""
    folder = finished_run(path / "run")
    write_classes(path / "images", dict.fromkeys(classes, 1))
    record = folder.read_record()
    data = msgspec.structs.replace(record.settings.data, source=str(path / "images"))
    settings = msgspec.structs.replace(record.settings, data=data)
    folder.write_record(msgspec.structs.replace(record, settings=settings))
    folder.write_json(folder.summary, _summary(folder.read_summary(), classes))
    for stage in STAGES:
        folder.write_json(folder.details(stage), _details(stage, classes))
    events = [event for stage in STAGES[:3] for event in stage_events(stage, epochs=3)]
    folder.events.write_bytes(b"".join(map(to_line, timed(events, BEGAN))))
    return folder


def cut_short(folder: RunFolder, after: Stage | None) -> None:
    """Make a run one that has not come further than a stage."""
    kept = STAGES[: STAGES.index(after) + 1] if after else ()
    for stage in STAGES[len(kept) :]:
        folder.details(stage).unlink(missing_ok=True)
    summary = folder.read_summary()
    if not kept:
        folder.summary.unlink()
        return
    stages = tuple(figures for figures in summary.stages if figures.name in kept)
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=stages, board=None))


def _summary(summary: Summary, classes: tuple[str, ...]) -> Summary:
    references = msgspec.structs.replace(
        summary.references, alexnet_same_classes_bytes=227_570_000, squeezenet_float_bytes=2_900_000
    )
    stages = tuple(
        msgspec.structs.replace(
            figures,
            accuracy=ACCURACIES[figures.name],
            accuracy_interval=(ACCURACIES[figures.name] - 0.123, ACCURACIES[figures.name] + 0.045),
            class_accuracy=0.611,
            top5_accuracy=0.955 if len(classes) >= 10 else None,
            bytes=400_000 - 90_000 * index,
            gzip_bytes=350_000 - 80_000 * index,
            seconds=61.0 + index,
            table_bytes=972 if figures.name == "huffman" else None,
            decoded_identical=True if figures.name == "huffman" else None,
            identical_outputs=20 if figures.name == "huffman" else None,
        )
        for index, figures in enumerate(summary.stages)
    )
    dataset = msgspec.structs.replace(summary.dataset, classes=classes)
    return msgspec.structs.replace(
        summary, dataset=dataset, references=references, stages=stages, board=BOARD
    )


def _details(stage: Stage, classes: tuple[str, ...]) -> Details:
    right = 5
    several = len(classes) >= 10
    scores = tuple(ClassScore(name, 7, right, right / 7, 6 if several else None) for name in classes)
    confusion = tuple(
        tuple(
            right if row == column else 2 * (column == (row + 1) % len(classes))
            for column in range(len(classes))
        )
        for row in range(len(classes))
    )
    mistakes = tuple(Mistake(f"{name}/000.jpg", name, classes[0], 0.876, 0.05) for name in classes[1:3])
    layer: dict[str, object] = {
        "name": "conv1",
        "shape": (3, 3, 3, 8),
        "weights": 216,
        "sparsity": 0.25,
        "filters_before": 16,
    }
    if stage in ("quantize", "huffman"):
        layer |= {"bits": 8.0, "bytes": 216, "weight_bits": 8}
    common = Details(stage=stage, classes=scores, confusion=confusion, mistakes=mistakes, layers=(layer,))
    fields = {name: getattr(common, name) for name in common.__struct_fields__}
    match stage:
        case "train":
            return common
        case "prune":
            return PruneDetails(**fields, level=Level(0.25, 0.7))
        case "quantize":
            changes = Changes(count=4, became_right=1, became_wrong=2, images=())
            return QuantizeDetails(**fields, method="training-aware", snr_images=16, changed=changes)
        case "huffman":
            return _coded(common)


def _coded(common: Details) -> HuffmanDetails:
    plain = model_files()["quantize"]
    proofs = Proofs(decoded_tensors=26, tflm_tensors=26, identical_outputs=20, runtime="tflm")
    return huffman_details(
        common, compress_model(plain, Task(), HuffmanSettings()), inspect(plain, ""), proofs
    )
