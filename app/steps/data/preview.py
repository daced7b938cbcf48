"""One picture as it is, as the network sees it, and as training varies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.steps.data.decoding import image_of
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.background import in_background
from app.widgets.painted_items import sized
from core.datasets.augmentation import augmented_previews
from core.datasets.catalogue import Catalogue, Entry
from core.datasets.pictures import UnreadablePicture, network_view
from core.errors import SqueezeError

_SIDE = 144
_SMALL = (_SIDE - int(Space.SMALL)) // 2
_ACROSS = 2
_HEAD = 22
_VARIATIONS = 2 * _ACROSS
_ROUNDING = 6.0


@dataclass(frozen=True)
class Seeing:
    """What is to be shown: a picture, and how the network is to see it. `seed` draws the variations."""

    catalogue: Catalogue
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
        self.setFixedHeight(_HEAD + _SIDE)
        self.setAccessibleName(self.tr("What the network sees"))
        the_theme().changed.connect(self.update)

    @property
    def images(self) -> tuple[QImage, ...]:
        """The picture, what the network sees, and its variations; empty while nothing is shown."""
        return self._images

    def show_seeing(self, seeing: Seeing | None) -> None:
        """Show another picture, or the same otherwise."""
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
        return QSize(3 * (_SIDE + Space.WIDE), _HEAD + _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the pictures that there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        titles = (self.tr("The picture"), self.tr("What the network sees"), self.tr("Varied while it learns"))
        step = _SIDE + Space.WIDE
        for column, title in enumerate(titles):
            self._paint_title(painter, QRectF(column * step, 0, _SIDE + Space.MEDIUM, _HEAD), title)
        for number, place in enumerate(self._places()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(the_theme().colour("raised"))
            painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
            if number < len(self._images):
                # What the network sees is shown pixel by pixel.
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, number == 0)
                painter.drawImage(place, self._images[number])

    def _places(self) -> Sequence[QRectF]:
        step = _SIDE + Space.WIDE
        large = [QRectF(number * step, _HEAD, _SIDE, _SIDE) for number in (0, 1)]
        apart = _SMALL + Space.SMALL
        small = [
            QRectF(2 * step + place * apart, _HEAD + line * apart, _SMALL, _SMALL)
            for line in (0, 1)
            for place in range(_ACROSS)
        ]
        return large + small

    def _paint_title(self, painter: QPainter, place: QRectF, title: str) -> None:
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(the_theme().colour("soft_ink"))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _take(self, turn: int, images: tuple[QImage, ...]) -> None:
        if turn == self._turn:
            self._images = images
            self.update()


def _images(seeing: Seeing) -> tuple[QImage, ...]:
    try:
        whole = seeing.catalogue.thumbnail(seeing.entry, 2 * _SIDE)
        content = seeing.catalogue.picture_bytes(seeing.entry)
        view = network_view(content, seeing.image_size, gray=seeing.gray)
    except (SqueezeError, UnreadablePicture, OSError, ValueError):
        return ()
    varied = augmented_previews(view, seeing.seed, _VARIATIONS) if seeing.augment else ()
    return (image_of(whole), image_of(view), *(image_of(one) for one in varied))
