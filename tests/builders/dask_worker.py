"""Plays the points of an exploration: `python -m tests.builders.dask_worker ADDRESS RUN BREAKS`.

It is a Dask worker of the scheduler at ADDRESS, or the program's own worker with 'here' in its place.

Dask, its protocol and the program's own worker processes are real; what a stage comes to is what it came to
in the finished run in the folder RUN (`tests.played_worker`).
"""

from __future__ import annotations

import asyncio
import functools
import sys

from core import jobs
from core.exploring import cluster, point_run
from core.processes.client import WorkerProcess


def play(run: str, breaks: str) -> None:
    """Have the points that this process makes played."""
    command = (sys.executable, "-P", "-m", "tests.played_worker", run, breaks)
    point_run.start_worker = functools.partial(WorkerProcess, command=command)


async def work(address: str) -> None:
    """Work for a scheduler until it ends."""
    cluster.import_dask()
    from distributed import Worker

    async with Worker(address, nthreads=1, dashboard_address=None) as worker:
        await worker.finished()


if __name__ == "__main__":
    play(*sys.argv[2:])
    if sys.argv[1] == "here":
        sys.exit(jobs.main())
    asyncio.run(work(sys.argv[1]))
