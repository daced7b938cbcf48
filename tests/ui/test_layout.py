"""Every page in every language, size and color: nothing cut off, and the keyboard reaches everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.guide import PAGES as GUIDE
from app.guide import open_guide
from app.program import Program
from app.start.comparison import ComparisonDialog
from app.start.found_runs import read_run
from app.widgets.basics import ElidedLabel, label, plain_tip
from app.widgets.dropping import DropZone
from app.window import Window
from core.runs.folder import RunFolder
from tests.ui.hands import press
from tests.ui.looks import PAGES, SIZES, controls, faults, walk

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_no_text_is_cut_off_on_any_page(program: Program, own_run: RunFolder, language: str) -> None:
    if language != "en":
        program.set_language(language)
    assert walk(program, own_run.path, SIZES, ("light", "dark")) == []


def test_what_looks_like_markup_is_shown_as_it_is(program: Program, qtbot: QtBot) -> None:
    del program
    name = "<b>cup</b> & saucer"
    assert plain_tip("cup & saucer") == "cup & saucer"
    assert plain_tip(name) == "<qt>&lt;b&gt;cup&lt;/b&gt; &amp; saucer</qt>"
    shown = ElidedLabel(name)
    qtbot.addWidget(shown)
    shown.resize(40, 20)
    shown.show()
    shown.grab()
    assert shown.toolTip() == plain_tip(name)
    assert shown.textFormat() == label(name).textFormat() == Qt.TextFormat.PlainText


def test_the_slim_drop_zone_has_its_words_above_its_buttons_where_both_do_not_fit(
    program: Program, qtbot: QtBot
) -> None:
    del program
    zone = DropZone()
    qtbot.addWidget(zone)
    zone.set_slim(True)
    zone.resize(800, 60)
    zone.show()
    QApplication.processEvents()
    title = next(one for one in zone.findChildren(QLabel) if one.text() == "Drop a folder or archive here")
    assert title.geometry().right() < zone.folder_button.geometry().left()
    zone.resize(320, 110)
    QApplication.processEvents()
    assert title.geometry().bottom() <= zone.folder_button.geometry().top()
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_with_twice_the_pixels_no_text_is_cut_off_and_the_focus_is_seen(
    own_run: RunFolder, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.looks", str(own_run.path), "de", str(tmp_path / "account.ini")],
        cwd=_ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["controls"] > 100
    assert found["unseen"] == []


def test_a_text_that_is_cut_off_is_noticed(window: Window) -> None:
    window.workspace.start.sample_button.setFixedWidth(40)
    QApplication.processEvents()
    assert any("40 wide" in fault for fault in faults(window))


def test_tab_goes_through_every_control_of_every_page_and_comes_round(
    window: Window, own_run: RunFolder
) -> None:
    window.workspace.session.open(own_run.path)
    for name in PAGES:
        window.workspace.show_page(name)
        QApplication.processEvents()
        window.workspace.header.boards.setFocus()
        wanted = set(controls(window))
        reached: list[QWidget] = []
        for _ in range(2 * len(wanted) + 10):
            focused = window.focusWidget()
            assert focused is not None
            if reached and focused is reached[0]:
                break
            reached.append(focused)
            press(focused, Qt.Key.Key_Tab)
        assert window.focusWidget() is window.workspace.header.boards, name
        missed = [one.accessibleName() or type(one).__name__ for one in wanted - set(reached)]
        assert missed == [], name


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_no_text_is_cut_off_in_dialogs(
    program: Program, own_run: RunFolder, language: str, qtbot: QtBot
) -> None:
    if language != "en":
        program.set_language(language)
    guide = open_guide(program.window, "start", language)
    for page in GUIDE:
        guide.open_at(page.topic)
        QApplication.processEvents()
        assert faults(guide) == [], page.topic
    run = read_run(own_run.path)
    comparison = ComparisonDialog(run, run, program.window)
    comparison.open()
    qtbot.waitUntil(lambda: comparison.comparison is not None)

    def stands_whole() -> None:
        assert faults(comparison) == []

    # Its charts come from a thread and are laid out in a later turn of the event loop.
    qtbot.waitUntil(stands_whole)
    comparison.accept()
