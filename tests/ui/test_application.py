"""What the program gives the Qt application."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import prepare
from app.background import in_background

_MORE_THAN_REFERENCES = 50_000
_HEAPS_OF_THREADS = """
import ctypes, threading
from PySide6.QtWidgets import QApplication
from app.application import prepare

prepare(QApplication([]))
all_at_once = threading.Barrier(6)

def take_memory():
    all_at_once.wait()
    taken = [bytearray(1000) for _ in range(1000)]
    all_at_once.wait()

threads = [threading.Thread(target=take_memory) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
ctypes.CDLL(None).malloc_stats()
"""


class Speaker(QObject):
    said = Signal()


class Mortal(QObject):
    """Keeps the threads in which objects of its class were destroyed."""

    ends: list[threading.Thread]

    def __init__(self, ends: list[threading.Thread]) -> None:
        super().__init__()
        self.ends = ends

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


@pytest.mark.usefixtures("window")
def test_signals_can_be_emitted_for_hours() -> None:
    speaker, heard = Speaker(), 0

    def hear() -> None:
        nonlocal heard
        heard += 1

    speaker.said.connect(hear)
    for _ in range(_MORE_THAN_REFERENCES):
        speaker.said.emit()
    assert heard == _MORE_THAN_REFERENCES


@pytest.mark.usefixtures("window")
def test_the_window_has_the_programs_icon() -> None:
    prepare(QApplication.instance())  # type: ignore[arg-type]
    drawn = QApplication.windowIcon().pixmap(48).toImage()
    assert drawn.pixelColor(24, 35).name() == "#ffffff"
    assert drawn.pixelColor(10, 35).green() > drawn.pixelColor(10, 35).red() > 0


@pytest.mark.skipif(sys.platform != "linux", reason="heaps are those of the GNU C library")
def test_threads_leave_no_heaps_of_their_own_behind() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", _HEAPS_OF_THREADS], env=environment, capture_output=True, text=True, check=True
    )
    heaps = [line for line in told.stderr.splitlines() if line.startswith("Arena ")]
    assert heaps == ["Arena 0:"]


@pytest.mark.usefixtures("window")
def test_cycles_are_collected_in_the_thread_of_the_window_alone() -> None:
    ends: list[threading.Thread] = []

    def allocate() -> None:
        # More at a time than those after which Python collects.
        assert len([[] for _ in range(100_000)]) == 100_000

    for _ in range(20):
        mortal = Mortal(ends)
        mortal.itself = mortal  # type: ignore[attr-defined]
        del mortal
        thread = threading.Thread(target=allocate)
        thread.start()
        thread.join()
    gc.collect()
    assert ends == [threading.main_thread()] * 20


@pytest.mark.usefixtures("window")
def test_a_thread_that_has_done_its_work_destroys_no_object_of_the_window(qtbot: QtBot) -> None:
    ends: list[threading.Thread] = []
    for number in range(300):
        taken: list[int] = []

        def begin(number: int, taken: list[int]) -> None:
            owner = Mortal(ends)
            in_background(owner, lambda: (owner.objectName(), number)[1], taken.append)

        begin(number, taken)
        end = time.monotonic() + 10
        while not taken and time.monotonic() < end:
            QApplication.processEvents()
        assert taken == [number]
    qtbot.waitUntil(lambda: len(ends) == 300)
    assert set(ends) == {threading.main_thread()}
