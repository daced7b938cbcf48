"""What the program gives the Qt application."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.application import prepare

_MORE_THAN_REFERENCES = 50_000


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
