"""Runs that were deleted but can still be had back."""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from app.start.found_runs import TRASH
from core.pipeline.lock import locked

_LOCK = "run.lock"
_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Trashed:
    """A run's folder that was moved out of the way; `path` is where it was."""

    path: Path
    place: Path


def throw_away(path: Path) -> Trashed:
    """Move a run's folder into a hidden folder beside it.

    Raises RUN_IN_USE while something works on the run, WRITE_PERMISSION, DISK_FULL, `OSError`.
    """
    if path.is_dir():
        _check_unused(path)
    bin_folder = path.parent / TRASH
    bin_folder.mkdir(exist_ok=True)
    place = bin_folder / f"{time.time_ns()} {path.name}"
    path.rename(place)
    return Trashed(path, place)


def take_back(trashed: Trashed) -> Path:
    """Put a run back where it was, or beside what is there now; its folder. Raises `OSError`."""
    path, number = trashed.path, 2
    while path.exists():
        path = trashed.path.with_name(f"{trashed.path.name} ({number})")
        number += 1
    trashed.place.rename(path)
    _remove_empty(trashed.place.parent)
    return path


def purge(trashed: Trashed) -> None:
    """Remove a run for good, in a thread."""
    threading.Thread(target=_remove, args=(trashed.place,), daemon=True).start()


def purge_forgotten(homes: set[Path]) -> None:
    """Remove what has been in the trash of these folders for a day: nobody is left who could want it back."""
    before = time.time_ns() - _KEPT_SECONDS * 1_000_000_000
    for home in homes:
        with contextlib.suppress(OSError):
            for place in (home / TRASH).iterdir():
                stamp = place.name.partition(" ")[0]
                if stamp.isdecimal() and int(stamp) < before:
                    _remove(place)


def _check_unused(path: Path) -> None:
    """Raise RUN_IN_USE if another process works on the run."""
    if not (path / _LOCK).exists():
        return
    with locked(path / _LOCK):
        pass


def _remove(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    _remove_empty(place.parent)


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
