"""About how large the Huffman-coded file will be, from what pruning left. Knows nothing of Qt.

In a pruned layer the zero has a codeword of one bit and every other code begins with another bit; beyond that
a code takes a little less than the bits that it may have, for small weights are more frequent than large
ones, the more so where all filters of a layer share a scale, the less where large ones are cut. With that,
and with what the files of whole runs (84,000 to 725,000 weights) took beside their codewords, those files are
met within three percent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from core.compression.rounding import has_scale_a_filter, limit_share
from core.settings import QuantizeSettings

_EDGE_BITS = 8
_UNEVENNESS, _UNEVENNESS_OF_LAYERS, _UNEVENNESS_WITHOUT_LARGE = 0.82, 1.07, 0.71
_FILE_BYTES, _LAYER_BYTES, _BIAS_BYTES, _SCALE_BYTES = 1_900, 240, 4, 4


def coded_size(layers: Sequence[Mapping[str, object]], settings: QuantizeSettings) -> int:
    """Bytes of huffman.tflite; `layers` are those of details/prune.json, at least two.

    The first and the last layer keep codes of 8 bits.
    """
    size = float(_FILE_BYTES)
    for number, layer in enumerate(layers):
        shape, weights, sparsity = layer["shape"], layer["weights"], layer["sparsity"]
        assert isinstance(shape, Sequence)
        assert isinstance(weights, int)
        assert isinstance(sparsity, int | float)
        bits = _EDGE_BITS if number in (0, len(layers) - 1) else settings.weight_bits
        scale_a_filter = has_scale_a_filter(bits)
        filters = int(shape[-1])
        size += _LAYER_BYTES + _BIAS_BYTES * filters + _SCALE_BYTES * (filters if scale_a_filter else 1)
        size += weights * _mean_bits(sparsity, bits - _unevenness(bits)) / 8
    return round(size)


def _unevenness(bits: int) -> float:
    if has_scale_a_filter(bits):
        return _UNEVENNESS
    return _UNEVENNESS_WITHOUT_LARGE if limit_share(bits) < 1 else _UNEVENNESS_OF_LAYERS


def _mean_bits(sparsity: float, bits: float) -> float:
    """Bits a weight: whether it is zero, and `bits` for which of the others it is."""
    if sparsity >= 0.5:
        whether = 1.0
    elif sparsity <= 0:
        whether = 0.0
    else:
        whether = -(sparsity * math.log2(sparsity) + (1 - sparsity) * math.log2(1 - sparsity))
    return whether + (1 - sparsity) * bits
