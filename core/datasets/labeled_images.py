"""Data sets that tell classes otherwise than by class folders, by the layout in which each is published.

tiny-imagenet-200/train/n01443537/images/n01443537_0.JPEG   Tiny ImageNet (Stanford CS231n)
                  val/images/val_0.JPEG, val/val_annotations.txt   a line for each: file, class, box
                  test/images/...                            without labels
                  words.txt                                  a line for each class: its number, its names
Class 1-!-0.png, manifest.json    a project of Teachable Machine (.tm or .zip): '-!-' ends the class
Class 1-samples.zip ...           Teachable Machine's 'Download samples': a zip for each class
images and a list of labels       `label_lists`
"""

from __future__ import annotations

import contextlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from core.datasets.folders import Folder, shown
from core.datasets.label_lists import LabelList, read_label_list
from core.datasets.layout import PARTS, Layout, Part, find_layout, part_named
from core.errors import DataError
from core.files import content_of
from core.task import Task

_TINY_VALIDATION, _TINY_WORDS = "val_annotations.txt", "words.txt"
_SYNSET = re.compile(r"n\d{8}")
_TEACHABLE = re.compile(r"(.+)-!-[^/]*")
_PLAIN_FOLDERS = frozenset(
    {
        *("image", "images", "img", "imgs", "picture", "pictures", "photo", "photos", "jpg", "jpeg", "png"),
        *("data", "dataset", "media", "upload", "uploads", "files", "samples", "labeled", "unlabeled"),
        *("mask", "masks", "annotations", "labels"),
    }
)
"""Folders of these names hold images of all classes, as do those that are named for a split."""
_UPLOADED = re.compile(r"[0-9a-f]{8}-")
"""Label Studio puts this before the name of a file that was uploaded."""
_MOST_LISTS = 64
_MOST_LINES_BYTES = 1 << 23


def layout_of(folder: Folder, task: Task) -> Layout:
    """The layout of a data set in `folder`, by class folders or by one of the layouts above.

    Class folders are believed; lists of labels are read only where images are not in any. Raises
    data-labels-unreadable or data-labels-no-images where a list is all there is and it is of no use,
    data-permission; `Cancelled`.
    """
    special = _tiny_imagenet(folder) or _teachable_machine(folder)
    if special is not None:
        return special
    layout = find_layout(folder)
    own = _own_classes(layout)
    believed = len(own) > 1 and len(own) == len(layout.classes)
    if not any(True for _ in folder.all_lists()) or (believed and len(layout.unlabeled) <= sum(own.values())):
        return layout
    labeled = _by_lists(folder, task, strict=len(own) < 2)
    return layout if labeled is None or _count(labeled) <= sum(own.values()) else labeled


def _own_classes(layout: Layout) -> dict[str, int]:
    """The classes whose folders are named as classes are, with the numbers of their images."""
    counts = dict.fromkeys(layout.classes, 0)
    for classes in layout.parts.values():
        for name, paths in classes.items():
            counts[name] += len(paths)
    return {
        name: count
        for name, count in counts.items()
        if count and name.casefold() not in _PLAIN_FOLDERS and part_named(name) is None
    }


def _count(layout: Layout) -> int:
    return sum(len(paths) for classes in layout.parts.values() for paths in classes.values())


def _tiny_imagenet(folder: Folder) -> Layout | None:
    """Tiny ImageNet's layout in `folder`, or in the only folder in it; None for any other."""
    inner = {one.name: one for one in folder.folders}
    if len(inner) == 1 and not folder.images:
        return _tiny_imagenet(*inner.values())
    train, validation = inner.get("train"), inner.get("val")
    if train is None or not train.folders or not all(_SYNSET.fullmatch(one.name) for one in train.folders):
        return None
    lists = [] if validation is None else [path for path in validation.lists if path.name == _TINY_VALIDATION]
    words = next((path for path in folder.lists if path.name == _TINY_WORDS), None)
    if not lists and words is None:
        return None
    numbers = [one.name for one in train.folders]
    names = _class_names(numbers, words)
    parts: dict[Part, dict[str, tuple[Path, ...]]] = {
        "train": {names[one.name]: tuple(one.all_images()) for one in train.folders}
    }
    if validation is not None and lists:
        images = {path.name: path for path in validation.all_images()}
        labeled: dict[str, list[Path]] = {}
        for file, number, *_ in _lines(lists[0]):
            if file in images and number in names:
                labeled.setdefault(names[number], []).append(images[file])
        parts["validation"] = {name: tuple(paths) for name, paths in labeled.items()}
    return _laid_out(folder, parts, ())


def _class_names(numbers: Sequence[str], words: Path | None) -> dict[str, str]:
    """For each WordNet number the first of its names, more of them where two would be alike, else itself."""
    known = {} if words is None else {number: text for number, text, *_ in _lines(words)}
    texts = {number: _class_name(known.get(number, "")) for number in numbers}
    chosen = {number: texts[number].partition(",")[0].strip() or number for number in numbers}
    for names in (texts, {number: f"{chosen[number]} ({number})" for number in numbers}):
        often = {name for name, count in Counter(chosen.values()).items() if count > 1}
        chosen = {number: names[number] if name in often else name for number, name in chosen.items()}
    return chosen


def _lines(path: Path) -> Iterator[list[str]]:
    """The lines of a text with tabs, split, without those that have one column."""
    try:
        text = content_of(path, _MOST_LINES_BYTES).decode("utf-8", errors="replace")
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    return (columns for line in io.StringIO(text) if len(columns := line.rstrip("\r\n").split("\t")) > 1)


def _teachable_machine(folder: Folder) -> Layout | None:
    """The layout of a project of Teachable Machine, whose files have the class in their names."""
    matches = {path: _TEACHABLE.fullmatch(shown(path.name)) for path in folder.all_images()}
    if not matches or not all(matches.values()):
        return None
    classes: dict[str, list[Path]] = {}
    for path, match in matches.items():
        if match:
            classes.setdefault(_class_name(match[1]), []).append(path)
    return _laid_out(folder, {"train": {name: tuple(paths) for name, paths in classes.items()}}, ())


def _by_lists(folder: Folder, task: Task, *, strict: bool) -> Layout | None:
    """The layout that the lists of labels in `folder` give; None where there is none that does.

    With `strict` the first reason why a list does not is raised.
    """
    index = _Index(folder)
    lists: list[LabelList] = []
    refused: list[DataError] = []
    for path in _candidates(folder):
        task.check_cancelled()
        try:
            lists.append(read_label_list(path, index.names_below(path.parent, _part_in(path.stem))))
        except DataError as error:
            refused.append(error)
    parts, used = _labeled(index, lists)
    if parts:
        return _laid_out(folder, parts, used)
    if strict and lists:
        first = lists[0]
        count = len(first.labels)
        raise DataError("data-labels-no-images", path=first.path, count=count, name=first.labels[0].file)
    if strict and refused and folder.has_images:
        raise refused[0]
    return None


def _labeled(
    index: _Index, lists: Sequence[LabelList]
) -> tuple[dict[Part, dict[str, tuple[Path, ...]]], tuple[Path, ...]]:
    """The images that the lists name, by part and class, and the lists that name any.

    An image to which two lists give different classes has none.
    """
    found: dict[Path, tuple[Part, str]] = {}
    contradicted: set[Path] = set()
    used: list[Path] = []
    for one in lists:
        base, own_part = index.below(one.path.parent), _part_in(one.path.stem)
        for label in one.labels:
            path = index.find(label.file, base, label.part or own_part) if label.name else None
            if path is not None:
                part = label.part or index.part_of(path) or own_part or "train"
                if found.setdefault(path, (part, label.name))[1] != label.name:
                    contradicted.add(path)
                used.append(one.path)
    grouped: dict[Part, dict[str, list[Path]]] = {}
    for path in sorted(found.keys() - contradicted):
        part, name = found[path]
        grouped.setdefault(part, {}).setdefault(_class_name(name), []).append(path)
    parts: dict[Part, dict[str, tuple[Path, ...]]] = {
        part: {name: tuple(paths) for name, paths in classes.items()} for part, classes in grouped.items()
    }
    return parts, tuple(dict.fromkeys(used))


def _candidates(folder: Folder) -> list[Path]:
    """The files that may be lists of labels, nearest first; those about a single image are none."""
    names = {name for path in folder.all_images() for name in (path.name, path.stem)}
    lists = [path for path in folder.all_lists() if path.stem not in names and path.suffix != ".txt"]
    return sorted(lists, key=lambda path: (len(path.parts), path.name.casefold()))[:_MOST_LISTS]


class _Index:
    """The images below a folder, to be found by what lists call them."""

    def __init__(self, folder: Folder) -> None:
        self._depth = len(folder.path.parts)
        self._parts: dict[Path, tuple[str, ...]] = {}
        self._by_end: dict[tuple[str, ...], list[Path]] = {}
        self._grouped: set[tuple[str, ...]] = set()
        self._found: dict[tuple[tuple[str, ...], tuple[str, ...], Part | None], Path | None] = {}
        for path in folder.all_images():
            self._parts[path] = self.below(path)
            name = self._parts[path][-1]
            for key in {name, name.rpartition(".")[0]}:
                self._by_end.setdefault((key,), []).append(path)

    def below(self, path: Path) -> tuple[str, ...]:
        """The components of a path below the folder, as they are compared."""
        return tuple(shown(part).casefold() for part in path.parts[self._depth :])

    def part_of(self, path: Path) -> Part | None:
        """The split that a folder above an image is named for."""
        found = (_part_in(name) for name in self._parts[path][:-1])
        return next((part for part in found if part), None)

    def names_below(self, folder: Path, part: Part | None) -> Callable[[str], bool]:
        """Whether a list in `folder` names an image by a text."""
        base = self.below(folder)
        return lambda name: self.find(name, base, part) is not None

    def find(self, name: str, base: tuple[str, ...], part: Part | None) -> Path | None:
        """The image that a list calls so: the one whose path ends like `name`, nearest to `base`.

        None where there is none, or where two are as good.
        """
        for wanted in _spellings(name):
            end = self._longest_end(wanted)
            # A list may name the images of one folder a million times.
            if (key := (end, base, part)) not in self._found:
                self._found[key] = self._nearest(self._by_end.get(end, []), base, part)
            if (found := self._found[key]) is not None:
                return found
        return None

    def _longest_end(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """As many of the last components of `wanted` as any image's path ends with, at least one."""
        end = wanted[-1:]
        while len(end) < len(wanted) and len(paths := self._by_end.get(end, [])) > 1:
            if end not in self._grouped:
                self._grouped.add(end)
                for path in paths:
                    longer = (*self._parts[path][-1 - len(end) : -1], end[-1])
                    if len(longer) > len(end):
                        self._by_end.setdefault(longer, []).append(path)
            if (longer := wanted[-1 - len(end) :]) not in self._by_end:
                break
            end = longer
        return end

    def _nearest(self, paths: list[Path], base: tuple[str, ...], part: Part | None) -> Path | None:
        """The one of some paths that is in `part` and below `base`, if one is more so than the others."""
        if len(paths) > 1 and part is not None:
            paths = _best(paths, [int(self.part_of(path) == part) for path in paths])
        if len(paths) > 1:
            paths = _best(paths, [int(self._parts[path][: len(base)] == base) for path in paths])
        return paths[0] if len(paths) == 1 else None


def _best(paths: Sequence[Path], worths: Sequence[int]) -> list[Path]:
    most = max(worths)
    return [path for path, own in zip(paths, worths, strict=True) if own == most]


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """What a list may mean by a name: a path, an address, a path in a query, an uploaded file."""
    name = shown(name.strip().replace("\\", "/"))
    if "://" in name or name.startswith("/data/"):
        # What is no address is a name.
        with contextlib.suppress(ValueError):
            address = urlsplit(name)
            name = unquote(parse_qs(address.query).get("d", [address.path])[0])
    parts = tuple(part.casefold() for part in name.split("/") if part not in ("", ".", ".."))
    if parts:
        yield parts
        if match := _UPLOADED.match(parts[-1]):
            yield (*parts[:-1], parts[-1][match.end() :])


def _part_in(name: str) -> Part | None:
    """The split that a name tells of as a whole or in one of its words: 'instances_train2017'."""
    words = re.split(r"[^a-z]+", name.casefold())
    return part_named(name) or next((part for part in map(part_named, words) if part), None)


def _class_name(label: str) -> str:
    """A label as the name of a class. A '/' would make it the path of an image."""
    return shown(label.strip()).replace("/", "-")


def _laid_out(
    folder: Folder, parts: Mapping[Part, Mapping[str, tuple[Path, ...]]], lists: tuple[Path, ...]
) -> Layout:
    ordered = {part: parts[part] for part in PARTS if part in parts}
    labeled = set(_paths(ordered))
    unlabeled = tuple(path for path in folder.all_images() if path not in labeled)
    brings_split = "train" in ordered and len(ordered) > 1
    layout = Layout(ordered, brings_split, unlabeled, lists)
    return layout if brings_split else layout.mixed()


def _paths(parts: Mapping[Part, Mapping[str, Iterable[Path]]]) -> Iterator[Path]:
    return (path for classes in parts.values() for paths in classes.values() for path in paths)
