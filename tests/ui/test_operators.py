"""The slowest operators of a file, measured on a click."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.huffman import HuffmanPage
from app.steps.quantize import QuantizePage
from app.steps.results.operators import OperatorsView, time_of
from app.window import Window
from core.runs.folder import RunFolder
from core.settings import Stage
from core.tflite.memory_graph import graph_of_model
from tests.processes import wait_until_gone
from tests.ui.hands import click
from tests.ui.looks import faults

_PATIENCE = 120_000


def shown(window: Window, session: Session, run: RunFolder, stage: Stage, qtbot: QtBot) -> OperatorsView:
    """The view in its tab on a stage's page, with a finished run open."""
    session.open(run.path)
    session.choose_board("esp32-cam")
    window.workspace.show_page(stage)
    page = window.workspace.page(stage)
    assert isinstance(page, QuantizePage | HuffmanPage)
    page.tabs.show_page(page.operators)
    # The tabs are there once the details of the stage were read.
    qtbot.waitUntil(page.operators.isVisible, timeout=_PATIENCE)
    return page.operators


def texts(view: OperatorsView) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("stage", ["quantize", "huffman"])
def test_a_click_shows_the_slowest_operators_and_where_the_times_come_from(
    stage: Stage, window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    view = shown(window, session, own_run, stage, qtbot)
    assert view.button.isEnabled()
    click(view.button)
    assert view.status.text() == "Measuring…"
    assert not view.button.isEnabled()
    qtbot.waitUntil(lambda: "LiteRT" in texts(view), timeout=_PATIENCE)
    assert view.table is not None
    operators = graph_of_model(own_run.file(stage).read_bytes()).operators
    assert [one.kind for one in view.table.operators] == [one.kind for one in operators]
    said = texts(view)
    first = view.table.slowest[0]
    assert f"{first.number}. {first.name or first.kind}" in " ".join(said)
    assert time_of(first.litert_microseconds or 0.0) in said
    assert "ESP32-CAM (AI-Thinker) (estimated)" in said
    assert f"{len(operators) - 12} other operators take less." in view.basis.text()
    assert ("TFLM_DECODE" in view.basis.text()) == (stage == "huffman")
    assert "estimated from the multiplications" in view.basis.text()
    assert faults(view) == []
    # Times of another board are others.
    session.choose_board("esp32-wrover")
    assert view.table is None
    assert view.basis.text() == ""
    assert view.button.isEnabled()


def test_measuring_ends_with_the_program(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    view = shown(window, session, own_run, "huffman", qtbot)
    click(view.button)
    pid = view.task.pid
    assert pid is not None
    window.leave()
    wait_until_gone(pid)
    qtbot.waitUntil(lambda: not view.task.is_busy, timeout=_PATIENCE)


def test_times_are_short_or_long() -> None:
    assert [time_of(value) for value in (0.84, 999.0, 4_210.0, 85_400.0)] == [
        "0.8 µs",
        "999.0 µs",
        "4.2 ms",
        "85 ms",
    ]
