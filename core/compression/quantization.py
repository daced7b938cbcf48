"""The Quantize stage: a full-integer .tflite, with training that makes up for the rounding or without.

Training-aware: the network trains on with quantized weights and activations. Post-training: layer by layer
its weights are rounded so that the outputs stay what they were, and the ranges of its activations measured on
images of the training split; that takes seconds. Both end in the same conversion. The first and the last
convolution keep codes of 8 bits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.backend import clone_model, keras, make_deterministic, tf
from core.compression.conversion import full_integer_model
from core.compression.filters import all_filters
from core.compression.reconstruction import (
    Doubles,
    LayerStatistics,
    fitting_images,
    masked_weights,
    match_answers,
    quantized_weights,
    reconstruct,
)
from core.compression.rounded_layers import rounded_answers
from core.compression.rounding import largest_code
from core.files import write_whole
from core.networks.keras_file import load_network
from core.networks.measure import convolutions
from core.settings import RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import LabeledImages, TrainingData, scaled
from core.training.fit import FitPlan, Fitted, Hooks, Teacher, fit, predictions

_EDGE_BITS = 8
_CALIBRATION_IMAGES = 512
_CONVERSION_IMAGES = 64


@dataclass(frozen=True)
class Quantized:
    """Result of the Quantize stage.

    `weight_bits` gives the bits of each convolution's weight codes, `network` is the float network that was
    quantized. `fitted` is None where nothing was trained.
    """

    fitted: Fitted | None
    weight_bits: Mapping[str, int]
    network: keras.Model


def quantize(
    settings: RunSettings,
    data: TrainingData,
    pruned_model: Path,
    int8_model: Path,
    checkpoints: Path,
    task: Task,
    trained_model: Path | None = None,
) -> Quantized:
    """Quantize the network in `pruned_model` and write it as int8 .tflite to `int8_model`.

    Input and output are int8 too, and zero weights stay zero. Training learns from the network in
    `trained_model`, if there is one, as much as `distillation` says, and goes on from the epochs of its own
    in `checkpoints`. Raises what `core.training.fit.fit` and `load_network` raise.
    """
    make_deterministic(settings.seed)
    network = load_network(pruned_model)
    bits = weight_bits(network, settings.quantize.weight_bits)
    sample = calibration_sample(data.training, _CALIBRATION_IMAGES)
    fitted = answering = None
    if settings.quantize.method == "post-training":
        task.status("Quantizing each layer and fitting its outputs")
        trained = network if trained_model is None else load_network(trained_model)
        quantized, steps = _quantized_copy(network, trained, bits, data.training, settings.seed, task)
        answering = rounded_answers(quantized, bits, sample, steps)
    else:
        # The other method needs nothing of tfmot, which takes its time to be imported.
        from core.compression import quantized_layers

        quantized = quantized_layers.with_quantization(network, bits, sample)
        teacher = _teacher(trained_model, settings.quantize.distillation)
        fitted = _trained(quantized, settings, data, checkpoints, task, teacher)
        for name, wrapper in quantized_layers.quantized_convolutions(quantized).items():
            network.get_layer(name).set_weights(quantized_layers.float_weights(wrapper))
    task.check_cancelled()
    task.status("Converting to an int8 TensorFlow Lite model")
    with task.span("convert"):
        sample = calibration_sample(data.training, _CONVERSION_IMAGES)
        write_whole(int8_model, convert(quantized, sample, answering))
    return Quantized(fitted, bits, network)


def _trained(
    quantized: keras.Model,
    settings: RunSettings,
    data: TrainingData,
    checkpoints: Path,
    task: Task,
    teacher: Teacher | None,
) -> Fitted:
    from core.compression.quantized_layers import zero_fraction

    return fit(
        quantized,
        FitPlan(
            stage="quantize",
            epochs=settings.quantize.epochs,
            batch_size=settings.train.batch_size,
            learning_rate=settings.quantize.learning_rate,
            seed=settings.seed,
            augment=settings.data.augment,
            class_weights=settings.train.class_weights,
        ),
        data.training,
        data.validation,
        Checkpoint(checkpoints, "quantize"),
        task,
        Hooks(sparsity=lambda: zero_fraction(quantized)),
        teacher,
    )


def _teacher(trained_model: Path | None, share: float) -> Teacher | None:
    if trained_model is None or not share:
        return None
    return Teacher(load_network(trained_model), share)


def _quantized_copy(
    network: keras.Model,
    trained: keras.Model,
    bits: Mapping[str, int],
    data: LabeledImages,
    seed: int,
    task: Task,
) -> tuple[keras.Model, dict[str, float]]:
    """A copy of `network` whose weights are codes times a step, and the step of each layer.

    Layers with codes of 8 bits are only fitted to what those before put out now, and have no step. The last
    one is fitted to the answers of the trained network.
    """
    copy = clone_model(network)
    copy.set_weights(network.get_weights())
    steps: dict[str, float] = {}

    def choice(statistics: LayerStatistics) -> Doubles:
        name = statistics.name
        zeros = network.get_layer(name).kernel.numpy().reshape(statistics.weights.shape) == 0
        if bits[name] == _EDGE_BITS:
            return masked_weights(statistics, zeros)
        weights, steps[name] = quantized_weights(statistics, largest_code(bits[name]), zeros)
        return weights

    images = fitting_images(data, network, seed)
    fitted = reconstruct(network, copy, all_filters(network), images, choice, seed, task)
    match_answers(copy, fitted.features, predictions(trained, images))
    return copy, steps


def weight_bits(network: keras.Model, bits: int) -> dict[str, int]:
    """Bits of the weight codes by convolution: `bits`, but 8 in the first and the last."""
    names = list(convolutions(network))
    return {name: _EDGE_BITS if name in (names[0], names[-1]) else bits for name in names}


def calibration_images(data: LabeledImages, count: int) -> NDArray[np.uint8]:
    """`count` images (or all there are) spread evenly over `data`."""
    return data.sample(count)


def calibration_sample(data: LabeledImages, count: int) -> NDArray[np.uint8]:
    """`count` images spread evenly over `data`, and one each of black and of white.

    The two pin the input's range, so that int8 input values are image values minus 128.
    """
    images = calibration_images(data, count)
    return np.concatenate([images, np.zeros_like(images[:1]), np.full_like(images[:1], 255)])


def convert(
    quantized: keras.Model,
    sample: NDArray[np.uint8],
    answering: Callable[[tf.Tensor], tf.Tensor] | None = None,
) -> bytes:
    """The int8 .tflite of a network made by `with_quantization`; its weights are rounded in place.

    Or of the network that `answering` is the rounding of (`rounded_answers`).
    """
    if answering is None:
        from core.compression.quantized_layers import bake_quantization

        bake_quantization(quantized)
    images = scaled(sample).numpy()
    return full_integer_model(quantized, lambda: (image[None] for image in images), answering)
