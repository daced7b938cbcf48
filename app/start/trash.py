"""Runs that were deleted but can still be had back.

Only what the program made is moved, and removed later: files of the person's own stay where they are.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.start.found_runs import TRASH
from core.errors import SqueezeError
from core.files import is_link, remove_file, require_folder, writing
from core.runs.folder import RunFolder

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Trashed:
    """A run's files that were moved out of the way; `path` is the folder that they were in.

    `is_left`: it is still there, for there are other files in it.
    """

    path: Path
    place: Path
    is_left: bool


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


def purge(trashed: Trashed) -> None:
    """Remove a run for good, in a thread."""
    threading.Thread(target=_remove, args=(trashed.place,), daemon=True).start()


def purge_forgotten(homes: set[Path]) -> None:
    """Remove what has been in the trash of these folders for a day: nobody is left who could want it back."""
    before = time.time_ns() - _KEPT_SECONDS * 1_000_000_000
    for home in homes:
        with contextlib.suppress(OSError):
            for place in () if is_link(home / TRASH) else (home / TRASH).iterdir():
                stamp, _, name = place.name.partition(" ")
                if name and stamp.isdecimal() and int(stamp) < before:
                    _remove(place)


def _move(files: Iterable[Path], source: Path, target: Path) -> None:
    """Move files, the record last; when one cannot be moved, all are where they were."""
    moved: list[tuple[Path, Path]] = []
    try:
        for file in sorted(files, key=lambda file: file.name == RunFolder(source).record.name):
            there = target / file.relative_to(source)
            there.parent.mkdir(parents=True, exist_ok=True)
            file.rename(there)
            moved.append((file, there))
    except OSError:
        for file, there in reversed(moved):
            with contextlib.suppress(OSError):
                there.rename(file)
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
