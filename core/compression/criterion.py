"""Which weights matter least, and how many of them each layer gives up.

Within a layer the smallest weights go first. How many a layer gives up comes either from one share for all or
from one threshold on LAMP scores (Lee et al., "Layer-adaptive sparsity for the magnitude-based pruning",
arXiv:2010.07611), which need no tuning by layer: conv1 and the last convolution keep more of their weights by
themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HIGHEST_LAYER_SPARSITY = 0.98
"""No layer is pruned further than this: one that is empty would cut the network in two."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """What each weight of each kernel is worth. With scope 'layer' nothing is compared between layers."""

    scope: str
    scores: Mapping[str, NDArray[np.float64]]

    @classmethod
    def of(cls, kernels: Mapping[str, NDArray[np.float32]], scope: str) -> Criterion:
        """The criterion for `kernels` (any shape) and a scope of `PruneSettings`."""
        return cls(scope, {name: _lamp_scores(kernel) for name, kernel in kernels.items()})

    def targets(self, sparsity: float) -> dict[str, float]:
        """The share of zeros, between 0 and 1, that each kernel shall have for `sparsity` of all weights.

        With scope 'layer' it is the same for all; with 'global' the weights with the lowest scores of all
        layers go.
        """
        if self.scope == "layer":
            return dict.fromkeys(self.scores, sparsity)
        threshold = np.quantile(np.concatenate(list(self.scores.values())), sparsity)
        return {
            name: min(HIGHEST_LAYER_SPARSITY, float(np.mean(values < threshold)))
            for name, values in self.scores.items()
        }


def _lamp_scores(kernel: NDArray[np.float32]) -> NDArray[np.float64]:
    """Each weight's square over the sum of the squares of all weights of its layer that are no smaller."""
    squares = np.sort(kernel.astype(np.float64).ravel() ** 2)[::-1]
    return squares / np.maximum(np.cumsum(squares), np.finfo(np.float64).tiny)
