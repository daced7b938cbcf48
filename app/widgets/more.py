"""'More': what few people need, folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme.tokens import Space
from app.widgets.basics import Button, button, card, column


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
