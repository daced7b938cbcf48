"""The parts of the timeline's plot: axes, what lies behind the curves, the values below the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame

from app.charts.bands import Band
from app.charts.curves import Metric
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import card, column, label
from app.widgets.painted import sized
from app.wording import decimal

_NAME_HEIGHT = 24
_TICK_WIDTH = 26
_ICON = 16
_VALUES_WIDTH = 44
_ROOM = 2.5


class StageNames(pg.AxisItem):  # type: ignore[misc]
    """Above the curves: each stage's name, or its icon where the name finds no room."""

    def __init__(self) -> None:
        super().__init__("top")
        self._bands: Sequence[Band] = ()
        self._current: str | None = None
        self.setHeight(_NAME_HEIGHT)

    def set_bands(self, bands: Sequence[Band], current: str | None) -> None:
        """Name these stages; `current` is the one that stands out."""
        if (bands, current) != (self._bands, self._current):
            self._bands, self._current = bands, current
            self.picture = None
            self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Qt: draw the names into the part of each band that is in view."""
        left, right = self.linkedView().viewRange()[0]
        width, theme = self.size().width(), the_theme()
        for band in self._bands:
            start = max(band.start, left)
            end = min(band.end, right)
            if end <= start:
                continue
            scale = width / (right - left)
            place = QRectF((start - left) * scale, 0, (end - start) * scale, _NAME_HEIGHT - 4)
            _draw_name(painter, place, band.stage, theme.color(self._ink(band)), self._ink(band))

    def _ink(self, band: Band) -> str:
        return "ink" if band.stage == self._current else "soft_ink"


def _draw_name(painter: QPainter, place: QRectF, stage: str, color: QColor, ink: str) -> None:
    font = sized(QFont(), Type.CAPTION, bold=ink == "ink")
    title = step(stage).title  # type: ignore[arg-type]
    if QFontMetricsF(font).horizontalAdvance(title) <= place.width() - 4:
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, title)
    elif place.width() >= _ICON:
        icon = the_theme().icon(stage, ink)
        center = place.center()
        corner = QRectF(center.x() - _ICON / 2, center.y() - _ICON / 2, _ICON, _ICON)
        icon.paint(painter, corner.toRect())


class EpochAxis(pg.AxisItem):  # type: ignore[misc]
    """Below the curves: epochs, counted anew in each stage."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._bands: Sequence[Band] = ()
        self.setStyle(tickLength=0, tickTextOffset=4)

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Count the epochs of these stages."""
        if bands != self._bands:
            self._bands = bands
            self.picture = None
            self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802
        """pyqtgraph: where ticks are."""
        return [(1.0, [band.place(epoch) for band, epoch in self._ticks(low, high, size)])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:  # noqa: N802
        """pyqtgraph: what is written at them."""
        texts = []
        for value in values:
            band = next(band for band in self._bands if band.start <= value <= band.end)
            texts.append(str(round(band.epoch(value))))
        return texts

    def _ticks(self, low: float, high: float, size: float) -> list[tuple[Band, int]]:
        placed = []
        for band in self._bands:
            pixels = size * band.width / max(high - low, 1e-9)
            ticks = band.ticks(int(pixels // _TICK_WIDTH))
            placed += [(band, epoch) for epoch in ticks if low <= band.place(epoch) <= high]
        return placed


class NumberAxis(pg.AxisItem):  # type: ignore[misc]
    """Numbers as the language in force writes them."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """pyqtgraph: what is written at the ticks."""
        texts: list[str] = super().tickStrings(values, scale, spacing)
        return [text.replace(".", QLocale().decimalPoint()) for text in texts]


class ValueAxis(NumberAxis):
    """At the side: accuracy as a share of a hundred, or the loss."""

    def __init__(self) -> None:
        super().__init__("left")
        # As wide whatever is written: curves that come must not move those that are there.
        self.setWidth(_VALUES_WIDTH)
        self.metric: Metric = "accuracy"
        self.setStyle(tickLength=0, tickTextOffset=4)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """pyqtgraph: what is written at the ticks."""
        if self.metric == "accuracy":
            digits = 0 if spacing >= 0.01 else 1
            return [f"{decimal(value * 100, digits)} %" for value in values]
        return super().tickStrings(values, scale, spacing)


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
            color = QColor(theme.color("accent_soft" if band.stage == self._current else "raised"))
            if number % 2 and band.stage != self._current:
                continue
            color.setAlphaF(0.55)
            painter.setBrush(color)
            painter.drawRect(QRectF(band.start, view.top(), band.width, view.height()))


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
        self._line.setPen(pg.mkPen(the_theme().colors.soft_ink, width=1))
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
