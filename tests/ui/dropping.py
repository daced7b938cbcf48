"""Things dragged over a page and dropped on it, as a window system brings them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(paths: Sequence[Path]) -> QMimeData:
    """What a file manager hands over."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(page: QWidget, mime: QMimeData) -> bool:
    """Bring something over a page; whether the page would take it."""
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, _BUTTON, _KEYS)
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drag_away(page: QWidget) -> None:
    """Take it away again."""
    QApplication.sendEvent(page, QDragLeaveEvent())


def drop(page: QWidget, mime: QMimeData) -> None:
    """Bring something over a page and let it go there."""
    assert drag_over(page, mime)
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, _BUTTON, _KEYS)
    QApplication.sendEvent(page, event)
    assert event.isAccepted()
