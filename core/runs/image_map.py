"""The images of a data set on a plane, and which of their labels are likely wrong."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.datasets.dataset import Dataset, Split
from core.datasets.layout import Part
from core.figures import Count, Fraction
from core.outputs import check_output, csv_table, write_output
from core.paths import cache_folder
from core.requests import MapRequest
from core.runs.data import RunData, dataset_of, load
from core.settings import RunSettings
from core.task import Task

MOST_IMAGES = 10_000
"""Of more, as large a part of each class is mapped."""

COLUMNS = (
    "image",
    "class",
    "split",
    "x",
    "y",
    "probability",
    "likeliest_class",
    "likeliest_probability",
    "likely_wrong",
    "near_copies",
)


class MapPoint(msgspec.Struct, frozen=True, kw_only=True):
    """An image on the map.

    Probabilities are those of linear classifiers that saw neither the image nor its near copies. `likeliest`
    is the class that they would have named, `near_copies` how many more images are near copies of this one.
    """

    image: str
    is_class: str
    part: Part
    x: float
    y: float
    probability: Fraction
    likeliest: str
    likeliest_probability: Fraction
    is_suspect: bool
    near_copies: Count


class ImageMap(msgspec.Struct, frozen=True, kw_only=True):
    """The images of a source, likely wrong labels first. `images` counts all that could be mapped."""

    source: str
    classes: tuple[str, ...]
    points: tuple[MapPoint, ...]
    images: Count
    table: str
    seconds: float

    @property
    def suspects(self) -> tuple[MapPoint, ...]:
        """The images whose labels are likely wrong."""
        return tuple(point for point in self.points if point.is_suspect)


def make_map(request: MapRequest, task: Task) -> ImageMap:
    """Map the images that a request names, and write the table that it asks for.

    Raises what `dataset_of`, `load` and `output_file` raise; `Cancelled`.
    """
    began = time.monotonic()
    output = Path(request.output) if request.output else None
    if output is not None:
        check_output(output, replace=request.replace)
    settings = RunSettings(seed=request.seed, data=request.settings)
    dataset = dataset_of(settings.data, settings.seed, task)
    images = sum(len(split) for split in dataset.splits.values())
    data = load(_part_of(dataset, images, settings.seed), settings.data, cache_folder(), task)
    made = ImageMap(
        source=settings.data.source,
        classes=data.classes,
        points=_points(settings, data, task),
        images=images,
        table=request.output or "",
        seconds=time.monotonic() - began,
    )
    if output is not None:
        write_output(output, table_of(made.points), replace=request.replace)
    return made


def table_of(points: Sequence[MapPoint]) -> bytes:
    """The points as CSV with a line of names."""
    return csv_table(COLUMNS, rows_of(points))


def rows_of(points: Sequence[MapPoint]) -> list[tuple[object, ...]]:
    """A row of `COLUMNS` for each point."""
    return [
        (
            point.image,
            point.is_class,
            point.part,
            round(point.x, 4),
            round(point.y, 4),
            round(point.probability, 4),
            point.likeliest,
            round(point.likeliest_probability, 4),
            int(point.is_suspect),
            point.near_copies,
        )
        for point in points
    ]


def _points(settings: RunSettings, data: RunData, task: Task) -> tuple[MapPoint, ...]:
    features = _features(settings, data, task)
    labels = np.concatenate([split.labels for split in (data.train, data.validation, data.test)])
    groups = np.concatenate(data.groups)
    task.status("Checking the labels")
    from core.evaluation.labels import check_labels, plane

    check = check_labels(features, labels, groups, len(data.classes), settings.seed, task)
    flat = plane(features)
    names = [*data.train.names, *data.validation.names, *data.test.names]
    splits: tuple[tuple[Part, int], ...] = (
        ("train", len(data.train)),
        ("validation", len(data.validation)),
        ("test", len(data.test)),
    )
    parts = [part for part, count in splits for _ in range(count)]
    copies = np.unique(groups, return_inverse=True, return_counts=True)
    alike = copies[2][copies[1]] - 1
    likeliest = check.probabilities.argmax(axis=1)
    return tuple(
        MapPoint(
            image=names[place],
            is_class=data.classes[labels[place]],
            part=parts[place],
            x=float(flat[place, 0]),
            y=float(flat[place, 1]),
            probability=float(check.probabilities[place, labels[place]]),
            likeliest=data.classes[likeliest[place]],
            likeliest_probability=float(check.probabilities[place, likeliest[place]]),
            is_suspect=bool(check.is_suspect[place]),
            near_copies=int(alike[place]),
        )
        for place in check.order.tolist()
    )


def _features(settings: RunSettings, data: RunData, task: Task) -> NDArray[np.float32]:
    task.status("Looking at the images with the starting network")
    from core.evaluation.estimating import from_the_shipped_start, starting_features
    from core.runs.stage import labeled

    task.check_cancelled()
    splits = [labeled(split) for split in (data.train, data.validation, data.test)]
    return starting_features(from_the_shipped_start(settings), splits, len(data.classes), task)


def _part_of(dataset: Dataset, images: int, seed: int) -> Dataset:
    """The data set, or as large a part of each class in each split as comes to about `MOST_IMAGES`."""
    if images <= MOST_IMAGES:
        return dataset
    chance, part = np.random.default_rng(seed), MOST_IMAGES / images
    return dataclasses.replace(
        dataset,
        train=_part_of_split(dataset.train, part, chance),
        validation=_part_of_split(dataset.validation, part, chance),
        test=_part_of_split(dataset.test, part, chance),
    )


def _part_of_split(split: Split, part: float, chance: np.random.Generator) -> Split:
    chosen: list[int] = []
    for label in np.unique(split.labels):
        places = np.flatnonzero(split.labels == label)
        chosen += chance.permutation(places)[: int(np.ceil(part * len(places)))].tolist()
    places = np.sort(chosen)
    return Split(
        names=tuple(split.names[place] for place in places),
        labels=split.labels[places],
        images=tuple(split.images[place] for place in places),
        groups=None if split.groups is None else split.groups[places],
    )
