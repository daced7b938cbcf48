"""The check that every test of the window goes through finds what is left behind."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.leaks import TimerWatch


class _Owner(QObject):
    """What a timer belongs to."""


def test_a_thread_a_timer_and_a_window_that_stay_are_named(timer_watch: TimerWatch) -> None:
    before = timer_watch.leftovers()
    going_on = threading.Event()
    thread = threading.Thread(target=going_on.wait, name="endless")
    thread.start()
    owner, label = _Owner(), QLabel("left")
    label.setObjectName("left")
    timer = QTimer(owner)
    timer.start(1000)
    assert timer_watch.left_behind(before, patience=0.1) == [
        "thread endless",
        "timer of _Owner",
        "window QLabel left",
    ]
    going_on.set()
    timer.stop()
    label.deleteLater()
    assert timer_watch.left_behind(before) == []


def test_an_error_in_a_slot_is_noticed(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as errors:
        QTimer.singleShot(0, lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(errors))
    assert errors[0][0] is ZeroDivisionError
