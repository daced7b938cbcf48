"""How the network is to see the images: three controls with what they mean, and a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from app.background import in_background
from app.session import Session
from app.steps.data.decoding import image_of
from app.steps.settings import SettingField, fields_of
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import More, ScrollArea, button, card, column, label, row, set_role
from app.widgets.controls import Choices
from app.widgets.painted import sized
from app.wording import duration, error_words, milliseconds
from core.boards.profiles import board_profile
from core.boards.resource_estimate import estimate, predicted_figures
from core.datasets.augmentation import augmented_previews
from core.datasets.catalog import Catalog, Entry
from core.datasets.images import UnreadableImage, network_view
from core.errors import SqueezeError
from core.runs.time_estimate import counts_of, expected_seconds
from core.settings import SAMPLE_SCENES, DataSettings

_PREVIEW_SIDE = 144
_LEAST_PREVIEW = 64
_ACROSS = 2
_HEAD = 22
_VARIATIONS = 2 * _ACROSS
_ROUNDING = 6.0
_SIZES = (32, 48, 64, 80, 88, 96, 112, 128, 160, 192, 224)
_CLASSES = 6


@dataclass(frozen=True)
class Seeing:
    """What is to be shown: an image, and how the network is to see it. `seed` draws the variations."""

    catalog: Catalog
    entry: Entry
    image_size: int
    gray: bool
    augment: bool
    seed: int


class Preview(QWidget):
    """Made in a thread; until it is there the last one stays."""

    def __init__(self) -> None:
        super().__init__()
        self._images: tuple[QImage, ...] = ()
        self._asked: Seeing | None = None
        self._turn = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setFixedHeight(_HEAD + _PREVIEW_SIDE)
        self.setAccessibleName(self.tr("What the network sees"))
        the_theme().changed.connect(self.update)

    @property
    def images(self) -> tuple[QImage, ...]:
        """The image, what the network sees, and its variations; empty while nothing is shown."""
        return self._images

    def show_seeing(self, seeing: Seeing | None) -> None:
        """Show another image, or the same otherwise."""
        if seeing == self._asked:
            return
        self._asked = seeing
        self._turn += 1
        turn = self._turn
        if seeing is None:
            self._images = ()
            self.update()
            return
        in_background(self, lambda: _images(seeing), lambda images: self._take(turn, images))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(3 * (_PREVIEW_SIDE + Space.WIDE), _HEAD + _PREVIEW_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the images that there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        titles = (self.tr("Original"), self.tr("What the network sees"), self.tr("Augmented for training"))
        step, wide = self._side + Space.WIDE, self._side + Space.MEDIUM
        for number, title in enumerate(titles):
            left = number * step
            self._paint_title(painter, QRectF(left, 0, min(wide, self.width() - left), _HEAD), title)
        for number, place in enumerate(self._places()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(the_theme().color("raised"))
            painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
            if number < len(self._images):
                # What the network sees is shown pixel by pixel.
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, number == 0)
                painter.drawImage(place, self._images[number])

    def _places(self) -> Sequence[QRectF]:
        side, step = self._side, self._side + Space.WIDE
        large = [QRectF(number * step, _HEAD, side, side) for number in (0, 1)]
        small_side = (side - Space.SMALL) / 2
        apart = small_side + Space.SMALL
        small = [
            QRectF(2 * step + place * apart, _HEAD + line * apart, small_side, small_side)
            for line in (0, 1)
            for place in range(_ACROSS)
        ]
        return large + small

    @property
    def _side(self) -> int:
        """Pixels of a square, of which three stand beside one another."""
        return max(_LEAST_PREVIEW, min(_PREVIEW_SIDE, (self.width() - 2 * int(Space.WIDE)) // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        self.setFixedHeight(_HEAD + self._side)

    def _paint_title(self, painter: QPainter, place: QRectF, title: str) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().color("soft_ink"))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _take(self, turn: int, images: tuple[QImage, ...]) -> None:
        if turn == self._turn:
            self._images = images
            self.update()


def _images(seeing: Seeing) -> tuple[QImage, ...]:
    try:
        whole = seeing.catalog.thumbnail(seeing.entry, 2 * _PREVIEW_SIDE)
        content = seeing.catalog.image_bytes(seeing.entry)
        view = network_view(content, seeing.image_size, gray=seeing.gray)
    except (SqueezeError, UnreadableImage, OSError, ValueError):
        return ()
    varied = augmented_previews(view, seeing.seed, _VARIATIONS) if seeing.augment else ()
    return (image_of(whole), image_of(view), *(image_of(one) for one in varied))


class SeeingPanel(ScrollArea):
    """Changes the session's settings itself. `another_wanted` asks for another image to be shown."""

    another_wanted = Signal()
    refused = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._catalog: Catalog | None = None
        self._entry: Entry | None = None
        self._seed = 0
        self._add_preview()
        self._add_controls()
        self._add_more()
        self.body.addStretch(1)

    def show_image(self, catalog: Catalog | None, entry: Entry | None) -> None:
        """Show another image as the example."""
        self._catalog, self._entry = catalog, entry
        self._show_preview()

    def refresh(self) -> None:
        """Show what is set, and what that means."""
        settings = self._session.settings.data
        self._offer_size(settings.image_size)
        self.color.setCurrentIndex(int(settings.gray))
        self.augment.setChecked(settings.augment)
        for name, field in self._fields.items():
            field.show_value(getattr(settings, name))
        self._fields["scenes_per_class"].setVisible(settings.source == SAMPLE_SCENES)
        self._fields["on_bad_pictures"].setVisible(settings.source != SAMPLE_SCENES)
        self._say_what_it_means()
        self._show_preview()

    def _add_preview(self) -> None:
        self.preview = Preview()
        self.body.addWidget(self.preview)
        line = row(space=Space.SMALL)
        tip = self.tr("Show another image.")
        line.addWidget(button(self.tr("Another image"), self.another_wanted.emit, "link", tip=tip))
        tip = self.tr("Show other augmentations. Training draws new ones for every image in every epoch.")
        self.vary = button(self.tr("Other augmentations"), self._draw_others, "link", tip=tip)
        line.addSpacing(Space.WIDE)
        line.addWidget(self.vary)
        line.addStretch(1)
        self.body.addLayout(line)

    def _add_controls(self) -> None:
        frame = card()
        inner = column(frame, Space.SMALL, Space.LARGE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.SMALL)
        self.side = Choices()
        for side in _SIZES:
            self.side.addItem(_side(side), side)
        self.side.activated.connect(lambda index: self._change(image_size=self.side.itemData(index)))
        self.color = Choices()
        self.color.addItem(self.tr("Color"), False)
        self.color.addItem(self.tr("Grayscale"), True)
        self.color.activated.connect(lambda index: self._change(gray=self.color.itemData(index)))
        rows: tuple[tuple[Choices, str, str], ...] = (
            (
                self.side,
                self.tr("Image size"),
                self.tr("Larger images show more detail, but need more memory and time."),
            ),
            (
                self.color,
                self.tr("Color"),
                self.tr("Grayscale is enough when color does not distinguish the classes."),
            ),
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
        self.augment = QCheckBox(self.tr("Augment the training images"))
        sentence = self.tr(
            "Mirrored, shifted and tinted images keep the network from memorizing the originals."
        )
        _name(self.augment, self.augment.text(), sentence)
        self.augment.toggled.connect(lambda checked: self._change(augment=checked))
        inner.addWidget(self.augment)
        self.meaning: QLabel = label("", "soft", wrap=True)
        inner.addWidget(self.meaning)
        self.body.addWidget(frame)

    def _add_more(self) -> None:
        self.more = More()
        self._fields: dict[str, SettingField] = {}
        for own in fields_of("data"):
            field = SettingField(DataSettings, own.name, own.title, own.words)
            field.changed.connect(self._changer(own.name))
            self.more.body.addWidget(field)
            self._fields[own.name] = field
        self.body.addWidget(self.more)

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
        if self._catalog is None or self._entry is None:
            self.preview.show_seeing(None)
            return
        self.preview.show_seeing(
            Seeing(
                self._catalog, self._entry, settings.image_size, settings.gray, settings.augment, self._seed
            )
        )

    def _say_what_it_means(self) -> None:
        session = self._session
        try:
            profile = board_profile(session.board)
        except SqueezeError:
            return
        resources = estimate(profile, predicted_figures(session.settings, len(session.classes) or _CLASSES))
        if resources.fits:
            text = self.tr("Fits {board}: about {time} per image.")
        else:
            text = self.tr("Does not fit {board}: choose smaller images or another board.")
        said = text.format(board=profile.name, time=milliseconds(resources.latency_ms))
        if session.report is not None:
            counts = counts_of(session.report, session.settings.data)
            seconds = sum(expected_seconds(session.settings, counts).values())
            words = self.tr("All steps take about {time} here.").format(time=duration(seconds))
            said = f"{said} {words}"
        self.meaning.setText(said)
        set_role(self.meaning, "soft" if resources.fits else "warning")


def _side(side: int) -> str:
    return f"{side} x {side}"


def _name(control: QWidget, name: str, sentence: str) -> None:
    control.setAccessibleName(name)
    control.setAccessibleDescription(sentence)
    control.setToolTip(sentence)
