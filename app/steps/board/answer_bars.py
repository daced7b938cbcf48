"""A board's answer: a bar for each class, which moves to its new length instead of jumping there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.painted_items import sized
from app.wording import percent

MOST_ROWS = 8
_LEAST_ROW, _ROW, _HIGHEST_ROW, _BAR = 28, 34, 52, 8
_FRAME_MILLISECONDS = 33
_STEP = 0.35
"""Of what is left of the way, in each frame."""
_ARRIVED = 0.002


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
        """Qt: the room that is wanted."""
        return QSize(300, max(1, len(self._rows)) * _ROW)

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
        painter.setPen(theme.colour("ink"))
        shown = f"{name}  ✓" if name == self._truth else name
        elided = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setPen(theme.colour("ink" if is_best else "soft_ink"))
        right = place.adjusted(0, 0, 0, -_BAR - 1)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        groove = QRectF(place.left(), place.bottom() - _BAR, place.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        if share * groove.width() >= 1:
            painter.setBrush(theme.colour("accent" if is_best else "soft_ink"))
            groove.setWidth(max(_BAR, share * groove.width()))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)

    def _move(self) -> None:
        moving = False
        for name, wanted in self._wanted.items():
            way = wanted - self._shown.get(name, 0.0)
            if abs(way) > _ARRIVED:
                self._shown[name] = self._shown.get(name, 0.0) + way * _STEP
                moving = True
            else:
                self._shown[name] = wanted
        if not moving:
            self._timer.stop()
        self.update()
