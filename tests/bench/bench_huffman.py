"""How fast a whole SqueezeNet is Huffman-coded and proved, and how close to the least bytes it comes."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from dahuffman.huffmancodec import PrefixCodec

from core.compression.coding import compress_model
from core.compression.huffman.bitstream import decode, encode
from core.compression.huffman.code import count_symbols, optimal_lengths
from core.compression.huffman.table import make_table
from core.settings import HuffmanSettings
from core.task import Task
from tests.bench import Row
from tests.builders.tflite_models import skewed_codes, squeezenet_sized_model

_WEIGHTS = 725_000
_ROUNDS = 5


def run() -> list[Row]:
    """Times are the best of a few rounds, in seconds of processor time, which is one core's."""
    return [*_packing(), *_stage(4, 1.04), *_stage(8, 1.08)]


def _packing() -> list[Row]:
    """Codewords joined to a string of bits: ours against dahuffman's, with the same codewords."""
    codes = skewed_codes((_WEIGHTS,), zeros=0.85)
    counts = count_symbols(codes)
    table = make_table(optimal_lengths(counts), counts)
    words = {
        symbol: (int(table.lengths[symbol]), int(table.codes[symbol])) for symbol in np.flatnonzero(counts)
    }
    # dahuffman ends its string with the codeword of a symbol for the end; the last one may stand for it.
    theirs = PrefixCodec(words, eof=int(codes[-1:].view(np.uint8)[0]))
    symbols = codes.tobytes()
    payload = encode(codes, table)
    bits = int((counts * table.lengths).sum())
    assert theirs.encode(symbols)[: bits // 8] == payload[: bits // 8]
    assert np.array_equal(decode(payload, len(codes), table.ancillary), codes)
    ours = _best(lambda: encode(codes, table))
    others = _best(lambda: theirs.encode(symbols))
    decoding = _best(lambda: decode(payload, len(codes), table.ancillary))
    return [
        Row("pack 725,000 4-bit codes", ours * 1000, "ms"),
        Row("speed of packing", others / ours, "x", against="dahuffman", at_least=3.0),
        Row("decode them by the table", decoding * 1000, "ms"),
    ]


def _stage(bits: int, at_most: float) -> list[Row]:
    model = squeezenet_sized_model(bits)
    result = compress_model(model, Task(), HuffmanSettings())
    seconds = _best(lambda: compress_model(model, Task(), HuffmanSettings()), rounds=2)
    size = (result.figures.payload_bytes + result.figures.table_bytes) / result.inspection.optimal_bytes
    which = f"{bits}-bit SqueezeNet"
    return [
        Row(f"code and prove a {which}", seconds, "s", at_most=3.0),
        Row(f"payload and tables, {which}", size, "x", against="codes without tables", at_most=at_most),
    ]


def _best(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """The least processor time that `work` took."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
