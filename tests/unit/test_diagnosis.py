"""Exceptions of all origins become errors of the table."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from core.diagnosis import diagnosed, error_of, terminal_event
from core.errors import Cancelled, DataError, FlashError
from core.events import Failed, Stopped, from_line, to_line

H5PY_FULL = (
    "[Errno 28] Can't synchronously write data (file write failed: time = Fri, errno = 28, "
    "error message = 'No space left on device', buf = 0x7f)"
)
TENSORFLOW_MEMORY = "OOM when allocating tensor with shape[64,111,111,64] and type float on CPU"


class ResourceExhaustedError(Exception):
    """Named as TensorFlow's own."""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x.npz"), "disk-full"),
        (OSError(H5PY_FULL), "disk-full"),
        (ResourceExhaustedError("checkpoint/x; No space left on device"), "disk-full"),
        (PermissionError(errno.EACCES, "Permission denied", "x.npz"), "write-permission"),
        (MemoryError(), "memory-exhausted"),
        (ResourceExhaustedError(TENSORFLOW_MEMORY), "memory-exhausted"),
        (ResourceExhaustedError("in other words"), "memory-exhausted"),
        (RuntimeError("std::bad_alloc"), "memory-exhausted"),
        (RuntimeError("MemoryError: Unable to allocate 9.31 GiB for an array"), "memory-exhausted"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory-exhausted"),
        (ImportError("tensorflow/x.so: failed to map segment from shared object"), "memory-exhausted"),
        (ZeroDivisionError("division by zero"), "unexpected"),
    ],
)
def test_an_error_is_known_by_its_words_or_number(error: Exception, code: str) -> None:
    assert diagnosed(error).code == code


def test_what_lies_behind_an_error_counts() -> None:
    error = RuntimeError("saving failed")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device", "checkpoint.npz")
    known = diagnosed(error)
    assert known.code == "disk-full"
    assert "checkpoint.npz" in known.happened


def test_a_file_that_is_missing_is_no_full_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "missing").read_bytes()
    assert diagnosed(caught.value).code == "unexpected"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda folder: (folder / "folder").read_bytes(), "not-a-file"),
        (lambda folder: (folder / "file").replace(folder / "folder"), "not-a-file"),
        (lambda folder: (folder / "file" / "inner").read_bytes(), "not-a-folder"),
        (lambda folder: (folder / "file").mkdir(), "not-a-folder"),
        (lambda folder: (folder / ("x" * 300)).read_bytes(), "name-too-long"),
        (lambda folder: (folder / "loop").read_bytes(), "name-unusable"),
        (lambda folder: (folder / "a\0b").read_bytes(), "name-unusable"),
        (lambda folder: f"{folder}/\udcff.jpg".encode(), "name-not-text"),
    ],
    ids=["folder", "onto-folder", "in-file", "file-there", "long", "loop", "null", "no-utf-8"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the system's own words")
def test_a_name_that_cannot_be_used_is_said_so(
    act: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises((OSError, ValueError)) as caught:
        act(tmp_path)
    known = diagnosed(caught.value)
    assert known.code == code
    assert len(known.happened) < 400
    known.happened.encode()


def test_a_text_that_cannot_be_encoded_is_no_name() -> None:
    with pytest.raises(UnicodeEncodeError) as caught:
        "köln".encode("ascii")
    assert diagnosed(caught.value).code == "unexpected"


@pytest.mark.parametrize(("number", "code"), [(123, "name-unusable"), (206, "name-too-long")])
def test_names_that_windows_does_not_take_are_no_missing_files(number: int, code: str) -> None:
    error = FileNotFoundError(errno.ENOENT, "The filename ... is incorrect", "a?b")
    error.winerror = number  # type: ignore[attr-defined]
    assert diagnosed(error).code == code


def test_an_unexpected_error_names_itself_and_shows_its_traceback() -> None:
    try:
        int("seven")
    except ValueError as error:
        known = diagnosed(error)
    assert "ValueError: invalid literal" in known.happened
    assert 'int("seven")' in known.detail


def test_an_error_of_the_table_stays_itself_with_its_exit_code() -> None:
    event = terminal_event(DataError("data-not-found", detail="x", path="images"))
    assert isinstance(event, Failed)
    assert (event.code, event.exit_code, event.detail) == ("data-not-found", 2, "x")


def test_an_error_of_another_process_is_the_error_that_it_was() -> None:
    """With its values it can be told in another language."""
    error = FlashError("port-vanished", detail="x", port="COM5 {of} two")
    event = terminal_event(error)
    assert isinstance(event, Failed)
    again = error_of(from_line(to_line(event)))  # type: ignore[arg-type]
    assert type(again) is FlashError
    assert again.code == "port-vanished"
    assert (again.values, again.detail) == (error.values, "x")
    assert again.happened == error.happened


@pytest.mark.parametrize("changes", [{"code": "of-the-future"}, {"values": {}}])
def test_an_error_of_another_version_keeps_its_words(changes: dict[str, object]) -> None:
    event = terminal_event(FlashError("port-vanished", port="{COM5}"))
    assert isinstance(event, Failed)
    again = error_of(msgspec.structs.replace(event, **changes))
    assert (again.happened, again.remedy) == (event.happened, event.remedy)


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_being_stopped_is_no_failure(error: BaseException) -> None:
    assert isinstance(terminal_event(error), Stopped)
