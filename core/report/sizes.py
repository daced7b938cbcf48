"""The sizes of a run's files beside AlexNet's: as rows of a table, as bars, and drawn to scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core import wording
from core.report.plotting import Bar, LogScale, Tick
from core.runs.summary import StageFigures, Summary

STAGE_TITLES = {"train": "Trained", "prune": "Pruned", "quantize": "Quantized", "huffman": "Huffman-coded"}
TRAINED_ALEXNET = "alexnet-trained"
_KINDS = {
    "train": "32-bit floats",
    "prune": "sparse floats",
    "quantize": "int8",
    "huffman": "int8, with code tables",
}

_WIDTH, _LABELS, _VALUES = 760, 196, 150
_TOP, _PITCH, _THICK, _THIN = 26, 50, 18, 8
_LEAST_BYTES = 10_000
_SQUARE = 216.0
_LEAST_SIDE = 1.5


@dataclass(frozen=True)
class SizeRow:
    """A model and its size. `gzip_bytes` is None where it was not measured.

    The factors say how many times smaller it is than AlexNet with 1,000 classes, than AlexNet with the run's
    own, and than the run's network as floats; None where it is what they compare with.
    """

    key: str
    title: str
    kind: str
    file: str
    bytes: int
    gzip_bytes: int | None
    by_alexnet: float | None
    by_alexnet_same_classes: float | None
    by_float: float | None
    gzip_by_alexnet: float | None


@dataclass(frozen=True)
class SizeBar:
    """A row with its bars: what the file takes, and what it takes after gzip."""

    row: SizeRow
    raw: Bar
    packed: Bar | None


@dataclass(frozen=True)
class SizeChart:
    """Bars on a logarithmic scale."""

    width: int
    height: int
    bottom: int
    bars: tuple[SizeBar, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Square:
    """A square whose area is a size, at the lower left corner of all."""

    key: str
    label: str
    bytes: int
    side: float
    y: float
    label_y: float


def size_rows(summary: Summary, trained: StageFigures | None = None) -> tuple[SizeRow, ...]:
    """AlexNet, AlexNet with the run's classes, that `trained` on its images, and each stage's file."""
    references, classes = summary.references, len(summary.dataset.classes)
    alexnet = _reference("alexnet", "AlexNet", "published, 1,000 classes", references.alexnet_bytes)
    same = _reference(
        "alexnet-same-classes",
        f"AlexNet, {classes} classes",
        "calculated, this run's classes",
        references.alexnet_same_classes_bytes,
    )
    stages = tuple(
        SizeRow(
            key=stage.name,
            title=STAGE_TITLES[stage.name],
            kind=_KINDS[stage.name],
            file=stage.file,
            bytes=stage.bytes,
            gzip_bytes=stage.gzip_bytes,
            by_alexnet=references.alexnet_bytes / stage.bytes,
            by_alexnet_same_classes=references.alexnet_same_classes_bytes / stage.bytes,
            by_float=references.squeezenet_float_bytes / stage.bytes,
            gzip_by_alexnet=references.alexnet_bytes / stage.gzip_bytes,
        )
        for stage in summary.stages
    )
    own = () if trained is None else (_trained(trained, summary),)
    return (alexnet, same, *own, *stages)


def size_chart(rows: Sequence[SizeRow]) -> SizeChart:
    """The rows as bars, from the top down."""
    sizes = [size for row in rows for size in (row.bytes, row.gzip_bytes) if size]
    least = min(_LEAST_BYTES, *(size / 2 for size in sizes))
    scale = LogScale(least, max(sizes), _LABELS, _WIDTH - _VALUES)
    bottom = _TOP + len(rows) * _PITCH
    ticks = tuple(
        Tick(scale.at(size), size, wording.unbroken(wording.round_size(size))) for size in scale.decades()
    )
    bars = tuple(_size_bar(row, _TOP + index * _PITCH, scale) for index, row in enumerate(rows))
    return SizeChart(_WIDTH, bottom + 8, bottom, bars, ticks)


def squares(rows: Sequence[SizeRow]) -> tuple[Square, ...]:
    """AlexNet, the trained and the last file as squares of these areas, the largest first."""
    own = [row for row in rows if row.key in STAGE_TITLES]
    chosen = [rows[0], *own[:1], *own[1:][-1:]]
    largest = chosen[0].bytes
    shown = []
    for index, row in enumerate(chosen):
        side = max(_SQUARE * math.sqrt(row.bytes / largest), _LEAST_SIDE)
        label_y = 20.0 if index == 0 else _SQUARE - 64 + 34 * (index - 1)
        title = "AlexNet" if index == 0 else row.title
        shown.append(Square(row.key, title, row.bytes, side, _SQUARE - side, label_y))
    return tuple(shown)


def _trained(figures: StageFigures, summary: Summary) -> SizeRow:
    """AlexNet as it was trained on the run's images, which is as large as its file."""
    references = summary.references
    return SizeRow(
        key=TRAINED_ALEXNET,
        title="AlexNet, trained here",
        kind=f"32-bit floats, {summary.network.image_size}x{summary.network.image_size} pixels",
        file=figures.file,
        bytes=figures.bytes,
        gzip_bytes=figures.gzip_bytes,
        by_alexnet=references.alexnet_bytes / figures.bytes,
        by_alexnet_same_classes=references.alexnet_same_classes_bytes / figures.bytes,
        by_float=references.squeezenet_float_bytes / figures.bytes,
        gzip_by_alexnet=references.alexnet_bytes / figures.gzip_bytes,
    )


def _reference(key: str, title: str, kind: str, size: int) -> SizeRow:
    return SizeRow(key, title, kind, "", size, None, None, None, None, None)


def _size_bar(row: SizeRow, top: float, scale: LogScale) -> SizeBar:
    def bar(size: int, y: float, height: float) -> Bar:
        width = max(scale.at(size) - scale.start, 1.0)
        return Bar(scale.start, y, width, height, size, wording.unbroken(wording.size(size)))

    packed = None if row.gzip_bytes is None else bar(row.gzip_bytes, top + 6 + _THICK + 2, _THIN)
    return SizeBar(row, bar(row.bytes, top + 6, _THICK), packed)
