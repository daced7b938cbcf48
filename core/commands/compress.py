"""`squeeze compress`: Huffman-code any .tflite with int8 weights for TFLM."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE, UsageError
from core.requests import CompressRequest
from core.settings import HuffmanSettings, description

if TYPE_CHECKING:
    from core.compression.coding import Compressed
    from core.evaluation.same_in_tflm import TflmCheck


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze compress` takes."""
    parser.add_argument("model", metavar="MODEL", type=Path, help="a .tflite file with int8 weights")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help="output file")
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    parser.add_argument(
        "--no-share-tables",
        action="store_false",
        dest="share_tables",
        help=f"do not {description(HuffmanSettings, 'share_tables')}",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Compress and show the figures; the exit code. Raises `UsageError` or `TaskEnded`."""
    # Not needed to show help, and it brings numpy.
    from core.compression.coding import Compressed
    from core.evaluation.same_in_tflm import TflmCheck

    if arguments.model.resolve() == arguments.output.resolve():
        raise UsageError("usage", reason="the coded file would replace MODEL", command="squeeze compress")
    if arguments.output.is_dir():
        raise UsageError("usage", reason="OUT is a folder, not a file", command="squeeze compress")
    request = CompressRequest(
        model=str(arguments.model),
        output=str(arguments.output),
        settings=HuffmanSettings(share_tables=arguments.share_tables),
        replace=arguments.force,
    )
    succeeded = run_in_worker(request, console)
    compressed = msgspec.convert(succeeded.figures, Compressed)
    check = msgspec.convert(succeeded.figures["tflm"], TflmCheck)
    console.result(succeeded.figures, compressed_text(request.output, compressed, check))
    return EXIT_DONE


def compressed_text(output: str, compressed: Compressed, check: TflmCheck) -> str:
    """What coding the model in `output` came to."""
    smaller = compressed.plain_bytes / compressed.bytes
    least = wording.size(round(compressed.entropy_bytes))
    layers = len(compressed.layers)
    coded = sum(layer.table is not None for layer in compressed.layers)
    left = "" if coded == layers else ", the others are smaller uncompressed"
    rows = [
        ("original", wording.size(compressed.plain_bytes), ""),
        ("slimmed (no names, no metadata)", wording.size(compressed.slim_bytes), ""),
        (
            "Huffman-coded" if coded else "output",
            wording.size(compressed.bytes),
            f"{smaller:.2f} x smaller",
        ),
        ("  weights", wording.size(compressed.payload_bytes), ""),
        ("  code tables", wording.size(compressed.table_bytes), ""),
    ]
    return "\n".join(
        (
            wording.table((output, "", ""), rows),
            "",
            f"{coded} of {layers} layers are coded{left}.",
            f"Lower limit for any code of single weights (entropy): {least}.",
            "Lossless: every decoded tensor is identical to the original.",
            f"TensorFlow Lite Micro: identical outputs for {check.runs} random inputs."
            if check.runs
            else f"Outputs not compared: {check.reason}.",
        )
    )
