"""Two runs compared: as values that know nothing of Qt, and side by side in a dialog."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.background import in_background
from app.start.found_runs import FoundRun
from app.start.pairs import Figure, Pair, PairCurves, Pairs, paint_mark
from app.step import step
from app.theme.tokens import Space
from app.widgets.basics import PathLabel, ScrollArea, button, card, column, label, row
from app.wording import decimal, percent, size, translate
from core.figures import Fraction
from core.reading import MOST_LIST_BYTES, read_json
from core.runs.folder import RunFolder
from core.runs.summary import StageFigures
from core.settings import STAGES, RunSettings, Stage, description

CheckResult = Literal["first", "second", "unclear", "other-images"]
_DIALOG_SIZE = QSize(800, 640)


@dataclass(frozen=True)
class Difference:
    """A setting, by its section and name, that the runs have different values of."""

    section: str
    name: str
    first: object
    second: object


@dataclass(frozen=True)
class Side:
    """One of the two runs. `classes` has each class's accuracy after the last finished stage."""

    run: FoundRun
    classes: dict[str, float]
    images: str

    @property
    def last(self) -> StageFigures:
        """The figures of the last finished stage."""
        assert self.run.last is not None
        return self.run.last


@dataclass(frozen=True)
class Comparison:
    """What two runs, each with a finished stage, have in common and what not."""

    first: Side
    second: Side
    differences: tuple[Difference, ...]

    @property
    def verdict(self) -> CheckResult:
        """Which run is more accurate, if that can be said: intervals that overlap may be chance."""
        if self.first.images != self.second.images:
            return "other-images"
        one, other = self.first.last.accuracy_interval, self.second.last.accuracy_interval
        if one[0] > other[1]:
            return "first"
        return "second" if other[0] > one[1] else "unclear"

    @property
    def shared_classes(self) -> list[str]:
        """The classes that both runs tell apart."""
        return [name for name in self.first.classes if name in self.second.classes]


def compared(first: FoundRun, second: FoundRun) -> Comparison:
    """The comparison of two runs; it reads their folders. What cannot be read there is left out."""
    assert first.settings is not None
    assert second.settings is not None
    return Comparison(_side(first), _side(second), tuple(differing(first.settings, second.settings)))


def differing(first: RunSettings, second: RunSettings) -> list[Difference]:
    """The settings that differ, in the order in which they are declared."""
    differences = []
    one, other = (msgspec.to_builtins(settings) for settings in (first, second))
    for section, values in one.items():
        if not isinstance(values, dict):
            if values != other[section]:
                differences.append(Difference("", section, values, other[section]))
            continue
        names = (name for name in values if values[name] != other[section][name])
        differences += [Difference(section, name, values[name], other[section][name]) for name in names]
    return differences


class _Class(msgspec.Struct, frozen=True):
    name: str
    accuracy: Fraction | None


class _Details(msgspec.Struct, frozen=True):
    """What matters here of details/<stage>.json."""

    classes: tuple[_Class, ...]


class _Data(msgspec.Struct, frozen=True):
    """What matters here of data.json."""

    fingerprint: str


def _side(run: FoundRun) -> Side:
    folder, classes, images = RunFolder(run.path), {}, ""
    with contextlib.suppress(OSError, msgspec.DecodeError):
        images = read_json(folder.data, _Data, MOST_LIST_BYTES).fingerprint
    with contextlib.suppress(OSError, msgspec.DecodeError):
        assert run.last is not None
        details = read_json(folder.details(run.last.name), _Details)
        classes = {one.name: one.accuracy for one in details.classes if one.accuracy is not None}
    return Side(run, classes, images)


class ComparisonDialog(QDialog):
    """Reads the two folders in a thread; `comparison` is what came of it."""

    def __init__(self, first: FoundRun, second: FoundRun, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare two runs"))
        self.resize(_DIALOG_SIZE.boundedTo(parent.size()))
        self.comparison: Comparison | None = None
        outer = column(self, Space.MEDIUM, Space.WIDE)
        outer.addWidget(label(self.tr("Compare two runs"), "title"))
        scroll = ScrollArea()
        self._body = scroll.body
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
        self._section(self.tr("Training curves"), PairCurves(self.tr("Training curves"), curves))
        if comparison.shared_classes:
            self.classes = Pairs(self.tr("Classes"), names, _of_classes(comparison))
            self._section(self.tr("Classes"), self.classes)
        self._section(self.tr("Different settings"), self._settings(comparison))
        self._body.addStretch(1)

    def _heads(self, first: Side, second: Side) -> QWidget:
        heads = QWidget()
        line = row(heads, Space.MEDIUM)
        for number, side in enumerate((first, second)):
            frame = card()
            inner = row(frame, Space.MEDIUM, Space.MEDIUM)
            inner.addWidget(_Mark(number))
            words = column(space=Space.HAIR)
            words.addWidget(PathLabel(side.run.name, "heading"))
            figures = f"{percent(side.last.accuracy)} · {size(side.last.bytes)}"
            words.addWidget(label(f"{figures} · {step(side.last.name).title}", "soft", wrap=True))
            inner.addLayout(words, 1)
            line.addWidget(frame, 1)
        return heads

    def _words(self, comparison: Comparison) -> str:
        """What can be said of the accuracies in one sentence."""
        first, second = comparison.first, comparison.second
        points = abs(first.last.accuracy - second.last.accuracy) * 100
        match comparison.verdict:
            case "other-images":
                return self.tr("These runs have different test images. Their accuracies cannot be compared.")
            case "unclear":
                return self.tr("{points} points apart: not a significant difference.").format(
                    points=decimal(points, 1)
                )
            case verdict:
                better = first if verdict == "first" else second
                words = self.tr("'{name}' is {points} points more accurate: a significant difference.")
                return words.format(name=better.run.name, points=decimal(points, 1))

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
            grid.addWidget(label(self.tr("None: same settings."), "soft"), 0, 0)
        for number, difference in enumerate(comparison.differences):
            name = label(f"{difference.section}.{difference.name}".lstrip("."))
            name.setToolTip(_explained(difference.section, difference.name))
            grid.addWidget(name, number, 0)
            for place, value in ((1, difference.first), (2, difference.second)):
                grid.addWidget(PathLabel(self._value(value)), number, place)
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
