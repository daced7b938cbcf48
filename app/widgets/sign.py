"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel

from app.theme.theme import the_theme


class Sign(QLabel):
    """One of the program's icons, in a colour of the theme, also after the theme has changed."""

    def __init__(self, name: str, colour: str, side: int) -> None:
        super().__init__()
        self._name, self._colour, self._side = name, colour, side
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: something about the look has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        size = QSize(self._side, self._side)
        self.setPixmap(the_theme().icon(self._name, self._colour).pixmap(size, self.devicePixelRatioF()))
