"""How well each class is recognized."""

from __future__ import annotations

from collections.abc import Sequence

from app.steps.results.bar_list import Bar, BarList
from app.texts import translate
from app.wording import percent
from core.evaluation.confusion import ClassScore


class ClassBars(BarList):
    """A bar for each class, the weakest first; classes without a test picture are last."""

    def __init__(self) -> None:
        super().__init__(translate("ClassBars", "How well each class is recognized, the weakest first"))

    def show_scores(self, scores: Sequence[ClassScore], before: Sequence[ClassScore] = ()) -> None:
        """Show scores; those `before` are marked on the bars of the same classes."""
        earlier = {score.name: score.accuracy for score in before}
        ordered = sorted(scores, key=lambda score: (score.accuracy is None, score.accuracy or 0.0))
        self.show_bars([_bar(score, earlier.get(score.name)) for score in ordered])


def _bar(score: ClassScore, before: float | None) -> Bar:
    if score.accuracy is None:
        return Bar(score.name, 0.0, translate("ClassBars", "no test picture"))
    words = translate("ClassBars", "{name}: {right} of {pictures} test pictures recognized.").format(
        name=score.name, right=f"{score.right:,}", pictures=f"{score.pictures:,}"
    )
    if before is not None:
        words = f"{words} {translate('ClassBars', 'Before: {share}.').format(share=percent(before))}"
    return Bar(score.name, score.accuracy, percent(score.accuracy), words, before)
