"""Looking at every picture once before anything is built on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from core.datasets.layout import Part
from core.datasets.pictures import Problem, UnreadablePicture, picture_size
from core.datasets.threads import map_in_order
from core.errors import DATA_PERMISSION, SqueezeError
from core.events import Finding
from core.task import Task

_DIGEST_BYTES = 16
MOST_PATHS = 20
"""How many paths a finding names; its count is of all."""


@dataclass(frozen=True)
class LabelledFile:
    """A file in a class folder. `name` is its path within the data set, `part` where the data puts it."""

    path: Path
    name: str
    label: str
    part: Part


@dataclass(frozen=True)
class CheckedPicture:
    """A file after it was decoded once. `digest` is of its bytes; `size` is (0, 0) where `problem` is set."""

    file: LabelledFile
    digest: bytes
    size: tuple[int, int] = (0, 0)
    problem: Problem | None = None
    detail: str = ""


def check_pictures(files: Sequence[LabelledFile], task: Task) -> list[CheckedPicture]:
    """Decode every file once, in the order given, with progress.

    Raises DATA_PERMISSION for a file that may not be read; `Cancelled`.
    """
    return list(map_in_order(_checked, files, task, "pictures"))


def report_problems(pictures: Iterable[CheckedPicture], task: Task) -> None:
    """A `Finding` for each kind of problem that occurs."""
    bad = sorted((p for p in pictures if p.problem is not None), key=lambda p: (str(p.problem), p.file.name))
    for problem, group in groupby(bad, key=lambda p: p.problem):
        if problem is not None:
            report(task, problem.value, f"{{files}} not usable: each {problem.explanation}.", group)


def duplicates(pictures: Iterable[CheckedPicture]) -> Iterator[list[CheckedPicture]]:
    """The groups, of two or more each, of pictures whose files hold the same bytes."""
    groups: dict[bytes, list[CheckedPicture]] = {}
    for picture in pictures:
        groups.setdefault(picture.digest, []).append(picture)
    return (group for group in groups.values() if len(group) > 1)


def report(task: Task, kind: str, text: str, pictures: Iterable[CheckedPicture]) -> None:
    """A `Finding` about `pictures`, if there are any. '{files}' in the text becomes their number."""
    names = [picture.file.name for picture in pictures]
    if names:
        text = text.format(files=counted_files(len(names)))
        task.report(Finding(kind=kind, text=text, paths=tuple(names[:MOST_PATHS]), count=len(names)))


def counted_files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _checked(file: LabelledFile) -> CheckedPicture:
    try:
        data = file.path.read_bytes()
    except PermissionError as error:
        raise SqueezeError(DATA_PERMISSION, path=file.path) from error
    except OSError as error:
        return CheckedPicture(file, b"", problem=Problem.MISSING, detail=str(error))
    digest = hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()
    try:
        return CheckedPicture(file, digest, size=picture_size(data))
    except UnreadablePicture as error:
        return CheckedPicture(file, digest, problem=error.problem, detail=error.detail)
