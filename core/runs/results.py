"""What measuring and using a model file comes to."""

from __future__ import annotations

import msgspec

from core.compression.sizes import Inspection
from core.evaluation.confusion import ClassScore, Mistake
from core.runs.summary import Runtime


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """How right a model is on images. `images_of` says which they are; the rest is as in summary.json."""

    model: str
    runtime: Runtime
    images_of: str = msgspec.field(name="pictures_of")
    images: int = msgspec.field(name="pictures")
    accuracy: float
    accuracy_interval: tuple[float, float]
    loss: float
    class_accuracy: float
    top5_accuracy: float | None = None
    classes: tuple[ClassScore, ...]
    confusion: tuple[tuple[int, ...], ...]
    mistakes: tuple[Mistake, ...]


class Answer(msgspec.Struct, frozen=True):
    """A class and its probability."""

    name: str
    probability: float


class Prediction(msgspec.Struct, frozen=True):
    """What a model sees in one image, the likeliest first.

    `sure`: the likeliest is likely enough to be answered; otherwise the answer is "not sure".
    """

    image: str = msgspec.field(name="picture")
    answers: tuple[Answer, ...]
    sure: bool = True


class Predictions(msgspec.Struct, frozen=True, kw_only=True):
    """What a model sees in several images.

    `sure_from` is the probability from which on an answer is sure; None where none was calibrated, and every
    answer is. `heat_map` is the file that was written with where the network looked, if one was asked for.
    """

    model: str
    runtime: Runtime
    sure_from: float | None = None
    heat_map: str | None = None
    predictions: tuple[Prediction, ...]


class NetworkLayer(msgspec.Struct, frozen=True):
    """A convolution of a network: `shape` is that of its kernel (height, width, inputs, filters)."""

    name: str
    shape: tuple[int, ...]
    weights: int
    sparsity: float


class NetworkInspection(msgspec.Struct, frozen=True, kw_only=True):
    """What a .keras file holds.

    `parameters` are weights and biases, `macs` multiplications for one image, `sparsity` the share of
    zeros.
    """

    bytes: int
    parameters: int
    macs: int
    sparsity: float
    layers: tuple[NetworkLayer, ...]


class Inspected(msgspec.Struct, frozen=True, kw_only=True):
    """What a model file holds: `file` that of a .tflite, `network` that of a .keras.

    `arena_bytes` is the memory that a .tflite needs in TFLM where that could be measured.
    """

    model: str
    file: Inspection | None = None
    network: NetworkInspection | None = None
    arena_bytes: int | None = None
