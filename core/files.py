"""Files that are either whole or not there.

A file is written under another name in the same folder, forced to the disk, then given its name: a break at
any moment leaves the old file or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import DISK_FULL, NOT_A_FILE, WRITE_PERMISSION, SqueezeError

# A system without quotas may have no EDQUOT.
FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""No room left on the disk, in one file of its file system, or in the account's share of it."""
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_TEMPORARY = ".tmp"

_OPEN_ELSEWHERE = frozenset({5, 32, 33})
"""Windows' ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""
_UNPORTABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]|[. ]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
_RETRY_SECONDS = 2.0
_LONGEST_PAUSE = 0.1


_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading.

    Raises NOT_A_FILE for a pipe, a device or a socket, which may keep a reader waiting for ever or never end,
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


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises what `reading` raises."""
    with reading(path) as file:
        return file.read()


def _require_file(path: Path, mode: int) -> None:
    for is_kind, kind in _SPECIAL:
        if is_kind(mode):
            raise SqueezeError(NOT_A_FILE, path=path, found=kind)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise the system's refusals to write `path` as DISK_FULL or WRITE_PERMISSION."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise SqueezeError(DISK_FULL, detail=str(error), path=path) from error
        if error.errno in FORBIDDEN:
            raise SqueezeError(WRITE_PERMISSION, detail=str(error), path=path) from error
        raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole. Raises DISK_FULL or WRITE_PERMISSION; then an older file of that name stays."""
    with appearing_whole(path) as temporary:
        temporary.write_bytes(content)


@contextlib.contextmanager
def appearing_whole(path: Path) -> Iterator[Path]:
    """A file to be written in the block, with the ending of `path`, that takes its name at the end.

    When anything is raised in the block it goes, and an older file of that name stays. Raises DISK_FULL or
    WRITE_PERMISSION for the system's refusals.
    """
    temporary = path.with_name(f".{path.stem}-{os.getpid()}{_TEMPORARY}{path.suffix}")
    with writing(path):
        try:
            yield temporary
            _force_to_disk(temporary)
            retry_while_open(lambda: temporary.replace(path))
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def retry_while_open(act: Callable[[], object]) -> None:
    """Rename or remove a file, again and again for two seconds while another process has it open on Windows.

    The window, a virus scanner or an indexer reads a file for some milliseconds only. Raises what `act`
    raised last.
    """
    deadline, pause = time.monotonic() + _RETRY_SECONDS, 0.001
    while True:
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE or time.monotonic() > deadline:
                raise
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        else:
            return


def portable_name(name: str) -> str:
    """`name`, changed only where some system does not take it as the name of a file or folder.

    Windows takes some characters in no name, drops dots and spaces at the end, and opens a device for names
    such as `nul` and `con.jpg` (learn.microsoft.com/windows/win32/fileio/naming-a-file).
    """
    portable = _UNPORTABLE.sub("_", name)
    return f"_{portable}" if _DEVICE.match(portable) else portable


def remove_leftovers(folder: Path) -> None:
    """Remove what was being written in `folder`, and the folders in it, by a process that was killed."""
    for leftover in folder.rglob(f".*{_TEMPORARY}*"):
        leftover.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises DISK_FULL or WRITE_PERMISSION."""
    with writing(path):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, FileNotFoundError, NotADirectoryError) as error:
            raise SqueezeError(WRITE_PERMISSION, detail=str(error), path=path) from error


def _force_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
