"""Which classes a model takes for which: the matrix of few classes, an image of that of many."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from core.evaluation.confusion import ClassScore
from core.report.contents import RunContents
from core.runs.measuring import Details

MOST_IN_TABLE = 20
"""With more classes a matrix with numbers in it is too wide for a page."""
_MOST_CONFUSIONS = 20
_HALF = 0.5
_IMAGE_SIDE = 560


@dataclass(frozen=True)
class Cell:
    """How many images of a class got an answer, and which share of the class that is."""

    count: int
    share: float
    is_right: bool

    @property
    def is_strong(self) -> bool:
        """Whether its ground is so dark that the number on it must be light."""
        return self.share > _HALF


@dataclass(frozen=True)
class Row:
    """A class's images by their answers."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Confusion:
    """Images of one class that were taken for another."""

    is_class: str
    taken_for: str
    count: int
    share: float


@dataclass(frozen=True)
class ClassRow:
    """How a class fared: after training, and with the last file."""

    score: ClassScore
    trained: float | None


@dataclass(frozen=True)
class Answers:
    """What the last file answered. `rows` is empty with many classes; `image` is then a data URI."""

    classes: tuple[str, ...]
    rows: tuple[Row, ...]
    image: str
    confusions: tuple[Confusion, ...]
    scores: tuple[ClassRow, ...]
    in_five: bool

    @property
    def longest(self) -> int:
        """Letters of the longest name of a class."""
        return max(len(name) for name in self.classes)


def answers_of(contents: RunContents) -> Answers | None:
    """The answers of the last finished stage's file; None where nothing is known of them."""
    details = contents.last_details
    if details is None or not details.classes:
        return None
    classes = tuple(score.name for score in details.classes)
    few = len(classes) <= MOST_IN_TABLE
    return Answers(
        classes=classes,
        rows=_rows(details, classes) if few else (),
        image="" if few else _image(details),
        confusions=_confusions(details, classes),
        scores=_class_rows(details, contents.details.get("train")),
        in_five=any(score.right_in_5 is not None for score in details.classes),
    )


def data_uri(image: bytes, kind: str) -> str:
    """The image in a file's bytes as the text that a page can hold in its place."""
    return f"data:image/{kind};base64,{base64.b64encode(image).decode()}"


def _rows(details: Details, classes: Sequence[str]) -> tuple[Row, ...]:
    rows = []
    for index, counts in enumerate(details.confusion):
        total = max(sum(counts), 1)
        cells = (Cell(count, count / total, index == column) for column, count in enumerate(counts))
        rows.append(Row(classes[index], tuple(cells)))
    return tuple(rows)


def _confusions(details: Details, classes: Sequence[str]) -> tuple[Confusion, ...]:
    counts = np.array(details.confusion)
    totals = counts.sum(axis=1)
    np.fill_diagonal(counts, 0)
    order = np.argsort(-counts, axis=None, kind="stable")[:_MOST_CONFUSIONS]
    confusions = []
    for place in order.tolist():
        row, column = divmod(place, len(classes))
        if count := int(counts[row, column]):
            confusions.append(Confusion(classes[row], classes[column], count, count / int(totals[row])))
    return tuple(confusions)


def _class_rows(details: Details, trained: Details | None) -> tuple[ClassRow, ...]:
    before = {score.name: score.accuracy for score in trained.classes} if trained else {}
    return tuple(ClassRow(score, before.get(score.name)) for score in details.classes)


def _image(details: Details) -> str:
    """The matrix with a point for each pair of classes: the darker, the larger the share of the class."""
    counts = np.array(details.confusion, np.float64)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    # The root lets single mistakes be seen.
    levels = (255 - 235 * np.sqrt(shares)).astype(np.uint8)
    scale = max(1, _IMAGE_SIDE // len(levels))
    file = io.BytesIO()
    Image.fromarray(levels.repeat(scale, axis=0).repeat(scale, axis=1)).save(file, "PNG", optimize=True)
    return data_uri(file.getvalue(), "png")
