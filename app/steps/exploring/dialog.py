"""The dialog that compares networks: which ones, how long each is trained, and what they come to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.background import in_background
from app.session import Session
from app.steps.exploring.front_chart import FrontCard
from app.steps.worker_dialog import WorkerDialog
from app.theme.tokens import Space
from app.widgets.basics import ScrollArea, button, card, column, label
from app.widgets.controls import WholeBox
from app.wording import decimal, error_words, milliseconds, percent, percent_range, size, whole
from core.errors import SqueezeError
from core.events import AnyEvent, Progress
from core.exploring.exploration import ExplorationFolder, ExplorationRecord, Explored, PointFigures
from core.files import portable_name
from core.reading import resolved
from core.requests import Budget, ExploreRequest, Grid
from core.settings import DataSettings, NetworkSettings, changed

Value = TypeVar("Value")
_IMAGE_SIZES, _WIDTHS, _BYPASSES = (32, 48, 64, 96, 128), (0.125, 0.25, 0.5, 0.75, 1.0), ("none", "simple")
_SQUEEZE_RATIOS, _SHARES_3X3 = (0.125, 0.25, 0.5, 0.75), (0.25, 0.5, 0.75)
_USUAL = Grid()
_DEFAULT_BOARD = "esp32-cam"
_SIZE, _MOST_EPOCHS, _CHOICES_WIDTH = QSize(900, 580), 100, 190


class ExploreDialog(WorkerDialog):
    """Trains a small run for each combination. `taken` tells that the session has the settings of one.

    Closing it stops the work. What is finished stays, and the same choices go on with it.
    """

    taken = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Compare networks"), _SIZE)
        self._session = session
        self._folder: ExplorationFolder | None = None
        self._record: ExplorationRecord | None = None
        choices = ScrollArea(space=0)
        choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        choices.body.addWidget(self._choices())
        choices.setMinimumWidth(_CHOICES_WIDTH)
        self.content.addWidget(choices)
        right = column(space=Space.MEDIUM)
        self.card = FrontCard(is_large=True)
        right.addWidget(self.card, 1)
        self.figures = label("", wrap=True)
        right.addWidget(self.figures)
        self.content.addLayout(right, 1)
        self.take_button = button(self.tr("Use this network"), self.take)
        self._add_foot(self.take_button, kind="primary")
        self.card.plot.chosen.connect(lambda _name: self._show_chosen())
        self._show_state()
        self._show_chosen()

    @property
    def grid(self) -> Grid:
        """What is chosen."""
        return Grid(
            image_sizes=tuple(one for one, box in self.image_sizes.items() if box.isChecked()),
            widths=tuple(one for one, box in self.widths.items() if box.isChecked()),
            squeeze_ratios=tuple(one for one, box in self.squeeze_ratios.items() if box.isChecked()),
            shares_3x3=tuple(one for one, box in self.shares_3x3.items() if box.isChecked()),
            bypasses=tuple(one for one, box in self.bypasses.items() if box.isChecked()),
        )

    @property
    def chosen(self) -> PointFigures | None:
        """The point that is chosen in the plot."""
        plot = self.card.plot
        return next((point for point in plot.points if point.name == plot.name), None)

    def _request(self) -> ExploreRequest:
        """All the networks; those that are finished are not trained again."""
        session = self._session
        usual = session.with_preset("quick")
        # What the grid decides, and the actions, make no other exploration of this one.
        settings = msgspec.structs.replace(
            usual,
            data=changed(usual.data, image_size=DataSettings().image_size),
            network=NetworkSettings(),
            act={},
        )
        record = ExplorationRecord(
            settings=settings,
            grid=self.grid,
            budget=Budget(epochs=self.epochs.value()),
            board=session.known_board or _DEFAULT_BOARD,
        )
        self._record, self._folder = record, _folder_for(session, record)
        return ExploreRequest(
            folder=str(self._folder.path),
            settings=settings,
            board=record.board,
            grid=record.grid,
            budget=record.budget,
        )

    def _start_words(self) -> str:
        return self.tr("Train and compare")

    def _stopped_words(self) -> str:
        return self.tr("Stopped. Finished networks are kept.")

    def take(self) -> None:
        """Give the open run the settings of the chosen network: what was done with others is out of date."""
        point, session = self.chosen, self._session
        if point is None:
            return
        try:
            session.change("data", image_size=point.image_size)
            session.change(
                "network",
                width=point.width,
                squeeze_ratio=point.squeeze_ratio,
                share_3x3=point.share_3x3,
                bypass=point.bypass,
            )
        except SqueezeError as error:
            self.banner.say("warning", *error_words(error))
            return
        self.taken.emit()
        self.accept()

    def _choices(self) -> QWidget:
        frame = card()
        inside = column(frame, Space.SMALL, Space.LARGE)
        names = {"none": self.tr("none"), "simple": self.tr("simple")}
        self.image_sizes = self._boxes(
            inside, self.tr("Image size"), {one: f"{one} x {one}" for one in _IMAGE_SIZES}, _USUAL.image_sizes
        )
        self.widths = self._boxes(
            inside,
            self.tr("Width"),
            {one: _width_words(one) for one in _WIDTHS},
            _USUAL.widths,
        )
        self.bypasses = self._boxes(
            inside, self.tr("Bypass"), {one: names[one] for one in _BYPASSES}, _USUAL.bypasses
        )
        self.squeeze_ratios = self._boxes(
            inside,
            self.tr("Squeeze ratio"),
            {one: _width_words(one) for one in _SQUEEZE_RATIOS},
            _USUAL.squeeze_ratios,
        )
        self.shares_3x3 = self._boxes(
            inside,
            self.tr("3x3 filter fraction"),
            {one: _width_words(one) for one in _SHARES_3X3},
            _USUAL.shares_3x3,
        )
        self.start_words = label(
            self.tr(
                "The starting network has a squeeze ratio of {ratio} and a fraction of {share}: with others, "
                "all networks are trained from scratch."
            ).format(ratio=_width_words(_USUAL.squeeze_ratios[0]), share=_width_words(_USUAL.shares_3x3[0])),
            "caption",
            wrap=True,
        )
        inside.addWidget(self.start_words)
        self.epochs = WholeBox()
        self.epochs.setRange(1, _MOST_EPOCHS)
        self.epochs.setValue(Budget().epochs)
        named = label(self.tr("Epochs of each"))
        named.setBuddy(self.epochs)
        self.epochs.setAccessibleName(named.text())
        inside.addWidget(named)
        inside.addWidget(self.epochs)
        inside.addStretch(1)
        self.count = label("", "soft", wrap=True)
        inside.addWidget(self.count)
        return frame

    def _boxes(
        self, into: QVBoxLayout, title: str, values: dict[Value, str], usual: Sequence[Value]
    ) -> dict[Value, QCheckBox]:
        into.addWidget(label(title, "soft"))
        made = {}
        for value, text in values.items():
            box = made[value] = QCheckBox(text)
            box.setAccessibleName(f"{title}: {text}")
            box.setChecked(value in usual)
            box.toggled.connect(lambda _on: self._show_state())
            into.addWidget(box)
        return made

    def _show_state(self) -> None:
        super()._show_state()
        busy, grid = self.task.is_busy, self.grid
        number = len(list(itertools.product(*msgspec.structs.astuple(grid))))
        self.count.setText(self.tr("%Ln network(s)", None, number))
        self.start_button.setEnabled(busy or number > 0)
        own_shape = (grid.squeeze_ratios, grid.shares_3x3) != (_USUAL.squeeze_ratios, _USUAL.shares_3x3)
        self.start_words.setVisible(own_shape)
        for boxes in (self.image_sizes, self.widths, self.bypasses, self.squeeze_ratios, self.shares_3x3):
            for box in boxes.values():
                box.setEnabled(not busy)
        self.epochs.setEnabled(not busy)

    def _show_chosen(self) -> None:
        point = self.chosen
        self.take_button.setEnabled(point is not None and not self._session.is_busy)
        if point is None:
            self.figures.setText(
                self.tr("Each network is a point. Click one to see what it needs and to use its settings.")
            )
            return
        self.figures.setText(
            self.tr(
                "{side} x {side}, width {width}, bypass {bypass}, squeeze ratio {ratio}, 3x3 fraction "
                "{share}: {accuracy} ({low_high}) on the test images, {size}, {memory} of memory, about "
                "{time} per image."
            ).format(
                side=whole(point.image_size),
                width=_width_words(point.width),
                bypass=point.bypass,
                ratio=_width_words(point.squeeze_ratio),
                share=_width_words(point.share_3x3),
                accuracy=percent(point.accuracy),
                low_high=percent_range(*point.accuracy_interval),
                size=size(point.bytes),
                memory=size(point.arena_bytes),
                time=milliseconds(point.latency_ms),
            )
        )

    def _heard(self, event: AnyEvent) -> None:
        if isinstance(event, Progress):
            self._look()

    def _look(self) -> None:
        """Read what is finished by now."""
        folder, record = self._folder, self._record
        if folder is not None and record is not None:
            in_background(self, lambda: folder.finished_points(record.points), self._show_points)

    def _show_points(self, points: tuple[PointFigures, ...]) -> None:
        if len(points) >= len(self.card.plot.points):
            self.card.plot.show_points(points)

    def _take(self, figures: dict[str, object]) -> None:
        explored = msgspec.convert(figures, resolved(Explored))
        self.card.plot.show_points(explored.points)
        if explored.failed:
            first = explored.failed[0]
            self.banner.say("warning", f"{first.name}: {first.happened}", first.remedy)

    def _ended(self, outcome: AnyEvent) -> None:
        del outcome
        self._show_chosen()


def _width_words(width: float) -> str:
    return decimal(width, 3).rstrip("0").rstrip(".,")


def _folder_for(session: Session, record: ExplorationRecord) -> ExplorationFolder:
    """The folder of an exploration with the same choices but for the grid, or a new one."""
    home, number = session.preferences.runs_folder, 1
    base = portable_name(f"compared {session.source_name}"[:50]) or "compared"
    while True:
        path: Path = home / (base if number == 1 else f"{base} ({number})")
        folder = ExplorationFolder(path)
        if not path.exists():
            return folder
        try:
            before = folder.read_record()
        except SqueezeError:
            before = None
        if before is not None and msgspec.structs.replace(before, grid=record.grid) == record:
            return folder
        number += 1
