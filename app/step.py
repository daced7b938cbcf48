"""The six steps, in order, and what they come to, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.wording import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from core.settings import Stage

StepName = Literal["data", "train", "prune", "quantize", "huffman", "board", "result"]
PageName = Literal["start"] | StepName


@dataclass(frozen=True)
class Step:
    """A step of the wizard. `stage` is the stage of a run that it does, if it is one.

    The result has a page as steps have, and is none: it has no `number`.
    """

    name: StepName
    _title: str
    _sentence: str
    stage: Stage | None = None
    number: int | None = None

    @property
    def title(self) -> str:
        """Its name in the language in force."""
        return translate("Step", self._title)

    @property
    def sentence(self) -> str:
        """What it is for, in one sentence."""
        return translate("Step", self._sentence)


STEPS: tuple[Step, ...] = (
    Step(
        "data",
        QT_TRANSLATE_NOOP("Step", "Photos"),
        QT_TRANSLATE_NOOP("Step", "Choose the images to classify."),
        number=1,
    ),
    Step(
        "train",
        QT_TRANSLATE_NOOP("Step", "Train"),
        QT_TRANSLATE_NOOP("Step", "Train a small network on your images."),
        "train",
        number=2,
    ),
    Step(
        "prune",
        QT_TRANSLATE_NOOP("Step", "Prune"),
        QT_TRANSLATE_NOOP("Step", "Remove the weights that matter least."),
        "prune",
        number=3,
    ),
    Step(
        "quantize",
        QT_TRANSLATE_NOOP("Step", "Quantize"),
        QT_TRANSLATE_NOOP("Step", "Store each weight with fewer bits."),
        "quantize",
        number=4,
    ),
    Step(
        "huffman",
        QT_TRANSLATE_NOOP("Step", "Huffman"),
        QT_TRANSLATE_NOOP("Step", "Lossless compression: frequent values get short codes."),
        "huffman",
        number=5,
    ),
    Step(
        "board",
        QT_TRANSLATE_NOOP("Step", "Board"),
        QT_TRANSLATE_NOOP("Step", "Run the model on a board."),
        number=6,
    ),
    Step(
        "result",
        QT_TRANSLATE_NOOP("Step", "Result"),
        QT_TRANSLATE_NOOP("Step", "What your finished model is worth."),
    ),
)


def step(name: StepName) -> Step:
    """The step of that name."""
    return next(one for one in STEPS if one.name == name)


def following(name: StepName) -> StepName | None:
    """The step after one, or None after the last."""
    names = [one.name for one in STEPS if one.number is not None]
    index = names.index(name) + 1
    return names[index] if index < len(names) else None
