"""Pictures decoded once, ready to be trained on: in memory, or in a file that is mapped into it."""

from __future__ import annotations

import errno
import math
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Split
from core.datasets.pictures import network_view
from core.datasets.threads import map_in_order
from core.files import make_folder, writing
from core.task import Task


@dataclass(frozen=True, eq=False)
class LoadedSplit:
    """A split whose pictures are arrays.

    `pictures` is uint8 (N, size, size, 3 or 1), read-only; a `numpy.memmap` where it did not fit the memory
    limit. The file behind that has no name: it goes with the array, or with the process however it ends.
    """

    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)

    @property
    def is_on_disk(self) -> bool:
        return isinstance(self.pictures, np.memmap)


def load_split(
    split: Split, image_size: int, *, gray: bool, memory_limit_bytes: int, cache_folder: Path, task: Task
) -> LoadedSplit:
    """The pictures of `split` as squares of `image_size` pixels, decoded with progress.

    More than `memory_limit_bytes` of pixels go to a file in `cache_folder`, of which the system keeps in
    memory what it has room for.

    Raises `SqueezeError`: PICTURE_UNREADABLE, DATA_NOT_FOUND, DATA_PERMISSION, DISK_FULL, WRITE_PERMISSION;
    `Cancelled`.
    """
    shape = (len(split), image_size, image_size, 1 if gray else 3)
    if isinstance(split.pictures, np.ndarray) and split.pictures.shape == shape:
        pictures = split.pictures.view()
    else:
        with closing(_decoded(split, image_size, gray, task)) as decoded:
            if math.prod(shape) <= memory_limit_bytes:
                pictures = _in_memory(decoded, shape)
            else:
                pictures = _on_disk(decoded, shape, cache_folder)
    pictures.flags.writeable = False
    return LoadedSplit(pictures, split.labels, split.names)


def _decoded(
    split: Split, image_size: int, gray: bool, task: Task
) -> Generator[NDArray[np.uint8], None, None]:
    seen = partial(network_view, image_size=image_size, gray=gray)
    return map_in_order(seen, list(split.pictures), task, "pictures")


def _in_memory(decoded: Iterator[NDArray[np.uint8]], shape: tuple[int, ...]) -> NDArray[np.uint8]:
    pictures = np.empty(shape, np.uint8)
    for position, picture in enumerate(decoded):
        pictures[position] = picture
    return pictures


def _on_disk(
    decoded: Iterator[NDArray[np.uint8]], shape: tuple[int, ...], cache_folder: Path
) -> NDArray[np.uint8]:
    # Written as an ordinary file: a full disk is an error there, but a killed process under a mapping.
    make_folder(cache_folder)
    with writing(cache_folder):
        free = shutil.disk_usage(cache_folder).free
        if free < math.prod(shape):
            raise OSError(errno.ENOSPC, f"{math.prod(shape):,} bytes are needed, {free:,} are free")
        with tempfile.TemporaryFile(dir=cache_folder) as file:
            for picture in decoded:
                file.write(picture.tobytes())
            file.flush()
            return np.memmap(file, np.uint8, "r", shape=shape)
