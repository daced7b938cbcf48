"""A Keras network as a full-integer .tflite, by TensorFlow's converter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

from core.backend import keras, own_temporary_folder, tf


def full_integer_model(
    network: keras.Model,
    samples: Callable[[], Iterable[NDArray[np.float32]]],
    answering: Callable[[tf.Tensor], tf.Tensor] | None = None,
) -> bytes:
    """The .tflite of a network with one input and one output, both int8 like everything in between.

    The ranges of what has none yet are measured on `samples`, each float32 (1, *input). `answering` computes
    what the network answers, without a variable in it.

    The converter goes by way of a SavedModel. From a Keras model that would hold every layer on its own, too,
    and of a function all variables: to write and read those takes most of the time. So it gets the one
    function that counts, with its variables as constants.
    """
    converter = tf.lite.TFLiteConverter.from_concrete_functions(
        [_named(network, answering or _frozen(network))], tf.Module()
    )
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([sample] for sample in samples())
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = converter.inference_output_type = tf.int8
    with own_temporary_folder():
        converted: bytes = converter.convert()
    return converted


def _named(network: keras.Model, answering: Callable[[tf.Tensor], tf.Tensor]) -> object:
    """A function from images to answers whose ends are named as in the network."""
    [answer] = network.output_names
    named = tf.function(
        lambda images: {answer: answering(images)}, input_signature=_signature(network), autograph=False
    )
    return named.get_concrete_function()


def _frozen(network: keras.Model) -> Callable[[tf.Tensor], tf.Tensor]:
    """The function from images to answers as it is in use, with the variables as constants."""
    answering = tf.function(
        lambda images: network(images, training=False),
        input_signature=_signature(network),
        autograph=False,
    )
    frozen = convert_variables_to_constants_v2(answering.get_concrete_function())
    return lambda images: frozen(images)[0]


def _signature(network: keras.Model) -> list[tf.TensorSpec]:
    (tensor,), (name,) = network.inputs, network.input_names
    return [tf.TensorSpec(tensor.shape, tensor.dtype, name=name)]
