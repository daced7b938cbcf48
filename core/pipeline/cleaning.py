"""What of a run's folder can be made again, and its removal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from core.files import writing
from core.pipeline.record import RunRecord
from core.pipeline.run_folder import RunFolder
from core.settings import STAGES


class Cleaned(msgspec.Struct, frozen=True, kw_only=True):
    """What was removed from a run's folder: names below it, and their bytes in all."""

    run: str
    removed: tuple[str, ...]
    bytes: int


def clean(path: Path) -> Cleaned:
    """Remove what can be made again from a run's folder; models, figures and the record stay.

    Checkpoints of a stage that is not finished stay too: it goes on from them. Raises RUN_NOT_FOUND,
    RUN_OTHER_VERSION, RUN_DAMAGED, RUN_IN_USE and WRITE_PERMISSION.
    """
    folder = RunFolder(path)
    record = folder.read_record()
    removed: list[str] = []
    freed = 0
    with folder.held():
        for one in _removable(folder, record):
            size = _size(one)
            with writing(one):
                shutil.rmtree(one) if one.is_dir() else one.unlink()
            removed.append(one.relative_to(path).as_posix())
            freed += size
        if folder.checkpoints.is_dir() and not any(folder.checkpoints.iterdir()):
            folder.checkpoints.rmdir()
    return Cleaned(run=str(path), removed=tuple(removed), bytes=freed)


def _removable(folder: RunFolder, record: RunRecord) -> Iterator[Path]:
    for whole in (folder.cache, folder.logs, folder.model_image, folder.report):
        if whole.exists():
            yield whole
    for stage in STAGES:
        if record.is_done(stage):
            yield from sorted(folder.checkpoints.glob(f"{stage}-*"))


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
