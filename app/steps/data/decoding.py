"""Thumbnails for a wall: decoded in threads, only those in view, the last of them kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.datasets.catalog import Catalog, Entry
from core.errors import SqueezeError

_THREADS = 2
_BATCHES_A_SECOND = 30
_MOST_BYTES = 48 << 20


class Thumbnails(QObject):
    """`arrived` tells, at most 30 times a second, that some that were wanted are there."""

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = _Desk()
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._bytes = 0
        self._source: tuple[Path | None, int] = (None, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // _BATCHES_A_SECOND)
        self._timer.timeout.connect(self._deliver)
        desk = self._desk
        self.destroyed.connect(lambda: desk.close())
        self._threads: list[threading.Thread] = []

    @property
    def kept(self) -> int:
        """How many are there."""
        return len(self._kept)

    def show(self, catalog: Catalog | None, side: int) -> None:
        """Take images from another catalog, `side` pixels wide and high.

        What is kept is dropped unless it is of the same folder.
        """
        source = (catalog.folder if catalog else None, side)
        if source != self._source:
            self._source = source
            self._kept.clear()
            self._bytes = 0
        self._desk.use(catalog, side)

    def image(self, entry: Entry) -> QImage | None:
        """An image, a null one where it cannot be read, or None while it is not there yet."""
        image = self._kept.get(entry.name)
        if image is not None:
            self._kept.move_to_end(entry.name)
        return image

    def want(self, entries: Sequence[Entry]) -> None:
        """Have these made, the first of them first. What was wanted before and is not any more is let be."""
        self._desk.want([entry for entry in entries if entry.name not in self._kept])
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._desk.work, daemon=True, name="thumbnails")
                for _ in range(_THREADS)
            ]
            for thread in self._threads:
                thread.start()
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Stop the threads."""
        self._timer.stop()
        self._desk.close()

    def _deliver(self) -> None:
        made, is_idle = self._desk.collect()
        for name, image in made:
            self._keep(name, image)
        if made:
            self.arrived.emit()
        if is_idle:
            self._timer.stop()

    def _keep(self, name: str, image: QImage) -> None:
        if name in self._kept:
            return
        self._kept[name] = image
        self._bytes += _bytes_of(image)
        while self._bytes > _MOST_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes_of(dropped)


class _Desk:
    """Between the window's thread and those that decode."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._wanted: deque[Entry] = deque()
        self._made: list[tuple[str, QImage]] = []
        self._at_work: set[str] = set()
        self._catalog: Catalog | None = None
        self._side = 0
        self._is_closed = False

    def use(self, catalog: Catalog | None, side: int) -> None:
        with self._condition:
            self._catalog, self._side = catalog, side
            self._wanted.clear()
            self._made.clear()
            self._at_work.clear()

    def want(self, entries: Sequence[Entry]) -> None:
        with self._condition:
            done = {name for name, _ in self._made}
            self._wanted = deque(
                entry for entry in entries if entry.name not in self._at_work and entry.name not in done
            )
            self._condition.notify_all()

    def collect(self) -> tuple[list[tuple[str, QImage]], bool]:
        with self._condition:
            made, self._made = self._made, []
            return made, not (self._wanted or self._at_work)

    def close(self) -> None:
        with self._condition:
            self._is_closed = True
            self._wanted.clear()
            self._condition.notify_all()

    def work(self) -> None:
        while True:
            with self._condition:
                while not self._wanted and not self._is_closed:
                    self._condition.wait()
                if self._is_closed:
                    return
                entry, catalog, side = self._wanted.popleft(), self._catalog, self._side
                self._at_work.add(entry.name)
            image = _decoded(catalog, entry, side) if catalog else QImage()
            with self._condition:
                self._at_work.discard(entry.name)
                if catalog is self._catalog and side == self._side:
                    self._made.append((entry.name, image))


def _bytes_of(image: QImage) -> int:
    """What keeping an image takes, one that could not be read as well."""
    return max(image.sizeInBytes(), 1024)


def _decoded(catalog: Catalog, entry: Entry, side: int) -> QImage:
    """An image as an image that owns its pixels; a null one where it cannot be read."""
    try:
        array = catalog.thumbnail(entry, side)
    except (SqueezeError, OSError, ValueError):
        return QImage()
    return image_of(array)


def image_of(array: NDArray[np.uint8]) -> QImage:
    """An array (height, width, 1 or 3) as an image that owns its pixels."""
    height, width, channels = array.shape
    color = channels == 3
    content = np.ascontiguousarray(array).tobytes()
    kind = QImage.Format.Format_RGB888 if color else QImage.Format.Format_Grayscale8
    return QImage(content, width, height, channels * width, kind).convertToFormat(QImage.Format.Format_RGB32)
