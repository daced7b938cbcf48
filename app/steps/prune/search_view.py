"""What the search for the smallest network has tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from app.steps.results.bar_list import Bar, BarList
from app.theme.tokens import Space
from app.widgets.basics import column, label
from core.events import PruneTrial


class SearchView(QFrame):
    """A bar for each try: how much was gone, and what that cost."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(self.tr("What was tried"), "heading"))
        self._sentence = label("", "caption", wrap=True)
        layout.addWidget(self._sentence)
        self.bars = BarList(self.tr("What was tried"))
        layout.addWidget(self.bars)

    def show_trials(self, trials: Sequence[PruneTrial]) -> None:
        """Show the tries so far."""
        if trials:
            words = self.tr("Try {trial} of at most {most} is finished. Bars show how much was gone.")
            self._sentence.setText(words.format(trial=trials[-1].trial, most=trials[-1].most))
        else:
            self._sentence.setText(self.tr("The first try is at work."))
        self.bars.show_bars([self._bar(trial) for trial in trials])

    def _bar(self, trial: PruneTrial) -> Bar:
        gone = 1 - (1 - trial.filters) * (1 - trial.sparsity)
        name = self.tr("{share} % gone").format(share=f"{gone * 100:.0f}")
        points = f"{abs(trial.drop):.1f}"
        if trial.drop <= 0:
            cost = self.tr("costs nothing")
        else:
            cost = self.tr("costs {points} points").format(points=points)
        figure = f"{cost}  ✓" if trial.accepted else self.tr("{cost}: too much  ✗").format(cost=cost)
        words = self.tr("{filters} % of the filters and {zeros} % of the other connections gone: {cost}.")
        return Bar(
            name,
            gone,
            figure,
            words.format(
                filters=f"{trial.filters * 100:.0f}", zeros=f"{trial.sparsity * 100:.0f}", cost=figure
            ),
        )
