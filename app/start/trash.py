"""Deleted runs: they can be restored for 30 days. And renamed ones.

Only what the program made is moved, and removed later: files of the person's own stay where they are.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.start.found_runs import TRASH
from core.errors import RunError, SqueezeError
from core.files import (
    is_link,
    move_together,
    portable_name,
    remove_file,
    require_folder,
    retry_while_open,
    writing,
)
from core.runs.folder import RunFolder

KEPT_DAYS = 30
_NANOSECONDS_A_DAY = 24 * 3600 * 1_000_000_000
_PLACE = re.compile(r"\d+ .+", re.DOTALL)


@dataclass(frozen=True)
class Trashed:
    """A run's files that were moved out of the way; `path` is the folder that they were in.

    `is_left`: it is still there, for there are other files in it.
    """

    path: Path
    place: Path
    is_left: bool

    @property
    def seconds(self) -> float:
        """When it was deleted, in seconds since 1970."""
        return int(self.place.name.partition(" ")[0]) / 1e9


def throw_away(path: Path) -> Trashed:
    """Move a run's files into a hidden folder beside its own, which goes when nothing else is in it.

    Raises run-not-found, run-record-damaged, run-other-version and not-a-folder for what is no run of this
    program, run-in-use while something works on the run, write-permission, disk-full, `OSError`.
    """
    folder = RunFolder(path)
    folder.read_record()
    require_folder(path)
    with folder.locked():
        files = [file for file in folder.own_files() if file != folder.lock]
    remove_file(folder.lock)
    bin_folder = path.parent / TRASH
    require_folder(bin_folder)
    bin_folder.mkdir(exist_ok=True)
    place = bin_folder / f"{time.time_ns()} {path.name}"
    try:
        with writing(path):
            place.mkdir()
            _move(files, path, place)
    except BaseException:
        _remove_from_trash(place)
        raise
    _remove_empty(path)
    return Trashed(path, place, path.exists())


def take_back(trashed: Trashed) -> Path:
    """Put a run back where it was, or beside what is there now; its folder. Raises `OSError`."""
    files = RunFolder(trashed.place).own_files()
    path, number = trashed.path, 2
    taken = [os.path.lexists(path / file.relative_to(trashed.place)) for file in files]
    if not trashed.is_left or any(taken) or is_link(path):
        while os.path.lexists(path):
            path, number = trashed.path.with_name(f"{trashed.path.name} ({number})"), number + 1
        path.mkdir()
    _move(files, trashed.place, path)
    _remove_from_trash(trashed.place)
    return path


def deleted_runs(homes: Collection[Path]) -> list[Trashed]:
    """The runs in the trash of these folders, the one that was deleted last first."""
    places = [place for home in homes for place in _places(home) if RunFolder(place).record.is_file()]
    found = [(place, place.parent.parent / place.name.partition(" ")[2]) for place in places]
    deleted = [Trashed(path, place, path.exists()) for place, path in found]
    return sorted(deleted, key=lambda one: one.seconds, reverse=True)


def purge(trashed: Collection[Trashed]) -> None:
    """Remove runs for good."""
    for one in trashed:
        _remove(one.place)


def purge_old(homes: Collection[Path]) -> None:
    """Remove what has been in the trash of these folders for `KEPT_DAYS`."""
    before = time.time_ns() - KEPT_DAYS * _NANOSECONDS_A_DAY
    for home in homes:
        for place in _places(home):
            if int(place.name.partition(" ")[0]) < before:
                _remove(place)


def renamed(path: Path, name: str) -> Path:
    """Give a run's folder another name; the folder as it is called now.

    Raises run-not-found, run-record-damaged, run-other-version, not-a-folder, run-in-use, write-permission,
    and run-name-taken when something else has the name.
    """
    folder, target = RunFolder(path), path.with_name(portable_name(name))
    folder.read_record()
    require_folder(path)
    # Windows renames no folder in which a file is open, so the lock is tried and given back.
    with folder.locked():
        if os.path.lexists(target) and not _is_same(path, target):
            raise RunError("run-name-taken", path=target)
    remove_file(folder.lock)
    with writing(target):
        retry_while_open(lambda: path.rename(target))
    return target


def _is_same(path: Path, target: Path) -> bool:
    """Whether both are one folder: names may differ in their case alone."""
    return target.exists() and path.samefile(target)


def _places(home: Path) -> list[Path]:
    """What lies in a folder's trash under a name that the program gave."""
    try:
        entries = [] if is_link(home / TRASH) else list((home / TRASH).iterdir())
    except OSError:
        return []
    return [place for place in entries if _PLACE.fullmatch(place.name)]


def _move(files: Iterable[Path], source: Path, target: Path) -> None:
    """Move files, the record last; when one cannot be moved, all are where they were."""
    ordered = sorted(files, key=lambda file: file.name == RunFolder(source).record.name)
    try:
        move_together((file, target / file.relative_to(source)) for file in ordered)
    except (OSError, SqueezeError):
        _remove_empty(target)
        raise


def _remove(place: Path) -> None:
    """Remove the files of a run in the trash, and its folders; what is no run of the program's stays."""
    folder = RunFolder(place)
    with contextlib.suppress(SqueezeError, OSError):
        require_folder(place)
        folder.read_record()
        for file in folder.own_files():
            remove_file(file)
    _remove_from_trash(place)


def _remove_from_trash(place: Path) -> None:
    _remove_empty(place)
    with contextlib.suppress(OSError):
        place.parent.rmdir()


def _remove_empty(folder: Path) -> None:
    RunFolder(folder).remove_empty_folders()
    with contextlib.suppress(OSError):
        folder.rmdir()
