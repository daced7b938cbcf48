"""How often a model is right, and how sure that is; before a stage and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.theme.tokens import Space
from app.widgets.basics import column, label, row
from app.wording import decimal, percent, percent_range, translate, whole
from core.runs.summary import AccuracyEstimate, StageFigures, Summary
from core.settings import Stage

_CHANCE = 0.0005
"""Differences below this share are none that is shown."""
_NAMES = 3
"""So many classes of one burst are named."""


class AccuracyFigure(QWidget):
    """A large figure with a word above it, its interval below, and an estimate where there is one.

    `is_short`: on how many images it is, and the estimate, are left out, for somebody else says that.
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
        self.sentence.setToolTip(
            translate(
                "Accuracy",
                "The 95 % confidence interval (Wilson): with other test images of the same kind, the "
                "accuracy is in a range like this 95 times out of 100.",
            )
        )
        layout.addWidget(self.sentence)
        self.estimate = label("", "soft", wrap=True)
        layout.addWidget(self.estimate)
        self.clear()

    def show_figures(self, figures: StageFigures, images: int) -> None:
        """Show what a stage came to on `images` test images."""
        self.figure.setText(percent(figures.accuracy))
        interval = figures.accuracy_interval
        self.sentence.setText(
            percent_range(*interval) if self._is_short else interval_words(interval, images)
        )
        shown = None if self._is_short else figures.estimate
        self._show_estimate(estimate_words(shown) if shown else "")
        said = (self.title.text(), accuracy_words(figures, images), self.estimate.text())
        self.setAccessibleName(" ".join(filter(None, said)))

    def clear(self) -> None:
        """Show that there is no figure yet."""
        self.figure.setText("-")
        self.sentence.setText(translate("Accuracy", "Not measured yet."))
        self._show_estimate("")
        self.setAccessibleName(f"{self.title.text()} {self.sentence.text()}".strip())

    def _show_estimate(self, words: str) -> None:
        self.estimate.setText(words)
        self.estimate.setVisible(bool(words))


def accuracy_words(figures: StageFigures, images: int) -> str:
    """'84.9 % (83.1 to 86.5 %) on 1,745 held-out test images'."""
    words = translate("Accuracy", "{accuracy} ({range}) on {images} held-out test images")
    return words.format(
        accuracy=percent(figures.accuracy),
        range=percent_range(*figures.accuracy_interval),
        images=whole(images),
    )


def interval_words(interval: tuple[float, float], images: int) -> str:
    """'83.1 to 86.5 % on 1,745 held-out test images'."""
    words = translate("Accuracy", "{range} on {images} held-out test images")
    return words.format(range=percent_range(*interval), images=whole(images))


def estimate_words(estimate: AccuracyEstimate) -> str:
    """What to expect of new images, where few were there to measure that on."""
    words = translate(
        "Accuracy",
        "Estimated for new images like these: {accuracy} ({range}), by cross-validation on all "
        "{images} images.",
    ).format(
        accuracy=percent(estimate.accuracy),
        range=percent_range(*estimate.interval),
        images=whole(estimate.images),
    )
    if estimate.from_scratch:
        scratch = translate(
            "Accuracy", "This estimate uses the starting network; this run was trained from scratch."
        )
        words = f"{words} {scratch}"
    if estimate.one_burst:
        burst = translate(
            "Accuracy", "Expect less in other places: all images of {names} are from one burst."
        )
        words = f"{words} {burst.format(names=_listed(estimate.one_burst))}"
    return words


def _listed(names: Sequence[str]) -> str:
    shown = [f"'{name}'" for name in names[:_NAMES]]
    return ", ".join([*shown, *(["…"] if len(names) > _NAMES else [])])


def basis_words(images: int) -> str:
    """'Measured on 1,745 images it had never seen.'."""
    words = translate("Accuracy", "Measured on {images} held-out test images.")
    return words.format(images=whole(images))


def difference_words(before: StageFigures, after: StageFigures) -> str:
    """What became of the accuracy, in a sentence: by how much, and whether that could be chance."""
    difference = after.accuracy - before.accuracy
    if abs(difference) < _CHANCE:
        return translate("Accuracy", "Same accuracy as before.")
    points = decimal(abs(difference) * 100, 1)
    low, high = before.accuracy_interval
    if low <= after.accuracy <= high:
        if difference < 0:
            words = translate("Accuracy", "{points} points lower: not a significant difference.")
        else:
            words = translate("Accuracy", "{points} points higher: not a significant difference.")
    elif difference < 0:
        words = translate("Accuracy", "Accuracy is {points} points lower than before.")
    else:
        words = translate("Accuracy", "Accuracy is {points} points higher than before.")
    return words.format(points=points)


class BeforeAfter(QFrame):
    """A card; a page may put more into `line`, behind the two figures, and into `body`, below them."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.body: QVBoxLayout = column(self, Space.MEDIUM, Space.LARGE)
        self.line: QHBoxLayout = row(space=Space.LARGE)
        self.before, self.after = AccuracyFigure(before, True), AccuracyFigure(after, True)
        self.line.addWidget(self.before, 1)
        arrow = label("→", "title")
        arrow.setAccessibleName("")
        self.line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.after, 1)
        self.body.addLayout(self.line)
        self.difference = label("", "body", wrap=True)
        self.body.addWidget(self.difference)
        self.basis = label("", "caption", wrap=True)
        self.body.addWidget(self.basis)

    def show_stages(self, summary: Summary | None, before: Stage, after: Stage) -> None:
        """Show what two stages came to."""
        figures = [_figures(summary, stage) for stage in (before, after)]
        for shown, own in zip((self.before, self.after), figures, strict=True):
            if own is None or summary is None:
                shown.clear()
            else:
                shown.show_figures(own, summary.dataset.test_images)
        first, second = figures
        self.difference.setText(difference_words(first, second) if first and second else "")
        self.basis.setText(_basis(summary) if summary else "")


def _basis(summary: Summary) -> str:
    words = basis_words(summary.dataset.test_images)
    return f"{words} {estimate_words(summary.estimate)}" if summary.estimate else words


def _figures(summary: Summary | None, stage: Stage) -> StageFigures | None:
    return summary.of(stage) if summary else None
