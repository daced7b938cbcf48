"""The program's window: how it first appears, what is in it, and how it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from app.preferences import Preferences
    from app.workspace import Workspace

SMALLEST = QSize(1024, 640)
USUAL = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""What a system adds around a window."""


def first_size(room: QSize) -> QSize:
    """The size of a first window on a screen that leaves so much room: all of it is in view."""
    return USUAL.boundedTo(room - _FRAME).expandedTo(least_size(room))


def least_size(room: QSize) -> QSize:
    """How small a window can be made: on a screen with less room than it needs it scrolls its contents."""
    inside = room - _FRAME
    width = SMALLEST.width() if room.width() >= SMALLEST.width() else inside.width()
    height = SMALLEST.height() if room.height() >= SMALLEST.height() else inside.height()
    return QSize(width, height)


class Window(QMainWindow):
    """First painted with nothing but its name: Qt alone takes most of the time to a first paint.

    `painted` tells of it. `fill` then brings the workspace, with all that the program can do, and `ready`
    tells of that. A window that takes the place of an `old` one has its size.
    """

    painted = Signal()
    ready = Signal()

    def __init__(self, preferences: Preferences, old: Window | None = None) -> None:
        super().__init__()
        self.preferences = preferences
        self._workspace: Workspace | None = None
        self._is_replaced = False
        self._leaving = False
        self._is_painted = False
        self.setWindowTitle("Squeeze Studio")
        room = self.screen().availableSize()
        self.setMinimumSize(least_size(room))
        self.resize(first_size(room))
        self.restoreGeometry(old.saveGeometry() if old else preferences.geometry)
        name = QLabel("Squeeze Studio")
        name.setMargin(24)
        self.setCentralWidget(name)

    @property
    def is_ready(self) -> bool:
        """Whether the workspace is there."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """What `fill` brought."""
        assert self._workspace is not None
        return self._workspace

    def fill(self, workspace: Workspace) -> None:
        """Show the workspace in place of the program's name; `ready` tells once it is on screen."""
        self._workspace = workspace
        self.setCentralWidget(workspace)
        self._scroll_where_small()
        QTimer.singleShot(0, self, self.ready.emit)

    def discard(self) -> None:
        """Close without ending the task: another window has taken this one's place."""
        self._is_replaced = True
        self.close()
        self.deleteLater()

    def leave(self) -> None:
        """End what is still at work, at the end of the program."""
        if self._workspace is not None:
            self._workspace.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the window has another size."""
        super().resizeEvent(event)
        if self._workspace is not None:
            self._scroll_where_small()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the window is to be painted. `painted` tells of the first time, once it is on screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Qt: the window is to close. While a task is at work the person is asked first."""
        self.preferences.geometry = self.saveGeometry()
        if (
            self._is_replaced
            or self._leaving
            or self._workspace is None
            or not self._workspace.session.is_busy
        ):
            if not self._is_replaced:
                self.leave()
            event.accept()
            return
        event.ignore()
        self._ask_before_leaving()

    def _scroll_where_small(self) -> None:
        """Scroll the workspace in a window that is smaller than it can be, and only there."""
        from PySide6.QtWidgets import QScrollArea

        area, workspace = self.centralWidget(), self.workspace
        is_small = self.width() < SMALLEST.width() or self.height() < SMALLEST.height()
        if is_small == isinstance(area, QScrollArea):
            return
        focused = self.focusWidget()
        if is_small:
            self.takeCentralWidget()
            workspace.setMinimumSize(SMALLEST)
            area = QScrollArea()
            area.setObjectName("window")
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidgetResizable(True)
            area.setWidget(workspace)
            self.setCentralWidget(area)
            area.show()
        else:
            assert isinstance(area, QScrollArea)
            area.takeWidget()
            workspace.setMinimumSize(0, 0)
            self.setCentralWidget(workspace)
        workspace.show()
        if focused is not None:
            focused.setFocus()

    def _ask_before_leaving(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Close Squeeze Studio?"))
        box.setText(self.tr("A task is still running."))
        box.setInformativeText(self.tr("Finished work is saved. You can continue next time."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stop.clicked.connect(self._stop_and_close)
        box.open()

    def _stop_and_close(self) -> None:
        session = self.workspace.session
        self._leaving = True
        if not session.is_busy:
            self.close()
            return
        session.ended.connect(self.close)
        session.stop()
