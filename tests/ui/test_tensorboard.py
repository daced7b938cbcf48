"""The open run in TensorBoard: started, opened and stopped by a person, and never left behind."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.charts.tensorboard import TensorBoardLine
from app.session import Session
from app.window import Window
from core.processes.client import COMMAND
from core.runs.folder import RunFolder
from tests.processes import wait_until_gone
from tests.ui.hands import click
from tests.ui.looks import faults

_PATIENCE = 120_000


class Browser(QObject):
    """What Qt hands addresses to in place of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    # At run time it takes a text, and nothing else.
    QDesktopServices.setUrlHandler("http", made, "show")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture
def line(window: Window, session: Session, own_run: RunFolder) -> TensorBoardLine:
    """The line below the charts, with a finished run open."""
    session.open(own_run.path)
    window.workspace.show_page("result")
    return window.workspace.charts.tensorboard


def test_a_click_shows_the_run_in_the_browser_and_another_ends_it(
    line: TensorBoardLine, browser: Browser, qtbot: QtBot
) -> None:
    assert line.start_button.isEnabled()
    click(line.start_button)
    assert line.words.text() == "Starting TensorBoard…"
    assert not line.start_button.isVisible()
    qtbot.waitUntil(lambda: bool(browser.opened), timeout=_PATIENCE)
    (address,) = browser.opened
    assert address.startswith("http://127.0.0.1:")
    assert line.words.text() == f"TensorBoard is running at {address.removeprefix('http://').strip('/')}."
    assert faults(line) == []
    with urllib.request.urlopen(f"{address}data/plugins_listing", timeout=60) as answer:
        assert {"scalars", "graphs", "images"} <= set(json.load(answer))
    click(line.open_button)
    assert browser.opened == [address, address]
    pid = line.page.task.pid
    assert pid is not None
    click(line.stop_button)
    qtbot.waitUntil(
        lambda: line.start_button.isVisible() and line.start_button.isEnabled(), timeout=_PATIENCE
    )
    wait_until_gone(pid)
    assert line.words.text() == ""


def test_it_ends_when_another_run_is_opened_and_with_the_window(
    line: TensorBoardLine, session: Session, window: Window, qtbot: QtBot
) -> None:
    for leave in (session.close, window.leave):
        click(line.start_button)
        pid = line.page.task.pid
        assert pid is not None
        folder = session.folder
        leave()
        wait_until_gone(pid)
        qtbot.waitUntil(lambda: not line.page.task.is_busy, timeout=_PATIENCE)
        assert line.words.text() == ""
        assert folder is not None
        session.open(folder.path)


def test_without_a_run_there_is_nothing_to_show(window: Window, session: Session, tmp_path: Path) -> None:
    session.begin(str(tmp_path), "pets")
    window.workspace.show_page("data")
    assert not window.workspace.charts.tensorboard.start_button.isEnabled()
    assert window.workspace.charts.isVisible()
    assert not window.workspace.charts.tensorboard.isVisible()


def test_what_keeps_it_from_starting_is_said_with_what_to_do(
    line: TensorBoardLine, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tensorboard").mkdir()
    (tmp_path / "tensorboard" / "__init__.py").write_text("raise ImportError('not installed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    # A process of its own, and no fork, which would have the paths of the tests.
    command = (COMMAND[0], "-X", "utf8", *COMMAND[1:])
    monkeypatch.setattr(line.page.task, "_command", command)
    click(line.start_button)
    qtbot.waitUntil(lambda: line.start_button.isVisible(), timeout=_PATIENCE)
    assert line.words.text().startswith("TensorBoard is not installed. Run pip install")
    assert line.start_button.isEnabled()
