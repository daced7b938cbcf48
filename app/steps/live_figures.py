"""What a stage at work has come to, in a row of figures."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from app.theme.tokens import Space
from app.widgets.basics import column, label, row


class LiveFigures(QFrame):
    """A few figures with their names above them; those that are not known yet are dashes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        # Room that is left belongs to the charts below.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = row(self, Space.LARGE, Space.LARGE)
        self._figures: dict[str, QLabel] = {}
        self._names: dict[str, str] = {}

    def add(self, key: str, name: str, tip: str) -> None:
        """One more figure, called `name` and explained by `tip`."""
        place = column(space=Space.HAIR)
        caption = label(name, "caption")
        figure = label("-", "heading")
        for widget in (caption, figure):
            widget.setToolTip(tip)
        place.addWidget(caption)
        place.addWidget(figure)
        self._line.addLayout(place, 1)
        self._figures[key], self._names[key] = figure, name
        figure.setAccessibleDescription(tip)

    def show_figure(self, key: str, text: str) -> None:
        """Show what a figure is now; '' for not known."""
        figure = self._figures[key]
        if figure.text() != (text or "-"):
            figure.setText(text or "-")
            figure.setAccessibleName(f"{self._names[key]}: {figure.text()}")

    def text(self, key: str) -> str:
        """What a figure shows."""
        return self._figures[key].text()
