"""The program with something broken in it, or with nothing: `python -m tests.ui.failing_program KIND`.

A person in it waits for the dialog, reads it, clicks on "Copy details" and on "Close", and then closes the
window where there is one. What they saw is the last line on standard output, as JSON.
"""

from __future__ import annotations

import atexit
import json
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from app.main import main
from app.program import the_application
from app.window import Window
from app.workspace import Workspace
from core.errors import FileError
from tests.ui.hands import button_named, click

_LOOKING = 50
seen: dict[str, object] = {"dialogs": 0}


def no_layout(*_: object) -> None:
    raise RuntimeError("the layout is broken")


def no_room(*_: object) -> None:
    raise FileError("disk-full", path="preferences.ini")


def no_window(*_: object) -> Window:
    raise RuntimeError("there is no window at all")


def fail_later() -> None:
    for _ in range(3):
        QTimer.singleShot(0, _divide)


def fail_in_thread() -> None:
    threading.Thread(target=_divide).start()


def _divide() -> None:
    raise ZeroDivisionError("a fault of the program")


def look() -> None:
    """Do what a person does who has the program before them."""
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    if dialogs:
        read_and_close(dialogs[0])
    elif seen["dialogs"]:
        QTimer.singleShot(10 * _LOOKING, leave)
        return
    QTimer.singleShot(_LOOKING, look)


def read_and_close(dialog: QDialog) -> None:
    seen["dialogs"] = int(str(seen["dialogs"])) + 1
    seen["texts"] = [label.text() for label in dialog.findChildren(QLabel)]
    seen["windows"] = len([one for one in windows() if one.isVisible()])
    click(button_named(dialog, "Copy details"))
    seen["copied"] = QApplication.clipboard().text()
    click(button_named(dialog, "Close"))


def leave() -> None:
    for window in windows():
        window.close()


def windows() -> list[Window]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]


def break_program(kind: str) -> None:
    broken = pytest.MonkeyPatch()
    match kind:
        case "window":
            broken.setattr("app.program.Window", no_window)
        case "layout":
            broken.setattr("app.workspace.Workspace._arrange", no_layout)
        case "session":
            broken.setattr("app.session.Session.__init__", no_room)
        case "later":
            broken.setattr(Window, "fill", _then(Window.fill, fail_later))
        case "thread":
            broken.setattr(Window, "fill", _then(Window.fill, fail_in_thread))
        case "nothing":
            broken.setattr(Window, "fill", _then(Window.fill, lambda: QTimer.singleShot(_LOOKING, leave)))


def _then(
    first: Callable[[Window, Workspace], None], then: Callable[[], None]
) -> Callable[[Window, Workspace], None]:
    def both(window: Window, workspace: Workspace) -> None:
        first(window, workspace)
        then()

    return both


if __name__ == "__main__":
    break_program(sys.argv[1])
    # The application is there when main() takes it.
    application = the_application(sys.argv[:1])
    QTimer.singleShot(_LOOKING, look)
    atexit.register(lambda: sys.stdout.write(f"{json.dumps(seen)}\n"))
    sys.exit(main(sys.argv[:1]))
