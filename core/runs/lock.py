"""One process at a time in a run folder.

The lock is the system's own on an open file, so it ends with the process that holds it, however that ends:
there is no stale lock to clear away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from core.errors import FileError, RunError
from core.files import require_replaceable, writing

if sys.platform == "win32":
    import msvcrt

    # Windows bars others from reading locked bytes; this one lies behind the process id.
    _FAR_BYTE = 1 << 20

    def _try_lock(handle: int) -> None:
        os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path` for the length of the block.

    The file holds the process id of its holder, for a person to read. Raises run-in-use when another
    process (or another block of this one) holds it, not-replaceable where it is none, and write-permission or
    disk-full.
    """
    with writing(path):
        require_replaceable(path)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
    try:
        _take(handle, path)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path) -> None:
    try:
        _try_lock(handle)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        raise RunError("run-in-use", detail=_holder(handle), path=path.parent) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise FileError("not-replaceable", path=path)
    if status.st_nlink > 1:
        # Its content is that of another file, too, as in a copy made of hard links.
        return
    with writing(path):
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    number = os.read(handle, 20).decode(errors="replace")
    return f"process {number}" if number else ""
