"""The open run in TensorBoard: started, opened and stopped by a person, and never left behind."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.charts.tensorboard import TensorBoardLine
from app.session import Session
from app.theme.tokens import Space
from app.window import SMALLEST, Window
from core.processes.client import COMMAND
from core.runs.folder import RunFolder
from tests.builders.finished_runs import finished_run
from tests.processes import wait_until_gone
from tests.ui.hands import click, click_at
from tests.ui.looks import faults

_PATIENCE = 120_000
_LEAST_CHART = 130
"""Pixels that the curves have in the smallest window."""


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


def menu_of(window: Window) -> tuple[QMenu, QAction]:
    """The menu of the accuracy chart, opened by a click, with what leads to TensorBoard."""
    card = window.workspace.charts.timeline
    click(card.menu_button)
    menu = card.findChildren(QMenu)[-1]
    (action,) = [one for one in menu.actions() if one.text() == "Open in TensorBoard"]
    return menu, action


def open_in_tensorboard(window: Window) -> None:
    """Click it in the menu of the accuracy chart."""
    menu, action = menu_of(window)
    assert action.isEnabled()
    click_at(menu, menu.actionGeometry(action).center())


def test_a_click_shows_the_run_in_the_browser_and_another_ends_it(
    window: Window, line: TensorBoardLine, browser: Browser, qtbot: QtBot
) -> None:
    assert not line.isVisible()
    open_in_tensorboard(window)
    assert line.words.text() == "Starting TensorBoard…"
    assert line.isVisible()
    qtbot.waitUntil(lambda: bool(browser.opened), timeout=_PATIENCE)
    (address,) = browser.opened
    assert address.startswith("http://127.0.0.1:")
    assert line.words.text() == f"TensorBoard is running at {address.removeprefix('http://').strip('/')}."
    assert faults(window) == []
    with urllib.request.urlopen(f"{address}data/plugins_listing", timeout=60) as answer:
        assert {"scalars", "graphs", "images"} <= set(json.load(answer))
    click(line.open_button)
    open_in_tensorboard(window)
    assert browser.opened == [address, address, address]
    pid = line.page.task.pid
    assert pid is not None
    click(line.stop_button)
    qtbot.waitUntil(lambda: not line.page.task.is_busy, timeout=_PATIENCE)
    wait_until_gone(pid)
    assert not line.isVisible()


def test_it_ends_when_another_run_is_opened_and_with_the_window(
    line: TensorBoardLine, session: Session, window: Window, qtbot: QtBot
) -> None:
    for leave in (session.close, window.leave):
        open_in_tensorboard(window)
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
    assert window.workspace.charts.isVisible()
    menu, action = menu_of(window)
    assert not action.isEnabled()
    menu.close()


def test_while_it_does_not_run_the_charts_have_all_the_room(
    window: Window, session: Session, tmp_path: Path
) -> None:
    session.open(finished_run(tmp_path / "run").path)
    window.resize(SMALLEST)
    window.workspace.show_page("train")
    charts = window.workspace.charts
    QApplication.processEvents()
    assert charts.rect().bottom() - charts.sizes.geometry().bottom() == Space.LARGE
    assert charts.timeline.timeline.height() >= _LEAST_CHART


def test_what_keeps_it_from_starting_is_said_with_what_to_do(
    window: Window, line: TensorBoardLine, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tensorboard").mkdir()
    (tmp_path / "tensorboard" / "__init__.py").write_text("raise ImportError('not installed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    # A process of its own, and no fork, which would have the paths of the tests.
    command = (COMMAND[0], "-X", "utf8", *COMMAND[1:])
    monkeypatch.setattr(line.page.task, "_command", command)
    open_in_tensorboard(window)
    qtbot.waitUntil(lambda: not line.page.task.is_busy, timeout=_PATIENCE)
    assert line.isVisible()
    assert line.words.text().startswith("TensorBoard is not installed. Run pip install")
    menu, action = menu_of(window)
    assert action.isEnabled()
    menu.close()
