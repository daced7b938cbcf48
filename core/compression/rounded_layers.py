"""What is quantized in a network, and networks that are quantized without training.

Weights take symmetric codes of a few bits; zeros stay zero. Activations are int8 throughout. The two expand
convolutions of a Fire module share the scale of their concatenation, pooling keeps the scale of its input, as
TensorFlow Lite asks. How a network trains that way is in `core.compression.quantized_layers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.compression.rounding import clip_ratio, is_per_channel, largest_code
from core.networks.measure import convolutions
from core.networks.running import Inputs, layer_outputs, linear, put_out
from core.training.feed import inspection_batches

CODE_BITS = 8
"""Of the codes in a file, of which few may be in use."""
LEAST_LIMIT = 1e-6
"""What a filter of zeros has in place of its largest weight."""
_ACTIVATION_BITS = 8


def rounded_answers(
    network: keras.Model,
    bits: Mapping[str, int],
    sample: NDArray[np.uint8],
    steps: Mapping[str, float],
) -> Callable[[tf.Tensor], tf.Tensor]:
    """What `network` answers once it is quantized, to be converted.

    `bits` of the weights and `sample` are as `core.compression.quantized_layers.with_quantization` takes
    them. Layers that `steps` names are rounded already: their weights are codes times that step. No network
    of tfmot's is built and traced for this, and there are no variables in it.
    """
    ranges = activation_ranges(network, sample)
    layers = convolutions(network)
    kernels = {
        name: _rounded(layer.kernel.numpy(), bits[name], steps.get(name)) for name, layer in layers.items()
    }
    biases = {name: layer.bias.numpy() for name, layer in layers.items()}

    def put(layer: keras.layers.Layer, inputs: Inputs) -> tf.Tensor:
        if layer.name in kernels:
            outputs = layer.activation(linear(layer, inputs, kernels[layer.name](), biases[layer.name]))
        else:
            outputs = put_out(layer, inputs)
        if layer.name not in ranges:
            return outputs
        low, high = ranges[layer.name]
        return tf.quantization.fake_quant_with_min_max_vars(outputs, low, high, _ACTIVATION_BITS)

    return lambda images: layer_outputs(network, images, network.output_names, put)[0]


def _rounded(kernel: NDArray[np.float32], bits: int, step: float | None) -> Callable[[], tf.Tensor]:
    """What gives the rounded kernel, behind the operation that tells the converter its codes of 8 bits."""
    limits = code_limits(kernel, bits)
    if step is not None:
        limits = np.array(step * largest_code(bits), np.float32)
    rounded = _coded(kernel, limits, bits).numpy()
    wide = np.maximum(limits, np.float32(LEAST_LIMIT)) * np.float32(
        largest_code(CODE_BITS) / largest_code(bits)
    )
    return lambda: _coded(rounded, wide, CODE_BITS)


def code_limits(kernel: NDArray[np.float32], bits: int) -> NDArray[np.float32]:
    """What the largest code of so many bits stands for (absolute) in each filter (filters,), or in all ()."""
    largest = np.abs(kernel).max(axis=(0, 1, 2) if is_per_channel(bits) else None) * clip_ratio(bits)
    limits: NDArray[np.float32] = np.maximum(largest, np.float32(LEAST_LIMIT)).astype(np.float32)
    return limits


def _coded(kernel: NDArray[np.float32], limits: NDArray[np.float32], bits: int) -> tf.Tensor:
    """The kernel as codes of so many bits have it; the largest stands for `limits`, (filters,) or ()."""
    round_off = (
        tf.quantization.fake_quant_with_min_max_vars_per_channel
        if limits.ndim
        else tf.quantization.fake_quant_with_min_max_vars
    )
    return round_off(kernel, -limits, limits, bits, narrow_range=True)


def activation_ranges(network: keras.Model, sample: NDArray[np.uint8]) -> dict[str, tuple[float, float]]:
    """Lowest and highest output over `sample` of each layer that gets a range of its own.

    These are the convolutions outside an expand pair, the concatenations, the additions and the mean. Zero is
    always within the range.
    """
    ranged = [layer for layer in network.layers if _has_own_range(layer)]
    names = [layer.name for layer in ranged]

    def limits(images: tf.Tensor) -> list[tuple[float, float]]:
        outputs = layer_outputs(network, images, names)
        return [(float(tf.reduce_min(values)), float(tf.reduce_max(values))) for values in outputs]

    # What all layers put out is held for a batch, never for the whole sample.
    found = np.array([limits(images) for images in inspection_batches(sample)])
    lowest, highest = found[:, :, 0].min(axis=0), found[:, :, 1].max(axis=0)
    return {
        layer.name: (min(0.0, float(low)), max(1e-6, float(high)))
        for layer, low, high in zip(ranged, lowest, highest, strict=True)
    }


def _has_own_range(layer: keras.layers.Layer) -> bool:
    if isinstance(layer, keras.layers.Conv2D):
        return not feeds_concat(layer)
    kinds = keras.layers.Concatenate | keras.layers.Add | keras.layers.GlobalAveragePooling2D
    return isinstance(layer, kinds)


def feeds_concat(layer: keras.layers.Layer) -> bool:
    """Whether a concatenation reads what the layer puts out, and has the range for it."""
    return any(isinstance(node.outbound_layer, keras.layers.Concatenate) for node in layer.outbound_nodes)
