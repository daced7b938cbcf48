"""The frame around the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.program import Program
from app.session import Session, StageState
from app.shell.progress import ProgressPanel
from app.window import SMALLEST, USUAL, Window
from app.wording import translate
from core.events import Progress, Status
from tests.ui.hands import click

_LONG = "Comparing the outputs of both models"


class _ShownWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_sample_scenes_are_one_click_away_and_open_the_page_of_pictures(
    window: Window, session: Session
) -> None:
    click(window.workspace.start.sample_button)
    assert window.workspace.shown_page == "data"
    assert window.workspace.stack.currentWidget() is window.workspace.page("data")
    assert session.state("train") is StageState.READY
    assert session.state("prune") is StageState.WAITING


def test_steps_cannot_be_opened_before_there_are_pictures(window: Window) -> None:
    assert not any(button.isEnabled() for button in window.workspace.steps.buttons.values())


def test_nothing_flashes_up_beside_the_window_while_its_pages_are_made(
    qapp: QApplication, window: Window, qtbot: QtBot
) -> None:
    shown = _ShownWindows()
    qapp.installEventFilter(shown)
    qtbot.waitUntil(lambda: len(window.workspace.pages) == len(window.workspace.steps.buttons))
    qapp.removeEventFilter(shown)
    assert shown.seen == []


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_a_long_status_can_be_read_beside_the_bar_and_the_time_left(
    program: Program, qtbot: QtBot, language: str
) -> None:
    if language != "en":
        program.set_language(language)
        qtbot.waitUntil(lambda: program.is_started)
    panel = _at_work(program.window, USUAL, translate("Status", _LONG))
    assert panel.status.shown == translate("Status", _LONG)
    assert (panel.status.shown == _LONG) == (language == "en")
    assert panel.bar.isVisible()
    assert panel.left.isVisible()


def test_a_status_without_room_ends_in_an_ellipsis_and_tells_the_whole_when_pointed_at(
    window: Window,
) -> None:
    whole = f"{_LONG}, and once more: {_LONG}"
    panel = _at_work(window, SMALLEST, whole)
    assert panel.status.shown.endswith("…")
    assert whole.startswith(panel.status.shown.removesuffix("…"))
    assert panel.status.toolTip() == whole


def _at_work(window: Window, size: QSize, status: str) -> ProgressPanel:
    """The line along the bottom, laid out while a task says this and that it takes another hour."""
    window.resize(size)
    window.workspace.progress.begin("")
    window.workspace.progress.listen([Status(text=status), Progress(done=1, total=3, seconds_left=4_800)])
    QApplication.processEvents()
    assert window.size() == size
    window.workspace.progress.status.repaint()
    return window.workspace.progress


def test_the_bar_of_a_finished_work_does_not_stand_for_the_next_one(window: Window) -> None:
    panel = window.workspace.progress
    panel.begin("Loading the images")
    panel.listen([Progress(done=9, total=9, unit="pictures", seconds_left=1.0)])
    assert panel.bar.value() == panel.bar.maximum() > 0
    assert panel.left.text()
    panel.listen([Status(text="Training a classifier on the network's features")])
    assert panel.bar.maximum() == 0
    assert not panel.left.text()
    panel.listen([Progress(done=3, total=9, unit="steps", seconds_left=5.0), Status(text="Learning")])
    assert 0 < panel.bar.value() < panel.bar.maximum()
