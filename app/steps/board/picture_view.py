"""The picture that the board has just answered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Type
from app.widgets.painted_items import sized

_WANTED, _LEAST, _MOST = 240, 140, 360
_SHARP_FROM = 4
"""A picture enlarged by more than this shows its pixels: they are what the network sees."""


class PictureView(QWidget):
    """A square. What the network sees is small: it is enlarged without being made softer than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._hint = self.tr("Drop a picture here")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMaximumSize(_MOST, _MOST)
        self.setAccessibleName(self.tr("The picture that the board looked at"))
        the_theme().changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown; null when that is nothing."""
        return self._image

    def show_picture(self, data: bytes, words: str) -> None:
        """Show a JPEG; `words` say what it is to who cannot see it."""
        self._image = QImage.fromData(data)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = QImage()
        self.setAccessibleDescription(self._hint)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(_WANTED, _WANTED)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_LEAST, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the picture, or where one can be dropped."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, 0, side, side)
        clip = QPainterPath()
        clip.addRoundedRect(place, RADIUS, RADIUS)
        painter.setClipPath(clip)
        painter.fillRect(place, theme.colour("raised"))
        if self._image.isNull():
            painter.setPen(theme.colour("soft_ink"))
            painter.setFont(sized(self.font(), Type.BODY))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
            return
        is_blown_up = side > _SHARP_FROM * self._image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_blown_up)
        painter.drawImage(place, self._image)
