"""Photos moved and deleted in the program's own folders, and that undone."""

from __future__ import annotations

import errno
import os
import shutil
import time
from pathlib import Path

import pytest

import core.files
from core.datasets.photo_changes import BIN, RECORD, delete_photos, last_change, move_photos, undo_last
from core.datasets.photo_folder import MARK, PhotoFolder
from core.errors import SqueezeError


@pytest.fixture
def folder(tmp_path: Path) -> PhotoFolder:
    """Two cups and a phone."""
    made = PhotoFolder.make(tmp_path / "photos")
    for name, content in (("cup", b"1"), ("cup", b"2"), ("phone", b"3")):
        made.add(name, content)
    return made


def contents(folder: PhotoFolder) -> dict[str, bytes]:
    """Every photo in a class, by its name."""
    return {
        f"{name}/{path.name}": path.read_bytes() for name in folder.classes for path in folder.photos(name)
    }


def test_a_deleted_photo_comes_back_also_in_another_session(folder: PhotoFolder) -> None:
    before = contents(folder)
    delete_photos(folder, ["cup/photo-0001.jpg"])
    assert contents(folder) == {"cup/photo-0002.jpg": b"2", "phone/photo-0001.jpg": b"3"}
    again = PhotoFolder(folder.path)
    change = last_change(again)
    assert change is not None
    assert (change.kind, change.photos[0].was) == ("deleted", "cup/photo-0001.jpg")
    undo_last(again)
    assert contents(folder) == before
    assert last_change(folder) is None
    assert sorted(path.name for path in folder.path.iterdir()) == sorted([MARK, "cup", "phone"])


def test_changes_are_undone_in_reverse_order(folder: PhotoFolder) -> None:
    before = contents(folder)
    move_photos(folder, ["cup/photo-0002.jpg"], "phone")
    delete_photos(folder, ["phone/photo-0002.jpg", "phone/photo-0001.jpg"])
    assert contents(folder) == {"cup/photo-0001.jpg": b"1"}
    undo_last(folder)
    undo_last(folder)
    assert contents(folder) == before
    assert undo_last(folder) is None


def test_a_photo_of_the_same_name_is_never_overwritten(folder: PhotoFolder) -> None:
    change = move_photos(folder, ["cup/photo-0001.jpg"], "phone")
    assert change.photos[0].now == "phone/photo-0002.jpg"
    assert contents(folder)["phone/photo-0001.jpg"] == b"3"
    (folder.path / "cup" / "photo-0001.jpg").write_bytes(b"new")
    back = undo_last(folder)
    assert back is not None
    assert back.photos[0].now == "cup/photo-0003.jpg"
    assert contents(folder) == {
        "cup/photo-0001.jpg": b"new",
        "cup/photo-0002.jpg": b"2",
        "cup/photo-0003.jpg": b"1",
        "phone/photo-0001.jpg": b"3",
    }


def test_two_photos_of_one_name_get_two(folder: PhotoFolder) -> None:
    folder.add("pen", b"4")
    change = move_photos(folder, ["cup/photo-0001.jpg", "phone/photo-0001.jpg"], "pen")
    assert [photo.now for photo in change.photos] == ["pen/photo-0002.jpg", "pen/photo-0003.jpg"]
    assert contents(folder)["pen/photo-0003.jpg"] == b"3"


def test_a_folder_of_the_persons_own_is_not_touched(tmp_path: Path) -> None:
    photo = tmp_path / "cup" / "a.jpg"
    photo.parent.mkdir()
    (tmp_path / "phone").mkdir()
    photo.write_bytes(b"mine")
    with pytest.raises(SqueezeError) as caught:
        delete_photos(PhotoFolder(tmp_path), ["cup/a.jpg"])
    assert caught.value.code == "not-replaceable"
    with pytest.raises(SqueezeError) as caught:
        move_photos(PhotoFolder(tmp_path), ["cup/a.jpg"], "phone")
    assert caught.value.code == "not-replaceable"
    assert photo.read_bytes() == b"mine"
    assert not (tmp_path / BIN).exists()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.jpg",
        "cup/../../outside.jpg",
        "/etc/hostname",
        "cup",
        MARK,
        "cup/link.jpg",
        "out/x.jpg",
        "gone/x.jpg",
    ],
)
def test_what_is_no_photo_of_a_class_is_refused(folder: PhotoFolder, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"theirs")
    (folder.path / "cup" / "link.jpg").symlink_to(outside)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.jpg").write_bytes(b"x")
    (folder.path / "out").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SqueezeError) as caught:
        delete_photos(folder, [name])
    assert caught.value.code == "not-replaceable"
    assert outside.read_bytes() == b"theirs"
    assert (tmp_path / "elsewhere" / "x.jpg").is_file()


def test_a_bin_that_is_a_link_is_not_followed(folder: PhotoFolder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder.path / BIN).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SqueezeError) as caught:
        delete_photos(folder, ["cup/photo-0001.jpg"])
    assert caught.value.code == "not-a-folder"
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert len(contents(folder)) == 3


def test_when_the_second_photo_cannot_be_moved_the_first_is_back(
    folder: PhotoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, really = contents(folder), core.files._move_beside

    def breaks(source: Path, target: Path) -> None:
        if source.parent.name == "phone":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        really(source, target)

    monkeypatch.setattr(core.files, "_move_beside", breaks)
    with pytest.raises(SqueezeError) as caught:
        delete_photos(folder, ["cup/photo-0001.jpg", "phone/photo-0001.jpg"])
    assert caught.value.code == "disk-full"
    assert contents(folder) == before
    assert last_change(folder) is None


def test_a_record_that_names_something_else_is_not_followed(folder: PhotoFolder, tmp_path: Path) -> None:
    delete_photos(folder, ["cup/photo-0001.jpg"])
    (place,) = (folder.path / BIN).iterdir()
    record = place / RECORD
    record.write_text(record.read_text().replace('"was":"cup/photo-0001.jpg"', '"was":"../x/photo-0001.jpg"'))
    assert last_change(folder) is None
    assert undo_last(folder) is None
    assert not (tmp_path / "x").exists()


def test_what_was_deleted_long_ago_is_removed(folder: PhotoFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as long_ago:
        long_ago.setattr(time, "time_ns", lambda: 1_600_000_000_000_000_000)
        delete_photos(folder, ["cup/photo-0001.jpg"])
    delete_photos(folder, ["cup/photo-0002.jpg"])
    (left,) = (folder.path / BIN).iterdir()
    assert [path.name for path in (left / "cup").iterdir()] == ["photo-0002.jpg"]


def test_files_of_the_persons_own_in_the_bin_stay(folder: PhotoFolder) -> None:
    own = (folder.path / BIN / "1", folder.path / BIN / "2" / "notes" / "mine.txt")
    own[1].parent.mkdir(parents=True)
    for path in own:
        path.write_text("mine")
    delete_photos(folder, ["cup/photo-0001.jpg"])
    assert undo_last(folder) is not None
    assert [path.read_text() for path in own] == ["mine", "mine"]


def test_a_photo_that_is_gone_from_the_bin_stays_gone(folder: PhotoFolder) -> None:
    delete_photos(folder, ["cup/photo-0001.jpg", "phone/photo-0001.jpg"])
    (place,) = (folder.path / BIN).iterdir()
    shutil.rmtree(place / "cup")
    undone = undo_last(folder)
    assert undone is not None
    assert [photo.now for photo in undone.photos] == ["phone/photo-0001.jpg"]


def test_the_last_change_is_the_last_also_when_the_clock_is_set_back(
    folder: PhotoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete_photos(folder, ["cup/photo-0001.jpg"])
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 3600 * 10**9)
    delete_photos(folder, ["cup/photo-0002.jpg"])
    undone = undo_last(folder)
    assert undone is not None
    assert [photo.now for photo in undone.photos] == ["cup/photo-0002.jpg"]


def test_a_photo_that_is_named_twice_is_deleted_once(folder: PhotoFolder) -> None:
    change = delete_photos(folder, ["cup/photo-0001.jpg"] * 2)
    assert [photo.was for photo in change.photos] == ["cup/photo-0001.jpg"]


def test_a_record_with_a_name_that_no_file_has_is_ignored(folder: PhotoFolder) -> None:
    place = folder.path / BIN / str(time.time_ns())
    place.mkdir(parents=True)
    (place / RECORD).write_text(r'{"kind":"moved","photos":[{"was":"cup/a\u0000","now":"cup/b\u0000"}]}')
    assert last_change(folder) is None
    assert undo_last(folder) is None
