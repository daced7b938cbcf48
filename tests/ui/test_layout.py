"""Every page in every language, size and color: nothing cut off, and the keyboard reaches everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.about import open_about
from app.charts.card import ChartCard
from app.guide import PAGES as GUIDE
from app.guide import open_guide
from app.program import Program
from app.start.card import RunCard
from app.start.comparison import ComparisonDialog
from app.start.found_runs import read_run
from app.steps.board.flashing_view import FlashMap
from app.steps.board.own_board import OwnBoardDialog
from app.steps.data.images_panel import ClassList
from app.steps.exploring.dialog import ExploreDialog
from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, label, plain_tip
from app.widgets.controls import Tabs
from app.widgets.dropping import DropZone
from app.widgets.painted import PaintedItems
from app.window import USUAL, Window
from core.requests import AddBoardRequest
from core.runs.folder import RunFolder
from tests.ui.hands import press
from tests.ui.looks import PAGES, SIZES, controls, faults, lasting_faults, walk

_LOOK = 30_000
KNOWN = AddBoardRequest(name="Garden camera", chip="esp32c3", flash=4, replaces="garden-camera")
_LATE: dict[str, type[PaintedItems]] = {"data": ClassList, "board": FlashMap}
_PAINTED = {
    *("ClassList", "LayerBars", "SizeBars", "MistakesWall", "ChangedWall", "BarList", "ConfusionCells"),
    *("ClassBars", "CodeHistogram", "FlashMap"),
}
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


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_titles_of_charts_are_whole_in_the_smallest_window(
    program: Program, own_run: RunFolder, language: str
) -> None:
    if language != "en":
        program.set_language(language)
    program.window.resize(SIZES[0])
    program.window.workspace.session.open(own_run.path)
    program.window.workspace.show_page("result")
    QApplication.processEvents()
    cards = program.window.findChildren(ChartCard)
    titles = [one.title for one in cards if one.isVisible()]
    assert len(titles) > 1
    for card in cards:
        card.figure.setText("100.0 %")
    QApplication.processEvents()
    assert [one.shown for one in titles] == [one.text() for one in titles]
    for card in cards:
        end = card.title.x() + card.title.fontMetrics().horizontalAdvance(card.title.text())
        assert card.isHidden() or card.figure.x() - end >= Space.HAIR


@pytest.mark.parametrize("size", [*SIZES, USUAL])
def test_the_widest_figures_of_a_run_are_whole_on_its_card(
    window: Window, own_run: RunFolder, qtbot: QtBot, size: QSize
) -> None:
    summary = own_run.read_summary()
    stages = [msgspec.structs.replace(one, accuracy=1.0, bytes=999_900) for one in summary.stages]
    own_run.write_json(own_run.summary, msgspec.structs.replace(summary, stages=tuple(stages)))
    window.resize(size)
    window.workspace.show_page("data")
    window.workspace.show_page("start")

    def shows_figures() -> bool:
        texts = {one.text() for card in window.findChildren(RunCard) for one in card.findChildren(QLabel)}
        return {"100.0 %", "999.9 KB"} <= texts

    # The window may have shown the run before it was changed here.
    qtbot.waitUntil(shows_figures)
    QApplication.processEvents()
    assert faults(window) == []


def test_a_screen_reader_hears_a_name_for_every_item_of_every_page(
    window: Window, own_run: RunFolder, qtbot: QtBot
) -> None:
    window.workspace.session.open(own_run.path)
    qtbot.waitUntil(lambda: not window.workspace.session.is_busy)
    heard: Counter[str] = Counter()
    for name in PAGES:
        window.workspace.show_page(name)
        # What is in these comes from a thread or a process.
        if name in _LATE:
            qtbot.waitUntil(partial(_is_filled, window, _LATE[name]), timeout=_LOOK)
        for bar in [None, *window.findChildren(QTabBar)]:
            for number in range(bar.count() if bar is not None and bar.isVisible() else 1):
                if bar is not None:
                    bar.setCurrentIndex(number)
                QThreadPool.globalInstance().waitForDone()
                QApplication.processEvents()
                assert lasting_faults(window) == [], (name, number)
                for view in shown_views(window):
                    names = item_names(view)
                    assert all((view.accessibleName(), *names)), (name, type(view).__name__)
                    heard[type(view).__name__] += len(names)
    assert {kind for kind, count in heard.items() if count > 1} >= _PAINTED


def _is_filled(window: Window, kind: type[PaintedItems]) -> bool:
    return any(one.isVisible() and one.count() > 0 for one in window.findChildren(kind))


def shown_views(window: Window) -> list[QAbstractItemView]:
    """Lists on screen that are no menus of choices."""
    return [
        one for one in window.findChildren(QAbstractItemView) if one.isVisible() and one.window() is window
    ]


def item_names(view: QAbstractItemView) -> list[str]:
    """What a screen reader hears of the items of a list."""
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen is not None
    items = [seen.child(number) for number in range(seen.childCount())]
    names = [item.text(QAccessible.Text.Name) for item in items if item is not None]
    if isinstance(view, PaintedItems):
        assert names == [view.words_of(index) for index in range(view.count())]
    return names


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
        # Other pages have commands, which are not broken.
        if page.file.startswith("window/"):
            assert guide.text.horizontalScrollBar().maximum() == 0, page.topic
    session = program.window.workspace.session
    session.open(own_run.path)
    for dialog in (
        OwnBoardDialog(program.window),
        OwnBoardDialog(program.window, KNOWN),
        ExploreDialog(session, program.window),
        open_about(program.window),
    ):
        dialog.open()
        QApplication.processEvents()
        assert faults(dialog) == [], type(dialog).__name__
        dialog.close()
    run = read_run(own_run.path)
    comparison = ComparisonDialog(run, run, program.window)
    comparison.open()
    qtbot.waitUntil(lambda: comparison.comparison is not None)

    def stands_whole() -> None:
        assert faults(comparison) == []

    # Its charts come from a thread and are laid out in a later turn of the event loop.
    qtbot.waitUntil(stands_whole)
    comparison.accept()


@pytest.mark.usefixtures("program")
def test_titles_of_tabs_stand_closer_together_where_there_is_less_room(qtbot: QtBot) -> None:
    tabs = Tabs("Results")
    qtbot.addWidget(tabs)
    for title in ("Changed", "Classes", "Confusion", "Worst mistakes", "Not sure", "Time"):
        tabs.add(title, QWidget())
    tabs.resize(900, 200)
    tabs.show()
    roomy = tabs.bar.sizeHint().width()
    tabs.resize(roomy - 20, 200)
    qtbot.waitUntil(lambda: tabs.bar.sizeHint().width() <= roomy - 20)
    assert tabs.bar.width() >= tabs.bar.sizeHint().width()
    tabs.resize(900, 200)
    qtbot.waitUntil(lambda: tabs.bar.sizeHint().width() == roomy)
