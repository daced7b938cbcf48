"""The window as tests have it: real, offscreen, with an account of its own."""

from __future__ import annotations

import functools
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.session
from app import application
from app.preferences import Preferences
from app.program import Program, the_application
from app.session import Session
from app.task_client import TaskClient
from app.window import USUAL, Window
from core.runs.folder import RunFolder
from tests.builders.forked_workers import forked_workers
from tests.builders.pets_run import pets_run
from tests.ui.leaks import TimerWatch

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_ENDING = 10.0


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The program's own way to an application object."""
    return the_application


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """English texts and numbers, also for a test without a window."""
    application.set_language(qapp, "en")


@pytest.fixture(scope="session", autouse=True)
def workers() -> Iterator[None]:
    """Workers have TensorFlow from the start."""
    with forked_workers():
        yield


@pytest.fixture(scope="session")
def timer_watch(qapp: QApplication) -> Iterator[TimerWatch]:
    """What knows the timers that are made."""
    with pytest.MonkeyPatch.context() as patch:
        yield TimerWatch(qapp, patch)


@pytest.fixture(autouse=True)
def nothing_left_behind(timer_watch: TimerWatch) -> Iterator[None]:
    """A thread, a running timer or a window that a test leaves behind fails it."""
    before = timer_watch.leftovers()
    yield
    assert timer_watch.left_behind(before) == []


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Those of an account that has just been made; runs are kept in `tmp_path`/runs."""
    made = Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    made.language = "en"
    made.scheme = "light"
    made.runs_folder = tmp_path / "runs"
    return made


@pytest.fixture
def prepares_pages() -> bool:
    """Whether the window makes its pages in advance, as for a person: most tests look at one or two."""
    return False


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, prepares_pages: bool
) -> Iterator[Program]:
    """The program with its window open; whatever is at work at the end is ended."""
    running = Program(qapp, preferences, prepares_pages=prepares_pages)
    with qtbot.waitSignal(running.window.ready):
        pass
    # The screen of Qt's offscreen platform is smaller than any that people have.
    running.window.resize(USUAL)
    yield running
    running.leave()
    _wait_for_end(running, qtbot)
    running.window.discard()
    running.theme.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(program: Program) -> Window:
    """The program's window."""
    return program.window


@pytest.fixture
def session(window: Window) -> Session:
    """The window's session."""
    return window.workspace.session


@pytest.fixture(scope="session")
def finished_run(pytestconfig: pytest.Config) -> RunFolder:
    """A run really made, with all its stages, of images in a zip. To be read only: see `own_run`."""
    return pets_run(pytestconfig)


@pytest.fixture
def played_stages(
    request: pytest.FixtureRequest, finished_run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers of the session play their stages (`tests.played_worker`); the parameter is how many breaks."""
    play_stages(monkeypatch, finished_run, request.param)


def play_stages(monkeypatch: pytest.MonkeyPatch, finished: RunFolder, breaks: int = 0) -> None:
    """Have the workers of sessions that are still to come play stages as those of a finished run."""
    command = (sys.executable, "-P", "-m", "tests.played_worker", str(finished.path), str(breaks))
    monkeypatch.setattr(app.session, "TaskClient", functools.partial(TaskClient, command=command))


@pytest.fixture
def own_run(finished_run: RunFolder, preferences: Preferences) -> RunFolder:
    """A copy of the finished run that a test may change, where the person's runs are."""
    copied = preferences.runs_folder / "pets"
    shutil.copytree(finished_run.path, copied)
    return RunFolder(copied)


def _wait_for_end(running: Program, qtbot: QtBot) -> None:
    session, limit = running.window.workspace.session, time.monotonic() + _ENDING
    while session is not None and session.is_busy and time.monotonic() < limit:
        qtbot.wait(20)
