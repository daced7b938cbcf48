"""A data set looked at as a whole: what in it can be used, and what a person should know of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.datasets import findings
from core.datasets.check_cache import Memory
from core.datasets.checking import CheckedImage, check_images, duplicates
from core.datasets.layout import PARTS
from core.datasets.listing import Listing
from core.datasets.near_copies import has_one_background, is_one_burst, near_copies, thumbnails_of
from core.datasets.splits import (
    LEAST_PER_CLASS,
    Splits,
    different_images,
    is_undivided,
    without_shared_copies,
)
from core.events import Finding
from core.task import Task


@dataclass(frozen=True, eq=False)
class Examined:
    """What looking came to.

    `images` are those that are to be used, sorted by name. Of these `parts` has the good ones, each in one
    of the parts that the data brings; `bad` cannot be read, `contradictory` are in several classes at once
    and `shared` in a later part too. `near` are the groups of near copies among the good ones. `findings`
    name all images that they are about.
    """

    listing: Listing
    images: tuple[CheckedImage, ...]
    parts: Splits
    bad: tuple[CheckedImage, ...]
    contradictory: tuple[CheckedImage, ...]
    shared: tuple[CheckedImage, ...]
    near: tuple[list[CheckedImage], ...]
    findings: tuple[Finding, ...]


def examine(
    listing: Listing,
    image_size: int,
    cache_folder: Path,
    task: Task,
    *,
    together: bool = True,
    compare: bool = True,
) -> Examined:
    """Read every image of a listing that is to be used, with progress, and find what is wrong.

    `compare`: whether near copies are looked for; `together`: whether they will stay in one split. Images
    that were read before and have not changed since are not read again: `cache_folder` knows them. Raises
    data-permission for an image that may not be read; `Cancelled`.
    """
    task.status("Checking the images")
    memory = Memory.of(listing.folder, cache_folder)
    try:
        images = check_images(list(listing.used), memory, task)
        readable = [image for image in images if image.problem is None]
        contradictions = [group for group in duplicates(readable) if _is_contradiction(group)]
        digests = {group[0].digest for group in contradictions}
        parts, shared = without_shared_copies([p for p in readable if p.digest not in digests])
        kept = [image for part in parts.values() for image in part]
        near = near_copies(kept, memory, task) if compare else []
    finally:
        memory.keep({file.name for file in listing.files})
    bursts = _bursts(kept, near)
    undivided = _undivided(parts, near)
    all_findings = (
        *findings.of_listing(listing),
        *findings.of_problems(images),
        *findings.of_contradictions(contradictions),
        *findings.of_shared_copies(shared),
        *findings.of_doubtful(kept, image_size),
        *findings.of_near_copies(near, together, undivided),
        *findings.of_one_sided(bursts, _backgrounds(kept, bursts)),
        *findings.of_counts(_usable(listing, parts, _counts(kept)), LEAST_PER_CLASS),
        *findings.of_missing_parts({part: _counts(own) for part, own in parts.items()}),
    )
    return Examined(
        listing=listing,
        images=tuple(images),
        parts=parts,
        bad=tuple(image for image in images if image.problem is not None),
        contradictory=tuple(image for group in contradictions for image in group),
        shared=tuple(shared),
        near=tuple(near),
        findings=all_findings,
    )


def _is_contradiction(copies: Iterable[CheckedImage]) -> bool:
    return len({image.file.label for image in copies}) > 1


def _counts(images: Iterable[CheckedImage]) -> Counter[str]:
    return Counter(image.file.label for image in images)


def _bursts(kept: Sequence[CheckedImage], near: Iterable[Sequence[CheckedImage]]) -> dict[str, int]:
    """The classes that are hardly more than one burst, with their images."""
    different, sizes = different_images(kept), _sizes(near)
    return {
        name: count
        for name, count in sorted(_counts(kept).items())
        if different[name] >= LEAST_PER_CLASS and is_one_burst(different[name], sizes.get(name, []))
    }


def _backgrounds(kept: Iterable[CheckedImage], bursts: Container[str]) -> dict[str, int]:
    """The other classes whose images have one background, with their images."""
    by_label: dict[str, dict[bytes, CheckedImage]] = {}
    for image in kept:
        by_label.setdefault(image.file.label, {})[image.digest] = image
    return {
        name: len(images)
        for name, images in sorted(by_label.items())
        if name not in bursts
        and len(images) >= LEAST_PER_CLASS
        and has_one_background(thumbnails_of(images.values()))
    }


def _undivided(parts: Splits, near: Iterable[Sequence[CheckedImage]]) -> set[str]:
    """The classes whose near copies do not stay together when splits are drawn from their train part."""
    drawn = [part for part in PARTS if part not in parts]
    groups = different_images(parts.get("train", []))
    for name, sizes in _sizes([[p for p in group if p.file.part == "train"] for group in near]).items():
        groups[name] -= sum(sizes) - len(sizes)
    return {name for name, count in groups.items() if drawn and is_undivided(count, drawn)}


def _sizes(near: Iterable[Sequence[CheckedImage]]) -> dict[str, list[int]]:
    """How many different images each group has, by class."""
    sizes: dict[str, list[int]] = {}
    for group in near:
        if group:
            sizes.setdefault(group[0].file.label, []).append(len({image.digest for image in group}))
    return sizes


def _usable(listing: Listing, parts: Splits, counts: Counter[str]) -> dict[str, int]:
    """Images of each class; of one that is short of different ones to divide, how many those are."""
    to_divide = different_images(parts.get("train", []))
    usable = {}
    for name in listing.classes:
        different = to_divide.get(name, 0)
        short = 0 < different < LEAST_PER_CLASS
        usable[name] = different if short else counts[name]
    return usable
