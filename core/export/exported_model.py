"""What every form of an exported model tells about it."""

from __future__ import annotations

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.compression.decode_operator import OPERATOR_NAME
from core.tflite.interpreter import Signature, signature_of
from core.tflite.model_file import parse

_MIDDLE = 128
"""An image value p stands for p / 128 - 1, as in training."""

_RESOLVERS = {
    schema.BuiltinOperator.ADD: "AddAdd",
    schema.BuiltinOperator.AVERAGE_POOL_2D: "AddAveragePool2D",
    schema.BuiltinOperator.CONCATENATION: "AddConcatenation",
    schema.BuiltinOperator.CONV_2D: "AddConv2D",
    schema.BuiltinOperator.DEPTHWISE_CONV_2D: "AddDepthwiseConv2D",
    schema.BuiltinOperator.FULLY_CONNECTED: "AddFullyConnected",
    schema.BuiltinOperator.MAX_POOL_2D: "AddMaxPool2D",
    schema.BuiltinOperator.MEAN: "AddMean",
    schema.BuiltinOperator.QUANTIZE: "AddQuantize",
    schema.BuiltinOperator.RESHAPE: "AddReshape",
    schema.BuiltinOperator.SOFTMAX: "AddSoftmax",
}
"""By which method of TFLM's resolver an operator is added (micro_mutable_op_resolver.h)."""


class ExportedModel(msgspec.Struct, frozen=True, kw_only=True):
    """A Huffman-coded .tflite, the plain one it was made from, and the labels of its outputs.

    `arena_bytes` is what TFLM needs on this computer, None where that could not be measured; `accuracy` the
    share of test images that the coded file got right, `source` what it was trained on. An answer is sure
    when its highest output code is at least `sure_score`; None where no threshold was calibrated.
    """

    model: bytes
    plain: bytes
    labels: tuple[str, ...]
    accuracy: float
    source: str
    arena_bytes: int | None = None
    sure_score: int | None = None

    @property
    def signature(self) -> Signature:
        """What the model takes and gives."""
        return signature_of(parse(self.model), "The model")

    @property
    def input_codes(self) -> tuple[int, ...]:
        """For each image value from 0 to 255 the int8 code that the model takes."""
        values = np.arange(256, dtype=np.float32) / _MIDDLE - 1
        return tuple(self.signature.input_quantization.codes(values).tolist())

    @property
    def resolver_calls(self) -> tuple[str, ...]:
        """The methods that add the operators which the model needs to TFLM's resolver, by name."""
        return tuple(sorted({_resolver_call(code) for code in parse(self.model).operatorCodes}))


def _resolver_call(code: schema.OperatorCodeT) -> str:
    if code.builtinCode == schema.BuiltinOperator.CUSTOM:
        name = bytes(code.customCode or b"")
        return "AddDecode" if name == OPERATOR_NAME else f'AddCustom("{name.decode()}", ...)'
    return _RESOLVERS.get(code.builtinCode, f"the one of built-in operator {code.builtinCode}")
