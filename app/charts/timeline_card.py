"""The timeline in its card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.charts.card import ChartCard
from app.charts.curves import Metric
from app.charts.feed import CurveFeed
from app.charts.legend import Legend
from app.charts.tables import CURVE_COLUMNS, curve_table
from app.charts.timeline import Timeline
from app.step import step
from app.wording import percent
from core.settings import STAGES, Stage


class TimelineCard(ChartCard):
    """Accuracy, or loss, of a run's stages over time; beside the title the last figure."""

    def __init__(
        self,
        feed: CurveFeed,
        stages: tuple[Stage, ...] = STAGES,
        is_copy: bool = False,
        is_large: bool = False,
    ) -> None:
        super().__init__("", is_copy, is_large)
        self.timeline = Timeline(feed, stages)
        self.body.addWidget(self.timeline, 1)
        self.body.addWidget(Legend())
        self.timeline.quantity_changed.connect(self._name)
        feed.changed.connect(self._show_figure)
        self._name()

    def copy(self, is_large: bool = False) -> TimelineCard:
        """A card with the same curves, metric and part in view."""
        copied = TimelineCard(self.timeline.feed, self.timeline.stages, not is_large, is_large)
        copied.timeline.show_as(self.timeline)
        return copied

    def redraw(self, sharpness: float) -> None:
        """Draw as on screen, with so many times its pixels."""
        self.timeline.redraw(sharpness)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows of what is shown."""
        return CURVE_COLUMNS, curve_table(self.timeline.curves, self.timeline.stages)

    def add_choices(self, menu: QMenu) -> None:
        """Accuracy or loss; all of it."""
        group = QActionGroup(menu)
        choices: tuple[tuple[Metric, str], ...] = (
            ("accuracy", self.tr("Accuracy")),
            ("loss", self.tr("Loss (how wrong it is)")),
        )
        for metric, text in choices:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(metric == self.timeline.quantity)
            action.triggered.connect(
                lambda _checked=False, metric=metric: self.timeline.show_quantity(metric)
            )
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        everything = menu.addAction(self.tr("Show all (Home)"))
        everything.setEnabled(not self.timeline.follows)
        everything.triggered.connect(lambda _checked=False: self.timeline.show_all())
        menu.addSeparator()

    def _name(self) -> None:
        title = self.tr("Accuracy") if self.timeline.quantity == "accuracy" else self.tr("Loss")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._show_figure()

    def _show_figure(self) -> None:
        """The last test figure, or while a stage is at work its last validation."""
        curves, metric = self.timeline.curves, self.timeline.quantity
        latest = next((stage for stage in reversed(self.timeline.stages) if curves[stage].started), None)
        if latest is None:
            self.figure.setText("")
            return
        mark, validation = curves[latest].mark, curves[latest].validation(metric)
        value = mark.value(metric) if mark else float(validation.values[-1]) if len(validation) else None
        words = "" if value is None else percent(value) if metric == "accuracy" else f"{value:.3f}"
        self.figure.setText(words)
        basis = self.tr("on the test pictures") if mark else self.tr("on validation pictures, so far")
        self.figure.setToolTip(f"{step(latest).title}: {words} {basis}" if words else "")
