"""What nobody expected: told to the person in a dialog, kept in a log, and seen in the exit code.

Whatever fails before the window is there counts as a failed start: the window goes, and with the dialog the
program. Afterwards the program goes on, for what is at work is in processes of its own.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QThread, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from PySide6.QtWidgets import QDialog

_LOG = "window.log"
_LARGEST_LOG = 1 << 20
_QUIET_SECONDS = 5.0
_WORTH_A_LINE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class Failures(QObject):
    """Hears of every exception that nobody caught, in any thread, of what Qt complains about, and of crashes.

    `is_started` says whether the window is there, `has_failed` whether any exception came. One that comes
    again and again is told once. What this needs is imported when it is needed: the first paint comes first.
    """

    _raised = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.has_failed = False
        self.is_started: Callable[[], bool] = lambda: False
        self._log: TextIO | None = None
        self._dialog: QDialog | None = None
        self._last: dict[str, float] = {}
        self._raised.connect(self._tell)

    def install(self) -> None:
        """Listen from now on, to the end of the process."""
        sys.excepthook = self._take
        sys.unraisablehook = self._note_unraisable
        threading.excepthook = self._take_from_thread
        qInstallMessageHandler(self._note_message)

    def keep_log(self) -> None:
        """Open the log, and have it hold where the process was when it crashed."""
        import faulthandler

        self._log = self._log or _opened_log()
        if self._log is not None:
            faulthandler.enable(self._log)

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception of the window's own thread, as `sys.excepthook` gets it."""
        sys.__excepthook__(kind, error, trace)
        self._note(_traced(error))
        if not isinstance(error, KeyboardInterrupt):
            self.has_failed = True
            self._tell(error)

    def _take_from_thread(self, failed: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(failed)
        # At the end of the program a thread may be let go without its error.
        if failed.exc_value is not None:
            self._note(_traced(failed.exc_value))
            self.has_failed = True
            self._raised.emit(failed.exc_value)

    def _note_unraisable(self, unraisable: Any) -> None:
        """Python could not raise an exception, as at the end of an object: nothing for a person to see."""
        sys.__unraisablehook__(unraisable)
        if unraisable.exc_value is not None:
            self._note(_traced(unraisable.exc_value))

    def _note_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        sys.stderr.write(f"{text}\n")
        if kind in _WORTH_A_LINE:
            self._note(f"Qt: {text}\n")

    def _note(self, text: str) -> None:
        """Write to the log, where it can be written to."""
        import contextlib
        import time

        self._log = self._log or _opened_log()
        if self._log is not None:
            with contextlib.suppress(OSError):
                self._log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}")
                self._log.flush()

    def _tell(self, error: BaseException) -> None:
        """Show a failure, unless a dialog is open or this one came a moment ago."""
        from PySide6.QtWidgets import QApplication

        from core.errors import EXIT_FAILED

        application = QApplication.instance()
        if not isinstance(application, QApplication) or self._is_repeated(error):
            return
        has_failed_to_start = not self.is_started()
        if has_failed_to_start:
            for window in application.topLevelWidgets():
                window.hide()
        self._dialog = _failure_dialog(error, has_failed_to_start, self._log.name if self._log else "")
        if has_failed_to_start:
            self._dialog.finished.connect(lambda: application.exit(EXIT_FAILED))
        if QThread.currentThread().loopLevel():
            self._dialog.open()
        else:
            self._dialog.exec()

    def _is_repeated(self, error: BaseException) -> bool:
        import time
        import traceback

        frames = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else repr(error)
        now, before = time.monotonic(), self._last.get(place, -_QUIET_SECONDS)
        self._last[place] = now
        return now - before < _QUIET_SECONDS or (self._dialog is not None and self._dialog.isVisible())


def _opened_log() -> TextIO | None:
    """The log to be added to; a long one begins anew. None where it cannot be written."""
    from core.paths import log_folder

    log: Path = log_folder() / _LOG
    try:
        is_long = log.is_file() and log.stat().st_size > _LARGEST_LOG
        return log.open("w" if is_long else "a", encoding="utf-8", errors="replace")
    except OSError:
        return None


def _failure_dialog(error: BaseException, has_failed_to_start: bool, log: str) -> QDialog:
    """Says what happened and what to do, in Qt's plainest widgets: what failed may be the program's own."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

    from app.wording import error_words, translate
    from core.diagnosis import diagnosed

    happened, remedy = error_words(diagnosed(error))
    dialog = QDialog(QApplication.activeWindow())
    dialog.setWindowTitle("Squeeze Studio")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    layout = QVBoxLayout(dialog)
    sentences = [happened, remedy]
    if has_failed_to_start:
        sentences.insert(0, translate("Failure", "Squeeze Studio could not start."))
    if log:
        sentences.append(translate("Failure", "Log file: {path}").format(path=log))
    for sentence in sentences:
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setWordWrap(True)
        layout.addWidget(words)
    details = _details(error, log)
    copy = QPushButton(translate("Failure", "Copy details"))
    copy.setAutoDefault(False)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
    close = QPushButton(translate("Failure", "Close"))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(copy)
    buttons.addWidget(close)
    layout.addLayout(buttons)
    dialog.setMinimumWidth(480)
    return dialog


def _details(error: BaseException, log: str) -> str:
    import platform

    from PySide6.QtCore import qVersion

    from core import __version__

    return (
        f"Squeeze Studio {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n{log}\n\n{_traced(error)}"
    )


def _traced(error: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(error))
