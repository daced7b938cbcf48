"""An exploration: makes the points that are not finished, and tells what all of them came to."""

from __future__ import annotations

from pathlib import Path

from core import wording
from core.diagnosis import error_of
from core.errors import RunError
from core.events import Failed
from core.exploring.cluster import connected
from core.exploring.exploration import ExplorationFolder, ExplorationRecord, Explored, FailedPoint
from core.exploring.grid import Point
from core.exploring.point_run import PointJob, take_files
from core.networks.start_weights import starts_elsewhere
from core.requests import ExploreRequest
from core.task import Task

_OF_THE_IMAGES = ("data-", "archive-", "not-a-file")
"""How the codes of errors begin that every point would end with."""


def explore(request: ExploreRequest, task: Task) -> Explored:
    """Make the points of a grid, or those that an earlier session left, and write explore.csv.

    Raises setting-invalid, run-moved, exploration-differs where the folder's points were made of other images
    or with another budget, the error of the first point when none could be made or when the images are at
    fault, and what the folder, `connected` and `Cluster.outcomes` raise; `Cancelled`, with the finished
    points kept.
    """
    record = ExplorationRecord(
        settings=request.settings, grid=request.grid, budget=request.budget, board=request.board
    )
    points, folder = record.points, ExplorationFolder(Path(request.folder).absolute())
    with folder.locked():
        _take_record(folder, record)
        undone = [point for point in points if not folder.is_finished(point)]
        failed = _make(folder, record, undone, len(points), request, task) if undone else {}
        finished = folder.finished_points(points)
        if failed and not finished:
            raise error_of(next(iter(failed.values())))
        folder.write_table(finished)
    return Explored(
        folder=str(folder.path),
        table=str(folder.table),
        board=record.board,
        from_scratch=not starts_elsewhere(points[0].settings),
        points=finished,
        failed=tuple(
            FailedPoint(name=name, code=one.code, happened=one.happened, remedy=one.remedy)
            for name, one in failed.items()
        ),
    )


def _take_record(folder: ExplorationFolder, record: ExplorationRecord) -> None:
    """Write explore.json; a larger or smaller grid goes on with the points that there are."""
    if folder.record.is_file():
        before = folder.read_record()
        alike = (before.settings, before.budget, before.board) == (
            record.settings,
            record.budget,
            record.board,
        )
        start = before.points[0].settings.train.start_weights
        if not alike or start != record.points[0].settings.train.start_weights:
            raise RunError("exploration-differs", path=folder.path)
    folder.write_record(record)


def _make(
    folder: ExplorationFolder,
    record: ExplorationRecord,
    undone: list[Point],
    total: int,
    request: ExploreRequest,
    task: Task,
) -> dict[str, Failed]:
    """Have points made; those that failed, by name."""
    by_name = {point.name: point for point in undone}
    failed, meter = dict[str, Failed](), task.progress(total, "points")
    meter.skip(total - len(undone))
    jobs = [_job(folder, record, point) for point in undone]
    with connected(request.cluster, task) as cluster:
        for outcome in cluster.outcomes(jobs, record.settings.data.source, task):
            folder.require_in_place()
            point = by_name[outcome.name]
            if outcome.failed:
                if outcome.failed.code.startswith(_OF_THE_IMAGES):
                    raise error_of(outcome.failed)
                failed[point.name] = outcome.failed
                task.status("{name} failed: {reason}", name=point.name, reason=outcome.failed.happened)
            elif outcome.files:
                take_files(folder.run(point), outcome.files, record.settings.data.source)
            meter.advance()
            if figures := folder.figures(point):
                accuracy, size = wording.percent(figures.accuracy), wording.size(figures.bytes)
                task.status("{name}: {accuracy}, {size}", name=point.name, accuracy=accuracy, size=size)
    return failed


def _job(folder: ExplorationFolder, record: ExplorationRecord, point: Point) -> PointJob:
    return PointJob(
        point=point,
        budget=record.budget,
        board=record.board,
        folder=str(folder.run(point).path),
        seen_in=str(folder.record),
        seen=folder.record.read_bytes(),
    )
