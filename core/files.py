"""Files that are either whole or not there, and folders that are still the ones that they were.

A file is written under another name in the same folder, forced to the disk, then given its name: a break at
any moment leaves the old file or the new one. Nothing is ever written through a link, nor put in the place of
anything but an ordinary file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from core.errors import Cancelled, FileError, RunError

Result = TypeVar("Result")

# A system without quotas may have no EDQUOT.
FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""No room left on the disk, in one file of its file system, or in the account's share of it."""
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_TEMPORARY = re.compile(r"\.(?P<stem>.+)-\d+\.tmp(?P<suffix>(\.[^.]+)?)")
_MOST_NAME_BYTES, _SHORT_NAME = 200, 20
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
_AT_END = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_OPEN_ELSEWHERE = frozenset({5, 32, 33})
"""Windows' ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""
_UNPORTABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]|[. ]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
_RETRY_SECONDS = 2.0
MOST_BYTES = 1 << 30
"""No file that is read whole is larger. A few bytes on a disk can claim to be any number."""
_PIECE = 1 << 20
_MOST_LINE = 1 << 24
_READ_SECONDS = 0.2
"""Less: a window that lists runs comes upon files that this account may not read at all."""
_LONGEST_PAUSE = 0.1


SPECIAL_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)
"""Tests of a file's mode, and what a person calls that which is no file to be read."""


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading.

    Raises not-a-file for a pipe, a device or a socket, which may keep a reader waiting for ever or never end,
    and OSError as `open` does.
    """
    _require_file(path, path.stat().st_mode)
    # What has taken the place of the file since then does not make this wait either.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as file:
        _require_file(path, os.fstat(file.fileno()).st_mode)
        yield file


def content_of(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a file.

    Raises file-too-large for one of more than `most_bytes`, which costs no memory, and what `reading` raises.
    """
    with reading(path) as file:
        size = os.fstat(file.fileno()).st_size
        _require_size(path, size, most_bytes)
        # Python takes the memory that is asked for, however short the file is.
        content = file.read(size + 1)
        while len(content) > size and (more := file.read(_PIECE)):
            # It grows while it is read.
            content += more
            _require_size(path, len(content), most_bytes)
        return content


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a file; one that is longer than any that is written comes in pieces.

    Raises what `content_of` raises.
    """
    with reading(path) as file:
        _require_size(path, os.fstat(file.fileno()).st_size, MOST_BYTES)
        while line := file.readline(_MOST_LINE):
            yield line


def _require_size(path: Path, size: int, most_bytes: int) -> None:
    if size > most_bytes:
        raise FileError("file-too-large", path=path, most=most_bytes >> 20)


def _require_file(path: Path, mode: int) -> None:
    for is_kind, kind in SPECIAL_KINDS:
        if is_kind(mode):
            raise FileError("not-a-file", path=path, found=kind)


_STAYING: list[tuple[Path, tuple[int, int] | None]] = []
"""Folders that are worked in, with what the system knows each by."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise the system's refusals to write `path` as disk-full or write-permission.

    Raises run-moved or not-a-folder before anything is written where `path` is below a folder that should be
    `staying` and does not, or where a link leads out of that folder.
    """
    _require_in_place(path)
    try:
        yield
    except OSError as error:
        _require_in_place(path)
        if error.errno in FULL:
            raise FileError("disk-full", detail=str(error), path=path) from error
        if error.errno in FORBIDDEN:
            raise FileError("write-permission", detail=str(error), path=path) from error
        if isinstance(error, NotADirectoryError):
            raise FileError("not-a-folder", detail=str(error), path=path.parent) from error
        raise


@contextlib.contextmanager
def staying(folder: Path) -> Iterator[None]:
    """For the length of the block, write below `folder` only while it is the folder that it is now.

    What fails in the block because the folder was deleted, moved or replaced is raised as run-moved.
    """
    place = (folder, folder_identity(folder))
    _STAYING.append(place)
    try:
        yield
    except Cancelled:
        raise
    except Exception as error:
        if folder_identity(folder) != place[1]:
            raise RunError("run-moved", detail=str(error), path=folder) from error
        raise
    finally:
        _STAYING.remove(place)


def folder_identity(folder: Path) -> tuple[int, int] | None:
    """What the system knows a folder by, whatever it is called; None where there is nothing."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole. Raises what `appearing_whole` raises; then an older file of that name stays."""
    with appearing_whole(path) as temporary:
        temporary.write_bytes(content)


@contextlib.contextmanager
def appearing_whole(path: Path, *, replace: bool = True) -> Iterator[Path]:
    """An empty file to be written in the block, with the ending of `path`, that takes its name at the end.

    When anything is raised in the block it goes, and an older file of that name stays. Raises disk-full or
    write-permission for the system's refusals, not-replaceable where something else has the name. Without
    `replace` an older file of that name is never replaced: `FileExistsError`.
    """
    with writing(path):
        require_replaceable(path)
        temporary = _new_temporary(path)
        try:
            yield temporary
            _force_to_disk(temporary)
            require_replaceable(path)
            put = (lambda: temporary.replace(path)) if replace else (lambda: _put_beside(temporary, path))
            retry_while_open(put)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def appending(path: Path) -> Iterator[BinaryIO]:
    """A file that is open to be written at its end, made where it is missing.

    Raises disk-full, write-permission, and not-replaceable where something else has the name.
    """
    with writing(path):
        require_replaceable(path)
        with os.fdopen(os.open(path, _AT_END, 0o666), "ab") as file:
            yield file


def require_replaceable(path: Path) -> None:
    """Raise not-replaceable for a link, a folder, a device: for all that is neither missing nor a file."""
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise FileError("not-replaceable", path=path)


def require_folder(path: Path) -> None:
    """Raise not-a-folder for a link and for a file: for all that is neither missing nor a folder."""
    with contextlib.suppress(FileNotFoundError):
        if is_link(path) or not path.is_dir():
            raise FileError("not-a-folder", path=path)


def is_link(path: Path) -> bool:
    """Whether there is a symbolic link, or a junction of Windows. Raises `OSError` where there is nothing."""
    status = path.lstat()
    tag = getattr(status, "st_reparse_tag", None)
    return stat.S_ISLNK(status.st_mode) or (tag is not None and tag == _JUNCTION)


def is_regular(path: Path) -> bool:
    """Whether there is an ordinary file itself, not a link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        # A name with a null byte is none.
        return False


def finished_name(name: str) -> str:
    """The name that a file gets when it is whole, of the name under which it is being written.

    Any other name is returned as it is.
    """
    match = _TEMPORARY.fullmatch(name)
    return f"{match['stem']}{match['suffix']}" if match else name


def retry_while_open(act: Callable[[], Result]) -> Result:
    """Rename or remove a file, again and again for two seconds while another process has it open on Windows.

    The window, a virus scanner or an indexer reads a file for some milliseconds only. Raises what `act`
    raised last.
    """
    return _retried(act, time.monotonic() + _RETRY_SECONDS)


def read_replaced(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The content of a file that another process may just be replacing, which Windows lets nobody read then.

    Raises what `content_of` raises.
    """
    return _retried(lambda: content_of(path, most_bytes), time.monotonic() + _READ_SECONDS)


def _retried(act: Callable[[], Result], deadline: float) -> Result:
    pause = 0.001
    while True:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE or time.monotonic() > deadline:
                raise
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def portable_name(name: str) -> str:
    """`name`, changed only where some system does not take it as the name of a file or folder.

    Windows takes some characters in no name, drops dots and spaces at the end, and opens a device for names
    such as `nul` and `con.jpg` (learn.microsoft.com/windows/win32/fileio/naming-a-file).
    """
    portable = _UNPORTABLE.sub("_", name)
    return f"_{portable}" if _DEVICE.match(portable) else portable


def move_together(moves: Iterable[tuple[Path, Path]]) -> None:
    """Move files to names that nothing has; when one cannot be moved, all are where they were.

    Folders are made for them. Raises `FileExistsError` where something has the name, not-a-folder where a
    link or a file is in the place of a folder, not-replaceable for what is no ordinary file, other `OSError`.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            require_replaceable(source)
            require_folder(target.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            retry_while_open(partial(_move_beside, source, target))
            moved.append((source, target))
    except BaseException:
        for source, target in reversed(moved):
            with contextlib.suppress(OSError):
                _move_beside(target, source)
        raise


def remove_file(path: Path) -> None:
    """Remove an ordinary file. Raises write-permission, and not-replaceable for anything else."""
    with writing(path):
        require_replaceable(path)
        retry_while_open(lambda: path.unlink(missing_ok=True))


def remove_files(folder: Path, names: str) -> None:
    """Remove the ordinary files in a folder whose names match the pattern when whole; the rest stays."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if re.fullmatch(names, finished_name(path.name)) and is_regular(path):
            remove_file(path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises disk-full, write-permission, or not-a-folder.

    A folder that should be `staying` is not made again.
    """
    with writing(path):
        above = _staying_above(path)
        try:
            if not above:
                path.mkdir(parents=True, exist_ok=True)
            for root, _ in above:
                below = path.relative_to(root)
                for folder in (*reversed(below.parents[:-1]), below):
                    (root / folder).mkdir(exist_ok=True)
                    require_folder(root / folder)
        except (FileExistsError, NotADirectoryError) as error:
            raise FileError("not-a-folder", detail=str(error), path=path) from error
        except FileNotFoundError as error:
            if above:
                raise
            raise FileError("write-permission", detail=str(error), path=path) from error


def _require_in_place(path: Path) -> None:
    for root, identity in _staying_above(path):
        if folder_identity(root) != identity:
            raise RunError("run-moved", path=root)
        for parent in path.relative_to(root).parents[:-1]:
            require_folder(root / parent)


def _staying_above(path: Path) -> list[tuple[Path, tuple[int, int] | None]]:
    return [place for place in tuple(_STAYING) if place[0] in path.parents]


def _new_temporary(path: Path) -> Path:
    """A new file beside `path`, under a name by which `finished_name` tells whose it is."""
    stem, suffix, number = path.stem, path.suffix, os.getpid()
    if len(os.fsencode(path.name)) > _MOST_NAME_BYTES:
        # No name that the program gives is nearly as long.
        stem, suffix = stem[:_SHORT_NAME], suffix[:_SHORT_NAME]
    while True:
        temporary = path.with_name(f".{stem}-{number}.tmp{suffix}")
        try:
            os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError:
            number = secrets.randbits(32)
        else:
            return temporary


def _put_beside(temporary: Path, path: Path) -> None:
    """Give a file its name only where nothing has it. Raises `FileExistsError`."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: between the two steps something could appear.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.replace(path)
    else:
        temporary.unlink()


def _move_beside(source: Path, target: Path) -> None:
    """Move a file where nothing has its new name. Raises `FileExistsError`."""
    if os.name == "nt":
        # Windows replaces nothing when it renames.
        source.rename(target)
    else:
        _put_beside(source, target)


def _force_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
