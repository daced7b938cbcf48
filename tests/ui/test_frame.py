"""The frame around the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.window import Window
from tests.ui.hands import click


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
    click(window.start.sample_button)
    assert window.shown_page == "data"
    assert window.stack.currentWidget() is window.page("data")
    assert session.state("train") is StageState.READY
    assert session.state("prune") is StageState.WAITING


def test_steps_cannot_be_opened_before_there_are_pictures(window: Window) -> None:
    assert not any(button.isEnabled() for button in window.steps.buttons.values())


def test_nothing_flashes_up_beside_the_window_while_its_pages_are_made(
    qapp: QApplication, window: Window, qtbot: QtBot
) -> None:
    shown = _ShownWindows()
    qapp.installEventFilter(shown)
    qtbot.waitUntil(lambda: len(window.pages) == len(window.steps.buttons))
    qapp.removeEventFilter(shown)
    assert shown.seen == []
