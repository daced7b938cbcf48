"""However much a worker reports, the window answers."""

from __future__ import annotations

import time
from itertools import islice

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.session import Session
from app.window import Window
from tests.builders.run_events import stage_events
from tests.ui.stalls import StallWatch

_SECONDS = 3
_RATE = 200
_BATCHES = 30


def test_two_hundred_events_a_second_keep_the_window_busy_for_moments_only(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    charts = window.workspace.charts
    assert charts is not None
    session.begin("scenes", "Sample scenes")
    window.workspace.show_page("huffman")
    # A long run: what is drawn already is drawn again with every event.
    session.reported.emit(stage_events("train", 30, steps=400)[:-1])
    events = iter(stage_events("prune", 10, steps=200))
    drawn: list[float] = []
    charts.timeline.timeline.feed.changed.connect(lambda: drawn.append(time.monotonic()))
    timer = QTimer(interval=1000 // _BATCHES)
    timer.timeout.connect(lambda: session.reported.emit(list(islice(events, _RATE // _BATCHES + 1))))
    qtbot.waitUntil(lambda: bool(drawn))
    watch = StallWatch(time.thread_time)
    timer.start()
    qtbot.waitUntil(lambda: drawn[-1] - drawn[0] > _SECONDS, timeout=30_000)
    timer.stop()
    watch.stop()
    assert len(charts.timeline.timeline.curves["prune"].steps("loss")) > _SECONDS * _RATE / 2
    assert len(drawn) <= (drawn[-1] - drawn[0]) * 30 + 2
    assert watch.percentile(99.9) <= 50
    assert watch.worst <= 200
