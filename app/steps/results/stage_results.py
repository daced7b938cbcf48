"""What a finished stage's model is worth: classes, mix-ups, mistakes, and when it is not sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.background import in_background
from app.session import Session
from app.steps.results.bars import Bar, BarList, ClassBars
from app.steps.results.confusion_matrix import ConfusionMatrix
from app.steps.results.images import MistakesWall
from app.theme.tokens import Space
from app.widgets.basics import column, label, stacked
from app.widgets.controls import Tabs
from app.wording import percent, translate
from core.evaluation.confusion import ClassScore
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.stage_details import SomeDetails, read_details
from core.runs.summary import Threshold, UnrelatedFigures
from core.settings import RunSettings, Stage

_Version = tuple[str, int]


class DetailsReader(QObject):
    """Reads details/<stage>.json and hands it over, once for each time that the stage has finished.

    `take` gets a value of `kind`, or None when the stage has no readable details.
    """

    def __init__(
        self,
        stage: Stage,
        kind: type[SomeDetails],
        take: Callable[[SomeDetails | None], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage: Stage = stage
        self._kind: type[Any] = kind
        self._take: Callable[[Any], object] = take
        self._asked: _Version | None = None

    def read(self, folder: RunFolder | None) -> None:
        """Have the details of a run read, unless they have been."""
        version = _version(folder, self._stage)
        if folder is None or version is None:
            self._asked = None
            self._take(None)
        elif version != self._asked:
            self._asked = version
            in_background(
                self, lambda: (version, read_details(folder, self._stage, self._kind)), self._arrived
            )

    def _arrived(self, answer: tuple[_Version, Any]) -> None:
        version, details = answer
        if version == self._asked:
            self._take(details)


def _version(folder: RunFolder | None, stage: Stage) -> _Version | None:
    """Which file it is, and when it was written; None where there is none."""
    if folder is None:
        return None
    path = folder.details(stage)
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError:
        return None


class SurenessView(QWidget):
    """Sentences about the threshold, and a bar for each kind of unrelated images."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        self.words = label("", "body", wrap=True)
        layout.addWidget(self.words)
        self._caption = label(
            self.tr("Images that show none of the classes, and how many of them get “not sure”:"),
            "caption",
            wrap=True,
        )
        layout.addWidget(self._caption)
        self.bars = BarList(self.tr("Unrelated images rejected as “not sure”"))
        layout.addWidget(self.bars)
        self.show_threshold(None)

    def show_threshold(self, threshold: Threshold | None) -> None:
        """Show the threshold of a stage's model; None where it has none."""
        unrelated = threshold.unrelated if threshold else ()
        self.words.setText(threshold_words(threshold) if threshold else _without())
        self._caption.setVisible(bool(unrelated))
        self.bars.setVisible(bool(unrelated))
        self.bars.show_bars([_bar(figures) for figures in unrelated])


def threshold_words(threshold: Threshold) -> str:
    """What a threshold means, in sentences."""
    sentences = [
        translate(
            "Sureness",
            "If no class reaches {probability}, the prediction is “not sure”, on the board too: the "
            "image may show none of the classes.",
        ).format(probability=percent(threshold.probability)),
        translate(
            "Sureness",
            "The threshold comes from the validation images: {passed} of the correct predictions reach it.",
        ).format(passed=percent(threshold.passed)),
    ]
    if threshold.test_accuracy is not None:
        words = translate(
            "Sureness",
            "On the test images, {sure} of the predictions are sure. Their accuracy is {accuracy}.",
        )
        sentences.append(
            words.format(sure=percent(threshold.test_sure), accuracy=percent(threshold.test_accuracy))
        )
    return " ".join(sentences)


def _without() -> str:
    return translate(
        "Sureness",
        "This model always predicts a class: it has no threshold. An older version made it, or "
        "it is right about no validation image.",
    )


def _bar(figures: UnrelatedFigures) -> Bar:
    names = {
        "sample-scenes": translate("Sureness", "Drawn scenes"),
        "other-classes": translate("Sureness", "Other classes"),
        "noise": translate("Sureness", "Noise, bare walls"),
    }
    words = translate("Sureness", "{kind}: {rejected} of {count} images get “not sure”.").format(
        kind=names[figures.kind],
        rejected=round(figures.rejected * figures.images),
        count=figures.images,
    )
    return Bar(names[figures.kind], figures.rejected, percent(figures.rejected), words)


class StageResults(Tabs):
    """Tabs that every stage has; a page adds its own before them with `add`, then calls `add_usual`."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.bar.setAccessibleName(self.tr("Results"))
        self.confusion = ConfusionMatrix()
        self.classes = ClassBars()
        self.mistakes = MistakesWall(session)
        self.sureness = SurenessView()
        self._no_mistakes = label(self.tr("No mistakes on the test images."), "soft", wrap=True)
        self._before = label(self.tr("The line on a bar marks the value before."), "caption", wrap=True)

    def add_usual(self) -> None:
        """The tabs of classes, mix-ups, and of mistakes with what it is not sure of."""
        weakest = label(self.tr("Accuracy on the test images, lowest class first."), "caption", wrap=True)
        self.add(self.tr("Classes"), stacked(weakest, self._before, self.classes))
        self.add(self.tr("Confusion"), self.confusion)
        worst = self.tr("Wrong predictions with the highest confidence.")
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
