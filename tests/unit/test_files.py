"""Files are whole or not there, also on a disk that is full and in a folder that is closed."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.errors import Cancelled, FileError, SqueezeError
from core.files import (
    appearing_whole,
    appending,
    content_of,
    finished_name,
    is_regular,
    lines_of,
    make_folder,
    portable_name,
    read_replaced,
    remove_file,
    remove_files,
    retry_while_open,
    staying,
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
    assert caught.value.code == "disk-full"
    assert str(path) in caught.value.happened
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_where_a_file_is_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    acts: tuple[Callable[[Path], object], ...] = (make_folder, lambda path: write_whole(path, b""))
    for act in acts:
        with pytest.raises(SqueezeError) as caught:
            act(tmp_path / "file" / "folder")
        assert caught.value.code == "not-a-folder"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "write-permission"),
        (errno.EACCES, "write-permission"),
    ],
)
def test_the_systems_refusals_are_named(number: int, code: str, tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught, writing(tmp_path):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == code


def test_other_errors_of_the_system_stay_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "file", b"")


def test_what_a_killed_process_left_is_told_by_its_name_from_all_else(tmp_path: Path) -> None:
    writing_it = appearing_whole(tmp_path / "train-last.npz")
    half = writing_it.__enter__()
    half.write_bytes(b"half")
    own = [
        ".train-last.tmp",
        ".mine.tmp.npz",
        ".train-last-x.tmp.npz",
        "train-last-7.tmp.npz",
        "train-mine.npz",
    ]
    for name in own:
        (tmp_path / name).write_bytes(b"mine")
    (tmp_path / ".train-last-8.tmp.npz").symlink_to(tmp_path / "train-mine.npz")
    assert finished_name(half.name) == "train-last.npz"
    remove_files(tmp_path, r"train-last\.npz")
    assert {path.name for path in tmp_path.iterdir()} == {*own, ".train-last-8.tmp.npz"}


def test_a_file_that_has_the_name_of_one_being_written_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / f".figures-{os.getpid()}.tmp.json"
    mine.write_bytes(b"mine")
    write_whole(tmp_path / "figures.json", b"new")
    assert mine.read_bytes() == b"mine"
    assert (tmp_path / "figures.json").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_as_long_as_the_system_takes_it_is_written(tmp_path: Path) -> None:
    for name in ("n" * 251 + ".txt", "n." + "e" * 253, "n" * 255):
        write_whole(tmp_path / name, b"new")
        assert (tmp_path / name).read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 3


def links(folder: Path) -> Iterator[Path]:
    """In `folder` links to a file, a folder and nothing, a folder, and a pipe where there are pipes."""
    (folder / "file").write_bytes(b"mine")
    (folder / "folder").mkdir()
    for name, target in (("to-file", "file"), ("to-folder", "folder"), ("to-nothing", "nothing")):
        (folder / name).symlink_to(folder / target)
        yield folder / name
    yield folder / "folder"
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
        yield folder / "pipe"


def test_nothing_but_an_ordinary_file_is_replaced_appended_to_or_removed(tmp_path: Path) -> None:
    for path in links(tmp_path):
        before = path.lstat()
        for write in (replace, append, remove_file):
            with pytest.raises(SqueezeError) as caught:
                write(path)
            assert caught.value.code == "not-replaceable"
        assert path.lstat().st_ino == before.st_ino
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert not (tmp_path / "nothing").exists()
    assert not list(tmp_path.glob(".*"))


def replace(path: Path) -> None:
    write_whole(path, b"new")


def append(path: Path) -> None:
    with appending(path) as file:
        file.write(b"more")


def test_what_is_appended_comes_last(tmp_path: Path) -> None:
    append(tmp_path / "events")
    append(tmp_path / "events")
    assert (tmp_path / "events").read_bytes() == b"moremore"


def move(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def exchange(folder: Path) -> None:
    move(folder)
    folder.mkdir()


@pytest.mark.parametrize("change", [shutil.rmtree, move, exchange])
def test_in_a_folder_that_was_deleted_or_moved_nothing_is_written_and_it_is_said(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    acts: tuple[Callable[[Path], object], ...] = (
        lambda folder: write_whole(folder / "a.json", b"new"),
        lambda folder: write_whole(folder / "below" / "a.json", b"new"),
        lambda folder: append(folder / "events"),
        lambda folder: make_folder(folder / "below" / "deeper"),
        lambda folder: remove_file(folder / "a.json"),
        lambda folder: (folder / "read.json").read_bytes(),
    )
    for number, act in enumerate(acts):
        folder = tmp_path / str(number) / "run"
        make_folder(folder / "below")
        write_whole(folder / "read.json", b"{}")
        with pytest.raises(SqueezeError) as caught:
            act_in_changed(folder, change, act)
        assert caught.value.code == "run-moved"


def act_in_changed(folder: Path, change: Callable[[Path], object], act: Callable[[Path], object]) -> None:
    """Do something in a folder that was changed meanwhile, and see that nothing came of it there."""
    with staying(folder):
        change(folder)
        after = sorted(folder.parent.rglob("*"))
        try:
            act(folder)
        finally:
            assert sorted(folder.parent.rglob("*")) == after


def test_in_a_folder_that_stays_errors_are_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), staying(tmp_path):
        (tmp_path / "missing").read_bytes()
    with pytest.raises(SqueezeError) as caught, staying(tmp_path):
        raise FileError("disk-full", path=tmp_path)
    assert caught.value.code == "disk-full"


def test_who_stops_the_work_is_not_told_that_its_folder_went_before(tmp_path: Path) -> None:
    make_folder(tmp_path / "run")

    def stopped_in_a_folder_that_is_gone() -> None:
        with staying(tmp_path / "run"):
            (tmp_path / "run").rmdir()
            raise Cancelled

    with pytest.raises(Cancelled):
        stopped_in_a_folder_that_is_gone()


def test_no_link_leads_out_of_a_folder_that_stays(tmp_path: Path) -> None:
    folder, others = tmp_path / "run", tmp_path / "others"
    make_folder(folder)
    make_folder(others)
    (others / "a.json").write_bytes(b"mine")
    (folder / "details").symlink_to(others)
    acts: tuple[Callable[[Path], object], ...] = (
        replace,
        remove_file,
        append,
        lambda path: make_folder(path.parent),
        lambda path: make_folder(path.parent / "below"),
    )
    for act in acts:
        with pytest.raises(SqueezeError) as caught, staying(folder):
            act(folder / "details" / "a.json")
        assert caught.value.code == "not-a-folder"
    assert [path.name for path in others.iterdir()] == ["a.json"]
    assert (others / "a.json").read_bytes() == b"mine"


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
    assert caught.value.code == "write-permission"


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
    assert caught.value.code == "write-permission"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_being_replaced_on_windows_is_read_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, refusals, really = tmp_path / "run.json", [1, 2], content_of
    write_whole(path, b"content")

    def refused_at_first(path: Path, most_bytes: int) -> bytes:
        if refusals:
            refusals.pop()
            raise open_elsewhere(32)
        return really(path, most_bytes)

    monkeypatch.setattr("core.files.content_of", refused_at_first)
    assert read_replaced(path) == b"content"
    refusals.extend(range(1000))
    with pytest.raises(PermissionError):
        read_replaced(path)


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


@pytest.mark.parametrize("read", [content_of, read_replaced, lambda path: list(lines_of(path))])
def test_a_file_that_claims_to_be_huge_is_not_read(read: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "huge"
    path.touch()
    os.truncate(path, 20 << 30)
    with pytest.raises(SqueezeError) as caught:
        read(path)
    assert caught.value.code == "file-too-large"
    assert f"{path} is larger than 1024 MB" in caught.value.happened


def test_reading_takes_the_memory_of_the_file_and_not_of_the_largest_one(tmp_path: Path) -> None:
    path = tmp_path / "small"
    path.write_bytes(b"abc" * 1000)
    tracemalloc.start()
    try:
        assert content_of(path) == path.read_bytes()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 1 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="files of /proc tell no size")
def test_a_file_that_tells_no_size_is_read_to_its_end() -> None:
    path = Path("/proc/self/maps")
    assert path.stat().st_size == 0
    assert b"[stack]" in content_of(path)
    with pytest.raises(SqueezeError) as caught:
        content_of(path, 100)
    assert caught.value.code == "file-too-large"


def test_a_line_without_an_end_comes_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"one\n" + bytes(40 << 20) + b"\ntwo\n")
    first, *pieces, last = lines_of(path)
    assert (first, last) == (b"one\n", b"two\n")
    assert max(map(len, pieces)) <= 16 << 20


def test_a_name_with_a_null_byte_is_no_file(tmp_path: Path) -> None:
    assert not is_regular(tmp_path / "a\0b")
