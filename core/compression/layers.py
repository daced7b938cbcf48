"""The layers of a model: each operator with weights, named by its kind, its number and its shape.

Slim files have no names, so a layer is known by its place: `conv 3: 1x1x96->16` is the third convolution, of
96 channels to 16 with a 1x1 kernel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.compression.compressible import Place, tensor_at
from core.compression.decode_operator import Decoder, decoded_contents, decoders, is_decoder
from core.tflite.int4 import weight_codes
from core.tflite.model_file import constant

_WORDS = {
    schema.BuiltinOperator.CONV_2D: "conv",
    schema.BuiltinOperator.DEPTHWISE_CONV_2D: "depthwise conv",
    schema.BuiltinOperator.FULLY_CONNECTED: "dense",
}
_NAMES = {value: name for name, value in vars(schema.BuiltinOperator).items() if isinstance(value, int)}
_CODES = (schema.TensorType.INT8, schema.TensorType.INT4)


@dataclass(frozen=True)
class Layer:
    """An operator with one of its weight tensors, which is constant or the output of `decoder`."""

    name: str
    weights: Place
    decoder: Decoder | None


def layers(model: schema.ModelT) -> Iterator[Layer]:
    """The layers in the order in which they run, subgraph by subgraph.

    Raises `Undecodable` for a malformed decoder.
    """
    outputs = {decoder.output: decoder for decoder in decoders(model)}
    numbers: Counter[str] = Counter()
    for number, subgraph in enumerate(model.subgraphs):
        for operator in subgraph.operators:
            if is_decoder(model, operator):
                continue
            places = [Place(number, int(index)) for index in operator.inputs if index >= 0]
            weights = [place for place in dict.fromkeys(places) if _is_weights(model, place, outputs)]
            word = _word(model, operator)
            numbers[word] += bool(weights)
            for place in weights:
                shape = _shape_in_words(operator, model, tensor_at(model, place))
                yield Layer(f"{word} {numbers[word]}: {shape}", place, outputs.get(place))


def layer_codes(model: schema.ModelT, layer: Layer) -> NDArray[np.int8]:
    """The weight codes of a layer, decoded where they are coded, in one dimension.

    Raises `Undecodable` when they cannot be decoded.
    """
    if layer.decoder is not None:
        return decoded_contents(model, layer.decoder)
    return weight_codes(model, tensor_at(model, layer.weights))


def _is_weights(model: schema.ModelT, place: Place, outputs: dict[Place, Decoder]) -> bool:
    tensor = tensor_at(model, place)
    return place in outputs or (tensor.type in _CODES and constant(model, tensor) is not None)


def _word(model: schema.ModelT, operator: schema.OperatorT) -> str:
    code = model.operatorCodes[operator.opcodeIndex]
    if code.builtinCode == schema.BuiltinOperator.CUSTOM:
        return str((code.customCode or b"custom").decode(errors="replace"))
    name = _NAMES.get(code.builtinCode, f"operator {code.builtinCode}")
    return _WORDS.get(code.builtinCode) or name.lower().replace("_", " ")


def _shape_in_words(operator: schema.OperatorT, model: schema.ModelT, tensor: schema.TensorT) -> str:
    shape = [] if tensor.shape is None else [int(side) for side in tensor.shape]
    kind = model.operatorCodes[operator.opcodeIndex].builtinCode
    if kind == schema.BuiltinOperator.CONV_2D and len(shape) == 4:
        out, height, width, channels = shape
        return f"{height}x{width}x{channels}->{out}"
    if kind == schema.BuiltinOperator.DEPTHWISE_CONV_2D and len(shape) == 4:
        return "x".join(map(str, shape[1:]))
    if kind == schema.BuiltinOperator.FULLY_CONNECTED and len(shape) == 2:
        return f"{shape[1]}->{shape[0]}"
    return "x".join(map(str, shape)) or "1"
