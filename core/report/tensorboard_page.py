"""A run in TensorBoard, on a port that nobody reaches but this computer, as new as the run itself.

TensorBoard answers in threads of this process. It reads the logs by itself: with its separate data server
it would start a process that no lifeline ends.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from core.errors import RunError, SqueezeError
from core.events import Log, PageOffered
from core.report.tensorboard import RunLogs
from core.requests import TensorBoardRequest
from core.runs.folder import RunFolder
from core.task import Task

HOST = "127.0.0.1"
_LOOK_SECONDS = 0.2
_REST_SECONDS = 5.0
_REST_TIMES = 10
"""How many times as long as writing the logs took they are left alone: training needs the processor."""

_State = tuple[tuple[int, int], ...]
_WSGIApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def show_in_tensorboard(request: TensorBoardRequest, task: Task) -> None:
    """Offer a run's logs as a page until the task is to stop; reports `PageOffered` with its address.

    Raises tensorboard-missing, what `write_logs` raises, and in the end `Cancelled`.
    """
    _tensorboard()
    folder = RunFolder(Path(request.run))
    logs, state = RunLogs(folder), _state(folder)
    logs.write(task)
    # What the first writing took is no measure: it brought in TensorFlow.
    wrote, rest = time.monotonic(), _REST_SECONDS
    task.report(PageOffered(address=_launch(folder.logs)))
    while True:
        task.check_cancelled()
        time.sleep(_LOOK_SECONDS)
        now = _state(folder)
        if now == state or time.monotonic() - wrote < rest:
            continue
        state, began = now, time.process_time()
        _write_again(logs, task)
        wrote, rest = time.monotonic(), _rest(time.process_time() - began)


def _rest(seconds: float) -> float:
    """How long logs are left alone whose writing took so many seconds of the processor."""
    return max(_REST_SECONDS, _REST_TIMES * seconds)


def _write_again(logs: RunLogs, task: Task) -> None:
    """Write what is new. While a stage ends, its file and the run's record may not go together yet."""
    try:
        logs.write(task)
    except SqueezeError as error:
        task.report(Log(level="warning", text=error.happened))


def _state(folder: RunFolder) -> _State:
    """Changes with whatever logs are made of."""
    found = []
    for path in (folder.events, folder.record):
        try:
            seen = path.stat()
        except OSError:
            continue
        found.append((seen.st_mtime_ns, seen.st_size))
    return tuple(found)


def _launch(logs: Path) -> str:
    """Start TensorBoard on any free port; its address."""
    program, plugins = _tensorboard()
    board = program.TensorBoard(plugins=plugins, server_class=_only_own_server(program))
    board.configure(
        argv=("",), logdir=str(logs), host=HOST, port=0, load_fast="false", reload_interval=_REST_SECONDS
    )
    address: str = board.launch()
    return address


def _tensorboard() -> tuple[Any, list[Any]]:
    """TensorBoard's program, and the plugins that show something of a run.

    Raises tensorboard-missing where it is not installed.
    """
    try:
        from tensorboard import program
        from tensorboard.plugins.core.core_plugin import CorePluginLoader
        from tensorboard.plugins.distribution.distributions_plugin import DistributionsPlugin
        from tensorboard.plugins.graph.graphs_plugin import GraphsPlugin
        from tensorboard.plugins.histogram.histograms_plugin import HistogramsPlugin
        from tensorboard.plugins.image.images_plugin import ImagesPlugin
        from tensorboard.plugins.metrics.metrics_plugin import MetricsPlugin
        from tensorboard.plugins.scalar.scalars_plugin import ScalarsPlugin
    except ImportError as error:
        raise RunError("tensorboard-missing", detail=str(error)) from error
    return program, [
        CorePluginLoader(),
        MetricsPlugin,
        ScalarsPlugin,
        ImagesPlugin,
        GraphsPlugin,
        DistributionsPlugin,
        HistogramsPlugin,
    ]


def _only_own_server(program: Any) -> Callable[[_WSGIApplication, Any], Any]:
    """TensorBoard's server, which answers to no name but its own.

    A page of the web whose name leads to this computer would read the run otherwise (DNS rebinding).
    """

    def server(application: _WSGIApplication, flags: Any) -> Any:
        def guarded(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            if environment.get("HTTP_HOST", "").rpartition(":")[0] != HOST:
                start("403 Forbidden", [("Content-Type", "text/plain")])
                return [b"Open this page by its address."]
            return application(environment, start)

        return program.WerkzeugServer(guarded, flags)

    return server
