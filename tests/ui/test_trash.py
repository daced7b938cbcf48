"""Deleting a run in the window takes what the program made, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import core.files
from app.start.found_runs import TRASH
from app.start.trash import deleted_runs, purge_old, renamed, take_back, throw_away
from core.errors import SqueezeError
from core.runs.folder import RunFolder
from core.runs.lock import locked
from tests.builders.finished_runs import finished_run

MINE = (
    "notes.txt",
    ".hidden.tmp.json",
    "details/mine.json",
    "checkpoints/train-mine.npz",
    "logs/train/x",
    "mine/a",
)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A finished run with a file in each of its folders."""
    folder = finished_run(tmp_path / "runs" / "pets")
    for name in ("details/train.json", "checkpoints/train-last.npz", "logs/trace-train.json"):
        put(folder.path / name)
    return folder


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.name)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def purged(home: Path) -> None:
    """Remove what is in the trash as if a month had passed."""
    for place in (home / TRASH).iterdir():
        place.rename(place.with_name(f"1 {place.name.partition(' ')[2]}"))
    purge_old({home})


def test_a_run_goes_whole_and_comes_back_as_it_was(run: RunFolder) -> None:
    before = tree(run.path)
    trashed = throw_away(run.path)
    assert not run.path.exists()
    assert take_back(trashed) == run.path
    assert tree(run.path) == before
    assert [path.name for path in run.path.parent.iterdir()] == ["pets"]


def test_files_of_the_persons_own_stay_where_they_are_when_a_run_goes(run: RunFolder) -> None:
    before = tree(run.path)
    for name in MINE:
        put(run.path / name)
    trashed = throw_away(run.path)
    assert set(tree(run.path)) == set(MINE)
    assert set(tree(trashed.place)) == set(before)
    assert take_back(trashed) == run.path
    assert set(tree(run.path)) == {*before, *MINE}


def test_a_run_is_removed_for_good_without_anything_else(run: RunFolder) -> None:
    home = run.path.parent
    for name in MINE:
        put(run.path / name)
    trashed = throw_away(run.path)
    put(trashed.place / "dropped here.txt")
    purged(home)
    left = {*(f"pets/{name}" for name in MINE), f"{TRASH}/1 pets/dropped here.txt"}
    assert set(tree(home)) == left


def test_deleted_runs_are_listed_with_their_place_the_last_one_first(run: RunFolder) -> None:
    other = finished_run(run.path.with_name("birds: day 2"))
    trashed = [throw_away(run.path), throw_away(other.path)]
    (run.path.parent / TRASH / "12 no run").mkdir()
    assert deleted_runs({run.path.parent}) == trashed[::-1]
    purge_old({run.path.parent})
    assert deleted_runs({run.path.parent}) == trashed[::-1]


def test_a_run_is_renamed_unless_something_has_the_name(run: RunFolder) -> None:
    before = tree(run.path)
    taken = run.path.with_name("taken")
    taken.mkdir()
    with pytest.raises(SqueezeError) as caught:
        renamed(run.path, "taken")
    assert caught.value.code == "run-name-taken"
    now = renamed(run.path, "con.jpg")
    assert now == run.path.with_name("_con.jpg")
    assert tree(now) == before
    assert sorted(path.name for path in now.parent.iterdir()) == ["_con.jpg", "taken"]
    with locked(RunFolder(now).lock), pytest.raises(SqueezeError) as caught:
        renamed(now, "other")
    assert caught.value.code == "run-in-use"
    with pytest.raises(SqueezeError) as caught:
        renamed(taken, "other")
    assert caught.value.code == "run-not-found"


def test_a_run_comes_back_beside_what_is_in_its_place_now(run: RunFolder) -> None:
    before = tree(run.path)
    trashed = throw_away(run.path)
    put(run.path / "mine.txt")
    assert take_back(trashed).name == "pets (2)"
    assert tree(run.path.with_name("pets (2)")) == before
    assert set(tree(run.path)) == {"mine.txt"}


def foreign(folder: RunFolder) -> None:
    folder.record.unlink()


def damaged(folder: RunFolder) -> None:
    folder.record.write_text("{}")


def other_version(folder: RunFolder) -> None:
    folder.record.write_bytes(folder.record.read_bytes().replace(b'"format": 1', b'"format": 7', 1))


def linked_file(folder: RunFolder) -> None:
    folder.report.symlink_to(folder.summary)


def linked_folder(folder: RunFolder) -> None:
    shutil.rmtree(folder.logs)
    folder.logs.symlink_to(folder.checkpoints)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (foreign, "run-not-found"),
        (damaged, "run-record-damaged"),
        (other_version, "run-other-version"),
        (linked_file, "not-replaceable"),
        (linked_folder, "not-a-folder"),
    ],
    ids=lambda value: getattr(value, "code", value.__name__ if callable(value) else None),
)
def test_what_is_no_run_of_the_program_is_not_deleted(
    change: Callable[[RunFolder], None], code: str, run: RunFolder
) -> None:
    change(run)
    before = tree(run.path.parent)
    with pytest.raises(SqueezeError) as caught:
        throw_away(run.path)
    assert caught.value.code == code
    assert tree(run.path.parent) == before


def test_neither_a_link_to_a_run_nor_one_to_a_trash_is_followed(run: RunFolder, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(run.path)
    (tmp_path / "elsewhere").mkdir()
    (run.path.parent / TRASH).symlink_to(tmp_path / "elsewhere")
    before = tree(run.path)
    for path in (tmp_path / "link", run.path):
        with pytest.raises(SqueezeError) as caught:
            throw_away(path)
        assert caught.value.code == "not-a-folder"
    purge_old({run.path.parent})
    assert tree(run.path) == before
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_run_that_is_worked_on_is_not_deleted(run: RunFolder) -> None:
    with run.locked(), pytest.raises(SqueezeError) as caught:
        throw_away(run.path)
    assert caught.value.code == "run-in-use"
    assert run.record.exists()


def test_a_file_that_cannot_be_moved_leaves_the_run_where_it_was(
    run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, really = tree(run.path), core.files._move_beside

    def refused_for_one(source: Path, target: Path) -> None:
        if source.name == "labels.txt":
            raise OSError("this one cannot be moved")
        really(source, target)

    monkeypatch.setattr(core.files, "_move_beside", refused_for_one)
    with pytest.raises(OSError, match="cannot be moved"):
        throw_away(run.path)
    assert tree(run.path) == before
    assert not (run.path.parent / TRASH).exists()
