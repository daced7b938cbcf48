"""What was tried: the square with where the network looked, the answers side by side, and earlier images."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, label, set_role
from app.widgets.painted import PaintedItems, paint_image, square_in
from app.wording import QT_TRANSLATE_NOOP, milliseconds, percent, translate
from core.evaluation.heat_map import heat_layer
from core.events import StageAnswer, Tried
from core.settings import Stage

_SMALL_SIDE, _SIDE = 128, 200
_HEAT_SIDE = 320
_BAR = 6
_THUMBNAIL, KEPT = 40, 24
_ANSWERS_TOLD = 3
_NAMES: dict[Stage, str] = {
    "train": QT_TRANSLATE_NOOP("Trial", "Trained"),
    "prune": QT_TRANSLATE_NOOP("Trial", "Pruned"),
    "quantize": QT_TRANSLATE_NOOP("Trial", "Quantized (int8)"),
    "huffman": QT_TRANSLATE_NOOP("Trial", "Huffman-coded"),
}


def stage_name(stage: str) -> str:
    """What the model of a stage is called."""
    return next((translate("Trial", name) for key, name in _NAMES.items() if key == stage), stage)


def answer_name(answer: StageAnswer) -> str:
    """The class that was answered, or that the model is not sure."""
    return answer.answers[0][0] if answer.sure else translate("Trial", "not sure")


def answer_words(answer: StageAnswer) -> str:
    """What a model answered, in a few words for who points at it or listens."""
    told = ", ".join(f"{name} {percent(share)}" for name, share in answer.answers[:_ANSWERS_TOLD])
    if answer.sure:
        words = translate("Trial", "{stage}: {answers}. {time} on this computer.")
    else:
        words = translate(
            "Trial", "{stage}: not sure, no class is above the threshold. {answers}. {time} on this computer."
        )
    return words.format(stage=stage_name(answer.stage), answers=told, time=milliseconds(answer.milliseconds))


def tried_words(tried: Tried) -> str:
    """What all models answered to an image."""
    return " ".join((f"{image_name(tried)}:", *map(answer_words, tried.stages)))


def image_name(tried: Tried) -> str:
    """What an image is called: a file's name, or the camera's."""
    return Path(tried.image).name if tried.source == "file" else tried.image


class TriedView(QWidget):
    """The square that the networks were given, with where the trained one looked over it."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._heat = QImage(), QImage()
        self._shows_heat, self._side = True, _SIDE
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The square that the model was given"))
        the_theme().changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown; null when that is nothing."""
        return self._image

    @property
    def heat(self) -> QImage:
        """What lies over it; null when that is nothing."""
        return self._heat if self._shows_heat else QImage()

    def show_frame(self, image: QImage) -> None:
        """Show an image that nobody has answered yet."""
        self._image, self._heat = image, QImage()
        self.update()

    def show_tried(self, tried: Tried) -> None:
        """Show an image that was answered."""
        self._image = QImage.fromData(tried.jpeg)
        self._heat = _heat_image(tried)
        self.setAccessibleDescription(tried_words(tried))
        self.update()

    def show_heat(self, shows: bool) -> None:
        """Show where the network looked, or the image alone."""
        self._shows_heat = shows
        self.update()

    def set_small(self, is_small: bool) -> None:
        """Leave more room to what stands beside it, or less."""
        side = _SMALL_SIDE if is_small else _SIDE
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def clear(self) -> None:
        """Show nothing."""
        self._image, self._heat = QImage(), QImage()
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the image, and the map over it."""
        painter, place = QPainter(self), square_in(self, at_top=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_image(painter, place, self._image)
        if not self.heat.isNull():
            painter.drawImage(place, self._heat)


def _heat_image(tried: Tried) -> QImage:
    heat = np.frombuffer(tried.heat, np.uint8)
    side = tried.heat_side
    if not side or len(heat) != side * side:
        return QImage()
    colors = heat_layer(heat.reshape(side, side), _HEAT_SIDE).tobytes()
    # A copy: the image would go on reading bytes that are gone.
    return QImage(colors, _HEAT_SIDE, _HEAT_SIDE, QImage.Format.Format_RGBA8888).copy()


class _Share(QWidget):
    """A thin bar that is filled to a share."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._is_answer = 0.0, True
        self.setFixedHeight(_BAR)
        the_theme().changed.connect(self.update)

    def show_share(self, share: float, is_answer: bool) -> None:
        """Fill it; what is no answer is in gray."""
        self._share, self._is_answer = share, is_answer
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the groove and what is filled of it."""
        theme, painter = the_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(self.rect())
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        groove.setWidth(max(_BAR, self._share * groove.width()))
        painter.setBrush(theme.color("accent" if self._is_answer else "soft_ink"))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)


class _Line:
    """The parts of a line of the table."""

    def __init__(self, grid: QGridLayout, number: int) -> None:
        self.name, self.figure = label("", "soft"), label("", "body")
        self.answer, self.bar = ElidedLabel("", "body"), _Share()
        line = 2 * number
        grid.addWidget(self.name, line, 0)
        grid.addWidget(self.answer, line, 1)
        grid.addWidget(self.figure, line, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.bar, line + 1, 1, 1, 2)
        grid.setRowMinimumHeight(line + 1, _BAR + Space.SMALL)

    def show_answer(self, one: StageAnswer, *, stands_out: bool) -> None:
        """Show what a model answered."""
        self.name.setText(stage_name(one.stage))
        self.answer.setText(answer_name(one))
        self.figure.setText(percent(one.answers[0][1]))
        set_role(self.answer, "warning" if stands_out else "body")
        self.bar.show_share(one.answers[0][1], one.sure)
        words = answer_words(one)
        for made in (self.name, self.figure):
            made.setToolTip(words)
            made.setAccessibleDescription(words)
        self.answer.setAccessibleDescription(words)

    def leave(self) -> None:
        """Let go of the parts."""
        for made in (self.name, self.answer, self.figure, self.bar):
            made.hide()
            made.deleteLater()


class AnswerTable(QWidget):
    """A line for each stage: what its model answers, and how likely that is.

    An answer that is not sure, and one that differs from the first line's, stand out in color and in words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MEDIUM)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[_Line] = []
        self._stages: tuple[StageAnswer, ...] = ()
        self.setAccessibleName(self.tr("Answers of the models"))

    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """What is shown: model, answer and probability of each line."""
        return tuple((one.name.text(), one.answer.text(), one.figure.text()) for one in self._lines)

    def show_stages(self, stages: tuple[StageAnswer, ...]) -> None:
        """Show these."""
        self._stages = stages
        if len(self._lines) != len(stages):
            for line in self._lines:
                line.leave()
            self._lines = [_Line(self._grid, number) for number in range(len(stages))]
        for line, one in zip(self._lines, stages, strict=True):
            differs = answer_name(one) != answer_name(stages[0])
            line.show_answer(one, stands_out=differs or not one.sure)
        self.setAccessibleDescription(" ".join(map(answer_words, stages)))


class TriedStrip(PaintedItems):
    """The images that were tried, the newest last; one that is activated is shown again."""

    def __init__(self) -> None:
        super().__init__(self.tr("Images that were tried"))
        self._tried: deque[tuple[Tried, QImage]] = deque(maxlen=KEPT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def tried(self) -> tuple[Tried, ...]:
        """What is shown, the newest last."""
        return tuple(one for one, _ in self._tried)

    def add(self, tried: Tried) -> None:
        """Another image was answered."""
        size = QSize(2 * _THUMBNAIL, 2 * _THUMBNAIL)
        mode = Qt.TransformationMode.SmoothTransformation
        image = QImage.fromData(tried.jpeg).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        self._tried.append((tried, image))
        self.items_changed()

    def empty(self) -> None:
        """Forget all."""
        self._tried.clear()
        self.items_changed()

    def count(self) -> int:
        """Images that are kept."""
        return len(self._tried)

    def rect_of(self, index: int) -> QRectF:
        """Where an image is; those for which there is no room lie left of the edge."""
        step = _THUMBNAIL + Space.HAIR
        first = min(0, self.width() - self.count() * step)
        return QRectF(first + index * step, 2, _THUMBNAIL, _THUMBNAIL)

    def words_of(self, index: int) -> str:
        """What the models answered to an image."""
        return tried_words(self._tried[index][0])

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(8 * (_THUMBNAIL + Space.HAIR), _THUMBNAIL + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(2 * (_THUMBNAIL + Space.HAIR), _THUMBNAIL + 4)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the images."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, (_, image) in enumerate(self._tried):
            place = self.rect_of(index)
            if place.intersects(exposed):
                painter.drawImage(place, image)
