"""What a person should know about their pictures, as values: what it is, where, and what would mend it.

Findings made here name every picture that they are about; `told` cuts them short for an event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from core.datasets.checking import CheckedPicture, duplicates
from core.datasets.layout import Part
from core.datasets.listing import Listing
from core.events import Finding, Fix

MOST_PATHS = 20
"""How many paths a finding that is told names; its count is of all."""
FEW_PER_CLASS = 50
"""A class with fewer pictures is learnt poorly, and its accuracy is known roughly."""
HEAVY_IMBALANCE = 4.0
"""With so many times the pictures of the smallest class, the largest is favoured by what is learnt."""
_MOST_PAIRS = 30
_PICTURE_FIXES: tuple[Fix, ...] = ("leave-out", "set-aside")
_CLASS_FIXES: tuple[Fix, ...] = ("leave-out", "merge", "set-aside")


def told(finding: Finding) -> Finding:
    """The finding with at most `MOST_PATHS` of its paths."""
    return msgspec.structs.replace(finding, paths=finding.paths[:MOST_PATHS])


def counted_files(count: int) -> str:
    """'1 file' or '2,000 files'."""
    return "1 file" if count == 1 else f"{count:,} files"


def of_listing(listing: Listing) -> Iterator[Finding]:
    """What can be told before a picture is read."""
    if listing.unlabelled:
        yield _finding("unlabelled", "{files} outside the class folders: not used.", listing.unlabelled, ())
    aside = Counter(file.label for file in listing.files if file.role == "set-aside")
    used = Counter(file.label for file in listing.used)
    yield from of_chosen({name: used[name] for name in listing.classes}, {n: aside[n] for n in listing.aside})


def of_chosen(classes: Mapping[str, int], aside: Mapping[str, int]) -> Iterator[Finding]:
    """Of the classes that are used, and of those that are set aside, with the numbers of their pictures."""
    for name, count in aside.items():
        text = f"The class '{name}' is set aside: its {counted_files(count)} are listed but not used."
        yield Finding(kind="set-aside", text=text, count=count, class_name=name)
    for one, other in _alike(classes):
        text = f"The classes '{one}' and '{other}' are called almost the same."
        yield Finding(kind="alike", text=text, class_name=one, partner=other, fixes=("merge",))


def of_problems(pictures: Iterable[CheckedPicture]) -> Iterator[Finding]:
    """One for each kind of problem that occurs."""
    names: dict[str, list[str]] = defaultdict(list)
    explanations: dict[str, str] = {}
    for picture in pictures:
        if picture.problem is not None:
            names[picture.problem.value].append(picture.file.name)
            explanations[picture.problem.value] = picture.problem.explanation
    for kind in sorted(names):
        text = f"{{files}} not usable: each {explanations[kind]}."
        yield _finding(kind, text, sorted(names[kind]), _PICTURE_FIXES)


def of_contradictions(pictures: Sequence[CheckedPicture]) -> Iterator[Finding]:
    """One for each set of classes that the same pictures are in, those with most pictures first."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for group in contradictions(pictures):
        classes = tuple(sorted({picture.file.label for picture in group}))
        groups[classes].extend(picture.file.name for picture in group)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for classes, names in ordered[:_MOST_PAIRS]:
        text = f"{{files}} left out: the same picture is in {len(classes)} classes, {', '.join(classes)}."
        pair = {"class_name": classes[0], "partner": classes[1]} if len(classes) == 2 else {}
        fixes: tuple[Fix, ...] = (*_PICTURE_FIXES, "merge") if pair else _PICTURE_FIXES
        yield _finding("in-two-classes", text, sorted(names), fixes, **pair)
    rest = sorted(name for _, names in ordered[_MOST_PAIRS:] for name in names)
    if rest:
        text = "{files} left out: the same picture is in several classes."
        yield _finding("in-two-classes", text, rest, _PICTURE_FIXES)


def of_shared_copies(left_out: Iterable[CheckedPicture]) -> Iterator[Finding]:
    """Of pictures that are left out because a later split of the data has them too."""
    names = sorted(picture.file.name for picture in left_out)
    if names:
        text = "{files} left out: each is a copy of one in a later split."
        yield _finding("in-two-splits", text, names, _PICTURE_FIXES)


def of_doubtful(pictures: Sequence[CheckedPicture], image_size: int) -> Iterator[Finding]:
    """Of pictures that are used nevertheless."""
    copies = sorted(picture.file.name for group in duplicates(pictures) for picture in group[1:])
    if copies:
        text = "{files} exact copies of others: kept together in one split."
        yield _finding("copies", text, copies, _PICTURE_FIXES)
    small = sorted(picture.file.name for picture in pictures if min(picture.size) < image_size)
    if small:
        yield _finding(
            "small", f"{{files}} smaller than {image_size} pixels: enlarged.", small, _PICTURE_FIXES
        )


def of_counts(counts: Mapping[str, int], least: int) -> Iterator[Finding]:
    """What the numbers of usable pictures in the classes say; fewer than `least` stop everything."""
    if len(counts) < 2:
        text = "Fewer than two classes are used: there is nothing to tell apart."
        yield Finding(kind="one-class", text=text, class_name="".join(counts), stops=True)
    for name, count in counts.items():
        if count == 0:
            text = f"The class '{name}' has no picture that can be used."
            yield Finding(kind="empty-class", text=text, class_name=name, fixes=_CLASS_FIXES, stops=True)
        elif count < least:
            text = f"The class '{name}' has {count} different pictures that can be used; {least} are needed."
            yield Finding(
                kind="too-few", text=text, count=count, class_name=name, fixes=_CLASS_FIXES, stops=True
            )
        elif count < FEW_PER_CLASS:
            text = f"The class '{name}' has {count} pictures; {FEW_PER_CLASS} or more are better."
            yield Finding(kind="few", text=text, count=count, class_name=name, fixes=_CLASS_FIXES)
    if is_heavily_imbalanced(counts.values()):
        yield _imbalance(counts)


def of_missing_parts(classes: Mapping[Part, Mapping[str, int]]) -> Iterator[Finding]:
    """Of classes that one of the data's own splits has and another has not."""
    everywhere = {name for counts in classes.values() for name in counts}
    for part, counts in classes.items():
        for name in sorted(everywhere - counts.keys()):
            text = f"The class '{name}' is missing from the data's own {part} split."
            yield Finding(kind="classes-differ", text=text, class_name=name, fixes=_CLASS_FIXES, stops=True)


def is_heavily_imbalanced(counts: Iterable[int]) -> bool:
    """Whether the largest class has several times the pictures of the smallest that has any."""
    present = [count for count in counts if count]
    return len(present) > 1 and max(present) >= HEAVY_IMBALANCE * min(present)


def contradictions(pictures: Iterable[CheckedPicture]) -> Iterator[list[CheckedPicture]]:
    """The groups of copies that lie in more than one class."""
    return (group for group in duplicates(pictures) if len({picture.file.label for picture in group}) > 1)


def _imbalance(counts: Mapping[str, int]) -> Finding:
    present = {name: count for name, count in counts.items() if count}
    most, least = max(present, key=present.__getitem__), min(present, key=present.__getitem__)
    text = (
        f"The class '{most}' has {present[most]:,} pictures, '{least}' has {present[least]:,}: "
        "training gives rare classes more weight, unless told not to."
    )
    return Finding(kind="imbalance", text=text, count=present[least], class_name=least, fixes=_CLASS_FIXES)


def _alike(classes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in capitals, separators or a plural only, the larger class second."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(classes, key=lambda name: (-classes[name], name)):
        groups[re.sub(r"[\W_]+", "", name.casefold()).rstrip("s")].append(name)
    for key, names in groups.items():
        if key:
            yield from ((other, names[0]) for other in names[1:])


def _finding(
    kind: str,
    text: str,
    names: Sequence[str],
    fixes: tuple[Fix, ...],
    *,
    class_name: str = "",
    partner: str = "",
) -> Finding:
    return Finding(
        kind=kind,
        text=text.format(files=counted_files(len(names))),
        paths=tuple(names),
        count=len(names),
        class_name=class_name,
        partner=partner,
        fixes=fixes,
    )
