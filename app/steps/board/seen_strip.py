"""The last pictures that the board answered, small, one beside the other."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from app.texts import translate
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import PaintedItems, sized
from app.wording import percent
from core.events import Seen

KEPT = 20
_SIDE, _MARK = 44, 15


class SeenStrip(PaintedItems):
    """The newest is the last.

    A mark tells whether the board said what the file on this computer says, another that it is not sure.
    """

    def __init__(self) -> None:
        super().__init__(self.tr("The last pictures"))
        self._seen: deque[tuple[Seen, QImage]] = deque(maxlen=KEPT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What is shown, the newest last."""
        return tuple(one for one, _ in self._seen)

    def add(self, seen: Seen) -> None:
        """Another picture was answered."""
        image = QImage.fromData(seen.jpeg).scaled(
            _SIDE * 2,
            _SIDE * 2,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._seen.append((seen, image))
        self.items_changed()

    def empty(self) -> None:
        """Forget all."""
        self._seen.clear()
        self.items_changed()

    def count(self) -> int:
        """Pictures that are kept."""
        return len(self._seen)

    def rect_of(self, index: int) -> QRectF:
        """Where a picture is; those for which there is no room lie left of the edge."""
        step = _SIDE + Space.HAIR
        first = min(0, self.width() - self.count() * step)
        return QRectF(first + index * step, 2, _SIDE, _SIDE)

    def words_of(self, index: int) -> str:
        """What the board said to a picture."""
        return words_of(self._seen[index][0])

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(10 * (_SIDE + Space.HAIR), _SIDE + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_SIDE * 3, _SIDE + 4)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the pictures with their marks."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, (seen, image) in enumerate(self._seen):
            place = self.rect_of(index)
            if not place.intersects(exposed):
                continue
            painter.drawImage(place, image)
            if seen.agrees is not None:
                sign, colour = ("✓", "good") if seen.agrees else ("✗", "bad")
                self._paint_mark(painter, place.bottomRight() - QPointF(_MARK + 1, 0), sign, colour)
            if not seen.sure:
                self._paint_mark(painter, place.bottomLeft() + QPointF(1, 0), "?", "warning")

    def _paint_mark(self, painter: QPainter, corner: QPointF, sign: str, colour: str) -> None:
        """Draw a mark whose lower left corner is just above `corner`."""
        theme = the_theme()
        mark = QRectF(corner.x(), corner.y() - _MARK - 1, _MARK, _MARK)
        painter.setPen(QPen(theme.colour("card"), 1.5))
        painter.setBrush(theme.colour(colour))
        painter.drawEllipse(mark)
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, sign)


def words_of(seen: Seen) -> str:
    """What a board said to a picture, in one sentence."""
    name, share = seen.answers[0]
    if seen.sure:
        words = translate("Seen", "{picture}: the board says {name} ({share})")
    else:
        words = translate("Seen", "{picture}: the board is not sure ({name}, {share})")
    said = words.format(picture=seen.picture, name=name, share=percent(share))
    if seen.truth:
        said += translate("Seen", ", it is {truth}").format(truth=seen.truth)
    if seen.agrees is not None:
        same = translate("Seen", "; the file says the same")
        other = translate("Seen", "; the file says {expected}").format(expected=seen.expected)
        near = translate("Seen", "; the file says the same with other figures")
        said += same if seen.agrees else (near if seen.expected == name else other)
    return said
