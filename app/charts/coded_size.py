"""About how large the Huffman-coded file will be, from what pruning left. Knows nothing of Qt.

In a pruned layer the zero has a codeword of one bit and every other code begins with another bit; beyond that
a code takes a little less than the bits that it may have, for small weights are more frequent than large
ones. With that, and with what the files of whole runs (725,000 and 84,000 weights) took beside their
codewords, those files are met within three percent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_EDGE_BITS = 8
_UNEVENNESS = 0.82
_FILE_BYTES, _LAYER_BYTES, _CHANNEL_BYTES = 1_900, 240, 8


def coded_size(layers: Sequence[Mapping[str, object]], weight_bits: int) -> int:
    """Bytes of huffman.tflite; `layers` are those of details/prune.json, at least two.

    The first and the last layer keep codes of 8 bits.
    """
    size = float(_FILE_BYTES)
    for number, layer in enumerate(layers):
        shape, weights, sparsity = layer["shape"], layer["weights"], layer["sparsity"]
        assert isinstance(shape, Sequence)
        assert isinstance(weights, int)
        assert isinstance(sparsity, int | float)
        bits = _EDGE_BITS if number in (0, len(layers) - 1) else weight_bits
        size += _LAYER_BYTES + _CHANNEL_BYTES * int(shape[-1]) + weights * _mean_bits(sparsity, bits) / 8
    return round(size)


def _mean_bits(sparsity: float, bits: int) -> float:
    """Bits a weight: whether it is zero, and which of the others it is."""
    if sparsity >= 0.5:
        whether = 1.0
    elif sparsity <= 0:
        whether = 0.0
    else:
        whether = -(sparsity * math.log2(sparsity) + (1 - sparsity) * math.log2(1 - sparsity))
    return whether + (1 - sparsity) * (bits - _UNEVENNESS)
