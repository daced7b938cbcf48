"""How long the window keeps a person waiting while a worker reports 200 events a second."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import Row

if TYPE_CHECKING:
    from app.program import Program
    from tests.ui.stalls import StallWatch

_SECONDS = 15
_LONG_RUN_SECONDS, _RATE, _BATCHES = 5, 200, 30


def run() -> list[Row]:
    """Delays of a timer in the window's event loop, in wall-clock time: to be run on an idle machine."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name))


def _measured(folder: Path) -> list[Row]:
    from PySide6.QtCore import QSettings

    from app.charts.feed import curve_feed
    from app.preferences import Preferences
    from app.program import Program, the_application
    from app.session import Session
    from app.step import STEPS
    from app.task_client import TaskClient
    from core.requests import RunRequest
    from tests.ui.stalls import StallWatch

    application = the_application([])
    preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
    preferences.scheme, preferences.runs_folder = "light", folder / "runs"
    command = (sys.executable, "-P", "-m", "tests.bench.reporting_worker")
    session = Session(preferences, task=TaskClient(command=command))
    program = Program(application, preferences, session)
    while not program.is_started or len(program.window.workspace.pages) < len(STEPS):
        application.processEvents()
    watched_long_run = _watch_long_run(program)
    session.begin("scenes", "Sample scenes")
    program.window.workspace.show_page("train")
    session.start_task(RunRequest(folder=str(folder / "run"), settings=session.settings), "train")
    watch = StallWatch()
    _wait(_SECONDS)
    watch.stop()
    epochs = len(curve_feed(session).curves["train"].validation("loss"))
    program.leave()
    assert epochs > 0, "no epoch arrived"
    return [
        Row("event loop blocked, 99.9th percentile", watch.percentile(99.9), "ms", at_most=50),
        Row("event loop blocked, at worst", watch.worst, "ms", at_most=200),
        Row(
            "work in one piece, long run, 99.9th percentile",
            watched_long_run.percentile(99.9),
            "ms",
            at_most=50,
        ),
        Row("work in one piece, long run, at worst", watched_long_run.worst, "ms", at_most=200),
    ]


def _watch_long_run(program: Program) -> StallWatch:
    """Processor time of the window's thread, whose chart shows 12,000 steps already and draws them again."""
    from PySide6.QtCore import QTimer

    from tests.builders.run_events import stage_events
    from tests.ui.stalls import StallWatch

    session = program.window.workspace.session
    session.begin("scenes", "Sample scenes")
    program.window.workspace.show_page("huffman")
    session.reported.emit(stage_events("train", 30, steps=400)[:-1])
    events = iter(stage_events("prune", 10, steps=200))
    timer = QTimer(interval=1000 // _BATCHES)
    timer.timeout.connect(lambda: session.reported.emit(list(islice(events, _RATE // _BATCHES + 1))))
    watch = StallWatch(time.thread_time)
    timer.start()
    _wait(_LONG_RUN_SECONDS)
    timer.stop()
    watch.stop()
    return watch


def _wait(seconds: float) -> None:
    """Let the window work. An event loop of its own, for the application's tells its end to all."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
