"""The pictures of a run: the same three splits whenever the run goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Dataset, Split
from core.datasets.opening import open_dataset, open_pictures
from core.datasets.store import LoadedSplit, load_split
from core.errors import DATA_CHANGED, RUN_DAMAGED, SqueezeError
from core.places import cache_folder
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task

FORMAT = 1
_MEGABYTE = 1 << 20


class DataRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of data.json: which pictures a run was made with.

    `fingerprint` stands for the content of the pictures, their classes and their splits; `splits` names the
    pictures towards a person.
    """

    format: int = FORMAT
    name: str
    classes: tuple[str, ...]
    fingerprint: str
    splits: dict[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class RunData:
    """The pictures of a run, decoded, in their splits."""

    record: DataRecord
    train: LoadedSplit
    validation: LoadedSplit
    test: LoadedSplit

    @property
    def classes(self) -> tuple[str, ...]:
        return self.record.classes


def dataset_of(settings: DataSettings, seed: int, task: Task) -> Dataset:
    """The data set that the settings name, checked and split. Raises what `open_dataset` raises."""
    if settings.source == SAMPLE_SCENES:
        return _sample_scenes(settings, seed, task)
    return open_dataset(
        Path(settings.source),
        cache_folder=cache_folder() / "archives",
        seed=seed,
        task=task,
        validation_share=settings.validation_share,
        test_share=settings.test_share,
        on_bad_pictures=settings.on_bad_pictures,
        image_size=settings.image_size,
    )


def all_pictures_of(settings: DataSettings, task: Task) -> tuple[tuple[str, ...], Split]:
    """The classes and all the pictures that the settings name. Raises what `open_pictures` raises."""
    if settings.source == SAMPLE_SCENES:
        return _scenes_unsplit(settings, task)
    return open_pictures(
        Path(settings.source),
        cache_folder=cache_folder() / "archives",
        task=task,
        on_bad_pictures=settings.on_bad_pictures,
    )


def record_of(dataset: Dataset) -> DataRecord:
    """What data.json holds of a data set."""
    return DataRecord(
        name=dataset.name,
        classes=dataset.classes,
        fingerprint=dataset.fingerprint,
        splits={part: split.names for part, split in dataset.splits.items()},
    )


def read_data_record(path: Path) -> DataRecord:
    """Raises RUN_DAMAGED when there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=DataRecord)
    except (OSError, msgspec.DecodeError) as error:
        raise SqueezeError(RUN_DAMAGED, detail=str(error), path=path, stage="train") from error


def check_unchanged(before: DataRecord, now: DataRecord, source: str) -> None:
    """Raise DATA_CHANGED, which says how, unless the pictures are those that they were."""
    if before.fingerprint == now.fingerprint:
        return
    old, new = _names(before.splits), _names(now.splits)
    parts = [
        *([_counted(old - new, "gone")] if old - new else []),
        *([_counted(new - old, "new")] if new - old else []),
    ]
    detail = "\n".join(sorted((old - new) | (new - old))[:20])
    difference = " and ".join(parts) or "the content of some is another"
    raise SqueezeError(DATA_CHANGED, detail=detail, path=source, difference=difference)


def load(dataset: Dataset, settings: DataSettings, cache: Path, task: Task) -> RunData:
    """All pictures of a data set, decoded. Raises what `load_split` raises."""
    task.status("Loading the pictures")
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


def _names(splits: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {name for names in splits.values() for name in names}


def _counted(names: set[str], what: str) -> str:
    return f"{len(names):,} {'is' if len(names) == 1 else 'are'} {what} ({min(names)})"


def _scenes_unsplit(settings: DataSettings, task: Task) -> tuple[tuple[str, ...], Split]:
    from core.datasets.scenes import SCENE_CLASSES, draw_scenes

    task.status("Drawing the sample scenes")
    pictures, labels = draw_scenes(settings.scenes_per_class, settings.image_size, 0, task)
    return SCENE_CLASSES, Split(_scene_names(SCENE_CLASSES, labels, _rank_in_class(labels)), labels, pictures)


def _sample_scenes(settings: DataSettings, seed: int, task: Task) -> Dataset:
    from core.datasets.scenes import SCENE_CLASSES, draw_scenes

    task.status("Drawing the sample scenes")
    count = settings.scenes_per_class
    pictures, labels = draw_scenes(count, settings.image_size, seed, task)
    test, validation = (
        max(1, round(share * count)) for share in (settings.test_share, settings.validation_share)
    )
    # Each scene is drawn from a number of its own, so the first of a class are as good a sample as any.
    rank = _rank_in_class(labels)
    parts = {
        "test": rank < test,
        "validation": (rank >= test) & (rank < test + validation),
        "train": rank >= test + validation,
    }

    def split(chosen: NDArray[np.bool_]) -> Split:
        names = _scene_names(SCENE_CLASSES, labels[chosen], rank[chosen])
        return Split(names, labels[chosen], pictures[chosen])

    return Dataset(
        name=SAMPLE_SCENES,
        classes=SCENE_CLASSES,
        fingerprint=_fingerprint(pictures, labels, settings),
        **{part: split(chosen) for part, chosen in parts.items()},
    )


def _scene_names(
    classes: tuple[str, ...], labels: NDArray[np.int64], rank: NDArray[np.int64]
) -> tuple[str, ...]:
    return tuple(f"{classes[label]}/{number + 1:04}" for label, number in zip(labels, rank, strict=True))


def _rank_in_class(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each picture how many of its class come before it."""
    rank = np.empty_like(labels)
    for label in np.unique(labels):
        places = np.flatnonzero(labels == label)
        rank[places] = np.arange(len(places))
    return rank


def _fingerprint(pictures: NDArray[np.uint8], labels: NDArray[np.int64], settings: DataSettings) -> str:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{settings.test_share} {settings.validation_share}".encode())
    digest.update(pictures.tobytes())
    digest.update(labels.tobytes())
    return digest.hexdigest()
