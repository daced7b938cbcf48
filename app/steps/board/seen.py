"""What the board saw: the image, the classes as bars, the last images, a word in a frame."""

from __future__ import annotations

from collections import deque
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted import PaintedItems, paint_image, sized, square_in
from app.wording import percent, translate
from core.events import Seen

MOST_ROWS = 8
_LEAST_ROW, _HIGHEST_ROW, _BAR = 28, 52, 8
_FRAME_MILLISECONDS = 33
_FRAME_STEP = 0.35
"""Of what is left of the way, in each frame."""
_ARRIVED = 0.002
_LEAST_SIDE, _MOST_SIDE = 140, 360
_SHARP_FROM = 4
"""An image enlarged by more than this shows its pixels: they are what the network sees."""
KEPT = 20
_STRIP_SIDE, _MARK = 44, 15
_SAMPLE = "test image "
"""What the engine puts before the number, from 1, of one of the run's test images."""
Meaning = Literal["soft_ink", "good", "warning", "bad"]
_PILL_HEIGHT = 26


class AnswerBars(QWidget):
    """Up to `MOST_ROWS` classes, each always in its row; of more classes the likeliest are shown, first."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self._rows: tuple[str, ...] = ()
        self._wanted: dict[str, float] = {}
        self._shown: dict[str, float] = {}
        self._best = self._truth = ""
        self._is_sure = True
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("What the board sees"))
        the_theme().changed.connect(self.update)

    @property
    def best(self) -> str:
        """The class that was answered, '' before an answer."""
        return self._best

    def set_classes(self, labels: tuple[str, ...]) -> None:
        """There are these classes, and no answer yet."""
        self._labels = labels
        self._rows = labels[:MOST_ROWS]
        self._wanted, self._shown, self._best, self._truth = {}, {}, "", ""
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def show_answers(
        self, answers: tuple[tuple[str, float], ...], truth: str = "", *, sure: bool = True
    ) -> None:
        """Show the classes' probabilities, the likeliest first; `truth` is the right class, if known.

        Unless the board is `sure`, no bar stands out as its answer.
        """
        if set(self._labels) != {name for name, _ in answers}:
            self.set_classes(tuple(name for name, _ in answers))
        if len(self._labels) > MOST_ROWS:
            self._rows = tuple(name for name, _ in answers[:MOST_ROWS])
        self._wanted, self._best, self._truth = dict(answers), answers[0][0], truth
        self._is_sure = sure
        said = ", ".join(f"{name} {percent(share)}" for name, share in answers[:MOST_ROWS])
        unsure = self.tr("Not sure: {answers}").format(answers=said)
        self.setAccessibleDescription(said if sure else unsure)
        self._timer.start()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted; the rows stand further apart where there is more."""
        return QSize(300, max(1, len(self._rows)) * _LEAST_ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(180, max(1, len(self._rows)) * _LEAST_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(_HIGHEST_ROW, self.height() / max(1, len(self._rows)))
        for number, name in enumerate(self._rows):
            self._paint_row(painter, name, QRectF(0, number * height, self.width(), height))

    def _paint_row(self, painter: QPainter, name: str, place: QRectF) -> None:
        theme, share = the_theme(), max(0.0, min(1.0, self._shown.get(name, 0.0)))
        is_best = name == self._best and self._is_sure
        painter.setFont(sized(self.font(), Type.BODY, bold=is_best))
        figure = percent(self._wanted[name]) if name in self._wanted else "-"
        figures = painter.fontMetrics().horizontalAdvance("100.0 %") + Space.SMALL
        place = QRectF(place.left(), place.center().y() - _LEAST_ROW / 2, place.width(), _LEAST_ROW)
        text = place.adjusted(0, 0, -figures, -_BAR - 1)
        painter.setPen(theme.color("ink"))
        shown = name + self._mark_of(name)
        elided = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setPen(theme.color("ink" if is_best else "soft_ink"))
        right = place.adjusted(0, 0, 0, -_BAR - 1)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        groove = QRectF(place.left(), place.bottom() - _BAR, place.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        if share * groove.width() >= 1:
            painter.setBrush(theme.color("accent" if is_best else "soft_ink"))
            groove.setWidth(max(_BAR, share * groove.width()))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)

    def _mark_of(self, name: str) -> str:
        """What stands behind a class: whether it is a right or a wrong answer, or what would be right."""
        if not self._truth:
            return ""
        if name == self._best and self._is_sure:
            return "  ✓" if name == self._truth else "  ✗"
        correct = self.tr("correct")
        return f"  ({correct})" if name == self._truth else ""

    def _move(self) -> None:
        moving = False
        for name, wanted in self._wanted.items():
            way = wanted - self._shown.get(name, 0.0)
            if abs(way) > _ARRIVED:
                self._shown[name] = self._shown.get(name, 0.0) + way * _FRAME_STEP
                moving = True
            else:
                self._shown[name] = wanted
        if not moving:
            self._timer.stop()
        self.update()


class ImageView(QWidget):
    """A square. What the network sees is small: it is enlarged without being made softer than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._hint = self._words = self.tr("Drop an image here")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMaximumSize(_MOST_SIDE, _MOST_SIDE)
        self.setAccessibleName(self.tr("The image that the board processed"))
        the_theme().changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown; null when that is nothing."""
        return self._image

    def show_image(self, data: bytes, words: str) -> None:
        """Show a JPEG; `words` say what it is to who cannot see it."""
        self._image = QImage.fromData(data)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def clear(self, why: str = "") -> None:
        """Show nothing, but `why` there is nothing."""
        self._image = QImage()
        self._words = why or self._hint
        self.setAccessibleDescription(self._words)
        self.setToolTip(why)
        self.update()

    def _place(self) -> QRectF:
        """Where the image is, as wide and high as its own sides ask for."""
        square = square_in(self, at_top=True)
        if self._image.isNull():
            return square
        size = self._image.size().scaled(square.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(square.center().x() - size.width() / 2, square.top(), size.width(), size.height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the image, or where one can be dropped."""
        painter, place = QPainter(self), self._place()
        is_blown_up = place.width() > _SHARP_FROM * self._image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_blown_up)
        paint_image(painter, place, self._image, self._words)


Verdict = Literal["right", "wrong", "not sure", ""]


def verdict(seen: Seen) -> Verdict:
    """What the board's answer is worth; '' where the image's class is not known and the board is sure."""
    if not seen.sure:
        return "not sure"
    if not seen.truth:
        return ""
    return "right" if seen.answers[0][0] == seen.truth else "wrong"


_VERDICT_MARKS: dict[Verdict, tuple[str, str]] = {
    "right": ("✓", "good"),
    "wrong": ("✗", "bad"),
    "not sure": ("?", "warning"),
}
_DIFFERS_MARK = ("≠", "bad")


class SeenStrip(PaintedItems):
    """The newest is the last.

    A mark at the lower right tells whether the answer is right, wrong or not sure; an image without a known
    class has none. Another at the upper right tells that the file on this computer says something else.
    """

    def __init__(self) -> None:
        super().__init__(self.tr("Recent images"))
        self._seen: deque[tuple[Seen, QImage]] = deque(maxlen=KEPT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What is shown, the newest last."""
        return tuple(one for one, _ in self._seen)

    def add(self, seen: Seen) -> None:
        """Another image was answered."""
        image = QImage.fromData(seen.jpeg).scaled(
            _STRIP_SIDE * 2,
            _STRIP_SIDE * 2,
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
        """Images that are kept."""
        return len(self._seen)

    def rect_of(self, index: int) -> QRectF:
        """Where an image is; those for which there is no room lie left of the edge."""
        step = _STRIP_SIDE + Space.HAIR
        first = min(0, self.width() - self.count() * step)
        return QRectF(first + index * step, 2, _STRIP_SIDE, _STRIP_SIDE)

    def words_of(self, index: int) -> str:
        """What the board said to an image."""
        return words_of(self._seen[index][0])

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(10 * (_STRIP_SIDE + Space.HAIR), _STRIP_SIDE + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_STRIP_SIDE * 3, _STRIP_SIDE + 4)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the images with their marks."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, (seen, image) in enumerate(self._seen):
            place = self.rect_of(index)
            if not place.intersects(exposed):
                continue
            painter.drawImage(place, image)
            left = place.right() - _MARK - 1
            if mark := _VERDICT_MARKS.get(verdict(seen)):
                self._paint_mark(painter, QPointF(left, place.bottom()), *mark)
            if seen.agrees is False:
                self._paint_mark(painter, QPointF(left, place.top() + _MARK + 2), *_DIFFERS_MARK)

    def _paint_mark(self, painter: QPainter, corner: QPointF, sign: str, color: str) -> None:
        """Draw a mark whose lower left corner is just above `corner`."""
        theme = the_theme()
        mark = QRectF(corner.x(), corner.y() - _MARK - 1, _MARK, _MARK)
        painter.setPen(QPen(theme.color("card"), 1.5))
        painter.setBrush(theme.color(color))
        painter.drawEllipse(mark)
        painter.setFont(sized(self.font(), Type.CAPTION, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, sign)


def sample_number(seen: Seen) -> int | None:
    """The number (from 0) of one of the run's test images; None for any other image."""
    number = seen.image.removeprefix(_SAMPLE)
    return int(number) - 1 if seen.source == "sample" and number.isdecimal() else None


def _name(image: str) -> str:
    """What the engine calls an image, in the language in force."""
    number = image.removeprefix(_SAMPLE)
    if number == image:
        return image
    return translate("Seen", "test image {number}").format(number=number)


def words_of(seen: Seen) -> str:
    """What a board said to an image, in one sentence."""
    name, share = seen.answers[0]
    if seen.sure:
        words = translate("Seen", "{image}: the board predicts {name} ({share})")
    else:
        words = translate("Seen", "{image}: the board is not sure ({name}, {share})")
    said = words.format(image=_name(seen.image), name=name, share=percent(share))
    match verdict(seen):
        case "right":
            said += translate("Seen", ", which is correct")
        case "wrong":
            said += translate("Seen", ", which is wrong: it is {truth}").format(truth=seen.truth)
        case "not sure" if seen.truth:
            said += translate("Seen", ": it is {truth}").format(truth=seen.truth)
    if seen.agrees is not None:
        same = translate("Seen", "; the file agrees")
        other = translate("Seen", "; the file predicts {expected}").format(expected=seen.expected)
        near = translate("Seen", "; the file agrees, with different probabilities")
        said += same if seen.agrees else (near if seen.expected == name else other)
    return said


class Pill(QLabel):
    """Hidden until it says something."""

    def __init__(self) -> None:
        super().__init__()
        self.meaning: Meaning = "soft_ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        the_theme().changed.connect(self.update)
        self.hide()

    def say(self, text: str, meaning: Meaning) -> None:
        """Show a word."""
        self.meaning = meaning
        self.setText(text)
        self.setAccessibleName(text)
        self.update()
        self.show()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        self.ensurePolished()
        metrics = QFontMetrics(sized(self.font(), Type.BODY, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * Space.MEDIUM, _PILL_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.color(self.meaning)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(theme.color("card"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.setPen(color)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
