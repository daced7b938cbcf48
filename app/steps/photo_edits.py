"""Photos moved to another class or deleted, where the open run's images are photos that this program took."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.wording import error_words, translate
from core.datasets.photo_changes import PhotoChange, delete_photos, last_change, move_photos, undo_last
from core.datasets.photo_folder import PhotoFolder
from core.errors import SqueezeError
from core.requests import RunRequest
from core.settings import SAMPLE_SCENES


def edit_words(change: PhotoChange) -> str:
    """'Deleted: cup/photo-0001.jpg' or 'Moved to 'phone': cup/photo-0001.jpg'."""
    photo = change.photos[0]
    if change.kind == "deleted":
        return translate("PhotoEdits", "Deleted: {photo}").format(photo=photo.was)
    words = translate("PhotoEdits", "Moved to '{name}': {photo}")
    return words.format(photo=photo.was, name=photo.now.partition("/")[0])


class PhotoEdits(QObject):
    """`changed`: photos are elsewhere now. `refused` brings what could not be done and what to do.

    In a folder of the person's own nothing is done at all.
    """

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def folder(self) -> PhotoFolder | None:
        """The folder of the open run's photos, if this program made it."""
        source = self._session.settings.data.source
        folder = PhotoFolder(Path(source))
        return folder if source not in ("", SAMPLE_SCENES) and folder.is_own else None

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes that a photo can be moved to; none where nothing can be moved."""
        folder = self.folder
        return folder.classes if folder else ()

    @property
    def is_free(self) -> bool:
        """Whether no stage is at work, which reads the photos."""
        return not (self._session.is_busy and isinstance(self._session.request, RunRequest))

    @property
    def last(self) -> PhotoChange | None:
        """What `undo` would take back, also of an earlier session."""
        folder = self.folder
        return last_change(folder) if folder else None

    def move(self, name: str, to: str) -> PhotoChange | None:
        """Move a photo to another class; None where that could not be done."""
        return self._do(lambda folder: move_photos(folder, [name], to))

    def delete(self, names: list[str]) -> PhotoChange | None:
        """Delete photos; they are kept where `undo` finds them."""
        return self._do(lambda folder: delete_photos(folder, names))

    def undo(self) -> PhotoChange | None:
        """Take the last change back."""
        return self._do(undo_last)

    def _do(self, change: Callable[[PhotoFolder], PhotoChange | None]) -> PhotoChange | None:
        folder = self.folder
        if folder is None or not self.is_free:
            return None
        try:
            done = change(folder)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))
            return None
        self._session.look_at_images()
        self.changed.emit()
        return done
