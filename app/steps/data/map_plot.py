"""Images as points on a plane: those that look alike lie together, each class with its color and shape."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.theme.theme import the_theme
from app.widgets.basics import column
from app.wording import percent, translate
from core.runs.image_map import MapPoint

_MARK, _SUSPECT_MARK, _CURRENT_MARK, _REACH = 7, 12, 18, 12.0
_SYMBOLS = ("o", "s", "t", "d", "t1", "p")
_MOST_NAMED = 12
"""With more classes the legend would hide the points."""
_SATURATION, _LIGHT_VALUE, _DARK_VALUE = 190, 150, 230
_GOLDEN = 0.618034
"""Hues a golden section apart differ however many there are."""


class MapPlot(QWidget):
    """The map. A click or Enter opens an image: `opened` brings its place among the points.

    `pointed` brings the place of the one that is below the mouse, or that the left and right keys have come
    to in the order of the points; -1 for none.
    """

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[MapPoint, ...] = ()
        self.classes: tuple[str, ...] = ()
        self.gone: frozenset[str] = frozenset()
        self.current = -1
        self.plot = pg.PlotWidget(self, enableMenu=False)
        self.plot.setMouseEnabled(False, False)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.hideButtons()
        # pyqtgraph makes this menu even for a plot that shows none, and leaves it behind.
        menu = self.plot.getPlotItem().getMenu()
        menu.setParent(self.plot, menu.windowFlags())
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for axis in ("bottom", "left"):
            self.plot.hideAxis(axis)
        self._marks = pg.ScatterPlotItem(pxMode=True)
        self._ring = pg.ScatterPlotItem(pxMode=True)
        self.plot.addItem(self._marks)
        self.plot.addItem(self._ring)
        self._legend = self.plot.addLegend(offset=(4, 4))
        scene = self.plot.scene()
        scene.sigMouseClicked.connect(lambda event: self._click(event.scenePos()))
        scene.sigMouseMoved.connect(lambda place: self.choose(self.place_near(place)))
        column(self, 0).addWidget(self.plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("ImageMap", "Map of the images"))
        the_theme().changed.connect(self._draw)
        self._draw()

    def show_points(self, points: Sequence[MapPoint], classes: Sequence[str]) -> None:
        """Show other points."""
        self.points, self.classes = tuple(points), tuple(classes)
        self.gone, self.current = frozenset(), -1
        self._draw()

    def show_gone(self, names: Sequence[str]) -> None:
        """Show no longer images that are excluded or elsewhere now."""
        self.gone |= frozenset(names)
        self._draw()

    def choose(self, place: int) -> None:
        """Ring a point, and tell of it; -1 for none."""
        if place == self.current:
            return
        self.current = place
        point = self.points[place] if place >= 0 else None
        self.setAccessibleDescription("" if point is None else words_of(point))
        self._draw_ring()
        self.pointed.emit(place)

    def place_near(self, place: QPointF) -> int:
        """The point nearest to a place of the plot's scene; -1 where none is near."""
        view = self.plot.getViewBox()

        def distance(number: int) -> float:
            point = self.points[number]
            seen = view.mapViewToScene(QPointF(point.x, point.y)) - place
            return float(seen.x() ** 2 + seen.y() ** 2)

        shown = (number for number, point in enumerate(self.points) if point.image not in self.gone)
        nearest = min(shown, key=distance, default=-1)
        return nearest if nearest >= 0 and distance(nearest) <= _REACH**2 else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: the keys."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self.points:
            self.choose(min(max(self.current + step, 0), len(self.points) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current >= 0:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _click(self, scene_place: QPointF) -> None:
        self.setFocus()
        place = self.place_near(scene_place)
        self.choose(place)
        if place >= 0:
            self.opened.emit(place)

    def _draw(self) -> None:
        theme = the_theme()
        self.plot.setBackground(theme.colors.card)
        looks = {name: (_color(number), _symbol(number)) for number, name in enumerate(self.classes)}
        ink = pg.mkPen(theme.colors.ink, width=2)
        self._marks.setData(
            [
                {
                    "pos": (point.x, point.y),
                    "size": _SUSPECT_MARK if point.is_suspect else _MARK,
                    "symbol": looks[point.is_class][1],
                    "brush": pg.mkBrush(looks[point.is_class][0]),
                    # Likely wrong labels stand out by size and outline: not by color alone.
                    "pen": ink if point.is_suspect else pg.mkPen(None),
                }
                # The first are the likeliest wrong: they lie on top.
                for point in reversed(self.points)
                if point.image not in self.gone
            ]
        )
        self._legend.clear()
        self._legend.setLabelTextColor(theme.color("ink"))
        if len(self.classes) <= _MOST_NAMED:
            for name, (color, symbol) in looks.items():
                sample = pg.ScatterPlotItem(size=_MARK + 2, symbol=symbol, brush=pg.mkBrush(color), pen=None)
                self._legend.addItem(sample, name)
        self._draw_ring()

    def _draw_ring(self) -> None:
        point = self.points[self.current] if self.current >= 0 else None
        if point is None or point.image in self.gone:
            self._ring.setData([])
            return
        pen = pg.mkPen(the_theme().colors.accent, width=3)
        self._ring.setData([point.x], [point.y], size=_CURRENT_MARK, pen=pen, brush=pg.mkBrush(None))


def words_of(point: MapPoint) -> str:
    """What is said of a point, in a sentence."""
    words = translate(
        "ImageMap", "{image}: label {is_class} ({probability}), likeliest {likeliest} ({most})."
    )
    return words.format(
        image=point.image,
        is_class=point.is_class,
        probability=percent(point.probability),
        likeliest=point.likeliest,
        most=percent(point.likeliest_probability),
    )


def _color(number: int) -> QColor:
    value = _DARK_VALUE if the_theme().is_dark else _LIGHT_VALUE
    return QColor.fromHsv(round(number * _GOLDEN * 360) % 360, _SATURATION, value)


def _symbol(number: int) -> str:
    return _SYMBOLS[number % len(_SYMBOLS)]
