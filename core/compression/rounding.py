"""The codes of a few bits that weights are rounded to, and the scales that they have."""

from __future__ import annotations

_FINEST_BITS = 8
_FEWEST_BITS = 3
_FRACTION_OF_FEW_LEVELS = 0.75


def is_per_channel(bits: int) -> bool:
    """Whether each filter of a layer has a scale of its own, or all of them share one.

    One does no harm where something makes up for the rounding, and the file is an eighth smaller: layers are
    alike enough for the same few codes, and a scale of four bytes a filter is saved
    (docs/decisions/0016-scales.md). Codes of eight bits are for layers in which every step counts.
    """
    return bits == _FINEST_BITS


def clip_ratio(bits: int) -> float:
    """The share of a layer's largest weight that its largest code stands for; larger weights are cut to it.

    With three bits three levels to either side are all there is: stretched over the few largest weights of a
    layer they would leave most others on the first. With more bits nothing need be cut
    (docs/decisions/0017-three-bit-codes.md). This is for training; without it each layer has a share of its
    own, about the same (`core.compression.reconstruction.quantized_weights`).
    """
    return _FRACTION_OF_FEW_LEVELS if bits == _FEWEST_BITS else 1.0


def largest_code(bits: int) -> int:
    """The largest of the symmetric codes of `bits` bits: 7 of 4 bits, 127 of 8."""
    return int(2 ** (bits - 1) - 1)
