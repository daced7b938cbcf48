"""The theme in force: its colors and its icons."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.theme.stylesheet import stylesheet
from app.theme.tokens import DARK, LIGHT, Colors
from core.paths import resources_folder

_ICONS_FOLDER = resources_folder() / "icons"
_INK = "currentColor"
Scheme = Literal["system", "light", "dark"]
_PROPERTY = "theme"
_STYLE_ICONS = {"chevron-down": "soft_ink", "check": "accent_ink"}


def icon(name: str, color: str) -> QIcon:
    """An icon in one color, sharp at every size. Raises `KeyError` when there is none of that name."""
    return QIcon(_Drawn(icon_svg(name, color)))


def icon_svg(name: str, color: str) -> bytes:
    """An icon's drawing in one color. Raises `KeyError` when there is none of that name."""
    return _source(name).replace(_INK, color).encode()


@cache
def _source(name: str) -> str:
    try:
        return (_ICONS_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
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
        """The icon as an image of `size` pixels."""
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return image


class Theme(QObject):
    """Colors and icons as they are now. `changed` tells that all of it is to be drawn anew."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = "system") -> None:
        super().__init__(application)
        self._application = application
        self._scheme: Scheme = scheme
        self.colors: Colors = LIGHT
        # Qt's style sheets take images from files only.
        self._folder = QTemporaryDir()
        application.setProperty(_PROPERTY, self)
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What was chosen."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the colors in force are the dark ones."""
        return self.colors is DARK

    def choose(self, scheme: Scheme) -> None:
        """Take the colors of a scheme."""
        self._scheme = scheme
        self._apply()

    def icon(self, name: str, color: str = "ink") -> QIcon:
        """An icon in one of the scheme's colors, by that color's name."""
        return icon(name, getattr(self.colors, color))

    def color(self, name: str) -> QColor:
        """One of the scheme's colors, by its name."""
        return QColor(getattr(self.colors, name))

    def _follow_system(self) -> None:
        if self._scheme == "system":
            self._apply()

    def _apply(self) -> None:
        self.colors = DARK if self._wants_dark() else LIGHT
        self._application.setPalette(_palette(self.colors))
        self._application.setStyleSheet(stylesheet(self.colors, self._style_icons()))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"

    def _style_icons(self) -> str:
        folder = Path(self._folder.path()) / ("dark" if self.is_dark else "light")
        folder.mkdir(exist_ok=True)
        for name, color in _STYLE_ICONS.items():
            (folder / f"{name}.svg").write_bytes(icon_svg(name, getattr(self.colors, color)))
        return folder.as_posix()


def _palette(colors: Colors) -> QPalette:
    """For whatever Qt draws past the style sheet."""
    palette = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, colors.ground),
        (QPalette.ColorRole.Base, colors.card),
        (QPalette.ColorRole.AlternateBase, colors.raised),
        (QPalette.ColorRole.Button, colors.card),
        (QPalette.ColorRole.WindowText, colors.ink),
        (QPalette.ColorRole.Text, colors.ink),
        (QPalette.ColorRole.ButtonText, colors.ink),
        (QPalette.ColorRole.PlaceholderText, colors.soft_ink),
        (QPalette.ColorRole.Highlight, colors.accent),
        (QPalette.ColorRole.HighlightedText, colors.accent_ink),
        (QPalette.ColorRole.Link, colors.accent),
        (QPalette.ColorRole.ToolTipBase, colors.card),
        (QPalette.ColorRole.ToolTipText, colors.ink),
    ):
        palette.setColor(role, QColor(value))
    return palette


def scheme_named(name: str) -> Scheme:
    """The scheme of that name; the system's when there is none."""
    return next((scheme for scheme in get_args(Scheme) if scheme == name), "system")


def the_theme() -> Theme:
    """The theme of the running program. Raises `LookupError` before there is one."""
    application = QApplication.instance()
    theme = application.property(_PROPERTY) if application is not None else None
    if isinstance(theme, Theme):
        return theme
    raise LookupError("no theme is in force yet")
