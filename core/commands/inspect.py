"""`squeeze inspect`: what a .tflite spends its bytes on, and what is left in a .keras."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE
from core.requests import InspectRequest

if TYPE_CHECKING:
    from core.compression.sizes import Inspection
    from core.runs.results import Inspected, NetworkInspection

_PURPOSES = (
    ("encoded weights", "payload_bytes"),
    ("code tables", "table_bytes"),
    ("DECODE operators", "decoder_bytes"),
    ("uncompressed weights", "plain_weight_bytes"),
    ("biases", "bias_bytes"),
    ("scales and zero points", "scale_bytes"),
    ("other constants", "other_constant_bytes"),
    ("names and metadata", "description_bytes"),
    ("structure", "structure_bytes"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze inspect` takes."""
    parser.add_argument("model", metavar="MODEL", help="a .keras or .tflite file")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Inspect and show; the exit code. Raises `TaskEnded`."""
    # Not needed to show help, and it brings numpy.
    from core.runs.results import Inspected

    succeeded = run_in_worker(InspectRequest(model=arguments.model), console)
    console.result(succeeded.figures, inspected_text(msgspec.convert(succeeded.figures, Inspected)))
    return EXIT_DONE


def inspected_text(inspected: Inspected) -> str:
    """The layers, then what the whole file is spent on."""
    parts = []
    if inspected.file is not None:
        parts += _file_text(inspected.file)
    if inspected.network is not None:
        parts += _network_text(inspected.network)
    if inspected.arena_bytes is not None:
        parts += ["", f"TFLM arena (measured on this computer): {inspected.arena_bytes:,} bytes"]
    return "\n".join(parts)


def _file_text(file: Inspection) -> list[str]:
    head = ("layer", "weights", "sparsity", "symbols", "entropy", "bits", "bytes", "table")
    layers = [
        (
            layer.name,
            f"{layer.weights:,}",
            wording.percent(layer.sparsity),
            str(layer.symbols),
            f"{layer.entropy_bits:.3f}",
            f"{layer.bits:.3f}",
            f"{layer.bytes:,}",
            "" if layer.table is None else str(layer.table),
        )
        for layer in file.layers
    ]
    purposes = [(words, f"{getattr(file, name):,}") for words, name in _PURPOSES]
    return [
        wording.table(head, layers),
        "Entropy and bits are per weight.",
        "",
        wording.table(("purpose", "bytes"), [*purposes, ("total", f"{file.bytes:,}")]),
    ]


def _network_text(network: NetworkInspection) -> list[str]:
    layers = [
        (
            layer.name,
            "x".join(map(str, layer.shape[:-1])),
            f"{layer.shape[-1]:,}",
            f"{layer.weights:,}",
            wording.percent(layer.sparsity),
        )
        for layer in network.layers
    ]
    return [
        wording.table(("layer", "kernel", "filters", "weights", "sparsity"), layers),
        "",
        f"{network.parameters:,} parameters, sparsity {wording.percent(network.sparsity)}, "
        f"{network.macs / 1e6:.1f} million MACs per image",
    ]
