"""Files and folders dropped anywhere on a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space, Type

_VEIL = 232


class DropSurface(QObject):
    """Makes a page take what is dropped on it; while something hangs over the page, a veil says so.

    `dropped` brings the paths. What is not a file or folder of this computer is not taken.
    """

    dropped = Signal(list)

    def __init__(self, page: QWidget, words: str) -> None:
        super().__init__(page)
        self._page = page
        self.veil = _Veil(page, words)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: something happens to the page."""
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not _paths(event.mimeData()):
            return False
        self.veil.setGeometry(self._page.rect())
        self.veil.raise_()
        self.veil.show()
        event.acceptProposedAction()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.veil.hide()
        paths = _paths(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        self.dropped.emit(paths)
        return True


class _Veil(QWidget):
    """Lies over a page while something hangs over it."""

    def __init__(self, page: QWidget, words: str) -> None:
        super().__init__(page)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.colour("ground"))
        ground.setAlpha(_VEIL)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("accent_soft"))
        inner = QRectF(self.rect()).adjusted(Space.LARGE, Space.LARGE, -Space.LARGE, -Space.LARGE)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
        font = painter.font()
        font.setPixelSize(int(Type.TITLE))
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
