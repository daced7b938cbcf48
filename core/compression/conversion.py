"""A Keras network as a full-integer .tflite, by TensorFlow's converter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf


def full_integer_model(network: keras.Model, samples: Callable[[], Iterable[NDArray[np.float32]]]) -> bytes:
    """The .tflite of a network with one input and one output, both int8 like everything in between.

    The ranges of what has none yet are measured on `samples`, each float32 (1, *input).

    The converter goes by way of a SavedModel. From a Keras model that would hold every layer on its own, too,
    which takes three times as long and changes nothing; so it gets the one function that counts.
    """
    converter = tf.lite.TFLiteConverter.from_concrete_functions([_answering(network)], _Holder(network))
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([sample] for sample in samples())
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = converter.inference_output_type = tf.int8
    converted: bytes = converter.convert()
    return converted


class _Holder(tf.Module):  # type: ignore[misc]
    """What of a network a SavedModel of its function has to hold."""

    def __init__(self, network: keras.Model) -> None:
        super().__init__()
        self.held = network.variables


def _answering(network: keras.Model) -> object:
    """The function from pictures to answers as it is in use, its ends named as in the network."""
    (given,), (name,), (answer,) = network.inputs, network.input_names, network.output_names
    signature = [tf.TensorSpec(given.shape, given.dtype, name=name)]
    function = tf.function(
        lambda pictures: {answer: network(pictures, training=False)},
        input_signature=signature,
        autograph=False,
    )
    return function.get_concrete_function()
