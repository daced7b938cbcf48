"""The window as tests have it: real, offscreen, with an account of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main import Program, the_application
from app.preferences import Preferences
from app.session import Session
from app.window import Window

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
    with qtbot.waitSignal(running.window.furnished):
        pass
    yield running
    running.leave()
    _wait_for_end(running, qtbot)
    running.window.replaced()
    running.theme.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(program: Program) -> Window:
    """The program's window."""
    return program.window


@pytest.fixture
def session(window: Window) -> Session:
    """The window's session."""
    assert window.session is not None
    return window.session


def _wait_for_end(running: Program, qtbot: QtBot) -> None:
    session, limit = running.window.session, time.monotonic() + _ENDING
    while session is not None and session.is_busy and time.monotonic() < limit:
        qtbot.wait(20)
