"""What training leaves on disk after every epoch, so that a broken run is the run that was not broken.

Two files a stage: `<stage>-last.npz` holds everything the next epoch depends on, `<stage>-trained.npz` the
weights that the stage came to, for the stages after it. In runs of older versions these are those of the
epoch with the lowest validation loss, in `<stage>-best.npz`.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.diagnosis import is_memory
from core.errors import Cancelled, RunError, SqueezeError
from core.figures import Amount, Fraction, Ordinal, Seconds
from core.files import appearing_whole, make_folder, remove_files
from core.reading import decoded, read_arrays, resolved
from core.settings import STAGES, Stage

Arrays = list[NDArray[np.generic]]

NAMES = r"{stage}(-trial\d+)?-((last|trained|best|good\d+|step\d+)\.npz|(plan|search|first)\.json)"
"""Every name that a stage, or a version of it before this one, has given to a file among the checkpoints."""


class EpochRecord(msgspec.Struct, frozen=True):
    """Figures of one epoch; `seconds` is its own time, validation included."""

    epoch: Ordinal
    loss: Amount
    accuracy: Fraction
    validation_loss: Amount
    validation_accuracy: Fraction
    learning_rate: Amount
    sparsity: Fraction
    seconds: Seconds


_HISTORY = msgspec.json.Decoder(resolved(tuple[EpochRecord, ...]))


@dataclass(frozen=True)
class TrainingState:
    """Everything the next step depends on: weights, optimizer, and the epochs so far.

    `start` are the weights before the first epoch, where those count in the end. In the middle of an epoch
    `part` has the loss and the accuracy of each of its steps so far.
    """

    weights: Arrays
    optimizer: Arrays
    history: tuple[EpochRecord, ...]
    start: Arrays = field(default_factory=list)
    part: Arrays = field(default_factory=list)


class UnusableCheckpoint(RunError):
    """What a stage has left cannot be gone on from: it is damaged, or of another network.

    `stage` is the one that wrote it and has to start again, `reason` what is wrong. What is no stage's is of
    a network that is compared with the run's: its images and settings are those of the first stage.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        self.stage: Stage = next((stage for stage in STAGES if path.name.startswith(f"{stage}-")), STAGES[0])
        super().__init__("run-damaged", detail=reason, path=path, stage=self.stage)


@contextlib.contextmanager
def using(path: Path) -> Iterator[None]:
    """Whatever is raised in the block comes from what a checkpoint's file holds: `UnusableCheckpoint`.

    Errors of the table, `Cancelled` and a lack of memory stay what they are.
    """
    try:
        yield
    except (SqueezeError, Cancelled):
        raise
    except Exception as error:
        if is_memory(error):
            raise
        raise UnusableCheckpoint(path, str(error) or type(error).__name__) from error


class Checkpoint:
    """The two checkpoint files of a stage in `folder`. What else a stage keeps there is among `NAMES`.

    With `kept`, so many states stay, each in a file named after its step, `<stage>-step<number>.npz`; where
    the last state cannot be read, the newest of these takes its place.
    """

    def __init__(self, folder: Path, stage: str, kept: int = 0) -> None:
        self._kept = kept
        self._folder = folder
        self._stage = stage
        self.last = folder / f"{stage}-last.npz"
        self._trained = folder / f"{stage}-trained.npz"
        self._best = folder / f"{stage}-best.npz"

    def load(self) -> TrainingState | None:
        """The state that was saved last; None when there is none. Raises `UnusableCheckpoint`."""
        try:
            return self._load(self.last) if self.last.exists() else None
        except UnusableCheckpoint:
            for path in reversed(self._steps()):
                with contextlib.suppress(UnusableCheckpoint):
                    return self._load(path)
            raise

    def _load(self, path: Path) -> TrainingState:
        with using(path):
            stored = _stored(path)
            history = decoded(stored["history"].tobytes(), _HISTORY)
            if [record.epoch for record in history] != list(range(1, len(history) + 1)):
                raise ValueError("its epochs do not follow one another")
            weights, optimizer, start, part = (
                _arrays(stored, kind) for kind in ("weight", "optimizer", "start", "part")
            )
            if len(part) not in (0, 2) or len({values.shape for values in part}) > 1:
                raise ValueError("the steps of its last epoch do not belong together")
            return TrainingState(weights, optimizer, history, start, part)

    def save(self, state: TrainingState, step: int = 0) -> None:
        """Replace the last state by that after so many steps."""
        _write(
            self.last,
            _named("weight", state.weights)
            | _named("optimizer", state.optimizer)
            | _named("start", state.start)
            | _named("part", state.part)
            | {"history": np.frombuffer(msgspec.json.encode(state.history), np.uint8)},
        )
        if self._kept:
            with appearing_whole(self._folder / f"{self._stage}-step{step:07}.npz") as temporary:
                shutil.copyfile(self.last, temporary)
            for path in self._steps()[: -self._kept]:
                path.unlink(missing_ok=True)

    def _steps(self) -> list[Path]:
        """The files of states that are kept, the oldest first."""
        return sorted(self._folder.glob(f"{self._stage}-step*.npz"))

    def save_trained(self, weights: Arrays) -> None:
        """Keep what the stage came to."""
        write_weights(self._trained, weights)

    @property
    def trained(self) -> Path:
        """The file with what the stage came to; it is there once the stage has trained to its end."""
        return self._best if self._best.is_file() and not self._trained.is_file() else self._trained

    def trained_weights(self) -> Arrays:
        """The weights that the stage came to. Raises `UnusableCheckpoint`, also when there are none."""
        return read_weights(self.trained)

    def discard(self) -> None:
        """Forget this stage's epochs, and what else it keeps. Raises write-permission or not-a-folder."""
        remove_files(self._folder, NAMES.format(stage=self._stage))


def write_weights(path: Path, weights: Arrays) -> None:
    """Replace a file of weights. Raises disk-full or write-permission."""
    _write(path, _named("weight", weights))


def read_weights(path: Path) -> Arrays:
    """The weights in a file. Raises `UnusableCheckpoint`, also when there are none."""
    with using(path):
        return _arrays(_stored(path), "weight")


def _stored(path: Path) -> dict[str, NDArray[np.generic]]:
    # Nothing in it is compressed.
    return read_arrays(path, path.stat().st_size)


def _named(kind: str, arrays: Arrays) -> dict[str, Any]:
    return {f"{kind}_{i}": array for i, array in enumerate(arrays)}


def _arrays(stored: dict[str, NDArray[np.generic]], kind: str) -> Arrays:
    count = sum(name.startswith(f"{kind}_") for name in stored)
    arrays = [stored[f"{kind}_{i}"] for i in range(count)]
    if not all(np.isfinite(array).all() for array in arrays):
        raise ValueError("it holds values that are no numbers")
    return arrays


def _write(path: Path, arrays: dict[str, Any]) -> None:
    make_folder(path.parent)
    with appearing_whole(path) as temporary:
        np.savez(temporary, **arrays)
