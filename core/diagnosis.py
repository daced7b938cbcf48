"""Which error of the table an exception is, wherever it came from, and whether memory ran out.

Libraries tell of a full disk and of no memory in words and types of their own; here they become the two
sentences that a person can act on. A process that the system killed tells nothing: whoever watched it looks
for signs.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from core.errors import (
    Cancelled,
    FileError,
    OtherVersionError,
    ProgramError,
    SqueezeError,
    error_for,
    printable,
)
from core.events import Crashed, Failed, Stopped
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
    "std::bad_alloc",
    # NumPy's, also as TensorFlow repeats it.
    "unable to allocate",
    # Said by the system's loader, of a library.
    "failed to map segment from shared object",
)
_THREAD_WORDS = ("pthread_create() failed", "can't start new thread")
"""Said where there is no memory for a thread's stack, or where there are too many threads."""
_KILLED = (-9, 137)
"""Exit codes after SIGKILL, from Python and from a shell."""
_NO_MEMORY_STATUS = 0xC0000017
"""Windows' STATUS_NO_MEMORY."""
_COUNTS = Path("/proc/vmstat")
_MEMORY = Path("/proc/meminfo")
_PROCESSES = Path("/proc")
_SCARCE = 0.1
_LOOK_SECONDS = 0.1
_OF_PATHS = {
    errno.EISDIR: "not-a-file",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.ENOTEMPTY: "not-empty",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "name-unusable",
    errno.EINVAL: "name-unusable",
}
_OF_WINDOWS = {123: "name-unusable", 206: "name-too-long"}
"""ERROR_INVALID_NAME and ERROR_FILENAME_EXCED_RANGE, which have the number of a missing file there."""
_SHOWN = 200


def terminal_event(error: BaseException) -> Failed | Stopped:
    """The terminal event of a task that ended with `error`."""
    if isinstance(error, Cancelled | KeyboardInterrupt):
        return Stopped()
    return failed_event(diagnosed(error))


def failed_event(error: SqueezeError) -> Failed:
    """An error as events tell it."""
    return Failed(
        code=error.code,
        happened=error.happened,
        remedy=error.remedy,
        detail=error.detail,
        exit_code=error.exit_code,
        values=error.values,
    )


def failed_by(crashed: Crashed) -> Failed:
    """The failure of a task whose process ended without a word."""
    code = crashed.exit_code
    if code in _KILLED:
        reason = "ended by the system or another program"
    else:
        reason = f"signal {-code}" if code < 0 else f"exit code {code}"
    failed = terminal_event(ProgramError("worker-crashed", detail="\n".join(crashed.last_log), reason=reason))
    assert isinstance(failed, Failed)
    return failed


def error_of(failed: Failed) -> SqueezeError:
    """The error that another process ended with, of its class, with its values: any language can tell it."""
    # What another version of the program says may have another code, or need other values.
    with contextlib.suppress(LookupError, ValueError):
        return error_for(failed.code, failed.detail, **failed.values)
    return OtherVersionError(failed.code, failed.happened, failed.remedy, failed.exit_code, failed.detail)


@contextlib.contextmanager
def unreadable_as(code: str, path: Path | str, **values: object) -> Iterator[None]:
    """Whatever is raised in the block is the fault of the file that it reads: the error `code` for `path`.

    Errors of the table, `Cancelled` and a lack of memory stay what they are.
    """
    try:
        yield
    except (SqueezeError, Cancelled):
        raise
    except Exception as error:
        if is_memory(error):
            raise
        raise error_for(code, detail=f"{type(error).__name__}: {error}", path=path, **values) from error


def diagnosed(error: BaseException) -> SqueezeError:
    """`error` as an error of the table: itself, what lies behind it, or unexpected with its traceback."""
    if isinstance(error, SqueezeError):
        return error
    trace = "".join(traceback.format_exception(error))
    for cause in _chain(error):
        if isinstance(cause, SqueezeError):
            return cause
        if is_memory(cause):
            return ProgramError("memory-exhausted", detail=trace)
        if _is_full(cause):
            return FileError("disk-full", detail=trace, path=_path_of(cause))
        if isinstance(cause, OSError) and cause.errno in FORBIDDEN:
            return FileError("write-permission", detail=trace, path=_path_of(cause))
        if about_name := _about_name(cause, trace):
            return about_name
    reason = f"{type(error).__name__}: {_first_line(error)}" if _first_line(error) else type(error).__name__
    return ProgramError("unexpected", detail=trace, reason=reason)


class MemoryWatch:
    """What tells, of a process that ended without a word, whether memory ran out.

    Made before the process starts; `look` is called again and again while it works.
    """

    def __init__(self) -> None:
        self._kills = _kills_for_memory()
        self._looked = 0.0
        self._available = 1.0
        self._has_limit = False

    def look(self, pid: int) -> None:
        """See how much memory there is, and whether the process has a limit of its own."""
        now = time.monotonic()
        if now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        figures = _figures(_MEMORY)
        self._available = figures.get("MemAvailable:", 1) / figures.get("MemTotal:", 1)
        self._has_limit = _has_memory_limit(pid) or self._has_limit

    def ran_out(self, exit_code: int, log: str) -> bool:
        """Whether the process ended for want of memory; `log` is what it printed.

        One that was killed: when the kernel has killed a process for memory since it started, or next to no
        memory was left, as when a program such as earlyoom kills. Any other: when it says so.
        """
        if exit_code in _KILLED:
            return _kills_for_memory() > self._kills or self._available < _SCARCE
        words = (*_MEMORY_WORDS, *(_THREAD_WORDS if self._has_limit else ()))
        return exit_code == _NO_MEMORY_STATUS or any(word in log.lower() for word in words)


def available_memory() -> int | None:
    """Bytes that programs can still have without others being pushed out; None where the system tells not."""
    available = _figures(_MEMORY).get("MemAvailable:")
    return None if available is None else available * 1024


def _kills_for_memory() -> int:
    """Processes that the kernel has killed for memory since it started: of the computer's, and of limits."""
    return _figures(_COUNTS).get("oom_kill", 0)


def _figures(path: Path) -> dict[str, int]:
    """The numbers in a file of the kernel's, a name and a number a line; none where there is no such file."""
    try:
        lines = [line.split() for line in path.read_text().splitlines()]
    except OSError:
        return {}
    return {line[0]: int(line[1]) for line in lines if len(line) > 1 and line[1].isdigit()}


def _has_memory_limit(pid: int) -> bool:
    """Whether a process may only use so much of its address space."""
    try:
        limits = (_PROCESSES / str(pid) / "limits").read_text()
    except OSError:
        return False
    line = next((line for line in limits.splitlines() if line.startswith("Max address space")), "unlimited")
    return "unlimited" not in line.split("Max address space")[-1].split()[:1]


def _chain(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (behind := chain[-1].__cause__ or chain[-1].__context__) and behind not in chain:
        chain.append(behind)
    return chain


def _about_name(error: BaseException, trace: str) -> SqueezeError | None:
    """What is wrong with the name of a file or folder, or with what has it already."""
    if isinstance(error, UnicodeEncodeError):
        is_name = any("\ud800" <= letter <= "\udfff" for letter in error.object)
        return FileError("name-not-text", detail=trace, path=_short(error.object)) if is_name else None
    if isinstance(error, ValueError) and "embedded null" in str(error):
        return FileError("name-unusable", detail=trace, path="The text", reason=str(error))
    if not isinstance(error, OSError) or error.filename is None:
        return None
    code = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0) or _OF_PATHS.get(error.errno or 0)
    if code is None:
        return None
    return FileError(code, detail=trace, path=_path_of(error), found="a folder", reason=error.strerror or "")


def _is_full(error: BaseException) -> bool:
    # h5py and TensorFlow put the system's words into their own message and leave `errno` out.
    return (isinstance(error, OSError) and error.errno in FULL) or _says(error, _FULL_WORDS)


def says_full(text: str) -> bool:
    """Whether a program says that it could not write because there is no room."""
    return any(word in text.lower() for word in _FULL_WORDS)


def is_memory(error: BaseException) -> bool:
    """Whether the computer has no memory left, in the words of whatever library said it."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    # TensorFlow's; it means a full disk too.
    is_exhausted = type(error).__name__ == "ResourceExhaustedError" and not _is_full(error)
    return is_exhausted or _says(error, _MEMORY_WORDS)


def _says(error: BaseException, words: tuple[str, ...]) -> bool:
    text = str(error).lower()
    return any(word in text for word in words)


def _path_of(error: BaseException) -> str:
    # Where a file was to get another name, the other one is what was asked for.
    name = getattr(error, "filename2", None) or getattr(error, "filename", None)
    if isinstance(name, bytes):
        name = os.fsdecode(name)
    return _short(str(name)) if name else "a file"


def _short(text: str) -> str:
    """A name for a person: on one line, and no longer than can be read."""
    text = printable(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 4 :]}"


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]
