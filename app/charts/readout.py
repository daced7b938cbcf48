"""The values below the pointer: a line through them and a label beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from app.charts.bands import Band, band_at
from app.charts.curves import Metric
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import card, column, label
from app.wording import percent

if TYPE_CHECKING:
    from app.charts.timeline import Timeline

_NEAR_MARK = 8
_ROOM = 2.5


class Readout(QObject):
    """Belongs to a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._line.hide()
        timeline.plot.addItem(self._line, ignoreBounds=True)
        self.frame: QFrame = card()
        self.frame.setParent(timeline)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = label("", "caption")
        column(self.frame, 0, Space.SMALL).addWidget(self._text)
        self.frame.hide()
        timeline.plot.viewport().installEventFilter(self)

    @property
    def text(self) -> str:
        """What the label says; '' while it is hidden."""
        return "" if self.frame.isHidden() else self._text.text()

    def hide(self) -> None:
        """Show nothing."""
        self._line.hide()
        self.frame.hide()

    def show_at(self, place: float) -> None:
        """Show what is at a place of the timeline, from 0 to 1."""
        band = band_at(self._timeline.bands, place)
        words = self._words(band, place) if band else []
        if band is None or len(words) < 2:
            self.hide()
            return
        self._line.setPen(pg.mkPen(the_theme().colours.soft_ink, width=1))
        self._line.setPos(place)
        self._line.show()
        self._text.setText("\n".join(words))
        self._place_frame(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: the pointer may have moved, or left."""
        if event.type() == QEvent.Type.Leave:
            self.hide()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._move(self._timeline.plot.mapToScene(event.position().toPoint()))
        return super().eventFilter(watched, event)

    def _move(self, where: QPointF) -> None:
        view = self._timeline.plot.getViewBox()
        if not view.sceneBoundingRect().contains(where):
            self.hide()
            return
        self.show_at(view.mapSceneToView(where).x())

    def _words(self, band: Band, place: float) -> list[str]:
        curves, metric = self._timeline.curves[band.stage], self._timeline.quantity
        title, epoch = step(band.stage).title, band.epoch(place)
        words = [title]
        for text, curve in (
            (self.tr("validation {value}"), curves.validation(metric)),
            (self.tr("training {value}"), curves.training(metric) or curves.steps(metric)),
        ):
            nearest = curve.nearest(epoch)
            if nearest is not None:
                words.append(text.format(value=_value(nearest, metric)))
        if len(words) > 1:
            words[0] = self.tr("{stage}, epoch {epoch} of {epochs}").format(
                stage=title, epoch=max(1, round(epoch)), epochs=band.epochs
            )
        if curves.mark is not None and (not band.epochs or self._is_near(band.mark_place, place)):
            words.append(self._test_words(band, metric))
        return words

    def _test_words(self, band: Band, metric: Metric) -> str:
        mark = self._timeline.curves[band.stage].mark
        assert mark is not None
        if metric == "loss":
            return self.tr("test {value}").format(value=_value(mark.loss, metric))
        low, high = mark.interval
        return self.tr("test {value} ({low} to {high})").format(
            value=_value(mark.accuracy, metric), low=_value(low, metric), high=_value(high, metric)
        )

    def _is_near(self, mark: float, place: float) -> bool:
        pixel = self._timeline.plot.getViewBox().viewPixelSize()[0]
        return bool(abs(mark - place) <= _NEAR_MARK * pixel)

    def _place_frame(self, place: float) -> None:
        """Beside the line where there is room for it, else below the curves so that it hides none."""
        timeline, frame, window = self._timeline, self.frame, self._timeline.window()
        if frame.parentWidget() is not window:
            frame.setParent(window)
        frame.adjustSize()
        view = timeline.plot.getViewBox()
        area = view.sceneBoundingRect()
        x = view.mapViewToScene(QPointF(place, 0)).x()
        fits = area.height() > _ROOM * frame.height()
        top = area.top() + Space.SMALL if fits else area.bottom() + Space.HAIR
        corner = timeline.plot.mapTo(window, timeline.plot.mapFromScene(QPointF(x, top)))
        left = corner.x() + Space.SMALL
        most = window.width() - Space.SMALL - frame.width()
        if left > most:
            left = corner.x() - Space.SMALL - frame.width() if fits else most
        frame.move(max(left, 0), corner.y())
        frame.show()
        frame.raise_()


def _value(value: float, metric: Metric) -> str:
    return percent(value) if metric == "accuracy" else f"{value:.3f}"
