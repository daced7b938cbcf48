"""What of a run's folder can be made again, and its removal."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.files import remove_file
from core.paths import cache_folder
from core.runs.folder import YARDSTICK, RunFolder
from core.runs.record import RunRecord
from core.runs.yardstick import read_yardstick
from core.settings import STAGES


class Cleaned(msgspec.Struct, frozen=True, kw_only=True):
    """What was removed from a run's folder: names below it, and their bytes in all.

    `cache` is a folder that stays: the sample scenes and images that all runs share, `cache_bytes` in all.
    """

    run: str
    removed: tuple[str, ...]
    bytes: int
    cache: str = ""
    cache_bytes: int = 0


def clean(path: Path) -> Cleaned:
    """Remove what can be made again from a run's folder; models, figures, the record and other files stay.

    Checkpoints of a stage that is not finished stay too: it goes on from them. Raises run-not-found, and
    what `RunFolder.locked` raises.
    """
    folder = RunFolder(path)
    record = folder.read_record()
    removed: list[str] = []
    freed = 0
    has_yardstick = read_yardstick(folder, record) is not None
    with folder.locked():
        for one in folder.own_files():
            if _can_be_made_again(one.relative_to(path), record, has_yardstick):
                freed += one.stat().st_size
                remove_file(one)
                removed.append(one.relative_to(path).as_posix())
        folder.remove_empty_folders()
        if not folder.logs.exists():
            removed = ["logs" if name.startswith("logs/") else name for name in removed]
    cache = cache_folder()
    return Cleaned(
        run=str(path),
        removed=tuple(dict.fromkeys(removed)),
        bytes=freed,
        cache=str(cache),
        cache_bytes=sum(file.lstat().st_size for file in cache.rglob("*") if file.is_file()),
    )


def _can_be_made_again(file: Path, record: RunRecord, has_yardstick: bool) -> bool:
    if file.parent.name == "checkpoints":
        if file.name.startswith(f"{YARDSTICK}-"):
            return has_yardstick
        return any(record.is_done(stage) for stage in STAGES if file.name.startswith(f"{stage}-"))
    return file.parts[0] == "logs" or file.name in ("model.img", "report.html")
