"""Images decoded once, ready to be trained on: in memory, or in a file that is mapped into it."""

from __future__ import annotations

import errno
import math
import mmap
import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Split
from core.datasets.images import network_view
from core.datasets.threads import map_in_order
from core.files import make_folder, writing
from core.task import Task


@dataclass(frozen=True, eq=False)
class LoadedSplit:
    """A split whose images are arrays.

    `images` is uint8 (N, size, size, 3 or 1), read-only; a `numpy.memmap` where it did not fit the memory
    limit. The file behind that has no name: it goes with the array, or with the process however it ends.
    `groups` are those of the split.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    names: tuple[str, ...]
    groups: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.names)


def load_split(
    split: Split, image_size: int, *, gray: bool, memory_limit_bytes: int, cache_folder: Path, task: Task
) -> LoadedSplit:
    """The images of `split` as squares of `image_size` pixels, decoded with progress.

    More than `memory_limit_bytes` of pixels go to a file in `cache_folder`, of which the system keeps in
    memory what it has room for.

    Raises `SqueezeError`: picture-unreadable, data-not-found, data-permission, disk-full, write-permission;
    `Cancelled`.
    """
    shape = (len(split), image_size, image_size, 1 if gray else 3)
    with (
        closing(_decoded(split, image_size, gray, task)) as decoded,
        _ImageCollector(shape, memory_limit_bytes, cache_folder) as collector,
    ):
        for image in decoded:
            collector.add(image)
        images = collector.images()
    images.flags.writeable = False
    return LoadedSplit(images, split.labels, split.names, split.groups)


class _ImageCollector:
    """Puts images into an array one by one: in memory, or in a file where that would take too much of it.

    Use it in a `with` block. Raises disk-full or write-permission, before the first image where there is
    not enough room.
    """

    def __init__(self, shape: tuple[int, ...], memory_limit_bytes: int, cache_folder: Path) -> None:
        self._shape = shape
        self._folder = cache_folder
        self._count = 0
        self._file: IO[bytes] | None = None
        if math.prod(shape) <= memory_limit_bytes:
            self._array = np.empty(shape, np.uint8)
        else:
            self._file = _unnamed_file(cache_folder, math.prod(shape))

    def __enter__(self) -> _ImageCollector:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, image: NDArray[np.uint8]) -> None:
        """Put the next image at its place."""
        if self._file is None:
            self._array[self._count] = image
        else:
            # Written as an ordinary file: under a mapping a full disk would kill the process.
            with writing(self._folder):
                self._file.write(image.tobytes())
        self._count += 1

    def images(self) -> NDArray[np.uint8]:
        """All of them."""
        if self._file is None:
            return self._array
        with writing(self._folder):
            self._file.flush()
        return _ImagesOnDisk(self._file, np.uint8, "r", shape=self._shape)


class _ImagesOnDisk(np.memmap):
    """Images in a file, of which only what was asked for last is in this process's memory."""

    _mmap: mmap.mmap | None

    def __getitem__(self, key: Any) -> Any:
        if self._mmap is not None and hasattr(self._mmap, "madvise"):
            # What is unmapped stays in the system's cache as long as nobody needs that memory.
            self._mmap.madvise(mmap.MADV_DONTNEED)
        return np.asarray(super().__getitem__(key))


def _unnamed_file(folder: Path, size: int) -> IO[bytes]:
    make_folder(folder)
    with writing(folder):
        free = shutil.disk_usage(folder).free
        if free < size:
            raise OSError(errno.ENOSPC, f"{size:,} bytes are needed, {free:,} are free")
        return tempfile.TemporaryFile(dir=folder)


def _decoded(
    split: Split, image_size: int, gray: bool, task: Task
) -> Generator[NDArray[np.uint8], None, None]:
    seen = partial(network_view, image_size=image_size, gray=gray)
    return map_in_order(seen, split.images, task, "pictures")
