"""The drawings that help with boards (resources/drawings), still and moving."""

from __future__ import annotations

import math
import time
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import LIGHT, Colors, Space, Type
from app.widgets.basics import column, label, row
from app.widgets.painted import sized
from core.paths import resources_folder

_FOLDER = resources_folder() / "drawings"
_INKS = ("ink", "soft_ink", "line", "card", "raised", "accent", "accent_soft", "good", "warning", "bad")
_WIDTH, _HEIGHT = 240, 160
_IMAGE = QSize(240, 170)
_CLOCK = 44
_FRAME_MILLISECONDS = 33
_PRESS_SECONDS = 1.8
_TRAVEL = QPointF(10, 12)


def drawing_svg(name: str, colors: Colors) -> bytes:
    """A drawing; its files are in the light colors, each of which becomes the one that stands for it.

    Raises `KeyError` when there is none of that name.
    """
    text = _source(name)
    # By way of names: a color of one scheme may be another one of the other.
    for ink in _INKS:
        text = text.replace(f'"{getattr(LIGHT, ink)}"', f'"{{{ink}}}"')
    for ink in _INKS:
        text = text.replace(f'"{{{ink}}}"', f'"{getattr(colors, ink)}"')
    return text.encode()


@cache
def _source(name: str) -> str:
    try:
        return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(name) from None


class Drawing(QWidget):
    """A drawing at a share of its size. It tells nothing that is not said beside it."""

    def __init__(self, name: str, scale: float = 1.0) -> None:
        super().__init__()
        self._name = name
        self._size = QSize(round(_WIDTH * scale), round(_HEIGHT * scale))
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        the_theme().changed.connect(self._read)
        self._read()

    @property
    def name(self) -> str:
        """Which one is shown."""
        return self._name

    def show_drawing(self, name: str) -> None:
        """Show another one."""
        self._name = name
        self._read()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter)

    def _read(self) -> None:
        self._renderer.load(QByteArray(drawing_svg(self._name, the_theme().colors)))
        self.update()


class HoldBoot(QFrame):
    """Says and shows that the BOOT button has to be held down, and how long that is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "warning")
        layout = row(self, Space.LARGE, Space.LARGE)
        self._image = _Finger()
        layout.addWidget(self._image)
        words = column(space=Space.SMALL)
        words.addStretch(1)
        words.addWidget(label(self.tr("Hold down the BOOT button now"), "heading", wrap=True))
        words.addWidget(
            label(
                self.tr(
                    "The board does not enter its bootloader automatically. Hold down BOOT, press EN (RST) "
                    "once, and keep holding BOOT until writing starts. On an ESP32-CAM, connect IO0 to GND "
                    "instead."
                ),
                wrap=True,
            )
        )
        self._clock = _Clock()
        words.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        layout.addLayout(words, 1)
        self.setAccessibleName(self.tr("Hold down the BOOT button now"))
        self.hide()

    def begin(self, seconds: float) -> None:
        """Show it for so long at most; `finish` takes it back."""
        self._clock.begin(seconds)
        self.show()

    def finish(self) -> None:
        """The board listens, or nothing is waited for any more."""
        self.hide()


class _Finger(QWidget):
    """The board, its button and the finger, each a part of one drawing."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MILLISECONDS)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        the_theme().changed.connect(self._read)
        self._read()

    def sizeHint(self) -> QSize:  # noqa: N802
        return _IMAGE

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        pressed = _pressed(time.monotonic() % _PRESS_SECONDS / _PRESS_SECONDS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._render(painter, "board")
        painter.setOpacity(pressed)
        self._render(painter, "waves")
        painter.setOpacity(1.0)
        self._render(painter, "button")
        painter.translate(_TRAVEL * (1.0 - pressed))
        self._render(painter, "finger")

    def _render(self, painter: QPainter, part: str) -> None:
        self._renderer.render(painter, part, self._renderer.boundsOnElement(part))

    def _read(self) -> None:
        self._renderer.load(QByteArray(drawing_svg("hold-boot", the_theme().colors)))
        self.update()


class _Clock(QWidget):
    """A ring that empties, with the seconds that are left in it."""

    def __init__(self) -> None:
        super().__init__()
        self._until = self._seconds = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._tick)
        self.setFixedSize(_CLOCK, _CLOCK)

    def begin(self, seconds: float) -> None:
        self._seconds, self._until = seconds, time.monotonic() + seconds
        self._timer.start()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._timer.stop()

    def _tick(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        left = max(0.0, self._until - time.monotonic())
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(theme.color("line"), 4))
        painter.drawEllipse(ring)
        painter.setPen(QPen(theme.color("accent"), 4))
        painter.drawArc(ring, 90 * 16, round(360 * 16 * left / (self._seconds or 1.0)))
        painter.setPen(theme.color("ink"))
        painter.setFont(sized(self.font(), Type.BODY, bold=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(math.ceil(left)))


def _pressed(phase: float) -> float:
    """How far the button is down at a moment of the movement (both 0 to 1): down, hold, up."""
    if phase < 0.25:
        return (1 - math.cos(phase / 0.25 * math.pi)) / 2
    if phase < 0.8:
        return 1.0
    return (1 + math.cos((phase - 0.8) / 0.2 * math.pi)) / 2
