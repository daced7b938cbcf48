"""A few test pictures in the run folder.

With them a board is compared with the file on this computer, wherever the data set has gone since.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.datasets.store import LoadedSplit
from core.errors import RUN_DAMAGED, SqueezeError
from core.files import write_whole

COUNT = 10


def sample_numbers(labels: NDArray[np.int64], count: int = COUNT) -> NDArray[np.int64]:
    """The numbers of `count` pictures (or all there are), as many of each class as possible."""
    places = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    turns = [(turn, number) for of_class in places for turn, number in enumerate(of_class.tolist())]
    return np.array([number for _, number in sorted(turns)[:count]], np.int64)


def write_samples(path: Path, test: LoadedSplit) -> None:
    """Keep a few pictures of the test split. Raises DISK_FULL or WRITE_PERMISSION."""
    numbers = sample_numbers(test.labels)
    file = io.BytesIO()
    np.savez_compressed(file, pictures=test.pictures[numbers], labels=test.labels[numbers])
    write_whole(path, file.getvalue())


class Samples(NamedTuple):
    """Test pictures uint8 (N, size, size, channels) and the numbers of their classes (N,)."""

    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]


def read_samples(path: Path) -> Samples:
    """The pictures that were kept. Raises RUN_DAMAGED when they cannot be read."""
    try:
        # numpy leaves a file open that it cannot read.
        with np.load(io.BytesIO(path.read_bytes())) as kept:
            return Samples(kept["pictures"], kept["labels"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise SqueezeError(RUN_DAMAGED, detail=str(error), path=path, stage="huffman") from error
