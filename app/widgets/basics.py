"""Labels, buttons, cards, signs and layouts, all in the theme."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.theme.theme import the_theme
from app.theme.tokens import Space

Role = Literal["title", "heading", "body", "caption", "figure", "soft", "good", "warning", "bad"]
Kind = Literal["primary", "normal", "quiet", "danger", "link", "choice"]
Surface = Literal["card", "raised", "good", "warning", "bad"]
Layout = TypeVar("Layout", bound=QBoxLayout)
_ICON = QSize(20, 20)
_LEAST_ELIDED = 24
_MAY_BREAK, _BREAKABLE = "\u200b", re.compile(r"[/\\._-]+|\w{1,6}")
"""A space without width, and behind what in a path there may be one."""


def column(parent: QWidget | None = None, space: int = Space.MEDIUM, margin: int = 0) -> QVBoxLayout:
    """A layout from top to bottom."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), space, margin)


def row(parent: QWidget | None = None, space: int = Space.MEDIUM, margin: int = 0) -> QHBoxLayout:
    """A layout from left to right."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), space, margin)


def stacked(*widgets: QWidget) -> QWidget:
    """Widgets as one, one below the other."""
    made = QWidget()
    layout = column(made, Space.SMALL)
    for widget in widgets:
        layout.addWidget(widget)
    return made


def label(text: str = "", role: Role = "body", wrap: bool = False) -> QLabel:
    """Text in a role. Wrapped text takes the height that it needs."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def plain_tip(text: str) -> str:
    """A tooltip that shows a text as it is: a class may be called '<b>', which Qt would take for markup."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if "<" in text else text


def set_role(widget: QLabel, role: Role) -> None:
    """Give a label another role."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        restyle(widget)


def term(text: str, explanation: str) -> QLabel:
    """A technical word that explains itself: pointed at, and to a screen reader."""
    made = label(text)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f'<span style="text-decoration: underline dotted;">{text}</span>')
    made.setToolTip(explanation)
    made.setAccessibleName(text)
    made.setAccessibleDescription(explanation)
    return made


class Button(QPushButton):
    """A button whose icon has a color of the theme, also after the theme has changed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._drawn = ("", "")
        self.setIconSize(_ICON)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key was pressed. Enter clicks, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def draw(self, name: str, color: str = "ink") -> None:
        """Show one of the program's icons."""
        self._drawn = (name, color)
        self.setIcon(the_theme().icon(name, color))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: something about the look has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._drawn[0]:
            self.setIcon(the_theme().icon(*self._drawn))


class IconButton(QToolButton):
    """A button that shows an icon only."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setIconSize(_ICON)
        self.draw(name)

    def draw(self, name: str) -> None:
        """Show another of the program's icons."""
        self._name = name
        self.setIcon(the_theme().icon(name))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: something about the look has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.draw(self._name)


def button(
    text: str, clicked: Callable[[], object], kind: Kind = "normal", icon: str = "", tip: str = ""
) -> Button:
    """A button of a kind; `icon` names one of the program's own."""
    made = Button(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked=False: clicked())
    made.setAccessibleName(text)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    if icon:
        made.draw(icon, "accent_ink" if kind == "primary" else "ink")
    return made


def icon_button(name: str, text: str, clicked: Callable[[], object]) -> IconButton:
    """A button that shows an icon only; `text` is its tooltip and what a screen reader says."""
    made = IconButton(name)
    made.setProperty("kind", "quiet")
    made.clicked.connect(lambda _checked=False: clicked())
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def card(surface: Surface = "card") -> QFrame:
    """A frame that groups what belongs together."""
    made = QFrame()
    made.setProperty("surface", surface)
    return made


def divider() -> QFrame:
    """A thin line."""
    made = QFrame()
    made.setProperty("surface", "line")
    return made


_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ScrollArea(QScrollArea):
    """Scrolls its content, which is as wide as it is itself, and is no place for the Tab key.

    `body` is the column that is its content where no other is given.
    """

    def __init__(self, content: QWidget | None = None, space: int = Space.LARGE) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if content is None:
            content = QWidget()
            content.setObjectName("ground")
            self.body = column(content, space)
        self.setWidget(content)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys come here now. Only who came by a key sees a frame."""
        self._show_frame(event.reason() in _BY_KEYS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt: keys go elsewhere now."""
        self._show_frame(False)
        super().focusOutEvent(event)

    def _show_frame(self, wanted: bool) -> None:
        if bool(self.property("by_keys")) != wanted:
            self.setProperty("by_keys", wanted)
            restyle(self)


class Figure(QWidget):
    """A figure with its name beside it: above, or `below`. '-' while it is not known."""

    def __init__(
        self, name: str, role: Role = "heading", name_role: Role = "caption", below: bool = False
    ) -> None:
        super().__init__()
        self._name = name
        self.value = label("-", role)
        self._named = label(name, name_role)
        layout = column(self, 0 if below else Space.HAIR)
        for part in (self.value, self._named) if below else (self._named, self.value):
            layout.addWidget(part)
        self.setAccessibleName(name)

    @property
    def text(self) -> str:
        """What is shown."""
        return self.value.text()

    def set(self, text: str) -> None:
        """Show a figure; '' for not known."""
        if self.text != (text or "-"):
            self.value.setText(text or "-")
            self.setAccessibleName(f"{self._name}: {self.text}")

    def rename(self, name: str) -> None:
        """Give the figure another name."""
        self._name = name
        self._named.setText(name)
        self.setAccessibleName(f"{name}: {self.text}")

    def explain(self, words: str) -> None:
        """Say what the figure means to who points at it or listens."""
        self.setToolTip(words)
        self.setAccessibleDescription(words)


def restyle(widget: QWidget) -> None:
    """Have a widget drawn as its properties now say."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _spaced(layout: Layout, space: int, margin: int) -> Layout:
    layout.setSpacing(space)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


class Sign(QLabel):
    """One of the program's icons, in a color of the theme, also after the theme has changed."""

    def __init__(self, name: str, color: str, side: int) -> None:
        super().__init__()
        self._name, self._color, self._side = name, color, side
        self._draw()

    def show_icon(self, name: str, color: str) -> None:
        """Show another of the icons."""
        self._name, self._color = name, color
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: something about the look has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        size = QSize(self._side, self._side)
        self.setPixmap(the_theme().icon(self._name, self._color).pixmap(size, self.devicePixelRatioF()))


class PathLabel(QLabel):
    """Names of files and folders. They are whole: where they do not fit, lines break, also within a word."""

    def __init__(self, text: str = "", role: Role = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def text(self) -> str:
        """What it says, without the places where lines may break."""
        return super().text().replace(_MAY_BREAK, "")

    def setText(self, text: str) -> None:  # noqa: N802
        """Say something else."""
        super().setText(_BREAKABLE.sub(rf"\g<0>{_MAY_BREAK}", text))
        self.setAccessibleName(text)


class ElidedLabel(QLabel):
    """One line, for what is whole elsewhere. It takes any width; an ellipsis is where `mode` says."""

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """As much of the text as there is room for."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_LEAST_ELIDED, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw it."""
        painter, shown = QPainter(self), self.shown
        self.setToolTip("" if shown == self.text() else plain_tip(self.text()))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class More(QWidget):
    """A button that folds out a card; `body` is the card's layout."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        self.opener: Button = button(title or self.tr("More"), self.toggle, "quiet")
        self.opener.draw("chevron-right")
        self.opener.setCheckable(True)
        layout.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self._card = card()
        self.body: QVBoxLayout = column(self._card, Space.MEDIUM, Space.LARGE)
        self._card.hide()
        layout.addWidget(self._card)

    @property
    def is_open(self) -> bool:
        """Whether what is below is shown."""
        return self._card.isVisibleTo(self)

    def toggle(self) -> None:
        """Open what is closed and the other way round."""
        opened = not self.is_open
        self._card.setVisible(opened)
        self.opener.setChecked(opened)
        self.opener.draw("chevron-down" if opened else "chevron-right")
