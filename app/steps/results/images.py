"""Images side by side, each with two lines below it; among them the worst mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy

from app.session import Session
from app.steps.results.mistake_dialog import MistakeDialog
from app.steps.results.thumbnails import Thumbnails
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted import PaintedItems, sized
from app.wording import percent, translate, whole_percent
from core.evaluation.confusion import Mistake
from core.settings import RunSettings

LEAST_SIDE = 96
_LINES = 40
_ROUNDING = 6.0
_PIXELS = 256
"""Images are made larger than they are shown, for screens with small pixels."""


@dataclass(frozen=True)
class Tile:
    """An image by its name, two lines that stand below it, and what is said of it in a sentence.

    `names` stand in the place of lines for which there is no room. `badge` is written into a corner.
    """

    image: str
    first: str
    second: str
    words: str
    badge: str = ""
    is_bad: bool = False
    names: tuple[str, str] = ("", "")


class ImageWall(PaintedItems):
    """As many images in a row as there is room for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._tiles: tuple[Tile, ...] = ()
        self._images: dict[str, QImage] = {}
        self._thumbnails = Thumbnails(self, _PIXELS)
        self._thumbnails.made.connect(self._take)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    @property
    def images_read(self) -> int:
        """How many of the images were looked for."""
        return len(self._images)

    @property
    def images_shown(self) -> int:
        """How many of the images could be read."""
        return sum(not image.isNull() for image in self._images.values())

    def show_tiles(self, tiles: Sequence[Tile], settings: RunSettings) -> None:
        """Show other images of the run with these settings."""
        self._tiles = tuple(tiles)
        self._images = {}
        self.items_changed()
        if self._tiles:
            self._thumbnails.make(settings, [tile.image for tile in self._tiles])

    def count(self) -> int:
        """How many items there are."""
        return len(self._tiles)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Qt: fewer images in a row make more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt: the height of all rows."""
        rows = -(-len(self._tiles) // _columns(width))
        return max(0, round(rows * (_side(width) + _LINES + Space.MEDIUM) - Space.MEDIUM))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: four in a row."""
        width = 4 * (LEAST_SIDE + Space.MEDIUM) - Space.MEDIUM
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: one image at least."""
        return QSize(LEAST_SIDE, 0)

    def rect_of(self, index: int) -> QRectF:
        """Where an image with its lines is."""
        side = _side(self.width())
        row, place = divmod(index, _columns(self.width()))
        left, top = place * (side + Space.MEDIUM), row * (side + _LINES + Space.MEDIUM)
        return QRectF(left, top, side, side + _LINES)

    def ring(self, index: int) -> QRectF:
        """Around the image, without its lines."""
        return self.rect_of(index).adjusted(0, 0, 0, -_LINES)

    def words_of(self, index: int) -> str:
        """What is said of an image."""
        return self._tiles[index].words

    def step(self, key: int) -> int:
        """Up and down move by a row."""
        columns = _columns(self.width())
        return {Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}.get(Qt.Key(key), super().step(key))

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """The images in view."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, tile in enumerate(self._tiles):
            rect = self.rect_of(index)
            if rect.intersects(exposed):
                self._paint_image(painter, tile, self.ring(index))
                self._paint_lines(painter, tile, rect.adjusted(0, rect.width() + 2, 0, 0))

    def _paint_image(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        theme = the_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
        image = self._images.get(tile.image)
        if image is None:
            return
        if image.isNull():
            sign = QRectF(0, 0, 32, 32)
            sign.moveCenter(place.center())
            theme.icon("image", "soft_ink").paint(painter, sign.toRect())
            return
        outline = QPainterPath()
        outline.addRoundedRect(place, _ROUNDING, _ROUNDING)
        painter.save()
        painter.setClipPath(outline)
        painter.drawImage(place, image)
        painter.restore()
        if tile.badge:
            self._paint_badge(painter, tile.badge, place)

    def _paint_badge(self, painter: QPainter, text: str, image: QRectF) -> None:
        theme = the_theme()
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * Space.HAIR + 2
        place = QRectF(image.right() - width - Space.HAIR, image.bottom() - 24, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(place, Space.HAIR, Space.HAIR)
        painter.setPen(theme.color("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_lines(self, painter: QPainter, tile: Tile, place: QRectF) -> None:
        theme, half = the_theme(), _LINES / 2 - 1
        fonts = [sized(self.font(), Type.CAPTION, bold=number == 0) for number in (0, 1)]
        lines = (tile.first, tile.second)
        widths = [QFontMetrics(font).horizontalAdvance(text) for font, text in zip(fonts, lines, strict=True)]
        if any(tile.names) and max(widths) > place.width():
            lines = tile.names
        for number, (text, color) in enumerate(
            zip(lines, ("bad" if tile.is_bad else "ink", "soft_ink"), strict=True)
        ):
            painter.setFont(fonts[number])
            painter.setPen(theme.color(color))
            line = QRectF(place.left(), place.top() + number * half, place.width(), half)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _take(self, name: str, image: QImage) -> None:
        self._images[name] = image
        self.paint_again()


def _columns(width: int) -> int:
    return max(1, (width + Space.MEDIUM) // (LEAST_SIDE + Space.MEDIUM))


def _side(width: int) -> float:
    """As large as fills the row."""
    columns = _columns(width)
    return max(LEAST_SIDE, (width - (columns - 1) * Space.MEDIUM) / columns)


class MistakesWall(ImageWall):
    """Below each image what it was taken for, and what it is. A click enlarges it."""

    def __init__(self, session: Session) -> None:
        super().__init__(translate("Mistakes", "Worst mistakes of the model"))
        self._session = session
        self._shown: tuple[tuple[Mistake, ...], RunSettings] | None = None
        self.item_activated.connect(self.enlarge)

    def show_mistakes(self, mistakes: Sequence[Mistake], settings: RunSettings) -> None:
        """Show mistakes of the run with these settings."""
        self._shown = tuple(mistakes), settings
        self.show_tiles([_tile(mistake) for mistake in mistakes], settings)

    def enlarge(self, number: int) -> MistakeDialog | None:
        """Show one of them large, with what can be done about it."""
        if self._shown is None or not 0 <= number < len(self.tiles):
            return None
        dialog = MistakeDialog(self._session, *self._shown, number, self.window())
        dialog.open()
        return dialog


def _tile(mistake: Mistake) -> Tile:
    words = translate(
        "Mistakes",
        "{image}: {is_class} ({probability_of_right}). Prediction: {taken_for} ({probability}).",
    )
    return Tile(
        mistake.image,
        translate("Mistakes", "predicted: {name}").format(name=mistake.taken_for),
        translate("Mistakes", "true class: {name}").format(name=mistake.is_class),
        words.format(
            image=mistake.image,
            is_class=mistake.is_class,
            taken_for=mistake.taken_for,
            probability=percent(mistake.probability),
            probability_of_right=percent(mistake.probability_of_right),
        ),
        whole_percent(mistake.probability),
        is_bad=True,
        names=(f"✗ {mistake.taken_for}", f"✓ {mistake.is_class}"),
    )
