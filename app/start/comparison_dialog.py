"""Two runs side by side: accuracies, sizes, curves, classes, and the settings that differ."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.start.comparison import Comparison, Side, compared
from app.start.found_runs import FoundRun
from app.start.pair_curves import PairCurves
from app.start.pairs import Figure, Pair, Pairs, paint_mark
from app.step import step
from app.texts import translate
from app.theme.tokens import Space
from app.widgets.background import in_background
from app.widgets.basics import button, card, column, label, row
from app.widgets.elided import ElidedLabel
from app.wording import percent, size
from core.settings import STAGES, RunSettings, Stage, description

_SIZE = QSize(800, 640)


class ComparisonDialog(QDialog):
    """Reads the two folders in a thread; `comparison` is what came of it."""

    def __init__(self, first: FoundRun, second: FoundRun, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two runs compared"))
        self.resize(_SIZE.boundedTo(parent.size()))
        self.comparison: Comparison | None = None
        outer = column(self, Space.MEDIUM, Space.WIDE)
        outer.addWidget(label(self.tr("Two runs compared"), "title"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("ground")
        self._body = column(content, Space.LARGE)
        scroll.setWidget(content)
        outer.addWidget(scroll, 1)
        foot = row()
        foot.addStretch(1)
        self.close_button = button(self.tr("Close"), self.accept)
        foot.addWidget(self.close_button)
        outer.addLayout(foot)
        in_background(self, lambda: compared(first, second), self._show)

    def _show(self, comparison: Comparison) -> None:
        self.comparison = comparison
        first, second = comparison.first, comparison.second
        names = (first.run.name, second.run.name)
        self._body.addWidget(self._heads(first, second))
        self.verdict = label(self._words(comparison), "body", wrap=True)
        self._body.addWidget(self.verdict)
        accuracies = [
            Pair(step(stage).title, (_accuracy(first, stage), _accuracy(second, stage))) for stage in STAGES
        ]
        sizes = [Pair(step(stage).title, (_size(first, stage), _size(second, stage))) for stage in STAGES]
        self.accuracies = Pairs(self.tr("Accuracy"), names, _present(accuracies))
        self.sizes = Pairs(self.tr("Size"), names, _present(sizes), log=True)
        self._section(self.tr("Accuracy"), self.accuracies)
        self._section(self.tr("Size"), self.sizes)
        curves = (first.run.epochs, second.run.epochs)
        self._section(self.tr("While they learned"), PairCurves(self.tr("While they learned"), curves))
        if comparison.shared_classes:
            self.classes = Pairs(self.tr("Classes"), names, _of_classes(comparison))
            self._section(self.tr("Classes"), self.classes)
        self._section(self.tr("Settings that differ"), self._settings(comparison))
        self._body.addStretch(1)

    def _heads(self, first: Side, second: Side) -> QWidget:
        heads = QWidget()
        line = row(heads, Space.MEDIUM)
        for number, side in enumerate((first, second)):
            frame = card()
            inner = row(frame, Space.MEDIUM, Space.MEDIUM)
            inner.addWidget(_Mark(number))
            words = column(space=Space.HAIR)
            words.addWidget(ElidedLabel(side.run.name, "heading"))
            figures = f"{percent(side.last.accuracy)} · {size(side.last.bytes)}"
            words.addWidget(ElidedLabel(f"{figures} · {step(side.last.name).title}", "soft"))
            inner.addLayout(words, 1)
            line.addWidget(frame, 1)
        return heads

    def _words(self, comparison: Comparison) -> str:
        """What can be said of the accuracies in one sentence."""
        first, second = comparison.first, comparison.second
        points = abs(first.last.accuracy - second.last.accuracy) * 100
        match comparison.verdict:
            case "other-pictures":
                return self.tr("They were measured on different pictures: their accuracies do not compare.")
            case "unclear":
                return self.tr("{points} points apart: so little can be chance.").format(
                    points=f"{points:.1f}"
                )
            case verdict:
                better = first if verdict == "first" else second
                words = self.tr("'{name}' is better by {points} points, more than chance would do.")
                return words.format(name=better.run.name, points=f"{points:.1f}")

    def _section(self, title: str, content: QWidget) -> None:
        frame = card()
        inner: QVBoxLayout = column(frame, Space.SMALL, Space.MEDIUM)
        inner.addWidget(label(title, "heading"))
        inner.addWidget(content)
        self._body.addWidget(frame)

    def _settings(self, comparison: Comparison) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        if not comparison.differences:
            grid.addWidget(label(self.tr("None: they were made alike."), "soft"), 0, 0)
        for number, difference in enumerate(comparison.differences):
            name = label(f"{difference.section}.{difference.name}".lstrip("."))
            name.setToolTip(_explained(difference.section, difference.name))
            grid.addWidget(name, number, 0)
            for place, value in ((1, difference.first), (2, difference.second)):
                grid.addWidget(ElidedLabel(self._value(value)), number, place)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return table

    def _value(self, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, list | dict):
            return ", ".join(map(str, value)) or self.tr("none")
        return self.tr("none") if value is None else str(value)


class _Mark(QWidget):
    """The mark of a run, as its figures have it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(Space.LARGE, Space.LARGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(self.rect().center()), self._number)


def _accuracy(side: Side, stage: Stage) -> Figure | None:
    figures = side.run.summary.of(stage) if side.run.summary else None
    if figures is None:
        return None
    return Figure(figures.accuracy, percent(figures.accuracy), figures.accuracy_interval)


def _size(side: Side, stage: Stage) -> Figure | None:
    figures = side.run.summary.of(stage) if side.run.summary else None
    return None if figures is None else Figure(figures.bytes, size(figures.bytes))


def _of_classes(comparison: Comparison) -> list[Pair]:
    return [
        Pair(
            name,
            (
                Figure(comparison.first.classes[name], percent(comparison.first.classes[name])),
                Figure(comparison.second.classes[name], percent(comparison.second.classes[name])),
            ),
        )
        for name in comparison.shared_classes
    ]


def _present(pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if any(pair.figures)]


def _explained(section: str, name: str) -> str:
    kind = type(getattr(RunSettings(), section)) if section else RunSettings
    return translate("Settings", description(kind, name))
