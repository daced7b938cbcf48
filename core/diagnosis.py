"""Which error of the table an exception is, wherever it came from.

Libraries tell of a full disk and of no memory in words and types of their own; here they become the two
sentences that a person can act on.
"""

from __future__ import annotations

import errno
import traceback

from core.errors import (
    DISK_FULL,
    MEMORY_EXHAUSTED,
    UNEXPECTED,
    WRITE_PERMISSION,
    Cancelled,
    SqueezeError,
)
from core.events import Failed, Stopped
from core.files import FORBIDDEN, FULL

_FULL_WORDS = (
    "no space left on device",
    "disk quota exceeded",
    "file too large",
    "not enough space on the disk",
)
_MEMORY_WORDS = (
    "out of memory",
    "failed to allocate memory",
    "oom when allocating",
    "cannot allocate memory",
    # Said by the system's loader, of a library.
    "failed to map segment from shared object",
)


def terminal_event(error: BaseException, doing: str = "working") -> Failed | Stopped:
    """The terminal event of a task that ended with `error`."""
    if isinstance(error, Cancelled | KeyboardInterrupt):
        return Stopped()
    known = diagnosed(error, doing)
    return Failed(
        code=known.code,
        happened=known.happened,
        remedy=known.remedy,
        detail=known.detail,
        exit_code=known.kind.exit_code,
        values=known.values,
    )


def diagnosed(error: BaseException, doing: str = "working") -> SqueezeError:
    """`error` as an error of the table: itself, what lies behind it, or UNEXPECTED with its traceback."""
    if isinstance(error, SqueezeError):
        return error
    trace = "".join(traceback.format_exception(error))
    for cause in _chain(error):
        if isinstance(cause, SqueezeError):
            return cause
        if _is_memory(cause):
            return SqueezeError(MEMORY_EXHAUSTED, detail=trace, doing=doing)
        if _is_full(cause):
            return SqueezeError(DISK_FULL, detail=trace, path=_path_of(cause))
        if isinstance(cause, OSError) and cause.errno in FORBIDDEN:
            return SqueezeError(WRITE_PERMISSION, detail=trace, path=_path_of(cause))
    reason = f"{type(error).__name__}: {_first_line(error)}" if _first_line(error) else type(error).__name__
    return SqueezeError(UNEXPECTED, detail=trace, reason=reason)


def _chain(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (behind := chain[-1].__cause__ or chain[-1].__context__) and behind not in chain:
        chain.append(behind)
    return chain


def _is_full(error: BaseException) -> bool:
    # h5py and TensorFlow put the system's words into their own message and leave `errno` out.
    return (isinstance(error, OSError) and error.errno in FULL) or _says(error, _FULL_WORDS)


def _is_memory(error: BaseException) -> bool:
    no_memory = isinstance(error, OSError) and error.errno == errno.ENOMEM
    return isinstance(error, MemoryError) or no_memory or _says(error, _MEMORY_WORDS)


def _says(error: BaseException, words: tuple[str, ...]) -> bool:
    text = str(error).lower()
    return any(word in text for word in words)


def _path_of(error: BaseException) -> str:
    name = getattr(error, "filename", None)
    return str(name) if name else "a file"


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]
