"""What a person names for a result is theirs until they say otherwise, and a failure leaves nothing there."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import SqueezeError
from core.outputs import check_output, csv_table, output_file, write_output, write_output_folder
from tests.limits import largest_file

FILES = {"README.md": b"read", "main/model.c": b"int x;", "main/deep/model.h": b"int x;"}


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(SqueezeError) as caught:
        act()
    return caught.value.code


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_output(tmp_path / "new" / "folder" / "model.zip", b"new", replace=False)
    assert contents(tmp_path) == {"new/folder/model.zip": b"new"}


def test_a_file_that_is_there_is_replaced_only_when_that_is_asked_for(tmp_path: Path) -> None:
    mine = tmp_path / "model.zip"
    mine.write_bytes(b"mine")
    assert refusal(lambda: check_output(mine, replace=False)) == "output-exists"
    assert refusal(lambda: write_output(mine, b"new", replace=False)) == "output-exists"
    assert contents(tmp_path) == {"model.zip": b"mine"}
    check_output(mine, replace=True)
    write_output(mine, b"new", replace=True)
    assert contents(tmp_path) == {"model.zip": b"new"}


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_replaced(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_links(*_: Path) -> None:
        raise OSError("this file system has no hard links")

    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", without_links)

    def write_while_another_does() -> None:
        with output_file(tmp_path / "model.zip", replace=False) as file:
            file.write_bytes(b"new")
            (tmp_path / "model.zip").write_bytes(b"mine")

    assert refusal(write_while_another_does) == "output-exists"
    assert contents(tmp_path) == {"model.zip": b"mine"}
    write_output(tmp_path / "other.zip", b"new", replace=False)
    assert contents(tmp_path) == {"model.zip": b"mine", "other.zip": b"new"}


def null_device(path: Path) -> None:
    """Another /dev/null, which only the superuser can make."""
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):
            os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))


@pytest.mark.parametrize("replace", [True, False])
def test_links_folders_and_devices_are_never_replaced(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    (tmp_path / "nowhere").symlink_to(tmp_path / "nothing")
    (tmp_path / "folder").mkdir()
    in_the_way = [tmp_path / name for name in ("link", "nowhere", "folder")]
    for name, make in (("pipe", getattr(os, "mkfifo", None)), ("device", null_device)):
        if make is not None:
            make(tmp_path / name)
            in_the_way += [tmp_path / name] if os.path.lexists(tmp_path / name) else []
    for path in in_the_way:
        before = path.lstat()
        assert refusal(lambda path=path: check_output(path, replace=replace)) == "not-replaceable"  # type: ignore[misc]
        assert refusal(lambda path=path: write_output(path, b"new", replace=replace)) == "not-replaceable"  # type: ignore[misc]
        assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert contents(tmp_path) == {"mine": b"mine", "link": b"mine"}


def test_a_file_that_cannot_be_finished_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    with largest_file(1000):
        assert (
            refusal(lambda: write_output(tmp_path / "new" / "a" / "b", bytes(9999), replace=False))
            == "disk-full"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    write_output_folder(tmp_path / "new" / "project", FILES, replace=False)
    assert contents(tmp_path / "new" / "project") == FILES
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["project"]
    (tmp_path / "empty").mkdir()
    write_output_folder(tmp_path / "empty", FILES, replace=False)
    assert contents(tmp_path / "empty") == FILES


def test_a_folder_gets_the_permissions_that_others_have(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    write_output_folder(tmp_path / "project", FILES, replace=False)
    assert (tmp_path / "project").stat().st_mode == (tmp_path / "made").stat().st_mode


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_bytes(b"mine")
    assert refusal(lambda: write_output_folder(tmp_path, FILES, replace=False)) == "not-empty"
    assert contents(tmp_path) == {".hidden": b"mine"}


def test_in_a_folder_only_files_of_the_same_names_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "main").mkdir()
    for name in ("README.md", "notes.txt", "main/mine.c"):
        (tmp_path / name).write_bytes(b"mine")
    write_output_folder(tmp_path, FILES, replace=True)
    assert contents(tmp_path) == {**FILES, "notes.txt": b"mine", "main/mine.c": b"mine"}


def test_a_folder_with_a_link_in_the_way_of_a_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mine").write_bytes(b"mine")
    for name, target, code in (
        ("main", "elsewhere", "not-a-folder"),
        ("README.md", "mine", "not-replaceable"),
    ):
        folder = tmp_path / f"with {name}"
        folder.mkdir()
        (folder / name).symlink_to(tmp_path / target)
        assert refusal(lambda folder=folder: write_output_folder(folder, FILES, replace=True)) == code  # type: ignore[misc]
        assert [path.name for path in folder.iterdir()] == [name]
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.parametrize("was_there", [True, False])
def test_a_folder_that_cannot_be_finished_is_as_it_was(was_there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "project"
    if was_there:
        folder.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with largest_file(1000):
        assert (
            refusal(lambda: write_output_folder(folder, {**FILES, "model": bytes(9999)}, replace=False))
            == "disk-full"
        )
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_where_a_folder_is_to_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    for path in (tmp_path / "mine", tmp_path / "mine" / "below"):
        for replace in (True, False):
            assert (
                refusal(
                    lambda path=path, replace=replace: write_output_folder(path, FILES, replace=replace)  # type: ignore[misc]
                )
                == "not-a-folder"
            )
    assert contents(tmp_path) == {"mine": b"mine"}


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a place where even the superuser may not write")
def test_a_place_that_may_not_be_written_is_said_before_the_work() -> None:
    if os.geteuid() != 0:
        assert refusal(lambda: check_output(Path("/sys/model.zip"), replace=False)) == "write-permission"
    assert refusal(lambda: write_output(Path("/sys/model.zip"), b"new", replace=False)) == "write-permission"
    assert (
        refusal(lambda: write_output_folder(Path("/sys/project"), FILES, replace=False)) == "write-permission"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *((f"{sign}1+1", f"'{sign}1+1") for sign in "=+-@\t＝＋－＠"),  # noqa: RUF001
        ("cup;=1+1", "cup;'=1+1"),
        ('cup;"=1+1"', 'cup;\'"=1+1"'),
        ("a-b/c=d.jpg", "a-b/c=d.jpg"),
        ("Löffel", "Löffel"),
        ("", ""),
    ],
)
def test_text_in_a_table_is_no_formula_for_a_spreadsheet(text: str, cell: str) -> None:
    for columns, row in ((["name"], [text]), ([text], ["cup"])):
        written = csv_table(columns, [row]).decode()
        assert cell in [one for line in csv.reader(io.StringIO(written, newline="")) for one in line]


def test_numbers_in_a_table_stay_numbers() -> None:
    assert csv_table(["x", "y", "z"], [[-0.5, -3, None]]) == b"x,y,z\n-0.5,-3,\n"
