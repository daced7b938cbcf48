"""A data set looked at as a whole: what in it can be used, and what a person should know of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.datasets import findings
from core.datasets.checking import CheckedPicture, check_pictures, duplicates
from core.datasets.listing import Listing
from core.datasets.remembering import Memory
from core.datasets.splits import LEAST_PER_CLASS, Splits, different_pictures, without_shared_copies
from core.events import Finding
from core.task import Task


@dataclass(frozen=True, eq=False)
class Examined:
    """What looking came to.

    `pictures` are those that are to be used, sorted by name. Of these `parts` has the good ones, each in one
    of the parts that the data brings; `bad` cannot be read, `contradictory` are in several classes at once
    and `shared` in a later part too. `findings` name all pictures that they are about.
    """

    listing: Listing
    pictures: tuple[CheckedPicture, ...]
    parts: Splits
    bad: tuple[CheckedPicture, ...]
    contradictory: tuple[CheckedPicture, ...]
    shared: tuple[CheckedPicture, ...]
    findings: tuple[Finding, ...]


def examine(listing: Listing, image_size: int, cache_folder: Path, task: Task) -> Examined:
    """Read every picture of a listing that is to be used, with progress, and find what is wrong.

    Pictures that were read before and have not changed since are not read again: `cache_folder` knows them.
    Raises DATA_PERMISSION for a picture that may not be read; `Cancelled`.
    """
    task.status("Checking the pictures")
    memory = Memory.of(listing.folder, cache_folder)
    try:
        pictures = check_pictures(list(listing.used), memory, task)
    finally:
        memory.keep({file.name for file in listing.files})
    readable = [picture for picture in pictures if picture.problem is None]
    contradictions = [group for group in duplicates(readable) if _is_contradiction(group)]
    digests = {group[0].digest for group in contradictions}
    parts, shared = without_shared_copies([p for p in readable if p.digest not in digests])
    kept = [picture for part in parts.values() for picture in part]
    found = (
        *findings.of_listing(listing),
        *findings.of_problems(pictures),
        *findings.of_contradictions(contradictions),
        *findings.of_shared_copies(shared),
        *findings.of_doubtful(kept, image_size),
        *findings.of_counts(_usable(listing, parts, _counts(kept)), LEAST_PER_CLASS),
        *findings.of_missing_parts({part: _counts(own) for part, own in parts.items()}),
    )
    return Examined(
        listing=listing,
        pictures=tuple(pictures),
        parts=parts,
        bad=tuple(picture for picture in pictures if picture.problem is not None),
        contradictory=tuple(picture for group in contradictions for picture in group),
        shared=tuple(shared),
        findings=found,
    )


def _is_contradiction(copies: Iterable[CheckedPicture]) -> bool:
    return len({picture.file.label for picture in copies}) > 1


def _counts(pictures: Iterable[CheckedPicture]) -> Counter[str]:
    return Counter(picture.file.label for picture in pictures)


def _usable(listing: Listing, parts: Splits, counts: Counter[str]) -> dict[str, int]:
    """Pictures of each class; of one that is short of different ones to divide, how many those are."""
    to_divide = different_pictures(parts.get("train", []))
    usable = {}
    for name in listing.classes:
        different = to_divide.get(name, 0)
        short = 0 < different < LEAST_PER_CLASS
        usable[name] = different if short else counts[name]
    return usable
