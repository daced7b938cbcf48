"""What the page of the board says of the time: where it goes, what a board reported, what would be fast."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.steps.board.time_view import TimeView
from app.window import Window
from core.deployment.board_results import FastChoice, FlashPlan
from core.deployment.flash_plan import flash_plan
from core.requests import FlashPlanRequest
from tests.builders.finished_runs import finished_run
from tests.ui.hands import click


@pytest.fixture
def plan(tmp_path: Path) -> FlashPlan:
    """What flashing a small model would write, with its times."""
    run = finished_run(tmp_path / "run", "esp32-cam")
    return flash_plan(FlashPlanRequest(run=str(run.path), virtual=True))


@pytest.fixture
def view(qtbot: QtBot, window: Window) -> TimeView:
    del window
    made = TimeView()
    qtbot.addWidget(made)
    return made


def words(view: TimeView) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if not one.isHidden())


def test_every_convolution_has_its_share_of_the_time(view: TimeView, plan: FlashPlan) -> None:
    view.show_plan(plan)
    said = words(view)
    assert "1. 3 x 3 convolution to 15 x 15 x 8" in said
    assert len([line for line in said.splitlines() if "convolution" in line]) == len(plan.times) == 26
    assert "at 240 MHz" in view.basis.text()
    assert "Measured" not in view.basis.text()
    assert "Fast on this chip (under 250 ms)" in view.fast.text()
    assert view.use.isHidden()


def test_what_the_board_reported_comes_first_and_is_shared_out(view: TimeView, plan: FlashPlan) -> None:
    view.show_plan(msgspec.structs.replace(plan, measured_ms=2_600.0))
    assert view.basis.text().startswith("Measured on the board: 2.6 s per image.")
    first = plan.times[0]
    part = (first.milliseconds + first.decoding_milliseconds) / plan.fit.latency_ms
    assert f"{part * 2_600:.0f} ms" in words(view)


def test_fast_settings_are_offered_with_the_accuracy_of_a_run_that_has_them(
    view: TimeView, plan: FlashPlan, qtbot: QtBot
) -> None:
    fast = FastChoice(
        image_size=64, width=0.5, limit_ms=250, latency_ms=231, accuracy=0.813, run="/home/me/runs/small"
    )
    view.show_plan(msgspec.structs.replace(plan, fast=fast))
    said = view.fast.text()
    assert "Fast on ESP32 (under 250 ms): photos of 64 pixels, width 0.5, about 231 ms." in said
    assert "The run small has these settings: 81.3 % of the test images correct." in said
    with qtbot.waitSignal(view.wanted) as wanted:
        click(view.use)
    assert wanted.args == [64, 0.5]
