"""How large the Huffman-coded file will be, from the weights before they are pruned.

The weights are pruned and rounded as the stages to come would do it, and the lengths of optimal Huffman codes
are added up. What training with zeros and with rounded weights changes in their distribution is not known
yet: the figure is about right, not exact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.compression.codable import ENCODED_TENSOR_BYTES, OPERATOR_BYTES
from core.compression.criterion import Criterion
from core.compression.huffman.code import count_symbols, optimal_bits
from core.compression.rounding import has_scale_a_filter, largest_code, limit_share
from core.figures import Count, Fraction
from core.settings import PruneSettings, QuantizeSettings

SPARSITIES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98)

_EDGE_BITS = 8
_BIAS_BYTES = 4
_SCALE_BYTES = 4
_LAYER_BYTES = OPERATOR_BYTES + ENCODED_TENSOR_BYTES + 216
"""A convolution beside its weights: its decoder, the convolution itself, five tensors, buffers, offsets."""
_FILE_BYTES = 1_900
"""Code tables, and the operators without weights."""


class PredictedSize(msgspec.Struct, frozen=True):
    """About how many bytes huffman.tflite will have at a sparsity (0 to 1)."""

    sparsity: Fraction
    bytes: Count


def predicted_sizes(
    kernels: Mapping[str, NDArray[np.float32]], pruning: PruneSettings, quantizing: QuantizeSettings
) -> tuple[PredictedSize, ...]:
    """The file's size at each of `SPARSITIES`.

    `kernels` are those of all convolutions, (height, width, in, out), in the order in which they run, without
    the filters that go; the first and the last keep codes of 8 bits.
    """
    names = list(kernels)
    edges = (names[0], names[-1])
    bits = {name: _EDGE_BITS if name in edges else quantizing.weight_bits for name in names}
    ordered = {name: _OrderedCodes.of(kernel, bits[name]) for name, kernel in kernels.items()}
    criterion = Criterion.of(kernels, pruning.scope)
    overhead = _FILE_BYTES + _LAYER_BYTES * len(kernels)
    overhead += sum(_BIAS_BYTES * kernel.shape[-1] for kernel in kernels.values())
    overhead += sum(_SCALE_BYTES * codes.scales for codes in ordered.values())
    sizes = []
    for sparsity in SPARSITIES:
        targets = criterion.targets(sparsity)
        coded = sum(optimal_bits(codes.counts(targets[name])) for name, codes in ordered.items())
        sizes.append(PredictedSize(sparsity, overhead + coded // 8))
    return tuple(sizes)


def predicted_size(table: Sequence[PredictedSize], sparsity: float) -> int:
    """About how many bytes the file will have at any sparsity, from the sizes in `table`, in its order.

    Raises ValueError for an empty table.
    """
    if not table:
        raise ValueError("there are no predicted sizes")
    above = bisect_right(table, sparsity, key=lambda entry: entry.sparsity)
    if above in (0, len(table)):
        return table[max(0, above - 1)].bytes
    low, high = table[above - 1], table[above]
    share = (sparsity - low.sparsity) / (high.sparsity - low.sparsity)
    return round(low.bytes + share * (high.bytes - low.bytes))


@dataclass(frozen=True, eq=False)
class _OrderedCodes:
    """The codes of a kernel's weights, the smallest weight first, and how many scales they have."""

    codes: NDArray[np.int8]
    scales: int

    @classmethod
    def of(cls, kernel: NDArray[np.float32], bits: int) -> _OrderedCodes:
        highest = np.abs(kernel).max(axis=(0, 1, 2) if has_scale_a_filter(bits) else None)
        limits = np.maximum(highest * limit_share(bits), np.finfo(np.float32).tiny)
        largest = largest_code(bits)
        scales = limits / largest
        codes = np.clip(np.rint(kernel / scales), -largest, largest).astype(np.int8).ravel()
        return cls(codes[np.argsort(np.abs(kernel), axis=None)], scales.size)

    def counts(self, sparsity: float) -> NDArray[np.int64]:
        """How often each code occurs when the share `sparsity` of the weights is zero."""
        zeros = round(sparsity * len(self.codes))
        counts = count_symbols(self.codes[zeros:])
        counts[0] += zeros
        return counts
