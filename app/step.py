"""The six steps, in order, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.wording import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from core.settings import Stage

StepName = Literal["data", "train", "prune", "quantize", "huffman", "board"]
PageName = Literal["start"] | StepName


@dataclass(frozen=True)
class Step:
    """A step of the wizard. `stage` is the stage of a run that it does, if it is one."""

    name: StepName
    _title: str
    _sentence: str
    stage: Stage | None = None

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
    ),
    Step(
        "train",
        QT_TRANSLATE_NOOP("Step", "Train"),
        QT_TRANSLATE_NOOP("Step", "Train a small network on your images."),
        "train",
    ),
    Step(
        "prune",
        QT_TRANSLATE_NOOP("Step", "Prune"),
        QT_TRANSLATE_NOOP("Step", "Remove the weights that matter least."),
        "prune",
    ),
    Step(
        "quantize",
        QT_TRANSLATE_NOOP("Step", "Quantize"),
        QT_TRANSLATE_NOOP("Step", "Store each weight with fewer bits."),
        "quantize",
    ),
    Step(
        "huffman",
        QT_TRANSLATE_NOOP("Step", "Huffman"),
        QT_TRANSLATE_NOOP("Step", "Lossless compression: frequent values get short codes."),
        "huffman",
    ),
    Step(
        "board",
        QT_TRANSLATE_NOOP("Step", "Board"),
        QT_TRANSLATE_NOOP("Step", "Run the model on a board."),
    ),
)


def step(name: StepName) -> Step:
    """The step of that name."""
    return next(one for one in STEPS if one.name == name)


def following(name: StepName) -> StepName | None:
    """The step after one, or None after the last."""
    names = [one.name for one in STEPS]
    index = names.index(name) + 1
    return names[index] if index < len(names) else None
