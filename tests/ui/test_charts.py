"""The charts beside every page, as a person uses them."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.charts.panel import ChartsPanel
from app.charts.timeline import Timeline
from app.charts.timeline_card import TimelineCard
from app.program import Program
from app.session import Session
from app.window import Window
from core.runs.event_record import EventRecord
from core.settings import STAGES
from tests.builders.finished_runs import finished_run
from tests.builders.run_events import stage_events, timed
from tests.ui.hands import click, press


@pytest.fixture
def charts(qtbot: QtBot, window: Window, session: Session, tmp_path: Path) -> ChartsPanel:
    """The panel, with a finished run open whose stages have reported 6, 3 and 2 epochs."""
    folder = finished_run(tmp_path / "run")
    record = EventRecord(folder.events)
    record.begin()
    for stage, epochs in zip(STAGES, (6, 3, 2, 0), strict=True):
        for event in stage_events(stage, epochs, accuracy=0.7 + epochs / 100):
            record.add(event)
    panel = window.workspace.charts
    assert panel is not None
    session.open(folder.path)
    window.workspace.show_page("huffman")
    qtbot.waitUntil(lambda: panel.timeline.figure.text() == "70.0 %")
    return panel


def _range(timeline: Timeline) -> tuple[float, float]:
    left, right = timeline.plot.getViewBox().viewRange()[0]
    return left, right


def _says(timeline: Timeline, place: float, words: str) -> bool:
    """Whether words are said when the mouse is over a place of the timeline."""
    view = timeline.plot.getViewBox()
    middle = view.viewRect().center().y()
    where = timeline.plot.mapFromScene(view.mapViewToScene(QPointF(place, middle)))
    QTest.mouseMove(timeline.plot.viewport(), where - QPoint(1, 0))
    QTest.mouseMove(timeline.plot.viewport(), where)
    return words in timeline.readout.text


def test_a_run_that_is_opened_shows_all_its_curves(charts: ChartsPanel) -> None:
    timeline = charts.timeline.timeline
    assert [band.epochs for band in timeline.bands] == [6, 3, 2, 0]
    assert [len(timeline.curves[stage].validation("accuracy")) for stage in STAGES] == [6, 3, 2, 0]
    assert "76.0 %" in timeline.accessibleDescription()


def test_pointing_at_a_curve_tells_its_values(charts: ChartsPanel, qtbot: QtBot) -> None:
    timeline = charts.timeline.timeline
    prune, huffman = timeline.bands[1], timeline.bands[3]
    for place, words in (
        (prune.place(2), "Prune, epoch 2 of 3\nvalidation 61.7 %\ntraining 66.7 %"),
        (prune.mark_place, "test 73.0 % (71.0 % to 75.0 %)"),
        (huffman.mark_place, "Huffman\ntest 70.0 %"),
    ):
        qtbot.waitUntil(partial(_says, timeline, place, words))
    QTest.mouseMove(charts.sizes.bars)
    qtbot.waitUntil(lambda: not timeline.readout.text)


def test_keys_zoom_and_move_and_home_shows_all(charts: ChartsPanel) -> None:
    timeline = charts.timeline.timeline
    timeline.setFocus()
    press(timeline, Qt.Key.Key_Plus)
    zoomed = _range(timeline)
    assert zoomed == pytest.approx((0.1, 0.9))
    press(timeline, Qt.Key.Key_Right)
    assert _range(timeline)[0] > zoomed[0]
    press(timeline, Qt.Key.Key_Home)
    assert _range(timeline) == pytest.approx((0, 1))


def test_a_double_click_shows_all_again(charts: ChartsPanel, qtbot: QtBot) -> None:
    timeline = charts.timeline.timeline
    timeline.zoom(0.5)
    viewport = timeline.plot.viewport()
    middle = viewport.rect().center()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: _range(timeline) == pytest.approx((0, 1)))


def _menu(card: TimelineCard, qtbot: QtBot) -> QMenu:
    before = set(card.findChildren(QMenu))
    click(card.menu_button)
    qtbot.waitUntil(lambda: bool(set(card.findChildren(QMenu)) - before))
    return next(iter(set(card.findChildren(QMenu)) - before))


def test_the_menu_changes_to_the_loss(charts: ChartsPanel, qtbot: QtBot) -> None:
    menu = _menu(charts.timeline, qtbot)
    next(action for action in menu.actions() if action.text().startswith("Loss")).trigger()
    menu.close()
    assert charts.timeline.title.text() == "Loss"
    assert charts.timeline.figure.text() == "0.600"


def test_the_menu_saves_where_the_person_says(charts: ChartsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    menu = _menu(charts.timeline, qtbot)
    next(action for action in menu.actions() if "CSV" in action.text()).trigger()
    menu.close()
    dialog = next(iter(charts.timeline.findChildren(QFileDialog)))
    dialog.fileSelected.emit(str(tmp_path / "figures.csv"))
    dialog.close()
    assert (tmp_path / "figures.csv").read_text(encoding="utf-8").startswith("stage,series,epoch")


def test_figures_that_are_saved_are_those_that_are_shown(charts: ChartsPanel, tmp_path: Path) -> None:
    charts.timeline.save_table(tmp_path / "curves.csv")
    charts.sizes.save_table(tmp_path / "sizes.csv")
    rows = _table(tmp_path / "curves.csv")
    curve = charts.timeline.timeline.curves["train"].validation("accuracy")
    saved = [
        float(row["accuracy"]) for row in rows if (row["stage"], row["series"]) == ("train", "validation")
    ]
    assert saved == curve.values.tolist()
    sizes = _table(tmp_path / "sizes.csv")
    assert [int(row["bytes"]) for row in sizes] == [row.bytes for row in charts.sizes.bars.rows]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_images_and_drawings_that_are_saved_can_be_opened(charts: ChartsPanel, tmp_path: Path) -> None:
    for card in (charts.timeline, charts.sizes):
        card.save_image(tmp_path / "chart.png")
        card.save_drawing(tmp_path / "chart.svg")
        image = QImage(str(tmp_path / "chart.png"))
        assert (image.width(), image.height()) == (1920, 1120)
        assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()
        assert card.title.text() in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_a_chart_can_be_seen_large(charts: ChartsPanel, qtbot: QtBot) -> None:
    click(charts.timeline.enlarge_button)
    dialog = charts.timeline.large
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isVisible)
    large = next(iter(dialog.findChildren(TimelineCard)))
    assert large.figure.text() == "70.0 %"
    dialog.close()


def test_sizes_say_how_many_times_smaller_than_alexnet(charts: ChartsPanel) -> None:
    bars = charts.sizes.bars
    bars.setFocus()
    for _ in range(5):
        press(bars, Qt.Key.Key_Down)
    assert "Huffman-coded" in bars.accessibleDescription()
    assert "times smaller than AlexNet" in bars.accessibleDescription()
    assert [row.basis for row in bars.rows[2:]] == ["measured"] * 4


def test_without_a_run_sizes_begin_with_alexnet_and_curves_are_empty(window: Window) -> None:
    window.workspace.show_page("data")
    assert window.workspace.charts is not None
    assert window.workspace.charts.sizes.bars.rows[0].bytes == 240_000_000
    assert window.workspace.charts.timeline.figure.text() == ""


def test_both_charts_take_other_colors_while_they_are_shown(charts: ChartsPanel, program: Program) -> None:
    light = charts.grab().toImage()
    program.set_color_scheme("dark")
    assert charts.grab().toImage() != light
    assert charts.timeline.timeline.plot.backgroundBrush().color().lightness() < 64


def test_events_that_come_while_the_history_is_read_are_not_lost(
    qtbot: QtBot, session: Session, tmp_path: Path, window: Window
) -> None:
    folder = finished_run(tmp_path / "run")
    record = EventRecord(folder.events)
    record.begin()
    first, second = stage_events("train", 2), stage_events("prune", 2)
    for event in timed(first, 100):
        record.add(event)
    assert window.workspace.charts is not None
    session.open(folder.path)
    session.reported.emit(timed(second, 200))
    curves = window.workspace.charts.timeline.timeline
    qtbot.waitUntil(lambda: len(curves.curves["train"].validation("loss")) == 2)
    assert len(curves.curves["prune"].validation("loss")) == 2
