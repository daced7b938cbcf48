"""What the interpreters have in common: int8 images in, int8 scores out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.errors import ModelError

NUMBERS: dict[int, str] = {
    schema.TensorType.FLOAT32: "float32",
    schema.TensorType.INT8: "int8",
    schema.TensorType.UINT8: "uint8",
    schema.TensorType.INT16: "int16",
    schema.TensorType.INT32: "int32",
    schema.TensorType.INT64: "int64",
    schema.TensorType.BOOL: "bool",
}
"""The types of numpy for the inputs and outputs that can be given to runtimes."""
RuntimeName = Literal["litert", "tflm", "litert-decoded"]


@dataclass(frozen=True)
class Quantization:
    """How int8 codes stand for numbers: number = scale * (code - zero_point)."""

    scale: float
    zero_point: int

    def codes(self, numbers: NDArray[np.floating]) -> NDArray[np.int8]:
        """The nearest code for each number; the outermost for numbers beyond the range."""
        codes: NDArray[np.floating] = np.rint(numbers / self.scale) + self.zero_point
        clipped: NDArray[np.int8] = np.clip(codes, -128, 127).astype(np.int8)
        return clipped

    def numbers(self, codes: NDArray[np.int8]) -> NDArray[np.float32]:
        """The numbers that codes stand for."""
        return ((codes.astype(np.float32) - self.zero_point) * self.scale).astype(np.float32)


@dataclass(frozen=True)
class Signature:
    """What a model takes and gives: the shape of one input without the batch, and both quantizations."""

    input_shape: tuple[int, ...]
    output_size: int
    input_quantization: Quantization
    output_quantization: Quantization


class Interpreter(Protocol):
    """A loaded int8 model with one input and one output."""

    @property
    def runtime(self) -> RuntimeName:
        """What runs the model."""
        ...

    @property
    def signature(self) -> Signature:
        """What the model takes and gives."""
        ...

    def predict(self, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
        """Output codes (N, outputs) for input codes (N, height, width, channels).

        Raises model-not-runnable when an operator fails.
        """
        ...


@contextlib.contextmanager
def running(runtime: str, name: str) -> Iterator[None]:
    """Raise what a runtime raises while it runs a model as model-not-runnable."""
    try:
        yield
    except (RuntimeError, ValueError) as error:
        reason = f"{runtime} stopped at one of its operators"
        raise ModelError("model-not-runnable", detail=str(error), path=name, reason=reason) from error


def signature_of(model: schema.ModelT, name: str) -> Signature:
    """The signature of a parsed model.

    Raises model-not-int8 when it takes or gives anything but int8 with one scale, and model-not-runnable when
    it has several inputs or outputs or takes several images at a time.
    """
    main = model.subgraphs[0]
    if len(main.inputs) != 1 or len(main.outputs) != 1:
        reason = f"it has {len(main.inputs)} inputs and {len(main.outputs)} outputs instead of one of each"
        raise ModelError("model-not-runnable", path=name, reason=reason)
    inputs, result = (main.tensors[indices[0]] for indices in (main.inputs, main.outputs))
    shape = _shape(inputs)
    if not shape or shape[0] != 1:
        raise ModelError("model-not-runnable", path=name, reason=f"its input has the shape {shape}")
    return Signature(
        shape[1:],
        int(np.prod(_shape(result))),
        _quantization(inputs, name, "input"),
        _quantization(result, name, "output"),
    )


def _shape(tensor: schema.TensorT) -> tuple[int, ...]:
    return () if tensor.shape is None else tuple(int(side) for side in tensor.shape)


def _quantization(tensor: schema.TensorT, name: str, which: str) -> Quantization:
    record = tensor.quantization
    scales = None if record is None else record.scale
    if tensor.type != schema.TensorType.INT8 or scales is None or len(scales) != 1:
        raise ModelError("model-not-int8", path=name, reason=f"its {which} is not int8 with one scale")
    return Quantization(float(scales[0]), int(record.zeroPoint[0]))


def drawn_input(tensor: schema.TensorT, chance: np.random.Generator) -> NDArray[np.generic]:
    """Values for an input: floats around 0, whole numbers of the whole range of their type."""
    kind = np.dtype(NUMBERS[tensor.type])
    shape = () if tensor.shape is None else tuple(int(side) for side in tensor.shape)
    if kind.kind == "f":
        return chance.normal(size=shape).astype(kind)
    if kind.kind == "b":
        return chance.integers(0, 2, shape).astype(kind)
    low, high = (np.iinfo(kind).min, np.iinfo(kind).max) if kind.itemsize == 1 else (0, 100)
    return chance.integers(low, high, shape, endpoint=True).astype(kind)
