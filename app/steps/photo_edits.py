"""Photos moved to another class or deleted, where the open run's images are photos that this program took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.wording import Counted, error_words, translate
from core.datasets.photo_changes import PhotoChange, delete_photos, last_change, move_photos, undo_last
from core.datasets.photo_folder import PhotoFolder
from core.errors import SqueezeError
from core.requests import RunRequest
from core.settings import SAMPLE_SCENES


def edit_words(change: PhotoChange) -> str:
    """'Deleted: cup/photo-0001.jpg' or 'Moved to 'phone': 12 photos'."""
    photo, count = change.photos[0], len(change.photos)
    photos = photo.was if count == 1 else Counted().photos(count)
    if change.kind == "deleted":
        return translate("PhotoEdits", "Deleted: {photo}").format(photo=photos)
    words = translate("PhotoEdits", "Moved to '{name}': {photo}")
    return words.format(photo=photos, name=photo.now.partition("/")[0])


class _Exclusion(NamedTuple):
    """What was excluded together, and what was before and after that."""

    names: list[str]
    before: tuple[str, ...]
    after: tuple[str, ...]


class PhotoEdits(QObject):
    """`changed`: photos are elsewhere now. `refused` brings what could not be done and what to do.

    In a folder of the person's own images can be excluded, which changes the settings alone.
    """

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._excluded: _Exclusion | None = None
        session.opened.connect(self._forget_exclusion)

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
        """The photos that were moved or deleted last, also in an earlier session."""
        folder = self.folder
        return last_change(folder) if folder else None

    @property
    def words_of_last(self) -> str:
        """What `undo` would take back, '' for nothing."""
        excluded, last = self._last_exclusion, self.last
        if excluded is None:
            return edit_words(last) if last else ""
        names = excluded.names
        photos = names[0] if len(names) == 1 else Counted().photos(len(names))
        return translate("PhotoEdits", "Excluded: {photo}").format(photo=photos)

    def move(self, names: Sequence[str], to: str) -> PhotoChange | None:
        """Move photos to another class; None where that could not be done."""
        return self._do(lambda folder: move_photos(folder, names, to))

    def delete(self, names: list[str]) -> PhotoChange | None:
        """Delete photos; they are kept where `undo` finds them."""
        return self._do(lambda folder: delete_photos(folder, names))

    def exclude(self, names: list[str]) -> None:
        """Leave classes or images out of the open run; the files stay where they are."""
        before = self._session.settings.data.leave_out
        after = tuple(dict.fromkeys((*before, *names)))
        if after != before and self.is_free:
            new = [name for name in names if name not in before]
            self._excluded = _Exclusion(new, before, after)
            self._session.change("data", leave_out=after)

    def undo(self) -> PhotoChange | None:
        """Take the last change back."""
        excluded = self._last_exclusion
        if excluded is None:
            return self._do(undo_last)
        self._excluded = None
        self._session.change("data", leave_out=excluded.before)
        return None

    @property
    def _last_exclusion(self) -> _Exclusion | None:
        """What was excluded last, unless something else has been decided about images since."""
        one = self._excluded
        return one if one is not None and one.after == self._session.settings.data.leave_out else None

    def _forget_exclusion(self) -> None:
        self._excluded = None

    def _do(self, change: Callable[[PhotoFolder], PhotoChange | None]) -> PhotoChange | None:
        folder = self.folder
        if folder is None or not self.is_free:
            return None
        try:
            done = change(folder)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))
            return None
        self._excluded = None
        self._session.look_at_images()
        self.changed.emit()
        return done
