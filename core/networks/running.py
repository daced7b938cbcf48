"""Networks run operation by operation, without Keras between them.

A call of a Keras layer checks what it is given, finds a place in the context of other calls and opens scopes
for names: traced once for each network, that takes half a second, and the operations alone a tenth of it.
They are the operations that Keras comes to when a network is used, not trained.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from core.backend import keras, tf

_OURS = (
    keras.layers.InputLayer,
    keras.layers.Conv2D,
    keras.layers.BatchNormalization,
    keras.layers.ReLU,
    keras.layers.MaxPooling2D,
    keras.layers.Concatenate,
    keras.layers.Add,
    keras.layers.GlobalAveragePooling2D,
    keras.layers.Softmax,
)
Inputs: TypeAlias = "tf.Tensor | Sequence[tf.Tensor]"
"""Of a layer: one tensor, or a list of several."""
Putting = Callable[[keras.layers.Layer, Inputs], tf.Tensor]
"""From a layer and what it is given to what it puts out."""


def layer_outputs(
    network: keras.Model, images: tf.Tensor, names: Collection[str], put: Putting | None = None
) -> list[tf.Tensor]:
    """What the layers of these names put out for images float32 (N, size, size, channels), in their order.

    What no layer needs any more is let go. `put` takes the place of `put_out`.
    """
    put, names = put or put_out, list(names)
    read, readers = sources_of(network), last_readers(network)
    held: dict[str, tf.Tensor] = {network.input_names[0]: images}
    wanted: dict[str, tf.Tensor] = {}
    for layer in network.layers:
        inputs = [held[name] for name in read[layer.name]]
        if inputs:
            held[layer.name] = put(layer, inputs if len(inputs) > 1 else inputs[0])
        if layer.name in names:
            wanted[layer.name] = held[layer.name]
        if len(wanted) == len(set(names)):
            break
        for name in read[layer.name]:
            if readers[name] == layer.name:
                del held[name]
    return [wanted[name] for name in names]


def answers(network: keras.Model, images: tf.Tensor) -> tf.Tensor:
    """What a network of one output answers in use for images float32 (N, size, size, channels).

    One with other layers than ours, such as tfmot's wrappers, is called as Keras calls it.
    """
    if not all(isinstance(layer, _OURS) for layer in network.layers):
        return network(images, training=False)
    [found] = layer_outputs(network, images, network.output_names)
    return found


def put_out(layer: keras.layers.Layer, inputs: Inputs) -> tf.Tensor:
    """What a layer puts out in use. One of another kind than ours is called as Keras calls it."""
    match layer:
        case keras.layers.Conv2D():
            outputs = linear(layer, inputs)
            return outputs if layer.activation is keras.activations.linear else layer.activation(outputs)
        case keras.layers.BatchNormalization():
            return _normalized(layer, inputs)
        case keras.layers.ReLU():
            return tf.nn.relu(inputs) if _is_plain(layer) else layer(inputs)
        case keras.layers.MaxPooling2D():
            return tf.nn.max_pool2d(inputs, layer.pool_size, layer.strides, layer.padding.upper())
        case keras.layers.Concatenate():
            return tf.concat(inputs, layer.axis % len(inputs[0].shape))
        case keras.layers.Add():
            return tf.add_n(inputs) if len(inputs) != 2 else inputs[0] + inputs[1]
        case keras.layers.GlobalAveragePooling2D():
            return tf.reduce_mean(inputs, (1, 2), keepdims=layer.keepdims)
        case keras.layers.Softmax():
            return tf.nn.softmax(inputs, layer.axis)
        case _:
            return layer(inputs)


def linear(
    layer: keras.layers.Conv2D,
    inputs: tf.Tensor,
    kernel: tf.Tensor | None = None,
    bias: tf.Tensor | None = None,
) -> tf.Tensor:
    """What a convolution, with its own weights or others, puts out before its activation."""
    kernel = layer.kernel if kernel is None else kernel
    outputs = tf.nn.conv2d(inputs, kernel, layer.strides, layer.padding.upper())
    return tf.nn.bias_add(outputs, layer.bias if bias is None else bias)


def sources_of(network: keras.Model) -> Mapping[str, Sequence[str]]:
    """For each layer by name those whose outputs it reads, in order."""
    return {layer.name: _sources(layer) for layer in network.layers}


def last_readers(network: keras.Model) -> Mapping[str, str]:
    """For each layer by name the last one that reads it."""
    return {source: name for name, sources in sources_of(network).items() for source in sources}


def _sources(layer: keras.layers.Layer) -> list[str]:
    if isinstance(layer, keras.layers.InputLayer):
        return []
    tensors = layer.input if isinstance(layer.input, list) else [layer.input]
    return [tensor._keras_history.layer.name for tensor in tensors]


def _is_plain(layer: keras.layers.ReLU) -> bool:
    return layer.max_value is None and not layer.negative_slope and not layer.threshold


def _normalized(layer: keras.layers.BatchNormalization, inputs: tf.Tensor) -> tf.Tensor:
    outputs, _, _ = tf.compat.v1.nn.fused_batch_norm(
        inputs,
        layer.gamma,
        layer.beta,
        layer.moving_mean,
        layer.moving_variance,
        layer.epsilon,
        is_training=False,
    )
    return outputs
