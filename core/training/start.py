"""Training that starts from weights which were trained elsewhere, without batch normalization.

The network is trained with normalization all the same. It begins with one that changes nothing: its mean and
deviation are those that the run's own pictures give, and its scale and offset take them back.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.networks.imported import Weights
from core.training.feed import scaled


def start_from(network: keras.Model, weights: Mapping[str, Weights], pictures: NDArray[np.uint8]) -> None:
    """Give a network with batch normalization the weights of one without; layers not named keep their own.

    On `pictures` (N, size, size, channels) it then answers as the network without does, in training too but
    for the chance of its batches.
    """
    for name, (kernel, bias) in weights.items():
        network.get_layer(name).set_weights([kernel, bias])
    norms = [layer for layer in network.layers if isinstance(layer, keras.layers.BatchNormalization)]
    for norm in norms:
        ones, zeros = np.ones(norm.gamma.shape), np.zeros(norm.gamma.shape)
        norm.set_weights([ones, zeros, zeros, ones - norm.epsilon])
    outputs = tf.function(keras.Model(network.input, [norm.input for norm in norms]))(scaled(pictures))
    for norm, values in zip(norms, tf.nest.flatten(outputs), strict=True):
        mean, variance = (part.numpy() for part in tf.nn.moments(values, axes=[0, 1, 2]))
        norm.set_weights([np.sqrt(variance + norm.epsilon), mean, mean, variance])
