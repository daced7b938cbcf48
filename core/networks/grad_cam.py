"""Where a network looked: Grad-CAM, for the class that it answered.

Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization" (ICCV
2017, arXiv:1610.02391, section 3). The map of the features A before the classifier, for the score y of one
class before the softmax, is

    relu(sum over k of a[k] * A[k]),  a[k] = mean over all places of dy / dA[k]

SqueezeNet ends in a 1x1 convolution w and the mean over all places, so that dy / dA[k] is w[k] / places
everywhere: the map is then the class activation map of Zhou et al. (arXiv:1512.04150) without its bias. With
a ReLU behind that convolution, gradients come only from where it lets something through, and the map stays
the same but for its scale.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.networks.running import layer_outputs, put_out, sources_of

_WITH_FEATURES = (keras.layers.Conv2D, keras.layers.Concatenate, keras.layers.Add)


def feature_layer(network: keras.Model) -> str:
    """The layer whose features are looked at: the last before the classifier that tells places apart.

    The classifier is the last convolution. Layers of which one place is left are passed over: AlexNet's
    dense ones, and the last Fire modules where images are small. So is pooling, which has fewer places.
    """
    layers = list(reversed(network.layers))
    last = next(place for place, layer in enumerate(layers) if isinstance(layer, keras.layers.Conv2D))
    before = [layer for layer in layers[last + 1 :] if isinstance(layer, _WITH_FEATURES)]
    return str(next((layer for layer in before if layer.output_shape[1] > 1), layers[last]).name)


def grad_cam(network: keras.Model) -> Callable[[NDArray[np.float32], int], NDArray[np.float32]]:
    """What gives for one image float32 (1, size, size, channels) and a class's number its map (side, side).

    Values are from 0 to 1, the largest of them 1; all are 0 where nothing in the image speaks for the class.
    It is traced once, to be called as often as one likes. The network ends in a softmax, as all of ours do.
    """
    watched, [score] = feature_layer(network), sources_of(network)[network.output_names[0]]

    def look(image: tf.Tensor, number: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape(watch_accessed_variables=False) as tape:

            def put(layer: keras.layers.Layer, inputs: tf.Tensor) -> tf.Tensor:
                outputs = put_out(layer, inputs)
                if layer.name == watched:
                    tape.watch(outputs)
                return outputs

            features, scores = layer_outputs(network, image, [watched, score], put)
            own = tf.gather(scores[0], number)
        weights = tf.reduce_mean(tape.gradient(own, features), (1, 2), keepdims=True)
        found = tf.nn.relu(tf.reduce_sum(weights * features, -1))[0]
        return tf.math.divide_no_nan(found, tf.reduce_max(found))

    image = tf.TensorSpec((1, *network.input_shape[1:]), tf.float32)
    traced = tf.function(look, input_signature=[image, tf.TensorSpec((), tf.int32)], autograph=False)
    return lambda inputs, number: np.asarray(traced(inputs, number), np.float32)
