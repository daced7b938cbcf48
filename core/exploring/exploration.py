"""The folder of an exploration, and what its finished points came to.

explore.json      what is explored: images, settings in common, grid, budget, board
explore.csv       a line for each finished point
points/NAME/      the run folder of a point
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from core.errors import FileError, RunError, SqueezeError
from core.exploring.grid import Point, points_of, with_budget
from core.figures import Amount, Count, Fraction, Interval
from core.files import (
    finished_name,
    folder_identity,
    make_folder,
    remove_file,
    require_folder,
    require_replaceable,
    staying,
    write_whole,
    writing,
)
from core.outputs import csv_table
from core.reading import read_json
from core.requests import Budget, Grid
from core.runs.folder import RunFolder, is_beginning
from core.runs.lock import locked
from core.settings import STAGES, RunSettings

FORMAT = 1
_RECORD, _TABLE, _LOCK, _POINTS = "explore.json", "explore.csv", "explore.lock", "points"
Cost = Literal["bytes", "arena_bytes", "latency_ms"]
"""What a point costs: the length of its file, its memory, or its time for one image on the board."""
COSTS: tuple[Cost, ...] = ("bytes", "arena_bytes", "latency_ms")


class ExplorationRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of explore.json. `board` is the profile whose memory and speed the points are told for."""

    format: int = FORMAT
    settings: RunSettings
    grid: Grid = Grid()
    budget: Budget = Budget()
    board: str

    @property
    def points(self) -> tuple[Point, ...]:
        """All points. Raises setting-invalid."""
        return points_of(self.grid, with_budget(self.settings, self.budget))


class PointFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished point came to, measured on its huffman.tflite over the test images.

    `latency_ms` is an estimate for the exploration's board, `fits` whether the model goes on that. `run` is
    the point's run folder.
    """

    name: str
    run: str
    image_size: Count
    width: Amount
    squeeze_ratio: Fraction
    share_3x3: Fraction
    bypass: str
    accuracy: Fraction
    accuracy_interval: Interval
    bytes: Count
    arena_bytes: Count
    macs: Count
    latency_ms: Amount
    fits: bool


class FailedPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A point whose run ended with an error."""

    name: str
    code: str
    happened: str
    remedy: str


class Explored(msgspec.Struct, frozen=True, kw_only=True):
    """The result of an exploration: its points, the cheapest in bytes first, and those that failed."""

    folder: str
    table: str
    board: str
    from_scratch: bool
    points: tuple[PointFigures, ...]
    failed: tuple[FailedPoint, ...] = ()


@dataclass(frozen=True)
class ExplorationFolder:
    """Paths of an exploration. Files of other names are never written or removed in it."""

    path: Path

    @property
    def record(self) -> Path:
        return self.path / _RECORD

    @property
    def table(self) -> Path:
        return self.path / _TABLE

    def run(self, point: Point) -> RunFolder:
        """The run folder of a point."""
        return RunFolder(self.path / _POINTS / point.name)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes out for the length of the block; the folder is made where it is missing.

        A folder that was made for nothing, because no point came to a file, goes again. What fails because
        the folder is deleted or moved is raised as run-moved. Raises run-in-use, not-empty for a folder of
        something else, exploration-damaged, not-a-folder, not-replaceable, disk-full, write-permission.
        """
        self._require_own()
        was_there, was_begun = os.path.lexists(self.path), os.path.lexists(self.record)
        make_folder(self.path / _POINTS)
        identity, is_locked = folder_identity(self.path), False
        try:
            with locked(self.path / _LOCK), staying(self.path):
                is_locked = True
                self._require_own()
                for path in self._own_files():
                    if finished_name(path.name) != path.name:
                        remove_file(path)
                yield
        finally:
            if is_locked and not was_begun and folder_identity(self.path) == identity:
                self._remove_unused(was_there)

    def _remove_unused(self, was_there: bool) -> None:
        with contextlib.suppress(OSError, SqueezeError):
            # A folder that is not empty is not removed: then there are points.
            (self.path / _POINTS).rmdir()
            for path in self._own_files():
                remove_file(path)
            if not was_there:
                self.path.rmdir()

    def require_in_place(self) -> None:
        """Raise run-moved where the folder was deleted or moved while it is `locked`."""
        with writing(self.record):
            return

    def read_record(self) -> ExplorationRecord:
        """Raises exploration-damaged."""
        try:
            return read_json(self.record, ExplorationRecord)
        except (OSError, msgspec.DecodeError) as error:
            raise RunError("exploration-damaged", detail=str(error), path=self.record) from error

    def write_record(self, record: ExplorationRecord) -> None:
        """Raises disk-full or write-permission."""
        write_whole(self.record, msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")

    def write_table(self, points: Sequence[PointFigures]) -> None:
        """Write explore.csv. Raises disk-full or write-permission."""
        write_whole(self.table, table_of(points))

    def is_finished(self, point: Point) -> bool:
        """Whether the run of a point has come to its end."""
        try:
            return self.run(point).read_record().is_done(STAGES[-1])
        except SqueezeError:
            return False

    def figures(self, point: Point) -> PointFigures | None:
        """What a finished point came to; None for one that is not finished or has no figures."""
        if not self.is_finished(point):
            return None
        folder = self.run(point)
        try:
            summary = folder.read_summary()
        except SqueezeError:
            return None
        coded, board, network = summary.of("huffman"), summary.board, point.settings.network
        if coded is None or board is None:
            return None
        return PointFigures(
            name=point.name,
            run=str(folder.path),
            image_size=point.settings.data.image_size,
            width=network.width,
            squeeze_ratio=network.squeeze_ratio,
            share_3x3=network.share_3x3,
            bypass=network.bypass,
            accuracy=coded.accuracy,
            accuracy_interval=coded.accuracy_interval,
            bytes=coded.bytes,
            arena_bytes=board.arena_bytes,
            macs=coded.macs or 0,
            latency_ms=board.latency_ms,
            fits=board.fits,
        )

    def finished_points(self, points: Sequence[Point]) -> tuple[PointFigures, ...]:
        """What the finished ones of some points came to, the cheapest in bytes first."""
        found = [figures for point in points if (figures := self.figures(point))]
        return tuple(sorted(found, key=lambda one: (one.bytes, -one.accuracy)))

    def _require_own(self) -> None:
        if not os.path.lexists(self.path):
            return
        with writing(self.path):
            if not self.path.is_dir():
                require_folder(self.path)
            elif os.path.lexists(self.record):
                self.read_record()
                require_folder(self.path / _POINTS)
                self._own_files()
            elif not all(is_beginning(one, _RECORD, _LOCK, _POINTS) for one in self.path.iterdir()):
                raise FileError("not-empty", path=self.path)

    def _own_files(self) -> list[Path]:
        """The files beside the points, half-written ones among them. Raises not-replaceable for a link."""
        files = [path for path in self.path.iterdir() if finished_name(path.name) in (_RECORD, _TABLE, _LOCK)]
        for path in files:
            require_replaceable(path)
        return files


def front_of(points: Sequence[PointFigures], cost: Cost = "bytes") -> frozenset[str]:
    """The names of the points on the Pareto front: no other is at most as costly and more accurate.

    Of points that are equal in both, the first is on it.
    """
    front, best = [], -1.0
    for point in sorted(points, key=lambda one: (getattr(one, cost), -one.accuracy)):
        if point.accuracy > best:
            front.append(point.name)
            best = point.accuracy
    return frozenset(front)


def figures_of(points: Sequence[PointFigures]) -> tuple[list[str], list[list[object]]]:
    """Columns and rows of a table of points: intervals in two columns, and the fronts as 1 or 0."""
    fronts = {cost: front_of(points, cost) for cost in COSTS}
    names = [name for name in PointFigures.__struct_fields__ if name not in ("run", "accuracy_interval")]
    columns = [*names, "accuracy_low", "accuracy_high", *(f"front_{cost}" for cost in COSTS)]
    rows: list[list[object]] = [
        [
            *(getattr(point, name) for name in names),
            *point.accuracy_interval,
            *(int(point.name in fronts[cost]) for cost in COSTS),
        ]
        for point in points
    ]
    return columns, rows


def table_of(points: Sequence[PointFigures]) -> bytes:
    """The points as CSV with a line of names."""
    columns, rows = figures_of(points)
    return csv_table(
        columns, ([int(value) if isinstance(value, bool) else value for value in row] for row in rows)
    )
