"""Images that show nearly the same: of one burst, or one cropped, scaled or saved again as another.

Each image is known by its thumbnail of 16x16 grays. Its perceptual hash are the lowest 16 coefficients of the
thumbnail's cosine transform (as in pHash: Zauner, "Implementation and benchmarking of perceptual image hash
functions", 2010), kept as numbers instead of bits so that noise in flat parts does not count. Images whose
hashes differ little are compared as a whole: what remains between two thumbnails after a small move and a
change of light must be little. docs/decisions/0021-honest-numbers.md has the measurements behind the limits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.datasets.check_cache import Memory
from core.datasets.checking import CheckedImage
from core.datasets.images import THUMBNAIL_SIDE
from core.datasets.layout import PARTS
from core.task import Task

Doubles = NDArray[np.float64]
Places = NDArray[np.int64]
Thumbnails = NDArray[np.uint8]
"""(N, 16, 16), gray."""

_WAVES = 4
"""So many coefficients of the cosine transform in each direction."""
_STRONGEST = _WAVES
"""The one in which images differ most: from top to bottom."""
_MOST_DISTANCE = 8.0
"""Of the hashes of near copies in grays, without the first coefficient, the mean gray; that one's own."""
_MOST_LIGHT = 32.0
_MOST_DIFFERENCE = 4.0
"""Mean difference in grays below which two thumbnails are near copies as they are."""
_MOST_DISTANCE_AND_RESIDUE = 11.0
"""Of the hashes, and in the mean of what is left of the thumbnails' difference by a small move and change of
light, both in grays. These must explain most of what there is to see, too."""
_MOST_RELATIVE_RESIDUE = 0.3
_COMPARED_AT_ONCE = 1024
_ROWS_AT_ONCE = 64
_ROUNDING = 0.01
_BORDER = 3
_MOST_BORDER_DIFFERENCE = 8.0
"""Mean difference in grays between the borders of thumbnails that have the same background."""
_NEARLY_ALL = 0.9
_LARGEST_BURST = 0.8

_numbers = np.arange(THUMBNAIL_SIDE)
_COSINES: Doubles = np.cos(
    np.pi * (2 * _numbers[None] + 1) * np.arange(_WAVES)[:, None] / (2 * THUMBNAIL_SIDE)
)
_place = (_numbers - (THUMBNAIL_SIDE - 1) / 2) / ((THUMBNAIL_SIDE - 1) / 2)
_ACROSS, _DOWN = np.meshgrid(_place, _place)


def near_copies(images: Iterable[CheckedImage], memory: Memory, task: Task) -> list[list[CheckedImage]]:
    """The groups of images of a class that show nearly the same, exact copies among them.

    Each has two different images at least; in a group each is a near copy of some other, not of all. Which
    there are depends on the contents alone, not on names or order. What `memory` knows of a class with just
    these contents is not worked out again. Raises `Cancelled`.
    """
    by_label: dict[str, dict[bytes, list[CheckedImage]]] = defaultdict(lambda: defaultdict(list))
    for image in images:
        by_label[image.file.label][image.digest].append(image)
    near = []
    for copies in by_label.values():
        digests = sorted(copies)
        groups = memory.recall_near(digests)
        if groups is None:
            thumbnails = thumbnails_of(copies[digest][0] for digest in digests)
            groups = [[digests[place] for place in group] for group in near_groups(thumbnails, task)]
            memory.learn_near(digests, groups)
        near += [[image for digest in group for image in copies[digest]] for group in groups]
    return near


def thumbnails_of(images: Iterable[CheckedImage]) -> Thumbnails:
    """The thumbnails of images that can be read."""
    content = b"".join(image.thumbnail for image in images)
    return np.frombuffer(content, np.uint8).reshape(-1, THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def near_groups(thumbnails: Thumbnails, task: Task) -> list[list[int]]:
    """The places of near copies, grouped; groups of two or more, each in rising order.

    Of each image only those are compared with it whose hashes differ little and that are not in its group
    already, which takes seconds for 100,000. Raises `Cancelled`.
    """
    hashes, groups = _hashes(thumbnails), _Groups(len(thumbnails))
    for place, others in _alike(hashes):
        apart = others[groups.of[others] != groups.of[place]]
        if not len(apart):
            continue
        task.check_cancelled()
        for start in range(0, len(apart), _COMPARED_AT_ONCE):
            few = apart[start : start + _COMPARED_AT_ONCE]
            distances = _distances(hashes[place], hashes[few])
            for other in few[_are_near(thumbnails[place], thumbnails[few], distances)].tolist():
                groups.join(place, other)
    return sorted(sorted(group) for group in groups.members.values() if len(group) > 1)


def is_one_burst(different: int, groups: Sequence[int]) -> bool:
    """Whether a class of `different` images is hardly more than one burst.

    `groups` are the sizes of its groups of near copies. Fewer than there are splits count as one burst, too.
    """
    apart = different - sum(groups) + len(groups)
    return apart < len(PARTS) or max(groups, default=1) >= _LARGEST_BURST * different


def has_one_background(thumbnails: Thumbnails) -> bool:
    """Whether nearly all of these images have the same borders but for the one below, whatever the light."""
    border = np.ones((THUMBNAIL_SIDE, THUMBNAIL_SIDE), bool)
    border[_BORDER:, _BORDER:-_BORDER] = False
    grays = thumbnails[:, border].astype(np.float64)
    differences = grays - np.median(grays, axis=0)
    differences -= np.median(differences, axis=1, keepdims=True)
    own = np.abs(differences).mean(axis=1)
    return bool(np.mean(own <= _MOST_BORDER_DIFFERENCE) >= _NEARLY_ALL)


class _Groups:
    """Numbers from 0, each in a group of its own until groups are joined: `of` has the group of each."""

    def __init__(self, count: int) -> None:
        self.of = np.arange(count)
        self.members = {number: [number] for number in range(count)}

    def join(self, one: int, other: int) -> None:
        """Make the groups of two numbers one."""
        large, small = sorted((int(self.of[one]), int(self.of[other])), key=lambda g: -len(self.members[g]))
        if large != small:
            self.of[self.members[small]] = large
            self.members[large] += self.members.pop(small)


def _hashes(thumbnails: Thumbnails) -> Doubles:
    """The coefficients (N, 16), in grays; the mean gray is the first."""
    waves = _COSINES @ (thumbnails @ _COSINES.T) / THUMBNAIL_SIDE**2
    return waves.reshape(len(thumbnails), _WAVES * _WAVES)


def _alike(hashes: Doubles) -> Iterator[tuple[int, Places]]:
    """The place of each image and those of others whose hashes differ little, but for rounding.

    Each pair comes once.
    """
    order = np.argsort(hashes[:, _STRONGEST], kind="stable")
    keys, waves = hashes[order, _STRONGEST], hashes[order, 1:].astype(np.float32)
    ends = np.searchsorted(keys, keys + _MOST_DISTANCE, side="right")
    # One product of matrices gives half the squares of all distances, less half their limit.
    halves = 0.5 * (waves**2).sum(axis=1, keepdims=True)
    ones = np.ones_like(halves)
    left = np.hstack([-waves, halves - 0.5 * (_MOST_DISTANCE + _ROUNDING) ** 2, ones])
    right = np.hstack([waves, ones, halves]).T
    for start in range(0, len(order), _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, len(order))
        below = left[start:stop] @ right[:, start : ends[stop - 1]] < 0
        for number, row in enumerate(below):
            others = np.flatnonzero(row[number + 1 :]) + start + number + 1
            if len(others):
                yield int(order[start + number]), order[others]


def _distances(one: Doubles, others: Doubles) -> Doubles:
    """Of the hash of `one` (16,) to those of `others` (N, 16); infinite where the light is quite another."""
    differences = others - one
    distances = np.sqrt((differences[:, 1:] ** 2).sum(axis=1))
    return np.where(np.abs(differences[:, 0]) <= _MOST_LIGHT, distances, np.inf)


def _are_near(one: Thumbnails, others: Thumbnails, distances: Doubles) -> NDArray[np.bool_]:
    """Which of `others` (N, 16, 16) are near copies of `one` (16, 16).

    `distances` are those of their hashes to its hash.
    """
    own, theirs = one.astype(np.float64), others.astype(np.float64)
    near: NDArray[np.bool_] = np.abs(theirs - own).mean(axis=(1, 2)) < _MOST_DIFFERENCE
    contrasts = np.abs(theirs - theirs.mean(axis=(1, 2), keepdims=True)).mean(axis=(1, 2))
    contrast = np.minimum(contrasts, np.abs(own - own.mean()).mean())
    most = np.minimum(_MOST_DISTANCE_AND_RESIDUE - distances, _MOST_RELATIVE_RESIDUE * contrast)
    places = np.flatnonzero(~near & (distances <= _MOST_DISTANCE))
    if len(places):
        places = places[_residues(own, theirs[places]) < most[places]]
    for place in places.tolist():
        near[place] = _residues(theirs[place], own[None])[0] < most[place]
    return near


def _residues(image: Doubles, others: Doubles) -> Doubles:
    """What remains of `others` (N, 16, 16) where `image` is changed a little to be like them, in grays.

    It may be moved, zoomed, turned, lit and contrasted otherwise. A small move changes an image along its
    gradients (Lucas and Kanade, 1981), so the nearest of all changed images is found by least squares.
    """
    across, down = np.zeros_like(image), np.zeros_like(image)
    across[:, 1:-1], down[1:-1] = image[:, 2:] - image[:, :-2], image[2:] - image[:-2]
    zoomed, turned = _ACROSS * across + _DOWN * down, _ACROSS * down - _DOWN * across
    changes = np.stack([np.ones_like(image), image, across, down, zoomed, turned], axis=-1)
    basis = np.linalg.qr(changes.reshape(THUMBNAIL_SIDE**2, 6)).Q
    flat = others.reshape(len(others), THUMBNAIL_SIDE**2)
    residues: Doubles = np.abs(flat - (flat @ basis) @ basis.T).mean(axis=1)
    return residues
