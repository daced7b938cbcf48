"""Small pictures for widgets, made in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from core.errors import Cancelled, SqueezeError
from core.runs.run_pictures import RunPictures, pictures_of
from core.settings import RunSettings
from core.task import Task


class Thumbnails(QObject):
    """`made` brings the name of a picture and its image, a null one where it cannot be read."""

    made = Signal(str, QImage)

    def __init__(self, parent: QObject, side: int) -> None:
        super().__init__(parent)
        self._side = side
        self._stop = Event()
        self.destroyed.connect(self._stop.set)

    def make(self, settings: RunSettings, names: Sequence[str]) -> None:
        """Begin with these pictures of a run; what was asked for before is given up."""
        self._stop.set()
        self._stop = stop = Event()
        self.destroyed.connect(stop.set)
        Thread(target=self._work, args=(settings, tuple(names), stop), daemon=True).start()

    def _work(self, settings: RunSettings, names: tuple[str, ...], stop: Event) -> None:
        try:
            pictures = pictures_of(settings, Task(is_cancelled=stop.is_set))
        except SqueezeError:
            pictures = None
        except Cancelled:
            return
        for name in names:
            image = QImage() if pictures is None else _image(pictures, name, self._side)
            if stop.is_set() or not isValid(self):
                return
            self.made.emit(name, image)


def _image(pictures: RunPictures, name: str, side: int) -> QImage:
    try:
        array = pictures.thumbnail(name, side)
    except (SqueezeError, ValueError):
        return QImage()
    content = array.tobytes()
    return QImage(content, side, side, 3 * side, QImage.Format.Format_RGB888).copy()
