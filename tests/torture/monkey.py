"""The window in a process of its own, used by chance: `python -m tests.torture.monkey ROLE ARGUMENT...`.

It is opened as a person opens it, offscreen. What was found is a JSON value, the last line on standard
output: `problems` are exceptions and warnings of Qt.

    monkey SEED STEPS RUN IMAGES   so many clicks and keys while a stage of RUN is at work
    reopen COUNT RUN                 opened and closed so often, with RUN in it, and what has grown
    start STAGE RUN                  a stage of RUN, started by a click
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import random
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QSlider,
    QWidget,
)

from app.main import main
from app.program import the_application
from app.window import Window
from core.settings import Stage
from tests.torture.attacks import busyness

_STEP_MILLISECONDS = 10
_PATIENCE = 240.0
_LONGEST_STEP = 10.0
"""Seconds of the processor that the window may take for one click."""
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Delete, Qt.Key.Key_F1, Qt.Key.Key_PageDown, Qt.Key.Key_A, Qt.Key.Key_9, Qt.Key.Key_Menu),
)
_MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    *(Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier),
)
_TEXTS = ("7", "-1", "0", "1e9", "name", "../..", "x" * 300, "ä\n😀", "%s {0} <b>")
_LIKELY = (QAbstractButton, QComboBox, QLineEdit, QSlider, QListView, QMenu)


class Watch(QObject):
    """What goes wrong: exceptions of slots and threads, and warnings of Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        qInstallMessageHandler(self._hear)
        for kind in ("file", "http", "https"):
            # Nothing else is to be opened on this computer.
            QDesktopServices.setUrlHandler(kind, self, "forget")  # type: ignore[arg-type]

    def listen(self) -> None:
        """Hear of exceptions, from now on, before whoever hears of them now."""
        before, before_in_threads = sys.excepthook, threading.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            self.problems.append("".join(traceback.format_exception(kind, error, trace)))
            before(kind, error, trace)

        def in_threads(arguments: threading.ExceptHookArgs) -> None:
            self.problems.append("".join(traceback.format_exception(arguments.exc_value)))
            before_in_threads(arguments)

        sys.excepthook, threading.excepthook = hook, in_threads

    @Slot("QUrl")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def forget(self, url: object) -> None:
        """Qt: an address is to be opened."""

    def _hear(self, kind: QtMsgType, _context: object, text: str) -> None:
        # What the platform without a screen cannot do is no fault of the window.
        is_ours = not any(words in text for words in ("propagateSizeHints", "plugin does not support"))
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and is_ours:
            self.problems.append(f"Qt says: {text}")


def the_window() -> Window | None:
    """The program's window, when it is open and everything is in it."""
    for widget in QApplication.topLevelWidgets():
        if not isinstance(widget, Window) or not widget.isVisible() or not widget.is_ready:
            continue
        if len(widget.workspace.pages) == len(_pages()):
            return widget
    return None


def _pages() -> tuple[str, ...]:
    from app.step import STEPS

    return tuple(step.name for step in STEPS)


def wait_until(condition: Callable[[], bool]) -> bool:
    """Let the program go on until something is so; False when it does not become so."""
    began = time.monotonic()
    while not condition() and time.monotonic() - began < _PATIENCE * busyness():
        QTest.qWait(20)
    return condition()


class Monkey:
    """Clicks and presses keys, a step at a time, in whatever is open."""

    def __init__(self, watch: Watch, seed: int, steps: int, run: Path, images: Path) -> None:
        self._watch = watch
        self._random = random.Random(seed)
        self._left = steps
        self._run = run
        self._images = images
        self._last = ""
        self._seen = time.monotonic()
        self.done = 0
        self.at_work = 0
        self._is_ended = False

    def begin(self) -> None:
        """Open the run, start a stage, and begin."""
        self._open()
        QTimer.singleShot(0, self._step)

    def _open(self) -> None:
        window = the_window()
        if window is not None and not window.workspace.session.is_busy:
            window.workspace.session.open(self._run)
            window.workspace.show_page("quantize")
            window.workspace.session.start("quantize")

    def _step(self) -> None:
        if self._is_ended:
            return
        # A timer of its own for each step: one that is at work is not called again in a dialog's event loop.
        QTimer.singleShot(_STEP_MILLISECONDS, self._step)
        window = the_window()
        if window is None:
            # It was closed, or is being made anew in another language.
            is_late = time.monotonic() - self._seen > _PATIENCE * busyness()
            if is_late:
                self._watch.problems.append(f"after {self._last} the window does not come back")
            if is_late or not any(one.isVisible() for one in _windows()):
                self._end()
            return
        self._seen = time.monotonic()
        # A window that hangs tells where.
        faulthandler.dump_traceback_later(_PATIENCE * busyness(), exit=True)
        if self._left <= 0:
            self._end()
            return
        self._left -= 1
        self.done += 1
        self.at_work += window.workspace.session.is_busy
        if not window.workspace.session.is_busy and self._random.random() < 0.05:
            self._open()
        began = time.process_time()
        self._do_something(window)
        if time.process_time() - began > _LONGEST_STEP:
            self._watch.problems.append(f"{self._last} takes {time.process_time() - began:.1f} s")

    def _end(self) -> None:
        self._is_ended = True
        for window in _windows():
            if window.is_ready:
                window.workspace.session.stop()
        wait_until(lambda: not any(one.is_ready and one.workspace.session.is_busy for one in _windows()))
        faulthandler.cancel_dump_traceback_later()
        for widget in QApplication.topLevelWidgets():
            widget.close()
        QApplication.quit()

    def _do_something(self, window: Window) -> None:
        place = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
        dialog = place.window()
        if isinstance(dialog, QFileDialog):
            self._answer(dialog)
            return
        chance = self._random.random()
        if chance < 0.05:
            window.workspace.show_page(self._random.choice(("start", *_pages())))  # type: ignore[arg-type]
        elif chance < 0.08:
            window.resize(QSize(self._random.randrange(600, 2200), self._random.randrange(400, 1400)))
        elif chance < 0.3:
            self._press(place)
        elif chance < 0.33 and place is not window:
            place.close()
        else:
            self._use(place)

    def _press(self, place: QWidget) -> None:
        target = place.focusWidget() or place
        key, modifier = self._random.choice(_KEYS), self._random.choice(_MODIFIERS)
        self._last = f"key {key} in {type(target).__name__}"
        QTest.keyClick(target, key, modifier)

    def _use(self, place: QWidget) -> None:
        every = [one for one in place.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        likely = [one for one in every if isinstance(one, _LIKELY)]
        targets = likely if likely and self._random.random() < 0.8 else [*every, place]
        target = self._random.choice(targets)
        spot = QPoint(
            self._random.randrange(max(1, target.width())), self._random.randrange(max(1, target.height()))
        )
        self._last = f"{type(target).__name__} {target.accessibleName()!r} at {spot.x()}, {spot.y()}"
        chance = self._random.random()
        if isinstance(target, QLineEdit) and chance < 0.5:
            target.selectAll()
            QTest.keyClicks(target, self._random.choice(_TEXTS))
        elif chance < 0.1:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=spot)
        elif chance < 0.15:
            QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=spot)
        elif chance < 0.25:
            QTest.mouseMove(target, spot)
            self._turn(target, spot)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=spot)

    def _turn(self, target: QWidget, spot: QPoint) -> None:
        turned = QPoint(0, self._random.choice((-120, 120, 1200)))
        event = QWheelEvent(
            spot.toPointF(),
            target.mapToGlobal(spot).toPointF(),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            self._random.choice(_MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def _answer(self, dialog: QFileDialog) -> None:
        """A file dialog belongs to the system: it gives a path or none."""
        self._last = f"the file dialog {dialog.windowTitle()!r}"
        if self._random.random() < 0.5:
            dialog.reject()
            return
        given = [self._images, self._run, self._images / "no such", *self._images.rglob("*.jpg")]
        path = self._random.choice(given)
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            path = self._images.parent / f"saved-{self.done}"
        # What Qt would do once the person has chosen.
        dialog.fileSelected.emit(str(path))
        dialog.filesSelected.emit([str(path)])
        dialog.reject()


def _windows() -> list[Window]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)]


def play(watch: Watch, seed: str, steps: str, run: str, images: str) -> Callable[[], dict[str, object]]:
    """Begin with a monkey; what it came to can be asked for in the end."""
    monkey = Monkey(watch, int(seed), int(steps), Path(run), Path(images))
    monkey.begin()
    return lambda: {"steps": monkey.done, "at_work": monkey.at_work}


def reopen(watch: Watch, count: str, run: str) -> Callable[[], dict[str, object]]:
    """Open the window again and again; what there is of everything, each time."""
    counts: list[dict[str, int]] = []

    def go_on() -> None:
        for number in range(int(count)):
            window = the_window()
            assert window is not None
            window.workspace.session.open(Path(run))
            _visit(window)
            # Another language opens a window in the place of this one.
            window.workspace.language_chosen.emit(("de", "ko", "en")[number % 3])
            assert wait_until(lambda old=window: the_window() not in (None, old))  # type: ignore[misc]
            assert wait_until(_is_at_rest)
            counts.append(_counted())

    _soon(watch, go_on)
    return lambda: {"counts": counts}


def _soon(watch: Watch, act: Callable[[], None]) -> None:
    """Do something in the event loop; when it fails the program ends all the same."""

    def guarded() -> None:
        try:
            act()
        except BaseException:
            watch.problems.append(traceback.format_exc())
        # A window in which something is at work asks before it closes, and stays.
        wait_until(_is_at_rest)
        for widget in _windows():
            widget.close()
        QApplication.quit()

    QTimer.singleShot(0, guarded)


def _visit(window: Window) -> None:
    """Show every page, the guide and what the program is, and close them again."""
    from app.about import open_about
    from app.guide import open_guide

    for name in ("start", *_pages()):
        window.workspace.show_page(name)  # type: ignore[arg-type]
        QTest.qWait(10)
    open_guide(window, "train", "en")
    open_about(window)
    QTest.qWait(50)
    for widget in QApplication.topLevelWidgets():
        if not isinstance(widget, Window):
            widget.close()
    QTest.qWait(50)


def _is_at_rest() -> bool:
    """Whether nothing is at work behind the window: that has threads and pipes of its own."""
    window = the_window()
    is_busy = window is not None and window.workspace.session.is_busy
    return not is_busy and QThreadPool.globalInstance().activeThreadCount() == 0


def _counted() -> dict[str, int]:
    """Threads, timers, handles, windows, widgets and bytes of this process."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return {
        "threads": len(os.listdir("/proc/self/task")),  # noqa: PTH208
        "timers": sum(isinstance(one, QTimer) and _is_active(one) for one in gc.get_objects()),
        "handles": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "windows": len(QApplication.topLevelWidgets()),
        "widgets": len(QApplication.allWidgets()),
        "kilobytes": resident,
    }


def _is_active(timer: QTimer) -> bool:
    """Whether a timer is there, for Qt too, and runs."""
    try:
        return timer.isActive()
    except RuntimeError:
        return False


def start(watch: Watch, stage: Stage, run: str) -> Callable[[], dict[str, object]]:
    """Open a run and click on a stage's button; what the window shows when that has ended."""
    shown: dict[str, object] = {}

    def go_on() -> None:
        window = the_window()
        assert window is not None
        window.workspace.session.open(Path(run))
        window.workspace.show_page(stage)
        page = window.workspace.page(stage)
        QTest.mouseClick(page.primary, Qt.MouseButton.LeftButton)
        shown["begun"] = window.workspace.session.is_busy
        shown["ended"] = wait_until(lambda: not window.workspace.session.is_busy)
        shown["outcome"] = type(window.workspace.session.outcome).__name__
        shown["code"] = getattr(window.workspace.session.outcome, "code", "")
        shown["state"] = window.workspace.session.state(stage).value

    _soon(watch, go_on)
    return lambda: shown


ROLES: dict[str, Callable[..., Callable[[], dict[str, object]]]] = {
    "monkey": play,
    "reopen": reopen,
    "start": start,
}


def run_role(role: str, arguments: list[str]) -> int:
    """Open the window, do what the role does, and print what was found; the program's exit code."""
    the_application([])
    watch = Watch()
    found: list[Callable[[], dict[str, object]]] = []

    def begin() -> None:
        if the_window() is None:
            QTimer.singleShot(20, begin)
            return
        watch.listen()
        found.append(ROLES[role](watch, *arguments))

    QTimer.singleShot(0, begin)
    code = main([])
    told = found[0]() if found else {}
    print(json.dumps({**told, "problems": watch.problems}), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(run_role(sys.argv[1], sys.argv[2:]))
