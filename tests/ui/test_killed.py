"""A worker that is killed while it quantizes or codes; the other two stages are in their pages' tests."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.window import Window
from core.events import AnyEvent, Crashed, EpochDone, StageStarted, Succeeded
from core.runs.folder import RunFolder
from core.settings import Stage
from tests.ui.hands import button_named, click
from tests.ui.stage_runs import without

_WORK_LIMIT = 240_000


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [1], indirect=True)
@pytest.mark.parametrize("stage", ["quantize", "huffman"])
def test_a_stage_goes_on_after_its_worker_was_killed(
    stage: Stage, window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    without(own_run, stage)
    session.open(own_run.path)
    window.workspace.show_page(stage)
    if stage == "quantize":
        session.change("quantize", epochs=12)
    told: list[AnyEvent] = []
    session.reported.connect(told.extend)
    sign = EpochDone if stage == "quantize" else StageStarted
    page = window.workspace.page(stage)
    click(page.primary)
    qtbot.waitUntil(
        lambda: any(isinstance(event, sign) and event.stage == stage for event in told), timeout=_WORK_LIMIT
    )
    assert session.task.pid is not None
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        os.kill(session.task.pid, signal.SIGKILL)
    assert isinstance(ended.args[0], Crashed)
    assert session.state(stage) is StageState.INTERRUPTED
    assert page.banner.severity == "bad"
    assert "ended by the system" in page.banner.happened

    epochs = [event.epoch for event in told if isinstance(event, EpochDone)]
    told.clear()
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(button_named(page.banner, "Continue"))
    assert isinstance(ended.args[0], Succeeded)
    begun = next(event for event in told if isinstance(event, StageStarted) and event.stage == stage)
    assert begun.resumed_epoch >= len(epochs)
    assert session.state(stage) is StageState.DONE
    assert page.banner.severity is None
