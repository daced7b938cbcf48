"""The built-in sample scenes as a data set: drawn, divided, and chosen from like any other."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core import paths
from core.datasets.catalogue import Contents, Drawn, Entry, Group
from core.datasets.dataset import Dataset, Split
from core.datasets.findings import of_chosen, of_counts
from core.datasets.layout import PARTS, Part
from core.datasets.scenes import SCENE_CLASSES, draw_numbered
from core.datasets.selection import Chooser, Role, selection_of
from core.datasets.store import ImageCollector
from core.errors import DataError
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task

_LEAST_PER_CLASS = 3


@dataclass(frozen=True, slots=True)
class _Scene:
    """One of the scenes; `number` counts those of its class from 0, `label` is the class it is used as."""

    drawn_as: str
    number: int
    label: str
    role: Role

    @property
    def name(self) -> str:
        return _scene_name(self.drawn_as, self.number)


def sample_scenes(settings: DataSettings, seed: int, task: Task) -> Dataset:
    """The scenes that the settings name, drawn and divided.

    Raises data-one-class, data-empty-class, what `Chooser` raises; `Cancelled`.
    """
    every = _scenes(settings, Chooser(selection_of(settings), SCENE_CLASSES))
    scenes, classes = _used(every)
    count = settings.scenes_per_class
    test, validation = (
        max(1, round(share * count)) for share in (settings.test_share, settings.validation_share)
    )

    def part(scene: _Scene) -> Part:
        # Each scene is drawn from a number of its own, so the first of a class are as good a sample as any.
        if scene.number < test:
            return "test"
        return "validation" if scene.number < test + validation else "train"

    splits, fingerprint = _draw(scenes, classes, part, settings, seed, task)
    for split in splits.values():
        _require_classes(split, classes)
    return Dataset(
        name=SAMPLE_SCENES,
        classes=classes,
        fingerprint=fingerprint,
        set_aside=tuple(sorted(scene.name for scene in every if scene.role == "set-aside")),
        train=splits["train"],
        validation=splits["validation"],
        test=splits["test"],
    )


def all_scenes(settings: DataSettings, task: Task) -> tuple[tuple[str, ...], Split]:
    """The classes and all the scenes that the settings name. Raises data-one-class; `Cancelled`."""
    chooser = Chooser(selection_of(settings).for_other_images(), SCENE_CLASSES, lenient=True)
    scenes, classes = _used(_scenes(settings, chooser))
    splits, _ = _draw(scenes, classes, lambda scene: "train", settings, 0, task)
    return classes, splits["train"]


def scenes_contents(settings: DataSettings, seed: int) -> Contents:
    """What a catalogue says of the scenes; none of them is drawn for it. Raises what `Chooser` raises."""
    entries: dict[tuple[Role, str], list[Entry]] = {}
    chooser = Chooser(selection_of(settings), SCENE_CLASSES)
    side = settings.image_size
    for scene in sorted(_scenes(settings, chooser), key=lambda scene: scene.name):
        role = chooser.role(scene.drawn_as)
        group = scene.label if role == "used" else scene.drawn_as
        entry = Entry(scene.name, group, side, side, "train", scene.role)
        entries.setdefault((role, group), []).append(entry)
    order: list[Role] = ["used", "set-aside", "left-out"]
    groups = [
        (_group(name, role, entries[role, name]), entries[role, name])
        for role, name in sorted(entries, key=lambda key: (order.index(key[0]), key[1]))
    ]
    counts = {group.name: group.pictures for group, _ in groups if group.role == "used"}
    aside = Counter({group.name: group.listed for group, _ in groups if group.role == "set-aside"})
    found = (*of_chosen(counts, aside), *of_counts(counts, _LEAST_PER_CLASS))
    return Contents(Path(SAMPLE_SCENES), groups, found, Drawn(seed, side))


def _scenes(settings: DataSettings, chooser: Chooser) -> list[_Scene]:
    """All scenes, the classes taking turns."""
    return [
        _Scene(name, number, chooser.label(name), chooser.role(name, _scene_name(name, number)))
        for number in range(settings.scenes_per_class)
        for name in SCENE_CLASSES
    ]


def _scene_name(drawn_as: str, number: int) -> str:
    return f"{drawn_as}/{number + 1:04}"


def _used(scenes: Sequence[_Scene]) -> tuple[list[_Scene], tuple[str, ...]]:
    used = [scene for scene in scenes if scene.role == "used"]
    classes = tuple(sorted({scene.label for scene in used}))
    if len(classes) < 2:
        raise DataError("data-one-class", name="".join(classes), path=SAMPLE_SCENES)
    return used, classes


def _draw(
    scenes: Sequence[_Scene],
    classes: tuple[str, ...],
    part: Callable[[_Scene], Part],
    settings: DataSettings,
    seed: int,
    task: Task,
) -> tuple[dict[Part, Split], str]:
    """The scenes in their parts, in memory as far as the settings let them, and their fingerprint."""
    task.status("Drawing the sample scenes")
    side, limit = settings.image_size, settings.memory_limit_mb << 20
    members: dict[Part, list[_Scene]] = {name: [] for name in PARTS}
    for scene in scenes:
        members[part(scene)].append(scene)
    labels = np.array([classes.index(scene.label) for scene in scenes], np.int64)
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{settings.test_share} {settings.validation_share}".encode())
    with ExitStack() as stack:
        collectors = {
            name: stack.enter_context(
                ImageCollector(
                    (len(own), side, side, 3), limit * len(own) // len(scenes), paths.cache_folder()
                )
            )
            for name, own in members.items()
        }
        for scene in task.track(scenes, len(scenes), "pictures"):
            picture = draw_numbered(scene.drawn_as, scene.number, side, seed)
            digest.update(picture.tobytes())
            collectors[part(scene)].add(picture)
        digest.update(labels.tobytes())
        splits = {
            name: Split(
                tuple(scene.name for scene in own),
                np.array([classes.index(scene.label) for scene in own], np.int64),
                collectors[name].pictures(),
            )
            for name, own in members.items()
        }
    return splits, digest.hexdigest()


def _require_classes(split: Split, classes: tuple[str, ...]) -> None:
    for label, name in enumerate(classes):
        if label not in split.labels:
            raise DataError("data-empty-class", name=name)


def _group(name: str, role: Role, entries: Sequence[Entry]) -> Group:
    pictures = sum(entry.state == "used" for entry in entries)
    return Group(name=name, role=role, listed=len(entries), pictures=pictures, parts={"train": pictures})
