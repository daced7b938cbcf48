"""The built-in sample scenes as the data set of a run."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from core.datasets.dataset import Dataset, Split
from core.datasets.images import network_view
from core.datasets.layout import PARTS, Part
from core.datasets.listing import LabeledFile, list_images
from core.datasets.opening import require_classes
from core.datasets.selection import Chooser, selection_of
from core.datasets.threads import map_in_order
from core.errors import DataError
from core.paths import cache_folder
from core.sample_scenes import SCENE_CLASSES, scene_name, scenes_folder
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task


def image_source(settings: DataSettings, seed: int, task: Task) -> Path:
    """What the settings name, a folder or something packed; the sample scenes are drawn unless they were.

    Raises what `scenes_folder` raises.
    """
    if settings.source == SAMPLE_SCENES:
        return scenes_folder(settings.scenes_per_class, settings.image_size, seed, task)
    return Path(settings.source)


def scene_names(settings: DataSettings) -> set[str]:
    """The names of the scenes that `scenes_dataset` uses, which are known without drawing any.

    Raises data-name-unknown and setting-invalid for a selection that does not fit.
    """
    chooser = Chooser(selection_of(settings), SCENE_CLASSES)
    return {
        name
        for scene in SCENE_CLASSES
        for number in range(settings.scenes_per_class)
        if chooser.role(scene, name := scene_name(scene, number)) == "used"
    }


def scenes_dataset(settings: DataSettings, seed: int, task: Task) -> Dataset:
    """The scenes that the settings name, divided and known by their pixels as in the first runs there were.

    Raises what `image_source`, `list_images` and `require_classes` raise.
    """
    folder = image_source(settings, seed, task)
    listing = list_images(folder, selection_of(settings), cache_folder(), task)
    listing = replace(listing, source=Path(SAMPLE_SCENES))
    require_classes(listing)
    # The classes take turns.
    files = sorted(listing.used, key=lambda file: (_number(file), file.name))
    parts = {name: [file for file in files if _part(file, settings) == name] for name in PARTS}
    splits = {name: _split(own, listing.classes) for name, own in parts.items()}
    return Dataset(
        name=listing.name,
        classes=listing.classes,
        fingerprint=_fingerprint(_split(files, listing.classes), settings, task),
        set_aside=tuple(file.name for file in listing.files if file.role == "set-aside"),
        train=splits["train"],
        validation=splits["validation"],
        test=splits["test"],
    )


def _number(file: LabeledFile) -> int:
    return int(file.path.name)


def _part(file: LabeledFile, settings: DataSettings) -> Part:
    # Each scene is drawn from a number of its own, so the first of a class are as good a sample as any.
    test, validation = (
        max(1, round(share * settings.scenes_per_class))
        for share in (settings.test_share, settings.validation_share)
    )
    if _number(file) <= test:
        return "test"
    return "validation" if _number(file) <= test + validation else "train"


def _split(files: list[LabeledFile], classes: tuple[str, ...]) -> Split:
    labels = np.array([classes.index(file.label) for file in files], np.int64)
    for label, name in enumerate(classes):
        if label not in labels:
            raise DataError("data-empty-class", name=name)
    return Split(tuple(file.name for file in files), labels, tuple(file.path for file in files))


def _fingerprint(scenes: Split, settings: DataSettings, task: Task) -> str:
    """Of pixels, not of files: those may be compressed otherwise elsewhere."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{settings.test_share} {settings.validation_share}".encode())
    task.status("Checking the images")
    seen = partial(network_view, image_size=settings.image_size, gray=False)
    with closing(map_in_order(seen, scenes.images, task, "pictures")) as images:
        for image in images:
            digest.update(image.tobytes())
    digest.update(scenes.labels.tobytes())
    return digest.hexdigest()
