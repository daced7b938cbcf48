"""The program's own icons (resources/icons), drawn in the colour of the text around them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.paths import resources_folder

_FOLDER = resources_folder() / "icons"
_INK = "currentColor"


def icon_names() -> tuple[str, ...]:
    """The names of all icons."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def icon(name: str, colour: str) -> QIcon:
    """An icon in one colour, sharp at every size. Raises `KeyError` when there is none of that name."""
    return QIcon(_Drawn(icon_svg(name, colour)))


def icon_svg(name: str, colour: str) -> bytes:
    """An icon's drawing in one colour. Raises `KeyError` when there is none of that name."""
    return _source(name).replace(_INK, colour).encode()


@cache
def _source(name: str) -> str:
    try:
        return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(name) from None


class _Drawn(QIconEngine):
    """Draws an SVG at the size that is asked for."""

    def __init__(self, svg: bytes) -> None:
        super().__init__()
        self._svg = svg

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _Drawn(self._svg)

    def paint(self, painter: QPainter, rect, mode, state) -> None:  # type: ignore[no-untyped-def]  # noqa: ARG002
        """Draw into `rect`; a disabled icon is fainter."""
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.45)
        QSvgRenderer(QByteArray(self._svg)).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size, mode, state) -> QPixmap:  # type: ignore[no-untyped-def]
        """The icon as a picture of `size` pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture
