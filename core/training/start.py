"""Training that starts from a network which was trained elsewhere.

First the network takes the weights: of the starting network that comes with the program, or those in a file
of torchvision's, which have no batch normalization. Then a linear classifier is fitted on what the network
makes of the images, as it is. That takes seconds, and gives the first accuracy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.networks.architecture import Architecture
from core.networks.imported import Weights, imported_weights
from core.networks.measure import convolutions
from core.networks.running import layer_outputs, sources_of
from core.networks.start_weights import start_weights_path
from core.networks.starting import read_starting_network, start_from_starting_network
from core.settings import START_SHIPPED, RunSettings
from core.training.classifier import LinearClassifier, best_penalty, fitted_classifier
from core.training.feed import (
    LabeledImages,
    TrainingData,
    evaluation_batch,
    inspection_batches,
    scaled,
)

_SAMPLE_IMAGES = 256
_NORMALIZED_AT_ONCE = 64


def start(settings: RunSettings, drawn: Architecture, network: keras.Model, data: TrainingData) -> bool:
    """Give `network`, built from `drawn` with batch normalization, the weights that the settings name.

    Returns whether the last layer is among them: it is when a file is for as many classes as the run.
    Raises what `start_weights_path`, `read_starting_network` and `core.networks.imported.imported_weights`
    raise.
    """
    source = settings.train.start_weights
    assert source is not None
    path = start_weights_path(source, settings.network)
    if source == START_SHIPPED:
        weights = read_starting_network(path)
        start_from_starting_network(network, drawn, weights)
        if settings.network.width != 1.0 or settings.network.bypass != "none":
            normalize_anew(network, data.training.sample(_NORMALIZED_AT_ONCE))
        return False
    imported = imported_weights(path, settings.network, drawn)
    start_from(network, imported, data.training.sample(_SAMPLE_IMAGES))
    return drawn.last.name in imported


def start_from(network: keras.Model, weights: Mapping[str, Weights], images: NDArray[np.uint8]) -> None:
    """Give a network with batch normalization the weights of one without; layers not named keep their own.

    On `images` (N, size, size, channels) it then answers as the network without does, in training too but
    for the chance of its batches.
    """
    for name, (kernel, bias) in weights.items():
        network.get_layer(name).set_weights([kernel, bias])
    norms = [layer for layer in network.layers if isinstance(layer, keras.layers.BatchNormalization)]
    for norm in norms:
        ones, zeros = np.ones(norm.gamma.shape), np.zeros(norm.gamma.shape)
        norm.set_weights([ones, zeros, zeros, ones - norm.epsilon])
    for norm, (mean, variance) in zip(norms, _moments(network, norms, images), strict=True):
        norm.set_weights([np.sqrt(variance + norm.epsilon), mean, mean, variance])


def _moments(
    network: keras.Model, norms: list[keras.layers.Layer], images: NDArray[np.uint8]
) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Mean and variance by channel of what each normalization is given, batch by batch for memory's sake."""
    watched = keras.Model(network.input, [norm.input for norm in norms])

    def sums(batch: tf.Tensor) -> list[tf.Tensor]:
        sums_by_norm = []
        for values in tf.nest.flatten(watched(batch, training=False)):
            mean, variance = (tf.cast(part, tf.float64) for part in tf.nn.moments(values, axes=[0, 1, 2]))
            count = tf.cast(tf.shape(batch)[0], tf.float64)
            sums_by_norm.append(tf.stack([mean, variance + mean**2]) * count)
        return sums_by_norm

    measure = tf.function(sums, reduce_retracing=True, autograph=False)
    totals = [np.zeros((2, norm.gamma.shape[0])) for norm in norms]
    for batch in inspection_batches(images):
        for total, part in zip(totals, measure(batch), strict=True):
            total += part.numpy() / len(images)
    return [(mean.astype(np.float32), (square - mean**2).astype(np.float32)) for mean, square in totals]


def normalize_anew(network: keras.Model, images: NDArray[np.uint8]) -> None:
    """Give each batch normalization the mean and variance that `images` give it, layer after layer.

    Each layer gets what the layers before it put out with statistics of their own: those of another network,
    or of other widths, do not hold.
    """
    norms = [layer for layer in network.layers if isinstance(layer, keras.layers.BatchNormalization)]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    network(scaled(images), training=True)
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum


def frozen_features(network: keras.Model, *images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What the last convolution reads, in the mean of all places: (N, features).

    `images` are arrays (N, side, side, channels), taken one after another.
    """
    size = evaluation_batch(images[0].shape[1])
    batches = (part[at : at + size] for part in images for at in range(0, len(part), size))
    return features_of_batches(network, batches)


def features_of_batches(network: keras.Model, batches: Iterable[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """What `frozen_features` returns, for batches of images (N, side, side, channels)."""
    last = list(convolutions(network))[-1]
    read = sources_of(network)[last]

    def means(batch: tf.Tensor) -> tf.Tensor:
        [values] = layer_outputs(network, batch, read)
        return tf.reduce_mean(values, (1, 2))

    spec = tf.TensorSpec((None, *network.input_shape[1:]), tf.float32)
    infer = tf.function(means, input_signature=[spec], autograph=False)
    return np.concatenate([infer(scaled(batch)).numpy() for batch in batches])


def fit_last_layer(
    network: keras.Model, drawn: Architecture, images: LabeledImages, classes: int, seed: int
) -> LinearClassifier:
    """Make the last convolution the linear classifier that is best for `images` and their mirror images.

    The mean over all places of a 1x1 convolution is a linear function of the mean of its inputs. How strong
    its penalty is, images decide that are no near copies of those it was fitted to.
    """
    features = frozen_features(network, images.images, images.images[:, :, ::-1])
    labels = np.tile(images.labels, 2)
    groups = np.tile(np.arange(len(images)) if images.groups is None else images.groups, 2)
    penalty = best_penalty(features, labels, groups, classes, seed)
    classifier = fitted_classifier(features, labels, classes, penalty)
    kernel = classifier.kernel[None, None].astype(np.float32)
    network.get_layer(drawn.last.name).set_weights([kernel, classifier.bias.astype(np.float32)])
    return classifier
