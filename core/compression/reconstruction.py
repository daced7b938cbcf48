"""Layers pruned and quantized one after the other, each so that its outputs stay what they were.

Training makes up for what pruning and rounding take away where there are thousands of images. With few images
it learns those by heart instead. But each image has hundreds of places, and at every place the outputs of the
unchanged network say what a layer has to put out: that is enough to solve for its weights. Layer by layer,
the weights are first fitted by least squares to the outputs of the unchanged network, given the inputs that
the changed layers before now put out. Then they are decided one input at a time, and those that are not
decided yet make up for the error (Frantar and Alistarh, "Optimal brain compression", arXiv:2208.11580, in
the order and with the Cholesky factor of "GPTQ", arXiv:2210.17323). At last the last layer is fitted to the
answers of the unchanged network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.networks.measure import convolutions
from core.networks.running import last_readers, linear, put_out, sources_of
from core.task import Task
from core.training.classifier import LinearClassifier, classifier_near
from core.training.feed import INPUT_SCALE, LabeledImages, scaled, training_batches

Doubles = NDArray[np.float64]

_MOST_EQUATIONS = 8_000
"""Places taken of all images, for a layer: many times its inputs, which are 576 at most."""
_FIT_RIDGE = 1e-2
"""How firmly the fit holds to the weights as they were, as a fraction of the mean curvature."""
_ROUNDING_RIDGE = 1e-2
_ANSWER_PENALTY = 1.0
"""How firmly the last layer holds to its own weights, in `match_answers`."""
_BLOCK = 64
_MOST_IMAGES = 384
_MOST_BYTES = 256 << 20
"""What the largest layer may put out for all images together."""
_CLIP_RATIOS = (1.0, 0.85, 0.7, 0.6, 0.5, 0.4)
"""Fractions of a layer's largest weight that are tried for its largest code."""


@dataclass(frozen=True, eq=False)
class LayerStatistics:
    """What a layer's weights can be judged by.

    `weights` (inputs, filters) are fitted to the wanted outputs; `curvature` (inputs, inputs) is the
    covariance of the inputs.
    """

    name: str
    weights: Doubles
    curvature: Doubles

    def error(self, weights: Doubles) -> float:
        """The squared error of the outputs, summed over filters, that other weights bring."""
        difference = weights - self.weights
        return float(np.einsum("if,ij,jf->", difference, self.curvature, difference, optimize=True))


@dataclass(frozen=True, eq=False)
class Reconstruction:
    """What `reconstruct` computed on its way, for the images that it was given.

    `features` (N, features) are what the last convolution of the changed network reads, in the mean of all
    places; `answers` (N, classes) are those of the unchanged network.
    """

    features: NDArray[np.float32]
    answers: NDArray[np.float32]


Choice = Callable[[LayerStatistics], Doubles]
"""From a layer's statistics to the weights (inputs, filters) that it gets."""


def fitting_images(data: LabeledImages, network: keras.Model, seed: int) -> NDArray[np.uint8]:
    """Images (N, size, size, channels) to fit layers on: those of `data`, and variations where they are few.

    N is as large as memory and time allow for `network`.
    """
    largest = max(int(np.prod(layer.output_shape[1:])) for layer in network.layers[1:])
    count = max(16, min(_MOST_IMAGES, _MOST_BYTES // (4 * largest)))
    images = data.sample(count)
    if len(images) == count:
        return images
    # A whole number of epochs, in one: each image is varied about as often as any other.
    often = np.tile(images, (-(-(count - len(images)) // len(images)), 1, 1, 1))
    unlabeled = LabeledImages(often, np.zeros(len(often), np.int64))
    batches = training_batches(unlabeled, len(images), seed, augment=True)
    varied = [np.rint((batch.numpy() + 1.0) / INPUT_SCALE).astype(np.uint8) for batch, _ in batches]
    return np.concatenate([images, *varied])[:count]


def reconstruct(
    before: keras.Model,
    after: keras.Model,
    kept: Mapping[str, Sequence[int]],
    images: NDArray[np.uint8],
    choice: Choice,
    seed: int,
    task: Task,
) -> Reconstruction:
    """Give `after` weights by which each of its convolutions puts out what that of `before` does.

    Both are networks without normalization with layers of the same names; `kept` says which filters of
    `before` each convolution of `after` has. `images` are uint8 (N, size, size, channels). `choice` decides
    what the weights can be; biases are free. Raises `Cancelled`, with some layers changed.
    """
    chance = np.random.default_rng(seed)
    wanted: dict[str, tf.Tensor] = {}
    fitted: dict[str, tf.Tensor] = {}
    read, readers = sources_of(before), last_readers(before)
    last = list(convolutions(before))[-1]
    for layer in task.track(before.layers, len(before.layers), "layers"):
        own, sources = after.get_layer(layer.name), read[layer.name]
        if isinstance(layer, keras.layers.InputLayer):
            wanted[layer.name] = fitted[layer.name] = scaled(images)
        elif isinstance(layer, keras.layers.Conv2D):
            if layer.name == last:
                features = tf.reduce_mean(fitted[sources[0]], (1, 2)).numpy()
            outputs = linear(layer, wanted[sources[0]])
            places = list(kept[layer.name])
            _fit(own, fitted[sources[0]], tf.gather(outputs, places, axis=-1), choice, chance)
            wanted[layer.name] = layer.activation(outputs)
            fitted[layer.name] = put_out(own, fitted[sources[0]])
        else:
            for tensors, one in ((wanted, layer), (fitted, own)):
                parts = [tensors[name] for name in sources]
                tensors[layer.name] = put_out(one, parts if len(parts) > 1 else parts[0])
        for name in sources:
            if readers[name] == layer.name:
                del wanted[name], fitted[name]
    return Reconstruction(features, wanted[before.output_names[0]].numpy())


def match_answers(network: keras.Model, features: NDArray[np.float32], answers: NDArray[np.float32]) -> None:
    """Give the last convolution weights by which features (N, features) get about these answers (N, classes).

    Zero weights stay zero. A last convolution with an activation stays as it is: what it answers is not
    linear.
    """
    last = list(convolutions(network).values())[-1]
    if last.activation is not keras.activations.linear:
        return
    kernel, bias = last.get_weights()
    classifier = classifier_near(
        LinearClassifier(kernel[0, 0].astype(np.float64), bias.astype(np.float64)),
        features,
        answers,
        _ANSWER_PENALTY,
    )
    last.set_weights([classifier.kernel[None, None].astype(np.float32), classifier.bias.astype(np.float32)])


def pruned_weights(statistics: LayerStatistics, sparsity: float) -> Doubles:
    """Weights of which the fraction `sparsity` is zero: those whose loss costs least."""
    if sparsity <= 0.0:
        return statistics.weights
    size = statistics.weights.size
    inverse = np.linalg.inv(_firm(statistics.curvature))
    losses = statistics.weights**2 / np.diag(inverse)[:, None]
    count = min(size - 1, round(sparsity * size))
    zeros = np.zeros(size, np.bool_)
    zeros[np.argpartition(losses, count, axis=None)[:count]] = True
    return masked_weights(statistics, zeros.reshape(losses.shape))


def masked_weights(statistics: LayerStatistics, zeros: NDArray[np.bool_]) -> Doubles:
    """Weights that are 0 where `zeros` says; the others make up for it."""
    if not zeros.any():
        return statistics.weights
    return _one_input_at_a_time(statistics, lambda row, weights: np.where(zeros[row], 0.0, weights))


def quantized_weights(
    statistics: LayerStatistics, largest: int, zeros: NDArray[np.bool_]
) -> tuple[Doubles, float]:
    """Weights that are codes from -largest to largest times a step, 0 where `zeros` says; and the step.

    The step is the one of those tried by which the outputs change least.
    """
    highest = float(np.abs(statistics.weights).max())
    if highest == 0.0:
        return statistics.weights, 1.0
    steps = [highest * clip / largest for clip in _CLIP_RATIOS]
    tried = list(zip(_with_steps(statistics, steps, largest, zeros), steps, strict=True))
    return min(tried, key=lambda one: statistics.error(one[0]))


def _with_steps(
    statistics: LayerStatistics, steps: Sequence[float], largest: int, zeros: NDArray[np.bool_]
) -> list[Doubles]:
    """The quantized weights for each of the steps. The filters of all are decided side by side."""
    filters = statistics.weights.shape[1]
    step = np.repeat(steps, filters)
    beside = replace(statistics, weights=np.tile(statistics.weights, len(steps)))
    kept = np.tile(~zeros, len(steps))

    def nearest(row: int, weights: Doubles) -> Doubles:
        codes = np.rint(weights / step).clip(-largest, largest)
        rounded: Doubles = codes * step * kept[row]
        return rounded

    return np.split(_one_input_at_a_time(beside, nearest), len(steps), axis=1)


def _one_input_at_a_time(statistics: LayerStatistics, decided: Callable[[int, Doubles], Doubles]) -> Doubles:
    """The weights decided row by row; the rows after make up for what each decision costs."""
    weights = statistics.weights.copy()
    inputs, filters = weights.shape
    factor = np.linalg.cholesky(np.linalg.inv(_firm(statistics.curvature))).T
    result = np.zeros_like(weights)
    for start in range(0, inputs, _BLOCK):
        end = min(inputs, start + _BLOCK)
        errors = np.zeros((end - start, filters))
        for row in range(start, end):
            own = factor[row, row]
            result[row] = decided(row, weights[row])
            error = (weights[row] - result[row]) / own
            errors[row - start] = error
            weights[row + 1 : end] -= np.outer(factor[row, row + 1 : end], error)
        weights[end:] -= factor[start:end, end:].T @ errors
    return result


def _firm(curvature: Doubles) -> Doubles:
    size = len(curvature)
    firm: Doubles = curvature + np.eye(size) * (_ROUNDING_RIDGE * np.trace(curvature) / size + 1e-12)
    return firm


def _fit(
    layer: keras.layers.Layer,
    inputs: tf.Tensor,
    outputs: tf.Tensor,
    choice: Choice,
    chance: np.random.Generator,
) -> None:
    kernel = layer.get_weights()[0]
    filters = kernel.shape[-1]
    count = int(np.prod(outputs.shape[:3]))
    places = np.sort(chance.choice(count, min(count, _MOST_EQUATIONS), replace=False))
    rows = _patches(layer, inputs.numpy(), np.unravel_index(places, outputs.shape[:3]))
    wanted = tf.gather(tf.reshape(outputs, (count, filters)), places).numpy()
    mean, target = rows.mean(axis=0, dtype=np.float64), wanted.mean(axis=0, dtype=np.float64)
    centered = rows - mean.astype(np.float32)
    curvature = (centered.T @ centered).astype(np.float64) / len(rows)
    weights = kernel.reshape(-1, filters).astype(np.float64)
    missing = wanted - target.astype(np.float32) - centered @ weights.astype(np.float32)
    pull = (centered.T @ missing).astype(np.float64) / len(rows)
    ridge = np.eye(len(mean)) * (_FIT_RIDGE * np.trace(curvature) / len(mean) + 1e-12)
    weights = weights + np.linalg.solve(curvature + ridge, pull)
    chosen = choice(LayerStatistics(layer.name, weights, curvature))
    layer.set_weights(
        [chosen.reshape(kernel.shape).astype(np.float32), (target - mean @ chosen).astype(np.float32)]
    )


def _patches(
    layer: keras.layers.Layer, inputs: NDArray[np.float32], places: tuple[NDArray[np.intp], ...]
) -> NDArray[np.float32]:
    """What the layer reads at some of its output places: (places, height x width x channels of a kernel)."""
    (size, _), (stride, _) = layer.kernel_size, layer.strides
    if layer.padding == "same":
        # As TensorFlow pads: half of what is missing before, and the rest after.
        side = inputs.shape[1]
        missing = max(0, (-(-side // stride) - 1) * stride + size - side)
        pad = (missing // 2, missing - missing // 2)
        inputs = np.pad(inputs, ((0, 0), pad, pad, (0, 0)))
    image, row, column = places
    parts = [
        inputs[image, row * stride + down, column * stride + right]
        for down in range(size)
        for right in range(size)
    ]
    return np.concatenate(parts, axis=1)
