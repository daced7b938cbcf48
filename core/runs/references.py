"""Sizes of other networks that a run's files are compared with."""

from __future__ import annotations

from core.runs.summary import References

ALEXNET_PUBLISHED_BYTES = 240_000_000
"""AlexNet with 1,000 classes, as the SqueezeNet paper has it (arXiv:1602.07360, table 2)."""

FLOAT_BYTES = 4

# Krizhevsky et al. 2012, with the grouped convolutions of Caffe's bvlc_alexnet: (filters, inputs a filter).
_ALEXNET_CONVOLUTIONS = (
    (96, 11 * 11 * 3),
    (256, 5 * 5 * 48),
    (384, 3 * 3 * 256),
    (384, 3 * 3 * 192),
    (256, 3 * 3 * 192),
)
_ALEXNET_DENSE = ((4096, 6 * 6 * 256), (4096, 4096))
_ALEXNET_FEATURES = 4096


def alexnet_parameters(classes: int) -> int:
    """The number of AlexNet's weights and biases with `classes` outputs: 60,965,224 with 1,000."""
    layers = (*_ALEXNET_CONVOLUTIONS, *_ALEXNET_DENSE, (classes, _ALEXNET_FEATURES))
    return sum(outputs * (inputs + 1) for outputs, inputs in layers)


def references(classes: int, squeezenet_parameters: int) -> References:
    """What a run of so many classes and parameters is compared with."""
    return References(
        alexnet_bytes=ALEXNET_PUBLISHED_BYTES,
        alexnet_same_classes_bytes=alexnet_parameters(classes) * FLOAT_BYTES,
        squeezenet_float_bytes=squeezenet_parameters * FLOAT_BYTES,
    )
