"""How large each model is, beside AlexNet. Knows nothing of Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.runs.summary import Summary
from core.settings import STAGES, Stage

SizeKey = Literal["alexnet", "alexnet-same-classes"] | Stage
Basis = Literal["published", "calculated", "measured", "expected"]
ALEXNET_BYTES = 240_000_000
"""The published AlexNet, with 1,000 classes: what there is to compare with before there is a run."""
_LEAST = 10_000


@dataclass(frozen=True)
class SizeRow:
    """A model's size; None while it is not known. `packed` is the file's size once more packed with gzip."""

    key: SizeKey
    bytes: int | None
    packed: int | None
    basis: Basis

    @property
    def factor(self) -> float | None:
        """How many times AlexNet is larger."""
        return None if self.bytes is None else ALEXNET_BYTES / self.bytes


def size_rows(summary: Summary | None, expected: int | None = None) -> tuple[SizeRow, ...]:
    """AlexNet and each stage of a run; `expected` is about what the last file will have."""
    references = summary.references if summary else None
    alexnet = references.alexnet_bytes if references else ALEXNET_BYTES
    same_classes = references.alexnet_same_classes_bytes if references else None
    rows = [
        SizeRow("alexnet", alexnet, None, "published"),
        SizeRow("alexnet-same-classes", same_classes, None, "calculated"),
    ]
    for stage in STAGES:
        figures = summary.of(stage) if summary else None
        if figures is not None:
            rows.append(SizeRow(stage, figures.bytes, figures.gzip_bytes, "measured"))
        else:
            rows.append(SizeRow(stage, expected if stage == STAGES[-1] else None, None, "expected"))
    return tuple(rows)


@dataclass(frozen=True)
class LogScale:
    """Bytes as shares of a bar's length: equal factors are equal lengths."""

    least: float
    most: float

    @classmethod
    def of(cls, rows: Sequence[SizeRow]) -> LogScale:
        """One with room for all rows."""
        sizes = [size for row in rows for size in (row.bytes, row.packed) if size]
        least = min([_LEAST, *(size / 2 for size in sizes)])
        return cls(least, max([ALEXNET_BYTES, *sizes]))

    def share(self, size: float) -> float:
        """From 0 to 1."""
        return math.log(max(size, self.least) / self.least) / math.log(self.most / self.least)

    def decades(self) -> tuple[int, ...]:
        """The powers of ten in it."""
        first, last = math.ceil(math.log10(self.least)), math.floor(math.log10(self.most))
        return tuple(10**power for power in range(first, last + 1))
