"""What became of each layer, from training to the last file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core import wording
from core.report.contents import RunContents
from core.runs.measuring import Details
from core.settings import Stage

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class LayerRow:
    """A layer; what is not known of it is None.

    `kernel` is height, width and inputs, `filters_before` counts before pruning, `sparsity` is the share of
    zeros, `bits` are those of its weight codes, `coded_bits` what a weight takes coded on average.
    """

    name: str
    kernel: str
    filters: int
    filters_before: int | None
    weights: int
    sparsity: float
    bits: int | None
    plain_bytes: int | None
    coded_bytes: int | None
    coded_bits: float | None
    table: int | None


def layer_rows(contents: RunContents) -> tuple[LayerRow, ...]:
    """The layers of the network as it is now, in the order in which they run."""
    network = contents.details.get("prune") or contents.details.get("train")
    if network is None:
        return ()
    quantized = _by_name(network, contents.details.get("quantize"))
    coded = _by_name(network, contents.details.get("huffman"))
    return tuple(_row(layer, quantized, coded) for layer in network.layers)


def has(rows: tuple[LayerRow, ...], stage: Stage) -> bool:
    """Whether anything that a stage adds is known of a layer."""
    known = {"prune": "filters_before", "quantize": "bits", "huffman": "coded_bytes"}
    return any(getattr(row, known[stage]) is not None for row in rows)


def _by_name(network: Details, details: Details | None) -> dict[str, Entry]:
    """A stage's layers by their names in the network; by their places where names are not known."""
    if details is None:
        return {}
    if all(layer.get("layer") for layer in details.layers):
        return {str(layer["layer"]): layer for layer in details.layers}
    if len(details.layers) != len(network.layers):
        return {}
    pairs = zip(network.layers, details.layers, strict=True)
    return {str(own["name"]): layer for own, layer in pairs}


def _row(layer: Entry, quantized: Mapping[str, Entry], coded: Mapping[str, Entry]) -> LayerRow:
    height, width, inputs, filters = layer["shape"]
    int8 = quantized.get(layer["name"], {})
    huffman = coded.get(layer["name"], {})
    return LayerRow(
        name=layer["name"],
        kernel=wording.TIMES.join(map(str, (height, width, inputs))),
        filters=filters,
        filters_before=layer.get("filters_before"),
        weights=layer["weights"],
        sparsity=huffman.get("sparsity", int8.get("sparsity", layer["sparsity"])),
        bits=int8.get("weight_bits"),
        plain_bytes=huffman.get("plain_bytes", int8.get("bytes")),
        coded_bytes=huffman.get("bytes"),
        coded_bits=huffman.get("bits"),
        table=huffman.get("table"),
    )
