"""However much a worker reports, the chart is drawn thirty times a second and shows all of it.

How long one drawing keeps the window busy is measured by `python3 dev.py bench ui_stalls`.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.charts.curves import RunCurves
from app.charts.feed import REDRAWS_A_SECOND
from app.charts.timeline_card import curve_table
from app.session import Session
from app.window import Window
from core.events import AnyEvent
from core.settings import STAGES
from tests.builders.run_events import stage_events


def _rows(curves: RunCurves) -> list[tuple[object, ...]]:
    return list(curve_table(curves, STAGES))


def _in_batches(events: list[AnyEvent]) -> list[list[AnyEvent]]:
    return [events[start : start + 7] for start in range(0, len(events), 7)]


def test_a_busy_worker_has_the_chart_drawn_thirty_times_a_second_and_nothing_is_lost(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    charts = window.workspace.charts
    assert charts is not None
    timeline = charts.timeline.timeline
    session.begin("scenes", "Sample scenes")
    window.workspace.show_page("huffman")
    drawn: list[float] = []
    timeline.feed.changed.connect(lambda: drawn.append(time.monotonic()))
    # A long run: what is drawn already stays while more comes.
    before = stage_events("train", 30, steps=400)[:-1]
    session.reported.emit(before)
    qtbot.waitUntil(lambda: len(timeline.curves["train"].steps("loss")) > 0 and bool(drawn))
    image = timeline.grab().toImage()
    drawn.clear()
    now = stage_events("prune", 3, steps=200)
    batches = iter(_in_batches(now))
    reported: list[float] = []

    def report() -> None:
        batch = next(batches, None)
        if batch is None:
            timer.stop()
            return
        reported.append(time.monotonic())
        session.reported.emit(batch)

    timer = QTimer(interval=5)
    timer.timeout.connect(report)
    timer.start()
    qtbot.waitUntil(lambda: not timer.isActive() and bool(drawn) and drawn[-1] > reported[-1], timeout=30_000)
    assert len(reported) > 80
    assert 1 < len(drawn) <= (drawn[-1] - drawn[0]) * REDRAWS_A_SECOND + 2
    assert _rows(timeline.curves) == _rows(RunCurves([*before, *now]))
    assert timeline.grab().toImage() != image
    assert "75.0 %" in timeline.accessibleDescription()


def test_reports_that_come_at_once_are_drawn_once(qtbot: QtBot, window: Window, session: Session) -> None:
    charts = window.workspace.charts
    assert charts is not None
    session.begin("scenes", "Sample scenes")
    feed = charts.timeline.timeline.feed
    with qtbot.waitSignal(feed.changed):
        session.reported.emit(stage_events("train", 1)[:1])
    drawn: list[bool] = []
    feed.changed.connect(lambda: drawn.append(True))
    for batch in _in_batches(stage_events("prune", 3, steps=200)):
        session.reported.emit(batch)
    assert drawn == []
    with qtbot.waitSignal(feed.changed):
        pass
    assert drawn == [True]
