"""What a finished stage's model is worth: one place with its classes, mix-ups and mistakes."""

from __future__ import annotations

from collections.abc import Sequence

from app.steps.results.class_bars import ClassBars
from app.steps.results.confusion_matrix import ConfusionMatrix
from app.steps.results.mistakes_wall import MistakesWall
from app.steps.results.sureness import SurenessView
from app.widgets.basics import label, stacked
from app.widgets.tabs import Tabs
from core.evaluation.confusion import ClassScore
from core.runs.measuring import Details
from core.runs.summary import Threshold
from core.settings import RunSettings


class StageResults(Tabs):
    """Tabs that every stage has; a page adds its own before them with `add`, then calls `add_usual`."""

    def __init__(self) -> None:
        super().__init__("")
        self.bar.setAccessibleName(self.tr("What the model is worth"))
        self.confusion = ConfusionMatrix()
        self.classes = ClassBars()
        self.mistakes = MistakesWall()
        self.sureness = SurenessView()
        self._no_mistakes = label(self.tr("Not one mistake on the test pictures."), "soft", wrap=True)
        self._before = label(self.tr("The line across a bar marks what it was before."), "caption", wrap=True)

    def add_usual(self) -> None:
        """The tabs of classes, mix-ups, and of mistakes with what it is not sure of."""
        weakest = label(self.tr("Recognized test pictures, the weakest class first."), "caption", wrap=True)
        self.add(self.tr("Classes"), stacked(weakest, self._before, self.classes))
        self.add(self.tr("Mix-ups"), self.confusion)
        worst = self.tr("What the model was most wrong about, and how sure it was of it.")
        unsure = label(self.tr("Not sure"), "heading")
        caption = label(worst, "caption", wrap=True)
        wall = stacked(caption, self._no_mistakes, self.mistakes, unsure, self.sureness)
        self.add(self.tr("Worst mistakes"), wall)

    def show_details(
        self,
        details: Details,
        settings: RunSettings,
        threshold: Threshold | None,
        before: Sequence[ClassScore] = (),
    ) -> None:
        """Show what was measured in the run with these settings; `before` is of the stage before."""
        names = [score.name for score in details.classes]
        self.classes.show_scores(details.classes, before)
        self._before.setVisible(bool(before))
        self.confusion.show_counts(names, details.confusion)
        self._no_mistakes.setVisible(not details.mistakes)
        self.mistakes.show_mistakes(details.mistakes, settings)
        self.sureness.show_threshold(threshold)
