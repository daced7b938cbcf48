"""Layers that train as if quantized, and what is quantized in each.

Each layer is wrapped in tfmot's QuantizeWrapperV2 with a configuration of our own. tfmot's default scheme is
not used: around a concatenation its layout transform puts its own 8-bit quantizer, which keeps no zeros, in
the place of any other, and it leaves a convolution that a separate ReLU layer follows unquantized. Said
layer by layer there is nothing to replace.

Weights take symmetric codes of a few bits; pruned weights stay zero. One scale serves all filters of a layer:
what that rounds off is made up for. With codes of eight bits each filter has its own. Activations are int8
throughout. The two expand convolutions of a Fire module share the scale of their concatenation, pooling keeps
the scale of its input, as TensorFlow Lite asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.backend import clone_model, keras, tf, tfmot
from core.compression.rounded_layers import (
    CODE_BITS,
    LEAST_LIMIT,
    activation_ranges,
    code_limits,
    feeds_concat,
)
from core.compression.rounding import clip_ratio, is_per_channel, largest_code

quantizers = tfmot.quantization.keras.quantizers

_ACTIVATION_BITS = 8


def with_quantization(
    network: keras.Model, bits: Mapping[str, int], sample: NDArray[np.uint8]
) -> keras.Model:
    """A copy of `network` that trains as if quantized, with activation ranges measured on `sample`.

    Weights that are zero in `network` stay zero. `sample` is uint8 (N, size, size, channels).
    """
    ranges = activation_ranges(network, sample)

    def wrapped(layer: keras.layers.Layer) -> keras.layers.Layer:
        copy = layer.__class__.from_config(layer.get_config())
        if isinstance(layer, keras.layers.Conv2D):
            config: tfmot.quantization.keras.QuantizeConfig = ConvolutionConfig(
                ZeroPreservingQuantizer(bits[layer.name]), not feeds_concat(layer)
            )
        elif layer.name in ranges:
            config = OutputConfig()
        else:
            return copy
        return tfmot.quantization.keras.QuantizeWrapperV2(copy, config)

    quantized = clone_model(network, clone_function=wrapped)
    for name, wrapper in _wrappers(quantized):
        source = network.get_layer(name)
        if isinstance(source, keras.layers.Conv2D):
            kernel, bias = source.get_weights()
            _variable(wrapper, "kernel").assign(kernel)
            _variable(wrapper, "bias").assign(bias)
            _variable(wrapper, "kernel_mask").assign((kernel != 0).astype(np.float32))
            _set_limits(wrapper, wrapper.quantize_config.quantizer.limits(kernel))
        for low_or_high, value in zip(("_min", "_max"), ranges.get(name, ()), strict=False):
            _variable(wrapper, f"output{low_or_high}").assign(value)
    return quantized


def quantized_convolutions(quantized: keras.Model) -> dict[str, keras.layers.Layer]:
    """The wrapped convolutions of a network made by `with_quantization`, by name."""
    return {
        name: wrapper
        for name, wrapper in _wrappers(quantized)
        if isinstance(wrapper.layer, keras.layers.Conv2D)
    }


def float_weights(wrapper: keras.layers.Layer) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Kernel and bias of a wrapped convolution before rounding, pruned weights at zero."""
    kernel, mask, bias = (_variable(wrapper, name).numpy() for name in ("kernel", "kernel_mask", "bias"))
    return kernel * mask, bias


def rounded_kernel(wrapper: keras.layers.Layer) -> NDArray[np.float32]:
    """The weights of a wrapped convolution as its quantizer has them: at most 2**bits - 1 levels a scale."""
    variables = {
        "mask": _variable(wrapper, "kernel_mask"),
        "min_var": _variable(wrapper, "kernel_min"),
        "max_var": _variable(wrapper, "kernel_max"),
    }
    quantizer = wrapper.quantize_config.quantizer
    rounded: NDArray[np.float32] = quantizer(
        _variable(wrapper, "kernel"), training=True, weights=variables
    ).numpy()
    return rounded


def bake_quantization(quantized: keras.Model) -> None:
    """Round the weights in place, and have their codes written as they are, in int8 and with their scales.

    The converter makes codes of its own from what it finds: INT4 from a quantizer of four bits, and from one
    of five or six bits 8-bit codes that lie beside its levels. One of eight bits with the same step, 127
    steps to either side, gives the codes themselves.
    """
    for wrapper in quantized_convolutions(quantized).values():
        quantizer = wrapper.quantize_config.quantizer
        _variable(wrapper, "kernel").assign(rounded_kernel(wrapper))
        limits = np.maximum(_variable(wrapper, "kernel_max").numpy(), np.float32(LEAST_LIMIT))
        _set_limits(wrapper, limits * (largest_code(CODE_BITS) / largest_code(quantizer.num_bits)))
        quantizer.num_bits = CODE_BITS


def zero_fraction(quantized: keras.Model) -> float:
    """The share of weights that are kept at zero, between 0 and 1."""
    masks = [
        _variable(wrapper, "kernel_mask").numpy() for wrapper in quantized_convolutions(quantized).values()
    ]
    return float(1.0 - math.fsum(m.sum() for m in masks) / sum(m.size for m in masks))


class ZeroPreservingQuantizer(quantizers.LastValueQuantizer):  # type: ignore[misc, name-defined]
    """Symmetric weight codes of `bits` bits, a scale a filter or a layer, with masked weights at zero.

    The largest code stands for a share of the largest weight (`clip_ratio`). Where it stands for the largest
    weight itself it follows the weights; elsewhere it stays what it was.
    """

    def __init__(self, bits: int) -> None:
        super().__init__(num_bits=bits, per_axis=is_per_channel(bits), symmetric=True, narrow_range=True)
        self._clip_ratio = clip_ratio(bits)

    def limits(self, kernel: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the largest code stands for (absolute) in each filter (filters,), or in the layer ()."""
        return code_limits(kernel, self.num_bits)

    def build(self, tensor_shape: tf.TensorShape, name: str, layer: keras.layers.Layer) -> dict[str, Any]:
        def added(suffix: str, shape: tf.TensorShape, value: float) -> tf.Variable:
            initial = keras.initializers.Constant(value)
            return layer.add_weight(f"{name}_{suffix}", shape=shape, initializer=initial, trainable=False)

        scales = tensor_shape[-1:] if self.per_axis else ()
        return {
            "mask": added("mask", tensor_shape, 1.0),
            "min_var": added("min", scales, -1.0),
            "max_var": added("max", scales, 1.0),
        }

    def __call__(
        self, inputs: tf.Tensor, training: bool, weights: dict[str, Any], **kwargs: Any
    ) -> tf.Tensor:
        follows = training and self._clip_ratio == 1.0
        return super().__call__(inputs * weights["mask"], follows, weights, **kwargs)


class OutputConfig(tfmot.quantization.keras.QuantizeConfig):  # type: ignore[misc]
    """Quantizes what a layer puts out, to int8 in a range that follows the data."""

    def get_weights_and_quantizers(self, layer: keras.layers.Layer) -> list[Any]:  # noqa: ARG002
        return []

    def get_activations_and_quantizers(self, layer: keras.layers.Layer) -> list[Any]:  # noqa: ARG002
        return []

    def set_quantize_weights(self, layer: keras.layers.Layer, quantize_weights: list[Any]) -> None:
        pass

    def set_quantize_activations(self, layer: keras.layers.Layer, quantize_activations: list[Any]) -> None:
        pass

    def get_output_quantizers(self, layer: keras.layers.Layer) -> list[Any]:  # noqa: ARG002
        return [_activation_quantizer()]

    def get_config(self) -> dict[str, Any]:
        return {}


class ConvolutionConfig(OutputConfig):
    """Quantizes a convolution's weights, and its output unless a concatenation does that for it."""

    def __init__(self, quantizer: ZeroPreservingQuantizer, quantizes_output: bool) -> None:
        self.quantizer = quantizer
        self._quantizes_output = quantizes_output

    def get_weights_and_quantizers(self, layer: keras.layers.Layer) -> list[Any]:
        return [(layer.kernel, self.quantizer)]

    def set_quantize_weights(self, layer: keras.layers.Layer, quantize_weights: list[Any]) -> None:
        [layer.kernel] = quantize_weights

    def get_output_quantizers(self, layer: keras.layers.Layer) -> list[Any]:
        return super().get_output_quantizers(layer) if self._quantizes_output else []


def _activation_quantizer() -> Any:
    return quantizers.MovingAverageQuantizer(
        num_bits=_ACTIVATION_BITS, per_axis=False, symmetric=False, narrow_range=False
    )


def _wrappers(quantized: keras.Model) -> Iterator[tuple[str, keras.layers.Layer]]:
    for layer in quantized.layers:
        if isinstance(layer, tfmot.quantization.keras.QuantizeWrapperV2):
            yield layer.layer.name, layer


def _set_limits(wrapper: keras.layers.Layer, limits: NDArray[np.float32]) -> None:
    _variable(wrapper, "kernel_min").assign(-limits)
    _variable(wrapper, "kernel_max").assign(limits)


def _variable(wrapper: keras.layers.Layer, name: str) -> tf.Variable:
    # By name: once a wrapper is called, its layer's kernel is the quantized tensor, no longer the variable.
    return next(v for v in wrapper.weights if v.name.split("/")[-1].split(":")[0] == name)
