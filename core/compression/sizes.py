"""What each byte of a model file is for: layer by layer, and everything else, adding up to the file."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.compression.compressible import tensor_at
from core.compression.decode_operator import decoder_sources, decoders, is_decoder
from core.compression.huffman.bitstream import Undecodable
from core.compression.huffman.code import Counts, count_symbols, entropy_bits, optimal_bits
from core.compression.layers import Layer, layer_codes, layers
from core.errors import ModelError
from core.tflite.model_file import parse
from core.tflite.parser import Part, Span, parse_tables

_SUBGRAPHS, _BUFFERS = 2, 4
_MODEL_DESCRIPTIONS = (3, 5, 6, 7)
_TENSORS, _OPERATORS, _SUBGRAPH_NAME = 0, 3, 4
_TENSOR_NAME, _TENSOR_SHAPE, _TENSOR_QUANTIZATION = 3, 0, 4
_QUANTIZATION_SCALE, _QUANTIZATION_ZERO_POINT = 2, 3
_OPERATOR_INPUTS, _OPERATOR_OUTPUTS = 1, 2
_BUFFER_DATA = 0
_BIAS = 2
_TAKE_BIAS = (
    schema.BuiltinOperator.CONV_2D,
    schema.BuiltinOperator.DEPTHWISE_CONV_2D,
    schema.BuiltinOperator.FULLY_CONNECTED,
)


class LayerInspection(msgspec.Struct, frozen=True, kw_only=True):
    """A layer's weights and what they take.

    `sparsity` is the share of zeros, `symbols` how many different codes there are, `entropy_bits` and
    `optimal_bits` the least bits a weight for any code of single symbols and for a Huffman code of its own,
    `bits` what a weight takes in this file. `table` is the number of the code table, None where the weights
    are stored plainly. Contents that an earlier layer has too take no bytes again.
    """

    name: str
    shape: tuple[int, ...]
    weights: int
    sparsity: float
    symbols: int
    entropy_bits: float
    optimal_bits: float
    bits: float
    bytes: int
    table: int | None = None


class Inspection(msgspec.Struct, frozen=True, kw_only=True):
    """A model file's layers, and its bytes by purpose: the latter add up to `bytes`.

    `payload_bytes` are codewords, `table_bytes` code tables with their headers, `decoder_bytes` DECODE
    operators and their tensors. `plain_weight_bytes` are weights that are not coded. `scale_bytes` has the
    zero points in it. `description_bytes` are names, signatures and metadata, `other_constant_bytes` what
    else operators read, and `structure_bytes` the rest: operators, tensors, offsets, gaps.
    """

    bytes: int
    payload_bytes: int
    table_bytes: int
    decoder_bytes: int
    plain_weight_bytes: int
    bias_bytes: int
    scale_bytes: int
    other_constant_bytes: int
    description_bytes: int
    structure_bytes: int
    layers: tuple[LayerInspection, ...]

    @property
    def weights(self) -> int:
        """Weights of all layers, each of them counted."""
        return sum(layer.weights for layer in self.layers)

    @property
    def entropy_bytes(self) -> float:
        """The least bytes for the weights of all layers with a code of single symbols for each.

        Contents that layers share count once, as in the file.
        """
        return sum(layer.entropy_bits * layer.weights for layer in self.layers if layer.bytes) / 8

    @property
    def optimal_bytes(self) -> float:
        """Bytes of an optimal Huffman payload for each layer, without limits and without tables."""
        return sum(layer.optimal_bits * layer.weights for layer in self.layers if layer.bytes) / 8


def inspect(model: bytes, name: str = "The model") -> Inspection:
    """The layers and the bytes of a plain or coded model file. Raises model-unreadable."""
    parsed = parse(model, name)
    try:
        return _Inspecting(parsed, model).result()
    except Undecodable as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error


class _Inspecting:
    """One inspection: each part of the file is claimed for one purpose, by whoever comes first."""

    def __init__(self, model: schema.ModelT, data: bytes) -> None:
        self._model = model
        self._data = data
        self._root = parse_tables(data)
        self._claimed: set[Span] = set()
        self._bytes = dict.fromkeys(Inspection.__struct_fields__[1:-2], 0)
        self._tables: dict[int, int] = {}
        self._counts: dict[tuple[int, ...], Counts] = {}

    def result(self) -> Inspection:
        self._claim_decoders()
        sizes = tuple(self._layer(layer) for layer in layers(self._model))
        self._claim_biases()
        for buffer in self._root.listed(_BUFFERS):
            self._claim_contents(buffer, "other_constant_bytes")
        self._claim_quantization()
        self._claim_descriptions()
        structure = len(self._data) - sum(self._bytes.values())
        return Inspection(bytes=len(self._data), structure_bytes=structure, layers=sizes, **self._bytes)

    def _claim(self, span: Span | None, purpose: str) -> int:
        """Count a span for `purpose` unless it is counted already. Returns the bytes counted."""
        if span is None or span in self._claimed:
            return 0
        self._claimed.add(span)
        self._bytes[purpose] += span.size
        return span.size

    def _claim_contents(self, buffer: Part, purpose: str) -> int:
        return self._claim(buffer.spans.get(_BUFFER_DATA), purpose)

    def _buffer(self, number: int) -> Part:
        return self._root.listed(_BUFFERS)[number]

    def _claim_decoders(self) -> None:
        """Operators, tensors and code tables; the codewords themselves are the layers'."""
        for subgraph, part in zip(self._model.subgraphs, self._root.listed(_SUBGRAPHS), strict=True):
            for operator, parsed in zip(subgraph.operators, part.listed(_OPERATORS), strict=True):
                if is_decoder(self._model, operator):
                    self._claim(parsed.span, "decoder_bytes")
                    for slot in (_OPERATOR_INPUTS, _OPERATOR_OUTPUTS):
                        self._claim(parsed.spans.get(slot), "decoder_bytes")
        for decoder in decoders(self._model):
            for place in (decoder.payload, decoder.ancillary):
                tensor = self._root.listed(_SUBGRAPHS)[place.subgraph].listed(_TENSORS)[place.tensor]
                self._claim(tensor.span, "decoder_bytes")
                self._claim(tensor.spans.get(_TENSOR_SHAPE), "decoder_bytes")
            number = tensor_at(self._model, decoder.ancillary).buffer
            self._tables.setdefault(number, len(self._tables))
            self._claim_contents(self._buffer(number), "table_bytes")

    def _layer(self, layer: Layer) -> LayerInspection:
        tensor = tensor_at(self._model, layer.weights)
        counts = self._counts_of(layer)
        if layer.decoder is None:
            table = None
            taken = self._claim_contents(self._buffer(tensor.buffer), "plain_weight_bytes")
        else:
            table = self._tables[tensor_at(self._model, layer.decoder.ancillary).buffer]
            payload = tensor_at(self._model, layer.decoder.payload).buffer
            taken = self._claim_contents(self._buffer(payload), "payload_bytes")
        count = int(counts.sum())
        weights = max(count, 1)
        return LayerInspection(
            name=layer.name,
            shape=() if tensor.shape is None else tuple(int(side) for side in tensor.shape),
            weights=count,
            sparsity=float(counts[0]) / weights,
            symbols=int(np.count_nonzero(counts)),
            entropy_bits=entropy_bits(counts) / weights,
            optimal_bits=optimal_bits(counts) / weights,
            bits=8 * taken / weights,
            bytes=taken,
            table=table,
        )

    def _counts_of(self, layer: Layer) -> Counts:
        """How often each code occurs in a layer; contents that many layers read are counted once."""
        tensor = tensor_at(self._model, layer.weights)
        sources: tuple[int, ...] = (tensor.buffer, tensor.type)
        if layer.decoder is not None:
            sources = decoder_sources(self._model, layer.decoder)
        if sources not in self._counts:
            self._counts[sources] = count_symbols(layer_codes(self._model, layer))
        return self._counts[sources]

    def _claim_biases(self) -> None:
        for subgraph in self._model.subgraphs:
            for operator in subgraph.operators:
                kind = self._model.operatorCodes[operator.opcodeIndex].builtinCode
                if kind in _TAKE_BIAS and len(operator.inputs) > _BIAS and operator.inputs[_BIAS] >= 0:
                    number = subgraph.tensors[operator.inputs[_BIAS]].buffer
                    self._claim_contents(self._buffer(number), "bias_bytes")

    def _claim_quantization(self) -> None:
        for tensor in self._tensors():
            record = tensor.parts.get(_TENSOR_QUANTIZATION)
            if record is not None:
                for slot in (_QUANTIZATION_SCALE, _QUANTIZATION_ZERO_POINT):
                    self._claim(record.spans.get(slot), "scale_bytes")

    def _claim_descriptions(self) -> None:
        for span in self._description_spans():
            self._claim(span, "description_bytes")

    def _description_spans(self) -> Iterator[Span]:
        for slot in _MODEL_DESCRIPTIONS:
            if slot in self._root.spans:
                yield self._root.spans[slot]
            if slot in self._root.lists:
                yield from _all_spans(self._root, slot)
        for subgraph in self._root.listed(_SUBGRAPHS):
            if _SUBGRAPH_NAME in subgraph.spans:
                yield subgraph.spans[_SUBGRAPH_NAME]
        for tensor in self._tensors():
            if _TENSOR_NAME in tensor.spans:
                yield tensor.spans[_TENSOR_NAME]

    def _tensors(self) -> Iterator[Part]:
        for subgraph in self._root.listed(_SUBGRAPHS):
            yield from subgraph.listed(_TENSORS)


def _all_spans(part: Part, slot: int) -> Iterator[Span]:
    """The spans of a vector of tables, of the tables, and of all that they point to."""
    span, members = part.lists[slot]
    yield span
    for member in members:
        yield member.span
        yield from member.spans.values()
        for inner in member.lists:
            yield from _all_spans(member, inner)
