"""Files are whole or not there, also on a disk that is full and in a folder that is closed."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from core.errors import DISK_FULL, WRITE_PERMISSION, SqueezeError
from core.files import (
    appearing_whole,
    make_folder,
    portable_name,
    remove_leftovers,
    retry_while_open,
    write_whole,
    writing,
)
from tests.limits import largest_file


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    write_whole(path, b"old and long")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_does_not_fit_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "model.tflite"
    write_whole(path, b"old")
    with largest_file(1000), pytest.raises(SqueezeError) as caught:
        write_whole(path, bytes(100_000))
    assert caught.value.kind is DISK_FULL
    assert str(path) in caught.value.happened
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_where_a_file_is_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SqueezeError) as caught:
        make_folder(tmp_path / "file" / "folder")
    assert caught.value.kind is WRITE_PERMISSION


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DISK_FULL),
        (errno.EDQUOT, DISK_FULL),
        (errno.EROFS, WRITE_PERMISSION),
        (errno.EACCES, WRITE_PERMISSION),
    ],
)
def test_the_systems_refusals_are_named(number: int, kind: object, tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught, writing(tmp_path):
        raise OSError(number, os.strerror(number))
    assert caught.value.kind is kind


def test_other_errors_of_the_system_stay_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "file", b"")


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "run.json").write_bytes(b"whole")
    writing_it = appearing_whole(tmp_path / "checkpoints" / "last.npz")
    writing_it.__enter__().write_bytes(b"half")
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.rglob("*")} == {"checkpoints", "run.json"}


def test_a_library_that_writes_a_file_itself_leaves_it_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "float.keras"
    with appearing_whole(path) as temporary:
        assert temporary.suffix == ".keras"
        temporary.write_bytes(b"first")
    with contextlib.suppress(ValueError), appearing_whole(path) as temporary:
        temporary.write_bytes(b"half of the second")
        raise ValueError
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place where no folder can be made")
def test_a_folder_where_there_is_no_place_for_one_is_refused() -> None:
    with pytest.raises(SqueezeError) as caught:
        make_folder(Path("/proc/squeeze"))
    assert caught.value.kind is WRITE_PERMISSION


def open_elsewhere(winerror: int) -> PermissionError:
    """What Windows raises, in another language than English, for a file that another process has open."""
    error = PermissionError(errno.EACCES, "Der Prozess kann nicht auf die Datei zugreifen")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_is_being_read_on_windows_is_replaced_a_moment_later(
    winerror: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, refusals, really = tmp_path / "run.json", [1, 2, 3], Path.replace
    write_whole(path, b"old")

    def refused_at_first(self: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise open_elsewhere(winerror)
        return really(self, target)

    monkeypatch.setattr(Path, "replace", refused_at_first)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_stays_open_elsewhere_is_given_up_and_the_old_one_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.json"
    write_whole(path, b"old")

    def refused(*_: Path) -> Path:
        raise open_elsewhere(32)

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr("core.files._RETRY_SECONDS", 0.05)
    with pytest.raises(SqueezeError) as caught:
        write_whole(path, b"new")
    assert caught.value.kind is WRITE_PERMISSION
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_other_refusals_are_not_tried_again() -> None:
    tries = []

    def refused() -> None:
        tries.append(1)
        raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(PermissionError):
        retry_while_open(refused)
    assert len(tries) == 1


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows refuses to replace a file that is open")
def test_a_file_that_is_really_being_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    write_whole(path, b"old")
    reader = path.open("rb")
    closing = threading.Timer(0.2, reader.close)
    closing.start()
    write_whole(path, b"new")
    closing.join()
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "portable"),
    [
        ("cat", "cat"),
        ("Eichhörnchen.jpg", "Eichhörnchen.jpg"),
        ("console", "console"),
        ("nullify.jpg", "nullify.jpg"),
        ("com10.jpg", "com10.jpg"),
        ("NUL", "_NUL"),
        ("nul.", "nul_"),
        ("con.jpg", "_con.jpg"),
        ("con.tar.gz", "_con.tar.gz"),
        ("Aux .png", "_Aux .png"),
        ("lpt1.jpg", "_lpt1.jpg"),
        ("COM¹", "_COM¹"),
        ("a:b?.jpg", "a_b_.jpg"),
        ("dots...", "dots.._"),
        ("space ", "space_"),
        ("line\nbreak", "line_break"),
    ],
)
def test_a_name_is_made_one_that_every_system_takes(name: str, portable: str) -> None:
    assert portable_name(name) == portable
    assert portable_name(portable) == portable
