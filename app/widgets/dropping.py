"""Files and folders: dropped anywhere on a page, or asked for in the middle of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space, Type
from app.widgets.basics import button, column, label, row

_LARGE_SIGN, _SMALL_SIGN = 48, 24
_VEIL = 232


class DropZone(QWidget):
    """Signals only. `is_slim` lays it out as one line, for a page that has more to show."""

    folder_wanted = Signal()
    archive_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._side = _LARGE_SIGN
        self._is_slim = False
        self._layout = column(self, Space.MEDIUM)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout.addWidget(self._sign)
        self._words = column(space=Space.HAIR)
        self._title = label("", "heading", wrap=True)
        self._hint = label(
            self.tr("One subfolder per class. Zip and tar archives work, too."), "soft", wrap=True
        )
        self._words.addWidget(self._title)
        self._words.addWidget(self._hint)
        self._layout.addLayout(self._words, 1)
        self.buttons = row(space=Space.SMALL)
        self.buttons.addStretch(1)
        self.folder_button = button(self.tr("Choose a folder…"), self.folder_wanted.emit, icon="folder")
        self.archive_button = button(self.tr("Choose an archive…"), self.archive_wanted.emit)
        self.buttons.addWidget(self.folder_button)
        self.buttons.addWidget(self.archive_button)
        self.buttons.addStretch(1)
        self._layout.addLayout(self.buttons)
        the_theme().changed.connect(self._draw)
        self.set_slim(False)

    def set_slim(self, is_slim: bool) -> None:
        """Lay it out as one line, or as the middle of a page."""
        self._is_slim = is_slim
        self._side = _SMALL_SIGN if is_slim else _LARGE_SIGN
        self._hint.setVisible(not is_slim)
        self._title.setText(
            self.tr("Drop a folder or archive here")
            if is_slim
            else self.tr("Drop a folder or an archive with photos here")
        )
        self.folder_button.setText(self.tr("Folder…") if is_slim else self.tr("Choose a folder…"))
        self.archive_button.setText(self.tr("Archive…") if is_slim else self.tr("Choose an archive…"))
        for one in (self.folder_button, self.archive_button):
            one.setAccessibleName(one.text())
        margin = Space.MEDIUM if is_slim else Space.WIDE
        self._layout.setContentsMargins(Space.LARGE, margin, Space.LARGE, margin)
        side = Qt.AlignmentFlag.AlignLeft if is_slim else Qt.AlignmentFlag.AlignHCenter
        for words in (self._title, self._hint):
            words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._arrange()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One line has its words beside the buttons; where there is no room for both, above them."""
        words = self._title.fontMetrics().horizontalAdvance(self._title.text())
        needed = words + self.buttons.sizeHint().width() + self._side + 2 * Space.MEDIUM + 2 * Space.LARGE
        is_line = self._is_slim and self.width() >= needed
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(right if is_line else down)
        self._sign.setVisible(is_line or not self._is_slim)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the frame."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("soft_ink"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _draw(self) -> None:
        self._sign.setPixmap(the_theme().icon("data", "accent").pixmap(self._side, self._side))
        self.update()


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
        ground = QColor(theme.color("ground"))
        ground.setAlpha(_VEIL)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("accent_soft"))
        inner = QRectF(self.rect()).adjusted(Space.LARGE, Space.LARGE, -Space.LARGE, -Space.LARGE)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
        font = painter.font()
        font.setPixelSize(int(Type.TITLE))
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
