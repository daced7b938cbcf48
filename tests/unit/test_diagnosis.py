"""Exceptions of all origins become errors of the table."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from core.diagnosis import diagnosed, error_of, terminal_event
from core.errors import (
    DATA_NOT_FOUND,
    DISK_FULL,
    MEMORY_EXHAUSTED,
    NAME_NOT_TEXT,
    NAME_TOO_LONG,
    NAME_UNUSABLE,
    NOT_A_FILE,
    NOT_A_FOLDER,
    PORT_VANISHED,
    UNEXPECTED,
    WRITE_PERMISSION,
    Cancelled,
    ErrorKind,
    SqueezeError,
)
from core.events import Failed, Stopped, from_line, to_line

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


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda folder: (folder / "folder").read_bytes(), NOT_A_FILE),
        (lambda folder: (folder / "file").replace(folder / "folder"), NOT_A_FILE),
        (lambda folder: (folder / "file" / "inner").read_bytes(), NOT_A_FOLDER),
        (lambda folder: (folder / "file").mkdir(), NOT_A_FOLDER),
        (lambda folder: (folder / ("x" * 300)).read_bytes(), NAME_TOO_LONG),
        (lambda folder: (folder / "loop").read_bytes(), NAME_UNUSABLE),
        (lambda folder: (folder / "a\0b").read_bytes(), NAME_UNUSABLE),
        (lambda folder: f"{folder}/\udcff.jpg".encode(), NAME_NOT_TEXT),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the system's own words")
def test_a_name_that_cannot_be_used_is_said_so(
    act: Callable[[Path], object], kind: ErrorKind, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises((OSError, ValueError)) as caught:
        act(tmp_path)
    known = diagnosed(caught.value)
    assert known.kind is kind
    assert len(known.happened) < 400
    known.happened.encode()


def test_a_text_that_cannot_be_encoded_is_no_name() -> None:
    with pytest.raises(UnicodeEncodeError) as caught:
        "köln".encode("ascii")
    assert diagnosed(caught.value).kind is UNEXPECTED


@pytest.mark.parametrize(("number", "kind"), [(123, NAME_UNUSABLE), (206, NAME_TOO_LONG)])
def test_names_that_windows_does_not_take_are_no_missing_files(number: int, kind: ErrorKind) -> None:
    error = FileNotFoundError(errno.ENOENT, "The filename ... is incorrect", "a?b")
    error.winerror = number  # type: ignore[attr-defined]
    assert diagnosed(error).kind is kind


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


def test_an_error_of_another_process_is_the_error_that_it_was() -> None:
    """With its values it can be told in another language."""
    error = SqueezeError(PORT_VANISHED, detail="x", port="COM5 {of} two")
    event = terminal_event(error)
    assert isinstance(event, Failed)
    again = error_of(from_line(to_line(event)))  # type: ignore[arg-type]
    assert again.kind is PORT_VANISHED
    assert (again.values, again.detail) == (error.values, "x")
    assert again.happened == error.happened


@pytest.mark.parametrize("changes", [{"code": "of-the-future"}, {"values": {}}])
def test_an_error_of_another_version_keeps_its_words(changes: dict[str, object]) -> None:
    event = terminal_event(SqueezeError(PORT_VANISHED, port="{COM5}"))
    assert isinstance(event, Failed)
    again = error_of(msgspec.structs.replace(event, **changes))
    assert (again.happened, again.remedy) == (event.happened, event.remedy)


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_being_stopped_is_no_failure(error: BaseException) -> None:
    assert isinstance(terminal_event(error), Stopped)
