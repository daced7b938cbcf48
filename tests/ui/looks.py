"""What can be wrong with the look of a window, found by measuring what is on screen."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, QSize, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.preferences import Preferences
from app.program import Program, the_application
from app.step import STEPS, PageName
from app.widgets.basics import ElidedLabel
from app.window import Window

_SLACK = 1
"""Pixels by which rounding may differ."""
_SETTLED = 2.0
"""Seconds in which a page has to come to rest."""
_ROUNDS = 5
PAGES: tuple[PageName, ...] = ("start", *(step.name for step in STEPS))
SIZES = (QSize(1024, 640), QSize(1440, 900))


def walk(program: Program, run: Path, sizes: Sequence[QSize], schemes: Sequence[str]) -> list[str]:
    """Open a run, go through all pages in all these sizes and colors, and say what is wrong with which."""
    window = program.window
    window.workspace.session.open(run)
    found = []
    for scheme in schemes:
        program.set_color_scheme(scheme)
        for size in sizes:
            window.resize(size)
            for name in PAGES:
                window.workspace.show_page(name)
                where = f"{name}, {size.width()} x {size.height()}, {scheme}"
                found += [f"{where}: {fault}" for fault in lasting_faults(window)]
    return found


def lasting_faults(window: QWidget) -> list[str]:
    """What is wrong when the page has its contents and has been laid out."""
    QThreadPool.globalInstance().waitForDone(int(1000 * _SETTLED))
    end = time.monotonic() + _SETTLED
    for _ in range(5):
        QApplication.processEvents()
    rounds = 0
    # On a busy computer all the time may pass in one turn of the event loop: a layout takes a few.
    while (found := faults(window)) and (time.monotonic() < end or rounds < _ROUNDS):
        QApplication.processEvents()
        rounds += 1
    return found


def faults(window: QWidget) -> list[str]:
    """Whatever is clipped, out of the window or without a name, a line each."""
    found = [
        f"{_called(area)}: scrolls sideways"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().isVisible()
    ]
    for widget in _shown(window):
        found += [f"{_called(widget)}: {fault}" for fault in (*_clipped(widget), *_outside(widget, window))]
        if is_control(widget) and not _name(widget):
            found.append(f"{_called(widget)}: has no accessible name")
    return found


def controls(window: QWidget) -> list[QWidget]:
    """What is on screen and can be reached with Tab."""
    return [one for one in _shown(window) if is_control(one) and one.isEnabled()]


def is_control(widget: QWidget) -> bool:
    """Whether Tab stops here."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QAbstractScrollArea):
            continue
        if widget.isVisible() and widget.window() is window and not widget.visibleRegion().isEmpty():
            yield widget


def _words(text: str) -> list[str]:
    """What is not broken: paths and addresses are."""
    return [word for word in text.split() if "/" not in word and "\\" not in word]


def _clipped(widget: QWidget) -> Iterator[str]:
    wanted = widget.sizeHint()
    match widget:
        case ElidedLabel() if widget.shown != widget.text() and "/" not in widget.text():
            yield f"cut off: {widget.text()!r}"
        case ElidedLabel():
            return
        case QLabel() | QAbstractButton() if not widget.text():
            return
        case QLabel() if widget.wordWrap():
            yield from _wrapped(widget)
        case QLabel() | QPushButton() | QToolButton() | QCheckBox() | QRadioButton() | QTabBar():
            if wanted.width() > widget.width() + _SLACK:
                yield f"{widget.width()} wide, {wanted.width()} needed"
            if wanted.height() > widget.height() + _SLACK:
                yield f"{widget.height()} high, {wanted.height()} needed"
        case QComboBox():
            needed, room = _field_of(widget)
            if needed > room + _SLACK:
                yield f"{room} wide, {needed} needed for {widget.currentText()!r}"
        case _:
            return


def _field_of(widget: QComboBox) -> tuple[int, int]:
    """How wide the chosen text of a list is, and its place, in pixels."""
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    place = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
    return widget.fontMetrics().horizontalAdvance(widget.currentText()), place.width()


def _wrapped(widget: QLabel) -> Iterator[str]:
    needed = widget.heightForWidth(widget.width())
    if needed > widget.height() + _SLACK:
        yield f"{widget.height()} high, {needed} needed"
    longest = max(map(widget.fontMetrics().horizontalAdvance, _words(widget.text())), default=0)
    if longest > widget.width() + _SLACK:
        yield f"{widget.width()} wide, {longest} needed for its longest word"


def _outside(widget: QWidget, window: QWidget) -> Iterator[str]:
    """In a scrolled place only its width counts, elsewhere all of the window."""
    area, frame = _scrolled_in(widget), window.rect()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    if area is not None:
        view = area.viewport()
        if area.horizontalScrollBar().maximum() > 0:
            return
        left = view.mapTo(window, QPoint()).x()
        if place.left() < left - _SLACK or place.right() > left + view.width() + _SLACK:
            yield "wider than the place in which it is scrolled"
    elif not frame.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
        yield f"at {place.getRect()}, out of a window of {frame.width()} x {frame.height()}"


def _scrolled_in(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and widget is not above.viewport():
            return above
        above = above.parentWidget()
    return None


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton | QLabel) and widget.text():
        return widget.text()
    if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        return "edits its parent"
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractSlider | QWidget) and isinstance(parent, QComboBox):
        return "of a list of choices"
    return widget.accessibleName()


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(text or widget.accessibleName())[:60]!r}"


def _focus(window: Window) -> tuple[int, list[str]]:
    """How many controls all pages have, and those on which nothing shows that they have the focus."""
    count, unseen = 0, []
    for name in PAGES:
        window.workspace.show_page(name)
        window.activateWindow()
        end = time.monotonic() + _SETTLED
        while not window.isActiveWindow() and time.monotonic() < end:
            QApplication.processEvents()
        for control in controls(window):
            count += 1
            control.clearFocus()
            without = _image(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if control.isVisible() and _image(control) == without:
                unseen.append(f"{name}: {_called(control)}")
    return count, unseen


def _image(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def main(run: Path, language: str, account: Path) -> int:
    """In a process of its own, where QT_SCALE_FACTOR is another: print what is wrong, as JSON."""
    application = the_application(["squeeze-studio"])
    preferences = Preferences(QSettings(str(account), QSettings.Format.IniFormat))
    preferences.language, preferences.scheme, preferences.runs_folder = language, "light", run.parent
    program = Program(application, preferences)
    ready = QEventLoop()
    program.window.ready.connect(ready.quit)
    ready.exec()
    found = walk(program, run, SIZES[:1], ("light",))
    count, unseen = _focus(program.window)
    sys.stdout.write(json.dumps({"faults": found, "controls": count, "unseen": unseen}))
    program.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
