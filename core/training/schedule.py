"""How many steps a stage trains, where it validates, and the learning rate of each step.

A step is a batch; a pass is every training image once. What is validated, recorded and told as an epoch is a
pass, or as many steps as the plan says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_WARMUP_FRACTION = 0.05


@dataclass(frozen=True)
class Schedule:
    """`total` steps in epochs of `length` steps, the last of which may be shorter.

    The images are gone through every `per_pass` steps. In the first `head` steps only the last layer learns,
    and the learning rate goes through its rise and fall; then it begins anew.
    """

    per_pass: int
    total: int
    length: int
    head: int
    highest: float

    @property
    def epochs(self) -> int:
        """How many epochs there are."""
        return -(-self.total // self.length)

    def steps_of(self, epoch: int) -> range:
        """The steps, from 0, of an epoch, from 1."""
        return range((epoch - 1) * self.length, min(epoch * self.length, self.total))

    def learning_rate(self, step: int) -> float:
        """The learning rate of a step."""
        if step < self.head:
            return learning_rate_at(step, self.head, self.highest)
        return learning_rate_at(step - self.head, self.total - self.head, self.highest)


def learning_rate_at(step: int, steps: int, highest: float) -> float:
    """The learning rate of step `step` (from 0) of `steps` of one rise and fall."""
    warmup = max(1, round(steps * _WARMUP_FRACTION))
    if step < warmup:
        return highest * (step + 1) / warmup
    return highest * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))
