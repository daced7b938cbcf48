"""Weights rounded to the codes of a few bits, without training to make up for it.

With eight bits a filter's largest weight decides the step between its codes. With fewer that wastes most of
them on a few large weights: the step is chosen so that the squared error of the filter is least, and weights
beyond the largest code are cut to it (Banner et al., "Post training 4-bit quantization of convolutional
networks for rapid-deployment", arXiv:1810.05723).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.settings import QuantizeMethod

_FINEST_BITS = 8
_FEWEST_BITS = 3
_SHARE_OF_FEW_LEVELS = 0.75
_WIDTHS = np.linspace(1.0, 0.3, 36)
"""Shares of a filter's largest weight that are tried for its largest code. The first cuts nothing."""


def has_scale_a_filter(method: QuantizeMethod, bits: int) -> bool:
    """Whether each filter of a layer has a scale of its own, or all of them share one.

    Where training makes up for it, one does no harm, and the file is an eighth smaller: layers are alike
    enough for the same few codes, and a scale of four bytes a filter is saved
    (docs/decisions/0016-scales.md). Codes of eight bits are for layers in which every step counts.
    """
    return method == "post-training" or bits == _FINEST_BITS


def limit_share(method: QuantizeMethod, bits: int) -> float:
    """The share of a layer's largest weight that its largest code stands for; larger weights are cut to it.

    With three bits three levels to either side are all there is: stretched over the few largest weights of a
    layer they would leave most others on the first. With more bits nothing need be cut, and where weights are
    only rounded `nearest_levels` has done it (docs/decisions/0017-three-bit-codes.md).
    """
    return _SHARE_OF_FEW_LEVELS if method == "training-aware" and bits == _FEWEST_BITS else 1.0


def largest_code(bits: int) -> int:
    """The largest of the symmetric codes of `bits` bits: 7 of 4 bits, 127 of 8."""
    return int(2 ** (bits - 1) - 1)


def nearest_levels(kernel: NDArray[np.float32], bits: int) -> NDArray[np.float32]:
    """A kernel (height, width, inputs, filters) rounded to what codes of `bits` bits can stand for.

    Each filter has the step of its own that leaves the least squared error. Zeros stay zeros.
    """
    largest = largest_code(bits)
    best = np.zeros_like(kernel)
    least = np.full(kernel.shape[-1], np.inf)
    highest = np.abs(kernel).max(axis=(0, 1, 2))
    for width in _WIDTHS:
        step = np.where(highest > 0, highest * width / largest, 1)
        rounded = np.clip(np.rint(kernel / step), -largest, largest) * step
        error = ((rounded - kernel) ** 2).sum(axis=(0, 1, 2), dtype=np.float64)
        better = error < least
        best[..., better] = rounded[..., better]
        least[better] = error[better]
    return best
