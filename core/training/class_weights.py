"""What the images of each class count for in training, where some classes have many more than others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.datasets.findings import is_heavily_imbalanced
from core.settings import ClassWeighting

_MOST = 10.0
"""An image that counted for more would shake the network each time it comes."""


def class_weights(
    labels: NDArray[np.int64], classes: int, weighting: ClassWeighting
) -> NDArray[np.float32] | None:
    """For each class the factor on the loss of its images, or None where all count the same.

    Factors are as the inverse of how many images a class has, at most 10 times the mean of the images',
    which is 1. 'auto' gives them where classes differ much in size.
    """
    counts = np.bincount(labels, minlength=classes)
    if weighting == "off" or (weighting == "auto" and not is_heavily_imbalanced(counts.tolist())):
        return None
    present = counts > 0
    balanced = np.zeros(classes)
    balanced[present] = np.minimum(len(labels) / (present.sum() * counts[present]), _MOST)
    return (balanced * len(labels) / (balanced @ counts)).astype(np.float32)
