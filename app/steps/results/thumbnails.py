"""Images of a run by their names, made small in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from core.errors import Cancelled, SqueezeError
from core.runs.run_images import RunImages, images_of
from core.settings import RunSettings
from core.task import Task


class Thumbnails(QObject):
    """`made` brings the name of an image and its image, a null one where it cannot be read."""

    made = Signal(str, QImage)

    def __init__(self, parent: QObject, side: int) -> None:
        super().__init__(parent)
        self._side = side
        self._stop = Event()
        self.destroyed.connect(self._stop.set)

    def make(self, settings: RunSettings, names: Sequence[str]) -> None:
        """Begin with these images of a run; what was asked for before is given up."""
        self._stop.set()
        self._stop = stop = Event()
        self.destroyed.connect(stop.set)
        Thread(target=self._work, args=(settings, tuple(names), stop), daemon=True).start()

    def _work(self, settings: RunSettings, names: tuple[str, ...], stop: Event) -> None:
        try:
            images = images_of(settings, Task(is_cancelled=stop.is_set))
        except SqueezeError:
            images = None
        except Cancelled:
            return
        for name in names:
            image = QImage() if images is None else _image(images, name, self._side)
            if stop.is_set() or not isValid(self):
                return
            self.made.emit(name, image)


def _image(images: RunImages, name: str, side: int) -> QImage:
    try:
        array = images.thumbnail(name, side)
    except (SqueezeError, ValueError):
        return QImage()
    content = array.tobytes()
    return QImage(content, side, side, 3 * side, QImage.Format.Format_RGB888).copy()
