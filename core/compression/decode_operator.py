"""Decoders in a model: putting TFLM_DECODE operators in, and taking them out again.

A decoder stands immediately before the operator that reads its outputs, for they may share memory with what
comes later (source: tensorflow/tflite-micro, kernels/decode.cc). Its inputs are pairs of constant uint8
tensors, codewords and ancillary; its outputs are the tensors as they were, without contents. So a tensor that
several operators read is decoded before each of them, into a tensor of its own, from the same codewords.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.compression.compressible import Place, tensor_at
from core.compression.huffman.bitstream import Undecodable, decode
from core.compression.slimming import slim_parsed, spread_zero_points
from core.errors import ModelError
from core.tflite.model_file import constant, parse, serialize
from core.tflite.verifier import ABSENT, element_count

OPERATOR_NAME = b"TFLM_DECODE"
_REPEATED_ELEMENTS = 1 << 24
"""Decoded elements beyond what the codewords have bits for: equal codewords may belong to several tables."""


@dataclass(frozen=True)
class Encoded:
    """The codewords of a buffer, and the number of the ancillary tensor that decodes them."""

    payload: bytes
    ancillary: int


@dataclass(frozen=True)
class Decoder:
    """One output of a DECODE operator: numbers of the operator, of its inputs and of the output."""

    operator: int
    payload: Place
    ancillary: Place
    output: Place


def insert_decoders(
    model: schema.ModelT, encoded: Mapping[int, Encoded], ancillaries: tuple[bytes, ...]
) -> None:
    """Replace the contents of buffers by codewords, in place, and put decoders before what reads them.

    `encoded` names buffers from `compressible_buffers`.
    """
    if not encoded:
        return
    code = schema.OperatorCodeT()
    code.builtinCode = code.deprecatedBuiltinCode = schema.BuiltinOperator.CUSTOM
    code.customCode = OPERATOR_NAME
    model.operatorCodes.append(code)
    ancillary_buffers = [_append_buffer(model, data) for data in ancillaries]
    payload_buffers = {buffer: _append_buffer(model, entry.payload) for buffer, entry in encoded.items()}
    for subgraph in model.subgraphs:
        sources = {
            buffer: (payload_buffers[buffer], ancillary_buffers[entry.ancillary])
            for buffer, entry in encoded.items()
        }
        _Insertion(model, subgraph, sources).run(len(model.operatorCodes) - 1)
    for buffer in encoded:
        model.buffers[buffer].data = None


def _append_buffer(model: schema.ModelT, data: bytes) -> int:
    buffer = schema.BufferT()
    buffer.data = np.frombuffer(data, np.uint8)
    model.buffers.append(buffer)
    return len(model.buffers) - 1


class _Insertion:
    """Putting decoders into one subgraph. `sources` gives the buffers that a coded buffer comes from."""

    def __init__(
        self, model: schema.ModelT, subgraph: schema.SubGraphT, sources: Mapping[int, tuple[int, int]]
    ) -> None:
        self._model = model
        self._subgraph = subgraph
        self._coded = {
            index: sources[tensor.buffer]
            for index, tensor in enumerate(subgraph.tensors)
            if tensor.buffer in sources
        }
        self._constants: dict[int, int] = {}
        self._decoded: set[int] = set()

    def run(self, opcode: int) -> None:
        for index in self._coded:
            tensor = self._subgraph.tensors[index]
            tensor.buffer = 0
            tensor.type = schema.TensorType.INT8
        operators = []
        for operator in self._subgraph.operators:
            read = dict.fromkeys(int(index) for index in operator.inputs if int(index) in self._coded)
            if read:
                operators.append(self._decoder(opcode, operator, list(read)))
            operators.append(operator)
        self._subgraph.operators = operators

    def _decoder(self, opcode: int, reader: schema.OperatorT, read: list[int]) -> schema.OperatorT:
        """A decoder of the tensors `read`; `reader` is made to read its outputs."""
        outputs = {index: self._output(index) for index in read}
        reader.inputs = np.array([outputs.get(int(index), int(index)) for index in reader.inputs], np.int32)
        decoder = schema.OperatorT()
        decoder.opcodeIndex = opcode
        inputs = [self._constant(buffer) for index in read for buffer in self._coded[index]]
        decoder.inputs = np.array(inputs, np.int32)
        decoder.outputs = np.array(list(outputs.values()), np.int32)
        return decoder

    def _output(self, index: int) -> int:
        """The tensor that the next reader of a coded tensor reads: itself for the first, then a new one."""
        if index not in self._decoded:
            self._decoded.add(index)
            return index
        self._subgraph.tensors.append(copy(self._subgraph.tensors[index]))
        return len(self._subgraph.tensors) - 1

    def _constant(self, buffer: int) -> int:
        """The uint8 tensor of this subgraph that holds `buffer`."""
        if buffer not in self._constants:
            tensor = schema.TensorT()
            tensor.shape = np.array([len(self._model.buffers[buffer].data)], np.int32)
            tensor.type = schema.TensorType.UINT8
            tensor.buffer = buffer
            self._subgraph.tensors.append(tensor)
            self._constants[buffer] = len(self._subgraph.tensors) - 1
        return self._constants[buffer]


def is_decoder(model: schema.ModelT, operator: schema.OperatorT) -> bool:
    """Whether an operator is a TFLM_DECODE."""
    code = model.operatorCodes[operator.opcodeIndex]
    return bool(code.builtinCode == schema.BuiltinOperator.CUSTOM and code.customCode == OPERATOR_NAME)


def is_coded(model: schema.ModelT) -> bool:
    """Whether a model has decoders."""
    return any(is_decoder(model, operator) for subgraph in model.subgraphs for operator in subgraph.operators)


def decoders(model: schema.ModelT) -> Iterator[Decoder]:
    """Every output of every DECODE operator of the model.

    Raises `Undecodable` for an operator without two constant inputs for each output, and for more elements in
    all than the codewords can stand for.
    """
    seen: set[object] = set()
    bits = elements = 0
    for decoder in _listed_decoders(model):
        sources = decoder_sources(model, decoder)
        if sources[0] not in seen:
            payload = constant(model, tensor_at(model, decoder.payload))
            bits += 0 if payload is None else 8 * len(payload)
        if sources not in seen:
            elements += sources[2]
        seen |= {sources, sources[0]}
        if elements > bits + _REPEATED_ELEMENTS:
            raise Undecodable("its decoders put out more elements than their codewords have bits")
        yield decoder


def decoder_sources(model: schema.ModelT, decoder: Decoder) -> tuple[int, int, int]:
    """The buffers of codewords and of tables, and the number of elements: what is equal decodes alike."""
    payload, ancillary = (tensor_at(model, place).buffer for place in (decoder.payload, decoder.ancillary))
    return payload, ancillary, element_count(tensor_at(model, decoder.output))


def _listed_decoders(model: schema.ModelT) -> Iterator[Decoder]:
    for number, subgraph in enumerate(model.subgraphs):
        for index, operator in enumerate(subgraph.operators):
            if not is_decoder(model, operator):
                continue
            if len(operator.inputs) != 2 * len(operator.outputs) or ABSENT in operator.inputs:
                raise Undecodable(f"operator {index} of subgraph {number} has not two inputs for each output")
            for i, output in enumerate(operator.outputs):
                payload, ancillary = (Place(number, int(k)) for k in operator.inputs[2 * i : 2 * i + 2])
                yield Decoder(index, payload, ancillary, Place(number, int(output)))


def decoded_contents(model: schema.ModelT, decoder: Decoder) -> NDArray[np.int8]:
    """What a decoder's output holds, by our own decoder, in one dimension.

    Raises `Undecodable` when an input is no constant, or is damaged.
    """
    payload = constant(model, tensor_at(model, decoder.payload))
    ancillary = constant(model, tensor_at(model, decoder.ancillary))
    if payload is None or ancillary is None:
        raise Undecodable("a decoder's input is no constant")
    output = tensor_at(model, decoder.output)
    if output.type != schema.TensorType.INT8:
        raise Undecodable("tables with 16-bit entries decode int8 tensors only")
    return decode(payload.tobytes(), element_count(output), ancillary.tobytes())


def decode_model(model: bytes, name: str = "The model") -> bytes:
    """The plain model that a coded one came from: decoded tensors in place of decoders.

    LiteRT runs it. For a model of `compress_model` it equals what `slim` makes of the int8 model, byte for
    byte. A model without decoders comes back slim. Raises model-unreadable.
    """
    parsed = parse(model, name)
    try:
        _fill_outputs(parsed)
    except Undecodable as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error
    for subgraph in parsed.subgraphs:
        subgraph.operators = [op for op in subgraph.operators if not is_decoder(parsed, op)]
    spread_zero_points(parsed)
    slim_parsed(parsed)
    return serialize(parsed)


def _fill_outputs(model: schema.ModelT) -> None:
    """Give each decoder's output its contents, in place; outputs of the same codewords share them."""
    buffers: dict[tuple[int, int, int], int] = {}
    for decoder in decoders(model):
        output = tensor_at(model, decoder.output)
        sources = decoder_sources(model, decoder)
        if sources not in buffers:
            buffers[sources] = _append_buffer(model, decoded_contents(model, decoder).tobytes())
        output.buffer = buffers[sources]
