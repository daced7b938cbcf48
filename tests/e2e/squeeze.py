"""The command line, as a program or called, and a run that is small enough to be made in seconds."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.cli import main
from core.events import AnyEvent
from core.runs.event_record import read_events

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "core.cli")
TINY = (
    *("--data", "scenes", "--preset", "quick", "--image-size", "32", "--width", "0.75", "--epochs", "3"),
    *("--filters", "0.25", "--sparsity", "0.8", "--weight-bits", "4", "--set", "quantize.epochs=1"),
    *("--set", "data.scenes_per_class=20", "--set", "train.batch_size=16", "--set", "prune.epochs=2"),
    *("--set", "train.learning_rate=3e-3"),
    *("--prune-method", "training-aware", "--quantize-method", "training-aware"),
)
"""Three epochs of training, two of pruning, one of quantization, on 84 images.

At the preset's rate such short training leaves so little that quantization noise drowns it.
"""

_PATIENCE = 120.0


def squeeze(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Call a command line to its end: in this process, and what does the work in one of its own."""
    arguments = [str(word) for word in words]
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        code = main(arguments)
    said = [stream.buffer.getvalue().decode() for stream in streams]
    return subprocess.CompletedProcess(arguments, code, *said)


def squeeze_program(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command line to its end as a program."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*COMMAND, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False, **options
    )


@contextlib.contextmanager
def started(*words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Start a command line; it is ended with the block if it has not ended."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, words)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(folder: Path, wanted: Callable[[AnyEvent], bool], process: subprocess.Popen[str]) -> None:
    """Wait until a run has reported a wanted event."""
    deadline = time.monotonic() + _PATIENCE
    events = folder / "events.jsonl"
    while not (events.exists() and any(wanted(event) for event in read_events(events))):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def kill_worker(folder: Path) -> None:
    """Kill the process that works in a run folder, as the system does when memory is short."""
    os.kill(int((folder / "run.lock").read_text()), signal.SIGKILL)


def contents(folder: Path) -> dict[Path, bytes]:
    """The files of a run folder but for its lock, which tells who held it last."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "run.lock")
    return {path: path.read_bytes() for path in files}
