"""A folder of photos that this program takes: one subfolder for each class, with ordinary image files.

Any other program sees and changes it like every folder of photos. A hidden file marks it as made by this
program; only in such a folder photos are added.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.datasets.images import read_image
from core.errors import FileError
from core.files import (
    appearing_whole,
    content_of,
    is_regular,
    make_folder,
    portable_name,
    require_folder,
    write_whole,
)
from core.outputs import folders_above

MARK = ".squeeze-studio-photos"
_CONTENT = b"Photos in this folder were taken with Squeeze Studio.\n"
_NUMBER = re.compile(r"photo-(\d+)\.\w+")
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"})
_CHECKED_SIDE = 32
_MOST_MARK = 1 << 10
_SHOWN = 80


@dataclass(frozen=True)
class PhotoFolder:
    """Classes are the subfolders; photos are named photo-0001.jpg and on."""

    path: Path

    @classmethod
    def make(cls, path: Path) -> PhotoFolder:
        """Make the folder, or go on with one that was made.

        Raises not-empty for a folder in which there is something else, disk-full, write-permission,
        not-a-folder.
        """
        folder = cls(path)
        if folder.is_own:
            return folder
        with folders_above(path / MARK):
            if any(path.iterdir()):
                raise FileError("not-empty", path=path)
            write_whole(path / MARK, _CONTENT)
        return folder

    @property
    def is_own(self) -> bool:
        """Whether this program made the folder."""
        try:
            return is_regular(self.path / MARK) and content_of(self.path / MARK, _MOST_MARK) == _CONTENT
        except (OSError, FileError):
            return False

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, sorted."""
        if not self.path.is_dir():
            return ()
        return tuple(sorted(one.name for one in self.path.iterdir() if one.is_dir() and one.name[0] != "."))

    def photos(self, name: str) -> tuple[Path, ...]:
        """The image files of a class, sorted by name."""
        folder = self.path / _folder_name(name)
        if not _folder_name(name) or not folder.is_dir():
            return ()
        return tuple(sorted(one for one in folder.iterdir() if _is_photo(one)))

    def add(self, name: str, image: bytes, ending: str = ".jpg") -> Path:
        """Write an image file into a class, under the next free number; the class is made if it is new.

        Raises not-replaceable in a folder that this program has not made, name-unusable for a class without
        a name or with one that no folder can have, not-a-folder for a link, disk-full, write-permission.
        """
        with self.class_folder(name) as folder:
            path = self._next(folder, ending)
            with appearing_whole(path, replace=False) as temporary:
                temporary.write_bytes(image)
        return path

    def copy(self, name: str, source: Path) -> Path:
        """Copy an image file into a class. Raises picture-unreadable for no image, and what `add` raises."""
        read_image(source, _CHECKED_SIDE, gray=False)
        with self.class_folder(name) as folder:
            path = self._next(folder, source.suffix.lower())
            with appearing_whole(path, replace=False) as temporary:
                shutil.copyfile(source, temporary)
        return path

    def free_path(self, name: str, file: str, taken: Sequence[Path] = ()) -> Path:
        """A file of a class that is not there yet nor `taken`: of this name, or under the next free number.

        The class must be there.
        """
        folder = self.path / _folder_name(name)
        is_free = folder / file not in taken and not os.path.lexists(folder / file)
        return folder / file if is_free else self._next(folder, Path(file).suffix, taken)

    @contextlib.contextmanager
    def class_folder(self, name: str) -> Iterator[Path]:
        """The folder of a class. One that is made for the block goes again when that raises.

        Raises what `add` raises.
        """
        if not self.is_own:
            raise FileError("not-replaceable", path=self.path)
        if not _folder_name(name):
            raise FileError("name-unusable", path=name, reason="a class needs a name")
        folder = self.path / _folder_name(name)
        try:
            # What is behind a link is not in the folder that the program made.
            require_folder(folder)
            was_there = folder.is_dir()
            make_folder(folder)
        except (UnicodeError, OSError) as error:
            reason = str(error) if isinstance(error, UnicodeError) else error.strerror or ""
            raise FileError("name-unusable", detail=str(error), path=name[:_SHOWN], reason=reason) from error
        try:
            yield folder
        except BaseException:
            if not was_there:
                with contextlib.suppress(OSError):
                    folder.rmdir()
            raise

    @staticmethod
    def _next(folder: Path, ending: str, taken: Sequence[Path] = ()) -> Path:
        names = [one.name for one in (*folder.iterdir(), *taken)]
        numbers = [int(found[1]) for name in names if (found := _NUMBER.fullmatch(name))]
        return folder / f"photo-{max(numbers, default=0) + 1:04}{ending}"


def _folder_name(name: str) -> str:
    """The class as a folder's name; hidden folders are not looked into."""
    return portable_name(name.strip().lstrip("."))


def _is_photo(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and is_regular(path)
