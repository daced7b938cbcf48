"""Accuracy against what a network costs: a point for each, and the line of those that none beats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.charts.card import ChartCard
from app.charts.plot import NumberAxis, ValueAxis
from app.theme.theme import the_theme
from app.widgets.basics import column
from app.wording import QT_TRANSLATE_NOOP, translate
from core.exploring.exploration import COSTS, Cost, PointFigures, figures_of, front_of

_MARK, _CHOSEN_MARK, _REACH = 11, 16, 14.0
_HEIGHT = 220
_KILO = 1000
TITLES: dict[Cost, str] = {
    "bytes": QT_TRANSLATE_NOOP("Exploring", "File size (KB)"),
    "arena_bytes": QT_TRANSLATE_NOOP("Exploring", "Memory (KB)"),
    "latency_ms": QT_TRANSLATE_NOOP("Exploring", "Time per image (ms)"),
}
_UNITS: dict[Cost, int] = {"bytes": _KILO, "arena_bytes": _KILO, "latency_ms": 1}


class FrontPlot(QWidget):
    """The plot. A click, or the left and right keys, choose a point: `chosen` brings its name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[PointFigures, ...] = ()
        self.cost: Cost = "bytes"
        self.name = ""
        axes = {"left": ValueAxis(), "bottom": NumberAxis("bottom")}
        self.plot = pg.PlotWidget(self, axisItems=axes, enableMenu=False)
        self.plot.setMouseEnabled(False, False)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.hideButtons()
        # pyqtgraph makes this menu even for a plot that shows none, and leaves it behind.
        menu = self.plot.getPlotItem().getMenu()
        menu.setParent(self.plot, menu.windowFlags())
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMinimumHeight(_HEIGHT)
        self._line = pg.PlotCurveItem()
        self._marks = pg.ScatterPlotItem(pxMode=True)
        for item in (self._line, self._marks):
            self.plot.addItem(item)
        self.plot.scene().sigMouseClicked.connect(lambda event: self.choose_near(event.scenePos()))
        column(self, 0).addWidget(self.plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Exploring", "Accuracy of each network"))
        the_theme().changed.connect(self._draw)
        self._draw()

    def show_points(self, points: Sequence[PointFigures]) -> None:
        """Show these, and keep the chosen one chosen."""
        self.points = tuple(points)
        self._draw()

    def show_cost(self, cost: Cost) -> None:
        """Show accuracy against something else."""
        self.cost = cost
        self._draw()

    def choose(self, name: str) -> None:
        """Choose a point by its name."""
        if name != self.name:
            self.name = name
            self._draw()
            self.chosen.emit(name)

    def choose_near(self, place: QPointF) -> None:
        """Choose the point nearest to a place of the plot, if one is near."""
        view = self.plot.getViewBox()

        def distance(point: PointFigures) -> float:
            seen = view.mapViewToScene(QPointF(*self._at(point))) - place
            return float(seen.x() ** 2 + seen.y() ** 2)

        nearest = min(self.points, key=distance, default=None)
        if nearest is not None and distance(nearest) <= _REACH**2:
            self.setFocus()
            self.choose(nearest.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: the keys."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None or not self.points:
            super().keyPressEvent(event)
            return
        order = sorted(self.points, key=lambda point: self._at(point)[0])
        names = [point.name for point in order]
        at = names.index(self.name) + step if self.name in names else 0
        self.choose(names[min(max(at, 0), len(names) - 1)])

    def _at(self, point: PointFigures) -> tuple[float, float]:
        return getattr(point, self.cost) / _UNITS[self.cost], point.accuracy

    def _draw(self) -> None:
        colors = the_theme().colors
        front = front_of(self.points, self.cost)
        self.plot.setBackground(colors.card)
        for axis in ("bottom", "left"):
            self.plot.getAxis(axis).setTextPen(colors.soft_ink)
            self.plot.getAxis(axis).setPen(colors.line)
        # Numbers of a cost that nothing has yet would mean nothing.
        self.plot.getAxis("bottom").setStyle(showValues=bool(self.points))
        # A pen changes the color of the label, too.
        self.plot.setLabel("bottom", translate("Exploring", TITLES[self.cost]), color=colors.soft_ink)
        ends = sorted(self._at(point) for point in self.points if point.name in front)
        self._line.setData(
            [x for x, _ in ends], [y for _, y in ends], pen=pg.mkPen(colors.series[0], width=2)
        )
        self._marks.setData(
            [
                {
                    "pos": self._at(point),
                    "size": _CHOSEN_MARK if point.name == self.name else _MARK,
                    # Those on the line are full and round, the others hollow squares: not by color alone.
                    "symbol": "o" if point.name in front else "s",
                    "brush": pg.mkBrush(colors.series[0] if point.name in front else colors.card),
                    "pen": pg.mkPen(colors.ink if point.name == self.name else colors.series[0], width=2),
                }
                for point in self.points
            ]
        )


class FrontCard(ChartCard):
    """The plot with its title and menu."""

    def __init__(self, is_copy: bool = False, is_large: bool = False) -> None:
        super().__init__(translate("Exploring", "Accuracy and cost"), is_copy, is_large)
        self.plot = FrontPlot()
        self.body.addWidget(self.plot, 1)

    def copy(self, is_large: bool = False) -> FrontCard:
        """A card that shows the same points."""
        made = FrontCard(is_copy=True, is_large=is_large)
        made.plot.name, made.plot.cost = self.plot.name, self.plot.cost
        made.plot.show_points(self.plot.points)
        return made

    def add_choices(self, menu: QMenu) -> None:
        """What accuracy is shown against."""
        for cost in COSTS:
            action = menu.addAction(translate("Exploring", TITLES[cost]))
            action.setCheckable(True)
            action.setChecked(cost == self.plot.cost)
            action.triggered.connect(lambda _checked=False, cost=cost: self.plot.show_cost(cost))
        menu.addSeparator()

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The points."""
        return figures_of(self.plot.points)
