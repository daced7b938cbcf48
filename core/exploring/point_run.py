"""One point of an exploration, made where a Dask worker is: on this computer or another one."""

from __future__ import annotations

import atexit
import functools
import hashlib
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from core import __version__
from core.diagnosis import failed_by
from core.errors import RunError
from core.events import Crashed, Failed, Stopped, Succeeded
from core.exploring.grid import Point
from core.files import make_folder, write_whole
from core.processes.client import WorkerProcess
from core.requests import Budget, RunRequest
from core.runs.folder import STAGE_FILES, RunFolder
from core.runs.record import with_images_at
from core.settings import STAGES, RunSettings, changed

_LOOK_SECONDS = 2.0
_IN_USE_SECONDS = 20.0
"""How long the process of a worker that was lost may still be at its point."""
_FILES = (
    *("data.json", "details/{stage}.json", "events.jsonl", "labels.txt", "report.html", "run.json"),
    *("samples.npz", "summary.json", *STAGE_FILES.values()),
)
_OWN = ("train.epochs", "prune.epochs", "quantize.epochs", "train.start_weights")
"""Settings of the budget, which hold for any number of images."""
_LOCK = threading.Lock()
start_worker: Callable[[RunRequest], WorkerProcess] = WorkerProcess
"""What starts the process that makes a point's run."""


class PointJob(msgspec.Struct, frozen=True, kw_only=True):
    """A point to be made. `folder` is its run folder; `seen_in` a file that is there if that can be used.

    `data_name` is the name of the images' archive that is sent with the job, '' where none is.
    """

    version: str = __version__
    point: Point
    budget: Budget
    board: str
    folder: str
    seen_in: str
    seen: bytes
    data_name: str = ""


class PointOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """How a point ended: `failed` is None for one that is done or was stopped.

    `files` are those of its run folder, by their names in it, where it was made in another one.
    """

    name: str
    is_stopped: bool = False
    failed: Failed | None = None
    files: dict[str, bytes] = {}


def make_point(job: PointJob, data: bytes | None, is_stopped: Callable[[], bool]) -> PointOutcome:
    """Make the run of a point, or go on with it; `data` is the content of the images' archive, if it is sent.

    A worker that does not see the exploration's folder makes the run in one of its own and returns its
    files. `is_stopped` is asked every few seconds. Raises
    cluster-other-version when the program is another one here.
    """
    if job.version != __version__:
        raise RunError("cluster-other-version", here=__version__, needed=job.version)
    if is_stopped():
        return PointOutcome(name=job.point.name, is_stopped=True)
    settings = job.point.settings
    if data is not None:
        settings = _with_source(settings, _unpacked(data, job.data_name))
    if _sees(Path(job.seen_in), job.seen):
        return _made(job, settings, Path(job.folder), is_stopped)
    with tempfile.TemporaryDirectory(prefix="squeeze-studio-point-") as place:
        folder = Path(place) / "run"
        outcome = _made(job, settings, folder, is_stopped)
        if outcome.failed or outcome.is_stopped:
            return outcome
        return msgspec.structs.replace(outcome, files=_files_of(folder))


def take_files(folder: RunFolder, files: dict[str, bytes], source: str) -> None:
    """Write the files of a run that was made elsewhere, its record last; its images are at `source` here.

    Raises disk-full, write-permission, and cluster-answer for files that no run has.
    """
    if files.keys() - set(_names()) or "run.json" not in files:
        raise RunError("cluster-answer", name=folder.path.name)
    with folder.locked():
        for name, content in files.items():
            if name != "run.json":
                _write(folder.path / name, content)
        _write(folder.record, files["run.json"])
        folder.write_record(with_images_at(folder.read_record(), source))


def _made(job: PointJob, settings: RunSettings, folder: Path, is_stopped: Callable[[], bool]) -> PointOutcome:
    request = RunRequest(
        folder=str(folder),
        settings=settings,
        preset=job.budget.preset,
        own=_OWN,
        board=job.board,
    )
    deadline = time.monotonic() + _IN_USE_SECONDS
    while (outcome := _attempt(request, job.point.name, is_stopped)).failed is not None:
        if outcome.failed.code != "run-in-use" or time.monotonic() > deadline:
            break
        time.sleep(_LOOK_SECONDS)
    return outcome


def _attempt(request: RunRequest, name: str, is_stopped: Callable[[], bool]) -> PointOutcome:
    asked = time.monotonic()
    with start_worker(request) as worker:
        for _ in worker.events():
            if time.monotonic() - asked >= _LOOK_SECONDS:
                asked = time.monotonic()
                if is_stopped():
                    worker.cancel()
    match worker.outcome:
        case Succeeded():
            worker.log.unlink(missing_ok=True)
            return PointOutcome(name=name)
        case Stopped():
            return PointOutcome(name=name, is_stopped=True)
        case Failed() as failed:
            return PointOutcome(name=name, failed=failed)
        case Crashed() as crashed:
            return PointOutcome(name=name, failed=failed_by(crashed))
        case other:
            raise AssertionError(f"not a terminal event: {other!r}")


def _with_source(settings: RunSettings, source: Path) -> RunSettings:
    return msgspec.structs.replace(settings, data=changed(settings.data, source=str(source)))


def _sees(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _unpacked(data: bytes, name: str) -> Path:
    """The archive that was sent, as a file; written once in each process."""
    path = _own_folder() / f"{hashlib.sha256(data).hexdigest()[:16]}" / Path(name).name
    with _LOCK:
        if not path.is_file():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    return path


@functools.cache
def _own_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="squeeze-studio-data-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _names() -> list[str]:
    return [name.format(stage=stage) for name in _FILES for stage in STAGES]


def _files_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in _names() if (folder / name).is_file()}


def _write(path: Path, content: bytes) -> None:
    make_folder(path.parent)
    write_whole(path, content)
