"""Images that show none of a run's classes, to see which of them its model turns away."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.datasets.images import network_view
from core.datasets.listing import list_images
from core.datasets.selection import selection_of
from core.errors import SqueezeError
from core.paths import cache_folder
from core.runs.data import RunData
from core.runs.summary import UnrelatedKind
from core.sample_scenes import SCENE_CLASSES, draw_numbered
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task

_SCENES_OF_A_KIND = 4
_SCENE_SEED = (1 << 31) - 1
_NOISE_OF_A_KIND = 10
_MOST_OTHERS = 60
_GRIDS = (2, 3, 5, 8)
"""Sides of the grids of colors that blotches are made of."""

Images = NDArray[np.uint8]


def unrelated_images(settings: DataSettings, data: RunData, task: Task) -> dict[UnrelatedKind, Images]:
    """By kind, images uint8 (N, size, size, channels); kinds of which there are none are left out.

    Sample scenes are of kinds that the run does not learn, photos of classes that lie beside its own and are
    left out or set aside. Raises what `list_images` raises; `Cancelled`.
    """
    size, gray = settings.image_size, settings.gray
    by_kind: dict[UnrelatedKind, Images] = {
        "sample-scenes": _scenes(_other_scenes(data), size, gray),
        "other-classes": _others(settings, task),
        "noise": _noise(size, gray),
    }
    return {kind: images for kind, images in by_kind.items() if len(images)}


def _other_scenes(data: RunData) -> tuple[str, ...]:
    """The kinds of scenes whose names neither classes nor folders of the run have."""
    folders = (part for name in data.train.names for part in name.split("/")[:-1])
    own = {name.casefold() for name in (*data.classes, *folders)}
    return tuple(name for name in SCENE_CLASSES if name.casefold() not in own)


# Stages of one session ask for the same, and drawing takes longer than looking.
@functools.lru_cache(maxsize=1)
def _scenes(kinds: tuple[str, ...], size: int, gray: bool) -> Images:
    drawn = (
        draw_numbered(kind, number, size, _SCENE_SEED)
        for kind in kinds
        for number in range(_SCENES_OF_A_KIND)
    )
    return _stacked((network_view(scene, size, gray=gray) for scene in drawn), size, gray)


def _others(settings: DataSettings, task: Task) -> Images:
    """Photos of the classes in the run's own folder or archive that it does not use."""
    size, gray = settings.image_size, settings.gray
    if settings.source == SAMPLE_SCENES:
        return _stacked(iter(()), size, gray)
    listing = list_images(Path(settings.source), selection_of(settings), cache_folder(), task)
    unused = {*listing.aside, *listing.left_out}
    paths = [file.path for file in listing.files if file.label in unused]
    spread = np.linspace(0, len(paths) - 1, min(len(paths), _MOST_OTHERS)).astype(int)
    return _stacked(_readable([paths[number] for number in spread], size, gray, task), size, gray)


def _readable(paths: list[Path], size: int, gray: bool, task: Task) -> Iterator[Images]:
    for path in paths:
        task.check_cancelled()
        try:
            yield network_view(path, size, gray=gray)
        except SqueezeError as error:
            # Nobody has looked at classes that are not used; one image more or less is no matter.
            if error.code != "picture-unreadable":
                raise


def _noise(size: int, gray: bool) -> Images:
    """What a camera sees of nothing: noise, blotches, and one color with a little noise."""
    dice = np.random.default_rng(_SCENE_SEED)
    images = []
    for number in range(_NOISE_OF_A_KIND):
        images.append(dice.integers(0, 256, (size, size, 3), np.uint8))
        side = _GRIDS[number % len(_GRIDS)]
        grid = Image.fromarray(dice.integers(0, 256, (side, side, 3), np.uint8))
        images.append(np.asarray(grid.resize((size, size), Image.Resampling.BILINEAR)))
        color = dice.integers(0, 256, 3) + dice.normal(0, 3, (size, size, 3))
        images.append(color.clip(0, 255).astype(np.uint8))
    return _stacked((network_view(image, size, gray=gray) for image in images), size, gray)


def _stacked(images: Iterator[Images], size: int, gray: bool) -> Images:
    stacked = list(images)
    shape = (len(stacked), size, size, 1 if gray else 3)
    return np.stack(stacked) if stacked else np.empty(shape, np.uint8)
