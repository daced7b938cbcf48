"""Exceptions of all origins become errors of the table."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from core.diagnosis import diagnosed, terminal_event
from core.errors import (
    DATA_NOT_FOUND,
    DISK_FULL,
    MEMORY_EXHAUSTED,
    UNEXPECTED,
    WRITE_PERMISSION,
    Cancelled,
    ErrorKind,
    SqueezeError,
)
from core.events import Failed, Stopped

H5PY_FULL = (
    "[Errno 28] Can't synchronously write data (file write failed: time = Fri, errno = 28, "
    "error message = 'No space left on device', buf = 0x7f)"
)
TENSORFLOW_MEMORY = "OOM when allocating tensor with shape[64,111,111,64] and type float on CPU"


class ResourceExhaustedError(Exception):
    """Named as TensorFlow's own."""


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x.npz"), DISK_FULL),
        (OSError(H5PY_FULL), DISK_FULL),
        (ResourceExhaustedError("checkpoint/x; No space left on device"), DISK_FULL),
        (PermissionError(errno.EACCES, "Permission denied", "x.npz"), WRITE_PERMISSION),
        (MemoryError(), MEMORY_EXHAUSTED),
        (ResourceExhaustedError(TENSORFLOW_MEMORY), MEMORY_EXHAUSTED),
        (ResourceExhaustedError("in other words"), MEMORY_EXHAUSTED),
        (RuntimeError("std::bad_alloc"), MEMORY_EXHAUSTED),
        (RuntimeError("MemoryError: Unable to allocate 9.31 GiB for an array"), MEMORY_EXHAUSTED),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), MEMORY_EXHAUSTED),
        (ImportError("tensorflow/x.so: failed to map segment from shared object"), MEMORY_EXHAUSTED),
        (ZeroDivisionError("division by zero"), UNEXPECTED),
    ],
)
def test_an_error_is_known_by_its_words_or_number(error: Exception, kind: ErrorKind) -> None:
    assert diagnosed(error).kind is kind


def test_what_lies_behind_an_error_counts() -> None:
    error = RuntimeError("saving failed")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device", "checkpoint.npz")
    known = diagnosed(error)
    assert known.kind is DISK_FULL
    assert "checkpoint.npz" in known.happened


def test_a_file_that_is_missing_is_no_full_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "missing").read_bytes()
    assert diagnosed(caught.value).kind is UNEXPECTED


def test_an_unexpected_error_names_itself_and_shows_its_traceback() -> None:
    try:
        int("seven")
    except ValueError as error:
        known = diagnosed(error)
    assert "ValueError: invalid literal" in known.happened
    assert 'int("seven")' in known.detail


def test_an_error_of_the_table_stays_itself_with_its_exit_code() -> None:
    event = terminal_event(SqueezeError(DATA_NOT_FOUND, detail="x", path="pictures"))
    assert isinstance(event, Failed)
    assert (event.code, event.exit_code, event.detail) == ("data-not-found", 2, "x")


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_being_stopped_is_no_failure(error: BaseException) -> None:
    assert isinstance(terminal_event(error), Stopped)
