"""A folder of photos that the program takes: made by it, ordinary, and never someone else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.datasets.photo_folder import MARK, PhotoFolder
from core.errors import SqueezeError
from tests.builders.images import write_classes


def refusal(folder: PhotoFolder, name: str) -> str:
    with pytest.raises(SqueezeError) as caught:
        folder.add(name, b"jpeg")
    return caught.value.code


def test_photos_are_numbered_on_and_survive_a_second_opening(tmp_path: Path) -> None:
    folder = PhotoFolder.make(tmp_path / "mine" / "photos")
    assert folder.classes == ()
    assert [folder.add("cup", b"1").name, folder.add("cup", b"2").name] == [
        "photo-0001.jpg",
        "photo-0002.jpg",
    ]
    (tmp_path / "mine" / "photos" / "cup" / "photo-0001.jpg").unlink()
    again = PhotoFolder.make(tmp_path / "mine" / "photos")
    assert again.add("cup", b"3").name == "photo-0003.jpg"
    assert again.classes == ("cup",)
    assert [path.read_bytes() for path in again.photos("cup")] == [b"2", b"3"]


def test_images_are_copied_and_what_is_none_is_refused(tmp_path: Path) -> None:
    write_classes(tmp_path / "from", {"cat": 1})
    (source,) = (tmp_path / "from" / "cat").iterdir()
    folder = PhotoFolder.make(tmp_path / "to")
    copied = folder.copy("cat", source)
    assert copied.read_bytes() == source.read_bytes()
    assert copied.suffix == source.suffix
    (tmp_path / "text.jpg").write_text("text")
    with pytest.raises(SqueezeError) as caught:
        folder.copy("cat", tmp_path / "text.jpg")
    assert caught.value.code == "picture-unreadable"
    assert folder.photos("cat") == (copied,)


def test_a_folder_with_something_else_in_it_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(SqueezeError) as caught:
        PhotoFolder.make(tmp_path)
    assert caught.value.code == "not-empty"
    assert refusal(PhotoFolder(tmp_path), "cup") == "not-replaceable"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_mark_that_is_a_link_or_says_something_else_counts_for_nothing(tmp_path: Path) -> None:
    made = PhotoFolder.make(tmp_path / "made")
    other = tmp_path / "other"
    other.mkdir()
    (other / MARK).symlink_to(made.path / MARK)
    assert not PhotoFolder(other).is_own
    (other / MARK).unlink()
    (other / MARK).write_text("mine")
    assert not PhotoFolder(other).is_own


@pytest.mark.parametrize("name", ["", "  ", "..", "."])
def test_a_class_needs_a_name(tmp_path: Path, name: str) -> None:
    assert refusal(PhotoFolder.make(tmp_path / "made"), name) == "name-unusable"


def test_names_that_no_folder_can_have_are_changed_and_found_again(tmp_path: Path) -> None:
    folder = PhotoFolder.make(tmp_path / "made")
    folder.add("../cups: big", b"1")
    assert len(folder.photos("../cups: big")) == 1
    assert [path.parent for path in (folder.path / name for name in folder.classes)] == [folder.path]


def test_nothing_is_written_behind_a_link(tmp_path: Path) -> None:
    folder, elsewhere = PhotoFolder.make(tmp_path / "photos"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder.path / "cup").symlink_to(elsewhere)
    assert refusal(folder, "cup") == "not-a-folder"
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 300, "a\ud800b"])
def test_a_class_that_no_folder_can_be_named_for_is_refused(name: str, tmp_path: Path) -> None:
    assert refusal(PhotoFolder.make(tmp_path / "photos"), name) == "name-unusable"


def test_a_mark_that_claims_to_be_huge_counts_for_nothing(tmp_path: Path) -> None:
    folder = PhotoFolder.make(tmp_path / "photos")
    os.truncate(folder.path / MARK, 20 << 30)
    assert not folder.is_own
