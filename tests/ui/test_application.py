"""What the program gives the Qt application."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.application import prepare

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
