"""The points of an exploration as tasks of Dask: on this computer, or on the workers of a scheduler.

Dask runs a point again whose worker was lost. Whoever reaches a scheduler can have its workers run any code:
see docs/security.md.
"""

from __future__ import annotations

import contextlib
import io
import os
import uuid
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core.diagnosis import terminal_event
from core.errors import RunError, SqueezeError
from core.events import Failed
from core.exploring.point_run import PointJob, PointOutcome, make_point
from core.files import make_folder
from core.paths import cache_folder
from core.requests import ClusterSettings
from core.settings import SAMPLE_SCENES
from core.task import Task

_WAIT_SECONDS = 0.5
_CONNECT_SECONDS = 10
_STOP_SECONDS = 8.0
"""How long a point that is stopped has: its worker has five seconds itself."""


@dataclass(frozen=True)
class Cluster:
    """A connection to workers."""

    client: Any
    is_here: bool

    def outcomes(self, jobs: Sequence[PointJob], source: str, task: Task) -> Iterator[PointOutcome]:
        """Have points made; each outcome as it comes. Leaving the loop stops the points that are at work.

        The images at `source` reach workers by their path, or are sent once where a worker does not see it.
        Raises cluster-lost and `Cancelled`.
        """
        from distributed import Event, wait

        stop = Event(f"squeeze-studio-stop-{uuid.uuid4().hex}", client=self.client)
        name, data = self._images(source, task)
        at_work = {
            self.client.submit(
                _point, msgspec.structs.replace(job, data_name=name), data, stop.name, pure=False
            ): job
            for job in jobs
        }
        try:
            while at_work:
                task.check_cancelled()
                with contextlib.suppress(TimeoutError):
                    ended = wait(list(at_work), timeout=_WAIT_SECONDS, return_when="FIRST_COMPLETED").done
                    for future in ended:
                        yield _outcome_of(future, at_work.pop(future))
        finally:
            if at_work:
                # With the connection gone there is nobody to tell.
                with contextlib.suppress(Exception):
                    stop.set()
                    wait(list(at_work), timeout=_STOP_SECONDS)

    def _images(self, source: str, task: Task) -> tuple[str, Any]:
        """The name and the content of the images' archive for the workers; '' and None where they see it."""
        if source == SAMPLE_SCENES or self.is_here:
            return "", None
        path = Path(source)
        size = path.stat().st_size if path.is_file() else None
        if all(self.client.run(_sees, source, size).values()):
            return "", None
        task.status("Sending the images to the workers")
        name, content = (path.name, path.read_bytes()) if path.is_file() else (f"{path.name}.zip", _zip(path))
        # As a task of its own: it is sent once to each worker, and again where a worker was lost.
        return name, self.client.submit(_same, content, pure=False)


def import_dask() -> Any:
    """Dask's distributed package. Raises explore-missing where it is not installed."""
    # It puts a file with its defaults into this folder when it is imported.
    os.environ.setdefault("DASK_CONFIG", str(cache_folder() / "dask"))
    try:
        import distributed
    except ImportError as error:
        raise RunError("explore-missing", detail=str(error)) from error
    return distributed


@contextlib.contextmanager
def connected(settings: ClusterSettings, task: Task) -> Iterator[Cluster]:
    """Workers for the length of the block.

    Raises explore-missing, cluster-not-reached, cluster-no-workers, write-permission, disk-full.
    """
    distributed = import_dask()
    if settings.address is None:
        import dask

        place = cache_folder() / "dask"
        make_folder(place)
        with (
            # The scheduler has a folder, too, and knows no other way to be told where.
            dask.config.set({"temporary-directory": str(place)}),
            distributed.LocalCluster(
                n_workers=settings.workers,
                threads_per_worker=1,
                processes=False,
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                memory_limit=0,
            ) as local,
            distributed.Client(local) as client,
        ):
            yield Cluster(client, is_here=True)
        return
    task.status("Connecting to the cluster")
    with _client(distributed, settings.address, settings) as client:
        try:
            client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        except TimeoutError as error:
            raise RunError("cluster-no-workers", address=settings.address) from error
        yield Cluster(client, is_here=False)


def _client(distributed: Any, address: str, settings: ClusterSettings) -> Any:
    security = None
    if settings.tls_ca:
        security = distributed.Security(
            tls_ca_file=settings.tls_ca,
            tls_client_cert=settings.tls_cert,
            tls_client_key=settings.tls_key,
            require_encryption=True,
        )
    try:
        return distributed.Client(address, security=security, timeout=_CONNECT_SECONDS)
    except (OSError, RuntimeError, ValueError, TypeError) as error:
        # Dask says RuntimeError of an address that is not encrypted where certificates are given.
        raise RunError("cluster-not-reached", detail=str(error), address=address) from error


def _point(job: PointJob, data: bytes | None, stop: str) -> PointOutcome:
    """What a worker does. Errors of the table come back as values, as from every process."""
    from distributed import Event, get_client

    event = Event(stop, client=get_client())
    try:
        return make_point(job, data, event.is_set)
    except SqueezeError as error:
        return _failed(job, error)


def _outcome_of(future: Any, job: PointJob) -> PointOutcome:
    from distributed import KilledWorker

    try:
        outcome = future.result()
    except KilledWorker as error:
        # Each worker that took it was lost: it needs more memory than they have, for example.
        return _failed(job, RunError("cluster-point-lost", detail=str(error), name=job.point.name))
    except Exception as error:
        raise RunError("cluster-lost", detail=f"{type(error).__name__}: {error}") from error
    assert isinstance(outcome, PointOutcome)
    return outcome


def _failed(job: PointJob, error: SqueezeError) -> PointOutcome:
    failed = terminal_event(error)
    assert isinstance(failed, Failed)
    return PointOutcome(name=job.point.name, failed=failed)


def _sees(source: str, size: int | None) -> bool:
    """Whether a worker has the images at their path."""
    path = Path(source)
    return path.is_dir() if size is None else path.is_file() and path.stat().st_size == size


def _same(content: bytes) -> bytes:
    return content


def _zip(folder: Path) -> bytes:
    """The files of a folder as an archive; images do not get smaller by packing them."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return content.getvalue()
