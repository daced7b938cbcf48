"""The six steps, in order, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.settings import Stage

StepName = Literal["data", "train", "prune", "quantize", "huffman", "board"]


def _noop(text: str) -> str:
    """Mark a text for translation (context "Step"); it is translated when it is shown."""
    return text


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
        return QCoreApplication.translate("Step", self._title)

    @property
    def sentence(self) -> str:
        """What it is for, in one sentence."""
        return QCoreApplication.translate("Step", self._sentence)


STEPS: tuple[Step, ...] = (
    Step(
        "data",
        _noop("Pictures"),
        _noop("Show the program what it shall tell apart."),
    ),
    Step(
        "train",
        _noop("Train"),
        _noop("Let a small network learn from the pictures."),
        "train",
    ),
    Step(
        "prune",
        _noop("Prune"),
        _noop("Take away the connections that matter least."),
        "prune",
    ),
    Step(
        "quantize",
        _noop("Quantize"),
        _noop("Write every number with fewer digits."),
        "quantize",
    ),
    Step(
        "huffman",
        _noop("Huffman"),
        _noop("Give frequent numbers short codes; nothing is lost."),
        "huffman",
    ),
    Step(
        "board",
        _noop("Board"),
        _noop("Put the model on a board and see what it sees."),
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
