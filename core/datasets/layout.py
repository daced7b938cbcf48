"""How the folders of a data set are to be understood: which are classes, which are splits.

cats/ dogs/                                 classes
train/cats/ train/dogs/ test/cats/ ...      classes in splits that the data brings
anything/of/these/                          inside one or more wrapping folders
seg_train/seg_train/cats/ ...               the same, with a wrapper in each split
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from core.datasets.folders import Folder

Part = Literal["train", "validation", "test"]
PARTS: tuple[Part, ...] = ("train", "validation", "test")

_WORDS: dict[str, Part] = {
    "train": "train",
    "training": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "dev": "validation",
    "test": "test",
    "testing": "test",
}
_SPLIT_NAME = re.compile(
    rf"(?:(?:seg|data|dataset|images?|images?)[-_ .]?)?({'|'.join(_WORDS)})"
    r"(?:[-_ .]?(?:set|data|dataset|images?|images?|split))?"
)
_UNLABELED_NAME = re.compile(r"(?:seg[-_ .]?)?(?:pred|predict|prediction|predictions|unlabell?ed)")


@dataclass(frozen=True)
class Layout:
    """The images of a data set by part and class.

    `parts` has the splits that the data brings; a set without any has one part, 'train', and `brings_split`
    is false. A class without images is there with none. `unlabeled` are images that stand outside
    every class folder. `lists` are the files that say which class each image has, where class folders do not.
    """

    parts: Mapping[Part, Mapping[str, tuple[Path, ...]]]
    brings_split: bool
    unlabeled: tuple[Path, ...]
    lists: tuple[Path, ...] = ()

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes in all parts, sorted."""
        return tuple(sorted({name for part in self.parts.values() for name in part}))

    def renamed(self, names: Mapping[str, str]) -> Layout:
        """The same layout with other names for its classes; no two may become one."""
        parts = {
            part: {names[name]: paths for name, paths in classes.items()}
            for part, classes in self.parts.items()
        }
        return replace(self, parts=parts)

    def mixed(self) -> Layout:
        """The same images without the splits that the data brings."""
        return replace(self, parts={"train": _merged(*self.parts.values())}, brings_split=False)


def find_layout(folder: Folder) -> Layout:
    """The layout of a data set in `folder`: the nearest folder below it that branches."""
    parent = _class_parent(folder)
    parts: dict[Part, dict[str, tuple[Path, ...]]] = {}
    for part, branch in _own_splits(parent):
        parts[part] = _merged(parts.get(part, {}), _classes(branch))
    brings_split = "train" in parts and len(parts) > 1
    if not brings_split:
        parts = {"train": _merged(*parts.values())}
    labeled = {path for part in parts.values() for paths in part.values() for path in paths}
    unlabeled = tuple(path for path in folder.all_images() if path not in labeled)
    return Layout(parts, brings_split, unlabeled)


def part_named(name: str) -> Part | None:
    """The split that a folder of this name holds: 'Train', 'seg_test', 'validation-set' and the like."""
    match = _SPLIT_NAME.fullmatch(name.casefold())
    return _WORDS[match[1]] if match else None


def _class_parent(folder: Folder) -> Folder:
    """The first folder, from `folder` down, that holds more than one branch or the images of one class."""
    while True:
        branches = [inner for inner in folder.folders if inner.has_images]
        if len(branches) != 1 or not _holds_classes(branches[0]):
            return folder
        folder = branches[0]


def _holds_classes(folder: Folder) -> bool:
    return any(inner.has_images for inner in folder.folders)


def _own_splits(folder: Folder) -> list[tuple[Part, Folder]]:
    """The parents of the classes of each split in `folder`.

    Where the folders of `folder` are classes (a class may be called 'train'), that is `folder` as 'train'.
    """
    splits: list[tuple[Part, Folder]] = []
    others = 0
    for inner in folder.folders:
        part = part_named(inner.name)
        if part is not None and _holds_classes(inner):
            splits.append((part, _class_parent(inner)))
        elif part is None and inner.has_images and not _UNLABELED_NAME.fullmatch(inner.name.casefold()):
            others += 1
    parts = {part for part, _ in splits}
    believable = len(parts) > 1 if others else bool(parts)
    return splits if believable else [("train", folder)]


def _classes(folder: Folder) -> dict[str, tuple[Path, ...]]:
    classes: dict[str, tuple[Path, ...]] = {}
    for inner in folder.folders:
        classes[inner.name] = classes.get(inner.name, ()) + tuple(inner.all_images())
    return classes


def _merged(*parts: Mapping[str, tuple[Path, ...]]) -> dict[str, tuple[Path, ...]]:
    merged: dict[str, tuple[Path, ...]] = {}
    for part in parts:
        for name, paths in part.items():
            merged[name] = merged.get(name, ()) + paths
    return merged
