"""The window as tests have it: real, offscreen, with an account of its own."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.preferences import Preferences
from app.program import Program, the_application
from app.session import Session
from app.window import Window
from core.events import Crashed, Failed
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.settings import (
    DataSettings,
    NetworkSettings,
    PruneSettings,
    QuantizeSettings,
    RunSettings,
    TrainSettings,
)
from core.worker_client import WorkerProcess
from tests.builders.pictures import contents_of, write_classes, write_zip

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_ENDING = 10.0


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The program's own way to an application object."""
    return the_application


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Those of an account that has just been made; runs are kept in `tmp_path`/runs."""
    made = Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    made.language = "en"
    made.scheme = "light"
    made.runs_folder = tmp_path / "runs"
    return made


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[Program]:
    """The program with its window open; whatever is at work at the end is ended."""
    running = Program(qapp, preferences)
    with qtbot.waitSignal(running.window.ready):
        pass
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
def finished_run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run really made, with all its stages, of pictures in a zip. To be read only: see `own_run`."""
    folder = tmp_path_factory.mktemp("finished") / "pets"
    pictures = folder.parent / "pictures"
    write_classes(pictures, {"cat": 24, "dog": 24, "Eichhörnchen": 24})
    source = write_zip(folder.parent / "pets.zip", contents_of(pictures))
    settings = RunSettings(
        data=DataSettings(source=str(source), image_size=32),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=2, batch_size=16),
        prune=PruneSettings(epochs=2, sparsity=0.5),
        quantize=QuantizeSettings(epochs=1, weight_bits=3),
    )
    with WorkerProcess(RunRequest(folder=str(folder), settings=settings)) as worker:
        for event in worker.events():
            assert not isinstance(event, Failed | Crashed), event
    return RunFolder(folder)


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
