"""The drawings that help with boards (resources/drawings), in the colours in force."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import LIGHT, Colours
from core.paths import resources_folder

_FOLDER = resources_folder() / "drawings"
_INKS = ("ink", "soft_ink", "line", "card", "raised", "accent", "accent_soft", "good", "warning", "bad")
_WIDTH, _HEIGHT = 240, 160


def drawing_names() -> tuple[str, ...]:
    """The names of all drawings."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def drawing_svg(name: str, colours: Colours) -> bytes:
    """A drawing; its files are in the light colours, each of which becomes the one that stands for it.

    Raises `KeyError` when there is none of that name.
    """
    text = _source(name)
    # By way of names: a colour of one scheme may be another one of the other.
    for ink in _INKS:
        text = text.replace(f'"{getattr(LIGHT, ink)}"', f'"{{{ink}}}"')
    for ink in _INKS:
        text = text.replace(f'"{{{ink}}}"', f'"{getattr(colours, ink)}"')
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
        self._renderer.load(QByteArray(drawing_svg(self._name, the_theme().colours)))
        self.update()
