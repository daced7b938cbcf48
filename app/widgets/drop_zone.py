"""The place that asks for pictures: a sentence and the buttons that choose a folder or an archive."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space
from app.widgets.basics import button, column, label, row

_LARGE, _SMALL = 48, 24


class DropZone(QWidget):
    """Signals only. `is_slim` lays it out as one line, for a page that has more to show."""

    folder_wanted = Signal()
    archive_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._side = _LARGE
        self._layout = column(self, Space.MEDIUM)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout.addWidget(self._sign)
        self._words = column(space=Space.HAIR)
        self._title = label("", "heading", wrap=True)
        self._hint = label(
            self.tr("One subfolder for each kind of thing; zip and tar are fine."), "soft", wrap=True
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
        self._side = _SMALL if is_slim else _LARGE
        self._hint.setVisible(not is_slim)
        self._title.setText(
            self.tr("Drop a folder or archive here")
            if is_slim
            else self.tr("Drop a folder or an archive with pictures here")
        )
        self.folder_button.setText(self.tr("Folder…") if is_slim else self.tr("Choose a folder…"))
        self.archive_button.setText(self.tr("Archive…") if is_slim else self.tr("Choose an archive…"))
        for one in (self.folder_button, self.archive_button):
            one.setAccessibleName(one.text())
        direction = QBoxLayout.Direction.LeftToRight if is_slim else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        margin = Space.MEDIUM if is_slim else Space.WIDE
        self._layout.setContentsMargins(Space.LARGE, margin, Space.LARGE, margin)
        side = Qt.AlignmentFlag.AlignLeft if is_slim else Qt.AlignmentFlag.AlignHCenter
        for words in (self._title, self._hint):
            words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the frame."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("soft_ink"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _draw(self) -> None:
        self._sign.setPixmap(the_theme().icon("data", "accent").pixmap(self._side, self._side))
        self.update()
