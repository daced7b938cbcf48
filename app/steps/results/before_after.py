"""Accuracy before a stage and after it, side by side, and the difference in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.steps.results.accuracy_figure import AccuracyFigure, basis_words, difference_words, estimate_words
from app.theme.tokens import Space
from app.widgets.basics import column, label, row
from core.runs.summary import StageFigures, Summary
from core.settings import Stage


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
