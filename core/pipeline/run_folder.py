"""The folder of a run: where each of its files is, and how they are written."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.errors import RUN_DAMAGED, SqueezeError
from core.files import make_folder, remove_leftovers, write_whole
from core.pipeline.lock import locked
from core.pipeline.record import RunRecord, read_record, write_record
from core.pipeline.summary import Summary
from core.settings import Stage

STAGE_FILES: dict[Stage, str] = {
    "train": "float.keras",
    "prune": "pruned.keras",
    "quantize": "int8.tflite",
    "huffman": "huffman.tflite",
}
_LOCK = "run.lock"


@dataclass(frozen=True)
class RunFolder:
    """Paths and files of one run. Everything but events.jsonl is written whole or not at all."""

    path: Path

    @property
    def record(self) -> Path:
        return self.path / "run.json"

    @property
    def summary(self) -> Path:
        return self.path / "summary.json"

    @property
    def events(self) -> Path:
        return self.path / "events.jsonl"

    @property
    def data(self) -> Path:
        return self.path / "data.json"

    @property
    def labels(self) -> Path:
        return self.path / "labels.txt"

    @property
    def samples(self) -> Path:
        """A few test pictures, so that a board can be compared with the file without the data set."""
        return self.path / "samples.npz"

    @property
    def model_image(self) -> Path:
        """What was last written to a board's model partition, or would be."""
        return self.path / "model.img"

    @property
    def logs(self) -> Path:
        """What TensorBoard reads."""
        return self.path / "logs"

    @property
    def report(self) -> Path:
        return self.path / "report.html"

    @property
    def checkpoints(self) -> Path:
        return self.path / "checkpoints"

    @property
    def cache(self) -> Path:
        """What is needed during a session only."""
        return self.path / "cache"

    def file(self, stage: Stage) -> Path:
        """The model file that a stage makes."""
        return self.path / STAGE_FILES[stage]

    def details(self, stage: Stage) -> Path:
        return self.path / "details" / f"{stage}.json"

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes out for the length of the block; the folder is made where it is missing.

        A folder that was made for nothing, because the run did not come to its first file, goes again.
        Raises RUN_IN_USE, WRITE_PERMISSION or DISK_FULL.
        """
        was_there = self.path.is_dir()
        make_folder(self.path)
        try:
            with locked(self.path / _LOCK):
                remove_leftovers(self.path)
                yield
        finally:
            self._remove_unused(was_there)

    def _remove_unused(self, was_there: bool) -> None:
        with contextlib.suppress(OSError):
            self.cache.rmdir()
        if self.record.exists():
            return
        with contextlib.suppress(OSError):
            (self.path / _LOCK).unlink(missing_ok=True)
            if not was_there:
                self.path.rmdir()

    def read_record(self) -> RunRecord:
        """Raises RUN_NOT_FOUND, RUN_OTHER_VERSION or RUN_DAMAGED."""
        return read_record(self.record)

    def write_record(self, record: RunRecord) -> None:
        """Raises DISK_FULL or WRITE_PERMISSION."""
        write_record(record, self.record)

    def read_summary(self) -> Summary:
        """Raises RUN_DAMAGED when there is no readable summary."""
        try:
            return msgspec.json.decode(self.summary.read_bytes(), type=Summary)
        except (OSError, msgspec.DecodeError) as error:
            raise SqueezeError(RUN_DAMAGED, detail=str(error), path=self.summary, stage="train") from error

    def write_json(self, path: Path, value: object) -> None:
        """Write one of the folder's JSON files, indented. Raises DISK_FULL or WRITE_PERMISSION."""
        make_folder(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
