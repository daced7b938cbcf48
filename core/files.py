"""Files that are either whole or not there.

A file is written under another name in the same folder, forced to the disk, then given its name: a break at
any moment leaves the old file or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from core.errors import DISK_FULL, WRITE_PERMISSION, SqueezeError

# A system without quotas may have no EDQUOT.
FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""No room left on the disk, in one file of its file system, or in the account's share of it."""
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_TEMPORARY = ".tmp"


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
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


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
