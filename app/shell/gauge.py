"""How full something will be: a short bar with a word before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import label, row, set_role

_WIDTH, _HEIGHT = 44, 8
_NEARLY_FULL = 0.9


class Gauge(QWidget):
    """A share from 0 to 1 or more; above 1 it says so in words and not in colour alone."""

    def __init__(self, word: str, explanation: str) -> None:
        super().__init__()
        layout = row(self, Space.SMALL)
        self._word = word
        layout.addWidget(label(word, "soft"))
        self.bar = _Bar()
        layout.addWidget(self.bar)
        self.figure = label("", "soft")
        layout.addWidget(self.figure)
        self._explanation = explanation
        self.setToolTip(explanation)
        self.setAccessibleName(word)
        self.set(None)

    def set(self, share: float | None, detail: str = "") -> None:
        """Show a share, or that there is none yet; `detail` is added to the tooltip."""
        self.bar.set(share)
        if share is None:
            self.figure.setText("-")
        else:
            self.figure.setText(self.tr("full") if share > 1 else f"{share * 100:.0f} %")
        set_role(self.figure, "bad" if share is not None and share > 1 else "soft")
        text = f"{self._explanation}\n{detail}".strip()
        self.setToolTip(text)
        self.setAccessibleDescription(f"{self.figure.text()}. {text}")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_WIDTH, _HEIGHT)

    def set(self, share: float | None) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme, share = the_theme(), self._share or 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(0, 0, _WIDTH, _HEIGHT), 4, 4)
        colour = "bad" if share > 1 else "warning" if share > _NEARLY_FULL else "accent"
        painter.setBrush(theme.colour(colour))
        painter.drawRoundedRect(QRectF(0, 0, _WIDTH * min(share, 1.0), _HEIGHT), 4, 4)
