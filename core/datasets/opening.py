"""From a folder or something packed to a data set in three splits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from core.datasets.checking import CheckedImage
from core.datasets.dataset import Dataset, Split
from core.datasets.examining import Examined, examine
from core.datasets.findings import MOST_PATHS, shortened
from core.datasets.layout import PARTS
from core.datasets.listing import Listing, list_images
from core.datasets.selection import Selection
from core.datasets.splits import NearCopies, Shares, Splits, divided_as, fingerprint, split_images
from core.errors import DataError
from core.task import Task

OnBadImages = Literal["leave-out", "stop"]
_ALL = Selection()


def open_dataset(
    source: Path,
    *,
    cache_folder: Path,
    seed: int,
    task: Task,
    validation_share: float = 0.1,
    test_share: float = 0.2,
    on_bad_pictures: OnBadImages = "leave-out",
    image_size: int = 32,
    selection: Selection = _ALL,
    mixed: bool = False,
    near_together: bool = False,
    divided_before: Mapping[str, Collection[str]] | None = None,
) -> Dataset:
    """The images of a source that `selection` keeps, checked and split.

    What is packed is unpacked into `cache_folder`. The shares are of each class's images, for the splits
    that the data does not bring itself; with `mixed` none that it brings counts. With `near_together` near
    copies stay in one split. `divided_before` has the names that were in each split before: they stay there
    where they are all there is. Everything a person should know about the data is reported as a
    `Finding`; smaller images than `image_size` too.

    Raises `SqueezeError`: setting-invalid for the shares; what `list_images` raises; data-no-pictures,
    data-no-classes, data-one-class, data-empty-class, data-too-few, data-classes-differ; data-bad-pictures
    where `on_bad_pictures` is 'stop'. `Cancelled`.
    """
    shares = Shares(validation_share, test_share)
    listing = list_images(source, selection, cache_folder, task, mixed=mixed)
    examined = _usable(listing, cache_folder, on_bad_pictures, image_size, task, near_together)
    together = examined.near if near_together else ()
    splits = split_images(examined.parts, listing.classes, seed, shares, together)
    if divided_before is not None:
        splits = divided_as(splits, divided_before)
    return _dataset(listing, splits, examined.near)


def open_images(
    source: Path,
    *,
    cache_folder: Path,
    task: Task,
    on_bad_pictures: OnBadImages = "leave-out",
    selection: Selection = _ALL,
) -> tuple[tuple[str, ...], Split]:
    """The classes and all the images of a source that `selection` keeps, whatever splits it has.

    They may be few, and classes that the selection names may be missing. Raises what `open_dataset` raises,
    but for data-too-few, data-classes-differ and data-name-unknown.
    """
    listing = list_images(source, selection, cache_folder, task, lenient=True)
    examined = _usable(listing, cache_folder, on_bad_pictures, 1, task)
    images = [image for part in PARTS for image in examined.parts.get(part, ())]
    return listing.classes, _split(images, listing.classes)


def require_images(listing: Listing) -> None:
    """Raise data-no-pictures or data-no-classes for a listing of nothing."""
    if not listing.files:
        code = "data-no-classes" if listing.unlabeled else "data-no-pictures"
        raise DataError(code, path=listing.source)


def require_classes(listing: Listing) -> None:
    """Raise data-no-pictures, data-no-classes, data-empty-class or data-one-class for such a listing."""
    require_images(listing)
    counts = dict.fromkeys(listing.classes, 0)
    for file in listing.used:
        counts[file.label] += 1
    if not counts:
        raise DataError("data-no-pictures", path=listing.source)
    _require_in_each(counts)
    if len(counts) == 1:
        raise DataError("data-one-class", name=listing.classes[0], path=listing.source)


def _usable(
    listing: Listing,
    cache_folder: Path,
    on_bad_pictures: OnBadImages,
    image_size: int,
    task: Task,
    together: bool = True,
) -> Examined:
    """The images of a listing, looked at, with everything told that does not end the work."""
    require_classes(listing)
    examined = examine(listing, image_size, cache_folder, task, together=together)
    for finding in examined.findings:
        if not finding.stops:
            task.report(shortened(finding))
    _require_good(examined, on_bad_pictures)
    labels = {image.file.label for part in examined.parts.values() for image in part}
    _require_in_each({name: int(name in labels) for name in listing.classes})
    return examined


def _require_good(examined: Examined, on_bad_pictures: OnBadImages) -> None:
    bad = examined.bad
    detail = "\n".join(f"{p.file.name} {p.problem.explanation}" for p in bad[:MOST_PATHS] if p.problem)
    if bad and on_bad_pictures == "stop":
        raise DataError("data-bad-pictures", detail=detail, count=len(bad), path=bad[0].file.name)
    if len(bad) == len(examined.images):
        raise DataError("data-no-pictures", detail=detail, path=examined.listing.source)


def _require_in_each(counts: dict[str, int]) -> None:
    for name, count in counts.items():
        if count == 0:
            raise DataError("data-empty-class", name=name)


def _dataset(listing: Listing, splits: Splits, near: NearCopies) -> Dataset:
    classes, numbers = listing.classes, _group_numbers(splits, near)
    return Dataset(
        name=listing.name,
        classes=classes,
        train=_split(splits["train"], classes, numbers),
        validation=_split(splits["validation"], classes, numbers),
        test=_split(splits["test"], classes, numbers),
        fingerprint=fingerprint(splits, classes),
        set_aside=tuple(file.name for file in listing.files if file.role == "set-aside"),
    )


def _group_numbers(splits: Splits, near: NearCopies) -> dict[bytes, int]:
    """For each digest the number of its group: near copies have one in common."""
    numbers = {image.digest: number for number, group in enumerate(near) for image in group}
    for part in PARTS:
        for image in splits[part]:
            numbers.setdefault(image.digest, len(near) + len(numbers))
    return numbers


def _split(
    images: Sequence[CheckedImage], classes: Iterable[str], groups: Mapping[bytes, int] | None = None
) -> Split:
    positions = {label: position for position, label in enumerate(classes)}
    return Split(
        names=tuple(image.file.name for image in images),
        labels=np.array([positions[image.file.label] for image in images], np.int64),
        images=tuple(image.file.path for image in images),
        groups=None if groups is None else np.array([groups[p.digest] for p in images], np.int64),
    )
