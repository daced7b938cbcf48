"""Which image goes into which split: stratified, drawn from a seed, no image in two.

Copies of an image (files with the same bytes) are one image here, and stay together; so do near copies
where that is asked for. What is drawn depends on the seed and the images' bytes alone: not on names, places
or the order in which files were found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.datasets.checking import CheckedImage
from core.datasets.layout import PARTS, Part
from core.errors import DataError, UsageError

LEAST_PER_CLASS = 5
"""Different images of a class that are split; fewer would leave a split without its share."""

_MOST_NAMED = 20
_ByLabel = Mapping[str, list[CheckedImage]]
Splits = Mapping[Part, list[CheckedImage]]
NearCopies = Sequence[Sequence[CheckedImage]]
"""Groups of images that show nearly the same."""


@dataclass(frozen=True)
class Shares:
    """The share of a class's images for validation and test, of those that must be divided."""

    validation: float = 0.1
    test: float = 0.2

    def __post_init__(self) -> None:
        if min(self.validation, self.test) <= 0 or self.validation + self.test >= 1:
            reason = (
                f"validation share {self.validation} and test share {self.test} leave nothing to train on"
            )
            raise UsageError("setting-invalid", reason=reason)


def without_shared_copies(images: Sequence[CheckedImage]) -> tuple[Splits, list[CheckedImage]]:
    """The images in the parts that the data puts them in, each image in one part only.

    An image with copies in several parts stays in the test part before validation before train. The second
    value is what was left out.
    """
    parts: dict[Part, list[CheckedImage]] = {}
    left_out: list[CheckedImage] = []
    taken: dict[bytes, Part] = {}
    for part in reversed(PARTS):
        for image in (p for p in images if p.file.part == part):
            if taken.setdefault(image.digest, part) == part:
                parts.setdefault(part, []).append(image)
            else:
                left_out.append(image)
    return parts, left_out


def different_images(images: Iterable[CheckedImage]) -> dict[str, int]:
    """For each class that occurs the number of images, copies counted once."""
    digests: dict[str, set[bytes]] = {}
    for image in images:
        digests.setdefault(image.file.label, set()).add(image.digest)
    return {label: len(own) for label, own in digests.items()}


def split_images(
    parts: Splits, classes: Sequence[str], seed: int, shares: Shares, together: NearCopies = ()
) -> Splits:
    """Train, validation and test, each sorted by name; what the data does not bring is drawn from its train.

    `parts` has 'train' at least, and no image in two parts. The near copies in `together` stay in one split
    but in a class that has too few groups of them to divide. Without any of them the splits are what they
    always were. Raises data-too-few when a class cannot be divided, data-classes-differ when a part that the
    data brings lacks a class.
    """
    splits: dict[Part, list[CheckedImage]] = {part: list(parts.get(part, [])) for part in PARTS}
    splits["train"] = []
    fractions_of: dict[Part, float] = {"test": shares.test, "validation": shares.validation}
    wanted = {part: share for part, share in fractions_of.items() if part not in parts}
    labeled = {part: _by_label(images) for part, images in parts.items()}
    _check_classes(labeled, classes)
    first_of = {image.digest: _first_digest(group) for group in together for image in group}
    for name in classes:
        groups = _groups(labeled["train"][name], seed, first_of)
        if is_undivided(len(groups), wanted):
            groups = _groups(labeled["train"][name], seed, {})
        for part, drawn in _drawn(groups, wanted).items():
            splits[part].extend(image for group in drawn for image in group)
    return {part: sorted(images, key=lambda p: p.file.name) for part, images in splits.items()}


def is_undivided(groups: int, drawn: Collection[Part]) -> bool:
    """Whether a class with so many groups of near copies has too few for the parts drawn from its train."""
    return groups <= len(drawn)


def divided_as(splits: Splits, names: Mapping[str, Collection[str]]) -> Splits:
    """The same images in the splits that have their names in `names`, where these are all their names.

    What a run began with stays so when another version of a decoder sees near copies where there were none.
    """
    images = sorted((p for part in PARTS for p in splits[part]), key=lambda p: p.file.name)
    part_of = {name: part for part in PARTS for name in names.get(part, ())}
    if part_of.keys() != {image.file.name for image in images}:
        return splits
    return {part: [p for p in images if part_of[p.file.name] == part] for part in PARTS}


def fingerprint(splits: Splits, classes: Sequence[str]) -> str:
    """32 hexadecimal digits that stand for the classes and the images of each split."""
    digest = hashlib.blake2b(digest_size=16)
    for part in PARTS:
        digest.update(f"{part}\n".encode())
        for label, content in sorted((classes.index(p.file.label), p.digest) for p in splits[part]):
            digest.update(f"{label} {content.hex()}\n".encode())
    digest.update("\n".join(classes).encode())
    return digest.hexdigest()


def _by_label(images: Iterable[CheckedImage]) -> _ByLabel:
    by_label: dict[str, list[CheckedImage]] = {}
    for image in images:
        by_label.setdefault(image.file.label, []).append(image)
    return by_label


def _check_classes(labeled: Mapping[Part, _ByLabel], classes: Iterable[str]) -> None:
    """Raise data-classes-differ or data-too-few, with all classes that have too few in its detail."""
    few = {}
    for name in classes:
        for part, by_label in labeled.items():
            if name not in by_label:
                raise DataError("data-classes-differ", name=name, split=part)
        count = len({image.digest for image in labeled["train"][name]})
        if count < LEAST_PER_CLASS:
            few[name] = count
    for name, count in few.items():
        lines = [f"{short}: {own}" for short, own in few.items()]
        detail = "\n".join([*lines[:_MOST_NAMED], *(["..."] if len(lines) > _MOST_NAMED else [])])
        raise DataError("data-too-few", detail=detail, name=name, count=count, needed=LEAST_PER_CLASS)


def _first_digest(group: Iterable[CheckedImage]) -> bytes:
    return min(image.digest for image in group)


def _groups(
    images: Iterable[CheckedImage], seed: int, first_of: Mapping[bytes, bytes]
) -> list[list[CheckedImage]]:
    """Copies together, in an order drawn from `seed`; images without copies first.

    So the splits that are drawn first hold single images, and copies mostly end up in training. `first_of`
    has the digest by which the group of a near copy is known.
    """
    groups: dict[bytes, list[CheckedImage]] = {}
    for image in images:
        groups.setdefault(first_of.get(image.digest, image.digest), []).append(image)
    key = str(seed).encode()

    def drawn(digest: bytes) -> tuple[int, bytes]:
        return len(groups[digest]), hashlib.blake2b(digest, digest_size=16, key=key).digest()

    return [groups[digest] for digest in sorted(groups, key=drawn)]


def _drawn(
    groups: Sequence[list[CheckedImage]], wanted: Mapping[Part, float]
) -> dict[Part, Sequence[list[CheckedImage]]]:
    """The groups dealt to the wanted parts, at least one to each, and the rest to 'train'."""
    dealt: dict[Part, Sequence[list[CheckedImage]]] = {}
    start = 0
    for position, (part, share) in enumerate(wanted.items()):
        still_waiting = len(wanted) - position
        most = len(groups) - start - still_waiting
        count = min(max(1, round(share * len(groups))), most)
        dealt[part] = groups[start : start + count]
        start += count
    dealt["train"] = groups[start:]
    return dealt
