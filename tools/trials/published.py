"""What `squeeze compress` makes of models that others have published: the table of docs/published-models.md.

MLPerf Tiny's are in github.com/mlcommons/tiny, benchmark/training. Files with the same bytes count once.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from core.commands.console import Console
from core.commands.running import TaskEnded, run_in_worker
from core.compression.coding import Compressed
from core.evaluation.same_in_tflm import TflmCheck
from core.requests import CompressRequest
from tools.trials.runs import table

_HEAD = ("Model", "Original (bytes)", "Coded (bytes)", "Smaller", "Coded layers", "Outputs in TFLM")


def measure(models: Path, out: Path, console: Console) -> str:
    """The table of the .tflite files below `models`; coded files are written to `out`."""
    rows: list[tuple[str, ...]] = []
    seen: set[bytes] = set()
    for path in sorted(models.rglob("*.tflite")):
        content = path.read_bytes()
        digest = hashlib.sha256(content).digest()
        if digest not in seen:
            seen.add(digest)
            name = path.relative_to(models).as_posix()
            rows.append(_row(name, path, out / "published" / name, console, len(content)))
    return table(_HEAD, rows)


def _row(name: str, path: Path, output: Path, console: Console, length: int) -> tuple[str, ...]:
    request = CompressRequest(model=str(path), output=str(output), replace=True)
    try:
        figures = run_in_worker(request, console).figures
    except TaskEnded as ended:
        return (f"`{name}`", f"{length:,}", "-", "-", "-", getattr(ended.outcome, "code", "stopped"))
    coded, check = msgspec.convert(figures, Compressed), msgspec.convert(figures["tflm"], TflmCheck)
    layers = sum(layer.table is not None for layer in coded.layers)
    return (
        f"`{name}`",
        f"{length:,}",
        f"{coded.bytes:,}",
        f"{coded.plain_bytes / coded.bytes:.2f} x",
        f"{layers} of {len(coded.layers)}",
        "identical" if check.runs else "the original does not run",
    )
