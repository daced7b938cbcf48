"""What lies behind the curves: a tint for every other stage, and one for the stage at work."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.charts.bands import Band
from app.theme.theme import the_theme


class Backdrop(pg.GraphicsObject):  # type: ignore[misc]
    """Bands from top to bottom, whatever is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: Sequence[Band] = ()
        self._current: str | None = None
        self.setZValue(-10)

    def set_bands(self, bands: Sequence[Band], current: str | None) -> None:
        """Show these stages; `current` is the one that stands out."""
        if (bands, current) != (self._bands, self._current):
            self._bands, self._current = bands, current
            self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Qt: the part of the timeline that is in view."""
        view = self.getViewBox()
        return QRectF() if view is None else QRectF(view.viewRect())

    def viewRangeChanged(self) -> None:  # noqa: N802
        """pyqtgraph: another part is in view."""
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Qt: draw."""
        view, theme = self.boundingRect(), the_theme()
        painter.setPen(pg.mkPen(None))
        for number, band in enumerate(self._bands):
            colour = QColor(theme.colour("accent_soft" if band.stage == self._current else "raised"))
            if number % 2 and band.stage != self._current:
                continue
            colour.setAlphaF(0.55)
            painter.setBrush(colour)
            painter.drawRect(QRectF(band.start, view.top(), band.width, view.height()))
