"""What of a network goes when it is pruned, decided once for a run and kept with its checkpoints."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

from core.figures import Amount, Fraction
from core.files import make_folder, write_whole
from core.reading import read_json

MOST_TRIALS = 7
"""Tries of a search for the level."""
_TRIAL_STEPS = 400
"""A network needs about so many steps to get over what was done to it."""


class Level(msgspec.Struct, frozen=True):
    """How far a network is pruned: the share of its filters that go, then that of its weights at zero."""

    filters: Fraction
    sparsity: Fraction


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """One try of a search for the level, and what it left, measured on the validation images.

    `accuracy` is a share, `drop` in points below that of the trained network on the same images.
    """

    level: Level
    accuracy: Fraction
    drop: Amount
    accepted: bool


class PruningPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Of each layer the numbers of the filters that stay, and the level they come from.

    `before` is the trained network's accuracy on the validation images, and `trials` are those of the
    search that found the level, if there was one.
    """

    level: Level
    filters: dict[str, tuple[int, ...]]
    before: Fraction = 0.0
    trials: tuple[Trial, ...] = ()

    def drop(self, accuracy: float) -> float:
        """How many points an accuracy on the validation images is below that of the trained network."""
        return 100.0 * (self.before - accuracy)


def trial_epochs(epochs: int, steps: int) -> int:
    """The epochs of a try, of `steps` steps each, when `epochs` are those of the recovery that follows."""
    return min(epochs, math.ceil(_TRIAL_STEPS / steps))


def read_plan(path: Path) -> PruningPlan | None:
    """The plan in a file, or None when there is none. Raises `OSError` and `msgspec.DecodeError`."""
    return read_json(path, PruningPlan) if path.exists() else None


def write_plan(plan: PruningPlan, path: Path) -> None:
    """Replace a plan. Raises disk-full or write-permission."""
    make_folder(path.parent)
    write_whole(path, msgspec.json.encode(plan))
