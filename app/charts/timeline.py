"""One timeline across the stages of a run: training, validation, and what each file scored on the test."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.charts.bands import Band, values_at
from app.charts.curves import HIGHEST_ACCURACY, Curve, Metric, RunCurves, StageCurves, value_range
from app.charts.feed import CurveFeed
from app.charts.plot import Backdrop, EpochAxis, Readout, StageNames, ValueAxis
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import Type
from app.widgets.basics import column
from app.widgets.painted import sized
from app.wording import percent
from core.settings import STAGES, Stage

TRAINING, VALIDATION, TEST = "training", "validation", "test"
_ZOOM, _PAN = 0.8, 0.1
_ZOOM_REST = 40
_MARK_SIZE, _MARK_REACH = 9, 8
_LARGEST_LOSS = 1e6
_PIXELS_A_STEP = 2
_FAINT = 0.45


def series_pen(name: str, sharpness: float = 1.0) -> QPen:
    """How a series is drawn where `sharpness` pixels are one on other screens: they differ in dashes too."""
    series = the_theme().colors.series
    color, width = {VALIDATION: (series[0], 2.0), TRAINING: (series[3], 1.5), TEST: (series[1], 1.5)}.get(
        name, (series[3], 1.0)
    )
    ink = QColor(color)
    ink.setAlphaF(1.0 if name in (VALIDATION, TRAINING, TEST) else _FAINT)
    pen = QPen(ink, width * sharpness, Qt.PenStyle.DashLine if name == TRAINING else Qt.PenStyle.SolidLine)
    # Curves are drawn in units of the timeline; a pen's width is in pixels.
    pen.setCosmetic(True)
    return pen


class Timeline(QWidget):
    """Fed by a `CurveFeed`. Draws while it is on screen, and only what has changed.

    The wheel zooms, dragging moves, a double click shows all again; so do plus and minus, the arrow keys and
    Home. `quantity_changed` tells that another metric is shown.
    """

    quantity_changed = Signal()

    def __init__(self, feed: CurveFeed, stages: tuple[Stage, ...] = STAGES) -> None:
        super().__init__()
        self.feed, self.stages = feed, stages
        self.quantity: Metric = "accuracy"
        self.follows = True
        """Whether all of it is in view, whatever comes."""
        self._bands: tuple[Band, ...] = ()
        self._sharpness = 0.0
        self._is_outdated = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ZOOM_REST)
        self._timer.timeout.connect(self._outdate)
        self._names, self._epochs, self._values = StageNames(), EpochAxis(), ValueAxis()
        axes = {"top": self._names, "bottom": self._epochs, "left": self._values}
        self.plot = pg.PlotWidget(self, axisItems=axes, enableMenu=False)
        self._backdrop = Backdrop()
        self._lines = {stage: _Lines(self.plot) for stage in stages}
        self._error_bars = pg.ErrorBarItem(beam=0.008)
        self._marks = pg.ScatterPlotItem(symbol="d", size=_MARK_SIZE, pxMode=True)
        self._set_up_plot()
        self.readout = Readout(self.plot, self._values_at)
        column(self, 0).addWidget(self.plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Accuracy over time"))
        feed.changed.connect(self._outdate)
        the_theme().changed.connect(self._color)
        self._color()

    @property
    def bands(self) -> tuple[Band, ...]:
        """The stages, where they are now."""
        return self._bands

    @property
    def curves(self) -> RunCurves:
        """What is drawn."""
        return self.feed.curves

    def show_quantity(self, metric: Metric) -> None:
        """Show accuracy or loss."""
        if metric != self.quantity:
            self.quantity = self._values.metric = metric
            self._values.picture = None
            self.readout.hide()
            self.show_all()
            self.quantity_changed.emit()

    def show_as(self, other: Timeline) -> None:
        """Show the metric and the part that another one shows."""
        self.quantity = self._values.metric = other.quantity
        self.follows = other.follows
        self.redraw()
        if not self.follows:
            x, y = other.plot.getViewBox().viewRange()
            self.plot.getViewBox().setRange(xRange=x, yRange=y, padding=0)
        self.quantity_changed.emit()

    def show_all(self) -> None:
        """Bring all of it into view, now and from now on."""
        self.follows = True
        self.redraw()

    def redraw(self, sharpness: float = 0.0) -> None:
        """Draw what the feed has now, for the screen it is on or with `sharpness` times its pixels."""
        self._is_outdated = False
        if self._sharpness != (sharpness or self.devicePixelRatioF()):
            self._sharpness = sharpness or self.devicePixelRatioF()
            self._color()
        self._bands = self.feed.bands(self.stages)
        latest = self.curves.latest
        current = latest if latest and self.curves[latest].mark is None else None
        self._names.set_bands(self._bands, current)
        self._epochs.set_bands(self._bands)
        self._backdrop.set_bands(self._bands, current)
        for band in self._bands:
            self._lines[band.stage].draw(band, self.curves[band.stage], self.quantity, self._most_steps(band))
        self._draw_marks()
        if self.follows:
            self._fit()
        self._describe()

    def zoom(self, factor: float) -> None:
        """Make the part in view `factor` times as long, around its middle."""
        self.follows = False
        self.plot.getViewBox().scaleBy(x=factor)

    def pan(self, share: float) -> None:
        """Move by a share of what is in view, to the right if it is above 0."""
        self.follows = False
        left, right = self.plot.getViewBox().viewRange()[0]
        self.plot.getViewBox().translateBy(x=share * (right - left))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key."""
        keys = {
            Qt.Key.Key_Plus: lambda: self.zoom(_ZOOM),
            Qt.Key.Key_Equal: lambda: self.zoom(_ZOOM),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _ZOOM),
            Qt.Key.Key_Left: lambda: self.pan(-_PAN),
            Qt.Key.Key_Right: lambda: self.pan(_PAN),
            Qt.Key.Key_Home: self.show_all,
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: it comes on screen."""
        super().showEvent(event)
        if self._is_outdated:
            self.redraw()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: it goes off screen."""
        super().hideEvent(event)
        self.readout.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: it has another size."""
        super().resizeEvent(event)
        self._is_outdated = True
        self._timer.start()

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: keys come here now."""
        super().focusInEvent(event)
        self._frame()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: keys go elsewhere."""
        super().focusOutEvent(event)
        self._frame()

    def _outdate(self) -> None:
        self._is_outdated = True
        if self.isVisible():
            self.redraw()

    def _outdate_later(self, *_: object) -> None:
        """Another part is in view: single steps may be told apart, or not any more."""
        if not self.follows and not self._is_outdated:
            self._is_outdated = True
            self._timer.start()

    def _set_up_plot(self) -> None:
        plot, view = self.plot, self.plot.getViewBox()
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setFrameShape(plot.Shape.NoFrame)
        # pyqtgraph makes this menu even for a plot that shows none, and leaves it behind.
        menu = plot.getPlotItem().getMenu()
        menu.setParent(plot, menu.windowFlags())
        plot.hideButtons()
        plot.showGrid(y=True, alpha=0.12)
        view.setMouseEnabled(x=True, y=False)
        view.setDefaultPadding(0)
        view.setLimits(xMin=0, xMax=1, minXRange=0.002)
        view.sigXRangeChanged.connect(self._outdate_later)
        view.sigRangeChangedManually.connect(self._stop_following)
        view.addItem(self._backdrop, ignoreBounds=True)
        plot.addItem(self._error_bars, ignoreBounds=True)
        plot.addItem(self._marks, ignoreBounds=True)
        plot.scene().sigMouseClicked.connect(self._clicked)
        for axis in (self._names, self._epochs, self._values):
            axis.setTickFont(sized(self.font(), Type.CAPTION))
        plot.showAxis("top")

    def _clicked(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.double():
            self.show_all()

    def _stop_following(self, *_: object) -> None:
        self.follows = False

    def _most_steps(self, band: Band) -> int:
        """How many points of single steps can be told apart in a band; a power of two."""
        left, right = self.plot.getViewBox().viewRange()[0]
        pixels: float = self.plot.width() * band.width / max(right - left, 1e-9)
        return 1 << max(4, int(math.log2(max(pixels / _PIXELS_A_STEP, 1))))

    def _values_at(self, place: float) -> list[str]:
        reach = _MARK_REACH * self.plot.getViewBox().viewPixelSize()[0]
        return values_at(place, self._bands, self.curves, self.quantity, reach)

    def _draw_marks(self) -> None:
        places, values, intervals = [], [], []
        for band in self._bands:
            mark = self.curves[band.stage].mark
            if mark is not None:
                places.append(band.mark_place)
                values.append(mark.value(self.quantity))
                intervals.append(mark.interval)
        x, y, ends = np.array(places), np.array(values), np.array(intervals).reshape(-1, 2)
        self._marks.setData(x, y)
        self._error_bars.setVisible(self.quantity == "accuracy" and bool(places))
        if places and self.quantity == "accuracy":
            self._error_bars.setData(x=x, y=y, top=ends[:, 1] - y, bottom=y - ends[:, 0])

    def _fit(self) -> None:
        low, high = value_range([self.curves[stage] for stage in self.stages], self.quantity)
        highest = HIGHEST_ACCURACY if self.quantity == "accuracy" else _LARGEST_LOSS
        self.plot.getViewBox().setLimits(yMin=0, yMax=highest)
        self.plot.getViewBox().setRange(xRange=(0, 1), yRange=(low, high), padding=0)

    def _describe(self) -> None:
        """What a screen reader says of it."""
        words = self.tr("{stage}: {accuracy} on the test images")
        marks = [(band.stage, self.curves[band.stage].mark) for band in self._bands]
        said = [
            words.format(stage=step(stage).title, accuracy=percent(mark.accuracy))
            for stage, mark in marks
            if mark
        ]
        self.setAccessibleDescription("; ".join(said) or self.tr("No results yet."))

    def _color(self) -> None:
        theme = the_theme()
        self.plot.setBackground(theme.color("card"))
        for axis in (self._names, self._epochs, self._values):
            axis.setPen(pg.mkPen(theme.colors.line))
            axis.setTextPen(pg.mkPen(theme.colors.soft_ink))
        for lines in self._lines.values():
            lines.color(self._sharpness)
        self._error_bars.setOpts(pen=series_pen(TEST, self._sharpness))
        self._marks.setPen(pg.mkPen(theme.colors.card, width=1))
        self._marks.setBrush(pg.mkBrush(theme.colors.series[1]))
        self._backdrop.update()
        self._frame()

    def _frame(self) -> None:
        """A line around it while keys come here."""
        color = "accent" if self.hasFocus() else "card"
        self.plot.getViewBox().setBorder(pg.mkPen(getattr(the_theme().colors, color), width=2))


class _Lines:
    """The three curves of one stage."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._steps = pg.PlotCurveItem(antialias=False, skipFiniteCheck=True)
        self._training = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._validation = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._point = pg.ScatterPlotItem(size=5, pxMode=True)
        for item in (self._steps, self._training, self._validation, self._point):
            plot.addItem(item, ignoreBounds=True)
        self._drawn: tuple[object, ...] = ()

    def draw(self, band: Band, curves: StageCurves, metric: Metric, most_steps: int) -> None:
        """Draw the stage's curves into its band, if they are not drawn already."""
        state = (band, curves, curves.version, metric, most_steps)
        if state == self._drawn:
            return
        self._drawn = state
        validation = curves.validation(metric)
        _set(self._steps, band, curves.steps(metric).averaged(most_steps))
        _set(self._training, band, curves.training(metric))
        _set(self._validation, band, validation)
        # A single epoch makes no line.
        last = slice(-1, None) if len(validation) else slice(0)
        self._point.setData(band.place_all(validation.epochs[last]), validation.values[last])

    def color(self, sharpness: float) -> None:
        """Take the theme's colors."""
        self._steps.setPen(series_pen("steps", sharpness))
        self._training.setPen(series_pen(TRAINING, sharpness))
        self._validation.setPen(series_pen(VALIDATION, sharpness))
        self._point.setPen(pg.mkPen(None))
        self._point.setBrush(pg.mkBrush(the_theme().colors.series[0]))


def _set(item: pg.PlotCurveItem, band: Band, curve: Curve) -> None:
    item.setData(band.place_all(curve.epochs), curve.values)
