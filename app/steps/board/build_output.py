"""What a build of the firmware prints, as it comes, and how long it has been at it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.theme.tokens import Space
from app.widgets.basics import column, label
from app.wording import duration

_SECOND = 1000
_LINES = 500
_HEIGHT = 140


class BuildOutput(QWidget):
    """Hidden while nothing is built."""

    def __init__(self) -> None:
        super().__init__()
        self._began = 0.0
        self._expected = 0.0
        layout = column(self, Space.SMALL)
        self.elapsed = label("", "soft")
        layout.addWidget(self.elapsed)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setMaximumBlockCount(_LINES)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setFixedHeight(_HEIGHT)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setAccessibleName(self.tr("Output of the build"))
        layout.addWidget(self.lines)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._show_time)
        self.hide()

    def begin(self, expected: float) -> None:
        """A build begins, which is expected to take so many seconds."""
        self._began, self._expected = time.monotonic(), expected
        self.lines.clear()
        self._show_time()
        self._timer.start()
        self.show()

    def add(self, line: str) -> None:
        """It has printed a line."""
        self.lines.appendPlainText(line)

    def finish(self) -> None:
        """It has ended."""
        self._timer.stop()
        self.hide()

    def _show_time(self) -> None:
        self.elapsed.setText(
            self.tr("{time} of about {expected}").format(
                time=duration(time.monotonic() - self._began), expected=duration(self._expected)
            )
        )
