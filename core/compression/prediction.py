"""How large the Huffman-coded file will be, before it is made.

Before pruning the weights themselves are known (`predicted_sizes`): they are pruned and rounded as the stages
to come would do it, and the lengths of optimal Huffman codes are added up. What training with zeros and with
rounded weights changes in their distribution is not known yet: the figure is about right, not exact.

After pruning the layers and their zeros are known (`coded_size`). In a pruned layer the zero has a codeword
of one bit and every other code begins with another bit; beyond that a code takes a little less than the bits
that it may have, for small weights are more frequent than large ones, the more so where all filters of a
layer share a scale, the less where large ones are cut. With that, the files of whole runs (84,000 to 725,000
weights) are met within three percent.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.compression.criterion import Criterion
from core.compression.huffman.code import count_symbols, optimal_bits
from core.compression.rounding import clip_ratio, is_per_channel, largest_code
from core.figures import Count, Fraction
from core.settings import PruneSettings, QuantizeSettings

SPARSITIES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98)

_EDGE_BITS = 8
"""Of the codes of the first and the last layer."""
_FILE_BYTES = 1_900
"""Code tables, and the operators without weights."""
_LAYER_BYTES = 240
"""A convolution beside its weights: its decoder, the convolution itself, five tensors, buffers, offsets."""
_BIAS_BYTES = _SCALE_BYTES = 4
_UNEVENNESS, _UNEVENNESS_OF_LAYERS, _UNEVENNESS_WITHOUT_LARGE = 0.82, 1.07, 0.71
"""How many bits less than it may have a code takes that is not zero."""


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
    overhead = _beside_weights((kernel.shape[-1], ordered[name].scales) for name, kernel in kernels.items())
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


def coded_size(layers: Sequence[Mapping[str, object]], settings: QuantizeSettings) -> int:
    """About how many bytes the file will have; `layers` are those of details/prune.json, at least two.

    The first and the last layer keep codes of 8 bits.
    """
    weight_bytes, beside = 0.0, []
    for number, layer in enumerate(layers):
        shape, weights, sparsity = layer["shape"], layer["weights"], layer["sparsity"]
        assert isinstance(shape, Sequence)
        assert isinstance(weights, int)
        assert isinstance(sparsity, int | float)
        bits = _EDGE_BITS if number in (0, len(layers) - 1) else settings.weight_bits
        filters = int(shape[-1])
        beside.append((filters, filters if is_per_channel(bits) else 1))
        weight_bytes += weights * _mean_bits(sparsity, bits - _unevenness(bits)) / 8
    return round(_beside_weights(beside) + weight_bytes)


def _beside_weights(layers: Iterable[tuple[int, int]]) -> int:
    """The bytes of a file without its weights, from how many filters and scales each layer has."""
    return _FILE_BYTES + sum(
        _LAYER_BYTES + _BIAS_BYTES * filters + _SCALE_BYTES * scales for filters, scales in layers
    )


def _unevenness(bits: int) -> float:
    if is_per_channel(bits):
        return _UNEVENNESS
    return _UNEVENNESS_WITHOUT_LARGE if clip_ratio(bits) < 1 else _UNEVENNESS_OF_LAYERS


def _mean_bits(sparsity: float, bits: float) -> float:
    """Bits a weight: whether it is zero, and `bits` for which of the others it is."""
    if sparsity >= 0.5:
        whether = 1.0
    elif sparsity <= 0:
        whether = 0.0
    else:
        whether = -(sparsity * math.log2(sparsity) + (1 - sparsity) * math.log2(1 - sparsity))
    return whether + (1 - sparsity) * bits


@dataclass(frozen=True, eq=False)
class _OrderedCodes:
    """The codes of a kernel's weights, the smallest weight first, and how many scales they have."""

    codes: NDArray[np.int8]
    scales: int

    @classmethod
    def of(cls, kernel: NDArray[np.float32], bits: int) -> _OrderedCodes:
        highest = np.abs(kernel).max(axis=(0, 1, 2) if is_per_channel(bits) else None)
        limits = np.maximum(highest * clip_ratio(bits), np.finfo(np.float32).tiny)
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
