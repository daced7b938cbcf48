"""What a person should know about their images, as values: what it is, where, and what would mend it.

Findings made here name every image that they are about; `shortened` cuts them short for an event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from core.datasets.checking import CheckedImage, duplicates
from core.datasets.images import Problem
from core.datasets.layout import PARTS, Part
from core.datasets.listing import Listing
from core.events import Finding, Fix

MOST_PATHS = 20
"""How many paths a shortened finding names; its count is of all."""
FEW_PER_CLASS = 50
"""A class with fewer images is learned poorly, and its accuracy is known roughly."""
HEAVY_IMBALANCE = 4.0
"""With so many times the images of the smallest class, the largest is favored by what is learned."""
_MOST_PAIRS = 30
_MOST_CLASSES = 30
"""So many classes are told one by one that have too few images, or few."""
_IMAGE_FIXES: tuple[Fix, ...] = ("leave-out", "set-aside")
_CLASS_FIXES: tuple[Fix, ...] = ("leave-out", "merge", "set-aside")
_SPLIT_FIXES: tuple[Fix, ...] = ("leave-out", "set-aside", "mix")


def shortened(finding: Finding) -> Finding:
    """The finding with at most `MOST_PATHS` of its paths."""
    return msgspec.structs.replace(finding, paths=finding.paths[:MOST_PATHS])


def counted_files(count: int) -> str:
    """'1 file' or '2,000 files'."""
    return "1 file" if count == 1 else f"{count:,} files"


def of_listing(listing: Listing) -> Iterator[Finding]:
    """What can be told before an image is read."""
    if listing.lists:
        sentence = "The classes are those in {list}."
        if len(listing.lists) > 1:
            sentence = "The classes are those in {list} and other files."
        values = {"list": listing.lists[0]}
        yield Finding(kind="labels", text=sentence.format(**values), sentence=sentence, values=values)
        yield from _without_class(listing.unlabeled)
    elif listing.unlabeled:
        yield _finding("unlabelled", "{files} outside the class folders: not used.", listing.unlabeled)
    aside = Counter(file.label for file in listing.files if file.role == "set-aside")
    used = Counter(file.label for file in listing.used)
    yield from of_chosen({name: used[name] for name in listing.classes}, {n: aside[n] for n in listing.aside})


def _without_class(names: Sequence[str]) -> Iterator[Finding]:
    """Of images that no list of labels gives exactly one class."""
    if names:
        yield _finding("unlabelled", "{files} without exactly one class in the list: not used.", names)


def of_chosen(classes: Mapping[str, int], aside: Mapping[str, int]) -> Iterator[Finding]:
    """Of the classes that are used, and of those that are set aside, with the numbers of their images."""
    for name, count in aside.items():
        sentence = "Class '{class_name}' is not used, but stays in the list ({files})."
        yield _about_class("set-aside", sentence, name, count, ())
    for one, other in _alike(classes):
        sentence = "Classes '{class_name}' and '{partner}' have similar names."
        yield _about_class("alike", sentence, one, classes[one], ("merge",), partner=other)


def sentence_of(problem: Problem) -> str:
    """What is said of one or more files with a problem."""
    return f"{{files}} not usable: {problem.explanation.removeprefix('is ').removeprefix('has ')}."


def of_problems(images: Iterable[CheckedImage]) -> Iterator[Finding]:
    """One for each kind of problem that occurs."""
    names: dict[Problem, list[str]] = defaultdict(list)
    for image in images:
        if image.problem is not None:
            names[image.problem].append(image.file.name)
    for problem in sorted(names):
        sentence = sentence_of(problem)
        yield _finding(problem.value, sentence, sorted(names[problem]), _IMAGE_FIXES)


def of_contradictions(copies: Iterable[Sequence[CheckedImage]]) -> Iterator[Finding]:
    """Of groups of copies that lie in several classes: one for each set of classes, the largest first."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for group in copies:
        classes = tuple(sorted({image.file.label for image in group}))
        groups[classes].extend(image.file.name for image in group)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rest = [name for _, names in ordered[_MOST_PAIRS:] for name in names]
    for classes, names in ordered[:_MOST_PAIRS]:
        if len(classes) == 2:
            sentence = "{files} excluded: the same image is in '{class_name}' and in '{partner}'."
            one, other = classes
            fixes = (*_IMAGE_FIXES, "merge")
            yield _finding("in-two-classes", sentence, sorted(names), fixes, class_name=one, partner=other)
        else:
            rest += names
    if rest:
        sentence = "{files} excluded: the same image is in several classes."
        yield _finding("in-two-classes", sentence, sorted(rest), _IMAGE_FIXES)


def of_shared_copies(left_out: Iterable[CheckedImage]) -> Iterator[Finding]:
    """Of images that are left out because a later split of the data has them too."""
    if names := sorted(image.file.name for image in left_out):
        sentence = "{files} excluded: copies of images in a later split."
        yield _finding("in-two-splits", sentence, names, _SPLIT_FIXES)


def of_near_copies(
    groups: Iterable[Sequence[CheckedImage]], together: bool, undivided: Container[str] = ()
) -> Iterator[Finding]:
    """Of groups of near copies: those in one part, of which all but one are named, and those in several.

    `together`: whether those of one part stay together when it is divided, but for classes that are
    `undivided`, of which `of_one_sided` tells.
    """
    same: list[str] = []
    earlier: list[str] = []
    for group in groups:
        last = max(group, key=lambda image: PARTS.index(image.file.part)).file.part
        earlier += (image.file.name for image in group if image.file.part != last)
        if group[0].file.label not in undivided:
            same += _all_but_one(image for image in group if image.file.part == last)
    if same and together:
        sentence = "{files}: near copies of others (bursts or resaved images), always in the same split."
        yield _finding("near-copies", sentence, sorted(same), _IMAGE_FIXES)
    elif same:
        sentence = (
            "{files}: near copies of others (bursts or resaved images). This run may have them in "
            "different splits. A new run does not."
        )
        yield _finding("near-copies-apart", sentence, sorted(same), _IMAGE_FIXES)
    if earlier:
        sentence = "{files}: near copies of images in a later split. The accuracy of that split is too high."
        yield _finding("near-in-two-splits", sentence, sorted(earlier), _SPLIT_FIXES)


def _all_but_one(images: Iterable[CheckedImage]) -> Iterator[str]:
    """The names of different images, but for the first: exact copies are told of elsewhere."""
    first: dict[bytes, str] = {}
    for image in sorted(images, key=lambda image: image.file.name):
        first.setdefault(image.digest, image.file.name)
    return islice(first.values(), 1, None)


def of_one_sided(bursts: Mapping[str, int], backgrounds: Mapping[str, int]) -> Iterator[Finding]:
    """Of classes whose images are one burst or have one background, with the numbers of their images."""
    for name, count in islice(bursts.items(), _MOST_CLASSES):
        sentence = (
            "Class '{class_name}' is little more than one burst ({files}). Add images from the place "
            "where the board will be used, at other times and from other angles."
        )
        yield _about_class("one-burst", sentence, name, count)
    if (more := len(bursts) - _MOST_CLASSES) > 0:
        sentence = (
            "{more} other classes are little more than one burst each. Add images from the place "
            "where the board will be used, at other times and from other angles."
        )
        yield _about_classes("one-burst-classes", sentence, more)
    for name, count in islice(backgrounds.items(), _MOST_CLASSES):
        sentence = (
            "All images of class '{class_name}' have the same background ({files}). Add images from "
            "the place where the board will be used."
        )
        yield _about_class("one-background", sentence, name, count)
    if (more := len(backgrounds) - _MOST_CLASSES) > 0:
        sentence = (
            "{more} other classes have a single background each. Add images from the place where the "
            "board will be used."
        )
        yield _about_classes("one-background-classes", sentence, more)


def of_doubtful(images: Sequence[CheckedImage], image_size: int) -> Iterator[Finding]:
    """Of images that are used nevertheless."""
    if copies := sorted(image.file.name for group in duplicates(images) for image in group[1:]):
        sentence = "{files}: exact copies of others, always in the same split."
        yield _finding("copies", sentence, copies, _IMAGE_FIXES)
    if small := sorted(image.file.name for image in images if min(image.size) < image_size):
        sentence = "{files} smaller than {size} pixels: scaled up."
        yield _finding("small", sentence, small, _IMAGE_FIXES, size=str(image_size))


def of_counts(counts: Mapping[str, int], least: int) -> Iterator[Finding]:
    """What the numbers of usable images in the classes say; fewer than `least` stop everything."""
    if len(counts) < 2:
        sentence = "Fewer than two classes are used. A classifier needs at least two."
        yield Finding(kind="one-class", text=sentence, sentence=sentence, stops=True)
    for name, count in counts.items():
        if count == 0:
            sentence = "Class '{class_name}' has no usable images."
            yield _about_class("empty-class", sentence, name, count, stops=True)
    yield from _of_short_classes({name: count for name, count in counts.items() if 0 < count < least}, least)
    yield from _of_small_classes(
        {name: count for name, count in counts.items() if least <= count < FEW_PER_CLASS}
    )
    if is_heavily_imbalanced(counts.values()):
        yield _imbalance({name: count for name, count in counts.items() if count})


def _of_short_classes(counts: Mapping[str, int], least: int) -> Iterator[Finding]:
    """Of classes with too few images to be divided: one by one, and the rest together."""
    for name, count in islice(counts.items(), _MOST_CLASSES):
        sentence = (
            "Class '{class_name}' has too few different usable images: {count}. At least {least} are needed."
        )
        yield _about_class("too-few", sentence, name, count, stops=True, least=str(least))
    if (more := len(counts) - _MOST_CLASSES) > 0:
        sentence = (
            "{more} other classes have too few different usable images. At least {least} are needed: "
            "add images or exclude these classes."
        )
        yield _about_classes("too-few-classes", sentence, more, stops=True, least=str(least))


def _of_small_classes(counts: Mapping[str, int]) -> Iterator[Finding]:
    """Of classes with few images: one by one, and the rest together."""
    for name, count in islice(counts.items(), _MOST_CLASSES):
        sentence = "Class '{class_name}' has few images: {count}. {enough} or more are recommended."
        yield _about_class("few", sentence, name, count, enough=str(FEW_PER_CLASS))
    if (more := len(counts) - _MOST_CLASSES) > 0:
        sentence = "{more} other classes have few images. {enough} or more per class are recommended."
        yield _about_classes("few-classes", sentence, more, enough=str(FEW_PER_CLASS))


def of_missing_parts(classes: Mapping[Part, Mapping[str, int]]) -> Iterator[Finding]:
    """Of classes that one of the data's own splits has and another has not."""
    everywhere = {name for counts in classes.values() for name in counts}
    for part, counts in classes.items():
        for name in sorted(everywhere - counts.keys()):
            sentence = "Class '{class_name}' is missing from your {part} split."
            fixes: tuple[Fix, ...] = (*_CLASS_FIXES, "mix")
            yield _about_class("classes-differ", sentence, name, 0, fixes, stops=True, part=part)


def is_heavily_imbalanced(counts: Iterable[int]) -> bool:
    """Whether the largest class has several times the images of the smallest that has any."""
    present = [count for count in counts if count]
    return len(present) > 1 and max(present) >= HEAVY_IMBALANCE * min(present)


def _imbalance(counts: Mapping[str, int]) -> Finding:
    most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    sentence = (
        "Class '{largest}' has {most} images, class '{class_name}' has only {count}. By default, "
        "training gives rare classes more weight."
    )
    return _about_class("imbalance", sentence, least, counts[least], largest=most, most=f"{counts[most]:,}")


def _alike(classes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in capitals, separators or a plural only, the larger class second."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(classes, key=lambda name: (-classes[name], name)):
        groups[re.sub(r"[\W_]+", "", name.casefold()).rstrip("s")].append(name)
    for key, names in groups.items():
        if key:
            yield from ((other, names[0]) for other in names[1:])


def _finding(
    kind: str, sentence: str, names: Sequence[str], fixes: tuple[Fix, ...] = (), **values: str
) -> Finding:
    """A finding about images. '{files}' in the sentence becomes their number."""
    values |= {"files": counted_files(len(names)), "count": f"{len(names):,}"}
    return Finding(
        kind=kind,
        text=sentence.format(**values),
        sentence=sentence,
        values=values,
        paths=tuple(names),
        count=len(names),
        class_name=values.get("class_name", ""),
        partner=values.get("partner", ""),
        fixes=fixes,
    )


def _about_classes(kind: str, sentence: str, more: int, stops: bool = False, **values: str) -> Finding:
    """A finding about so many more classes."""
    values |= {"more": f"{more:,}"}
    text = sentence.format(**values)
    return Finding(kind=kind, text=text, sentence=sentence, values=values, count=more, stops=stops)


def _about_class(
    kind: str,
    sentence: str,
    name: str,
    count: int,
    fixes: tuple[Fix, ...] = _CLASS_FIXES,
    stops: bool = False,
    **values: str,
) -> Finding:
    """A finding about a class with `count` images."""
    values |= {"class_name": name, "files": counted_files(count), "count": f"{count:,}"}
    return Finding(
        kind=kind,
        text=sentence.format(**values),
        sentence=sentence,
        values=values,
        count=count,
        class_name=name,
        partner=values.get("partner", ""),
        fixes=fixes,
        stops=stops,
    )
