"""The guide inside the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl

from app.guide import PAGES, GuidePage, GuideWindow
from app.window import Window
from tests.ui.hands import click, press


def opened_guide(window: Window) -> GuideWindow:
    found = window.findChildren(GuideWindow)
    assert len(found) == 1
    return found[0]


def test_f1_opens_the_page_of_the_step_that_is_shown(window: Window) -> None:
    click(window.workspace.start.sample_button)
    press(window, Qt.Key.Key_F1)
    guide = opened_guide(window)
    assert guide.isVisible()
    assert guide.topic == "data"
    assert "Photos" in guide.text.toPlainText()
    window.workspace.show_page("prune")
    press(window, Qt.Key.Key_F1)
    assert opened_guide(window).topic == "prune"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.topic)
def test_every_page_has_its_text_and_can_be_chosen_from_the_list(window: Window, page: GuidePage) -> None:
    press(window, Qt.Key.Key_F1)
    guide = opened_guide(window)
    guide.topics.setFocus()
    row = PAGES.index(page)
    guide.topics.setCurrentRow(0)
    for _ in range(row):
        press(guide.topics, Qt.Key.Key_Down)
    assert guide.topic == PAGES[row].topic
    assert len(guide.text.toPlainText()) > 200


def test_the_page_of_errors_opens_at_an_error(window: Window) -> None:
    from app.guide import open_guide

    guide = open_guide(window, "errors", "en", "disk-full")
    assert guide.text.textCursor().block().text() == "disk-full"
    assert guide.text.verticalScrollBar().value() > 0


def test_a_symptom_leads_to_the_section_of_its_error(window: Window) -> None:
    from app.guide import open_guide

    for language in ("en", "de", "ko"):
        guide = GuideWindow(window, language)
        guide.open_at("problems")
        where = "../errors.md" if language == "en" else "../../errors.md"
        guide.text.anchorClicked.emit(QUrl(f"{where}#port-permission"))
        assert (guide.topic, guide.text.textCursor().block().text()) == ("errors", "port-permission")
        guide.text.anchorClicked.emit(QUrl("#disk-full"))
        assert (guide.topic, guide.text.textCursor().block().text()) == ("errors", "disk-full")
        guide.deleteLater()
    guide = open_guide(window, "problems", "en")
    guide.text.anchorClicked.emit(QUrl("../installing.md#test-the-installation"))
    assert guide.text.textCursor().block().text() == "Test the installation"
