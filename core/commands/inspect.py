"""`squeeze inspect`: what a .tflite spends its bytes on, and what is left in a .keras."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import OperatorTable, TimedOperator
from core.errors import EXIT_DONE, UsageError
from core.requests import InspectRequest, OperatorTimesRequest

if TYPE_CHECKING:
    from core.compression.sizes import Inspection
    from core.runs.results import Inspected, NetworkInspection

DECODE_KIND = "TFLM_DECODE"
_OPERATORS_SHOWN = 12
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
    parser.add_argument(
        "--times", action="store_true", help="instead, time each operator of a .tflite, the slowest first"
    )
    parser.add_argument(
        "--board", metavar="ID", help="with --times: the times on this board; default: the run's board"
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Inspect and show; the exit code. Raises `UsageError` or `TaskEnded`."""
    if arguments.times:
        return _show_times(arguments, console)
    if arguments.board is not None:
        raise UsageError("usage", reason="--board is for --times only", command="squeeze inspect")
    # Not needed to show help, and it brings numpy.
    from core.runs.results import Inspected

    succeeded = run_in_worker(InspectRequest(model=arguments.model), console)
    console.result(succeeded.figures, inspected_text(msgspec.convert(succeeded.figures, Inspected)))
    return EXIT_DONE


def _show_times(arguments: argparse.Namespace, console: Console) -> int:
    request = OperatorTimesRequest(model=arguments.model, board=arguments.board)
    succeeded = run_in_worker(request, console)
    console.result(succeeded.figures, times_text(msgspec.convert(succeeded.figures, OperatorTable)))
    return EXIT_DONE


def times_text(table: OperatorTable) -> str:
    """The slowest operators, how many others there are, and where the times come from."""
    shown = table.slowest[:_OPERATORS_SHOWN]
    basis = "measured" if table.measured else "estimated"
    head = ("operator", "kind", "output", "LiteRT", *((f"{table.board} ({basis})",) if table.board else ()))
    rows = [_times_row(one)[: len(head)] for one in shown]
    lines = [wording.table(head, rows)]
    if others := len(table.operators) - len(shown):
        lines += [f"and {others} faster ones (--json lists all)"]
    alone, whole = _short(table.alone_microseconds), _short(table.whole_microseconds)
    lines += [
        "",
        f"LiteRT: each operator alone on this computer, with one thread. Together {alone}; "
        f"the whole model takes {whole}.",
    ]
    if any(one.kind == DECODE_KIND for one in table.operators):
        lines += ["LiteRT does not know TFLM_DECODE: it ran the decoded model."]
    if table.board:
        said = (
            "reported by such a board" if table.measured else "estimated; only convolutions have an estimate"
        )
        lines += [f"{table.board}: {said}."]
    return "\n".join(lines)


def _times_row(one: TimedOperator) -> tuple[str, ...]:
    litert, board = one.litert_microseconds, one.board_microseconds
    return (
        f"{one.number}. {one.name}".rstrip(),
        one.kind,
        "x".join(map(str, one.shape)),
        "" if litert is None else _short(litert),
        "" if board is None else _short(board),
    )


def _short(microseconds: float) -> str:
    """A time that may be very short: '0.8 µs', '12.40 ms'."""
    return f"{microseconds:.1f} µs" if microseconds < 1e3 else f"{microseconds / 1e3:,.2f} ms"


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
