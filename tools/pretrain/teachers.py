"""What networks that were trained on ImageNet make of the images that the starting network learns from.

A student imitates the 1,000 answers of a teacher (Hinton et al., "Distilling the knowledge in a neural
network", arXiv:1503.02531) and its features (Romero et al., "FitNets", arXiv:1412.6550). Each image is seen
once, enlarged, before training starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from numpy.typing import NDArray

from core.backend import keras, tf
from core.files import appearing_whole
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.networks.imported import imported_weights
from core.networks.torch_file import read_tensors
from core.settings import NetworkSettings
from core.task import Task
from core.training.feed import scaled

TEACHER_IMAGE_SIZE = 128
_BATCH = 64
_SPREAD_IMAGES = 8192
_SMALLEST_DEVIATION = 1e-3

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Teacher:
    """Features (N, features) as float16, a row for each image, and their mean and deviation.

    `answers` are kernel (features, 1000) and bias (1000,) that make answers of them, where they are imitated.
    """

    features: NDArray[np.float16]
    answers: tuple[Floats, Floats] | None = None

    @property
    def spread(self) -> tuple[Floats, Floats]:
        """Mean and deviation (features,) over the first images."""
        sample = self.features[:_SPREAD_IMAGES].astype(np.float32)
        return sample.mean(axis=0), sample.std(axis=0) + _SMALLEST_DEVIATION


def teachers(
    images: NDArray[np.uint8], mobilenet: Path | None, squeezenet: Path | None, folder: Path, task: Task
) -> tuple[Teacher, ...]:
    """The teachers whose files are given: torchvision's MobileNetV2 and SqueezeNet 1.1.

    `images` are uint8 (N, side, side, 3). What a teacher makes of them is kept in `folder`. Raises what
    `read_tensors` and `imported_weights` raise.
    """
    found = []
    if mobilenet is not None:
        network = MobileNet(read_tensors(mobilenet))
        rows = _kept(folder / "teacher-mobilenet.npy", network.features, images, task)
        found.append(Teacher(rows, network.answers))
    if squeezenet is not None:
        rows = _kept(folder / "teacher-squeezenet.npy", _squeezenet(squeezenet), images, task)
        found.append(Teacher(rows))
    return tuple(found)


class MobileNet:
    """torchvision's MobileNetV2 (Sandler et al., arXiv:1801.04381; torchvision/models/mobilenetv2.py)."""

    _MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
    _EPSILON = 1e-5
    # Expansion, filters, blocks, and the stride of the first block.
    _BLOCKS = (
        *((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2)),
        *((6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)),
    )

    def __init__(self, tensors: Mapping[str, Floats]) -> None:
        self._tensors = tensors
        self.answers = (tensors["classifier.1.weight"].T.copy(), tensors["classifier.1.bias"])

    def features(self, images: tf.Tensor) -> tf.Tensor:
        """Features (N, 1280) of images float32 (N, side, side, 3) with values 0..255."""
        x = (images / 255.0 - self._MEAN) / self._DEVIATION
        x = tf.nn.relu6(self._convolution(x, "features.0.0", "features.0.1", 2))
        place = 1
        for expansion, filters, blocks, stride in self._BLOCKS:
            for block in range(blocks):
                x = self._block(x, f"features.{place}.conv", expansion, filters, stride if block == 0 else 1)
                place += 1
        x = tf.nn.relu6(self._convolution(x, "features.18.0", "features.18.1"))
        return tf.reduce_mean(x, axis=(1, 2))

    def _block(self, x: tf.Tensor, name: str, expansion: int, filters: int, stride: int) -> tf.Tensor:
        given, part = x, 0
        if expansion != 1:
            x = tf.nn.relu6(self._convolution(x, f"{name}.0.0", f"{name}.0.1"))
            part = 1
        x = tf.nn.relu6(self._convolution(x, f"{name}.{part}.0", f"{name}.{part}.1", stride))
        x = self._convolution(x, f"{name}.{part + 1}", f"{name}.{part + 2}")
        return x + given if stride == 1 and given.shape[-1] == filters else x

    def _convolution(self, x: tf.Tensor, name: str, norm: str, stride: int = 1) -> tf.Tensor:
        """A convolution with its normalization folded in, padded by half its size as torchvision pads."""
        gamma, beta, mean, variance = (
            self._tensors[f"{norm}.{part}"] for part in ("weight", "bias", "running_mean", "running_var")
        )
        factor = gamma / np.sqrt(variance + self._EPSILON)
        kernel = (self._tensors[f"{name}.weight"] * factor[:, None, None, None]).transpose(2, 3, 1, 0)
        if pad := kernel.shape[0] // 2:
            x = tf.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        if kernel.shape[2] == 1 and x.shape[-1] != 1:
            depthwise = kernel.transpose(0, 1, 3, 2)
            x = tf.nn.depthwise_conv2d(x, depthwise, (1, stride, stride, 1), "VALID")
        else:
            x = tf.nn.conv2d(x, kernel, stride, "VALID")
        return x + (beta - mean * factor)


def _squeezenet(path: Path) -> Callable[[tf.Tensor], tf.Tensor]:
    """Features (N, 512) of a SqueezeNet 1.1 in torchvision's format, for images with values 0..255."""
    drawn = architecture(NetworkShape(NetworkSettings(), TEACHER_IMAGE_SIZE, 3, 1000))
    network = built(drawn)
    for name, weights in imported_weights(path, NetworkSettings(), drawn).items():
        network.get_layer(name).set_weights(list(weights))
    last = network.get_layer("fire9_concat").output
    body = keras.Model(network.input, keras.layers.GlobalAveragePooling2D()(last))
    return lambda images: body(scaled(images), training=False)


def _kept(
    path: Path, of: Callable[[tf.Tensor], tf.Tensor], images: NDArray[np.uint8], task: Task
) -> NDArray[np.float16]:
    """Features of all images, from `path` if an earlier run left them there."""
    if path.is_file():
        found: NDArray[np.float16] = np.load(path, allow_pickle=False)
        if len(found) == len(images):
            return found
    infer = _inference(of)
    task.status("Computing what a teacher makes of the images")
    starts = range(0, len(images), _BATCH)
    rows = [infer(images[at : at + _BATCH]) for at in task.track(starts, len(starts), "batches")]
    found = np.concatenate(rows).astype(np.float16)
    with appearing_whole(path) as temporary, temporary.open("wb") as file:
        np.save(file, found)
    return found


def _inference(of: Callable[[tf.Tensor], tf.Tensor]) -> Callable[[NDArray[np.uint8]], Floats]:
    """`of` for enlarged images, run by LiteRT, whose kernels are several times as fast as TensorFlow's."""
    side = TEACHER_IMAGE_SIZE
    function = tf.function(
        of, input_signature=[tf.TensorSpec((_BATCH, side, side, 3), tf.float32)], autograph=False
    )
    model = tf.lite.TFLiteConverter.from_concrete_functions([function.get_concrete_function()]).convert()
    interpreter = Interpreter(model_content=model, num_threads=2)
    interpreter.allocate_tensors()
    given, answer = interpreter.get_input_details()[0]["index"], interpreter.get_output_details()[0]["index"]

    def infer(images: NDArray[np.uint8]) -> Floats:
        padded = np.concatenate([images, images[:1].repeat(_BATCH - len(images), axis=0)])
        larger = tf.clip_by_value(tf.image.resize(padded, (side, side), "bicubic"), 0.0, 255.0)
        interpreter.set_tensor(given, larger.numpy())
        interpreter.invoke()
        found: Floats = interpreter.get_tensor(answer)[: len(images)].copy()
        return found

    return infer
