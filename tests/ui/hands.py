"""What a person does: clicks and keys, at what is really there to be clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QWidget,
)

_MOST_TABS = 200


def click(widget: QWidget) -> None:
    """Press the left button on the middle of a widget that is visible and enabled."""
    assert widget.isVisible(), f"{widget.accessibleName() or widget} is not on screen"
    assert widget.isEnabled(), f"{widget.accessibleName() or widget} is disabled"
    click_at(widget, widget.rect().center())


def click_at(widget: QWidget, place: QPoint) -> None:
    """Press the left button at a place of a widget."""
    assert widget.isVisible()
    QTest.mouseClick(_under_mouse(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def point_at(widget: QWidget, place: QPoint) -> None:
    """Move the mouse to a place of a widget."""
    assert widget.isVisible()
    QTest.mouseMove(_under_mouse(widget), place)


def turn_wheel(widget: QWidget) -> None:
    """Turn the mouse's wheel down by one notch over the middle of a widget."""
    assert widget.isVisible()
    middle = widget.rect().center()
    turned = QWheelEvent(
        QPointF(middle),
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)


def _under_mouse(widget: QWidget) -> QWidget:
    """What the mouse is over: in a list of items its viewport."""
    return widget.viewport() if isinstance(widget, QAbstractItemView) else widget


def type_into(widget: QAbstractSpinBox | QLineEdit, text: str) -> None:
    """Put a text in the place of what is there, and press Enter."""
    assert widget.isVisible()
    assert widget.isEnabled()
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key while a widget has the focus."""
    QTest.keyClick(widget, key, modifier)


def use_by_keys(widget: QWidget) -> None:
    """Go to a widget with the Tab key, from wherever the focus is, and press the space bar there."""
    assert widget.isVisible()
    assert widget.isEnabled()
    window = widget.window()
    for _ in range(_MOST_TABS):
        focused = window.focusWidget() or window
        if focused is widget:
            press(widget, Qt.Key.Key_Space)
            return
        press(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"the Tab key does not lead to {widget.accessibleName() or widget}")


def button_named(parent: QWidget, text: str) -> QAbstractButton:
    """The visible button with that text. Fails when there is none, or more than one."""
    found = [one for one in parent.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    assert len(found) == 1, f"{len(found)} visible buttons say {text!r}"
    return found[0]
