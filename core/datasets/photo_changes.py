"""Photos that a person moves to another class or deletes, in a folder of photos that this program made.

Each change has a place in a hidden folder beside the classes, with a record of where every photo was and is;
deleted photos are kept there. So the last change can be undone at any time, also by another session. Nothing
is ever put in the place of a file, no link is followed, and nothing outside the folder is touched.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from core.datasets.photo_folder import PhotoFolder
from core.errors import FileError, SqueezeError
from core.files import (
    is_link,
    is_regular,
    make_folder,
    move_together,
    remove_file,
    require_folder,
    write_whole,
    writing,
)
from core.reading import read_json

BIN = ".squeeze-studio-bin"
RECORD = "change.json"
KEPT_DAYS = 30
_NANOSECONDS_A_DAY = 24 * 3600 * 1_000_000_000
_PLACE = re.compile(r"\d{1,20}", re.ASCII)
_END_OF_TIME = 1 << 63

Kind = Literal["deleted", "moved"]


class Moved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a photo was, 'cup/photo-0001.jpg', and where it is: both within the folder of photos."""

    was: str
    now: str


class PhotoChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change, as it is recorded."""

    kind: Kind
    photos: tuple[Moved, ...]


def delete_photos(folder: PhotoFolder, names: Sequence[str]) -> PhotoChange:
    """Move photos ('cup/photo-0001.jpg') into the bin, from where `undo_last` brings them back.

    What has been there for `KEPT_DAYS` is removed. Raises not-replaceable for a folder that this program has
    not made and for what is no photo in one of its classes, disk-full, write-permission.
    """
    _remove_old(folder)
    return _change(folder, "deleted", names, lambda place, name, _: place / name)


def move_photos(folder: PhotoFolder, names: Sequence[str], to: str) -> PhotoChange:
    """Move photos into another class that there is, under their names where these are free there.

    Raises what `delete_photos` raises, and name-unusable for a class that there is not.
    """
    if to not in folder.classes:
        raise FileError("name-unusable", path=to, reason="there is no such class")
    return _change(
        folder, "moved", names, lambda _, name, taken: folder.free_path(to, Path(name).name, taken)
    )


def last_change(folder: PhotoFolder) -> PhotoChange | None:
    """The change that `undo_last` would undo; None where there is none."""
    found = _last(folder)
    return found[1] if found else None


def undo_last(folder: PhotoFolder) -> PhotoChange | None:
    """Bring the photos of the last change back; where something has their name by now, beside it.

    Returns where they went, None where there was nothing to undo. A photo that is gone by now stays so.
    Raises disk-full, write-permission, not-replaceable, not-a-folder.
    """
    found = _last(folder)
    if found is None:
        return None
    place, change = found
    back: list[Moved] = []
    for photo in change.photos:
        source = folder.path / photo.now
        if not _is_there(source):
            continue
        own = PurePosixPath(photo.was)
        with folder.class_folder(own.parts[0]):
            target = folder.free_path(own.parts[0], own.name)
            with writing(target):
                move_together([(source, target)])
        back.append(Moved(photo.now, _name(folder, target)))
    _remove(place)
    return PhotoChange(change.kind, tuple(back))


def _change(
    folder: PhotoFolder, kind: Kind, names: Sequence[str], target: Callable[[Path, str, list[Path]], Path]
) -> PhotoChange:
    """Record a change, then make it: what is broken off between the two can be undone as well."""
    if not folder.is_own:
        raise FileError("not-replaceable", path=folder.path)
    names = tuple(dict.fromkeys(names))
    for name in names:
        source = folder.path / name
        if not _is_photo_name(name) or not _is_there(source):
            raise FileError("not-replaceable", path=source)
    require_folder(folder.path / BIN)
    place = folder.path / BIN / str(_next_place(folder))
    targets: list[Path] = []
    for name in names:
        targets.append(target(place, name, targets))
    change = PhotoChange(
        kind, tuple(Moved(name, _name(folder, path)) for name, path in zip(names, targets, strict=True))
    )
    make_folder(place)
    try:
        write_whole(place / RECORD, msgspec.json.encode(change))
        with writing(folder.path):
            move_together((folder.path / photo.was, folder.path / photo.now) for photo in change.photos)
    except BaseException:
        _remove(place)
        raise
    return change


def _last(folder: PhotoFolder) -> tuple[Path, PhotoChange] | None:
    """The newest record that can be used, and its place."""
    if not folder.is_own:
        return None
    for place in sorted(_places(folder), key=lambda place: int(place.name), reverse=True):
        if (change := _change_in(place)) is not None:
            return place, change
    return None


def _change_in(place: Path) -> PhotoChange | None:
    """The change that is recorded in a place; None where there is none that can be used."""
    with contextlib.suppress(OSError, msgspec.DecodeError, SqueezeError):
        change = read_json(place / RECORD, PhotoChange)
        if change.photos and all(_is_within(photo, change.kind, place) for photo in change.photos):
            return change
    return None


def _is_within(photo: Moved, kind: Kind, place: Path) -> bool:
    """Whether a record names what this program writes there: anybody may have edited it."""
    if kind == "deleted":
        return _is_photo_name(photo.was) and photo.now == f"{BIN}/{place.name}/{photo.was}"
    return _is_photo_name(photo.was) and _is_photo_name(photo.now)


def _is_there(photo: Path) -> bool:
    """Whether there is a photo itself, not a link, nor anything behind one."""
    return is_regular(photo) and not is_link(photo.parent)


def _is_photo_name(name: str) -> bool:
    """Whether it is a class and a file in it, neither hidden nor a way out of the folder."""
    parts = PurePosixPath(name).parts
    is_plain = len(parts) == 2 and not any(mark in name for mark in "\\:\0")
    return is_plain and not any(part.startswith(".") or part == "/" for part in parts)


def _places(folder: PhotoFolder) -> list[Path]:
    home = folder.path / BIN
    try:
        entries = [] if is_link(home) else list(home.iterdir())
    except OSError:
        return []
    return [place for place in entries if _is_place(place)]


def _is_place(path: Path) -> bool:
    is_time = _PLACE.fullmatch(path.name) and int(path.name) < _END_OF_TIME
    return bool(is_time) and path.is_dir() and not is_link(path)


def _next_place(folder: PhotoFolder) -> int:
    """The time now, or just after the newest change: the last one stays last when a clock is set back."""
    return max([time.time_ns(), *(int(place.name) + 1 for place in _places(folder))])


def _remove_old(folder: PhotoFolder) -> None:
    """Remove photos that were deleted long ago: those that the record names, and no other file."""
    before = time.time_ns() - KEPT_DAYS * _NANOSECONDS_A_DAY
    for place in _places(folder):
        change = _change_in(place) if folder.is_own and int(place.name) < before else None
        if change is not None:
            for photo in change.photos if change.kind == "deleted" else ():
                with contextlib.suppress(SqueezeError, OSError):
                    if _is_there(folder.path / photo.now):
                        remove_file(folder.path / photo.now)
            _remove(place)


def _remove(place: Path) -> None:
    """Remove a record, and the folders of its place as far as they are empty."""
    with contextlib.suppress(SqueezeError):
        remove_file(place / RECORD)
    with contextlib.suppress(OSError):
        for one in place.iterdir():
            if one.is_dir() and not is_link(one):
                with contextlib.suppress(OSError):
                    one.rmdir()
        place.rmdir()
        place.parent.rmdir()


def _name(folder: PhotoFolder, path: Path) -> str:
    return path.relative_to(folder.path).as_posix()
