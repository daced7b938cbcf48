"""Prints the seconds from the start of this process to the first paint: `first_paint (bare|program) START`.

`bare` is a Qt application with one label; START is when the process was started, in seconds since the epoch.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class FirstPaint(QObject):
    """Ends the application once something has been painted."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started
        self._is_painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: `watched` is about to get an event."""
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        sys.stdout.write(f"{time.time() - self._started}\n")
        sys.stdout.flush()
        QApplication.exit(0)


def main(what: str, started: float) -> int:
    """Show a label, or the program's window, until it has been painted."""
    paint = FirstPaint(started)
    if what == "bare":
        application = QApplication([])
        label = QLabel("Squeeze Studio")
        label.installEventFilter(paint)
        label.show()
        return application.exec()
    from app.preferences import Preferences
    from app.program import Program, the_application

    application = the_application([])
    program = Program(application, Preferences())
    program.window.installEventFilter(paint)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
