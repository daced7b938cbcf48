"""The images of a run: the same three splits whenever the run goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Dataset, Split
from core.datasets.opening import open_dataset, open_images
from core.datasets.selection import selection_of
from core.datasets.store import LoadedSplit, load_split
from core.errors import DataError, RunError
from core.paths import cache_folder
from core.reading import MOST_LIST_BYTES, read_json
from core.runs.sample_scenes import image_source, scene_names, scenes_dataset
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task

FORMAT = 1
_MEGABYTE = 1 << 20


class DataRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of data.json: which images a run was made with.

    `fingerprint` stands for the content of the images, their classes and their splits; `splits` names the
    images towards a person, `set_aside` those that are in none.
    """

    format: int = FORMAT
    name: str
    classes: tuple[str, ...]
    fingerprint: str
    splits: dict[str, tuple[str, ...]]
    set_aside: tuple[str, ...] = ()

    @property
    def training_images(self) -> int | None:
        """How many images the run learns from; None where the record does not say."""
        return len(self.splits["train"]) if "train" in self.splits else None


@dataclass(frozen=True, eq=False)
class RunData:
    """The images of a run, decoded, in their splits."""

    record: DataRecord
    train: LoadedSplit
    validation: LoadedSplit
    test: LoadedSplit

    @property
    def classes(self) -> tuple[str, ...]:
        return self.record.classes

    @property
    def groups(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Numbers (N,) of the images of train, validation and test that copies and near copies share."""
        splits = (self.train, self.validation, self.test)
        known = [split.groups for split in splits if split.groups is not None]
        free = 1 + max((int(groups.max()) for groups in known if len(groups)), default=-1)
        names = []
        for split in splits:
            names.append(np.arange(free, free + len(split)) if split.groups is None else split.groups)
            free += len(split)
        first, second, third = names
        return first, second, third


def dataset_of(settings: DataSettings, seed: int, task: Task, before: DataRecord | None = None) -> Dataset:
    """The data set that the settings name, checked and split, as it was `before` where it is the same one.

    Raises what `open_dataset` and `scenes_dataset` raise; data-changed for other scenes than `before`.
    """
    if settings.source == SAMPLE_SCENES:
        if before is not None:
            # Known before anything is drawn: a damaged record may ask for a hundred thousand scenes.
            _check_names(_names(before.splits), scene_names(settings), settings.source)
        return scenes_dataset(settings, seed, task)
    return open_dataset(
        Path(settings.source),
        cache_folder=cache_folder(),
        seed=seed,
        task=task,
        validation_share=settings.validation_share,
        test_share=settings.test_share,
        on_bad_pictures=settings.on_bad_pictures,
        image_size=settings.image_size,
        selection=selection_of(settings),
        mixed=settings.split == "mixed",
        near_together=settings.keeps_near_copies_together,
        divided_before=None if before is None else before.splits,
    )


def all_images_of(settings: DataSettings, task: Task) -> tuple[tuple[str, ...], Split]:
    """The classes and all the images that the settings name, whatever a run was made with.

    Classes are left out, set aside and merged as the settings say, as far as they are there. Raises what
    `open_images` and `image_source` raise.
    """
    return open_images(
        image_source(settings, 0, task),
        cache_folder=cache_folder(),
        task=task,
        on_bad_pictures=settings.on_bad_pictures,
        selection=selection_of(settings).for_other_images(),
    )


def record_of(dataset: Dataset) -> DataRecord:
    """What data.json holds of a data set."""
    return DataRecord(
        name=dataset.name,
        classes=dataset.classes,
        fingerprint=dataset.fingerprint,
        splits={part: split.names for part, split in dataset.splits.items()},
        set_aside=dataset.set_aside,
    )


def read_data_record(path: Path) -> DataRecord:
    """Raises run-damaged when there is none that can be read."""
    try:
        return read_json(path, DataRecord, MOST_LIST_BYTES)
    except (OSError, msgspec.DecodeError) as error:
        raise RunError("run-damaged", detail=str(error), path=path, stage="train") from error


def check_unchanged(before: DataRecord, now: DataRecord, source: str) -> None:
    """Raise data-changed, which says how, unless the images are those that they were."""
    if before.fingerprint == now.fingerprint:
        return
    _check_names(_names(before.splits), _names(now.splits), source)
    raise DataError("data-changed", path=source, difference="the content of some is another")


def load(dataset: Dataset, settings: DataSettings, cache: Path, task: Task) -> RunData:
    """All images of a data set, decoded. Raises what `load_split` raises."""
    task.status("Loading the images")
    total = sum(len(split) for split in dataset.splits.values())
    limit = settings.memory_limit_mb * _MEGABYTE
    loaded = {
        part: load_split(
            split,
            settings.image_size,
            gray=settings.gray,
            memory_limit_bytes=limit * len(split) // total,
            cache_folder=cache,
            task=task,
        )
        for part, split in dataset.splits.items()
    }
    return RunData(record_of(dataset), **loaded)


def _check_names(old: set[str], new: set[str], source: str) -> None:
    if old == new:
        return
    parts = [
        *([_counted(old - new, "gone")] if old - new else []),
        *([_counted(new - old, "new")] if new - old else []),
    ]
    detail = "\n".join(sorted(old ^ new)[:20])
    raise DataError("data-changed", detail=detail, path=source, difference=" and ".join(parts))


def _names(splits: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {name for names in splits.values() for name in names}


def _counted(names: set[str], what: str) -> str:
    return f"{len(names):,} {'is' if len(names) == 1 else 'are'} {what} ({min(names)})"
