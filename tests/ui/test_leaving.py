"""Closing the window while it works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.session import Session
from app.window import Window
from core.runs.folder import RunFolder
from tests.processes import is_running
from tests.ui.hands import button_named, click


@pytest.fixture
def working(session: Session, finished_run: RunFolder, qtbot: QtBot) -> int:
    """A training that has begun; the process that does it."""
    settings = finished_run.read_record().settings
    session.begin(settings.data.source, "pets")
    session.replace_settings(settings)
    with qtbot.waitSignal(session.reported, timeout=60_000):
        session.start("train")
    pid = session.task.pid
    assert pid is not None
    assert is_running(pid)
    return pid


def question(window: Window) -> QMessageBox:
    found = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [1], indirect=True)
def test_closing_asks_first_and_goes_on_working_if_that_is_wanted(
    window: Window, session: Session, working: int
) -> None:
    window.close()
    assert window.isVisible()
    click(button_named(question(window), "Keep working"))
    assert window.isVisible()
    assert session.is_busy
    assert is_running(working)


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [1], indirect=True)
@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="processes are looked up in /proc")
def test_stop_and_close_ends_the_work_and_leaves_a_run_that_can_go_on(
    window: Window, session: Session, working: int, qtbot: QtBot
) -> None:
    window.close()
    click(button_named(question(window), "Stop and close"))
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    qtbot.waitUntil(lambda: not is_running(working), timeout=5_000)
    if session.folder is not None:
        assert RunFolder(session.folder.path).read_record().stages["train"].state in ("waiting", "started")


def test_a_window_without_work_closes_at_once(window: Window) -> None:
    window.close()
    assert not window.isVisible()
