"""A few test images in the run folder.

With them a board is compared with the file on this computer, wherever the data set has gone since.
"""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.datasets.store import LoadedSplit
from core.diagnosis import unreadable_as
from core.files import write_whole
from core.reading import read_arrays

COUNT = 10
_LARGEST_REST = 4096
"""Labels and headers in bytes, and more."""


def sample_numbers(labels: NDArray[np.int64], count: int = COUNT) -> NDArray[np.int64]:
    """The numbers of `count` images (or all there are), as many of each class as possible."""
    places = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    turns = [(turn, number) for of_class in places for turn, number in enumerate(of_class.tolist())]
    return np.array([number for _, number in sorted(turns)[:count]], np.int64)


def write_samples(path: Path, test: LoadedSplit) -> None:
    """Keep a few images of the test split. Raises disk-full or write-permission."""
    numbers = sample_numbers(test.labels)
    file = io.BytesIO()
    # The names in the file are those that runs have always had.
    np.savez_compressed(file, pictures=test.images[numbers], labels=test.labels[numbers], numbers=numbers)
    write_whole(path, file.getvalue())


class Samples(NamedTuple):
    """Test images uint8 (N, size, size, channels) and the numbers of their classes (N,).

    `numbers` are their places in the test split (N,); None in runs that were made without.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    numbers: NDArray[np.int64] | None = None


def read_samples(path: Path, shape: tuple[int, int, int], classes: int) -> Samples:
    """The images that were kept, each of `shape`, of `classes` classes.

    Raises run-damaged when they cannot be read, or are others.
    """
    with unreadable_as("run-damaged", path, stage="huffman"):
        kept = read_arrays(path, COUNT * math.prod(shape) + _LARGEST_REST)
        numbers = kept.get("numbers")
        samples = Samples(
            kept["pictures"].astype(np.uint8, casting="no"),
            kept["labels"].astype(np.int64),
            None if numbers is None else numbers.astype(np.int64),
        )
        if samples.images.shape[1:] != shape or samples.labels.shape != samples.images.shape[:1]:
            raise ValueError("its images are not those of the model")
        if samples.numbers is not None and samples.numbers.shape != samples.labels.shape:
            raise ValueError("its images are not all in the test split")
        if not all(0 <= label < classes for label in samples.labels):
            raise ValueError("its images are of other classes")
        return samples
