"""From what a person names, a folder or something packed, to its images with their classes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.datasets import caltech
from core.datasets.archives import (
    CLASS_ARCHIVE,
    archive_name,
    unpack_batches,
    unpack_class_archives,
    unpack_images,
)
from core.datasets.cifar import find_batches
from core.datasets.folders import is_ignored, read_folder, shown
from core.datasets.labeled_images import layout_of
from core.datasets.layout import Layout, Part
from core.datasets.selection import Chooser, Role, Selection
from core.errors import DataError, printable
from core.task import Task

ARCHIVES = "archives"


@dataclass(frozen=True, slots=True)
class LabeledFile:
    """A file in a class folder.

    `name` is its path within the data set, `part` where the data puts it. `label` is the class as which it is
    used, or its own where that class is not used.
    """

    path: Path
    name: str
    label: str
    part: Part
    role: Role = "used"


@dataclass(frozen=True, eq=False)
class Listing:
    """The images of a data set, none of them read yet.

    `files` are sorted by name, those that are not used among them. `classes` are the names of the classes
    that are used, sorted; one of them may have no image. `aside` and `left_out` are those that are not.
    `unlabeled` are the names of images without a class, `lists` those of the files that say which has which,
    where class folders do not.
    """

    source: Path
    folder: Path
    name: str
    files: tuple[LabeledFile, ...]
    classes: tuple[str, ...]
    aside: tuple[str, ...]
    left_out: tuple[str, ...]
    brings_split: bool
    unlabeled: tuple[str, ...]
    lists: tuple[str, ...] = ()

    @property
    def used(self) -> Iterator[LabeledFile]:
        """The files that are used."""
        return (file for file in self.files if file.role == "used")


def list_images(
    source: Path,
    selection: Selection,
    cache_folder: Path,
    task: Task,
    *,
    lenient: bool = False,
    mixed: bool = False,
) -> Listing:
    """The images in a folder, or in what is unpacked into `cache_folder`: an archive, CIFAR-10's batches.

    With `mixed` they count as if the data brought no split. Raises `SqueezeError`: data-not-found,
    data-permission, data-class-name; what `unpack_images` and `Chooser` raise, the latter with `lenient`
    passed on; `Cancelled`.
    """
    folder, name = image_folder(source, cache_folder, task), _shown_name(source)
    task.status("Searching for images")
    read = layout_of(read_folder(folder, task), task)
    folders = read.classes
    layout = read.renamed(caltech.shown_names(folders))
    if mixed:
        layout = layout.mixed()
    chooser = Chooser(selection, layout.classes, caltech.clutter(folders), lenient=lenient)
    roles = {own: chooser.role(own) for own in layout.classes}
    classes = tuple(sorted({chooser.label(own) for own, role in roles.items() if role == "used"}))
    for label in classes:
        if printable(label) != label:
            raise DataError("data-class-name", name=label)

    def owned(role: Role) -> list[str]:
        return sorted(own for own, its_role in roles.items() if its_role == role)

    return Listing(
        source=source,
        folder=folder,
        name=name,
        files=_files(folder, layout, chooser, roles),
        classes=classes,
        aside=tuple(owned("set-aside")),
        left_out=tuple(owned("left-out")),
        brings_split=layout.brings_split,
        unlabeled=tuple(_name_in(folder, path) for path in layout.unlabeled),
        lists=tuple(_name_in(folder, path) for path in layout.lists),
    )


def image_folder(source: Path, cache_folder: Path, task: Task) -> Path:
    """The folder with the images of a source: itself, or what was packed, unpacked into `cache_folder`.

    Raises data-permission; what `unpack_images` and `unpack_batches` raise; `Cancelled`.
    """
    cache = cache_folder / ARCHIVES
    try:
        if not source.is_dir():
            return unpack_images(source, cache, task)
        if (batches := find_batches(source)) is not None:
            return unpack_batches(batches, cache, task)
        archives = _class_archives(source)
    except PermissionError as error:
        raise DataError("data-permission", path=error.filename or source) from error
    return unpack_class_archives(archives, cache, task) if archives else source


def _class_archives(folder: Path) -> list[Path]:
    """The archives of single classes in a folder that holds no other folder."""
    inner = [path for path in folder.iterdir() if not is_ignored(path.name)]
    if any(path.is_dir() for path in inner):
        return []
    return sorted(path for path in inner if path.name.casefold().endswith(CLASS_ARCHIVE))


def _shown_name(source: Path) -> str:
    return shown(source.resolve().name) or "pictures" if source.is_dir() else shown(archive_name(source))


def _files(
    folder: Path, layout: Layout, chooser: Chooser, roles: Mapping[str, Role]
) -> tuple[LabeledFile, ...]:
    files = []
    for part, classes in layout.parts.items():
        for own, paths in classes.items():
            label = chooser.label(own) if roles[own] == "used" else own
            for path in paths:
                name = _name_in(folder, path)
                files.append(LabeledFile(path, name, label, part, chooser.role(own, name)))
    return tuple(sorted(files, key=lambda file: file.name))


def _name_in(folder: Path, path: Path) -> str:
    return shown(path_below(folder, path))


def path_below(folder: Path, path: Path) -> str:
    """The path of a file from a folder above it, with '/'."""
    # Much quicker than Path's own way, and done for every image.
    above = os.fspath(folder).rstrip(os.sep) + os.sep
    below = os.fspath(path).removeprefix(above)
    return below if os.sep == "/" else below.replace(os.sep, "/")
