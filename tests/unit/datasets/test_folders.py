"""Reading a folder finds what a person put there and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.datasets.folders import read_folder, shown
from core.errors import Cancelled, SqueezeError
from core.task import Task
from tests.builders.images import encoded, noise

IMAGE = encoded(noise(1), "JPEG")

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def put(folder: Path, *names: str, content: bytes = IMAGE) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def found(folder: Path) -> list[str]:
    images = read_folder(folder, Task()).all_images()
    return [path.relative_to(folder).as_posix() for path in images]


def test_images_are_found_by_name_or_by_content(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", "b.JPEG", "c", "d.dat", "deep/er/e.png")
    put(tmp_path, "really.txt.jpg", content=b"a text that claims to be an image")
    put(tmp_path, "notes.txt", "table.csv", "empty", content=b"BM, or not to BM")
    assert found(tmp_path) == ["a.jpg", "b.JPEG", "c", "d.dat", "really.txt.jpg", "deep/er/e.png"]


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "cat/a.jpg", "cat/._a.jpg", "__MACOSX/cat/a.jpg", ".git/a.jpg", "cat/@eaDir/a.jpg")
    put(tmp_path, "cat/Thumbs.db", "cat/.DS_Store", "cat/desktop.ini", content=b"\xd0\xcf\x11\xe0 settings")
    assert found(tmp_path) == ["cat/a.jpg"]


def test_empty_folders_are_there(tmp_path: Path) -> None:
    (tmp_path / "dog").mkdir()
    assert [folder.name for folder in read_folder(tmp_path, Task()).folders] == ["dog"]


@links
def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "a.jpg")
    data = tmp_path / "data"
    put(data, "cat/b.jpg")
    (data / "dog").symlink_to(tmp_path / "elsewhere")
    (data / "cat" / "up").symlink_to(data)
    (data / "itself").symlink_to(data / "itself")
    assert found(data) == ["cat/b.jpg", "dog/a.jpg"]


@links
def test_a_link_to_nothing_is_kept_to_be_reported(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to(tmp_path / "gone")
    (tmp_path / "notes").symlink_to(tmp_path / "gone")
    assert found(tmp_path) == ["a.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    os.mkfifo(tmp_path / "b")
    assert found(tmp_path) == []


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as error:
        read_folder(tmp_path / "gone", Task())
    assert error.value.code == "data-not-found"


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read_folder(tmp_path, Task(is_cancelled=lambda: True))


def test_names_are_shown_alike_on_every_system() -> None:
    decomposed, composed = "Gru\u0308n", "Gr\u00fcn"
    assert shown(decomposed) == composed
    assert shown(os.fsdecode(b"caf\xe9.jpg")).encode()
