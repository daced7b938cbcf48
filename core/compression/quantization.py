"""The Quantize stage: training with quantized weights and activations, then a full-integer .tflite.

Each layer is wrapped in tfmot's QuantizeWrapperV2 with a configuration of our own. tfmot's default scheme is
not used: around a concatenation its layout transform puts its own 8-bit quantizer, which keeps no zeros, in
the place of any other, and it leaves a convolution that a separate ReLU layer follows unquantized. Said
layer by layer there is nothing to replace.

Weights take symmetric codes of 4 or 8 bits, one scale a filter; pruned weights stay zero. The first and the
last convolution keep 8 bits. Activations are int8 throughout. The two expand convolutions of a Fire module
share the scale of their concatenation, pooling keeps the scale of its input, as TensorFlow Lite asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, make_deterministic, tf, tfmot
from core.files import write_whole
from core.networks.measure import convolutions
from core.settings import RunSettings
from core.task import Task
from core.tflite.int4 import expand_int4
from core.training.checkpoint import Checkpoint
from core.training.feed import LabelledPictures, TrainingData, scaled
from core.training.fit import FitPlan, Fitted, Hooks, fit
from core.training.train import plain_network

quantizers = tfmot.quantization.keras.quantizers

_EDGE_BITS = 8
_ACTIVATION_BITS = 8
_CALIBRATION_PICTURES = 512
_CONVERSION_PICTURES = 64


@dataclass(frozen=True)
class Quantized:
    """Result of the Quantize stage. `weight_bits` gives the bits of each convolution's weight codes."""

    fitted: Fitted
    weight_bits: Mapping[str, int]


def quantize(
    settings: RunSettings,
    data: TrainingData,
    pruned_model: Path,
    int8_model: Path,
    checkpoints: Path,
    task: Task,
) -> Quantized:
    """Train the network in `pruned_model` with quantization and write it as int8 .tflite to `int8_model`.

    Input and output are int8 too. Goes on from the epochs of its own in `checkpoints`. Raises what
    `core.training.fit.fit` raises, and OSError when `pruned_model` cannot be read.
    """
    make_deterministic(settings.seed)
    pruned = keras.models.load_model(pruned_model, compile=False)
    network = plain_network(settings, data)
    network.set_weights(pruned.get_weights())
    bits = weight_bits(network, settings.quantize.weight_bits)
    wrapped = with_quantization(network, bits, calibration_sample(data.training, _CALIBRATION_PICTURES))
    fitted = fit(
        wrapped,
        FitPlan(
            stage="quantize",
            epochs=settings.quantize.epochs,
            batch_size=settings.train.batch_size,
            learning_rate=settings.quantize.learning_rate,
            seed=settings.seed,
            augment=settings.data.augment,
        ),
        data.training,
        data.validation,
        Checkpoint(checkpoints, "quantize"),
        task,
        Hooks(sparsity=lambda: _sparsity(wrapped)),
    )
    task.status("Converting to an int8 TensorFlow Lite model")
    converted = convert(wrapped, calibration_sample(data.training, _CONVERSION_PICTURES))
    write_whole(int8_model, converted)
    return Quantized(fitted, bits)


def weight_bits(network: keras.Model, bits: int) -> dict[str, int]:
    """Bits of the weight codes by convolution: `bits`, but 8 in the first and the last."""
    names = list(convolutions(network))
    return {name: _EDGE_BITS if name in (names[0], names[-1]) else bits for name in names}


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
            quantizer = ZeroPreservingQuantizer(bits[layer.name])
            config: tfmot.quantization.keras.QuantizeConfig = ConvolutionConfig(
                quantizer, not _feeds_concat(layer)
            )
        elif layer.name in ranges:
            config = OutputConfig()
        else:
            return copy
        return tfmot.quantization.keras.QuantizeWrapperV2(copy, config)

    quantized = keras.models.clone_model(network, clone_function=wrapped)
    for name, wrapper in _wrappers(quantized):
        source = network.get_layer(name)
        if isinstance(source, keras.layers.Conv2D):
            kernel, bias = source.get_weights()
            _variable(wrapper, "kernel").assign(kernel)
            _variable(wrapper, "bias").assign(bias)
            _variable(wrapper, "kernel_mask").assign((kernel != 0).astype(np.float32))
            limit = np.maximum(np.abs(kernel).max(axis=(0, 1, 2)), 1e-6)
            _variable(wrapper, "kernel_min").assign(-limit)
            _variable(wrapper, "kernel_max").assign(limit)
        for low_or_high, value in zip(("_min", "_max"), ranges.get(name, ()), strict=False):
            _variable(wrapper, f"output{low_or_high}").assign(value)
    return quantized


def activation_ranges(network: keras.Model, sample: NDArray[np.uint8]) -> dict[str, tuple[float, float]]:
    """Lowest and highest output over `sample` of each layer that gets a range of its own.

    These are the convolutions outside an expand pair, the concatenations and the mean. Zero is always
    within the range.
    """
    ranged = [layer for layer in network.layers if _has_own_range(layer)]
    watched = keras.Model(network.input, [layer.output for layer in ranged])
    outputs = watched(scaled(sample), training=False)
    return {
        layer.name: (min(0.0, float(tf.reduce_min(values))), max(1e-6, float(tf.reduce_max(values))))
        for layer, values in zip(ranged, outputs, strict=True)
    }


def calibration_sample(data: LabelledPictures, count: int) -> NDArray[np.uint8]:
    """`count` pictures spread evenly over `data`, and one each of black and of white.

    The two pin the input's range, so that int8 input values are picture values minus 128.
    """
    spread = np.linspace(0, len(data) - 1, min(count, len(data))).astype(np.int64)
    pictures = data.pictures[spread]
    return np.concatenate([pictures, np.zeros_like(pictures[:1]), np.full_like(pictures[:1], 255)])


def convert(quantized: keras.Model, sample: NDArray[np.uint8]) -> bytes:
    """The int8 .tflite of a network made by `with_quantization`; its weights are rounded in place.

    The converter takes 8-bit codes from unrounded weights whatever their bits: so they are rounded first.
    It writes 4-bit codes as INT4, which esp-nn has no fast kernels for: they become int8 again.
    """
    for _, wrapper in _wrappers(quantized):
        if isinstance(wrapper.layer, keras.layers.Conv2D):
            _variable(wrapper, "kernel").assign(rounded_kernel(wrapper))
    converter = tf.lite.TFLiteConverter.from_keras_model(quantized)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([scaled(sample[i : i + 1])] for i in range(len(sample)))
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    converter.inference_output_type = tf.int8
    converted: bytes = converter.convert()
    return expand_int4(converted)


def rounded_kernel(wrapper: keras.layers.Layer) -> tf.Tensor:
    """The weights of a wrapped convolution as its quantizer has them: at most 2**bits - 1 levels a filter."""
    variables = {
        "mask": _variable(wrapper, "kernel_mask"),
        "min_var": _variable(wrapper, "kernel_min"),
        "max_var": _variable(wrapper, "kernel_max"),
    }
    quantizer = wrapper.quantize_config.quantizer
    return quantizer(_variable(wrapper, "kernel"), training=True, weights=variables)


class ZeroPreservingQuantizer(quantizers.LastValueQuantizer):  # type: ignore[misc, name-defined]
    """Symmetric weight codes of `bits` bits, a scale a filter, that leaves masked weights at zero."""

    def __init__(self, bits: int) -> None:
        super().__init__(num_bits=bits, per_axis=True, symmetric=True, narrow_range=True)

    def build(self, tensor_shape: tf.TensorShape, name: str, layer: keras.layers.Layer) -> dict[str, Any]:
        def added(suffix: str, shape: tf.TensorShape, value: float) -> tf.Variable:
            initial = keras.initializers.Constant(value)
            return layer.add_weight(f"{name}_{suffix}", shape=shape, initializer=initial, trainable=False)

        return {
            "mask": added("mask", tensor_shape, 1.0),
            "min_var": added("min", tensor_shape[-1:], -1.0),
            "max_var": added("max", tensor_shape[-1:], 1.0),
        }

    def __call__(
        self, inputs: tf.Tensor, training: bool, weights: dict[str, Any], **kwargs: Any
    ) -> tf.Tensor:
        return super().__call__(inputs * weights["mask"], training, weights, **kwargs)


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


def _has_own_range(layer: keras.layers.Layer) -> bool:
    if isinstance(layer, keras.layers.Conv2D):
        return not _feeds_concat(layer)
    return isinstance(layer, keras.layers.Concatenate | keras.layers.GlobalAveragePooling2D)


def _feeds_concat(layer: keras.layers.Layer) -> bool:
    return any(isinstance(node.outbound_layer, keras.layers.Concatenate) for node in layer.outbound_nodes)


def _wrappers(quantized: keras.Model) -> Iterator[tuple[str, keras.layers.Layer]]:
    for layer in quantized.layers:
        if isinstance(layer, tfmot.quantization.keras.QuantizeWrapperV2):
            yield layer.layer.name, layer


def _variable(wrapper: keras.layers.Layer, name: str) -> tf.Variable:
    # By name: once a wrapper is called, its layer's kernel is the quantized tensor, no longer the variable.
    return next(v for v in wrapper.weights if v.name.split("/")[-1].split(":")[0] == name)


def _sparsity(quantized: keras.Model) -> float:
    masks = [
        _variable(wrapper, "kernel_mask").numpy()
        for _, wrapper in _wrappers(quantized)
        if isinstance(wrapper.layer, keras.layers.Conv2D)
    ]
    return float(1.0 - math.fsum(m.sum() for m in masks) / sum(m.size for m in masks))
