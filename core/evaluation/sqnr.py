"""How much of what a float network computes is left in its int8 file, layer by layer.

The measure is the ratio of signal to noise, 10 log10(sum of squares / sum of squared differences) decibels:
of the weights, and of what a layer puts out on a few images. Six decibels more halve the error.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.backend import keras
from core.compression.compressible import Place, tensor_at
from core.compression.layers import layer_codes, layers
from core.networks.measure import convolutions
from core.networks.running import layer_outputs
from core.task import Task
from core.tflite.interpreter import Quantization
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.training.feed import inspection_batches

Kernel = NDArray[np.float32]


@dataclass(frozen=True)
class LayerSqnr:
    """Signal to noise of a layer's weights and outputs in decibels; None without noise or without signal.

    `layer` is its name in the float network, None for a layer that is not in it.
    """

    layer: str | None
    weight_snr_db: float | None = None
    output_snr_db: float | None = None


def layer_sqnr(
    network: keras.Model, model: bytes, images: NDArray[np.uint8], task: Task
) -> tuple[LayerSqnr, ...]:
    """The SQNR of each layer of a plain int8 model, in the order of `core.compression.layers.layers`.

    `network` is the float network whose weights were rounded. Raises `Cancelled`.
    """
    matches = list(_matched(parse(model), network))
    watched = [match for match in matches if match is not None]
    names = [match.layer for match in watched]
    interpreter = LiteRtInterpreter(model, keep_tensors=True)
    meter = task.progress(len(images), "pictures")
    for batch in inspection_batches(images):
        exact = [values.numpy() for values in layer_outputs(network, batch, names)]
        codes = interpreter.signature.input_quantization.codes(batch.numpy())
        for number in range(len(codes)):
            task.check_cancelled()
            interpreter.predict(codes[number : number + 1])
            for match, values in zip(watched, exact, strict=True):
                rounded = match.quantization.numbers(interpreter.tensor(match.output))
                match.outputs.add(values[number : number + 1], rounded)
            meter.advance()
    return tuple(LayerSqnr(None) if match is None else match.sqnr() for match in matches)


@dataclass
class _Noise:
    """Squares of a signal and of its difference to what was made of it, added up."""

    signal: float = 0.0
    noise: float = 0.0

    def add(self, exact: Kernel, rounded: Kernel) -> None:
        self.signal += float(np.square(exact, dtype=np.float64).sum())
        self.noise += float(np.square(exact.astype(np.float64) - rounded).sum())

    def decibels(self) -> float | None:
        if self.signal <= 0 or self.noise <= 0:
            return None
        return round(10 * math.log10(self.signal / self.noise), 2)


@dataclass
class _Match:
    """A layer of the file and what it is in the float network; `output` is the tensor that it puts out."""

    layer: str
    output: int
    quantization: Quantization
    weights: _Noise
    outputs: _Noise = field(default_factory=_Noise)

    def sqnr(self) -> LayerSqnr:
        return LayerSqnr(self.layer, self.weights.decibels(), self.outputs.decibels())


def _matched(model: schema.ModelT, network: keras.Model) -> Iterator[_Match | None]:
    """For each layer of the file the convolution of the network that it is.

    Files have no names: of the convolutions of the same shape it is the one whose weights are the nearest.
    """
    left = {name: np.moveaxis(layer.kernel.numpy(), 3, 0) for name, layer in convolutions(network).items()}
    for layer in layers(model):
        tensor = tensor_at(model, layer.weights)
        shape = tuple(int(side) for side in tensor.shape)
        alike = [name for name, kernel in left.items() if kernel.shape == shape]
        if not alike:
            yield None
            continue
        scales = np.asarray(tensor.quantization.scale, np.float32).reshape(-1, 1, 1, 1)
        weights = layer_codes(model, layer).reshape(shape) * scales
        name = min(alike, key=lambda one: float(np.square(left[one] - weights).sum()))
        noise = _Noise()
        noise.add(left.pop(name), weights)
        output, quantization = _output_of(model, layer.weights)
        yield _Match(name, output, quantization, noise)


def _output_of(model: schema.ModelT, weights: Place) -> tuple[int, Quantization]:
    subgraph = model.subgraphs[weights.subgraph]
    index = next(
        int(operator.outputs[0]) for operator in subgraph.operators if weights.tensor in operator.inputs
    )
    record = subgraph.tensors[index].quantization
    return index, Quantization(float(record.scale[0]), int(record.zeroPoint[0]))
