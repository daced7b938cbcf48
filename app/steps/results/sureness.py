"""When the model says that it is not sure, and what that turns away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.steps.results.bar_list import Bar, BarList
from app.texts import translate
from app.theme.tokens import Space
from app.widgets.basics import column, label
from app.wording import percent
from core.runs.summary import Threshold, UnrelatedFigures


class SurenessView(QWidget):
    """Sentences about the threshold, and a bar for each kind of unrelated pictures."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        self.words = label("", "body", wrap=True)
        layout.addWidget(self.words)
        self._caption = label(
            self.tr("Pictures that show none of the classes, and how many of them get “not sure”:"),
            "caption",
            wrap=True,
        )
        layout.addWidget(self._caption)
        self.bars = BarList(self.tr("Unrelated pictures that are turned away"))
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
            "Where no class reaches {probability}, the answer is “not sure”, on the board too: the picture "
            "may show none of the classes.",
        ).format(probability=percent(threshold.probability)),
        translate(
            "Sureness",
            "It was found with the validation pictures: {passed} of the right answers there are above it.",
        ).format(passed=percent(threshold.passed)),
    ]
    if threshold.test_accuracy is not None:
        words = translate(
            "Sureness",
            "On the test pictures {sure} of the answers are sure, and {accuracy} of these are right.",
        )
        sentences.append(
            words.format(sure=percent(threshold.test_sure), accuracy=percent(threshold.test_accuracy))
        )
    return " ".join(sentences)


def _without() -> str:
    return translate(
        "Sureness",
        "This model always answers with a class: it was made before there was a threshold, or is right about "
        "no validation picture.",
    )


def _bar(figures: UnrelatedFigures) -> Bar:
    names = {
        "sample-scenes": translate("Sureness", "Drawn scenes"),
        "other-classes": translate("Sureness", "Other classes"),
        "noise": translate("Sureness", "Noise, bare walls"),
    }
    words = translate("Sureness", "{kind}: {rejected} of {count} pictures get “not sure”.").format(
        kind=names[figures.kind],
        rejected=round(figures.rejected * figures.images),
        count=figures.images,
    )
    return Bar(names[figures.kind], figures.rejected, percent(figures.rejected), words)
