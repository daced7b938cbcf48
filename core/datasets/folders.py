"""What lies in a folder: subfolders, files that may be images, and those that may say what is in them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.datasets.images import HEAD_BYTES, image_format
from core.errors import DataError
from core.task import Task

_SUFFIXES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".dib", ".gif", ".webp"),
    *(".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2"),
)
"""A file so named is meant to be an image, and is reported when it is not one that can be read."""
_LISTS = (".csv", ".tsv", ".json", ".labels")
_NAMED_LISTS = frozenset({"val_annotations.txt", "words.txt"})
"""Files so named may say which class each image has (`labeled_images`)."""
_SYSTEM_FOLDERS = frozenset({"__macosx", "@eadir", "$recycle.bin", "system volume information"})


@dataclass(frozen=True)
class Folder:
    """A folder as it was read, each kind sorted by name."""

    path: Path
    images: tuple[Path, ...]
    folders: tuple[Folder, ...]
    lists: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        return shown(self.path.name)

    def all_images(self) -> Iterator[Path]:
        """Its images and those of the folders in it, however deep."""
        yield from self.images
        for folder in self.folders:
            yield from folder.all_images()

    def all_lists(self) -> Iterator[Path]:
        """The files in it that may say which class each image has, however deep."""
        yield from self.lists
        for folder in self.folders:
            yield from folder.all_lists()

    @property
    def has_images(self) -> bool:
        return any(True for _ in self.all_images())


def read_folder(path: Path, task: Task) -> Folder:
    """The folder and all that is in it, without hidden files and what systems leave behind.

    Links are followed, except those that lead back to a folder above them.

    Raises `SqueezeError`: data-not-found, data-permission; `Cancelled`.
    """
    try:
        return _read(path, frozenset(), task)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DataError("data-not-found", path=error.filename) from error
    except PermissionError as error:
        raise DataError("data-permission", path=error.filename) from error


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name belongs to a system rather than to a person."""
    return name.startswith(".") or name.casefold() in _SYSTEM_FOLDERS


def is_named_as_image(name: str) -> bool:
    """Whether the file's name claims that it is an image."""
    return name.lower().endswith(_SUFFIXES)


def may_list_labels(name: str) -> bool:
    """Whether a file of this name may say which class each image has."""
    return name.casefold().endswith(_LISTS) or name in _NAMED_LISTS


def shown(name: str) -> str:
    """A file name as text that can be shown, sorted and written as UTF-8 alike on every system."""
    if name.isascii():
        return name
    readable = os.fsencode(name).decode("utf-8", errors="replace")
    return unicodedata.normalize("NFC", readable)


def _read(path: Path, above: frozenset[tuple[int, int]], task: Task) -> Folder:
    task.check_cancelled()
    status = path.stat()
    identity = (status.st_dev, status.st_ino)
    images: list[Path] = []
    folders: list[Folder] = []
    lists: list[Path] = []
    if identity not in above:
        with os.scandir(path) as entries:
            kept = sorted((entry for entry in entries if not is_ignored(entry.name)), key=_name)
        for entry in kept:
            inner = Path(entry.path)
            if _is_folder(entry, inner):
                folders.append(_read(inner, above | {identity}, task))
            elif may_list_labels(entry.name):
                lists += [inner] if inner.is_file() else []
            elif _may_be_image(entry, inner):
                images.append(inner)
    return Folder(path, tuple(images), tuple(folders), tuple(lists))


def _name(entry: os.DirEntry[str]) -> str:
    return shown(entry.name)


def _is_folder(entry: os.DirEntry[str], path: Path) -> bool:
    # Of a link that leads to itself, DirEntry raises where Path answers.
    return path.is_dir() if entry.is_symlink() else entry.is_dir()


def _may_be_image(entry: os.DirEntry[str], path: Path) -> bool:
    """By name for files and broken links, else by content; pipes and devices are never opened."""
    if entry.is_symlink():
        if not path.exists():
            return is_named_as_image(entry.name)
        is_file = path.is_file()
    else:
        is_file = entry.is_file()
    return is_file and (is_named_as_image(entry.name) or _starts_like_image(path))


def _starts_like_image(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return image_format(file.read(HEAD_BYTES)) is not None
    except OSError:
        return False
