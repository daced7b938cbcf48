"""What everything after the data sees of it: classes, and images with labels in three splits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets.layout import Part


@dataclass(frozen=True, eq=False)
class Split:
    """Images with their labels.

    `images` are files. `labels` is int64 (N,), positions in the data set's classes. `names` identify the
    images towards a person: the path within the data set, with '/'. `groups` is int64 (N,), numbers that
    copies and near copies have in common in all splits of a data set; None where there are none.
    """

    names: tuple[str, ...]
    labels: NDArray[np.int64]
    images: tuple[Path, ...]
    groups: NDArray[np.int64] | None = None

    def __post_init__(self) -> None:
        lengths = {len(self.names), len(self.labels), len(self.images)}
        if self.groups is not None:
            lengths.add(len(self.groups))
        if len(lengths) > 1:
            raise ValueError("names, labels, images and groups of a split must be equally many")

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, eq=False)
class Dataset:
    """A data set, ready to be loaded.

    `classes` are in the order of their labels. `fingerprint` is the same exactly when the same images have
    the same classes and stand in the same splits, wherever they lie. `set_aside` are names of images that
    are in none of them.
    """

    name: str
    classes: tuple[str, ...]
    train: Split
    validation: Split
    test: Split
    fingerprint: str
    set_aside: tuple[str, ...] = ()

    @property
    def splits(self) -> Mapping[Part, Split]:
        return {"train": self.train, "validation": self.validation, "test": self.test}
