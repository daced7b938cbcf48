"""The folder of a run: where each of its files is, and how they are written."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.errors import FileError, RunError, SqueezeError
from core.files import (
    content_of,
    finished_name,
    folder_identity,
    is_link,
    is_regular,
    make_folder,
    remove_file,
    require_folder,
    require_replaceable,
    staying,
    write_whole,
    writing,
)
from core.reading import read_json
from core.runs.lock import locked
from core.runs.record import RunRecord, read_record, write_record
from core.runs.summary import StageFigures, Summary
from core.settings import STAGES, Stage

STAGE_FILES: dict[Stage, str] = {
    "train": "float.keras",
    "prune": "pruned.keras",
    "quantize": "int8.tflite",
    "huffman": "huffman.tflite",
}
YARDSTICK = "alexnet"
"""What the files of the network that a run is compared with are named after."""
_LOCK = "run.lock"
_STAGE = "|".join(STAGES)
_LOG_NAMES = r"events\.out\.tfevents\.\d+\.squeeze-studio"
_HOLDER = re.compile(rb"\d{0,20}")
"""The content of a lock file."""


def tflite_file(stage: Stage | None) -> str:
    """The name of the .tflite file that a stage writes, '' for a stage that writes none."""
    name = STAGE_FILES[stage] if stage else ""
    return name if name.endswith(".tflite") else ""


@dataclass(frozen=True)
class RunFolder:
    """Paths and files of one run. Everything but events.jsonl is written whole or not at all.

    A folder is a run's when there is nothing at its path, when it is empty, or when it has a valid run.json.
    Files of other names, and what is behind links, are never written or removed in it.
    """

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
        """A few test images, so that a board can be compared with the file without the data set."""
        return self.path / "samples.npz"

    @property
    def yardstick(self) -> Path:
        """What AlexNet came to on the run's images, where that was asked for."""
        return self.path / "yardstick.json"

    @property
    def alexnet(self) -> Path:
        """The AlexNet that was trained for that."""
        return self.path / f"{YARDSTICK}.keras"

    @property
    def model_image(self) -> Path:
        """What was last written to a board's model partition, or would be."""
        return self.path / "model.img"

    @property
    def logs(self) -> Path:
        """What TensorBoard reads, made on demand, and traces."""
        return self.path / "logs"

    def log(self, stage: Stage, wall_time: float) -> Path:
        """A log of a stage that is made at `wall_time`, in seconds since 1970.

        TensorBoard takes for a log what has 'tfevents' in its name, and reads the newest name last.
        """
        return self.logs / stage / f"events.out.tfevents.{int(wall_time * 1000)}.squeeze-studio"

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

    @property
    def lock(self) -> Path:
        """Held by the process that works on the run."""
        return self.path / _LOCK

    def file(self, stage: Stage) -> Path:
        """The model file that a stage makes."""
        return self.path / STAGE_FILES[stage]

    def finished_file(self, record: RunRecord, stage: Stage) -> bytes:
        """The content of the model file of a finished stage.

        Raises run-damaged when it is not the file that the stage wrote, by the hash in `record`.
        """
        path = self.file(stage)
        try:
            content = content_of(path)
        except (OSError, SqueezeError) as error:
            raise RunError("run-damaged", detail=str(error), path=path, stage=stage) from error
        if hashlib.sha256(content).hexdigest() != record.stages[stage].sha256:
            raise RunError("run-damaged", path=path, stage=stage)
        return content

    def with_files(self, record: RunRecord, paths: Collection[Path]) -> RunRecord:
        """`record` with the hashes of files as they are now; those that are not there are left out."""
        there = {self._name(path): sha256(path) for path in paths if path.is_file()}
        return msgspec.structs.replace(record, files=self.without_files(record, paths).files | there)

    def without_files(self, record: RunRecord, paths: Iterable[Path]) -> RunRecord:
        """`record` without the hashes of files that are written again."""
        names = set(map(self._name, paths))
        kept = {name: digest for name, digest in record.files.items() if name not in names}
        return msgspec.structs.replace(record, files=kept)

    def is_changed(self, record: RunRecord, path: Path) -> bool:
        """Whether a file is not the one that was written, by the hash in `record`; False where it has none.

        Runs of older versions have none. A file that is not there, or cannot be read, is changed.
        """
        digest = record.files.get(self._name(path))
        if digest is None:
            return False
        try:
            return hashlib.sha256(content_of(path)).hexdigest() != digest
        except (OSError, SqueezeError):
            return True

    def require_unchanged(self, record: RunRecord, path: Path, stage: Stage) -> None:
        """Raise run-damaged, which names the stage to do again, for a file that `is_changed`."""
        if self.is_changed(record, path):
            raise RunError("run-damaged", path=path, stage=stage)

    def with_figures(self, record: RunRecord, figures: StageFigures) -> RunRecord:
        """`record` with the hash of a stage's entry of summary.json."""
        name = self._name(self.figures(figures.name))
        return msgspec.structs.replace(record, files=record.files | {name: _digest(figures)})

    def require_figures(self, record: RunRecord, summary: Summary, stage: Stage) -> None:
        """Raise run-damaged where a stage's entry of summary.json is not what the stage wrote."""
        written, figures = record.files.get(self._name(self.figures(stage))), summary.of(stage)
        if written is not None and (figures is None or _digest(figures) != written):
            raise RunError("run-damaged", path=self.summary, stage=stage)

    def figures(self, stage: Stage) -> Path:
        """What stands for a stage's entry of summary.json among the hashes; there is no such file."""
        return self.summary / stage

    def _name(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix()

    def details(self, stage: Stage) -> Path:
        return self.path / "details" / f"{stage}.json"

    def require_own(self) -> None:
        """Raise an error unless a run is here or can begin here. Nothing is changed.

        Raises not-a-folder, not-empty for a folder with other things in it, run-record-damaged and
        run-other-version, and what `own_files` raises.
        """
        if not os.path.lexists(self.path):
            return
        with writing(self.path):
            if not self.path.is_dir():
                require_folder(self.path)
            elif os.path.lexists(self.record):
                self.read_record()
                self.own_files()
            elif not all(is_beginning(one, "run.json", _LOCK, "cache") for one in self.path.iterdir()):
                raise FileError("not-empty", path=self.path)

    def own_files(self) -> list[Path]:
        """The files that the program made, half-written ones among them.

        Raises not-replaceable or not-a-folder where a link, or something else of another kind, has the name
        of one of the program's files or folders: what is behind it is not the run's.
        """
        files = []
        for place, names in _own_names().items():
            folder = self.path / place
            if place:
                require_folder(folder)
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if re.fullmatch(names, finished_name(path.name)):
                    require_replaceable(path)
                    files.append(path)
        return files

    def remove_empty_folders(self) -> None:
        """Remove the folders that the program made in this one and that have nothing in them now."""
        for place in reversed(_own_names()):
            if place:
                with contextlib.suppress(OSError):
                    (self.path / place).rmdir()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes out for the length of the block; the folder is made where it is missing.

        A folder that was made for nothing, because the run did not come to its first file, goes again. What
        fails because the folder is deleted or moved is raised as run-moved. Raises run-in-use,
        write-permission, disk-full, and what `require_own` raises.
        """
        self.require_own()
        was_there = os.path.lexists(self.path)
        make_folder(self.path)
        identity, is_locked = folder_identity(self.path), False
        try:
            with locked(self.lock), staying(self.path):
                is_locked = True
                self.require_own()
                self._remove_leftovers()
                yield
        finally:
            if folder_identity(self.path) == identity:
                self._remove_unused(was_there, is_locked)

    def _remove_leftovers(self) -> None:
        """Remove what was being written by a process that was killed."""
        for path in self.own_files():
            if finished_name(path.name) != path.name:
                remove_file(path)

    def _remove_unused(self, was_there: bool, was_locked: bool) -> None:
        with contextlib.suppress(OSError):
            self.cache.rmdir()
        if os.path.lexists(self.record):
            return
        with contextlib.suppress(OSError, SqueezeError):
            if was_locked:
                remove_file(self.lock)
            if not was_there:
                self.path.rmdir()

    def read_record(self) -> RunRecord:
        """Raises run-not-found, run-other-version or run-record-damaged."""
        return read_record(self.record)

    def write_record(self, record: RunRecord) -> None:
        """Raises disk-full or write-permission."""
        write_record(record, self.record)

    def read_summary(self) -> Summary:
        """Raises run-damaged when there is no readable summary."""
        try:
            return read_json(self.summary, Summary)
        except (OSError, msgspec.DecodeError) as error:
            raise RunError("run-damaged", detail=str(error), path=self.summary, stage="train") from error

    def write_json(self, path: Path, value: object) -> None:
        """Write one of the folder's JSON files, indented. Raises disk-full or write-permission."""
        make_folder(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def _own_names() -> dict[str, str]:
    """By folder in a run's, '' for itself, a pattern of the names that the program gives to files there."""
    # It brings numpy, which the window's first paint does without.
    from core.training import checkpoint

    checkpoints = "|".join(checkpoint.NAMES.format(stage=stage) for stage in (*STAGES, YARDSTICK))
    files = (
        *("run.json", "summary.json", "events.jsonl", "data.json", "labels.txt", "samples.npz"),
        *("model.img", "report.html", "yardstick.json", f"{YARDSTICK}.keras", _LOCK, *STAGE_FILES.values()),
    )
    return {
        "": "|".join(map(re.escape, files)),
        "details": rf"({_STAGE})\.json",
        "checkpoints": checkpoints,
        "logs": rf"trace-({_STAGE})\.json",
        **{f"logs/{stage}": _LOG_NAMES for stage in STAGES},
        "cache": r"(?!)",
    }


def is_beginning(path: Path, record: str, lock: str, folder: str) -> bool:
    """Whether work that was killed before it had a record may have left this: `folder` is empty then."""
    if path.name == lock:
        return is_regular(path) and path.stat().st_size < 64 and bool(_HOLDER.fullmatch(path.read_bytes()))
    if path.name == folder:
        return path.is_dir() and not is_link(path) and not any(path.iterdir())
    return path.name != record and finished_name(path.name) == record and is_regular(path)


def labels_text(classes: Iterable[str]) -> bytes:
    """What labels.txt holds."""
    return "".join(f"{name}\n" for name in classes).encode()


def _digest(figures: StageFigures) -> str:
    return hashlib.sha256(msgspec.json.encode(figures)).hexdigest()


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
