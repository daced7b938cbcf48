"""The frame around the pages."""

from __future__ import annotations

from app.session import Session, StageState
from app.window import Window
from tests.ui.hands import click


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
