"""How the network is to see the pictures: three controls with what they mean, and a preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from app.engine_words import error_words
from app.session import Session
from app.steps.data.preview import Preview, Seeing
from app.theme.tokens import Space
from app.widgets.basics import button, card, column, label, row, set_role
from app.widgets.more import More
from app.widgets.setting_field import SettingField
from app.wording import duration, milliseconds
from core.boards.profiles import board_profile
from core.boards.resource_estimate import estimate, predicted_figures
from core.datasets.catalogue import Catalogue, Entry
from core.errors import SqueezeError
from core.runs.time_estimate import counts_of, expected_seconds
from core.settings import SAMPLE_SCENES, DataSettings

_SIZES = (32, 48, 64, 80, 88, 96, 112, 128, 160, 192, 224)
_CLASSES = 6


class SeeingPanel(QScrollArea):
    """Changes the session's settings itself. `another_wanted` asks for another picture to be shown."""

    another_wanted = Signal()
    refused = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._catalogue: Catalogue | None = None
        self._entry: Entry | None = None
        self._seed = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("ground")
        self._outer = column(content, Space.LARGE)
        self.setWidget(content)
        self._add_preview()
        self._add_controls()
        self._add_more()
        self._outer.addStretch(1)

    def show_picture(self, catalogue: Catalogue | None, entry: Entry | None) -> None:
        """Show another picture as the example."""
        self._catalogue, self._entry = catalogue, entry
        self._show_preview()

    def refresh(self) -> None:
        """Show what is set, and what that means."""
        settings = self._session.settings.data
        self._offer_size(settings.image_size)
        self.colour.setCurrentIndex(int(settings.gray))
        self.augment.setChecked(settings.augment)
        for name, field in self._fields.items():
            field.show_value(getattr(settings, name))
        self._fields["scenes_per_class"].setVisible(settings.source == SAMPLE_SCENES)
        self._fields["on_bad_pictures"].setVisible(settings.source != SAMPLE_SCENES)
        self._say_what_it_means()
        self._show_preview()

    def _add_preview(self) -> None:
        self.preview = Preview()
        self._outer.addWidget(self.preview)
        line = row(space=Space.SMALL)
        tip = self.tr("Show another picture of the set.")
        line.addWidget(button(self.tr("Another picture"), self.another_wanted.emit, "link", tip=tip))
        tip = self.tr("Show other variations: training draws new ones for every picture, every time.")
        self.vary = button(self.tr("Other variations"), self._draw_others, "link", tip=tip)
        line.addSpacing(Space.WIDE)
        line.addWidget(self.vary)
        line.addStretch(1)
        self._outer.addLayout(line)

    def _add_controls(self) -> None:
        frame = card()
        inner = column(frame, Space.SMALL, Space.LARGE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.SMALL)
        self.side = QComboBox()
        for side in _SIZES:
            self.side.addItem(_side(side), side)
        self.side.activated.connect(lambda index: self._change(image_size=self.side.itemData(index)))
        self.colour = QComboBox()
        self.colour.addItem(self.tr("Colour"), False)
        self.colour.addItem(self.tr("Shades of gray"), True)
        self.colour.activated.connect(lambda index: self._change(gray=self.colour.itemData(index)))
        rows: tuple[tuple[QComboBox, str, str], ...] = (
            (
                self.side,
                self.tr("Picture size"),
                self.tr("Larger pictures show more, and need more memory and time."),
            ),
            (self.colour, self.tr("Colour"), self.tr("Gray is enough where colour tells nothing.")),
        )
        for number, (control, name, sentence) in enumerate(rows):
            _name(control, name, sentence)
            named = label(name)
            named.setBuddy(control)
            grid.addWidget(named, number, 0)
            grid.addWidget(control, number, 1)
            grid.addWidget(label(sentence, "caption", wrap=True), number, 2)
        grid.setColumnStretch(2, 1)
        inner.addLayout(grid)
        self.augment = QCheckBox(self.tr("Vary the pictures while it learns"))
        sentence = self.tr(
            "Mirrored, moved and tinted pictures keep the network from learning them by heart."
        )
        _name(self.augment, self.augment.text(), sentence)
        self.augment.toggled.connect(lambda checked: self._change(augment=checked))
        inner.addWidget(self.augment)
        self.meaning: QLabel = label("", "soft", wrap=True)
        inner.addWidget(self.meaning)
        self._outer.addWidget(frame)

    def _add_more(self) -> None:
        more = More()
        words: dict[object, str] = {"leave-out": self.tr("Leave out"), "stop": self.tr("Stop")}
        self._fields: dict[str, SettingField] = {}
        none: dict[object, str] = {}
        for name, title, choices in (
            ("validation_share", self.tr("For guiding the training"), none),
            ("test_share", self.tr("For the accuracy that is shown"), none),
            ("on_bad_pictures", self.tr("Bad pictures"), words),
            ("scenes_per_class", self.tr("Scenes of each class"), none),
            ("memory_limit_mb", self.tr("Memory for pictures (MB)"), none),
        ):
            field = SettingField(DataSettings, name, title, choices)
            field.changed.connect(self._changer(name))
            more.body.addWidget(field)
            self._fields[name] = field
        self.more = more
        self._outer.addWidget(more)

    def _changer(self, name: str) -> Callable[[object], None]:
        return lambda value: self._change(**{name: value})

    def _change(self, **values: Any) -> None:
        try:
            self._session.change("data", **values)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))

    def _offer_size(self, side: int) -> None:
        if self.side.findData(side) < 0:
            at = sum(known < side for known in (self.side.itemData(n) for n in range(self.side.count())))
            self.side.insertItem(at, _side(side), side)
        self.side.setCurrentIndex(self.side.findData(side))

    def _draw_others(self) -> None:
        self._seed += 1
        self._show_preview()

    def _show_preview(self) -> None:
        settings = self._session.settings.data
        self.vary.setEnabled(settings.augment)
        if self._catalogue is None or self._entry is None:
            self.preview.show_seeing(None)
            return
        self.preview.show_seeing(
            Seeing(
                self._catalogue, self._entry, settings.image_size, settings.gray, settings.augment, self._seed
            )
        )

    def _say_what_it_means(self) -> None:
        session = self._session
        try:
            profile = board_profile(session.board)
        except SqueezeError:
            return
        found = estimate(profile, predicted_figures(session.settings, len(session.classes) or _CLASSES))
        if found.fits:
            text = self.tr("Fits {board}, which takes about {time} for a picture.")
        else:
            text = self.tr("Does not fit {board}: choose smaller pictures or another board.")
        said = text.format(board=profile.name, time=milliseconds(found.latency_ms))
        if session.report is not None:
            counts = counts_of(session.report, session.settings.data)
            seconds = sum(expected_seconds(session.settings, counts).values())
            said = f"{said} {self.tr('All steps take about {time} here.').format(time=duration(seconds))}"
        self.meaning.setText(said)
        set_role(self.meaning, "soft" if found.fits else "warning")


def _side(side: int) -> str:
    return f"{side} x {side}"


def _name(control: QWidget, name: str, sentence: str) -> None:
    control.setAccessibleName(name)
    control.setAccessibleDescription(sentence)
    control.setToolTip(sentence)
