"""What training leaves on disk after every epoch, so that a broken run is the run that was not broken.

Two files a stage: `<stage>-last.npz` holds everything the next epoch depends on, `<stage>-best.npz` the
weights of the best epoch so far. The best file is written first: a break between the two only has the
epoch run again, to the same weights.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.files import appearing_whole, make_folder

Arrays = list[NDArray[np.generic]]


class EpochRecord(msgspec.Struct, frozen=True):
    """Figures of one epoch; `seconds` is its own time, validation included."""

    epoch: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float
    learning_rate: float
    sparsity: float
    seconds: float


@dataclass(frozen=True)
class TrainingState:
    """Everything the next epoch depends on: weights, optimizer, and the epochs so far."""

    weights: Arrays
    optimizer: Arrays
    history: tuple[EpochRecord, ...]
    best_epoch: int | None


class Checkpoint:
    """The two checkpoint files of a stage in `folder`.

    What else a stage keeps there for itself is named `<stage>-...` too.
    """

    def __init__(self, folder: Path, stage: str) -> None:
        self._folder = folder
        self._stage = stage
        self.last = folder / f"{stage}-last.npz"
        self.best = folder / f"{stage}-best.npz"

    def load(self) -> TrainingState | None:
        """The state after the last finished epoch, or None when there is none that can be read."""
        try:
            # Opened here, for numpy leaves a file open that is no archive.
            with self.last.open("rb") as file, np.load(file) as stored:
                history = msgspec.json.decode(stored["history"].tobytes(), type=tuple[EpochRecord, ...])
                best = int(stored["best_epoch"])
                return TrainingState(
                    _arrays(stored, "weight"),
                    _arrays(stored, "optimizer"),
                    history,
                    best if best > 0 else None,
                )
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, msgspec.DecodeError):
            return None

    def save(self, state: TrainingState) -> None:
        """Replace the last state, and the best weights too when the last epoch is the best."""
        newest = state.history[-1].epoch
        if state.best_epoch == newest:
            write_weights(self.best, state.weights)
        _write(
            self.last,
            _named("weight", state.weights)
            | _named("optimizer", state.optimizer)
            | {
                "history": np.frombuffer(msgspec.json.encode(state.history), np.uint8),
                "best_epoch": np.int64(state.best_epoch or 0),
            },
        )

    def best_weights(self) -> Arrays:
        """The weights of the best epoch. Raises OSError when there are none."""
        return read_weights(self.best)

    def discard(self) -> None:
        """Forget this stage's epochs, and what else it keeps."""
        for path in self._folder.glob(f"{self._stage}-*"):
            path.unlink(missing_ok=True)


def write_weights(path: Path, weights: Arrays) -> None:
    """Replace a file of weights. Raises DISK_FULL or WRITE_PERMISSION."""
    _write(path, _named("weight", weights))


def read_weights(path: Path) -> Arrays:
    """The weights in a file. Raises OSError when there is none."""
    with np.load(path) as stored:
        return _arrays(stored, "weight")


def _named(kind: str, arrays: Arrays) -> dict[str, Any]:
    return {f"{kind}_{i}": array for i, array in enumerate(arrays)}


def _arrays(stored: np.lib.npyio.NpzFile, kind: str) -> Arrays:
    count = sum(name.startswith(f"{kind}_") for name in stored.files)
    return [stored[f"{kind}_{i}"] for i in range(count)]


def _write(path: Path, arrays: dict[str, Any]) -> None:
    make_folder(path.parent)
    with appearing_whole(path) as temporary:
        np.savez(temporary, **arrays)
