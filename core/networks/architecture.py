"""SqueezeNet's architecture as values, for whoever builds it and whoever only has to know its shapes.

Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size"
(arXiv:1602.07360), in the 1.1 variant of the authors' repository: 3x3 first convolution with 64 filters,
pooling after conv1, fire3 and fire5.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FireModule:
    """A squeeze convolution (1x1) that feeds two expand convolutions (1x1 and 3x3), concatenated."""

    name: str
    squeeze: int
    expand_1x1: int
    expand_3x3: int


SQUEEZENET_1_1: tuple[FireModule | str, ...] = (
    "pool1",
    FireModule("fire2", 16, 64, 64),
    FireModule("fire3", 16, 64, 64),
    "pool3",
    FireModule("fire4", 32, 128, 128),
    FireModule("fire5", 32, 128, 128),
    "pool5",
    FireModule("fire6", 48, 192, 192),
    FireModule("fire7", 48, 192, 192),
    FireModule("fire8", 64, 256, 256),
    FireModule("fire9", 64, 256, 256),
)
CONV1_FILTERS = 64
# Chips work through channels eight at a time; fewer in a group cost the same.
CHANNEL_GROUP = 8


def scaled_filters(filters: int, width: float) -> int:
    """How many filters a layer of `filters` has at a width: a multiple of eight, at least one group."""
    return max(1, round(filters * width / CHANNEL_GROUP)) * CHANNEL_GROUP


def is_narrow(layer: str) -> bool:
    """Whether a layer is one of those that have few filters for what reads them: conv1 and the squeezes."""
    return layer == "conv1" or layer.endswith("_squeeze1x1")


def filters_left(filters: int, removed: float, *, narrow: bool) -> int:
    """How many of a layer's filters stay when the share `removed` (0 to 1) goes: a multiple of eight.

    A narrow layer gives up less: its share is such that two of them one after the other lose `removed`.
    """
    if removed == 0.0:
        return filters
    left = (1.0 - removed) ** (0.5 if narrow else 1.0)
    return min(filters, scaled_filters(filters, left))
