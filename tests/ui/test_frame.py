"""The frame around the pages."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.program import Program
from app.session import Session, StageState
from app.shell.progress import ProgressPanel
from app.widgets.controls import Choices, FractionBox, WholeBox
from app.widgets.notices import Banner
from app.window import SMALLEST, USUAL, Window, first_size
from app.wording import translate, whole_percent
from core.boards.profiles import board_profile
from core.events import Progress, Status
from core.runs.board_fit import fit_of_run
from core.runs.folder import RunFolder
from core.runs.summary import BoardFigures
from core.settings import STAGES
from tests.builders.images import write_colors
from tests.ui.hands import click, press, turn_wheel
from tests.ui.looks import lasting_faults

_QUIET_MILLISECONDS, _SCAN = 120, 120_000
_BY_WHEEL = Qt.FocusPolicy.WheelFocus ^ Qt.FocusPolicy.StrongFocus
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


def test_sample_scenes_are_one_click_away_and_open_the_page_of_images(
    window: Window, session: Session
) -> None:
    click(window.workspace.start.sample_button)
    assert window.workspace.shown_page == "data"
    assert window.workspace.stack.currentWidget() is window.workspace.page("data")
    assert session.state("train") is StageState.READY
    assert session.state("prune") is StageState.WAITING


def test_enter_presses_the_button_that_has_the_focus(window: Window) -> None:
    window.workspace.start.sample_button.setFocus()
    press(window.workspace.start.sample_button, Qt.Key.Key_Return)
    assert window.workspace.shown_page == "data"


@pytest.mark.parametrize("going", ["disabled", "hidden"])
def test_the_focus_stays_on_the_page_when_its_button_goes(window: Window, going: str) -> None:
    click(window.workspace.start.sample_button)
    window.workspace.show_page("train")
    page = window.workspace.page("train")
    page.primary.setEnabled(True)
    page.primary.show()
    page.primary.setFocus()
    assert window.focusWidget() is page.primary
    if going == "disabled":
        page.primary.setEnabled(False)
    else:
        page.primary.hide()
    assert window.focusWidget() is page.area


def test_a_click_on_a_page_draws_no_frame_around_it_and_the_tab_key_does(window: Window) -> None:
    click(window.workspace.start.sample_button)
    area = window.workspace.page("data").area
    click(area.viewport())
    assert not area.property("by_keys")
    # A page that comes up has the focus already.
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.property("by_keys")
    area.clearFocus()
    assert not area.property("by_keys")


def test_a_first_window_is_in_view_as_a_whole() -> None:
    assert first_size(QSize(1920, 1080)) == USUAL
    small = first_size(QSize(1280, 800))
    assert small.height() < 800
    assert small.width() < 1280
    assert first_size(QSize(1024, 768)).width() == SMALLEST.width()
    tiny = first_size(QSize(960, 540))
    assert tiny.width() < 960
    assert tiny.height() < 540


def test_a_window_on_a_small_screen_scrolls_to_everything_and_stops_when_there_is_room(
    window: Window, qtbot: QtBot
) -> None:
    small = QSize(780, 480)
    window.setMinimumSize(small)
    window.resize(small)
    start, area = window.workspace.start, window.centralWidget()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.size() == small)
    assert window.workspace.size() == SMALLEST
    # The tab key brings what it comes to into view.
    window.workspace.progress.log_opener.setFocus()
    press(window.focusWidget(), Qt.Key.Key_Tab)
    press(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.workspace.progress.log_opener
    assert window.workspace.progress.log_opener.visibleRegion().boundingRect().size().width() > 20
    area.verticalScrollBar().setValue(0)
    area.horizontalScrollBar().setValue(0)
    click(start.sample_button)
    assert window.workspace.shown_page == "data"
    window.resize(USUAL)
    qtbot.waitUntil(lambda: window.centralWidget() is window.workspace)
    assert window.workspace.size() == USUAL
    assert window.workspace.isVisible()


def test_the_preferences_open_below_their_button_also_by_keys(window: Window) -> None:
    button = window.workspace.header.preferences
    QCursor.setPos(window.mapToGlobal(window.rect().bottomLeft()))
    press(button, Qt.Key.Key_Space)
    (menu,) = [one for one in window.findChildren(QMenu) if one.isVisible()]
    assert menu.geometry().top() >= button.mapToGlobal(button.rect().bottomLeft()).y()
    assert menu.geometry().right() > window.geometry().center().x()
    menu.close()


def test_the_wheel_moves_the_focus_to_nothing_that_it_passes_over(window: Window) -> None:
    click(window.workspace.start.sample_button)
    boxes = [Choices(), WholeBox(), FractionBox()]
    assert all(not one.focusPolicy() & _BY_WHEEL for one in (*boxes, window.workspace.header.boards))


def test_there_are_no_gauges_before_photos_were_looked_at(
    window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    header = window.workspace.header
    fit = (header.flash, header.memory, header.time)
    assert not any(one.isVisible() for one in fit)
    write_colors(tmp_path / "Photos", 8)
    session.begin(str(tmp_path / "Photos"), "Photos")
    QTest.qWait(2 * _QUIET_MILLISECONDS)
    # A number that changes at once, with the settings for so many photos, says nothing.
    assert not any(one.isVisible() for one in fit)
    window.workspace.show_page("data")
    qtbot.waitUntil(lambda: all(one.isVisible() for one in fit), timeout=_SCAN)
    assert session.classes


def test_gauges_measure_the_finished_file_for_every_board_and_estimate_changed_settings(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    header = window.workspace.header
    session.open(own_run.path)
    times = []
    for board in ("esp32s3-devkitc", "esp32-cam"):
        session.choose_board(board)
        qtbot.waitUntil(lambda: "Measured." in header.memory.toolTip(), timeout=20_000)
        figures = fit_of_run(own_run.read_record(), session.classes, own_run, "huffman", board_profile(board))
        assert header.memory.figure.text() == whole_percent(figures.memory.share)
        assert header.flash.figure.text() == whole_percent(figures.flash.share)
        times.append(header.time.text())
        bits = session.settings.quantize.weight_bits
        session.change("quantize", weight_bits=8)
        qtbot.waitUntil(lambda: "Estimated" in header.memory.toolTip())
        session.change("quantize", weight_bits=bits)
    assert times[0] != times[1]


@pytest.mark.parametrize("is_real", [True, False])
def test_the_board_has_its_tick_when_it_has_reported_and_the_gauges_keep_their_rule(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot, is_real: bool
) -> None:
    session.open(own_run.path)
    header = window.workspace.header
    qtbot.waitUntil(lambda: "Measured." in header.memory.toolTip(), timeout=20_000)
    before = (header.flash.figure.text(), header.memory.figure.text(), header.time.text())
    assert not session.has_board_answered
    board = BoardFigures(
        profile=session.board,
        fits=True,
        flash_bytes=100_000,
        flash_available_bytes=1_000_000,
        arena_bytes=90_000,
        latency_ms=9_000.0,
        latency_measured=is_real,
        basis="reported",
        agreement="3/3",
    )
    own_run.write_json(own_run.summary, msgspec.structs.replace(own_run.read_summary(), board=board))
    session.read_again()
    assert session.has_board_answered
    assert window.workspace.steps.buttons["board"].mark == "done"
    qtbot.wait(3 * _QUIET_MILLISECONDS)
    now = (header.flash.figure.text(), header.memory.figure.text(), header.time.text())
    assert now == (*before[:2], "9.0 s" if is_real else before[2])


def test_a_step_whose_own_settings_changed_is_out_of_date_as_the_ones_after_it(
    window: Window, session: Session, own_run: RunFolder
) -> None:
    session.open(own_run.path)
    buttons = window.workspace.steps.buttons

    def marks() -> list[str]:
        return [buttons[stage].mark for stage in STAGES]

    assert marks() == ["done"] * 4
    before = session.settings.prune.sparsity
    session.change("prune", sparsity=before / 2)
    assert marks() == ["done", "stale", "stale", "stale"]
    session.change("prune", sparsity=before)
    assert marks() == ["done"] * 4


def test_neither_the_wheel_nor_an_arrow_changes_the_target_in_passing(
    window: Window, session: Session
) -> None:
    boards, chosen = window.workspace.header.boards, session.board
    boards.setFocus()
    turn_wheel(boards)
    assert (boards.currentData(), session.board) == (chosen, chosen)
    press(boards, Qt.Key.Key_Down)
    assert boards.view().isVisible()
    assert session.board == chosen
    press(boards.view(), Qt.Key.Key_Down)
    press(boards.view(), Qt.Key.Key_Return)
    assert session.board != chosen


@pytest.mark.parametrize("name", ["ESP32-CAM (AI-Thinker)", "ESP32-S3 DevKitC (8 MB PSRAM)"])
def test_the_target_is_named_in_full_where_there_is_room(window: Window, name: str) -> None:
    window.resize(QSize(1280, 800))
    boards = window.workspace.header.boards
    window.workspace.header.show_fit(wanted=True)
    boards.setCurrentText(name)
    assert boards.currentText() == name
    assert lasting_faults(window) == []


def test_steps_cannot_be_opened_before_there_are_images(window: Window) -> None:
    assert not any(button.isEnabled() for button in window.workspace.steps.buttons.values())


@pytest.mark.parametrize("prepares_pages", [True])
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


def test_the_detail_of_a_failure_is_folded_out_by_a_click_and_can_be_selected(
    program: Program, qtbot: QtBot
) -> None:
    del program
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(600, 200)
    banner.say("bad", "The images cannot be read.", "Choose others.", detail="photo.jpg: <b>cut short</b>")
    assert banner.isVisible()
    (detail,) = banner.findChildren(QPlainTextEdit)
    assert not detail.isVisible()
    (button,) = [one for one in banner.findChildren(QPushButton) if one.text() == "Details"]
    click(button)
    assert detail.isVisible()
    assert detail.toPlainText() == "photo.jpg: <b>cut short</b>"
    detail.selectAll()
    assert detail.textCursor().selectedText() == detail.toPlainText()
    click(button)
    assert not detail.isVisible()
    banner.silence()
