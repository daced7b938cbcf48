"""The values below the pointer: a line through them and a label beside it."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import card, column, label

_ROOM = 2.5


class Readout(QObject):
    """Belongs to a plot. `lines_at` says what the label holds at a place of it; with no lines it hides."""

    def __init__(self, plot: pg.PlotWidget, lines_at: Callable[[float], list[str]]) -> None:
        super().__init__(plot)
        self._plot, self._lines_at = plot, lines_at
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._line.hide()
        plot.addItem(self._line, ignoreBounds=True)
        self.frame: QFrame = card()
        self.frame.setParent(plot)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = label("", "caption")
        column(self.frame, 0, Space.SMALL).addWidget(self._text)
        self.frame.hide()
        plot.viewport().installEventFilter(self)

    @property
    def text(self) -> str:
        """What the label says; '' while it is hidden."""
        return "" if self.frame.isHidden() else self._text.text()

    def hide(self) -> None:
        """Show nothing."""
        self._line.hide()
        self.frame.hide()

    def show_at(self, place: float) -> None:
        """Show what is at a place of the plot."""
        lines = self._lines_at(place)
        if not lines:
            self.hide()
            return
        self._line.setPen(pg.mkPen(the_theme().colours.soft_ink, width=1))
        self._line.setPos(place)
        self._line.show()
        self._text.setText("\n".join(lines))
        self._place_frame(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: the pointer may have moved, or left."""
        if event.type() == QEvent.Type.Leave:
            self.hide()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._move(self._plot.mapToScene(event.position().toPoint()))
        return super().eventFilter(watched, event)

    def _move(self, where: QPointF) -> None:
        view = self._plot.getViewBox()
        if not view.sceneBoundingRect().contains(where):
            self.hide()
            return
        self.show_at(view.mapSceneToView(where).x())

    def _place_frame(self, place: float) -> None:
        """Beside the line where there is room for it, else below the curves so that it hides none."""
        plot, frame, window = self._plot, self.frame, self._plot.window()
        if frame.parentWidget() is not window:
            frame.setParent(window)
        frame.adjustSize()
        view = plot.getViewBox()
        area = view.sceneBoundingRect()
        x = view.mapViewToScene(QPointF(place, 0)).x()
        fits = area.height() > _ROOM * frame.height()
        top = area.top() + Space.SMALL if fits else area.bottom() + Space.HAIR
        corner = plot.mapTo(window, plot.mapFromScene(QPointF(x, top)))
        left = corner.x() + Space.SMALL
        most = window.width() - Space.SMALL - frame.width()
        if left > most:
            left = corner.x() - Space.SMALL - frame.width() if fits else most
        frame.move(max(left, 0), corner.y())
        frame.show()
        frame.raise_()
