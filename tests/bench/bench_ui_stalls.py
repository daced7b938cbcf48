"""How long the window keeps a person waiting while a worker reports 200 events a second."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench import Row

_SECONDS = 15


def run() -> list[Row]:
    """Delays of a timer in the window's event loop, in wall-clock time: to be run on an idle machine."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name))


def _measured(folder: Path) -> list[Row]:
    from PySide6.QtCore import QSettings, QTimer

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
    session.begin("scenes", "Sample scenes")
    program.window.workspace.show_page("train")
    session.start_task(RunRequest(folder=str(folder / "run"), settings=session.settings), "train")
    watch = StallWatch()
    QTimer.singleShot(_SECONDS * 1000, lambda: application.exit(0))
    application.exec()
    watch.stop()
    epochs = len(curve_feed(session).curves["train"].validation("loss"))
    program.leave()
    assert epochs > 0, "no epoch arrived"
    return [
        Row("event loop blocked, 99.9th percentile", watch.percentile(99.9), "ms", at_most=50),
        Row("event loop blocked, at worst", watch.worst, "ms", at_most=200),
    ]
