"""The code tables of a model file, each with the histogram of the weights that it is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.compression.compressible import tensor_at
from core.compression.decode_operator import Decoder
from core.compression.huffman.bitstream import Undecodable, codeword_lengths
from core.compression.huffman.code import SYMBOLS, Counts, Lengths, count_symbols, entropy_bits, payload_bits
from core.compression.layers import Layer, layer_codes, layers
from core.errors import ModelError
from core.figures import Amount, Count, Ordinal
from core.tflite.model_file import constant, parse

_PLAIN_BITS = 8
_AS_SIGNED = 256
_LENGTH_BYTES = 4
"""What stands before the contents of a buffer: their length."""


class SymbolCount(msgspec.Struct, frozen=True):
    """A weight code, how often it occurs, and the bits of its codeword."""

    symbol: Annotated[int, msgspec.Meta(ge=-_AS_SIGNED, lt=_AS_SIGNED)]
    count: Ordinal
    bits: Count


class TableHistogram(msgspec.Struct, frozen=True, kw_only=True):
    """A code table and its weights; with `number` None, weights that are stored plainly, 8 bits each.

    `layers` are the numbers of the layers that it is for, in the order of `core.compression.layers.layers`.
    `weights` are theirs; contents that layers share count once. `bytes` is what the table takes in the file,
    `payload_bytes` what the codewords take. `entropy_bits` is the least that a weight takes with any
    code of single symbols for all of them together, `mean_bits` what it takes with this one. `symbols` are
    those that occur, from the lowest up.
    """

    number: Count | None
    layers: tuple[Count, ...]
    weights: Count
    bytes: Count
    payload_bytes: Count
    entropy_bits: Amount
    mean_bits: Amount
    symbols: tuple[SymbolCount, ...]


def table_histograms(model: bytes, name: str = "The model") -> tuple[TableHistogram, ...]:
    """The tables of a model in the order in which layers need them, then the plainly stored weights, if any.

    Raises model-unreadable.
    """
    parsed = parse(model, name)
    collected: dict[int | None, _Collected] = {}
    try:
        for number, layer in enumerate(layers(parsed)):
            ancillary = _buffer_of_table(parsed, layer.decoder)
            if ancillary not in collected:
                collected[ancillary] = _Collected.of(parsed, layer.decoder)
            collected[ancillary].add(parsed, number, layer)
    except Undecodable as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error
    plain = collected.pop(None, None)
    tables = [one.histogram(number) for number, one in enumerate(collected.values())]
    return (*tables, *([plain.histogram(None)] if plain else []))


def _buffer_of_table(model: schema.ModelT, decoder: Decoder | None) -> int | None:
    return None if decoder is None else int(tensor_at(model, decoder.ancillary).buffer)


@dataclass
class _Collected:
    """What is known of a table so far; `contents` are the buffers that were counted."""

    bytes: int
    lengths: Lengths
    payload_bytes: int = 0
    layers: list[int] = field(default_factory=list)
    contents: set[int] = field(default_factory=set)
    counts: Counts = field(default_factory=lambda: np.zeros(SYMBOLS, np.int64))

    @classmethod
    def of(cls, model: schema.ModelT, decoder: Decoder | None) -> _Collected:
        if decoder is None:
            return cls(0, np.full(SYMBOLS, _PLAIN_BITS, np.uint8))
        ancillary = constant(model, tensor_at(model, decoder.ancillary))
        if ancillary is None:
            raise Undecodable("a decoder's input is no constant")
        return cls(_LENGTH_BYTES + len(ancillary), codeword_lengths(ancillary.tobytes()))

    def add(self, model: schema.ModelT, number: int, layer: Layer) -> None:
        self.layers.append(number)
        stored = tensor_at(model, layer.decoder.payload if layer.decoder else layer.weights)
        if stored.buffer in self.contents:
            return
        self.contents.add(stored.buffer)
        content = constant(model, stored)
        self.payload_bytes += 0 if content is None else _LENGTH_BYTES + len(content)
        self.counts = self.counts + count_symbols(layer_codes(model, layer))

    def histogram(self, number: int | None) -> TableHistogram:
        weights = int(self.counts.sum())
        signed = sorted((code - _AS_SIGNED * (code >= SYMBOLS // 2), code) for code in self._present())
        return TableHistogram(
            number=number,
            layers=tuple(self.layers),
            weights=weights,
            bytes=self.bytes,
            payload_bytes=self.payload_bytes,
            entropy_bits=entropy_bits(self.counts) / max(weights, 1),
            mean_bits=payload_bits(self.counts, self.lengths) / max(weights, 1),
            symbols=tuple(
                SymbolCount(symbol, int(self.counts[code]), int(self.lengths[code]))
                for symbol, code in signed
            ),
        )

    def _present(self) -> list[int]:
        present: list[int] = np.flatnonzero(self.counts).tolist()
        return present
