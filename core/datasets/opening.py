"""From a folder or an archive to a data set in three splits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from core.datasets.archives import archive_name, unpack_pictures
from core.datasets.checking import (
    MOST_PATHS,
    CheckedPicture,
    LabelledFile,
    check_pictures,
    counted_files,
    duplicates,
    report,
    report_problems,
)
from core.datasets.dataset import Dataset, Split
from core.datasets.folders import read_folder, shown
from core.datasets.layout import PARTS, Layout, find_layout
from core.datasets.splits import Shares, Splits, fingerprint, split_pictures, without_shared_copies
from core.errors import (
    DATA_BAD_PICTURES,
    DATA_EMPTY_CLASS,
    DATA_NO_CLASSES,
    DATA_NO_PICTURES,
    DATA_ONE_CLASS,
    DATA_PERMISSION,
    SqueezeError,
)
from core.events import Finding
from core.task import Task

OnBadPictures = Literal["leave-out", "stop"]

FEW_PER_CLASS = 50
"""A class with fewer pictures is learnt poorly, and its accuracy is known roughly."""


def open_dataset(
    source: Path,
    *,
    cache_folder: Path,
    seed: int,
    task: Task,
    validation_share: float = 0.1,
    test_share: float = 0.2,
    on_bad_pictures: OnBadPictures = "leave-out",
    image_size: int = 32,
) -> Dataset:
    """The pictures in a folder, or in an archive that is unpacked into `cache_folder`, checked and split.

    The shares are of each class's pictures, for the splits that the data does not bring itself. Everything
    a person should know about the data is reported as a `Finding`; smaller pictures than `image_size` too.

    Raises `SqueezeError`: SETTING_INVALID for the shares; DATA_NOT_FOUND, DATA_PERMISSION, DATA_NO_PICTURES,
    DATA_NO_CLASSES, DATA_ONE_CLASS, DATA_EMPTY_CLASS, DATA_TOO_FEW, DATA_CLASSES_DIFFER; DATA_BAD_PICTURES
    where `on_bad_pictures` is 'stop'; what `unpack_pictures` raises. `Cancelled`.
    """
    shares = Shares(validation_share, test_share)
    found = _found(source, cache_folder, on_bad_pictures, task)
    kept = sorted((picture for part in found.parts.values() for picture in part), key=lambda p: p.file.name)
    _report_doubtful(kept, found.classes, image_size, task)
    return _dataset(found.name, found.classes, split_pictures(found.parts, found.classes, seed, shares))


def open_pictures(
    source: Path, *, cache_folder: Path, task: Task, on_bad_pictures: OnBadPictures = "leave-out"
) -> tuple[tuple[str, ...], Split]:
    """The classes and all the pictures in a folder or an archive, whatever splits it has, however few.

    Raises what `open_dataset` raises, but for DATA_TOO_FEW and DATA_CLASSES_DIFFER.
    """
    found = _found(source, cache_folder, on_bad_pictures, task)
    pictures = [picture for part in PARTS for picture in found.parts.get(part, ())]
    return found.classes, _split(pictures, found.classes)


@dataclass(frozen=True)
class _Found:
    """The pictures of a data set that can be used, in the parts that it brings, each in one of them."""

    name: str
    classes: tuple[str, ...]
    parts: Splits


def _found(source: Path, cache_folder: Path, on_bad_pictures: OnBadPictures, task: Task) -> _Found:
    folder, name = _folder_and_name(source, cache_folder, task)
    task.status("Looking for pictures")
    layout = find_layout(read_folder(folder, task))
    _require_classes(source, layout)
    _report_unlabelled(layout, folder, task)
    task.status("Checking the pictures")
    checked = check_pictures(_labelled_files(folder, layout), task)
    report_problems(checked, task)
    good = _without_bad(source, checked, on_bad_pictures)
    good = _without_contradictions(good, task)
    _require_pictures(good, layout.classes)
    parts, left_out = without_shared_copies(good)
    report(task, "in-two-splits", "{files} left out: each is a copy of one in a later split.", left_out)
    return _Found(name, layout.classes, parts)


def _folder_and_name(source: Path, cache_folder: Path, task: Task) -> tuple[Path, str]:
    try:
        is_folder = source.is_dir()
    except PermissionError as error:
        raise SqueezeError(DATA_PERMISSION, path=source) from error
    if is_folder:
        return source, shown(source.resolve().name) or "pictures"
    return unpack_pictures(source, cache_folder, task), shown(archive_name(source))


def _require_classes(source: Path, layout: Layout) -> None:
    counts = dict.fromkeys(layout.classes, 0)
    for part in layout.parts.values():
        for name, paths in part.items():
            counts[name] += len(paths)
    if not any(counts.values()):
        raise SqueezeError(DATA_NO_CLASSES if layout.unlabelled else DATA_NO_PICTURES, path=source)
    for name, count in counts.items():
        if count == 0:
            raise SqueezeError(DATA_EMPTY_CLASS, name=name)
    if len(counts) == 1:
        raise SqueezeError(DATA_ONE_CLASS, name=layout.classes[0], path=source)


def _report_unlabelled(layout: Layout, folder: Path, task: Task) -> None:
    if layout.unlabelled:
        names = tuple(_name_in(folder, path) for path in layout.unlabelled[:MOST_PATHS])
        count = len(layout.unlabelled)
        text = f"{counted_files(count)} outside the class folders: not used."
        task.report(Finding(kind="unlabelled", text=text, paths=names, count=count))


def _labelled_files(folder: Path, layout: Layout) -> list[LabelledFile]:
    files = [
        LabelledFile(path, _name_in(folder, path), label, part)
        for part, classes in layout.parts.items()
        for label, paths in classes.items()
        for path in paths
    ]
    return sorted(files, key=lambda file: file.name)


def _name_in(folder: Path, path: Path) -> str:
    return shown(path.relative_to(folder).as_posix())


def _without_bad(
    source: Path, checked: Sequence[CheckedPicture], on_bad_pictures: OnBadPictures
) -> list[CheckedPicture]:
    bad = [picture for picture in checked if picture.problem is not None]
    detail = "\n".join(f"{p.file.name} {p.problem.explanation}" for p in bad[:MOST_PATHS] if p.problem)
    if bad and on_bad_pictures == "stop":
        raise SqueezeError(DATA_BAD_PICTURES, detail=detail, count=len(bad), path=bad[0].file.name)
    if len(bad) == len(checked):
        raise SqueezeError(DATA_NO_PICTURES, detail=detail, path=source)
    return [picture for picture in checked if picture.problem is None]


def _without_contradictions(pictures: Sequence[CheckedPicture], task: Task) -> list[CheckedPicture]:
    """Without the pictures that lie in two classes: nobody can say which is right."""
    contradictory = [
        picture
        for group in duplicates(pictures)
        if len({picture.file.label for picture in group}) > 1
        for picture in group
    ]
    report(task, "in-two-classes", "{files} left out: the same picture is in two classes.", contradictory)
    digests = {picture.digest for picture in contradictory}
    return [picture for picture in pictures if picture.digest not in digests]


def _report_doubtful(
    pictures: Sequence[CheckedPicture], classes: Iterable[str], image_size: int, task: Task
) -> None:
    """Findings about pictures that are used nevertheless."""
    copies = (picture for group in duplicates(pictures) for picture in group[1:])
    report(task, "copies", "{files} exact copies of others: kept together in one split.", copies)
    small = (picture for picture in pictures if min(picture.size) < image_size)
    report(task, "small", f"{{files}} smaller than {image_size} pixels: enlarged.", small)
    counts = Counter(picture.file.label for picture in pictures)
    for name in classes:
        if counts[name] < FEW_PER_CLASS:
            text = f"The class '{name}' has {counts[name]} pictures; {FEW_PER_CLASS} or more are better."
            task.report(Finding(kind="few", text=text, paths=(), count=counts[name]))


def _require_pictures(pictures: Iterable[CheckedPicture], classes: Iterable[str]) -> None:
    labels = {picture.file.label for picture in pictures}
    for name in classes:
        if name not in labels:
            raise SqueezeError(DATA_EMPTY_CLASS, name=name)


def _dataset(name: str, classes: tuple[str, ...], splits: Splits) -> Dataset:
    return Dataset(
        name=name,
        classes=classes,
        train=_split(splits["train"], classes),
        validation=_split(splits["validation"], classes),
        test=_split(splits["test"], classes),
        fingerprint=fingerprint(splits, classes),
    )


def _split(pictures: Sequence[CheckedPicture], classes: tuple[str, ...]) -> Split:
    positions = {label: position for position, label in enumerate(classes)}
    return Split(
        names=tuple(picture.file.name for picture in pictures),
        labels=np.array([positions[picture.file.label] for picture in pictures], np.int64),
        pictures=tuple(picture.file.path for picture in pictures),
    )
