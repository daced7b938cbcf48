"""The timeline in its card, with what its lines stand for, and its figures as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QMenu, QWidget

from app.charts.card import ChartCard
from app.charts.curves import Curve, Metric, RunCurves
from app.charts.feed import CurveFeed, curve_feed
from app.charts.tensorboard import TensorBoardPage, tensorboard_page
from app.charts.timeline import TEST, TRAINING, VALIDATION, Timeline, series_pen
from app.session import Session
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import label, row
from app.widgets.dialogs import add_choices
from app.wording import decimal, percent
from core.settings import STAGES, Stage

CURVE_COLUMNS = ("stage", "series", "epoch", "accuracy", "loss", "accuracy_low", "accuracy_high")
_SWATCH = QSize(16, 16)
_HALF = 4.5


def curve_table(curves: RunCurves, stages: Sequence[Stage]) -> Iterator[tuple[object, ...]]:
    """Rows of `CURVE_COLUMNS`: the points that are drawn, then what the stage's file scored on the test."""
    for stage in stages:
        one = curves[stage]
        for name, accuracy, loss in (
            ("training step", one.steps("accuracy"), one.steps("loss")),
            ("training", one.training("accuracy"), one.training("loss")),
            ("validation", one.validation("accuracy"), one.validation("loss")),
        ):
            yield from _table_points(stage, name, accuracy, loss)
        if one.mark is not None:
            yield stage, "test", None, one.mark.accuracy, one.mark.loss, *one.mark.interval


def _table_points(stage: Stage, name: str, accuracy: Curve, loss: Curve) -> Iterator[tuple[object, ...]]:
    losses = dict(zip(loss.epochs.tolist(), loss.values.tolist(), strict=True))
    for epoch, value in zip(accuracy.epochs.tolist(), accuracy.values.tolist(), strict=True):
        yield stage, name, round(epoch, 4), value, losses.get(epoch), None, None


class Legend(QWidget):
    """A sample and a word for each series; what the word means, on pointing at it."""

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, Space.HAIR)
        for number, (name, word, meaning) in enumerate(self._entries()):
            if number:
                layout.addSpacing(Space.HAIR)
            layout.addWidget(_Swatch(name))
            text = label(word, "caption")
            text.setToolTip(meaning)
            layout.addWidget(text)
        layout.addStretch(1)

    def _entries(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                VALIDATION,
                self.tr("validation"),
                self.tr(
                    "Accuracy on the validation images: they guide training, but the network does not learn "
                    "from them."
                ),
            ),
            (TRAINING, self.tr("training"), self.tr("Accuracy on the training images.")),
            (
                TEST,
                self.tr("test"),
                self.tr("Accuracy on the held-out test images, with the 95 % confidence interval."),
            ),
        )


class _Swatch(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(_SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(self.width() / 2, self.height() / 2)
        if self._name == TEST:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(the_theme().colors.series[1])
            corners = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
            painter.drawPolygon(QPolygonF([center + QPointF(x, y) for x, y in corners]))
            return
        painter.setPen(series_pen(self._name, self.devicePixelRatioF()))
        painter.drawLine(QPointF(1, center.y()), QPointF(self.width() - 1, center.y()))


class TimelineCard(ChartCard):
    """Accuracy, or loss, of a run's stages over time; beside the title the last figure."""

    def __init__(
        self,
        feed: CurveFeed,
        stages: tuple[Stage, ...] = STAGES,
        is_copy: bool = False,
        is_large: bool = False,
        tensorboard: TensorBoardPage | None = None,
    ) -> None:
        super().__init__("", is_copy, is_large)
        self._tensorboard = tensorboard
        self.timeline = Timeline(feed, stages)
        self.body.addWidget(self.timeline, 1)
        self.body.addWidget(Legend())
        self.timeline.quantity_changed.connect(self._name)
        feed.changed.connect(self._show_figure)
        self._name()

    @classmethod
    def of(cls, session: Session) -> TimelineCard:
        """A card with all stages of the open run."""
        return cls(curve_feed(session), tensorboard=tensorboard_page(session))

    def copy(self, is_large: bool = False) -> TimelineCard:
        """A card with the same curves, metric and part in view."""
        feed, stages = self.timeline.feed, self.timeline.stages
        copied = TimelineCard(feed, stages, not is_large, is_large, self._tensorboard)
        copied.timeline.show_as(self.timeline)
        return copied

    def redraw(self, sharpness: float) -> None:
        """Draw as on screen, with so many times its pixels."""
        self.timeline.redraw(sharpness)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows of what is shown."""
        return CURVE_COLUMNS, curve_table(self.timeline.curves, self.timeline.stages)

    def add_choices(self, menu: QMenu) -> None:
        """Accuracy or loss; all of it; the same in TensorBoard."""
        choices: dict[Metric, str] = {
            "accuracy": self.tr("Accuracy"),
            "loss": self.tr("Loss (lower is better)"),
        }
        add_choices(menu, choices, self.timeline.quantity, self.timeline.show_quantity)
        menu.addSeparator()
        everything = menu.addAction(self.tr("Show all (Home)"))
        everything.setEnabled(not self.timeline.follows)
        everything.triggered.connect(lambda _checked=False: self.timeline.show_all())
        menu.addSeparator()
        if self._tensorboard is not None:
            self._tensorboard.add_to(menu)
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
        words = "" if value is None else percent(value) if metric == "accuracy" else decimal(value, 3)
        self.figure.setText(words)
        basis = self.tr("on the test images") if mark else self.tr("on the validation images, so far")
        self.figure.setToolTip(f"{step(latest).title}: {words} {basis}" if words else "")
