"""How often a model is right, and how sure that is, in figures and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.texts import translate
from app.theme.tokens import Space
from app.widgets.basics import column, label
from app.wording import percent
from core.pipeline.summary import StageFigures

_CHANCE = 0.0005
"""Differences below this share are none that is shown."""


class AccuracyFigure(QWidget):
    """A large figure with a word above it and the sentence about its interval below.

    `is_short`: the sentence leaves out on how many pictures, for somebody else says it.
    """

    def __init__(self, title: str = "", is_short: bool = False) -> None:
        super().__init__()
        self._is_short = is_short
        layout = column(self, Space.HAIR)
        self.title = label(title, "soft")
        layout.addWidget(self.title)
        self.title.setVisible(bool(title))
        self.figure = label("", "figure")
        layout.addWidget(self.figure)
        self.sentence = label("", "soft", wrap=True)
        layout.addWidget(self.sentence)
        self.clear()

    def show_figures(self, figures: StageFigures, pictures: int) -> None:
        """Show what a stage came to on `pictures` test pictures."""
        self.figure.setText(percent(figures.accuracy))
        interval = figures.accuracy_interval
        words = reach_words(interval) if self._is_short else interval_words(interval, pictures)
        self.sentence.setText(words)
        self.setAccessibleName(f"{self.title.text()} {accuracy_words(figures, pictures)}".strip())

    def clear(self) -> None:
        """Show that there is no figure yet."""
        self.figure.setText("-")
        self.sentence.setText(translate("Accuracy", "Not measured yet."))
        self.setAccessibleName(f"{self.title.text()} {self.sentence.text()}".strip())


def accuracy_words(figures: StageFigures, pictures: int) -> str:
    """'84.9 %, give or take 1.6 points, on 1,745 pictures it had never seen'."""
    return f"{percent(figures.accuracy)}, {interval_words(figures.accuracy_interval, pictures)}"


def interval_words(interval: tuple[float, float], pictures: int) -> str:
    """'give or take 1.6 points, on 1,745 pictures it had never seen'."""
    words = translate("Accuracy", "give or take {points} points, on {pictures} pictures it had never seen")
    low, high = interval
    return words.format(points=f"{(high - low) / 2 * 100:.1f}", pictures=f"{pictures:,}")


def reach_words(interval: tuple[float, float]) -> str:
    """'give or take 1.6 points'."""
    low, high = interval
    return translate("Accuracy", "give or take {points} points").format(
        points=f"{(high - low) / 2 * 100:.1f}"
    )


def basis_words(pictures: int) -> str:
    """'Measured on 1,745 pictures it had never seen.'."""
    words = translate("Accuracy", "Measured on {pictures} pictures it had never seen.")
    return words.format(pictures=f"{pictures:,}")


def difference_words(before: StageFigures, after: StageFigures) -> str:
    """What became of the accuracy, in a sentence: by how much, and whether that could be chance."""
    difference = after.accuracy - before.accuracy
    if abs(difference) < _CHANCE:
        return translate("Accuracy", "Just as accurate as before.")
    points = f"{abs(difference) * 100:.1f}"
    low, high = before.accuracy_interval
    if low <= after.accuracy <= high:
        if difference < 0:
            words = translate("Accuracy", "{points} points less, which can be chance.")
        else:
            words = translate("Accuracy", "{points} points more, which can be chance.")
    elif difference < 0:
        words = translate("Accuracy", "{points} points less accurate than before.")
    else:
        words = translate("Accuracy", "{points} points more accurate than before.")
    return words.format(points=points)
