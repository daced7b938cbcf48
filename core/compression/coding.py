"""A model with int8 weights made small: slim, with Huffman-coded weights that TFLM decodes, and proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.compression.compressible import CompressibleBuffer, compressible_buffers, tensor_at
from core.compression.decode_operator import Encoded, decoders, insert_decoders, is_coded
from core.compression.huffman.bitstream import encode
from core.compression.huffman.code import count_symbols
from core.compression.huffman.sharing import Compressible, SharedTable, share_tables
from core.compression.proof import require_same_weights
from core.compression.sizes import Inspection, LayerInspection, inspect
from core.compression.slimming import shorten_zero_points, slim_parsed
from core.errors import ModelError
from core.events import LayerReport
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.int4 import weight_codes
from core.tflite.model_file import constant, parse, serialize


class Compressed(msgspec.Struct, frozen=True, kw_only=True):
    """What Huffman-coding a model came to, in bytes.

    `plain_bytes` is the length of the file it was made from, `slim_bytes` that of the same without what no
    runtime reads, `bytes` that of the coded file. Of the last, `payload_bytes` are codewords, and weights
    that are better left as they are; `table_bytes` are code tables with their headers. `entropy_bytes` is the
    least that the weights could take with any code of single symbols for each tensor. `decoded_identical` is
    true: every decoded tensor equalled its original, or there would be no result.
    """

    plain_bytes: int
    slim_bytes: int
    bytes: int
    payload_bytes: int
    table_bytes: int
    entropy_bytes: float
    decoded_identical: bool
    layers: tuple[LayerInspection, ...]


@dataclass(frozen=True)
class CompressionResult:
    """A coded model, what its bytes are for, what coding came to, and how many tensors it decodes."""

    model: bytes
    inspection: Inspection
    figures: Compressed
    decoded_tensors: int


def compress_model(
    model: bytes, task: Task, settings: HuffmanSettings, name: str = "The model"
) -> CompressionResult:
    """Slim and Huffman-code a model with int8 weights, and prove the result with our own decoder.

    What the model takes and gives may be of any type, and it may have several subgraphs.

    Tensors that would grow are left as they are, and so are all of them when the coded file turns out to be
    no smaller than the slim one: the result is never larger than that. Reports each layer and progress in
    tensors. Raises model-unreadable, model-not-int8 and model-already-coded with `name` in their sentences,
    proof-failed, and `Cancelled`.
    """
    parsed = parse(model, name)
    _require_compressible(parsed, name)
    slim_parsed(parsed)
    slimmed = serialize(parsed)
    shorten_zero_points(parsed)
    # What tables, operators and gaps take in a file is only known once it is written.
    coded = min(slimmed, serialize(parsed), _with_decoders(slimmed, settings, task), key=len)
    task.check_cancelled()
    task.status("Verifying the decoded weights")
    require_same_weights(model, coded)
    inspection = inspect(coded, name)
    _report_layers(inspection, task)
    figures = Compressed(
        plain_bytes=len(model),
        slim_bytes=len(slimmed),
        bytes=len(coded),
        payload_bytes=inspection.payload_bytes + inspection.plain_weight_bytes,
        table_bytes=inspection.table_bytes,
        entropy_bytes=inspection.entropy_bytes,
        decoded_identical=True,
        layers=inspection.layers,
    )
    return CompressionResult(coded, inspection, figures, sum(1 for _ in decoders(parse(coded))))


def _with_decoders(slimmed: bytes, settings: HuffmanSettings, task: Task) -> bytes:
    """The file of a slim model with decoders in front of what reads weights that are shorter when coded."""
    parsed = parse(slimmed)
    task.status("Choosing code tables")
    buffers = compressible_buffers(parsed)
    codes = [weight_codes(parsed, tensor_at(parsed, buffer.tensors[0])) for buffer in buffers]
    shared = share_tables(_as_compressible(parsed, buffers, codes), settings.share_tables)
    task.status("Encoding the weights")
    encoded = _encode(buffers, codes, shared, task)
    insert_decoders(parsed, encoded, tuple(entry.table.ancillary for entry in shared))
    slim_parsed(parsed)
    shorten_zero_points(parsed)
    return serialize(parsed)


def _require_compressible(model: schema.ModelT, name: str) -> None:
    if is_coded(model):
        raise ModelError("model-already-coded", path=name)
    if not compressible_buffers(model):
        raise ModelError("model-not-int8", path=name, reason="it has no int8 weights")


def _as_compressible(
    model: schema.ModelT, buffers: Sequence[CompressibleBuffer], codes: Sequence[NDArray[np.int8]]
) -> list[Compressible]:
    stored = [constant(model, tensor_at(model, buffer.tensors[0])) for buffer in buffers]
    return [
        Compressible(count_symbols(of_buffer), 0 if data is None else len(data), buffer.parts_bytes)
        for buffer, of_buffer, data in zip(buffers, codes, stored, strict=True)
    ]


def _encode(
    buffers: Sequence[CompressibleBuffer],
    codes: Sequence[NDArray[np.int8]],
    shared: Sequence[SharedTable],
    task: Task,
) -> dict[int, Encoded]:
    """Codewords by buffer, of the buffers that have a table."""
    members = [(member, number) for number, entry in enumerate(shared) for member in entry.members]
    return {
        buffers[member].buffer: Encoded(encode(codes[member], shared[number].table), number)
        for member, number in task.track(members, len(members), "tensors")
    }


def _report_layers(inspection: Inspection, task: Task) -> None:
    for layer in inspection.layers:
        figures = {"bytes": float(layer.bytes), "bits": layer.bits, "sparsity": layer.sparsity}
        task.report(LayerReport(stage="huffman", layer=layer.name, figures=figures))
