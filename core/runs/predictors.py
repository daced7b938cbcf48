"""Any stage's model file as one thing: images in, class probabilities out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.evaluation.accuracy import LEAST_PROBABILITY
from core.evaluation.heat_map import as_bytes
from core.evaluation.interpreters import open_interpreter
from core.evaluation.parity import prove_parity
from core.requests import RuntimeChoice
from core.runs.summary import Runtime
from core.task import Task
from core.tflite.interpreter import Interpreter
from core.tflite.model_file import read_model

_KERAS_CHUNK = 1024
"""Images between two looks at whether to stop; Keras splits them into batches."""
CHUNK = 16
"""Images between two looks at whether to stop, in an interpreter."""
Heat = Callable[[NDArray[np.uint8], int], NDArray[np.uint8]]
"""From an image (size, size, channels) and a class to where a network looked: (side, side), 0 to 255."""


@dataclass(frozen=True)
class Answers:
    """What a model answered in `runtime`: probabilities (N, classes), and the least that means anything."""

    probabilities: NDArray[np.float64]
    least_probability: float
    runtime: Runtime


@dataclass(frozen=True)
class ProvedAnswers:
    """What a coded model answered, byte for byte as the plain one.

    `tflm_tensors` is how many decoded tensors were read back from TFLM and found right.
    """

    answers: Answers
    tflm_tensors: int


class Predictor(Protocol):
    """A model that runs.

    `runtime` says in what; `least_probability` is half the step of its output, or Keras' epsilon. It takes
    images of `image_size` with `channels` and tells `classes` apart.
    """

    runtime: Runtime
    least_probability: float
    image_size: int
    channels: int
    classes: int

    def nearest(self, probability: float) -> tuple[float, int | None]:
        """The nearest probability that the model can give, and its output code; None where there are none."""
        ...

    def probabilities(self, images: NDArray[np.uint8], task: Task) -> NDArray[np.float64]:
        """Probabilities (N, classes) for images (N, size, size, channels), with progress."""
        ...


def in_chunks(images: NDArray[np.uint8], size: int, task: Task) -> Iterator[NDArray[np.uint8]]:
    """The images in parts of `size`, with progress. Raises `Cancelled` between two of them."""
    meter = task.progress(len(images), "pictures")
    for start in range(0, len(images), size):
        task.check_cancelled()
        part = images[start : start + size]
        yield part
        meter.advance(len(part))


class KerasPredictor:
    """A .keras file, run by Keras."""

    runtime: Runtime = "keras"
    least_probability = LEAST_PROBABILITY

    def __init__(self, path: Path) -> None:
        from core.networks.keras_file import load_network
        from core.training.fit import inference

        self.model = load_network(path)
        _, self.image_size, _, self.channels = self.model.input_shape
        self.classes = self.model.output_shape[-1]
        self._infer = inference(self.model)

    def nearest(self, probability: float) -> tuple[float, int | None]:
        return probability, None

    def probabilities(self, images: NDArray[np.uint8], task: Task) -> NDArray[np.float64]:
        parts = [self._infer(part) for part in in_chunks(images, _KERAS_CHUNK, task)]
        return np.concatenate(parts).astype(np.float64)


class TflitePredictor:
    """An int8 .tflite in an interpreter.

    An image value p stands for p / 128 - 1, as in training: the model's own input scale makes codes of it.
    """

    def __init__(self, interpreter: Interpreter, name: str = "The model") -> None:
        signature = interpreter.signature
        sides, channels = signature.input_shape[:2], signature.input_shape[2:]
        if len(set(sides)) != 1 or channels not in ((1,), (3,)):
            reason = f"its input of shape {signature.input_shape} is no square image"
            raise ModelError("model-not-runnable", path=name, reason=reason)
        self.runtime: Runtime = interpreter.runtime
        self.image_size, _, self.channels = signature.input_shape
        self.classes = signature.output_size
        self.least_probability = signature.output_quantization.scale / 2
        self._interpreter = interpreter

    def nearest(self, probability: float) -> tuple[float, int | None]:
        code = self._interpreter.signature.output_quantization.codes(np.array([probability]))
        return float(self.probabilities_of(code)[0]), int(code[0])

    def probabilities(self, images: NDArray[np.uint8], task: Task) -> NDArray[np.float64]:
        parts = [self.codes(part) for part in in_chunks(images, CHUNK, task)]
        return self.probabilities_of(np.concatenate(parts))

    def codes(self, images: NDArray[np.uint8]) -> NDArray[np.int8]:
        """The output codes (N, classes) for images (N, size, size, channels)."""
        return self._interpreter.predict(self.input_codes(images))

    def input_codes(self, images: NDArray[np.uint8]) -> NDArray[np.int8]:
        """The codes that the model takes for images, in their shape."""
        values = images.astype(np.float32) / 128 - 1
        return self._interpreter.signature.input_quantization.codes(values)

    def probabilities_of(self, codes: NDArray[np.int8]) -> NDArray[np.float64]:
        """What output codes stand for."""
        return self._interpreter.signature.output_quantization.numbers(codes).astype(np.float64)


def open_predictor(path: Path, runtime: RuntimeChoice | None = None, *, foreign: bool = True) -> Predictor:
    """The model in a file; what is not named .keras is taken for a .tflite.

    A `foreign` .tflite is run in a process of its own first, which it may end.

    Raises model-not-found, model-unreadable, model-not-int8 and model-not-runnable.
    """
    if not path.is_file():
        raise ModelError("model-not-found", path=path)
    if path.suffix == ".keras":
        return KerasPredictor(path)
    model = read_model(path)
    return TflitePredictor(open_interpreter(model, runtime, str(path), foreign=foreign), str(path))


def heat_of(predictor: KerasPredictor) -> Heat:
    """What tells where the network looks; see `core.networks.grad_cam`."""
    from core.networks.grad_cam import grad_cam
    from core.training.feed import scaled

    look = grad_cam(predictor.model)
    return lambda image, number: as_bytes(look(scaled(image[np.newaxis]), number))


def answers_of(predictor: Predictor, images: NDArray[np.uint8], task: Task) -> Answers:
    """What a model answers for images (N, size, size, channels), with progress."""
    probabilities = predictor.probabilities(images, task)
    return Answers(probabilities, predictor.least_probability, predictor.runtime)


def proved_answers(plain: bytes, coded: bytes, images: NDArray[np.uint8], task: Task) -> ProvedAnswers:
    """What a coded model answers, shown to be what the plain one answers, byte for byte, in the same runtime.

    Raises what `prove_parity` raises, and `Cancelled`.
    """
    interpreter = open_interpreter(coded)
    after = TflitePredictor(interpreter)
    inputs = (after.input_codes(part) for part in in_chunks(images, CHUNK, task))
    parity = prove_parity(plain, coded, interpreter, inputs)
    probabilities = after.probabilities_of(parity.outputs)
    return ProvedAnswers(Answers(probabilities, after.least_probability, after.runtime), parity.tflm_tensors)
